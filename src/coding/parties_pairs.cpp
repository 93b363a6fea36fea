// SPDX-License-Identifier: Apache-2.0
// Words for two who were told of before: "both sides", "the two countries", "the two presidents", "each side".
#include <algorithm>
#include <array>

#include "coding/parties_antecedent.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

bool is_fighter(std::string_view sector) { return words::one_of(sector, {"REB", "PRM", "UAF", "OPP", "CRM"}); }

bool is_above_states(std::string_view code) { return words::one_of(code, {"UNO", "IGO", "NGO", "EUR", "MNC"}); }

}  // namespace

// Whether two are counted: "the two leaders", "both countries".
bool PartyReader::counts_two(TokenIndex t) const {
  const TokenIndex number = tree_.child(t, Relation::nummod), det = tree_.child(t, Relation::det);
  if (det == kNoToken) return false;
  return tree_.lemma(det) == "both" || (number != kNoToken && words::one_of(tree_.lemma(number), {"two", "2"}));
}

// Whether a phrase says that it means two; "each side" does too.
bool PartyReader::means_two(TokenIndex t, std::string_view word) const {
  if (word == "both sides" || word == "two sides") return true;
  const TokenIndex det = tree_.child(t, Relation::det);
  if (det != kNoToken && words::one_of(tree_.lemma(det), {"each", "either"}) && !is_plural(t))
    return word == "side" || words::state(word);
  return is_plural(t) && counts_two(t);
}

// Who does something to the phrase: "Qatari mediators met both sides", "Spain called on the two sides". Others than
// they are meant.
TokenIndex PartyReader::who_acts_on(TokenIndex t) const {
  constexpr int kHighest = 4;
  TokenIndex at = t;
  for (int steps = 0; steps < kHighest; ++steps) {
    const Relation r = tree_.relation(at);
    const TokenIndex up = tree_.head(at);
    if (up == kNoToken || r == Relation::nsubj || r == Relation::nsubj_pass) return kNoToken;
    if (tree_.is_verb(up)) return tree_.logical_subject(up);
    at = up;
  }
  return kNoToken;
}

// Who says what the phrase stands in.
TokenIndex PartyReader::speaker_above(TokenIndex t) const {
  constexpr int kHighest = 8;
  TokenIndex at = t;
  for (int steps = 0; steps < kHighest && tree_.head(at) != kNoToken; ++steps, at = tree_.head(at)) {
    if (tree_.relation(at) == Relation::ccomp) return tree_.logical_subject(tree_.head(at));
  }
  return kNoToken;
}

// Those whom a story tells of, as sides: a state with all its own, its armed opponents apart. How often each was
// mentioned, how often two in one sentence; what was told last counts more.
class PartyReader::Sides {
 public:
  struct Side {
    std::string_view code;
    bool fights;
    double weight;
    Member last;
  };

  std::size_t find(std::string_view code, bool fights) {
    std::size_t i = 0;
    while (i < count_ && (sides_[i].code != code || sides_[i].fights != fights)) ++i;
    if (i == count_ && count_ < kMost) sides_[count_++] = {code, fights, 0, {}};
    return i;
  }
  void add(std::size_t i, double weight, Member member) {
    sides_[i].weight += weight;
    if (sides_[i].last.token == 0 || member.token > sides_[i].last.token) sides_[i].last = member;
  }
  void add_together(std::size_t i, std::size_t k, double weight) {
    together_[std::min(i, k)][std::max(i, k)] += weight;
  }
  std::size_t count() const { return count_; }
  const Side& operator[](std::size_t i) const { return sides_[i]; }
  double together(std::size_t i, std::size_t k) const {
    constexpr double kBySelf = 0.25;  // of the lesser of two that are told of apart
    constexpr double kWar = 1.5;      // rebels and whom they fight
    const double sum = together_[i][k] + kBySelf * std::min(sides_[i].weight, sides_[k].weight);
    return sides_[i].fights != sides_[k].fights ? kWar * sum : sum;
  }

  static constexpr std::size_t kMost = 12;

 private:
  std::array<Side, kMost> sides_{};
  std::array<std::array<double, kMost>, kMost> together_{};
  std::size_t count_ = 0;
};

// The two who were told of together most before the token.
bool PartyReader::pair_before(TokenIndex t, std::string_view but, std::string_view nor, bool states, bool persons,
                              Several& pair) const {
  constexpr double kFading = 0.85;  // of a sentence beside the one behind it
  constexpr std::uint32_t kBack = 20;
  Sides sides;
  const std::uint32_t sentence = tree_.sentence(t);
  double weight = 1;
  for (std::uint32_t back = 0; back <= kBack && back <= sentence; ++back, weight *= kFading) {
    const Sentence& s = context_.analysis.sentences[sentence - back];
    const TokenIndex end = back == 0 ? t : s.last;
    if (t - s.first > kFarTokens && back > 0) break;
    std::array<std::size_t, Sides::kMost> here;
    std::size_t count = 0;
    for (TokenIndex w = end - s.first > kFarTokens ? end - kFarTokens : s.first; w < end; ++w) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w || m->grade == Grade::generic || m->own_place) continue;
      for (const Member& member : cast_.members(*m)) {
        const Referent& r = cast_.referent(member.who);
        const std::string_view code = r.who.code;
        if (r.nature == Nature::place || code.empty() || code == but || code == nor || is_above_states(code)) continue;
        if (persons && r.nature != Nature::person) continue;
        const bool fights = !states && !persons && is_fighter(r.who.sector());
        const std::size_t i = sides.find(code, fights);
        if (i == sides.count()) continue;
        sides.add(i, weight, {member.who, w});
        const auto known = here.begin() + static_cast<std::ptrdiff_t>(count);
        if (std::find(here.begin(), known, i) != known) continue;
        for (std::size_t k = 0; k < count; ++k) sides.add_together(here[k], i, weight);
        if (count < here.size()) here[count++] = i;
      }
    }
  }
  double most = 0;
  for (std::size_t i = 0; i < sides.count(); ++i) {
    for (std::size_t k = i + 1; k < sides.count(); ++k) {
      if (sides.together(i, k) <= most) continue;
      most = sides.together(i, k);
      pair = {};
      pair.add(sides[i].last), pair.add(sides[k].last);
    }
  }
  return pair.count == 2;
}

// "the two leaders", "both countries", "the sides".
bool PartyReader::resolve_pair(TokenIndex t, Words core, std::string_view word) {
  if (!means_two(t, word)) return false;
  const bool states = words::state(word), persons = words::office_holder(word);
  if (!states && !persons && !words::side(word)) return false;
  const auto code_at = [&](TokenIndex w) {
    const Mention* m = w == kNoToken ? nullptr : cast_.at(w);
    return m == nullptr || m->member_count != 1 ? std::string_view{} : cast_.first(*m).who.code;
  };
  const std::string_view acts = code_at(who_acts_on(t)), says = code_at(speaker_above(t));
  Several pair;
  // "Egypt said both sides had agreed": others than who says so, if there are two others.
  if (!pair_before(t, acts, says, states, persons, pair) && !pair_before(t, acts, {}, states, persons, pair))
    return false;
  if (states) states_of(pair);
  put_several(t, core, pair, Grade::described, Reason::definite);
  return true;
}

}  // namespace masudi::coding
