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
constexpr std::uint32_t kFormatVersion = 5;

enum class SectionId : std::uint32_t {
  strings,
  slots,
  refs,
  countries,
  entities,
  facts,
  roles,
  places,
  trigger_slots,
  triggers,
  trigger_refs,
  conditions,
  words,
  frame_slots,
  cues,
  weights,
  classes,
  origins,
  count
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

// A hash table of phrases, open addressing from slot_of(). `prefix`: longer phrases begin with this one.
struct PhraseSlot {
  std::uint64_t hash;        // 0: empty
  std::uint32_t first;       // into refs or trigger_refs
  std::uint32_t count : 31;  // 0 for a mere prefix
  std::uint32_t prefix : 1;
};
static_assert(sizeof(PhraseSlot) == 16);

// Where a hash is looked for first, in a table of any size below 2^32.
constexpr std::size_t slot_of(std::uint64_t hash, std::size_t size) {
  return static_cast<std::size_t>(((hash >> 32) * size) >> 32);
}

// People by one word of their family name, in the same table as the names: the hash of the word begins with this.
// Such a word is safe only after a title, and for somebody who is in that office on the day.
constexpr std::uint64_t kFamilySeed = 0x46616D696C796E61ULL;

// What a phrase of the names index may be.
enum class NameKind : std::uint8_t { country, adjective, demonym, capital, seat, entity, role, place };

struct NameRef {
  NameKind kind;
  std::uint8_t risky;   // 1: only where the full name stands elsewhere in the document
  std::uint8_t plural;  // 1: a plural form (roles, demonyms)
  std::uint8_t own;     // 1: of a dictionary that the person brought; goes before all others
  std::uint32_t id;     // into countries, entities, roles or places
  StringRef written;    // as the source writes it, for the check of case
};

struct CountryRecord {
  StringRef code, name, adjective, capital, fips, cameo, cow, gw;
  std::uint32_t ambiguous;
  float latitude, longitude;  // of its middle, in degrees; both 0 where not known
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

enum RoleFlag : std::uint32_t {
  kRoleState = 1,
  kRoleCollective = 2,
  kRoleTitle = 4,
  kRoleGeneric = 8,
  kRoleThing = 16
};

struct RoleRecord {
  StringRef word, sectors;
  std::uint32_t flags;
};

// What sort of place it is. A district is a region of the second order, a part one of a city.
enum class PlaceSort : std::uint16_t { city, part, admin1, district, region, water, site };

struct PlaceRecord {
  StringRef name, country, admin1;  // country: alpha-3, empty where it is in none or several
  float latitude, longitude;
  std::uint32_t population, geonames_id;
  PlaceSort sort;
  std::uint16_t precision;  // masudi::Precision
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
  std::uint32_t by_lemma;  // 1: the next word is asked for by its lemma, not by its form
  std::uint64_t word;      // hash of the particle, preposition or next word
  IndexRange words;        // WordRecords: one of these
};

struct WordRecord {
  std::uint64_t hash;  // of the (last) lemma
  StringRef text;      // all of it; several words parted by a blank
};

enum class SlotKind : std::uint32_t {
  subject,
  object,
  indirect,
  by,
  possessor,
  modifier,
  of,
  object_possessor,
  told_subject,
  preposition
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
  std::uint32_t own;  // 1: of a dictionary that the person brought
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

// A word class of the event lexicon, by name ("accident", "vessel"); sorted by name.
struct ClassRecord {
  StringRef name;
  IndexRange words;  // WordRecords
};

// Where records come from: the records `first`, `first` + 1 … of this kind stand in lines `line`, `line` + 1 … of
// `file`, up to the next of these. Sorted by kind and first.
struct OriginRecord {
  NameKind kind;  // country, entity, role or place
  std::uint32_t first;
  StringRef file;  // relative to the knowledge folder, or as the person named it
  std::uint32_t line;
};

// A learnt weight of the coder in ten-thousandths, in a hash table of its feature: open addressing from slot_of().
struct WeightSlot {
  std::uint64_t word;  // the upper 48 bits of feature_key(), then the weight; 0: empty

  std::uint64_t feature() const { return word >> 16 << 16; }
  std::int16_t weight() const { return static_cast<std::int16_t>(word & 0xFFFF); }
};
static_assert(sizeof(WeightSlot) == 8);
constexpr double kWeightUnit = 1e-4;
constexpr int kMostWeight = 32767;

}  // namespace masudi::knowledge
