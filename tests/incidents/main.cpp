// SPDX-License-Identifier: Apache-2.0
// Codes the sets of reports of each file, clusters them, and scores mentions and counts of origins.
// usage: masudi-incidents [--verbose] [--min-f1 0.9] FILE…
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <map>
#include <set>
#include <string_view>

#include "coding/coder.h"
#include "embedded/embedded.h"
#include "knowledge/knowledge.h"
#include "language/core.h"
#include "record/facts.h"
#include "record/record.h"
#include "score.h"
#include "set.h"

namespace masudi::incidents {
namespace {

struct Coding {
  const language::Core& core;
  const coding::Coder& coder;
  language::Workspace language{};
  coding::Workspace workspace{};
  Analysis analysis{};
  coding::Coded coded{};
};

struct Tally {
  BCubed found;  // over the mentions that the coder found
  BCubed all;    // over all; one that was not found is in no cluster
  std::size_t origins_right = 0;
  std::size_t incidents = 0;
  std::size_t facts_right = 0;
  std::size_t facts = 0;
};

using Events = std::map<std::string, std::vector<Event>>;  // by report

// The event that is meant: its trigger overlaps the words, or it has the type and stands in their sentence.
std::optional<std::uint32_t> find(const WantedMention& wanted, EventType type, const Document& report,
                                  const std::vector<Event>& events, std::set<record::MentionRef>& taken) {
  const auto at = report.text.find(wanted.words);
  if (at == std::string::npos) return std::nullopt;
  const Span words{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted.words.size())};
  for (const int pass : {0, 1, 2}) {
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      const bool overlaps = events[i].trigger.overlaps(words);
      const bool same_type = events[i].type == type;
      const bool fits = pass == 0   ? overlaps && same_type
                        : pass == 1 ? overlaps
                                    : same_type && events[i].sentence_span.overlaps(words);
      if (fits && taken.insert({report.id, i}).second) return i;
    }
  }
  return std::nullopt;
}

class Scoring {
 public:
  Scoring(const Set& set, const std::string& path, Coding& coding, bool verbose)
      : set_(set), path_(path), coding_(coding), verbose_(verbose) {}

  void run(Tally& tally) {
    code();
    match();
    std::vector<Item> found;
    for (const Item& item : items_) {
      if (item.found != 0) found.push_back(item);
    }
    add(found, tally.found);
    add(items_, tally.all);
    for (std::size_t i = 0; i < set_.incidents.size(); ++i) check(set_.incidents[i], best_[i], tally);
    if (verbose_ && !complaints_.empty()) explain();
  }

 private:
  void code() {
    std::vector<record::Digest> digests;
    for (const Document& report : set_.reports) {
      coding_.core.analyse(report.text, coding_.language, coding_.analysis);
      coding_.coded.clear();
      coding_.coder.code(report, coding_.analysis, coding_.workspace, coding_.coded);
      digests.push_back(record::digest({report, coding_.coded.events, coding_.coded.provenance}));
      events_[report.id] = coding_.coded.events;
    }
    record_.add(std::move(digests));
  }

  const Document* report(const std::string& id) const {
    for (const Document& one : set_.reports) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }

  // The found incident of each wanted mention, and of each wanted incident the one with most of its mentions.
  void match() {
    std::map<record::IncidentId, std::size_t> numbers;
    std::set<record::MentionRef> taken;
    for (std::size_t i = 0; i < set_.incidents.size(); ++i) {
      std::map<record::IncidentId, int> votes;
      for (const WantedMention& wanted : set_.incidents[i].mentions) {
        const Document* document = report(wanted.report);
        const auto event = document == nullptr
                               ? std::nullopt
                               : find(wanted, set_.incidents[i].type, *document, events_[wanted.report], taken);
        std::size_t number = 0;
        if (event) {
          const record::IncidentId id = record_.placed(wanted.report)->incidents[*event];
          ++votes[id];
          number = numbers.emplace(id, numbers.size() + 1).first->second;
        } else {
          complaints_.push_back(fmt::format("not coded: {} \"{}\"", wanted.report, wanted.words));
        }
        items_.push_back({i + 1, number});
      }
      best_.push_back(0);
      for (const auto& [id, count] : votes) {
        if (best_[i] == 0 || count > votes[best_[i]]) best_[i] = id;
      }
      if (votes.size() > 1)
        complaints_.push_back(fmt::format("line {}: in {} incidents", set_.incidents[i].line, votes.size()));
    }
  }

  void check(const WantedIncident& wanted, record::IncidentId id, Tally& tally) {
    ++tally.incidents;
    tally.facts += wanted.facts.size();
    if (id == 0) return;
    const record::Incident incident = *record_.incident(id);
    if (incident.origins.size() == wanted.origins) {
      ++tally.origins_right;
    } else {
      complaints_.push_back(fmt::format("line {}: {} origins wanted", wanted.line, wanted.origins));
    }
    for (const Fact& fact : wanted.facts) {
      if (holds(fact, incident)) {
        ++tally.facts_right;
      } else {
        complaints_.push_back(fmt::format("line {}: not met: {} {}", wanted.line, fact.key, fact.value));
      }
    }
  }

  static bool has(const record::Incident& incident, record::Stance wanted) {
    for (const auto& stance : incident.stances) {
      if (stance.stance == wanted) return true;
    }
    return false;
  }

  static bool holds(const Fact& fact, const record::Incident& incident) {
    if (fact.key == "claimed") return has(incident, record::Stance::claims);
    if (fact.key == "denied") return has(incident, record::Stance::denies);
    if (fact.key == "verdict") return name(incident.verdict) == fact.value;
    if (fact.key == "circular") {
      for (const auto& citation : incident.citations) {
        if (citation.circular) return true;
      }
      return false;
    }
    for (const auto& figure : incident.figures) {
      const auto end = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : "-"; };
      if (name(figure.measure) == fact.key) return end(figure.all.low) + ".." + end(figure.all.high) == fact.value;
    }
    return false;
  }

  void explain() const {
    fmt::print("{}:{}: {}\n", path_, set_.line, set_.name);
    for (const std::string& complaint : complaints_) fmt::print("  {}\n", complaint);
    for (const record::IncidentId id : record_.incident_ids()) {
      const record::Incident incident = *record_.incident(id);
      fmt::print("  {} {} {} [{}]\n", name(incident.type), to_string(incident.first),
                 incident.place ? incident.place->name : "-", name(incident.verdict));
      fmt::print("    {}\n", incident.reasoning);
      for (const auto& mention : incident.mentions) {
        const Event& event = events_.at(mention.report)[mention.event];
        fmt::print("    {} \"{}\" {} {}\n", mention.report, event.trigger.in(report(mention.report)->text),
                   name(event.status), to_string(event.date.value_or(Date{})));
      }
    }
  }

  const Set& set_;
  const std::string& path_;
  Coding& coding_;
  bool verbose_;
  record::Record record_;
  Events events_;
  std::vector<Item> items_;
  std::vector<record::IncidentId> best_;
  std::vector<std::string> complaints_;
};

void print(const std::string& path, std::size_t sets, const Tally& t) {
  const auto share = [](std::size_t part, std::size_t of) {
    return of == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(of);
  };
  fmt::print("{}: {} sets\n", path, sets);
  fmt::print("  mentions found by the coder  {} of {}\n", t.found.items, t.all.items);
  fmt::print("  BCubed of those found        P {:.3f}  R {:.3f}  F1 {:.3f}\n", t.found.p(), t.found.r(), t.found.f1());
  fmt::print("  BCubed of all                P {:.3f}  R {:.3f}  F1 {:.3f}\n", t.all.p(), t.all.r(), t.all.f1());
  fmt::print("  counts of origins right      {} of {} ({:.3f})\n", t.origins_right, t.incidents,
             share(t.origins_right, t.incidents));
  fmt::print("  other facts right            {} of {}\n", t.facts_right, t.facts);
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
  bool verbose = false;
  double least = 0;
  bool good = true;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--verbose") {
      verbose = true;
      continue;
    }
    if (argument == "--min-f1" && i + 1 < argc) {
      const std::string_view number = argv[++i];
      std::from_chars(number.data(), number.data() + number.size(), least);
      continue;
    }
    const auto sets = read_sets(argument);
    if (!sets) {
      fmt::print("{}\n", sets.error().message);
      return 2;
    }
    Tally tally;
    for (const Set& set : *sets) Scoring(set, argument, coding, verbose).run(tally);
    print(argument, sets->size(), tally);
    good &= tally.all.f1() >= least;
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace masudi::incidents

int main(int argc, char** argv) { return masudi::incidents::main(argc, argv); }
