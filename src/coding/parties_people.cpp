// SPDX-License-Identifier: Apache-2.0
// Persons: known ones, and those whom the text introduces by title, nationality or apposition and then calls by their
// family name.
#include <algorithm>

#include "base/hash.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

constexpr std::uint64_t kFullKey = 3, kFamilyKey = 4, kGivenKey = 5;

std::uint64_t full_key(const std::vector<knowledge::Atom>& a) {
  return hash_mix(hash_mix(kFullKey, a.front().hash), a.back().hash);
}
std::uint64_t family_key(const std::vector<knowledge::Atom>& a) { return hash_mix(kFamilyKey, a.back().hash); }
std::uint64_t given_key(const std::vector<knowledge::Atom>& a) { return hash_mix(kGivenKey, a.front().hash); }

Gender gender_of(std::string_view word) {
  if (words::one_of(word, {"Mrs.", "Mrs", "Ms.", "Ms", "Miss", "queen", "princess", "woman", "girl", "wife", "mother",
                           "daughter", "sister", "Lady", "actress", "widow", "Dame", "aunt", "niece"}) ||
      word.ends_with("woman"))
    return Gender::female;
  if (words::one_of(word, {"Mr.", "Mr", "king", "prince", "boy", "husband", "father", "son", "brother", "Sir", "sheikh",
                           "pope", "uncle", "nephew", "ayatollah", "imam"}) ||
      word.ends_with("man"))
    return Gender::male;
  return Gender::unknown;
}

}  // namespace

// The known name of several words that covers the token, however the language step has cut and tagged it.
PartyReader::Words PartyReader::known_name(TokenIndex t) const {
  const Meaning* meaning = meanings_.at(t);
  const auto* record = entity(meaning);
  if (record == nullptr || record->kind != knowledge::EntityKind::person || meaning->last - meaning->first < 2)
    return {};
  const Words w = meanings_.person_at(t);
  // "Affairs Joseph Charles" and "Joseph Charles Satterthwaite" cross; "John Mark Smith" is no "Mark Smith".
  const bool inside = w.first >= meaning->first && w.last <= meaning->last;
  const bool whole = w.empty() || inside || (w.first < meaning->first && w.last < meaning->last);
  return whole ? Words{meaning->first, meaning->last} : Words{};
}

// The name of a person that the token belongs to: known, found by the language step, or introduced before.
PartyReader::Words PartyReader::person_at(TokenIndex t) const {
  const Meaning* meaning = meanings_.at(t);
  if (const Words known = known_name(t); !known.empty()) return known;
  if (const Words w = meanings_.person_at(t); !w.empty()) {
    const auto* record = entity(meaning);
    const bool other = meaning != nullptr && meaning->first <= w.first && meaning->last >= w.last &&
                       meaning->sense != Sense::place &&
                       !(record != nullptr && record->kind == knowledge::EntityKind::person);
    if (!other) return w;
  }
  if (const auto* record = entity(meaning); record != nullptr && record->kind == knowledge::EntityKind::person) {
    return {meaning->first, meaning->last};
  }
  if (meaning != nullptr && !meaning->is_geographic()) return {};
  if (!is_proper(t)) {
    // "President Tandja", whatever the tagger makes of the name.
    const std::string_view form = tree_.form(t);
    const Upos tag = tree_.upos(t);
    const bool capital = form.size() > 1 && form[0] >= 'A' && form[0] <= 'Z';
    if (!capital || meaning != nullptr || t == 0 || (tag != Upos::noun && tag != Upos::pron && tag != Upos::x))
      return {};
    const Meaning* title = meanings_.at(t - 1);
    if (title == nullptr || title->sense != Sense::role || title->last != t || title->plural ||
        (context_.knowledge.roles()[title->id].flags & knowledge::kRoleTitle) == 0 || tree_.xpos(t) == Xpos::prp)
      return {};
    Words run{t, t + 1};
    while (run.last < tree_.size() && tree_.sentence(run.last) == tree_.sentence(t) && tree_.head(run.last) == t &&
           tree_.relation(run.last) == Relation::flat)
      ++run.last;
    return run;
  }
  const Words run = capitalised_run(t);
  if (words::of_no_person(tree_.form(run.first))) return {};
  const bool longer = meaning == nullptr || run.last - run.first > meaning->last - meaning->first;
  if (meaning != nullptr && meaning->sense == Sense::country && !longer) return {};
  if (person_named(run, std::nullopt) != kNobody) return run;
  // "Foreign Minister X": a title makes a person of the name after it.
  if (run.first > context_.analysis.sentences[tree_.sentence(t)].first) {
    const Meaning* title = meanings_.at(run.first - 1);
    if (title != nullptr && title->sense == Sense::role && title->last == run.first &&
        (context_.knowledge.roles()[title->id].flags & knowledge::kRoleTitle) != 0 && !title->plural) {
      return run;
    }
  }
  // Names of several words that the parser takes for a person's.
  if (meaning == nullptr && run.last - run.first > 1) {
    for (TokenIndex w = run.first; w < run.last; ++w) {
      if (tree_.relation(w) == Relation::flat && tree_.head(w) >= run.first && tree_.head(w) < run.last) return run;
    }
  }
  return {};
}

// The proper nouns around the token that no known name or role covers.
PartyReader::Words PartyReader::capitalised_run(TokenIndex t) const {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(t)];
  const auto fits = [&](TokenIndex w) {
    if (is_proper(w)) return meanings_.at(w) == nullptr || meanings_.at(w)->is_geographic();
    return tree_.xpos(w) == Xpos::hyph && w > s.first && tree_.span(w - 1).end == tree_.span(w).begin;
  };
  Words run{t, t + 1};
  constexpr TokenIndex kLongest = 8;
  // "Minister for Foreign Affairs X": what an office is for is none of the name.
  const auto begins = [&](TokenIndex w) { return fits(w) && !words::office_matter(tree_.form(w)); };
  while (run.first > s.first && begins(run.first - 1) && run.last - run.first < kLongest) --run.first;
  const auto goes_on = [&](TokenIndex w) { return fits(w) && !words::office_matter(tree_.form(w - 1)); };
  while (run.last < s.last && goes_on(run.last) && run.last - run.first < kLongest) ++run.last;
  return run;
}

// Who goes by these words, if the document has introduced him; by full name, or by family name alone.
ReferentId PartyReader::person_named(Words name, std::optional<std::uint32_t> known) const {
  atoms_.clear();
  knowledge::append_atoms(text(name), atoms_);
  if (atoms_.empty()) return kNobody;
  if (known) {
    // A family name means whoever the text has introduced under it, before anybody known to the world.
    if (name.last - name.first == 1) {
      if (const ReferentId id = cast_.find(family_key(atoms_)); id != kNobody) return id;
    }
    if (const ReferentId id = cast_.find(hash_mix(kEntityKey, *known)); id != kNobody) return id;
  }
  bool family_only = true;
  for (TokenIndex w = name.first; w + 1 < name.last; ++w) {
    std::string folded;
    knowledge::fold(tree_.form(w), folded);
    family_only &= folded.empty() || words::particle(folded);
  }
  if (!family_only) return cast_.find(full_key(atoms_));
  const ReferentId id = cast_.find(family_key(atoms_));
  // "the killing of Jamal", who was introduced as Jamal Khashoggi
  return id == kNobody && !known && atoms_.size() == 1 ? cast_.find(given_key(atoms_)) : id;
}

std::optional<std::uint32_t> PartyReader::known_person(Words name, TokenIndex title) const {
  for (TokenIndex w = name.first; w < name.last; ++w) {
    const Meaning* meaning = meanings_.at(w);
    const auto* record = entity(meaning);
    if (record != nullptr && record->kind == knowledge::EntityKind::person) return meaning->id;
  }
  if (title == kNoToken || title > name.first) return std::nullopt;
  atoms_.clear();
  knowledge::append_atoms(text(name), atoms_);
  return titled_person(context_.knowledge, title_words(title), atoms_, context_.document.date);
}

void PartyReader::introduce(Words name, std::optional<std::uint32_t> known, ReferentId who) {
  if (known) {
    cast_.set(hash_mix(kEntityKey, *known), who);
    atoms_.clear();
    knowledge::append_atoms(context_.knowledge.text(context_.knowledge.entities()[*known].family), atoms_);
    if (!atoms_.empty()) cast_.set(family_key(atoms_), who);
  }
  atoms_.clear();
  knowledge::append_atoms(text(name), atoms_);
  if (atoms_.empty()) return;
  cast_.set(full_key(atoms_), who);
  cast_.set(family_key(atoms_), who);
  if (atoms_.size() > 1) cast_.set(given_key(atoms_), who);
}

void PartyReader::learn_from_title(Referent& person, TokenIndex title, TokenIndex name_head, Words block) {
  const Meaning& meaning = *meanings_.at(title);
  const knowledge::RoleRecord& role = context_.knowledge.roles()[meaning.id];
  if (person.gender == Gender::unknown) person.gender = gender_of(context_.knowledge.text(role.word));
  person.role = meaning.id;
  // "Vice President X said then": told of the time in office, which was not long ago.
  constexpr std::int32_t kRecently = 365;
  constexpr std::int32_t kAgo = 500000;  // who_is says so of an office that is not the title's
  const bool office =
      (role.flags & knowledge::kRoleTitle) != 0 && title < name_head && (role.flags & knowledge::kRoleGeneric) == 0;
  const std::int32_t since = context_.document.date.days - person.who.left;
  // "Under Secretary X": an office that is not the one of the past is a new one, also before a party's leader.
  const bool rank = std::string_view(context_.knowledge.text(role.sectors)).starts_with("MIL");  // kept for life
  const bool anew = !rank && (role.flags & knowledge::kRoleState) != 0 && (since > kAgo || person.who.sectors == "PTY");
  const bool then = office && ((person.who.sectors == "ELI" && since < kRecently) ||
                               (anew && words::one_of(person.who.sectors, {"ELI", "PTY"})));
  if (!person.who.code.empty() && !person.who.sectors.empty() && !person.guessed && !then) return;
  if (person.guessed) person.who.code = person.who.sectors = {}, person.guessed = false;
  Words core = core_of(title);
  core = {std::min(core.first, block.first), std::max(core.last, meaning.last)};
  Owner owner = owner_of(title, core, {meaning.first, meaning.last});
  // "President X of Ecuador"
  for (TokenIndex w = block.first; w < block.last && owner.count == 0; ++w) {
    if (w >= meaning.last) owner_after(w, owner);
  }
  const Referent described = role_referent(title, meaning, owner, 0);
  if (person.who.code.empty()) person.who.code = described.who.code;
  if (person.who.sectors.empty() || then) person.who.sectors = described.who.sectors;
  if (person.who.office.empty() && (role.flags & knowledge::kRoleTitle) != 0)
    person.who.office = context_.knowledge.text(role.word);
}

void PartyReader::describe_person(TokenIndex t, Words name) {
  const TokenIndex head = head_of(name);
  if (t != head) {
    if (ensure(head) != nullptr) cast_.alias(t, head);
    return;
  }
  const TokenIndex title = title_of(name, head);
  const std::optional<std::uint32_t> known = known_person(name, title);
  Words block = name;
  if (const Words core = core_of(head); core.first < block.first) block.first = core.first;
  if (title != kNoToken && title < name.first)
    block.first = std::min({block.first, core_of(title).first, meanings_.at(title)->first});

  ReferentId id = person_named(name, known);
  if (id == kNobody) {
    Referent fresh;
    fresh.nature = Nature::person;
    fresh.named = true;
    if (name.first > 0) fresh.gender = gender_of(tree_.form(name.first - 1));
    if (known) {
      const Date day = context_.document.date;
      fresh.who = who_is(context_.knowledge, context_.knowledge.entities()[*known], day, title_words(title));
    } else {
      fresh.who.name = text(name);
    }
    id = cast_.add(fresh);
    introduce(name, known, id);
  }
  const Reason reason = known ? Reason::entity : title != kNoToken ? Reason::titled : Reason::name;
  Mention m = mention(t, block, Grade::named, reason);
  m.source = title;
  put_one(m, id);
  if (title != kNoToken) {
    Referent learned = cast_.referent(id);
    learn_from_title(learned, title, head, block);
    cast_.referent(id) = learned;
    if (cast_.at(title) == nullptr && cast_.visit(title)) cast_.alias(title, t);
  }
  if (cast_.referent(id).who.code.empty() || cast_.referent(id).who.sectors.empty()) {
    // Nothing but a name: the country its modifiers or the story give, and a private person.
    Owner owner = owner_of(head, block, name);
    // "Israeli designer X": described by a word that is no role.
    const Relation own = tree_.relation(head);
    const bool described = own == Relation::flat || own == Relation::appos || own == Relation::nmod_desc;
    if (owner.count == 0 && described && tree_.upos(tree_.head(head)) == Upos::noun) {
      owner = owner_of(tree_.head(head), core_of(tree_.head(head)), name);
    }
    // "X, a Kenyan, fled Uganda"
    for (TokenIndex c : tree_.children(head)) {
      const Meaning* nation = tree_.relation(c) == Relation::appos ? meanings_.at(c) : nullptr;
      if (nation != nullptr && nation->sense == Sense::nationality && owner.count == 0) owner.add(nation->code, c);
    }
    const std::string_view code = owner.count > 0 ? owner.codes[0] : default_code(t, false, "person");
    Referent& person = cast_.referent(id);
    if (person.who.code.empty()) person.who.code = code;
    if (person.who.sectors.empty() && title == kNoToken) {
      person.guessed = !owner.body.known();
      person.who.sectors = owner.body.known() ? owner.body.sectors : "CVL";
    }
  }
  if (Referent& person = cast_.referent(id); person.guessed && is_convict(t)) person.who.sectors = "CRM";
}

}  // namespace masudi::coding
