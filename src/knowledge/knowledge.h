// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"
#include "knowledge/fold.h"
#include "knowledge/layout.h"
#include "knowledge/sieve.h"

namespace masudi::knowledge {

// A step into a phrase table: what ends here, and whether longer phrases go on.
struct PhraseHit {
  IndexRange refs{};
  bool goes_on = false;
};

// The line of a source that something known comes from.
struct Origin {
  std::string_view file;
  std::uint32_t line = 0;  // from 1
};

// What masudi knows of the world and of the language of events: look-ups over one compiled, memory-mapped file.
// Immutable: share it between threads. Views returned live as long as the object.
class Knowledge {
 public:
  static Result<Knowledge> open(const std::filesystem::path& path);
  // The same over bytes that outlive the object, 8-byte aligned.
  static Result<Knowledge> over(std::span<const std::byte> bytes);

  // The same over bytes that it keeps (padded to 8 with zeros).
  static Result<Knowledge> keeping(std::string_view image);

  // A hash of the sources, for records and logs.
  std::string_view version() const;

  std::string_view text(StringRef ref) const;

  // Names: start with kHashSeed, extend() atom by atom, ask after each. None: no phrase begins so.
  std::optional<PhraseHit> find_name(std::uint64_t hash) const;
  // Says that a name will soon be asked for, so that its line of memory is on its way: the table is larger than caches.
  void expect_name(std::uint64_t hash) const;
  std::span<const NameRef> names(IndexRange refs) const;
  // Triggers by kind and lemma of their head word (see trigger_key).
  std::span<const std::uint32_t> triggers(std::uint64_t key) const;

  // All names, in no order that means something.
  std::span<const NameRef> all_names() const { return refs_; }
  // People whose family name has this word; see kFamilySeed.
  std::span<const NameRef> family(Atom word) const;
  // Where a country, entity, role or place comes from; none where the file does not say.
  std::optional<Origin> origin(NameKind kind, std::uint32_t id) const;

  std::span<const CountryRecord> countries() const { return countries_; }
  std::span<const EntityRecord> entities() const { return entities_; }
  std::span<const FactRecord> facts(IndexRange range) const { return cut(facts_, range); }
  std::span<const RoleRecord> roles() const { return roles_; }
  std::span<const PlaceRecord> places() const { return places_; }
  std::span<const TriggerRecord> all_triggers() const { return triggers_; }
  std::span<const ConditionRecord> conditions(IndexRange range) const { return cut(conditions_, range); }
  std::span<const WordRecord> words(IndexRange range) const { return cut(words_, range); }
  // Whether a lemma is one of them. Of words that an entry writes with a blank the last one counts.
  bool has_word(IndexRange words, std::string_view lemma) const;
  std::span<const SlotRecord> slots(IndexRange range) const { return cut(frame_slots_, range); }
  std::span<const CueRecord> cues() const { return cues_; }
  // The words of a class of the lexicon; none of a class that is not there.
  IndexRange word_class(std::string_view name) const;
  std::span<const ClassRecord> classes() const { return classes_; }
  // The sum of the learnt weights of some features; those that have none weigh nothing.
  double weight_of(std::span<const std::uint64_t> features) const;
  // Says that these will soon be weighed, as expect_name does.
  void expect_weights(std::span<const std::uint64_t> features) const;

 private:
  friend class Builder;  // goes on from what is compiled
  template <class T>
  static std::span<const T> cut(std::span<const T> all, IndexRange range) {
    if (range.first > all.size() || range.count > all.size() - range.first) return {};
    return all.subspan(range.first, range.count);
  }
  template <class T>
  std::span<const T> section(SectionId id) const;
  std::int64_t weight(std::uint64_t feature) const;

  std::optional<MappedFile> file_;
  std::shared_ptr<const std::vector<std::uint64_t>> owned_;  // the image, where it was made in memory
  std::span<const std::byte> bytes_;
  std::span<const char> strings_;
  std::span<const PhraseSlot> name_slots_, trigger_slots_;
  std::span<const NameRef> refs_;
  std::span<const CountryRecord> countries_;
  std::span<const EntityRecord> entities_;
  std::span<const FactRecord> facts_;
  std::span<const RoleRecord> roles_;
  std::span<const PlaceRecord> places_;
  std::span<const TriggerRecord> triggers_;
  std::span<const std::uint32_t> trigger_refs_;
  std::span<const ConditionRecord> conditions_;
  std::span<const WordRecord> words_;
  std::span<const SlotRecord> frame_slots_;
  std::span<const CueRecord> cues_;
  std::span<const WeightSlot> weights_;
  std::span<const ClassRecord> classes_;
  std::span<const OriginRecord> origins_;
  Sieve known_names_, known_triggers_;  // what is in their tables
};

// Of the bytes after the header; guards against damage, not malice.
std::uint64_t checksum(std::span<const std::byte> bytes);

// The key of triggers whose head word has this lemma.
std::uint64_t trigger_key(TriggerKind kind, std::string_view lemma);

}  // namespace masudi::knowledge
