// SPDX-License-Identifier: Apache-2.0
#include "coding/judge.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace masudi::coding {

std::string_view word_of(Grade grade) {
  constexpr std::array<std::string_view, 4> kWords = {"named", "described", "pronoun", "generic"};
  return kWords[static_cast<std::size_t>(grade)];
}

std::string_view sector_of(const PartyMention& party) {
  return party.party.sectors.empty() ? "none" : std::string_view(party.party.sectors[0]);
}

namespace {

constexpr std::array<std::string_view, 4> kKinds = {"verb", "noun", "adj", "phrase"};
constexpr std::array<std::string_view, 6> kCounts = {"0", "1", "2", "3", "4", "many"};

std::string_view count_word(std::size_t n) { return kCounts[std::min(n, kCounts.size() - 1)]; }

std::string_view grade_of(const std::vector<PartyMention>& side) {
  return side.empty() ? "none" : word_of(side[0].grade);
}

std::string_view sector_of(const std::vector<PartyMention>& side) { return side.empty() ? "none" : sector_of(side[0]); }

std::string_view determiner(const Tree& tree, TokenIndex noun) {
  std::string_view found = "bare";
  for (TokenIndex c : tree.children(noun)) {
    if (tree.relation(c) == Relation::nmod_poss) return "possessed";
    if (tree.relation(c) == Relation::det) found = tree.lemma(c);
    if (tree.relation(c) == Relation::nummod) found = "number";
  }
  return found;
}

int depth_of(const Tree& tree, TokenIndex t) {
  int depth = 0;
  while (depth < 5 && tree.head(t) != kNoToken) t = tree.head(t), ++depth;
  return depth;
}

}  // namespace

void Features::keep(std::string_view feature, std::string_view value, std::string_view second) {
  std::string& words = words_.emplace_back(feature);
  words.append("=").append(value);
  if (!second.empty()) words.append("+").append(second);
}

namespace {

// The nouns and verbs of the sentence, for what no tree says: killed by a flood or by a bomb.
void describe_surroundings(const Drafting& drafting, const Draft& draft, Features& out) {
  const Tree& tree = drafting.context.tree;
  const auto& sentence = drafting.context.analysis.sentences[tree.sentence(draft.trigger.head)];
  const TokenIndex end = std::min(sentence.last, sentence.first + 60);
  const auto& knowledge = drafting.context.knowledge;
  const auto accidents = knowledge.word_class("accident");
  bool accident = false;
  for (TokenIndex t = sentence.first; t < end; ++t) {
    const Upos u = tree.upos(t);
    if (t == draft.trigger.head || (u != Upos::noun && u != Upos::verb && u != Upos::adj)) continue;
    out.add("near", tree.lemma(t), name(draft.type));
    accident = accident || knowledge.has_word(accidents, tree.lemma(t));
  }
  out.add("accident", accident ? "yes" : "no", name(draft.type));
}

// How the word is used here: what makes an event of one word ("strike" with an actor) says little of another.
void describe_entry(const Drafting& drafting, const Draft& draft, Features& out) {
  const Tree& tree = drafting.context.tree;
  const TokenIndex head = draft.trigger.head;
  const FeatureWord entry = drafting.trigger_text(draft);
  out.add("entry-actor", entry, grade_of(draft.actors));
  out.add("entry-recipient", entry, grade_of(draft.recipients));
  out.add("entry-status", entry, name(draft.reality.status));
  out.add("entry-relation", entry, name(tree.relation(head)));
  out.add("entry-xpos", entry, name(tree.xpos(head)));
  out.add("entry-quoted", entry, drafting.speech.quoted(head) ? "yes" : "no");
  out.add("entry-sentence", entry, count_word(tree.sentence(head)));
  if (!draft.content_of.empty()) out.add("entry-content", entry, draft.content_of);
  if (!tree.is_verb(head)) out.add("entry-determiner", entry, determiner(tree, head));
}

// How many steps up the tree lead from one trigger to another, and the word at which they reach it.
struct Way {
  int steps = 0;  // 0: none lead there, or too many
  TokenIndex end = kNoToken;
};

Way way_up(const Tree& tree, const Trigger& below, const Trigger& above) {
  constexpr int kFarthest = 8;
  Way way{1, below.anchor()};
  for (; way.steps < kFarthest; ++way.steps) {
    const TokenIndex up = tree.head(way.end);
    if (up == kNoToken) break;
    if (up == above.anchor() || up == above.head) return way;
    way.end = up;
  }
  return {};
}

// What the others of its sentence are to it: what it hangs under, and by what edge; what hangs under it; and whether it
// is told first or last.
void describe_company(const Drafting& drafting, const Draft& draft, const std::vector<Draft>& others, Features& out) {
  const Tree& tree = drafting.context.tree;
  const std::uint32_t sentence = tree.sentence(draft.trigger.head);
  const FeatureWord type = name(draft.type);
  const Draft *under = nullptr, *over = nullptr;
  Way nearest;
  std::size_t before = 0, after = 0, same_type = 0;
  const auto told_in = [&](const Draft& d) { return tree.sentence(d.trigger.head); };
  for (const Draft& other : std::ranges::equal_range(others, sentence, {}, told_in)) {
    if (&other == &draft) continue;
    if (const Way way = way_up(tree, draft.trigger, other.trigger);
        way.steps > 0 && (under == nullptr || way.steps < nearest.steps))
      under = &other, nearest = way;
    if (way_up(tree, other.trigger, draft.trigger).steps > 0) over = &other;
    if (!other.dropped.empty()) continue;
    ++(other.trigger.anchor() < draft.trigger.anchor() ? before : after);
    same_type += other.type == draft.type;
  }
  const FeatureWord above = under == nullptr ? "none" : name(under->type);
  const FeatureWord below = over == nullptr ? "none" : name(over->type);
  out.add("under", above);
  out.add("over", below);
  out.add("under-type", above, type);
  out.add("over-type", below, type);
  if (under != nullptr) {
    out.add("under-relation", above, name(tree.relation(nearest.end)));
    out.add("under-dropped", under->dropped.empty() ? "no" : "yes");
  }
  const FeatureWord all = count_word(before + after);
  out.add("others", all);
  out.add("others-same", count_word(same_type), type);
  out.add("order", count_word(before), count_word(after));
  out.add("entry-others", drafting.trigger_text(draft), all);
}

}  // namespace

void describe(const Drafting& drafting, const Draft& draft, const std::vector<Draft>& others, Features& out) {
  const Tree& tree = drafting.context.tree;
  const auto& entry = drafting.entry(draft);
  const TokenIndex head = draft.trigger.head;
  const FeatureWord type = name(draft.type);
  const FeatureWord kind = kKinds[static_cast<std::size_t>(entry.kind)];
  const FeatureWord status = name(draft.reality.status);
  const FeatureWord relation = name(tree.relation(head));
  const FeatureWord actor = grade_of(draft.actors);
  const FeatureWord recipient = grade_of(draft.recipients);

  out.add("type", type);
  out.add("kind", kind, type);
  out.add("entry", drafting.trigger_text(draft), type);
  out.add("weak", entry.weak != 0 ? "yes" : "no");
  out.add("specific", draft.trigger.specificity > 1 ? "yes" : "no");
  out.add("actor", actor);
  out.add("recipient", recipient);
  out.add("actor-type", actor, type);
  out.add("recipient-type", recipient, type);
  out.add("both", actor, recipient);
  out.add("actor-sector", sector_of(draft.actors));
  out.add("recipient-sector", sector_of(draft.recipients));
  out.add("actor-sector-type", sector_of(draft.actors), type);
  out.add("status", status);
  out.add("status-type", status, type);
  out.add("relation", relation, kind);
  out.add("xpos", name(tree.xpos(head)));
  out.add("xpos-type", name(tree.xpos(head)), type);
  out.add("depth", count_word(static_cast<std::size_t>(depth_of(tree, head))));
  out.add("light", draft.trigger.light != kNoToken ? "yes" : "no", kind);
  out.add("sentence", count_word(tree.sentence(head)));
  out.add("quoted", drafting.speech.quoted(head) ? "yes" : "no", type);
  if (!draft.content_of.empty()) {
    out.add("content", draft.content_of, kind);
    out.add("content-type", draft.content_of, type);
  }
  out.add("background", draft.reality.background ? "yes" : "no");
  if (entry.kind == knowledge::TriggerKind::noun) {
    out.add("determiner", determiner(tree, head));
    out.add("number", tree.xpos(head) == Xpos::nns ? "plural" : "singular", determiner(tree, head));
    out.add("preposition", tree.preposition(head));
    if (const TokenIndex up = tree.head(head); up != kNoToken) out.add("above", tree.lemma(up), type);
  } else {
    out.add("passive", tree.is_verb(head) && tree.is_passive(head) ? "yes" : "no", type);
    const TokenIndex subject = tree.is_verb(head) ? tree.logical_subject(head) : kNoToken;
    const TokenIndex object = tree.is_verb(head) ? tree.logical_object(head) : kNoToken;
    if (draft.actors.empty()) out.add("subject", subject == kNoToken ? "none" : "no party");
    if (draft.recipients.empty()) out.add("object", object == kNoToken ? "none" : "no party");
    if (object != kNoToken) out.add("object-word", tree.lemma(object), type);
  }
  describe_surroundings(drafting, draft, out);
  describe_entry(drafting, draft, out);
  describe_company(drafting, draft, others, out);
}

double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

double likelihood(const knowledge::Knowledge& knowledge, const Features& features) {
  knowledge.expect_weights(features.hashes());
  return logistic(knowledge.weight_of(std::array{knowledge::feature_key("bias", "")}) +
                  knowledge.weight_of(features.hashes()));
}

}  // namespace masudi::coding
