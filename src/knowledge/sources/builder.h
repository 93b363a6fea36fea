// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "knowledge/sources/source.h"

namespace masudi::knowledge {

// Gathers what the sources say and makes the compiled file of it. The result depends on the sources alone. One thread.
class Builder {
 public:
  Builder() = default;
  // Goes on from what is compiled; names added from here on are a person's own and go before those of `base`, which
  // must outlive the builder.
  explicit Builder(const Knowledge& base);

  StringRef keep(std::string_view text);
  std::string_view text(StringRef ref) const { return std::string_view(strings_).substr(ref.offset, ref.size); }
  // Makes `phrase` a name of something. Phrases without letters or digits are left out.
  void add_name(std::string_view phrase, NameKind kind, std::uint32_t id, bool risky = false, bool plural = false);
  // Whether the base knows the phrase as a name of that country.
  bool names_country(std::string_view phrase, std::string_view code) const;
  // Makes each word of `words` one that names the person after a title (kFamilySeed).
  void add_family(std::string_view words, std::uint32_t entity);
  // Remembers where a record stands, for those who ask; records of one kind come in the order of their ids.
  void came_from(NameKind kind, std::uint32_t id, const Line& line);
  void add_trigger(TriggerKind kind, std::string_view head_lemma, std::uint32_t id);
  // Appends a word of the lexicon, or several that stand in a row, by its last word; one with a hyphen also by what is
  // behind the hyphen, since most texts are parted there. Gives how many records it made.
  std::uint32_t add_word(std::string_view text);

  // Whether what is added is a person's own, beside a base.
  bool is_own() const { return base_ != nullptr; }
  void complain(const Line& line, const std::string& what) { problems_.push_back(line.where() + ": " + what); }
  const std::vector<std::string>& problems() const { return problems_; }

  // The compiled file. `version`: a fingerprint of the sources.
  std::string image(std::string_view version) const;
  Result<void> write(const std::filesystem::path& file, std::string_view version) const;

  std::vector<CountryRecord> countries;
  std::vector<EntityRecord> entities;
  std::vector<FactRecord> facts;
  std::vector<RoleRecord> roles;
  std::vector<PlaceRecord> places;
  std::vector<TriggerRecord> triggers;
  std::vector<ConditionRecord> conditions;
  std::vector<WordRecord> words;
  std::vector<SlotRecord> frame_slots;
  std::vector<CueRecord> cues;
  std::map<std::uint64_t, std::int16_t> weights;  // of features, by their keys: see WeightSlot
  std::vector<ClassRecord> classes;
  std::vector<OriginRecord> origins;

 private:
  struct Phrase {
    std::vector<NameRef> refs;
    bool prefix = false;
  };
  void add_ref(std::uint64_t hash, const NameRef& ref);
  std::vector<PhraseSlot> name_table(std::vector<NameRef>& refs) const;
  std::vector<PhraseSlot> trigger_table(std::vector<std::uint32_t>& refs) const;
  std::vector<WeightSlot> weight_table() const;

  const Knowledge* base_ = nullptr;
  std::string strings_;
  std::unordered_map<std::string, StringRef> kept_;
  std::map<std::uint64_t, Phrase> phrases_;
  std::map<std::uint64_t, std::vector<std::uint32_t>> trigger_index_;
  std::vector<std::string> problems_;
};

// Readers of the source files; what is wrong goes to Builder::complain.
void read_countries(const std::vector<Line>& lines, Builder& builder);
void read_roles(const std::vector<Line>& lines, Builder& builder);
void read_actors(const std::vector<Line>& lines, EntityKind kind, Builder& builder);
void read_people(const std::vector<Line>& lines, Builder& builder);
void read_places(const std::vector<Line>& lines, Builder& builder);

using WordClasses = std::map<std::string, std::vector<std::string>>;
void read_classes(const std::vector<Line>& lines, WordClasses& classes, Builder& builder);
// Keeps the classes themselves, for those who ask for them by name.
void keep_classes(const WordClasses& classes, Builder& builder);
void read_events(const std::vector<Line>& lines, const WordClasses& classes, Builder& builder);
void read_cues(const std::vector<Line>& lines, Builder& builder);
void read_weights(const std::vector<Line>& lines, Builder& builder);

}  // namespace masudi::knowledge
