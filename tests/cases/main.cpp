// SPDX-License-Identifier: Apache-2.0
// Runs the scenario cases of a file with the model and the knowledge that are built in. usage: masudi-cases FILE…
#include <fmt/format.h>

#include <cstdio>

#include "case.h"
#include "coding/coder.h"
#include "embedded/embedded.h"
#include "format/labels.h"
#include "knowledge/knowledge.h"
#include "language/core.h"
#include "read/text.h"

namespace masudi::cases {
namespace {

std::string one_line(const Event& event, std::string_view text) {
  const auto list = [&](const std::vector<Party>& all) {
    const std::string words = format::join(all, " + ", [&](const Party& p) { return format::label(p, text); });
    return words.empty() ? std::string("-") : words;
  };
  std::string out =
      fmt::format("{} {} -> {}", format::type_and_modes(event), list(event.actors), list(event.recipients));
  if (!event.via.empty()) out += " via " + list(event.via);
  out += fmt::format(" [{}] date={}", name(event.status), format::days(event));
  if (!event.places.empty()) out += " at " + format::join(event.places, "; ", [](const Place& p) { return p.name; });
  if (!event.attribution.empty()) {
    out += " by " + format::join(event.attribution, "; ", [&](const Voice& v) { return format::who(v.party, text); });
  }
  if (const std::string sizes = format::quantities(event); !sizes.empty()) out += " " + sizes;
  return out + fmt::format(" \"{}\"", event.trigger.in(text));
}

// The lines of the case that are not met.
std::vector<const Expectation*> unmet(const Case& test, const std::vector<Event>& events, std::string_view text) {
  std::vector<const Expectation*> out;
  std::vector<bool> used(events.size());
  for (const Expectation& wanted : test.expectations) {
    std::size_t found = events.size();
    for (std::size_t i = 0; i < events.size() && found == events.size(); ++i) {
      const bool is_free = wanted.forbidden || !used[i];
      if (!wanted.count && is_free && meets(events[i], wanted, text)) found = i;
    }
    const bool was_found = found < events.size();
    if (was_found && !wanted.forbidden) used[found] = true;
    const bool met =
        wanted.count ? events.size() == static_cast<std::size_t>(*wanted.count) : was_found != wanted.forbidden;
    if (!met) out.push_back(&wanted);
  }
  return out;
}

struct Coding {
  const language::Core& core;
  const coding::Coder& coder;
  language::Workspace language{};
  coding::Workspace workspace{};
  Analysis analysis{};
  coding::Coded coded{};
};

// True: all lines are met.
bool run(const Case& test, const std::string& path, Coding& coding) {
  const std::string where = fmt::format("{}:{}", path, test.line);
  const read::Record record = read::text_document(test.text, where, {});
  if (!record.document) {
    fmt::print("{}\n", record.document.error().message);
    return false;
  }
  const Document& document = *record.document;
  coding.core.analyse(document.text, coding.language, coding.analysis);
  coding.coded.clear();
  coding.coder.code(document, coding.analysis, coding.workspace, coding.coded);
  const auto missed = unmet(test, coding.coded.events, document.text);
  if (missed.empty()) return true;
  fmt::print("{}: {}\n", where, test.name);
  for (const Expectation* wanted : missed) fmt::print("  line {}, not met: {}\n", wanted->line, wanted->source);
  for (const Event& event : coding.coded.events) fmt::print("  found: {}\n", one_line(event, document.text));
  for (const NearMiss& miss : coding.coded.near_misses) {
    fmt::print("  no event: \"{}\": {}\n", miss.trigger.in(document.text), miss.reason);
  }
  return false;
}

int main(int argc, char** argv) {
  const auto core = language::Core::over(embedded::model());
  const auto knowledge = knowledge::Knowledge::over(embedded::knowledge());
  if (!core || !knowledge) {
    fmt::print("{}\n", core ? knowledge.error().message : core.error().message);
    return 2;
  }
  const coding::Coder coder(*knowledge);
  Coding coding{*core, coder};
  int passed = 0;
  int failed = 0;
  for (int i = 1; i < argc; ++i) {
    const auto cases = read_cases(argv[i]);
    if (!cases) {
      fmt::print("{}\n", cases.error().message);
      return 2;
    }
    for (const Case& test : *cases) ++(run(test, argv[i], coding) ? passed : failed);
  }
  fmt::print("{} cases passed, {} failed\n", passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace masudi::cases

int main(int argc, char** argv) { return masudi::cases::main(argc, argv); }
