// SPDX-License-Identifier: Apache-2.0
#include "knowledge_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "engine.h"
#include "knowledge/sources/own.h"
#include "knowledge_words.h"
#include "messages.h"

namespace masudi::cli {
namespace {

constexpr std::size_t kMostProblems = 100;  // shown of one run

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

void print_problems(const std::vector<std::string>& problems, std::size_t left_out) {
  for (std::size_t i = 0; i < problems.size() && i < kMostProblems; ++i) print_error(problems[i]);
  if (problems.size() > kMostProblems)
    print_note(fmt::format("{} more lines are wrong", problems.size() - kMostProblems));
  if (left_out > 0) print_note(fmt::format("{} lines ask for what masudi has not and are left out", left_out));
}

int show(const Settings& settings) {
  const auto knowledge = knowledge_of(settings);
  if (!knowledge) return failed(knowledge.error());
  std::optional<Date> day;
  if (!settings.date.empty()) {
    day = parse_date(settings.date);
    if (!day) return failed({fmt::format("--date: there is no day \"{}\"; write it as YYYY-MM-DD", settings.date)});
  }
  const std::string words = describe_name(knowledge->knowledge, settings.files.front(), day);
  if (words.empty()) {
    print_note(fmt::format("nothing is known of \"{}\"", settings.files.front()));
    return knowledge->whole ? kNothingFound : kFailed;
  }
  fmt::print("{}", words);
  return knowledge->whole ? kDone : kFailed;
}

int check(const Settings& settings) {
  const auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return failed(knowledge.error());
  bool good = true;
  for (const std::string& file : settings.files) {
    const auto checked = knowledge::check_file(*knowledge, file);
    if (!checked) {
      print_error(checked.error().message);
      good = false;
      continue;
    }
    print_problems(checked->problems, checked->left_out);
    const std::size_t wrong = checked->problems.size();
    fmt::print("{}: {}, {} entries, {}\n", file, checked->what, checked->known,
               wrong == 0 ? "all good" : fmt::format("{} {} wrong", wrong, wrong == 1 ? "line is" : "lines are"));
    good &= wrong == 0;
  }
  return good ? kDone : kFailed;
}

}  // namespace

Result<ChosenKnowledge> knowledge_of(const Settings& settings) {
  auto ours = open_knowledge(settings.knowledge);
  if (!ours) return tl::make_unexpected(ours.error());
  if (settings.dictionaries.empty()) return ChosenKnowledge{std::move(*ours), true};
  auto own = knowledge::load_beside(*ours, settings.dictionaries);
  if (!own) return tl::make_unexpected(own.error());
  print_problems(own->problems, own->left_out);
  return ChosenKnowledge{std::move(own->knowledge), own->problems.empty()};
}

void add_dictionary(CLI::App& app, Settings& s) {
  app.add_option("--dictionary", s.dictionaries,
                 "Your own dictionary beside ours: PETRARCH, TABARI, or our format (repeatable)")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_knowledge_commands(CLI::App& app, Settings& s) {
  CLI::App& command = *app.add_subcommand("knowledge", "Show what is known of a name; check your own files");
  command.require_subcommand(1);
  const auto add_knowledge = [&](CLI::App& to) {
    to.add_option("--knowledge", s.knowledge, "Compiled knowledge to use (the built-in one)")->type_name("FILE");
  };
  CLI::App& showing = *command.add_subcommand("show", "Say what masudi knows of a name, and from where");
  showing.add_option("NAME", s.files, "A name, role word or place")->required()->expected(1);
  showing.add_option("--date", s.date, "Say also what it would be on this day")->type_name("YYYY-MM-DD");
  add_dictionary(showing, s), add_knowledge(showing);
  CLI::App& checking = *command.add_subcommand("check", "Check your own knowledge or dictionary files, line by line");
  checking.add_option("FILE", s.files, "Sources in our format, or PETRARCH and TABARI dictionaries")->required();
  add_knowledge(checking);
}

int knowledge_command(const CLI::App& command, const Settings& settings) {
  return command.got_subcommand("show") ? show(settings) : check(settings);
}

}  // namespace masudi::cli
