// SPDX-License-Identifier: Apache-2.0
#include "knowledge/sources/builder.h"

#include <algorithm>
#include <cstring>
#include <fstream>

#include "base/hash.h"

namespace masudi::knowledge {
namespace {

constexpr std::uint32_t kMaxCount = 0x7FFFFFFF;

// A table at most half full: what is not in it, as most of what is asked for, is missed after two or three slots.
template <class Slot>
std::vector<Slot> make_table(std::size_t entries) {
  return std::vector<Slot>(2 * entries + 2, Slot{});
}

std::uint64_t key_of(const PhraseSlot& slot) { return slot.hash; }
std::uint64_t key_of(const WeightSlot& slot) { return slot.feature(); }

template <class Slot>
void insert(std::vector<Slot>& table, Slot slot) {
  std::size_t at = slot_of(key_of(slot), table.size());
  while (key_of(table[at]) != 0) at = at + 1 == table.size() ? 0 : at + 1;
  table[at] = slot;
}

template <class T>
void append(std::string& body, Section& section, const std::vector<T>& records) {
  body.resize((body.size() + 7) / 8 * 8);
  section.offset = sizeof(Header) + body.size();
  section.bytes = records.size() * sizeof(T);
  if (!records.empty()) body.append(reinterpret_cast<const char*>(records.data()), section.bytes);
}

}  // namespace

StringRef Builder::keep(std::string_view text) {
  if (text.empty()) return {0, 0};
  const auto [at, fresh] = kept_.try_emplace(std::string(text));
  if (fresh) {
    at->second = {static_cast<std::uint32_t>(strings_.size()), static_cast<std::uint32_t>(text.size())};
    strings_ += text;
  }
  return at->second;
}

Builder::Builder(const Knowledge& base) : base_(&base), strings_(base.strings_.begin(), base.strings_.end()) {
  const auto copy = [](auto& to, const auto& from) { to.assign(from.begin(), from.end()); };
  copy(countries, base.countries_), copy(entities, base.entities_), copy(facts, base.facts_), copy(roles, base.roles_);
  copy(places, base.places_), copy(triggers, base.triggers_), copy(conditions, base.conditions_);
  copy(words, base.words_), copy(frame_slots, base.frame_slots_), copy(cues, base.cues_);
  copy(classes, base.classes_), copy(origins, base.origins_);
  for (const WeightSlot& slot : base.weights_) {
    if (slot.word != 0) weights.emplace(slot.feature(), slot.weight());
  }
}

void Builder::add_name(std::string_view phrase, NameKind kind, std::uint32_t id, bool risky, bool plural) {
  std::vector<Atom> atoms;
  append_atoms(phrase, atoms);
  if (atoms.empty()) return;
  std::uint64_t hash = kHashSeed;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    hash = extend(hash, atoms[i]);
    if (i + 1 < atoms.size()) phrases_[hash].prefix = true;
  }
  const auto own = static_cast<std::uint8_t>(base_ != nullptr);
  add_ref(hash, {kind, static_cast<std::uint8_t>(risky), static_cast<std::uint8_t>(plural), own, id, keep(phrase)});
}

void Builder::add_ref(std::uint64_t hash, const NameRef& ref) {
  auto& refs = phrases_[hash].refs;
  for (const NameRef& known : refs) {
    if (known.kind == ref.kind && known.id == ref.id) return;
  }
  refs.push_back(ref);
}

void Builder::add_family(std::string_view phrase, std::uint32_t entity) {
  std::vector<Atom> atoms;
  append_atoms(phrase, atoms);
  const auto own = static_cast<std::uint8_t>(base_ != nullptr);
  for (const Atom& atom : atoms) {
    add_ref(extend(kFamilySeed, atom), {NameKind::entity, 1, 0, own, entity, entities[entity].family});
  }
}

bool Builder::names_country(std::string_view phrase, std::string_view code) const {
  std::vector<Atom> atoms;
  append_atoms(phrase, atoms);
  std::uint64_t hash = kHashSeed;
  for (const Atom& atom : atoms) hash = extend(hash, atom);
  const auto hit = base_ != nullptr ? base_->find_name(hash) : std::nullopt;
  if (!hit) return false;
  const auto refs = base_->names(hit->refs);
  return std::any_of(refs.begin(), refs.end(), [&](const NameRef& ref) {
    return ref.kind <= NameKind::seat && base_->text(base_->countries()[ref.id].code) == code;
  });
}

void Builder::came_from(NameKind kind, std::uint32_t id, const Line& line) {
  const auto number = static_cast<std::uint32_t>(line.number);
  const StringRef file = keep(line.file);
  for (auto last = origins.rbegin(); last != origins.rend(); ++last) {
    if (last->kind != kind) continue;
    if (last->file.offset == file.offset && last->line + (id - last->first) == number) return;
    break;
  }
  origins.push_back({kind, id, file, number});
}

void Builder::add_trigger(TriggerKind kind, std::string_view head_lemma, std::uint32_t id) {
  trigger_index_[trigger_key(kind, head_lemma)].push_back(id);
}

std::uint32_t Builder::add_word(std::string_view text) {
  const StringRef kept = keep(text);
  const auto last = text.substr(text.rfind(' ') + 1);  // all of it where there is no blank
  words.push_back({hash_bytes(last), kept});
  const auto hyphen = last.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == last.size()) return 1;
  words.push_back({hash_bytes(last.substr(hyphen + 1)), kept});
  return 2;
}

// What is new stands before what the base has under the same name; the rest of the base is taken over as it is.
std::vector<PhraseSlot> Builder::name_table(std::vector<NameRef>& refs) const {
  if (base_ != nullptr) refs.assign(base_->refs_.begin(), base_->refs_.end());
  auto table = make_table<PhraseSlot>(phrases_.size() + (base_ != nullptr ? base_->name_slots_.size() : 0));
  for (const auto& [hash, phrase] : phrases_) {
    const auto first = static_cast<std::uint32_t>(refs.size());
    refs.insert(refs.end(), phrase.refs.begin(), phrase.refs.end());
    bool prefix = phrase.prefix;
    if (const auto old = base_ != nullptr ? base_->find_name(hash) : std::nullopt) {
      const auto before = base_->names(old->refs);
      refs.insert(refs.end(), before.begin(), before.end());
      prefix |= old->goes_on;
    }
    insert<PhraseSlot>(table, {hash, first, static_cast<std::uint32_t>(refs.size() - first) & kMaxCount, prefix});
  }
  if (base_ == nullptr) return table;
  for (const PhraseSlot& slot : base_->name_slots_) {
    if (slot.hash != 0 && !phrases_.contains(slot.hash)) insert(table, slot);
  }
  return table;
}

std::vector<PhraseSlot> Builder::trigger_table(std::vector<std::uint32_t>& refs) const {
  if (base_ != nullptr) refs.assign(base_->trigger_refs_.begin(), base_->trigger_refs_.end());
  auto table = make_table<PhraseSlot>(trigger_index_.size() + (base_ != nullptr ? base_->trigger_slots_.size() : 0));
  for (const auto& [hash, ids] : trigger_index_) {
    const auto first = static_cast<std::uint32_t>(refs.size());
    refs.insert(refs.end(), ids.begin(), ids.end());
    if (base_ != nullptr) {
      const auto before = base_->triggers(hash);
      refs.insert(refs.end(), before.begin(), before.end());
    }
    insert<PhraseSlot>(table, {hash, first, static_cast<std::uint32_t>(refs.size() - first) & kMaxCount, 0});
  }
  if (base_ == nullptr) return table;
  for (const PhraseSlot& slot : base_->trigger_slots_) {
    if (slot.hash != 0 && !trigger_index_.contains(slot.hash)) insert(table, slot);
  }
  return table;
}

std::vector<WeightSlot> Builder::weight_table() const {
  auto table = make_table<WeightSlot>(weights.size());
  for (const auto& [feature, weight] : weights)
    insert<WeightSlot>(table, {feature >> 16 << 16 | static_cast<std::uint16_t>(weight)});
  return table;
}

std::string Builder::image(std::string_view version) const {
  std::vector<NameRef> refs;
  const auto names = name_table(refs);
  std::vector<std::uint32_t> trigger_refs;
  const auto by_lemma = trigger_table(trigger_refs);

  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.format = kFormatVersion;
  header.sections = kSectionCount;
  std::memcpy(header.version, version.data(), std::min(version.size(), sizeof header.version));

  std::string body;
  const auto put = [&](SectionId id, const auto& records) {
    append(body, header.table[static_cast<std::size_t>(id)], records);
  };
  put(SectionId::strings, std::vector<char>(strings_.begin(), strings_.end()));
  put(SectionId::slots, names);
  put(SectionId::refs, refs);
  put(SectionId::countries, countries);
  put(SectionId::entities, entities);
  put(SectionId::facts, facts);
  put(SectionId::roles, roles);
  put(SectionId::places, places);
  put(SectionId::trigger_slots, by_lemma);
  put(SectionId::triggers, triggers);
  put(SectionId::trigger_refs, trigger_refs);
  put(SectionId::conditions, conditions);
  put(SectionId::words, words);
  put(SectionId::frame_slots, frame_slots);
  put(SectionId::cues, cues);
  put(SectionId::weights, weight_table());
  put(SectionId::classes, classes);
  auto sorted_origins = origins;
  std::stable_sort(sorted_origins.begin(), sorted_origins.end(), [](const OriginRecord& a, const OriginRecord& b) {
    return std::pair(a.kind, a.first) < std::pair(b.kind, b.first);
  });
  put(SectionId::origins, sorted_origins);
  header.bytes = sizeof header + body.size();
  header.checksum = checksum(std::as_bytes(std::span(body)));

  std::string whole(reinterpret_cast<const char*>(&header), sizeof header);
  return whole += body;
}

Result<void> Builder::write(const std::filesystem::path& file, std::string_view version) const {
  const std::string bytes = image(version);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) return fail(file.string() + ": cannot be written");
  return {};
}

}  // namespace masudi::knowledge
