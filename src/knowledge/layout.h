// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace masudi::knowledge {

// The compiled knowledge file, little-endian, read in place:
//
//   Header | section | section | …        every section 8-byte aligned
//
// A section is an array of one of the records below; `strings` is the bytes that StringRefs point into.
// Records refer to one another by index and range. The checksum covers everything after the header.

constexpr char kMagic[8] = {'M', 'A', 'S', 'U', 'D', 'I', 'K', 'N'};
constexpr std::uint32_t kFormatVersion = 1;

enum class SectionId : std::uint32_t {
  strings, slots, refs, countries, entities, facts, roles, places, trigger_slots, triggers, trigger_refs, conditions, words,
  frame_slots, cues, count
};
constexpr std::uint32_t kSectionCount = static_cast<std::uint32_t>(SectionId::count);

struct Section {
  std::uint64_t offset;
  std::uint64_t bytes;
};

struct Header {
  char magic[8];
  std::uint32_t format;
  std::uint32_t sections;
  std::uint64_t checksum;
  std::uint64_t bytes;  // of the whole file
  char version[32];     // hash of the sources, hexadecimal, zero-padded
  Section table[kSectionCount];
};

struct StringRef {
  std::uint32_t offset;
  std::uint32_t size;
};

struct IndexRange {
  std::uint32_t first;
  std::uint32_t count;
};

// A hash table of phrases, open addressing, power of two. `prefix`: longer phrases begin with this one.
struct PhraseSlot {
  std::uint64_t hash;  // 0: empty
  IndexRange refs;     // into refs or trigger_refs; count 0 for a mere prefix
  std::uint32_t prefix;
  std::uint32_t unused;
};

// What a phrase of the names index may be.
enum class NameKind : std::uint32_t { country, adjective, demonym, capital, seat, entity, role, place };

struct NameRef {
  NameKind kind;
  std::uint32_t id;     // into countries, entities, roles or places
  StringRef written;    // as the source writes it, for the check of case
  std::uint32_t risky;  // 1: only where the full name stands elsewhere in the document
  std::uint32_t plural; // 1: a plural form (roles, demonyms)
};

struct CountryRecord {
  StringRef code, name, adjective, capital, fips, cameo, cow, gw;
  std::uint32_t ambiguous;
};

enum class EntityKind : std::uint32_t { organisation, group, party, medium, person };

struct EntityRecord {
  StringRef name, code, sectors, sort;  // sectors joined by ';'; sort: kind=… of the source
  EntityKind kind;
  std::uint32_t prominent;
  std::int32_t from, to;  // days since 1970-01-01
  IndexRange facts;
  StringRef family;  // the family name of a person
};

// Something that is true of an entity for a time.
enum class FactKind : std::uint32_t { term, sponsor, code, sector };

struct FactRecord {
  FactKind kind;
  StringRef code, sector, office;
  std::int32_t from, to;
};

enum RoleFlag : std::uint32_t { kRoleState = 1, kRoleCollective = 2, kRoleTitle = 4, kRoleGeneric = 8, kRoleThing = 16 };

struct RoleRecord {
  StringRef word, sectors;
  std::uint32_t flags;
};

struct PlaceRecord {
  StringRef name, country, admin1;
  float latitude, longitude;
  std::uint32_t population, geonames_id, precision;  // precision: masudi::Precision
};

// ---- the event lexicon ----

enum class TriggerKind : std::uint32_t { verb, noun, adjective, phrase };
constexpr std::uint32_t kTypeNone = 100;   // looks like an event and is not
constexpr std::uint32_t kTypeLight = 101;  // lends its subject and objects to an event noun

enum class ConditionKind : std::uint32_t {
  particle,    // word belongs to the verb: particle, adverb or preposition
  object,      // head lemma of the object
  complement,  // preposition or "to", with the lemma of what follows it
  modifier,    // a noun's modifier
  follows,     // next words, as they stand (phrases)
};

struct ConditionRecord {
  ConditionKind kind;
  StringRef word;    // particle or preposition
  IndexRange words;  // WordRecords: one of these
};

struct WordRecord {
  std::uint64_t hash;  // of the (last) lemma
  StringRef text;      // all of it; several words parted by a blank
};

enum class SlotKind : std::uint32_t {
  subject, object, indirect, by, possessor, modifier, of, object_possessor, told_subject, preposition
};

struct SlotRecord {
  SlotKind kind;
  StringRef word;  // the preposition
};

struct TriggerRecord {
  std::uint32_t type;  // masudi::EventType, kTypeNone or kTypeLight
  TriggerKind kind;
  StringRef trigger, file, cameo, modes, contexts, status, example;
  std::uint32_t line;
  std::uint32_t weak;
  std::uint32_t reciprocal;  // the slots after '&' are actors too
  std::uint32_t explicit_frame;
  IndexRange conditions, actor, recipient, partner, place;  // of conditions and frame_slots
};

enum class CueKind : std::uint32_t { verb, preposition, adverb, noun };
enum class SpeakerSlot : std::uint32_t { subject, object, by, none };

struct CueRecord {
  StringRef cue;
  CueKind kind;
  SpeakerSlot speaker;
};

}  // namespace masudi::knowledge
