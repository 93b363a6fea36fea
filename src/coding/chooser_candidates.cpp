// SPDX-License-Identifier: Apache-2.0
// Whom a side of a draft may be.
#include <fmt/format.h>

#include <algorithm>

#include "coding/chooser.h"
#include "coding/clause.h"

namespace masudi::coding {
namespace {

constexpr std::uint32_t kFarBack = 6;         // sentences
constexpr std::size_t kMostEarlier = 8;       // candidates of earlier drafts
constexpr std::size_t kMostBack = 200;        // drafts that are looked at for them
constexpr std::ptrdiff_t kMostPhrases = 24;   // candidates of the sentence before the trigger, and behind it
constexpr std::uint32_t kLongestSpeech = 20;  // sentences between what is said and who says it
constexpr int kHighest = 8;                   // steps up the tree to the draft that another is told by

// Towns do not act (a capital that does is the subject); they are shelled and seized, but nobody asks them for
// anything.
bool may_be_aimed_at(const Draft& draft, Side side) {
  return side == Side::recipient && (draft.type == EventType::assault || draft.type == EventType::coerce);
}

// "in connection with", "on suspicion of": what follows is what somebody is arrested for.
bool is_word_of_charge(std::string_view lemma) {
  return lemma == "charge" || lemma == "connection" || lemma == "involvement" || lemma == "relation" ||
         lemma == "role" || lemma == "suspicion";
}

// Whoever judges a deed did not do it.
bool judges(EventType type) {
  return type == EventType::accuse || type == EventType::reject || type == EventType::sanction ||
         type == EventType::threaten;
}

}  // namespace

Chooser::Chooser(const Drafting& drafting, std::vector<Draft>& drafts)
    : d_(drafting), drafts_(drafts), numbers_{{"-", kNobody}, {"", kNoneKnown}} {
  read_document();
  read_told();
}

// Of the countries of all parties together.
std::uint32_t Chooser::number_of(const std::vector<PartyMention>& parties) {
  if (parties.empty()) return kNobody;
  std::string words(parties.front().party.code);
  if (parties.size() > 1) {
    std::vector<std::string_view> codes;
    for (const PartyMention& m : parties) codes.push_back(m.party.code);
    std::ranges::sort(codes);
    const auto repeated = std::ranges::unique(codes);
    codes.erase(repeated.begin(), repeated.end());
    words = fmt::format("{}", fmt::join(codes, " "));
  }
  return numbers_.try_emplace(std::move(words), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

void Chooser::read_document() {
  story_code_ = d_.parties.most_named();
  deeds_.resize(d_.context.tree.size());
  for (const Draft& d : drafts_) {
    if (!d.dropped.empty()) continue;
    for (const PartyMention& m : d.actors) {
      if (m.head < deeds_.size()) ++deeds_[m.head].acts;
    }
    for (const PartyMention& m : d.recipients) {
      if (m.head < deeds_.size()) ++deeds_[m.head].undergoes;
    }
  }
}

void Chooser::read_sentence(std::uint32_t sentence) {
  if (sentence == sentence_) return;
  sentence_ = sentence;
  phrases_.clear();
  const Tree& tree = d_.context.tree;
  const auto& tokens = d_.context.analysis.sentences[sentence];
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    if (!d_.parties.heads(t)) continue;
    // Those joined to another are of its phrase.
    if (tree.relation(t) == Relation::conj && tree.head(t) != kNoToken && d_.parties.heads(tree.head(t))) continue;
    Phrase phrase{t, {}};
    d_.parties.at(t, phrase.parties);
    if (!phrase.parties.empty()) phrases_.push_back(std::move(phrase));
  }
}

void Chooser::read_draft(const Draft& draft) {
  if (draft_ == &draft) return;
  draft_ = &draft;
  speakers_.clear();
  contents_.clear();
  framed_ = {number_of(draft.actors), number_of(draft.recipients)};
  const Tree& tree = d_.context.tree;
  const TokenIndex trigger = draft.trigger.head;
  const std::uint32_t sentence = tree.sentence(trigger);
  const auto said_in = [&](const Saying& s) { return tree.sentence(s.cue); };
  const auto& sayings = d_.speech.sayings();
  const std::uint32_t first = sentence > kLongestSpeech ? sentence - kLongestSpeech : 0;
  for (auto s = std::ranges::lower_bound(sayings, first, {}, said_in);
       s != sayings.end() && said_in(*s) <= sentence + kLongestSpeech; ++s) {
    if (s->covers(trigger)) speakers_.push_back(s->speaker);
  }
  read_above(draft);
  const TokenIndex subject = tree.is_verb(trigger) ? tree.logical_subject(trigger) : kNoToken;
  inert_ = subject != kNoToken && !d_.parties.heads(subject) ? subject : kNoToken;
  const auto told_in = [&](const Draft& d) { return tree.sentence(d.trigger.head); };
  for (auto d = std::ranges::lower_bound(drafts_, sentence, {}, told_in); d != drafts_.end() && told_in(*d) == sentence;
       ++d) {
    if (&*d == &draft || !d->dropped.empty()) continue;
    // "condemned the bombing", "condemned the bombing that killed ten", "condemned the attack in which ten died"
    const auto is_content = [&](TokenIndex t) {
      return t != kNoToken && (tree.head(t) == trigger || d_.triggers.covers(draft.trigger, t));
    };
    const Relation r = tree.relation(d->trigger.head);
    const bool tells_of_noun = r == Relation::acl || r == Relation::acl_relcl;
    if (is_content(d->trigger.head) || std::ranges::any_of(d->also_at, is_content) ||
        (tells_of_noun && is_content(tree.head(d->trigger.head))))
      contents_.push_back(&*d);
  }
}

// Who cannot have done it, by the drafts that have this one below them in the tree: who judges it, or arrests others
// for it; whose deed it answers ("in response to the attack"); who suffers in it ("killed six in an attack").
void Chooser::read_above(const Draft& draft) {
  innocent_.clear();
  if (!is_grave(draft.type)) return;
  const Tree& tree = d_.context.tree;
  const auto told_in = [&](const Draft& d) { return tree.sentence(d.trigger.head); };
  const auto here = std::ranges::equal_range(drafts_, told_in(draft), {}, told_in);
  const auto add = [&](const std::vector<PartyMention>& side) {
    for (const PartyMention& m : side) innocent_.push_back(m.head);
  };
  bool answers = false, charge = false;
  TokenIndex up = draft.trigger.anchor();
  for (int steps = 0; steps < kHighest && up != kNoToken; ++steps, up = tree.head(up)) {
    const std::string_view p = tree.preposition(up);
    answers |= is_word_of_answer(tree.lemma(up)),
        charge |= p == "over" || p == "for" || is_word_of_charge(tree.lemma(up));
    for (const Draft& d : here) {
      // Also one that is dropped, since another of the sentence tells the same.
      if (&d == &draft || (d.trigger.head != up && d.trigger.anchor() != up)) continue;
      if (judges(d.type) || (answers && is_grave(d.type)) || (charge && d.type == EventType::coerce)) add(d.actors);
      if (d.type == EventType::assault && draft.type == EventType::assault && !answers) add(d.recipients);
    }
  }
}

// Whether a phrase below a noun is what the noun is aimed at, or where it is: "a bomb aimed at a convoy of soldiers".
bool Chooser::is_aim_of(TokenIndex noun, TokenIndex head) const {
  const Tree& tree = d_.context.tree;
  constexpr int kHighest = 6;
  for (int steps = 0; steps < kHighest && head != kNoToken && head != noun; ++steps, head = tree.head(head)) {
    const std::string_view p = tree.preposition(head);
    if (tree.relation(head) == Relation::obj || p == "at" || p == "on" || p == "against" || p == "near" ||
        p == "outside" || p == "inside" || p == "in" || p == "for")
      return tree.dominates(noun, head);
  }
  return false;
}

// Also whom a subject that is no party is aimed at: "a bomb aimed at the convoy killed two".
bool Chooser::cannot_act(TokenIndex head) const {
  return std::ranges::find(innocent_, head) != innocent_.end() || (inert_ != kNoToken && is_aim_of(inert_, head));
}

// "condemned the killing of the Syrian judge": neither the judge, whom the judgement is not about, nor Syria.
bool Chooser::suffers_what_is_judged(const Draft& draft, TokenIndex head) const {
  const auto is_part = [&](const PartyMention& m) { return m.head == head || (m.first <= head && head < m.last); };
  return judges(draft.type) && std::ranges::any_of(contents_, [&](const Draft* content) {
           return is_grave(content->type) && std::ranges::any_of(content->recipients, is_part) &&
                  !has_head(content->actors, head);
         });
}

bool Chooser::is_other_side(const Draft& draft, Side side, const PartyMention& m) const {
  return std::ranges::any_of(side_of(draft, other(side)), [&](const PartyMention& o) {
    // The same again, its backer, or a word of its own phrase.
    return o.who == m.who || (!o.party.sponsor.empty() && o.party.sponsor == m.party.code) ||
           (m.head >= o.first && m.head < o.last) || (o.head >= m.first && o.head < m.last);
  });
}

// A second mention of a deed ("the strike") has its parties from there, not from what else was told in between.
void Chooser::add_earlier(const Draft& draft, Side side) {
  if (draft.recalled != 0) return;
  const Tree& tree = d_.context.tree;
  const std::uint32_t sentence = tree.sentence(draft.trigger.head);
  const std::size_t first = candidates_.size();
  const auto own = static_cast<std::size_t>(&draft - drafts_.data());
  for (std::size_t k = own; k-- > 0 && own - k <= kMostBack;) {
    const Draft& before = drafts_[k];
    const std::uint32_t back = sentence - tree.sentence(before.trigger.head);
    if (back > kFarBack || candidates_.size() - first >= kMostEarlier) return;
    if (back == 0 || !before.dropped.empty()) continue;
    for (const Side there : {Side::actor, Side::recipient}) {
      const auto& parties = side_of(before, there);
      if (parties.empty() || (parties.front().place && !may_be_aimed_at(draft, side))) continue;
      if (names_nobody(tree, parties.front().head)) continue;  // "No soldiers were hurt"
      const bool known = std::any_of(
          candidates_.begin() + static_cast<std::ptrdiff_t>(first), candidates_.end(),
          [&](const Candidate& c) { return c.side_there == there && c.parties->front().who == parties.front().who; });
      if (!known) candidates_.push_back({&parties, false, &before, there});
    }
  }
}

// The phrases of the sentence that are nearest to the trigger.
void Chooser::add_phrases(const Draft& draft, Side side) {
  const auto& framed = side_of(draft, side);
  const auto middle = std::ranges::lower_bound(phrases_, draft.trigger.head, {}, &Phrase::head);
  const auto first = middle - std::min(kMostPhrases, middle - phrases_.begin());
  const auto last = middle + std::min(kMostPhrases, phrases_.end() - middle);
  for (auto p = first; p != last; ++p) {
    if (p->head == draft.trigger.head || d_.triggers.covers(draft.trigger, p->head) || has_head(draft.via, p->head))
      continue;
    if (p->parties.size() == framed.size() && p->parties.front().head == framed.front().head) continue;
    if (p->parties.front().place && !may_be_aimed_at(draft, side)) continue;
    if (side == Side::actor ? cannot_act(p->head) : suffers_what_is_judged(draft, p->head)) continue;
    candidates_.push_back({&p->parties});
  }
}

const std::vector<Candidate>& Chooser::candidates(const Draft& draft, Side side) {
  candidates_.clear();
  if (!draft.dropped.empty()) return candidates_;
  read_sentence(d_.context.tree.sentence(draft.trigger.head));
  read_draft(draft);
  const auto& found = side_of(draft, side);
  if (side == Side::actor ? draft.sure_actors : draft.sure_recipients) {
    candidates_.push_back({found.empty() ? nullptr : &found, true});
    return candidates_;
  }
  candidates_.push_back({nullptr, found.empty()});
  if (!found.empty()) candidates_.push_back({&found, true});
  add_phrases(draft, side);
  add_earlier(draft, side);
  for (Candidate& c : candidates_) c.countries = c.parties != nullptr ? number_of(*c.parties) : kNobody;
  return candidates_;
}

}  // namespace masudi::coding
