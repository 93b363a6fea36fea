// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "alert_command.h"
#include "command.h"
#include "feed_command.h"
#include "knowledge_command.h"
#include "messages.h"
#include "options.h"
#include "record_options.h"

namespace masudi::cli {
namespace {

constexpr const char* kAbout =
    "masudi reads news reports and says who did, said or threatened what to whom,\n"
    "through whom, where, when, and on whose word.\n";

constexpr const char* kFooter =
    "\nA report is a plain text that begins with its day (date 2023-11-06), or one JSON\n"
    "object a line with the fields id, date and text (JSONL). \"-\" is standard input.\n"
    "\nExamples:\n"
    "  masudi code report.txt                        events as a table on the terminal\n"
    "  masudi code *.jsonl --output events.jsonl     events as JSON, one a line\n"
    "  masudi code - --date 2023-11-06 < story.txt   a text that does not say its day\n"
    "  masudi explain report.txt                     why there are these events, and no others\n"
    "  masudi ingest news.jsonl                      keep documents and events in masudi.db\n"
    "  masudi feed add https://news.example/feed.xml follow a feed; masudi feed run fetches it\n"
    "  masudi events --actor IRN --from 2024-04-01   what the store says Iran did since then\n"
    "\nExit codes: 0 done, 1 nothing found, 2 something could not be read (the rest was).\n";

void add_confidence(CLI::App& app, Settings& s) {
  app.add_option("--min-confidence", s.min_confidence, "Leave out events that are less sure (0)")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0));
}

void add_commands(CLI::App& app, Settings& s, RecordSettings& record, FeedSettings& feed, AlertSettings& alert) {
  CLI::App& code = *app.add_subcommand("code", "Code the events of reports");
  add_input(code, s);
  code.add_option("--format,-f", s.format, "jsonl, table or csv (table on a terminal, else jsonl)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"jsonl", "table", "csv"}));
  add_confidence(code, s), add_output(code, s), add_model(code, s), add_knowledge(code, s);
  add_dictionary(code, s);

  CLI::App& explain = *app.add_subcommand("explain", "Show every sentence, its tree, its events and why");
  add_input(explain, s);
  add_confidence(explain, s), add_output(explain, s), add_model(explain, s), add_knowledge(explain, s);
  add_dictionary(explain, s);

  CLI::App& parse = *app.add_subcommand("parse", "Print tokens, tags, lemmas and trees as CoNLL-U");
  add_input(parse, s);
  add_output(parse, s), add_model(parse, s);

  add_record_commands(app, s, record);
  add_feed_commands(app, s, record, feed);
  add_alert_commands(app, s, alert);
  add_knowledge_commands(app, s);

  CLI::App& version = *app.add_subcommand("version", "Print the versions of program, model and knowledge");
  add_model(version, s), add_knowledge(version, s);
}

int dispatch(const CLI::App& app, const Settings& settings, const RecordSettings& record, const FeedSettings& feed,
             const AlertSettings& alert) {
  if (const auto code = dispatch_record(app, settings, record)) return *code;
  if (app.got_subcommand("feed")) return feed_command(*app.get_subcommand("feed"), settings, record, feed);
  if (app.got_subcommand("code")) return code(settings);
  if (app.got_subcommand("explain")) return explain(settings);
  if (app.got_subcommand("parse")) return parse(settings);
  if (app.got_subcommand("alert")) return alert_command(*app.get_subcommand("alert"), settings, alert);
  if (app.got_subcommand("knowledge")) return knowledge_command(*app.get_subcommand("knowledge"), settings);
  return show_version(settings);
}

int main(int argc, char** argv) {
  CLI::App app(kAbout, "masudi");
  app.footer(kFooter);
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("masudi ") + MASUDI_VERSION);
  Settings settings;
  RecordSettings record;
  FeedSettings feed;
  AlertSettings alert;
  add_commands(app, settings, record, feed, alert);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    if (wrong.get_exit_code() == 0) return app.exit(wrong);  // --help, --version
    print_error(wrong.what());
    print_note("masudi --help shows how it is used");
    return kFailed;
  }
  return dispatch(app, settings, record, feed, alert);
}

}  // namespace
}  // namespace masudi::cli

int main(int argc, char** argv) { return masudi::cli::main(argc, argv); }
