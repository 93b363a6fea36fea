// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "coding/parties.h"
#include "coding/parties_who.h"
#include "coding/tree.h"
#include "document/analysis.h"

namespace masudi::coding {

using ReferentId = std::uint32_t;
constexpr ReferentId kNobody = 0xFFFFFFFF;
constexpr std::uint32_t kNoRole = 0xFFFFFFFF;

enum class Nature : std::uint8_t { person, people, state, organisation, place };
enum class Gender : std::uint8_t { unknown, male, female };

// Somebody the document speaks of, whatever he is called.
struct Referent {
  Who who;
  Nature nature = Nature::people;
  Gender gender = Gender::unknown;
  bool named = false;            // has a name of its own, known or introduced
  bool guessed = false;          // sector by default, until the text says more
  std::uint32_t role = kNoRole;  // the role word that described it last
};

// Why a phrase was taken for whom it was.
enum class Reason : std::uint8_t {
  country,
  seat,
  capital,
  nationality,
  entity,
  name,
  titled,
  role_owner,
  role_story,
  place,
  pronoun,
  definite,
  speaker,
  narrator,
  count,
  member,
};

// One phrase that names somebody: tokens [first, last), head `head`, and whom.
struct Mention {
  TokenIndex head;
  TokenIndex first;
  TokenIndex last;
  std::uint32_t member_first;  // into Cast::members
  std::uint32_t member_count;
  Grade grade;
  Reason reason;
  bool plural;
  bool subject;
  bool own_place;     // a town or site: who is there
  TokenIndex source;  // what the reason points to: the antecedent, the owner; kNoToken for none
};

// One of those a phrase names, with the token that tells the members of one phrase apart: the head of the phrase, or
// for a pronoun that means several ("they") the head of the phrase before.
struct Member {
  ReferentId who;
  TokenIndex token;
};

// What the keys of known entities and of countries begin with.
constexpr std::uint64_t kEntityKey = 1, kCountryKey = 2;

// "Poland and Hungary's leaders", where the tree joins the leaders to Poland: Poland, for the mention of Hungary.
// kNoToken for others.
TokenIndex joined_possessor(const Tree& tree, const Mention& possessor);

// The cast of one document: referents, the names they go by, and who is meant where. Keeps its memory.
class Cast {
 public:
  void clear(std::uint32_t tokens);

  ReferentId add(const Referent& referent);
  std::uint32_t size() const { return static_cast<std::uint32_t>(referents_.size()); }  // referents
  Referent& referent(ReferentId id) { return referents_[id]; }
  const Referent& referent(ReferentId id) const { return referents_[id]; }

  // Keys are hashes of names, entities, countries … in one table.
  ReferentId find(std::uint64_t key) const;
  void set(std::uint64_t key, ReferentId id);

  // Stores the mention for `head`, of these members.
  const Mention& put(Mention mention, std::span<const Member> members);
  // Whether the token is asked about for the first time.
  bool visit(TokenIndex t) { return std::exchange(visited_[t], std::uint8_t{1}) == 0; }
  // Lets another token stand for the same mention.
  void alias(TokenIndex t, TokenIndex head) { at_[t] = at_[head]; }
  // The number of a mention, and the mention of a number.
  std::uint32_t index(const Mention& m) const { return static_cast<std::uint32_t>(&m - mentions_.data()); }
  const Mention& mention(std::uint32_t index) const { return mentions_[index]; }
  const Mention* at(TokenIndex t) const { return at_[t] == 0 ? nullptr : &mentions_[at_[t] - 1]; }
  std::span<const Member> members(const Mention& m) const {
    return std::span(members_).subspan(m.member_first, m.member_count);
  }
  const Referent& first(const Mention& m) const { return referents_[members_[m.member_first].who]; }

 private:
  struct Entry {
    std::uint64_t key;  // 0: empty
    ReferentId id;
  };
  void grow();

  std::vector<Referent> referents_;
  std::vector<Mention> mentions_;
  std::vector<Member> members_;
  std::vector<std::uint8_t> visited_;
  std::vector<std::uint32_t> at_;  // by token: 1 + index of the mention it heads
  std::vector<Entry> table_;       // open addressing, a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace masudi::coding
