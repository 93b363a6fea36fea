// SPDX-License-Identifier: Apache-2.0
#include "builder.h"

#include <cstring>
#include <fstream>

#include "base/hash.h"

namespace masudi::knowledge {
namespace {

constexpr std::uint32_t kMaxCount = 0x7FFFFFFF;

// A table at most two thirds full.
std::vector<PhraseSlot> make_table(std::size_t entries) {
  return std::vector<PhraseSlot>(entries + entries / 2 + 2, PhraseSlot{});
}

void insert(std::vector<PhraseSlot>& table, PhraseSlot slot) {
  std::size_t at = slot_of(slot.hash, table.size());
  while (table[at].hash != 0) at = at + 1 == table.size() ? 0 : at + 1;
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

void Builder::add_name(std::string_view phrase, NameKind kind, std::uint32_t id, bool risky, bool plural) {
  std::vector<Atom> atoms;
  append_atoms(phrase, atoms);
  if (atoms.empty()) return;
  std::uint64_t hash = kHashSeed;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    hash = extend(hash, atoms[i]);
    if (i + 1 < atoms.size()) phrases_[hash].prefix = true;
  }
  auto& refs = phrases_[hash].refs;
  for (const NameRef& ref : refs) {
    if (ref.kind == kind && ref.id == id) return;
  }
  refs.push_back({kind, static_cast<std::uint8_t>(risky), static_cast<std::uint8_t>(plural), 0, id, keep(phrase)});
}

void Builder::add_trigger(TriggerKind kind, std::string_view head_lemma, std::uint32_t id) {
  trigger_index_[trigger_key(kind, head_lemma)].push_back(id);
}

WordRecord Builder::word(std::string_view text) {
  const auto blank = text.rfind(' ');
  const auto last = blank == std::string_view::npos ? text : text.substr(blank + 1);
  return {hash_bytes(last), keep(text)};
}

Result<void> Builder::write(const std::filesystem::path& file, std::string_view version) const {
  auto name_table = make_table(phrases_.size());
  std::vector<NameRef> refs;
  for (const auto& [hash, phrase] : phrases_) {
    const auto first = static_cast<std::uint32_t>(refs.size());
    refs.insert(refs.end(), phrase.refs.begin(), phrase.refs.end());
    insert(name_table, {hash, first, static_cast<std::uint32_t>(phrase.refs.size()) & kMaxCount, phrase.prefix});
  }
  auto trigger_table = make_table(trigger_index_.size());
  std::vector<std::uint32_t> trigger_refs;
  for (const auto& [hash, ids] : trigger_index_) {
    const auto first = static_cast<std::uint32_t>(trigger_refs.size());
    trigger_refs.insert(trigger_refs.end(), ids.begin(), ids.end());
    insert(trigger_table, {hash, first, static_cast<std::uint32_t>(ids.size()) & kMaxCount, 0});
  }

  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.format = kFormatVersion;
  header.sections = kSectionCount;
  std::memcpy(header.version, version.data(), std::min(version.size(), sizeof header.version));

  std::string body;
  const auto put = [&](SectionId id, const auto& records) { append(body, header.table[static_cast<std::size_t>(id)], records); };
  put(SectionId::strings, std::vector<char>(strings_.begin(), strings_.end()));
  put(SectionId::slots, name_table);
  put(SectionId::refs, refs);
  put(SectionId::countries, countries);
  put(SectionId::entities, entities);
  put(SectionId::facts, facts);
  put(SectionId::roles, roles);
  put(SectionId::places, places);
  put(SectionId::trigger_slots, trigger_table);
  put(SectionId::triggers, triggers);
  put(SectionId::trigger_refs, trigger_refs);
  put(SectionId::conditions, conditions);
  put(SectionId::words, words);
  put(SectionId::frame_slots, frame_slots);
  put(SectionId::cues, cues);
  auto sorted_weights = weights;
  std::sort(sorted_weights.begin(), sorted_weights.end(), [](const WeightRecord& a, const WeightRecord& b) { return a.feature < b.feature; });
  put(SectionId::weights, sorted_weights);
  put(SectionId::classes, classes);
  header.bytes = sizeof header + body.size();
  header.checksum = checksum(std::as_bytes(std::span(body)));

  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(body.data(), static_cast<std::streamsize>(body.size()));
  out.close();
  if (!out) return fail(file.string() + ": cannot be written");
  return {};
}

}  // namespace masudi::knowledge
