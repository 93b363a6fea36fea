// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_whose.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

constexpr std::size_t kMostCountries = 8;    // that are weighed, the most named
constexpr std::uint32_t kFarthestBack = 12;  // sentences that are looked through for where a country was named last
constexpr std::size_t kMostAnswers = 40;     // before it that are looked at

std::string_view words_between(TokenIndex n) {
  return n <= 2 ? "2" : n <= 5 ? "5" : n <= 10 ? "10" : n <= 20 ? "20" : "far";
}

std::string_view sentences_back(std::uint32_t n) {
  constexpr std::array<std::string_view, 4> kNear = {"here", "1", "2", "3"};
  return n < kNear.size() ? kNear[n] : n <= 5 ? "5" : n <= 8 ? "8" : "12";
}

std::string_view rank_word(std::size_t n) {
  constexpr std::array<std::string_view, 4> kRanks = {"first", "second", "third", "later"};
  return kRanks[std::min<std::size_t>(n, 3)];
}

std::string_view share_word(std::uint32_t part, std::uint32_t all) {
  const std::uint32_t tenths = all == 0 ? 0 : 10 * part / all;
  return tenths == 0 ? "0" : tenths <= 2 ? "0.1" : tenths <= 4 ? "0.3" : tenths <= 6 ? "0.5" : "0.7";
}

std::string_view how_named(const Story::Cue& cue) { return cue.guest ? "guest" : cue.place ? "place" : "named"; }

}  // namespace

void Whose::find_last(Phrase& phrase) const {
  for (std::uint32_t back = 0; back <= kFarthestBack && back <= phrase.sentence; ++back) {
    const auto cues = story_.cues_before(phrase.sentence - back, phrase.token);
    for (std::size_t i = cues.size(); i-- > 0;) {
      if (cues[i].guest) continue;
      if (phrase.last.empty()) phrase.last = cues[i].code;
      if (cues[i].place) return phrase.last_place = cues[i].code, void();
    }
  }
}

void Whose::describe_before(const Phrase& phrase, std::string_view code, Features& out) const {
  for (std::uint32_t back = 0; back <= kFarthestBack && back <= phrase.sentence; ++back) {
    const auto cues = story_.cues_before(phrase.sentence - back, phrase.token);
    const auto last = std::ranges::find(cues.rbegin(), cues.rend(), code, &Story::Cue::code);
    if (last == cues.rend()) continue;
    const FeatureWord how = how_named(*last), where = sentences_back(back);
    out.add("whose before", where, how);
    out.add("whose before", where, phrase.kind);
    if (back == 0) out.add("whose words before", words_between(phrase.token - last->token), how);
    if (last->subject) out.add("whose subject before", where);
    return;
  }
  out.add("whose before", "never", phrase.kind);
}

void Whose::describe_behind(const Phrase& phrase, std::string_view code, Features& out) const {
  const auto cues = story_.cues_behind(phrase.sentence, phrase.token);
  const auto first = std::ranges::find(cues, code, &Story::Cue::code);
  if (first == cues.end()) return;
  const FeatureWord how = how_named(*first);
  out.add("whose behind", how, phrase.kind);
  out.add("whose words behind", words_between(first->token - phrase.token), how);
}

void Whose::describe(const Phrase& phrase, std::string_view code, std::size_t rank, Features& out) const {
  const FeatureWord& kind = phrase.kind;
  const auto countries = story_.countries();
  const std::uint32_t weight = rank < countries.size() ? countries[rank].weight : 0;
  if (code == phrase.by_rule) {
    out.add("whose by rule", "yes");
    out.add("whose by rule", kind);
    out.add("whose by rule", phrase.word);
  }
  const FeatureWord share = share_word(weight, story_.weight_of_all());
  out.add("whose country", code, kind);
  out.add("whose rank", rank_word(rank), kind);
  out.add("whose share", share);
  out.add("whose share", share, kind);
  if (code == story_.main()) out.add("whose main", kind);
  const auto opening = story_.opening();
  if (std::ranges::find(opening, code, &Story::Cue::code) != opening.end()) {
    out.add("whose opening", "named", kind);
    if (opening.front().code == code) out.add("whose opening", "first", kind);
  }
  if (code == phrase.last) out.add("whose last", "named"), out.add("whose last", "named", kind);
  if (code == phrase.last_place) out.add("whose last", "place"), out.add("whose last", "place", kind);
  describe_before(phrase, code, out);
  describe_behind(phrase, code, out);
  describe_answers(phrase, code, out);
}

// Whose the phrases before it were: the last one, the last ones of its kind and by its word, that said so themselves or
// did not.
void Whose::describe_answers(const Phrase& phrase, std::string_view code, Features& out) const {
  const FeatureWord& kind = phrase.kind;
  bool last = false, alike = false, word = false, alike_told = false, word_told = false;
  const std::size_t first = answers_.size() > kMostAnswers ? answers_.size() - kMostAnswers : 0;
  const auto tell = [&](bool& done, const FeatureWord& what, const FeatureWord& same) {
    if (!done) out.add(what, same, kind);
    done = true;
  };
  for (std::size_t i = answers_.size(); i-- > first;) {
    const Answer& a = answers_[i];
    const FeatureWord same = a.code == code ? "yes" : "no";
    if (!a.told) tell(last, "whose answer before", same);
    if (a.kind == kind.text)
      a.told ? tell(alike_told, "whose kind told", same) : tell(alike, "whose kind before", same);
    if (a.word == phrase.word.text)
      a.told ? tell(word_told, "whose word told", same) : tell(word, "whose word before", same);
  }
}

void Whose::told(TokenIndex t, std::string_view kind, std::string_view code) {
  if (!context_.by_rules) answers_.push_back({context_.tree.lemma(t), kind, code, true});
}

void Whose::describe_nobody(const Phrase& phrase, Features& out) const {
  const Tree& tree = context_.tree;
  const TokenIndex t = phrase.token;
  const TokenIndex det = tree.child(t, Relation::det);
  const FeatureWord article = det == kNoToken ? "none" : tree.lemma(det);
  out.add("whose nobody", "bias");
  out.add("whose nobody", phrase.kind);
  out.add("whose nobody", phrase.word);
  out.add("whose nobody", phrase.kind, tree.xpos(t) == Xpos::nns ? "several" : "one");
  out.add("whose nobody", article, phrase.kind);
  out.add("whose nobody", tree.has_child(t, Relation::nummod) ? "counted" : "not counted");
  out.add("whose nobody", "rule", phrase.by_rule.empty() ? "none" : "some");
}

std::string_view Whose::country_of(TokenIndex t, std::string_view kind, bool home) {
  const std::string_view by_rule = story_.country_at(t, home);
  const auto countries = story_.countries();
  if (context_.by_rules || countries.empty()) return by_rule;
  Phrase phrase{t, context_.tree.lemma(t), kind, by_rule, context_.tree.sentence(t), {}, {}};
  find_last(phrase);
  WhoseObservation seen{t, {}};
  // Where nothing is known for or against them, it stays with the rule.
  std::string_view best = by_rule;
  double highest = 0;
  const auto weigh = [&](std::string_view code, std::size_t rank) {
    features_.clear();
    code.empty() ? describe_nobody(phrase, features_) : describe(phrase, code, rank, features_);
    if (observed_ != nullptr) seen.candidates.push_back({std::string(code), code == by_rule, features_.words()});
    const double weight = context_.knowledge.weight_of(features_.hashes());
    if (code == by_rule || weight > highest) best = code, highest = weight;
  };
  const auto rank_of = [&](std::string_view code) {
    const auto at = std::ranges::find(countries, code, &Story::Named::code);
    return static_cast<std::size_t>(at - countries.begin());
  };
  weigh(by_rule, rank_of(by_rule));
  for (std::size_t i = 0; i < std::min(countries.size(), kMostCountries); ++i) {
    if (countries[i].code != by_rule) weigh(countries[i].code, i);
  }
  if (!by_rule.empty()) weigh({}, 0);
  if (observed_ != nullptr) observed_->push_back(std::move(seen));
  answers_.push_back({phrase.word.text, phrase.kind.text, best, false});
  return best;
}

}  // namespace masudi::coding
