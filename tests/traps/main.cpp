// SPDX-License-Identifier: Apache-2.0
// Who is who, and where: asks for the phrase in brackets of every line of the files. usage: masudi-traps FILE…
// The format: tests/traps/README.md.
#include <fmt/format.h>

#include <fstream>
#include <string>
#include <vector>

#include "coding/names.h"
#include "coding/parties.h"
#include "coding/places.h"
#include "coding/speech.h"
#include "embedded/embedded.h"
#include "language/core.h"

namespace masudi::traps {
namespace {

struct Trap {
  std::string day, text, wanted;
  Span phrase;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

// "DAY | sentence with [phrase] | wanted"
Result<Trap> read_trap(const std::string& line) {
  const auto first = line.find(" | ");
  const auto last = line.rfind(" | ");
  if (first == std::string::npos || last == first) return fail("expected: DAY | sentence with [phrase] | who");
  Trap trap{trimmed(line.substr(0, first)),
            trimmed(line.substr(first + 3, last - first - 3)),
            trimmed(line.substr(last + 3)),
            {}};
  const auto open = trap.text.find('[');
  const auto close = trap.text.find(']');
  if (open == std::string::npos || close == std::string::npos || close < open)
    return fail("no [phrase] in the sentence");
  trap.text.erase(close, 1);
  trap.text.erase(open, 1);
  trap.phrase = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
  if (!parse_date(trap.day)) return fail("no such day: " + trap.day);
  return trap;
}

// One document as the coder sees it.
class Reader {
 public:
  Reader(const language::Core& core, const knowledge::Knowledge& knowledge) : core_(core), knowledge_(knowledge) {}

  void read(const Trap& trap) {
    document_.id = "trap", document_.text = trap.text, document_.date = parse_date(trap.day).value();
    core_.analyse(document_.text, workspace_, analysis_);
    tree_.build(analysis_, document_.text);
    names_.find(knowledge_, analysis_, document_.text);
    speech_.read(context());
    places_.read(context());
    parties_.read(context(), speech_, places_);
  }

  // "USA GOV = Barack Obama + GBR" of the parties of the phrase.
  std::vector<std::string> parties(Span phrase) const {
    std::vector<coding::PartyMention> found;
    if (const TokenIndex head = head_in(phrase); head != kNoToken) parties_.at(head, found);
    std::vector<std::string> out;
    for (const auto& m : found) {
      std::string one = m.party.code.empty() ? "?" : m.party.code;
      if (!m.party.sectors.empty()) one += " " + m.party.sectors[0];
      if (!m.party.name.empty()) one += " = " + m.party.name;
      if (!m.party.sponsor.empty()) one += " for " + m.party.sponsor;
      out.push_back(one);
    }
    return out;
  }

  // "GEO Tbilisi, Admin" of the first place in the phrase.
  std::string place(Span phrase) const {
    for (const coding::Toponym& t : places_.all()) {
      const Span span = cover(tree_.span(t.first), tree_.span(t.last - 1));
      if (!phrase.contains(span) && !span.contains(phrase)) continue;
      return fmt::format("{} {}, {}", t.place.country.empty() ? "?" : t.place.country, t.place.name, t.place.admin1);
    }
    return {};
  }

 private:
  coding::Context context() const { return {document_, analysis_, knowledge_, tree_, names_}; }

  TokenIndex head_in(Span span) const {
    TokenIndex best = kNoToken;
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
      if (!span.contains(tree_.span(t))) continue;
      const TokenIndex h = tree_.head(t);
      if (h != kNoToken && span.contains(tree_.span(h))) continue;
      if (best == kNoToken || (!tree_.is_nominal(best) && tree_.is_nominal(t))) best = t;
    }
    return best;
  }

  const language::Core& core_;
  const knowledge::Knowledge& knowledge_;
  language::Workspace workspace_;
  Document document_;
  Analysis analysis_;
  coding::Tree tree_;
  coding::Names names_;
  coding::Speech speech_;
  coding::Parties parties_;
  coding::Places places_;
};

// Whether a party found begins as wanted ("USA", "USA GOV") and has the name and sponsor that are asked for.
bool fits(const std::string& found, const std::string& wanted) {
  const auto equals = wanted.find(" = ");
  const std::string who = wanted.substr(0, equals);
  const bool begins = found.starts_with(who) && (found.size() == who.size() || found[who.size()] == ' ');
  if (const auto sponsor = who.find(" for "); sponsor != std::string::npos) {
    return found.starts_with(who.substr(0, sponsor)) && found.ends_with(who.substr(sponsor));
  }
  return begins && (equals == std::string::npos || found.find(wanted.substr(equals)) != std::string::npos);
}

bool right(const Reader& reader, const Trap& trap, std::string& found) {
  if (trap.wanted.starts_with("at ")) {
    found = reader.place(trap.phrase);
    const std::string wanted = trap.wanted.substr(3);
    return wanted == "nowhere"
               ? found.empty()
               : found.starts_with(wanted.substr(0, 3)) &&
                     found.find(wanted.substr(std::min<std::size_t>(4, wanted.size()))) != std::string::npos;
  }
  const auto all = reader.parties(trap.phrase);
  found = fmt::format("{}", fmt::join(all, " + "));
  if (trap.wanted == "nobody") return all.empty();
  if (trap.wanted.starts_with("not ")) {
    return std::none_of(all.begin(), all.end(), [&](const auto& one) { return fits(one, trap.wanted.substr(4)); });
  }
  std::size_t n = 0;
  std::string rest = trap.wanted;
  while (!rest.empty()) {
    const auto plus = rest.find(" + ");
    if (n >= all.size() || !fits(all[n++], rest.substr(0, plus))) return false;
    rest = plus == std::string::npos ? "" : rest.substr(plus + 3);
  }
  return true;
}

int main(int argc, char** argv) {
  const auto core = language::Core::over(embedded::model());
  const auto knowledge = knowledge::Knowledge::over(embedded::knowledge());
  if (!core || !knowledge) return fmt::print("{}\n", core ? knowledge.error().message : core.error().message), 2;
  Reader reader(*core, *knowledge);
  int passed = 0, failed = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i]);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      if (line.empty() || line.starts_with('#')) continue;
      const auto trap = read_trap(line);
      if (!trap) return fmt::print("{}:{}: {}\n", argv[i], number, trap.error().message), 2;
      reader.read(*trap);
      std::string found;
      const bool good = right(reader, *trap, found);
      ++(good ? passed : failed);
      if (!good) fmt::print("{}:{}: {}\n  found: {}\n", argv[i], number, line, found.empty() ? "nobody" : found);
    }
  }
  fmt::print("{} traps passed, {} failed\n", passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace
}  // namespace masudi::traps

int main(int argc, char** argv) { return masudi::traps::main(argc, argv); }
