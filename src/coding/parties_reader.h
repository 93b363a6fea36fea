// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "coding/context.h"
#include "coding/parties_cast.h"
#include "coding/parties_meaning.h"
#include "coding/parties_story.h"
#include "coding/parties_whose.h"
#include "coding/speech.h"

namespace masudi::coding {

// The pass over one document that fills the cast: for every phrase, whom it names. Every phrase is described once,
// those it depends on (owners, names in apposition, antecedents) first.
class PartyReader {
 public:
  PartyReader(const Context& context, const Speech& speech, const Meanings& meanings, const Story& story, Cast& cast)
      : context_(context),
        speech_(speech),
        meanings_(meanings),
        story_(story),
        cast_(cast),
        tree_(context.tree),
        whose_(context, story) {}

  // `observed`: where to keep what is seen of phrases without a country of their own; may be null.
  void run(std::vector<WhoseObservation>* observed);
  // Whom the phrase with this head (or the adjective, compound, title inside one) names; null for nobody.
  const Mention* ensure(TokenIndex t);

 private:
  using Words = NameWords;
  // To whom the party of a role word belongs.
  struct Owner {
    static constexpr std::size_t kMost = 16;
    std::array<std::string_view, kMost> codes{};  // "Turkish and Libyan officials" have two
    std::array<TokenIndex, kMost> tokens{};
    std::size_t count = 0;
    std::string_view sponsor;
    Who body;  // the organisation or office it acts for; nothing known if there is none
    TokenIndex source = kNoToken;
    bool former = false;
    bool led = false;  // "Saudi-led"

    void add(std::string_view code, TokenIndex token);
  };

  // Members of one phrase, each once.
  struct Several {
    std::array<Member, Owner::kMost> list{};
    std::size_t count = 0;

    bool full() const { return count == list.size(); }
    std::span<const Member> members() const { return {list.data(), count}; }
    bool has(ReferentId who) const;
    void add(Member member);
  };

  void describe(TokenIndex t);
  void describe_known(TokenIndex t, const Meaning& meaning);
  void describe_state(TokenIndex t, const Meaning& meaning);
  bool counts_people(const Meaning& nationality) const;
  std::string_view home_behind(TokenIndex people) const;
  const Meaning* role_of_list(const Meaning& nationality) const;
  // Names that no list has: parties_unknown.cpp
  void describe_unknown(TokenIndex t);
  ReferentId state_of(std::string_view code);
  const Meaning* state_at(TokenIndex first) const;
  bool describe_half(TokenIndex t);
  bool describe_halves(TokenIndex t);
  bool describe_ship(TokenIndex t);
  bool describe_alias(TokenIndex t);
  Words name_before(TokenIndex end) const;
  bool learn_from_apposition(Words name, Referent& body);
  void describe_count(TokenIndex t);
  void describe_holding(TokenIndex t);

  // Role phrases: parties_roles.cpp
  TokenIndex described_by(TokenIndex t) const;
  void describe_role(TokenIndex t, const Meaning& meaning);
  Referent role_referent(TokenIndex t, const Meaning& meaning, const Owner& owner, std::size_t which);
  TokenIndex parted_by_and(TokenIndex t, Words core, const Meaning& role) const;
  bool delegate_to_name(TokenIndex t);
  bool delegate(TokenIndex t, Words core);
  Who members_of_class(TokenIndex t, TokenIndex& source, TokenIndex& last);
  TokenIndex example_behind(TokenIndex t) const;
  TokenIndex told_to_do(TokenIndex possessive) const;
  TokenIndex joined_owner(TokenIndex possessive);
  TokenIndex author_of(TokenIndex pronoun);
  TokenIndex treated_for(TokenIndex possessive);
  std::string_view code_of_force(TokenIndex t, std::string_view sector) const;
  std::string_view code_of_backed(std::string_view sponsor, std::string_view sector) const;
  // Owners: parties_owner.cpp
  Owner owner_of(TokenIndex t, Words core, Words without);
  void owners_before(TokenIndex t, Words core, Words without, Owner& owner);
  void owner_after(TokenIndex t, Owner& owner);
  void add_joined(TokenIndex p, Owner& owner, std::size_t depth);
  TokenIndex represented_by(TokenIndex t) const;
  void owner_in_apposition(TokenIndex t, Owner& owner);
  bool shares_nation(TokenIndex t) const;
  bool is_sent_out(TokenIndex t) const;
  bool are_joined(TokenIndex a, TokenIndex b) const;
  void backer_in_clause(TokenIndex t, Owner& owner);
  std::string_view backer_behind(TokenIndex t);
  bool is_military(TokenIndex t) const;
  void take_owner(TokenIndex t, Owner& owner);
  std::string_view code_in_compound(std::string_view part) const;

  // On a government's own pages: parties_home.cpp
  std::string_view code_on_pages(TokenIndex t, const knowledge::RoleRecord& role);

  void resolve_addressee(TokenIndex t);

  // Persons: parties_people.cpp
  Words person_at(TokenIndex t) const;
  Words known_name(TokenIndex t) const;
  Words capitalised_run(TokenIndex t) const;
  Words person_after(TokenIndex t, const Meaning& title) const;
  Words person_after_complement(const Meaning& title) const;
  TokenIndex title_of(Words name, TokenIndex head) const;
  bool fights_for_government(TokenIndex t) const;
  TokenIndex title_by_verb(TokenIndex head) const;
  TokenIndex title_before_complement(Words name) const;
  TokenIndex title_before_comma(Words name, TokenIndex head) const;
  TokenIndex title_after(Words name) const;
  void describe_person(TokenIndex t, Words name);
  // `known`: the person of the knowledge whose name it is.
  ReferentId person_named(Words name, std::optional<std::uint32_t> known) const;
  void introduce(Words name, std::optional<std::uint32_t> known, ReferentId who);
  std::optional<std::uint32_t> known_person(Words name, TokenIndex title) const;
  std::string_view title_words(TokenIndex title) const;
  void learn_from_title(Referent& person, TokenIndex title, TokenIndex name_head, Words block);

  // Pronouns and definite phrases: parties_anaphora.cpp
  void describe_pronoun(TokenIndex t);
  void resolve_person(TokenIndex t, Gender gender);
  void resolve_thing(TokenIndex t);
  void resolve_speaker(TokenIndex t, bool plural);
  bool is_craft(const Referent& r) const;
  bool resolve_definite(TokenIndex t, const Meaning& meaning, Words core);
  bool acts_on(TokenIndex subject, TokenIndex pronoun) const;
  template <class Fits>
  TokenIndex antecedent(TokenIndex t, std::uint32_t sentences_back, Fits fits) const;
  const Mention* transcript_speaker(TokenIndex t);
  void signatories(Several& out);
  bool signatories_in(const Sentence& s, bool first, Several& out);
  void refer(TokenIndex t, Words phrase, TokenIndex to, Reason reason, Grade grade);

  class Sides;
  // Several: parties_several.cpp, and two: parties_pairs.cpp
  void resolve_people(TokenIndex t);
  bool is_one_another(TokenIndex t) const;
  void resolve_one_another(TokenIndex t);
  bool counts_two(TokenIndex t) const;
  bool means_two(TokenIndex t, std::string_view word) const;
  TokenIndex who_acts_on(TokenIndex t) const;
  TokenIndex speaker_above(TokenIndex t) const;
  bool pair_before(TokenIndex t, std::string_view but, std::string_view nor, bool states, bool persons,
                   Several& pair) const;
  bool resolve_pair(TokenIndex t, Words core, std::string_view word);
  bool resolve_those_who_met(TokenIndex t, const Meaning& meaning, Words core);
  bool resolve_number(TokenIndex t);
  bool those_who_met(TokenIndex t, std::size_t number, std::uint32_t role, Several& out);
  void states_of(Several& members);
  bool gather_holders(TokenIndex t, const Meaning& title, Words core);
  void gather(TokenIndex head, Several& out, int depth) const;
  void put_several(TokenIndex t, Words phrase, Several& several, Grade grade, Reason reason);
  bool act_together(TokenIndex verb, TokenIndex before, Several& out);
  bool act_together_in(const Sentence& s, TokenIndex before, bool last, Several& out);
  bool is_several(const Mention& m) const;
  bool persons_of(const Sentence& s, Several& out) const;
  TokenIndex first_subject(const Sentence& s) const;
  TokenIndex first_joined(TokenIndex t) const;

  // Small questions.
  Words core_of(TokenIndex t) const;
  Words name_at(TokenIndex t) const;
  TokenIndex head_of(Words words) const;
  bool is_subject(TokenIndex t) const;
  bool is_actor_slot(TokenIndex t) const;  // where a party stands to a verb or noun
  bool is_convict(TokenIndex t) const;     // "was sentenced", "convicted X", "stabbed"
  bool is_plural(TokenIndex t) const;
  bool is_proper(TokenIndex t) const { return proper_noun(tree_, t); }
  bool is_definite(TokenIndex t) const;
  std::string_view text(Words words) const;
  const knowledge::EntityRecord* entity(const Meaning* meaning) const;
  Who who(const Meaning& meaning) const;
  std::string_view code_of(TokenIndex t);
  std::string_view default_code(TokenIndex t, bool home, std::string_view kind);
  Mention mention(TokenIndex t, Words words, Grade grade, Reason reason) const;
  void put_one(const Mention& mention, ReferentId who);
  ReferentId referent_for(std::uint64_t key, const Referent& fresh);

  const Context& context_;
  const Speech& speech_;
  const Meanings& meanings_;
  const Story& story_;
  Cast& cast_;
  const Tree& tree_;
  int depth_ = 0;
  Whose whose_;
  mutable std::vector<knowledge::Atom> atoms_;
};

}  // namespace masudi::coding
