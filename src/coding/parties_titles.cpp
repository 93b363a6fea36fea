// SPDX-License-Identifier: Apache-2.0
// Which title belongs to which name: before it, behind what the office is for, in apposition.
#include <algorithm>

#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {

// "Assistant Secretary for African Affairs X": a person behind what the office is for.
PartyReader::Words PartyReader::person_after_complement(const Meaning& title) const {
  const std::string_view preposition = tree_.form(title.last);
  if (preposition != "for" && preposition != "of") return {};
  constexpr TokenIndex kLongest = 11;
  const TokenIndex end = std::min(tree_.size(), title.last + kLongest);
  for (TokenIndex w = title.last + 1; w < end && tree_.sentence(w) == tree_.sentence(title.last); ++w) {
    Words known = known_name(w);
    if (known.empty() && words::office_matter(tree_.form(w - 1))) known = person_at(w);
    if (!known.empty()) return known.first == w ? known : Words{};
    // "an adviser to President X": another title, another person.
    if (const Meaning* m = meanings_.at(w); m != nullptr && m->sense == Sense::role) {
      if ((context_.knowledge.roles()[m->id].flags & knowledge::kRoleTitle) != 0) return {};
    }
    const std::string_view form = tree_.form(w);
    const bool capital = form[0] >= 'A' && form[0] <= 'Z';
    if (!capital && !words::one_of(form, {"and", "of", "the", "for", "-", ","})) return {};
  }
  return {};
}

PartyReader::Words PartyReader::person_after(TokenIndex t, const Meaning& title) const {
  if (title.plural || title.last >= tree_.size() || tree_.sentence(title.last) != tree_.sentence(t)) return {};
  if (const Words known = person_after_complement(title); !known.empty()) return known;
  const Words name = person_at(title.last);
  return name.first == title.last ? name : Words{};
}

// "X resigns as First Minister of Wales", "elected X as leader": what a person is said to be by a verb of holding
// office.
TokenIndex PartyReader::title_by_verb(TokenIndex head) const {
  const Relation own = tree_.relation(head);
  const TokenIndex verb = tree_.head(head);
  if (verb == kNoToken || !tree_.is_verb(verb)) return kNoToken;
  if (own != Relation::nsubj && own != Relation::nsubj_pass && own != Relation::obj) return kNoToken;
  if (!words::holds_office(tree_.lemma(verb))) return kNoToken;
  for (TokenIndex c : tree_.children(verb)) {
    if (c < verb || tree_.relation(c) != Relation::obl || tree_.preposition(c) != "as") continue;
    const Meaning* m = meanings_.at(c);
    if (m != nullptr && m->sense == Sense::role && m->head == c && !m->plural) return c;
  }
  return kNoToken;
}

// The words of the title that stands before a name or in apposition to it.
std::string_view PartyReader::title_words(TokenIndex title) const {
  if (title == kNoToken) return {};
  return context_.knowledge.text(context_.knowledge.roles()[meanings_.at(title)->id].word);
}

// The role word that says what the person is: before the name, joined in the tree, or in apposition to it.
TokenIndex PartyReader::title_of(Words name, TokenIndex head) const {
  if (name.first > 0 && tree_.sentence(name.first - 1) == tree_.sentence(name.first)) {
    const Meaning* before = meanings_.at(name.first - 1);
    if (before != nullptr && before->sense == Sense::role && before->last == name.first) return before->head;
  }
  if (const TokenIndex title = title_before_complement(name); title != kNoToken) return title;
  if (const TokenIndex title = title_before_comma(name, head); title != kNoToken) return title;
  const auto is_role = [&](TokenIndex w, bool several) {
    const Meaning* m = meanings_.at(w);
    return m != nullptr && m->sense == Sense::role && m->head == w && (!m->plural || several);
  };
  for (TokenIndex c : tree_.children(head)) {
    const Relation r = tree_.relation(c);
    const bool joined = r == Relation::nmod_desc || r == Relation::compound || r == Relation::flat;
    if ((joined && is_role(c, false)) || (r == Relation::appos && is_role(c, true))) return c;
    // "X, a photo- and videojournalist": the word that both halves share stands with the second.
    const TokenIndex second = c + 3;
    const bool cut = r == Relation::appos && second < tree_.size() && tree_.sentence(second) == tree_.sentence(c) &&
                     tree_.form(c + 1) == "-" && tree_.upos(c + 2) == Upos::cconj;
    if (cut && is_role(second, false)) return second;
  }
  if (const TokenIndex title = title_by_verb(head); title != kNoToken) return title;
  const Relation own = tree_.relation(head);
  const TokenIndex up = tree_.head(head);
  if (up == kNoToken) return title_after(name);
  if ((own == Relation::appos || own == Relation::flat || own == Relation::nmod_desc || own == Relation::compound) &&
      is_role(up, false))
    return up;
  if (own == Relation::conj) {
    // "X and Y, jailed leaders": said of both.
    for (TokenIndex c : tree_.children(up)) {
      if (tree_.relation(c) == Relation::appos && c > head && is_role(c, true)) return c;
    }
    // "Senators X, Y and Z": a title of several before the first of them.
    const Words first = person_at(up);
    const bool begins = first.empty() || first.first == context_.analysis.sentences[tree_.sentence(up)].first;
    const Meaning* title = begins ? nullptr : meanings_.at(first.first - 1);
    if (title != nullptr && title->sense == Sense::role && title->plural && title->last == first.first)
      return title->head;
  }
  return title_after(name);
}

// "Prime Minister of the United Kingdom X", "Assistant Secretary for African Affairs X", where X is known or stands
// behind a word of what offices are for.
TokenIndex PartyReader::title_before_complement(Words name) const {
  const bool behind_matter = name.first > 0 && words::office_matter(tree_.form(name.first - 1));
  if (!behind_matter && known_name(name.first).empty()) return kNoToken;
  constexpr TokenIndex kLongest = 11;
  for (TokenIndex w = name.first; w-- > 0 && name.first - w < kLongest;) {
    const Meaning* m = meanings_.at(w);
    if (tree_.sentence(w) != tree_.sentence(name.first)) return kNoToken;
    if (m == nullptr || m->sense != Sense::role) continue;
    const bool title = (context_.knowledge.roles()[m->id].flags & knowledge::kRoleTitle) != 0 && !m->plural;
    if (!title && behind_matter) continue;  // "Under Secretary for Civilian Security"
    const Words person = person_after_complement(*m);
    return title && person.first == name.first && !person.empty() ? m->head : kNoToken;
  }
  return kNoToken;
}

// "The Iraqi interior minister, X, visited": in commas, and beside its title where the tree has two subjects.
TokenIndex PartyReader::title_before_comma(Words name, TokenIndex head) const {
  if (name.first < 2 || name.last >= tree_.size()) return kNoToken;
  if (tree_.form(name.first - 1) != "," || tree_.form(name.last) != ",") return kNoToken;
  const Meaning* m = meanings_.at(name.first - 2);
  if (m == nullptr || m->sense != Sense::role || m->plural || m->last != name.first - 1) return kNoToken;
  const bool title = (context_.knowledge.roles()[m->id].flags & knowledge::kRoleTitle) != 0;
  return title && tree_.head(m->head) == tree_.head(head) && is_subject(head) ? m->head : kNoToken;
}

// "X, India's tourism minister," where the tree does not say so: only words that may describe stand between.
TokenIndex PartyReader::title_after(Words name) const {
  if (name.last >= tree_.size() || tree_.form(name.last) != ",") return kNoToken;
  constexpr TokenIndex kFarthest = 8;
  const std::uint32_t sentence = tree_.sentence(name.first);
  for (TokenIndex w = name.last + 1; w < tree_.size() && w < name.last + kFarthest && tree_.sentence(w) == sentence;
       ++w) {
    const Meaning* m = meanings_.at(w);
    if (m != nullptr && m->sense == Sense::role && !m->plural && m->last < tree_.size()) {
      const knowledge::RoleRecord& role = context_.knowledge.roles()[m->id];
      const std::string_view next = tree_.form(m->last);
      const bool ends = next == "," || next == "of" || next == "for" || next == "and" || next == "." || next == "in";
      return (role.flags & knowledge::kRoleTitle) != 0 && ends ? m->head : kNoToken;
    }
    const Upos tag = tree_.upos(w);
    const bool describes = tag == Upos::det || tag == Upos::adj || tag == Upos::propn || tag == Upos::noun ||
                           tree_.xpos(w) == Xpos::pos || tree_.xpos(w) == Xpos::prp_poss || tree_.xpos(w) == Xpos::hyph;
    if (!describes) return kNoToken;
  }
  return kNoToken;
}

}  // namespace masudi::coding
