// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_story.h"

#include <algorithm>

#include "coding/parties_who.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

bool is_locative(std::string_view preposition) {
  for (std::string_view p :
       {"in", "at", "near", "inside", "outside", "across", "throughout", "around", "within", "on"}) {
    if (preposition == p) return true;
  }
  return false;
}

bool is_country(std::string_view code) {
  return code.size() == 3 && code != "UNO" && code != "IGO" && code != "NGO" && code != "IMG" && code != "ISM" &&
         code != "MNC" && code != "EUR";
}

// The word that a name belongs to, also where others stand before it: "embassies" of "the Egyptian and Turkish
// embassies", "the embassies of France and Rwanda".
TokenIndex owned_by(const Tree& tree, const Meaning& m) {
  constexpr int kLongest = 8;
  TokenIndex t = m.head;
  for (int steps = 0; steps < kLongest && tree.relation(t) == Relation::conj && tree.head(t) != kNoToken; ++steps)
    t = tree.head(t);
  return tree.head(t);
}

// "the French embassy" says nothing of where the story is.
bool stands_abroad(const Tree& tree, const Meaning& m) {
  const TokenIndex h = owned_by(tree, m);
  if (h == kNoToken) return false;
  const std::string_view lemma = tree.lemma(h);
  return lemma == "embassy" || lemma == "Embassy" || lemma == "consulate" || lemma == "Consulate" ||
         lemma == "ambassador";
}

// "in Bangladesh", "in Bangladesh's capital Dhaka", "in the Indian city of Pune".
bool says_where(const Tree& tree, const Meaning& m) {
  if (m.sense != Sense::nationality && is_locative(tree.preposition(m.head))) return true;
  const Relation r = tree.relation(m.head);
  const TokenIndex up = tree.head(m.head);
  const bool inside = r == Relation::nmod_poss || r == Relation::amod || r == Relation::compound ||
                      r == Relation::appos || r == Relation::nmod;
  return inside && up != kNoToken && words::region(tree.lemma(up)) && is_locative(tree.preposition(up));
}

// "a Swiss tourist", "a Tunisian": the nation of a private person is told where he is not at home.
bool tells_of_guest(const Context& context, const Meanings& meanings, const Meaning& m) {
  if (m.sense != Sense::nationality) return false;
  const Relation r = context.tree.relation(m.head);
  if (r != Relation::amod && r != Relation::compound) {
    const TokenIndex det = context.tree.child(m.head, Relation::det);
    return !m.plural && det != kNoToken && context.tree.lemma(det) == "a";
  }
  const TokenIndex up = context.tree.head(m.head);
  const Meaning* role = up == kNoToken ? nullptr : meanings.at(up);
  if (role == nullptr || role->sense != Sense::role || role->plural) return false;
  const knowledge::RoleRecord& record = context.knowledge.roles()[role->id];
  const std::string_view sector = context.knowledge.text(record.sectors).substr(0, 3);
  return (record.flags & (knowledge::kRoleState | knowledge::kRoleThing | knowledge::kRoleTitle)) == 0 &&
         (sector == "CVL" || sector == "JRN" || sector == "EDU");
}

constexpr std::uint32_t kSentencesBack = 4;
constexpr TokenIndex kWindow = 150;  // no reader looks farther back than that; keeps long lists linear

}  // namespace

void Story::read(const Context& context, const Meanings& meanings) {
  tree_ = &context.tree;
  cues_.clear(), weights_.clear(), weight_of_all_ = 0;
  first_cue_.assign(context.analysis.sentences.size() + 1, 0);
  for (const Meaning& m : meanings.all()) {
    if (m.sense == Sense::role || is_congress(context.tree, m)) continue;
    std::string_view code = m.code;
    bool guest = tells_of_guest(context, meanings, m);
    if (m.sense == Sense::entity) {
      const Who who = who_is(context.knowledge, context.knowledge.entities()[m.id], context.document.date);
      code = who.code;
      guest = who.sector() == "JRN";  // who reports it is seldom where it happens
    }
    if (!is_country(code) || stands_abroad(context.tree, m)) continue;
    const bool place = m.is_geographic() && says_where(context.tree, m);
    const Relation relation = context.tree.relation(m.head);
    const bool subject = relation == Relation::nsubj || relation == Relation::nsubj_pass;
    cues_.push_back({m.first, code, place, guest, subject});
    const std::uint32_t sentence = context.tree.sentence(m.first);
    ++first_cue_[sentence + 1];
    const std::uint32_t weight = guest ? 0 : (sentence == 0 ? 2 : 1) + (place ? 1 : 0);
    weight_of_all_ += weight;
    const auto known = std::ranges::find(weights_, code, &Named::code);
    if (known == weights_.end()) {
      weights_.push_back({code, weight});
    } else {
      known->weight += weight;
    }
  }
  std::ranges::stable_sort(weights_, std::greater<>(), &Named::weight);
  for (std::size_t s = 1; s < first_cue_.size(); ++s) first_cue_[s] += first_cue_[s - 1];
  // Top-level domains that one government alone may use. Source: RFC 1591; 41 CFR 102-173.
  const std::string_view source = context.document.source;
  home_ = source.ends_with(".gov") || source.ends_with(".mil") ? "USA" : "";
  main_ = most_named({});
}

bool Story::names(std::string_view code) const {
  return std::ranges::find(weights_, code, &Named::code) != weights_.end();
}

std::string_view Story::most_named(std::string_view without) const {
  for (const Named& named : weights_) {
    if (named.code != without) return named.weight > 0 ? named.code : std::string_view{};
  }
  return {};
}

const Story::Cue* Story::in_sentence(std::uint32_t sentence, TokenIndex t, bool home, std::string_view without) const {
  const Cue* best = nullptr;
  double best_score = -1e9;
  const auto from = cues_.begin() + first_cue_[sentence], to = cues_.begin() + first_cue_[sentence + 1];
  const TokenIndex window = t > kWindow ? t - kWindow : 0;
  auto at = std::lower_bound(from, to, window, [](const Cue& cue, TokenIndex token) { return cue.token < token; });
  if (at == to && from != to) --at;  // a later sentence asks: its last words are nearest
  for (; at != to && at->token < t + kWindow; ++at) {
    const Cue& cue = *at;
    if (cue.code == without) continue;
    const double distance = cue.token > t ? cue.token - t : t - cue.token;
    double score = -distance / 12.0;
    if (cue.place) score += home ? 1.5 : 3.0;
    if (cue.code == main_) score += home ? 0.7 : 0.3;
    if (cue.guest) score -= 1.5;
    if (score > best_score) best = &cue, best_score = score;
  }
  return best;
}

std::span<const Story::Cue> Story::cues_before(std::uint32_t sentence, TokenIndex t) const {
  const auto all = cues(sentence);
  const auto n = static_cast<std::size_t>(std::ranges::lower_bound(all, t, {}, &Cue::token) - all.begin());
  return all.first(n).last(std::min(n, kMostCues));
}

std::span<const Story::Cue> Story::cues_behind(std::uint32_t sentence, TokenIndex t) const {
  const auto all = cues(sentence);
  const auto n = static_cast<std::size_t>(std::ranges::upper_bound(all, t, {}, &Cue::token) - all.begin());
  return all.subspan(n, std::min(all.size() - n, kMostCues));
}

std::string_view Story::place_before(std::uint32_t sentence) const {
  for (std::uint32_t back = 0; back <= kSentencesBack && back <= sentence; ++back) {
    for (std::uint32_t i = first_cue_[sentence - back]; i < first_cue_[sentence - back + 1]; ++i) {
      if (cues_[i].place && cues_[i].code != home_) return cues_[i].code;
    }
  }
  return {};
}

std::string_view Story::best_at(TokenIndex t, bool home, std::string_view without) const {
  const std::uint32_t sentence = tree_->sentence(t);
  const Cue* here = in_sentence(sentence, t, home, without);
  if (here != nullptr && !here->guest) return here->code;
  for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
    const std::uint32_t s = sentence - back;
    std::string_view place;
    for (std::uint32_t i = first_cue_[s]; i < first_cue_[s + 1]; ++i) {
      if (cues_[i].place && cues_[i].code != without) place = cues_[i].code;
    }
    if (!place.empty()) return place;
  }
  const std::string_view most = without.empty() ? main_ : most_named(without);
  return here != nullptr && most.empty() ? here->code : most;
}

}  // namespace masudi::coding
