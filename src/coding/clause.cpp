// SPDX-License-Identifier: Apache-2.0
#include "coding/clause.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

constexpr int kMaxDepth = 200;

// Verbs and adjectives whose infinitive, object or "for …" is still to come.
constexpr auto kForward = std::to_array<std::string_view>({
    "agree",   "aim",     "due",     "expect", "hope",     "intend", "invite", "plan", "pledge", "prepare",
    "project", "promise", "propose", "ready",  "schedule", "set",    "slate",  "vow",  "want",
});

bool is_forward(std::string_view lemma) { return std::binary_search(kForward.begin(), kForward.end(), lemma); }

bool is_plan(std::string_view lemma) {
  return lemma == "plan" || lemma == "intention" || lemma == "intent" || lemma == "pledge" || lemma == "promise" ||
         lemma == "proposal" || lemma == "commitment" || lemma == "deal" || lemma == "agreement";
}

bool is_will(const Tree& tree, TokenIndex t) {
  const std::string_view l = tree.lemma(t);
  return l == "will" || l == "shall" || l == "'ll";
}

bool is_predicate(const Tree& tree, TokenIndex t) {
  if (tree.upos(t) == Upos::verb) return true;
  for (TokenIndex c : tree.children(t)) {
    const Relation r = tree.relation(c);
    if (r == Relation::cop || r == Relation::nsubj || r == Relation::nsubj_pass) return true;
  }
  return false;
}

Tense tense_at(const Tree& tree, TokenIndex t, int depth) {
  bool have = false;
  const bool infinitive = tree.xpos(t) == Xpos::vb && tree.child_with_lemma(t, "to") != kNoToken;
  for (TokenIndex c : tree.children(t)) {
    const Relation r = tree.relation(c);
    if (r != Relation::aux && r != Relation::aux_pass && r != Relation::cop) continue;
    const Xpos x = tree.xpos(c);
    const bool is_to = infinitive && tree.lemma(c) == "be" && (x == Xpos::vbz || x == Xpos::vbp);  // "is to travel"
    if (is_will(tree, c) || is_to) return Tense::future;
    if (x == Xpos::vbd || tree.lemma(c) == "have") have = true;
  }
  if (have || tree.xpos(t) == Xpos::vbd) return Tense::past;
  if (is_forward(tree.lemma(t)) && tree.xpos(t) != Xpos::vb) return Tense::future;

  const TokenIndex up = tree.head(t);
  if (up == kNoToken || depth > 8) return tree.xpos(t) == Xpos::vbn ? Tense::past : Tense::present;
  switch (tree.relation(t)) {
    case Relation::xcomp:
      if (infinitive && tree.lemma(up) == "go" && tree.xpos(up) == Xpos::vbg) return Tense::future;
      if (infinitive && is_forward(tree.lemma(up))) return Tense::future;
      return tense_at(tree, up, depth + 1);
    case Relation::acl:
      // "A plan to visit" is to come; "the decision to close" goes with its clause.
      if (infinitive) return is_plan(tree.lemma(up)) ? Tense::future : tense_at(tree, clause_of(tree, up), depth + 1);
      return tree.xpos(t) == Xpos::vbn ? Tense::past : Tense::present;
    case Relation::advcl: return tense_at(tree, up, depth + 1);
    case Relation::conj:
      if (tree.has_child(t, Relation::nsubj) || tree.xpos(t) == Xpos::vbz || tree.xpos(t) == Xpos::vbp)
        return Tense::present;
      return tense_at(tree, up, depth + 1);
    default: return tree.xpos(t) == Xpos::vbn ? Tense::past : Tense::present;
  }
}

void widen(const Tree& tree, TokenIndex t, int depth, TokenIndex& first, TokenIndex& last) {
  first = std::min(first, t), last = std::max(last, t + 1);
  if (depth > kMaxDepth) return;
  for (TokenIndex c : tree.children(t)) widen(tree, c, depth + 1, first, last);
}

}  // namespace

TokenIndex clause_of(const Tree& tree, TokenIndex t) {
  for (int steps = 0; steps < kMaxDepth; ++steps) {
    if (is_predicate(tree, t)) return t;
    const TokenIndex up = tree.head(t);
    if (up == kNoToken) return t;
    t = up;
  }
  return t;
}

Tense tense_of(const Tree& tree, TokenIndex predicate) { return tense_at(tree, predicate, 0); }

bool is_present_perfect(const Tree& tree, TokenIndex verb) {
  return std::ranges::any_of(tree.children(verb), [&](TokenIndex c) {
    return c < verb && tree.lemma(c) == "have" && (tree.xpos(c) == Xpos::vbz || tree.xpos(c) == Xpos::vbp);
  });
}

void subtree(const Tree& tree, TokenIndex t, TokenIndex& first, TokenIndex& last) {
  first = t, last = t + 1;
  widen(tree, t, 0, first, last);
}

namespace {

// By which preposition a verb of blame names whom it blames; empty for other verbs.
std::string_view preposition_of_blame(std::string_view lemma) {
  if (lemma == "blame" || lemma == "pin") return "on";
  if (lemma == "attribute" || lemma == "ascribe") return "to";
  return {};
}

}  // namespace

std::string_view marker(const Tree& tree, TokenIndex t) {
  for (TokenIndex c : tree.children(t)) {
    if (tree.relation(c) == Relation::case_ || tree.relation(c) == Relation::mark) return tree.lemma(c);
  }
  return {};
}

bool is_from_another(const Tree& tree, TokenIndex noun) {
  return std::ranges::any_of(tree.children(noun), [&](TokenIndex c) {
    if (tree.relation(c) == Relation::nmod_poss) return tree.upos(c) == Upos::propn;
    return tree.relation(c) == Relation::nmod && (tree.preposition(c) == "by" || tree.preposition(c) == "from");
  });
}

bool is_word_of_answer(std::string_view lemma) {
  return lemma == "response" || lemma == "retaliation" || lemma == "revenge" || lemma == "reprisal" ||
         lemma == "answer" || lemma == "reaction";
}

TokenIndex blamed_for(const Tree& tree, TokenIndex deed) {
  const auto blamed_by = [&](TokenIndex verb) {
    const std::string_view wanted = preposition_of_blame(tree.lemma(verb));
    if (wanted.empty()) return kNoToken;
    // Parsers tie the phrase to the verb or to its object.
    for (const TokenIndex above : {verb, deed}) {
      for (TokenIndex c : tree.children(above)) {
        const Relation r = tree.relation(c);
        if (c > verb && (r == Relation::obl || r == Relation::nmod) && tree.preposition(c) == wanted) return c;
      }
    }
    return kNoToken;
  };
  const Relation r = tree.relation(deed);
  if (r == Relation::obj || r == Relation::nsubj_pass) return blamed_by(tree.head(deed));
  for (TokenIndex c : tree.children(deed)) {
    if (tree.relation(c) != Relation::acl && tree.relation(c) != Relation::acl_relcl) continue;
    if (const TokenIndex who = blamed_by(c); who != kNoToken) return who;
  }
  return kNoToken;
}

}  // namespace masudi::coding
