// SPDX-License-Identifier: Apache-2.0
// masudi-examples [--failures] [--check] [FILE-NAME-PART]: codes the example of every lexicon entry, by lexicon and
// rules alone, and checks that it gives an event of the entry's type with the marked actor and recipient, and whether
// that entry found it. Entries of NONE must give no event; entries of LIGHT must lend their parties to some event.
// Prints a table by files, with --failures also what fails, with --check that alone: the build runs it, and fails where
// it does (code 1).
#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "coding/coder.h"
#include "embedded/embedded.h"
#include "language/core.h"

namespace masudi {
namespace {

struct Example {
  std::string text;
  std::vector<Span> actors, recipients;
};

// "<Rebels> shelled [the base]." → the text, and where the marked phrases stand.
Example read_example(std::string_view marked) {
  Example out;
  std::uint32_t open = 0;
  for (char c : marked) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == '<' || c == '[')
      open = at;
    else if (c == '>')
      out.actors.push_back({open, at});
    else if (c == ']')
      out.recipients.push_back({open, at});
    else
      out.text += c;
  }
  return out;
}

bool meets(const std::vector<Party>& parties, const std::vector<Span>& marked) {
  for (const Span m : marked) {
    bool any = false;
    for (const Party& p : parties) any = any || p.span.overlaps(m);
    if (!any) return false;
  }
  return true;
}

// Whether the event has those who are marked. Of two who meet the one who is visited is the recipient (codebook part
// 4).
bool casts(const knowledge::TriggerRecord& entry, const Event& e, const Example& example) {
  if (entry.reciprocal == 0) return meets(e.actors, example.actors) && meets(e.recipients, example.recipients);
  std::vector<Party> both = e.actors;
  both.insert(both.end(), e.recipients.begin(), e.recipients.end());
  return meets(both, example.actors) && meets(both, example.recipients);
}

struct Tally {
  int all = 0, typed = 0, by_entry = 0, cast = 0;
};

class Checker {
 public:
  Checker(const language::Core& core, const knowledge::Knowledge& knowledge, bool failures)
      : core_(core), knowledge_(knowledge), coder_(knowledge), failures_(failures) {}

  void check(const knowledge::TriggerRecord& entry) {
    const Example example = read_example(knowledge_.text(entry.example));
    document_.text = example.text;
    document_.date = *make_date(2024, 3, 12);
    core_.analyse(document_.text, language_, analysis_);
    coder_.code_by_rules(document_, analysis_, workspace_, coded_);
    const std::string file(knowledge_.text(entry.file));
    const std::string label = file + ":" + std::to_string(entry.line) + " ";
    Tally& tally = tallies_[file];
    ++tally.all;
    bool typed = false, by_entry = false, cast = false;
    if (entry.type == knowledge::kTypeNone) {
      for (const NearMiss& m : coded_.near_misses) typed = typed || m.entry.starts_with(label);
      typed = typed && coded_.events.empty();
      by_entry = cast = typed;
    } else if (entry.type == knowledge::kTypeLight) {
      for (const Event& e : coded_.events) {
        typed = true;
        by_entry = by_entry || e.evidence.entry.find(label) != std::string::npos;
        cast = cast || casts(entry, e, example);
      }
    } else {
      for (const Event& e : coded_.events) {
        if (e.type != static_cast<EventType>(entry.type)) continue;
        typed = true;
        by_entry = by_entry || e.evidence.entry.starts_with(label);
        cast = cast || casts(entry, e, example);
      }
    }
    tally.typed += typed, tally.by_entry += by_entry, tally.cast += typed && cast;
    if (failures_ && !(typed && cast)) tell(entry, label, typed);
  }

  // How many fail.
  int failed() const {
    int out = 0;
    for (const auto& [file, t] : tallies_) out += t.all - t.cast;
    return out;
  }

  void report() const {
    Tally sum;
    std::printf("%-36s %6s %6s %8s %6s\n", "", "all", "type", "by entry", "cast");
    for (const auto& [file, t] : tallies_) {
      std::printf("%-36s %6d %6d %8d %6d\n", file.c_str(), t.all, t.typed, t.by_entry, t.cast);
      sum.all += t.all, sum.typed += t.typed, sum.by_entry += t.by_entry, sum.cast += t.cast;
    }
    std::printf("%-36s %6d %6d %8d %6d\n", "all", sum.all, sum.typed, sum.by_entry, sum.cast);
  }

 private:
  void tell(const knowledge::TriggerRecord& entry, const std::string& label, bool typed) const {
    std::printf("%s%s: %s\n    %s\n", label.c_str(), std::string(knowledge_.text(entry.trigger)).c_str(),
                typed ? "actor or recipient is not found" : "its type is not found",
                std::string(knowledge_.text(entry.example)).c_str());
    for (const Event& e : coded_.events) {
      std::printf("    found %s by %s:", std::string(name(e.type)).c_str(), e.evidence.entry.c_str());
      for (const Party& p : e.actors) std::printf(" <%s>", std::string(p.span.in(document_.text)).c_str());
      for (const Party& p : e.recipients) std::printf(" [%s]", std::string(p.span.in(document_.text)).c_str());
      std::printf("\n");
    }
    for (const NearMiss& m : coded_.near_misses) std::printf("    missed %s: %s\n", m.entry.c_str(), m.reason.c_str());
  }

  const language::Core& core_;
  const knowledge::Knowledge& knowledge_;
  coding::Coder coder_;
  bool failures_;
  Document document_;
  Analysis analysis_;
  language::Workspace language_;
  coding::Workspace workspace_;
  coding::Coded coded_;
  std::map<std::string, Tally> tallies_;
};

}  // namespace
}  // namespace masudi

int main(int argc, char** argv) {
  using namespace masudi;
  const auto core = language::Core::over(embedded::model());
  const auto knowledge = knowledge::Knowledge::over(embedded::knowledge());
  if (!core || !knowledge) {
    std::fprintf(stderr, "%s\n", core ? knowledge.error().message.c_str() : core.error().message.c_str());
    return 2;
  }
  bool failures = false, check = false;
  std::string_view part;
  for (const std::string_view argument : std::span(argv + 1, argv + argc)) {
    if (argument == "--failures") {
      failures = true;
    } else if (argument == "--check") {
      check = true;
    } else {
      part = argument;
    }
  }
  Checker checker(*core, *knowledge, failures || check);
  for (const auto& entry : knowledge->all_triggers()) {
    if (knowledge->text(entry.file).find(part) != std::string_view::npos) checker.check(entry);
  }
  if (!check) checker.report();
  if (check && checker.failed() > 0) {
    std::fprintf(stderr,
                 "%d examples of the lexicon do not code as they say; mend the entry, its example or the coder\n",
                 checker.failed());
  }
  return checker.failed() == 0 ? 0 : 1;
}
