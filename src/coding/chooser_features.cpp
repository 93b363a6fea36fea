// SPDX-License-Identifier: Apache-2.0
// What the chooser sees of a candidate.
#include <algorithm>
#include <array>

#include "coding/chooser.h"

namespace masudi::coding {
namespace {

// Words between, in steps that grow.
std::string_view bucket(TokenIndex words) {
  constexpr std::array<std::pair<TokenIndex, std::string_view>, 6> kSteps = {
      {{1, "1"}, {2, "2"}, {4, "4"}, {8, "8"}, {15, "15"}, {25, "25"}}};
  for (const auto& [most, word] : kSteps) {
    if (words <= most) return word;
  }
  return "far";
}

std::string_view count_word(std::size_t n) {
  constexpr std::array<std::string_view, 5> kCounts = {"0", "1", "2", "3", "4"};
  return kCounts[std::min<std::size_t>(n, 4)];
}

// The way in the tree from `from` up and down to `to`: "^obl ^ nsubj". Long ways are "far".
class Path {
 public:
  Path(const Tree& tree, TokenIndex from, TokenIndex to) {
    TokenIndex top = from;
    for (int ups = 0; ups <= kLongest && top != kNoToken; ++ups, top = tree.head(top)) {
      std::array<TokenIndex, kLongest> downs;
      int n = 0;
      TokenIndex t = to;
      for (; t != kNoToken && t != top && ups + n < kLongest; t = tree.head(t))
        downs[static_cast<std::size_t>(n++)] = t;
      if (t != top) continue;
      for (t = from; t != top; t = tree.head(t)) add("^", name(tree.relation(t)));
      while (n > 0) add(" ", name(tree.relation(downs[static_cast<std::size_t>(--n)])));
      return;
    }
    add("far", {});
  }
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  static constexpr int kLongest = 4;
  static constexpr std::size_t kLongestName = 16;  // of a relation, with its mark

  void add(std::string_view mark, std::string_view relation) {
    for (const std::string_view part : {mark, relation}) {
      std::copy(part.begin(), part.end(), text_.begin() + static_cast<std::ptrdiff_t>(size_));
      size_ += part.size();
    }
  }

  std::array<char, 2 * kLongest * kLongestName> text_;
  std::size_t size_ = 0;
};

// By which way the frame found a side: the words of its evidence before the first quoted word ("subject of").
std::string_view way_of(const Draft& draft, Side side) {
  for (const std::string& path : draft.paths) {
    std::string_view way = path;
    if (!way.starts_with(name_of(side)) || !way.substr(name_of(side).size()).starts_with(": ")) continue;
    way.remove_prefix(name_of(side).size() + 2);
    return way.substr(0, way.find("“"));
  }
  return "another draft";
}

}  // namespace

void Chooser::describe(const Draft& draft, Side side, std::size_t i, Features& out) const {
  const Candidate& c = candidates_[i];
  if (c.parties == nullptr) return describe_nobody(draft, side, out);
  if (c.framed) describe_frame(draft, side, out);
  if (c.earlier != nullptr) describe_earlier(draft, side, c, out);
  describe_party(draft, side, c, out);
}

void Chooser::describe_nobody(const Draft& draft, Side side_, Features& out) const {
  const Tree& tree = d_.context.tree;
  const FeatureWord side = side_ == Side::actor ? "no actor" : "no recipient";
  const TokenIndex head = draft.trigger.head;
  const auto& entry = d_.entry(draft);
  const auto& own = side_of(draft, side_);
  const auto& others = side_of(draft, other(side_));
  out.add(side, "bias");
  out.add(side, name(draft.type));
  out.add(side, name(draft.type), form_of(tree, head));
  out.add(side, name(draft.type), own.empty() ? "none found" : "found");
  out.add(side, own.empty() ? "none found" : "found");
  if (!own.empty()) out.add(side, "found", way_of(draft, side_));
  out.add(side, "entry", d_.trigger_text(draft));
  out.add(side, "cameo", cameo_of(draft));
  out.add(side, "relation", name(tree.relation(head)));
  out.add(side, "candidates", count_word(phrases_.size()));
  out.add(side, "slots", count_word(side_ == Side::actor ? entry.actor.count : entry.recipient.count));
  out.add(side, "other side", count_word(others.size()));
  out.add(side, "other side", name(draft.type));
  out.add(side, "back", points_back(tree, head) ? "yes" : "no");
  out.add(side, "reciprocal", entry.reciprocal == 0 ? "no" : draft.actors.size() > 1 ? "both" : "one");
  if (!tree.is_verb(head)) return;
  out.add(side, "subject", tree.logical_subject(head) == kNoToken ? "no" : "yes");
  out.add(side, "object", tree.logical_object(head) == kNoToken ? "no" : "yes");
}

void Chooser::describe_frame(const Draft& draft, Side side_, Features& out) const {
  const FeatureWord side = side_ == Side::actor ? "framed actor" : "framed recipient";
  const FeatureWord way = way_of(draft, side_);
  out.add(side, "bias");
  out.add(side, way);
  out.add(side, way, name(draft.type));
  out.add(side, "entry", d_.trigger_text(draft));
  out.add(side, "cameo", cameo_of(draft));
  out.add(side, "several", count_word(side_of(draft, side_).size()));
}

void Chooser::describe_earlier(const Draft& draft, Side side_, const Candidate& c, Features& out) const {
  const Tree& tree = d_.context.tree;
  const FeatureWord side = side_ == Side::actor ? "earlier actor" : "earlier recipient";
  const Draft& before = *c.earlier;
  const FeatureWord there = c.side_there == Side::actor ? "acted" : "undergone";
  const std::uint32_t back = tree.sentence(draft.trigger.head) - tree.sentence(before.trigger.head);
  const FeatureWord same = before.type == draft.type ? "same type" : "another type";
  out.add(side, "bias");
  out.add(side, there, name(draft.type));
  out.add(side, there, same);
  out.add(side, there, name(before.type));
  out.add(side, "back", bucket(back));
  out.add(side, same, points_back(tree, draft.trigger.head) ? "points back" : "new");
  out.add(side, "phrases", count_word(phrases_.size()));
  out.add(side, "entry", d_.trigger_text(draft));
  out.add(side, "cameo", cameo_of(draft));
  out.add(side, form_of(tree, draft.trigger.head), there);
}

void Chooser::describe_party(const Draft& draft, Side side_, const Candidate& c, Features& out) const {
  const Tree& tree = d_.context.tree;
  const FeatureWord side = name_of(side_);
  const FeatureWord type = name(draft.type);
  const PartyMention& m = c.parties->front();
  const FeatureWord sector = sector_of(m), cameo = cameo_of(draft);
  const auto& others = side_of(draft, other(side_));
  out.add(side, "cameo", cameo);
  out.add(side, "grade", word_of(m.grade));
  out.add(side, cameo, word_of(m.grade));
  out.add(side, "sector", sector);
  out.add(side, type, sector);
  out.add(side, cameo, sector);
  out.add(side, "parties", count_word(c.parties->size()));
  if (m.place) out.add(side, "place", type);
  if (m.thing) out.add(side, "thing");
  if (m.party.code.empty()) out.add(side, "no code");
  if (!m.party.code.empty() && m.party.code == story_code_) out.add(side, "code of the story", type);
  if (is_other_side(draft, side_, m)) out.add(side, "on the other side");
  out.add(side, "same code as the other side",
          others.empty()                              ? "nobody there"
          : others.front().party.code == m.party.code ? "yes"
                                                      : "no");
  if (m.head == kNoToken) return;
  describe_deeds(draft, side_, m, out);
  if (m.grade != Grade::named) {
    out.add(side, "word", tree.lemma(m.head));
    out.add(side, type, tree.lemma(m.head));
  }
  if (c.earlier != nullptr) return;
  if (!c.framed) out.add(side, "not framed", type);
  if (std::ranges::find(speakers_, m.head) != speakers_.end()) out.add(side, "speaker", type);
  // What the frame recalls may stand in another sentence.
  if (tree.sentence(m.head) == tree.sentence(draft.trigger.head)) describe_place(draft, side_, m, out);
}

// What the party does in the other drafts, and in those that this one is about: "condemned the attack".
void Chooser::describe_deeds(const Draft& draft, Side side_, const PartyMention& m, Features& out) const {
  const FeatureWord side = name_of(side_);
  const FeatureWord type = name(draft.type);
  const Deeds& deeds = deeds_[m.head];
  const bool acts = deeds.acts > (has_head(draft.actors, m.head) ? 1U : 0U);
  const bool undergoes = deeds.undergoes > (has_head(draft.recipients, m.head) ? 1U : 0U);
  const FeatureWord elsewhere = acts ? (undergoes ? "both" : "acts") : undergoes ? "undergoes" : "neither";
  out.add(side, "elsewhere", elsewhere);
  out.add(side, type, elsewhere);
  for (const Draft* content : contents_) {
    if (has_head(content->actors, m.head)) out.add(side, "acts in what it is about", type);
    if (has_head(content->recipients, m.head)) out.add(side, "undergoes what it is about", type);
  }
}

void Chooser::describe_place(const Draft& draft, Side side_, const PartyMention& m, Features& out) const {
  const Tree& tree = d_.context.tree;
  const FeatureWord side = name_of(side_);
  const FeatureWord type = name(draft.type);
  const TokenIndex trigger = draft.trigger.head, t = m.head;
  const TokenIndex first = std::min(t, m.first), last = std::max(t + 1, m.last);
  const bool before = t < trigger;
  const FeatureWord order = before ? "before" : "after";
  const FeatureWord form = form_of(tree, trigger), cameo = cameo_of(draft);
  const TokenIndex gap = before ? (trigger > last ? trigger - last : 0) : (first > trigger ? first - trigger - 1 : 0);
  const TokenIndex from = std::min(t, trigger) + 1, to = std::max(t, trigger);
  const auto between = static_cast<std::size_t>(std::ranges::lower_bound(phrases_, to, {}, &Phrase::head) -
                                                std::ranges::lower_bound(phrases_, from, {}, &Phrase::head));
  bool verb = false, comma = false;
  for (TokenIndex w = from; w < to && !(verb && comma); ++w) {
    verb |= tree.upos(w) == Upos::verb, comma |= tree.form(w) == ",";
  }
  out.add(side, before ? "gap before" : "gap after", bucket(gap));
  out.add(side, before ? "nearer before" : "nearer after", count_word(between));
  out.add(side, before ? "verb before" : "verb after", verb ? "yes" : "no");
  out.add(side, before ? "comma before" : "comma after", comma ? "yes" : "no");
  out.add(side, form, order);
  out.add(side, "relation", name(tree.relation(t)));
  out.add(side, cameo, name(tree.relation(t)));
  if (const auto p = tree.preposition(t); !p.empty()) {
    out.add(side, "preposition", p);
    out.add(side, type, p);
    out.add(side, cameo, p);
  }
  const Path path(tree, draft.trigger.anchor(), t);
  const FeatureWord way = path.text();
  out.add(side, "path", way);
  out.add(side, way, form);
  out.add(side, way, type);
  out.add(side, way, cameo);
  out.add(side, way, tree.preposition(t));
  out.add(side, way, d_.trigger_text(draft));
  if (draft.trigger.anchor() != trigger) out.add(side, "path from the noun", Path(tree, trigger, t).text());
  if (const TokenIndex up = tree.head(t); up != kNoToken) out.add(side, "under", tree.lemma(up));
}

}  // namespace masudi::coding
