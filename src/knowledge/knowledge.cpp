// SPDX-License-Identifier: Apache-2.0
#include "knowledge/knowledge.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"

namespace masudi::knowledge {
namespace {

const Header& header_of(std::span<const std::byte> bytes) { return *reinterpret_cast<const Header*>(bytes.data()); }

// Empty when the header is good.
std::string problem_of(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(Header)) return "is too short to be compiled knowledge";
  const Header& header = header_of(bytes);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return "is not compiled knowledge";
  if (header.format != kFormatVersion || header.sections != kSectionCount) {
    return "was compiled for another version of masudi; compile it again with masudi-knowledge";
  }
  if (header.bytes != bytes.size()) return "is cut short or has bytes too many";
  for (const Section& s : header.table) {
    if (s.offset % 8 != 0 || s.offset > bytes.size() || s.bytes > bytes.size() - s.offset)
      return "has a broken section table";
  }
  const auto body = bytes.subspan(sizeof(Header));
  if (checksum(body) != header.checksum) return "is damaged (checksum)";
  return {};
}

Sieve sieve_of(std::span<const PhraseSlot> table) {
  Sieve sieve(table.size() / 2);  // which are in use
  for (const PhraseSlot& slot : table) {
    if (slot.hash != 0) sieve.add(slot.hash);
  }
  return sieve;
}

std::optional<PhraseHit> find(std::span<const PhraseSlot> table, const Sieve& known, std::uint64_t hash) {
  if (!known.passes(hash)) return std::nullopt;
  std::size_t at = slot_of(hash, table.size());
  for (std::size_t steps = 0; table[at].hash != 0 && steps < table.size(); ++steps) {
    if (table[at].hash == hash) return PhraseHit{{table[at].first, table[at].count}, table[at].prefix != 0};
    if (++at == table.size()) at = 0;
  }
  return std::nullopt;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes) {
  // Four chains at once, so that the processor need not wait for one product to begin the next: opening takes as long
  // as reading the memory does.
  std::uint64_t chains[4] = {kHashSeed, kHashSeed + 1, kHashSeed + 2, kHashSeed + 3};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::uint64_t words[4];
    std::memcpy(words, bytes.data() + at, 32);
    for (int i = 0; i < 4; ++i) {
      chains[i] = (chains[i] ^ words[i]) * 0x9fb21c651e98df25ULL;
      chains[i] ^= chains[i] >> 29;
    }
  }
  std::uint64_t hash = kHashSeed;
  for (const std::uint64_t chain : chains) hash = hash_mix(hash, chain);
  for (; at < bytes.size(); ++at) hash = (hash ^ static_cast<std::uint64_t>(bytes[at])) * 0x100000001b3ULL;
  return hash;
}

Result<Knowledge> Knowledge::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  auto knowledge = over(file->bytes());
  if (!knowledge) return fail(path.string() + ": " + knowledge.error().message);
  knowledge->file_ = std::move(*file);
  return knowledge;
}

Result<Knowledge> Knowledge::over(std::span<const std::byte> bytes) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) return fail("compiled knowledge is not aligned");
  if (auto problem = problem_of(bytes); !problem.empty()) return fail(std::move(problem));
  Knowledge k;
  k.bytes_ = bytes;
  k.strings_ = k.section<char>(SectionId::strings);
  k.name_slots_ = k.section<PhraseSlot>(SectionId::slots);
  k.refs_ = k.section<NameRef>(SectionId::refs);
  k.countries_ = k.section<CountryRecord>(SectionId::countries);
  k.entities_ = k.section<EntityRecord>(SectionId::entities);
  k.facts_ = k.section<FactRecord>(SectionId::facts);
  k.roles_ = k.section<RoleRecord>(SectionId::roles);
  k.places_ = k.section<PlaceRecord>(SectionId::places);
  k.trigger_slots_ = k.section<PhraseSlot>(SectionId::trigger_slots);
  k.triggers_ = k.section<TriggerRecord>(SectionId::triggers);
  k.trigger_refs_ = k.section<std::uint32_t>(SectionId::trigger_refs);
  k.conditions_ = k.section<ConditionRecord>(SectionId::conditions);
  k.words_ = k.section<WordRecord>(SectionId::words);
  k.frame_slots_ = k.section<SlotRecord>(SectionId::frame_slots);
  k.cues_ = k.section<CueRecord>(SectionId::cues);
  k.weights_ = k.section<WeightSlot>(SectionId::weights);
  k.classes_ = k.section<ClassRecord>(SectionId::classes);
  k.origins_ = k.section<OriginRecord>(SectionId::origins);
  k.known_names_ = sieve_of(k.name_slots_), k.known_triggers_ = sieve_of(k.trigger_slots_);
  return k;
}

Result<Knowledge> Knowledge::keeping(std::string_view image) {
  auto words = std::make_shared<std::vector<std::uint64_t>>((image.size() + 7) / 8);
  std::memcpy(words->data(), image.data(), image.size());
  auto knowledge = over(std::as_bytes(std::span(*words)).first(image.size()));
  if (knowledge) knowledge->owned_ = std::move(words);
  return knowledge;
}

template <class T>
std::span<const T> Knowledge::section(SectionId id) const {
  const Section s = header_of(bytes_).table[static_cast<std::size_t>(id)];
  return {reinterpret_cast<const T*>(bytes_.data() + s.offset), s.bytes / sizeof(T)};
}

std::string_view Knowledge::version() const {
  const char* text = header_of(bytes_).version;
  return {text, ::strnlen(text, sizeof(Header::version))};
}

std::string_view Knowledge::text(StringRef ref) const {
  if (ref.offset > strings_.size() || ref.size > strings_.size() - ref.offset) return {};
  return {strings_.data() + ref.offset, ref.size};
}

std::optional<PhraseHit> Knowledge::find_name(std::uint64_t hash) const {
  return find(name_slots_, known_names_, hash);
}
void Knowledge::expect_name(std::uint64_t hash) const {
  if (known_names_.passes(hash)) __builtin_prefetch(&name_slots_[slot_of(hash, name_slots_.size())]);
}
std::span<const NameRef> Knowledge::names(IndexRange refs) const { return cut(refs_, refs); }

std::span<const std::uint32_t> Knowledge::triggers(std::uint64_t key) const {
  const auto hit = find(trigger_slots_, known_triggers_, key);
  return hit ? cut(trigger_refs_, hit->refs) : std::span<const std::uint32_t>{};
}

std::span<const NameRef> Knowledge::family(Atom word) const {
  const auto hit = find_name(extend(kFamilySeed, word));
  return hit ? names(hit->refs) : std::span<const NameRef>{};
}

std::optional<Origin> Knowledge::origin(NameKind kind, std::uint32_t id) const {
  const auto before = [](const OriginRecord& o, std::pair<NameKind, std::uint32_t> wanted) {
    return std::pair(o.kind, o.first) <= wanted;
  };
  const auto after = std::lower_bound(origins_.begin(), origins_.end(), std::pair(kind, id), before);
  if (after == origins_.begin() || (after - 1)->kind != kind) return std::nullopt;
  const OriginRecord& run = *(after - 1);
  return Origin{text(run.file), run.line + (id - run.first)};
}

IndexRange Knowledge::word_class(std::string_view name) const {
  for (const ClassRecord& c : classes_) {
    if (text(c.name) == name) return c.words;
  }
  return {0, 0};
}

bool Knowledge::has_word(IndexRange range, std::string_view lemma) const {
  const std::uint64_t hash = hash_bytes(lemma);
  return std::ranges::any_of(words(range), [&](const WordRecord& w) { return w.hash == hash; });
}

std::int64_t Knowledge::weight(std::uint64_t feature) const {
  std::size_t at = slot_of(feature, weights_.size());
  for (std::size_t steps = 0; weights_[at].word != 0 && steps < weights_.size(); ++steps) {
    if (((weights_[at].word ^ feature) >> 16) == 0) return weights_[at].weight();
    if (++at == weights_.size()) at = 0;
  }
  return 0;
}

double Knowledge::weight_of(std::span<const std::uint64_t> features) const {
  if (weights_.empty()) return 0;
  std::int64_t sum = 0;
  for (const std::uint64_t feature : features) sum += weight(feature);
  return static_cast<double>(sum) * kWeightUnit;
}

void Knowledge::expect_weights(std::span<const std::uint64_t> features) const {
  if (weights_.empty()) return;
  for (const std::uint64_t feature : features) __builtin_prefetch(&weights_[slot_of(feature, weights_.size())]);
}

std::uint64_t trigger_key(TriggerKind kind, std::string_view lemma) {
  return hash_mix(hash_bytes(lemma), static_cast<std::uint64_t>(kind) + 1);
}

}  // namespace masudi::knowledge
