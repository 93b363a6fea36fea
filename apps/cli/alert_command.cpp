// SPDX-License-Identifier: Apache-2.0
#include "alert_command.h"

#include <CLI/CLI.hpp>

#include "alert_run.h"
#include "options.h"
#include "record_options.h"

namespace masudi::cli {
namespace {

CLI::App& add(CLI::App& app, const char* name, const char* words, AlertSettings& a) {
  CLI::App& command = *app.add_subcommand(name, words);
  add_store(command, a.store);
  return command;
}

void add_rule(CLI::App& app, AlertSettings& a) {
  const std::string group = "When (one of --new, --count, --times; --new where none is given)";
  const auto option = [&](const char* name, auto& value, const char* words, const char* type) {
    app.add_option(name, value, words)->type_name(type)->group(group);
  };
  app.add_flag("--new", a.is_new, "An incident passes the filter that did not before")->group(group);
  option("--count", a.count, "At least so many incidents pass it within the window", "N");
  option("--times", a.times, "The window has at least so many times what is usual", "FACTOR");
  option("--within", a.within, "The window: so many days, the last one the newest report's (7d)", "DAYS");
  option("--against", a.against, "What is usual: the mean of so many weeks before the window (4w)", "WEEKS");
  option("--of", a.of, "conflict, cooperation, events or intensity (conflict)", "WHAT");
  option("--at-least", a.at_least, "Below this nothing is told (5, of intensity 25)", "N");
}

void add_where_to(CLI::App& app, AlertSettings& a) {
  const std::string group = "Where to, besides the store and its Atom feed";
  app.add_option("--webhook", a.webhooks, "POST the alert as JSON to this address")->type_name("URL")->group(group);
  app.add_option("--command", a.commands, "Run this program with the alert as JSON on standard input")
      ->type_name("FILE")
      ->group(group);
}

}  // namespace

void add_alert_commands(CLI::App& app, Settings& s, AlertSettings& a) {
  CLI::App& alert = *app.add_subcommand("alert", "Keep searches that tell when there is something new");
  alert.require_subcommand(1);
  CLI::App& adding = add(alert, "add", "Keep a search under a name", a);
  adding.add_option("NAME", a.name, "Its name: letters, digits, -, _ and .")->required();
  add_rule(adding, a), add_where_to(adding, a), add_filter(adding, a.filter);
  adding.add_option("--dyad", a.dyad, "Only between these two, either way")->type_name("CODE,CODE");

  CLI::App& list = add(alert, "list", "List the searches that are kept", a);
  CLI::App& show =
      add(alert, "show", "Show the alerts of a search, or of all, the newest first, and what became of them", a);
  show.add_option("NAME", a.name, "The search (all)");
  add_format(list, s, {"table", "jsonl", "csv", "tsv"}, "table, jsonl, csv or tsv");
  add_format(show, s, {"table", "jsonl", "csv", "tsv"}, "table, jsonl, csv or tsv");
  add_output(list, s), add_output(show, s);
  add(alert, "remove", "Keep a search no longer; its alerts stay", a)
      .add_option("NAME", a.name, "The search")
      ->required();

  CLI::App& check = add(alert, "check", "Give the alerts that are due, and deliver what waits", a);
  check.add_flag("--retry", a.retry, "Deliver also what is to be tried again only later");
  check.add_flag("--allow-private", a.allow_private, "Webhooks may lie on this machine or in private networks");
  CLI::App& test = add(alert, "test", "Show what a search would tell now; nothing is kept or delivered", a);
  test.add_option("NAME", a.name, "The search")->required();
  for (CLI::App* command : {&check, &test}) {
    command->add_option("--as-of", a.as_of, "The last day to look at (that of the newest report)")
        ->type_name("YYYY-MM-DD");
  }
  CLI::App& atom = add(alert, "atom", "Write the alerts of a search, or of all, as an Atom feed", a);
  atom.add_option("NAME", a.name, "The search (all)");
  add_output(atom, s);
}

int alert_command(const CLI::App& command, const Settings& settings, const AlertSettings& alert) {
  if (command.got_subcommand("add")) return add_alert(alert);
  if (command.got_subcommand("list")) return list_alerts(settings, alert);
  if (command.got_subcommand("show")) return show_alerts(settings, alert);
  if (command.got_subcommand("remove")) return remove_alert(alert);
  if (command.got_subcommand("check")) return check_alerts(alert);
  if (command.got_subcommand("test")) return test_alert(alert);
  return write_alert_feed(settings, alert);
}

}  // namespace masudi::cli
