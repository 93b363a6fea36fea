// SPDX-License-Identifier: Apache-2.0
// Lines about the story itself: "The Associated Press contributed to this story", "BAGHDAD (Reuters) —".
#include <algorithm>

#include "coding/voices.h"

namespace masudi::coding {
namespace {

constexpr TokenIndex kLongestLine = 40;  // tokens of a line about the story
constexpr TokenIndex kLongestDateline = 12;

bool is_story(std::string_view lemma) {
  return lemma == "story" || lemma == "report" || lemma == "article" || lemma == "reporting" || lemma == "coverage" ||
         lemma == "dispatch" || lemma == "this";
}

bool is_material(std::string_view lemma) {
  return lemma == "reporting" || lemma == "report" || lemma == "file" || lemma == "material" ||
         lemma == "information" || lemma == "writing";
}

}  // namespace

void Voices::read_provenance(const Context& context, const Parties& parties) {
  const Tree& tree = context.tree;
  const auto put = [&](TokenIndex head, TokenIndex cue, bool medium_only) {
    mentions_.clear();
    parties.at(head, mentions_);
    for (PartyMention& m : mentions_) {
      const bool medium = std::ranges::find(m.party.sectors, "JRN") != m.party.sectors.end();
      if (m.party.name.empty() || (medium_only && !medium) || is_own_outlet(context, m.party)) continue;
      const bool there = std::ranges::any_of(provenance_, [&](const Voice& v) { return v.party.name == m.party.name; });
      if (!there) provenance_.push_back({std::move(m.party), tree.span(cue)});
    }
  };
  for (const Sentence& s : context.analysis.sentences) {
    for (TokenIndex t = s.first; t + 2 < std::min(s.last, s.first + kLongestDateline); ++t) {
      if (tree.form(t) != "(") continue;
      TokenIndex close = t + 1;
      while (close < s.last && close < t + 5 && tree.form(close) != ")") ++close;
      if (close + 1 < s.last && tree.form(close) == ")") {
        const std::string_view dash = tree.form(close + 1);
        if (dash == "-" || dash == "--" || dash == "\xE2\x80\x93" || dash == "\xE2\x80\x94")
          put(close - 1, close - 1, true);
      }
      break;
    }
    if (s.size() > kLongestLine) continue;
    for (TokenIndex t = s.first; t < s.last; ++t) {
      const std::string_view lemma = tree.lemma(t);
      if (lemma == "contribute" && tree.is_verb(t)) {
        const bool about_story = std::ranges::any_of(tree.children(t), [&](TokenIndex c) {
          return (is_story(tree.lemma(c)) && tree.child_with_lemma(c, "this") != kNoToken) ||
                 tree.lemma(c) == "reporting" || (c > t && tree.lemma(c) == "report");
        });
        if (const TokenIndex who = tree.logical_subject(t); about_story && who != kNoToken) put(who, t, false);
      } else if (t < s.first + 3 && is_material(lemma)) {
        // "With reporting by X", "Reporting by X", "with files from X".
        const bool opens =
            t == s.first || (t == s.first + 1 && tree.lemma(s.first) == "with") || tree.lemma(s.first) == "additional";
        for (TokenIndex c : tree.children(t)) {
          if (opens && c > t && (tree.preposition(c) == "by" || tree.preposition(c) == "from")) put(c, t, false);
        }
      } else if ((lemma == "publish" || lemma == "appear") && tree.is_verb(t)) {
        // "This article was first published by X", "originally appeared in X".
        const TokenIndex subject = tree.subject(t);
        const bool first =
            tree.child_with_lemma(t, "originally") != kNoToken || tree.child_with_lemma(t, "first") != kNoToken;
        if (!first || subject == kNoToken || !is_story(tree.lemma(subject))) continue;
        for (TokenIndex c : tree.children(t)) {
          const std::string_view p = tree.preposition(c);
          if (c > t && (p == "by" || p == "in" || p == "on" || p == "at")) put(c, t, true);
        }
      }
    }
  }
}

}  // namespace masudi::coding
