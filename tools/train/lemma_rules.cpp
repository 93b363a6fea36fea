// SPDX-License-Identifier: Apache-2.0
#include "train/lemma_rules.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "language/lemmatizer.h"
#include "language/section_reader.h"

namespace masudi::train {
namespace {

using language::CaseChange;
using language::FormShape;
namespace key = language::lemma_key;

std::string changed(std::string_view form, CaseChange change) {
  std::string out(form.size(), '\0');
  switch (change) {
    case CaseChange::lower: out.resize(language::write_lower(form, out.data())); break;
    case CaseChange::title: out.resize(language::write_title(form, out.data())); break;
    case CaseChange::upper: out.resize(language::write_upper(form, out.data())); break;
    default: out = form; break;
  }
  return out;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

// Counts values of a key, and gives the commonest (the smaller number, when two are as common).
template <class Value>
class Votes {
 public:
  void add(Value value, std::size_t weight = 1) { counts_[value] += weight, total_ += weight; }
  Value winner() const {
    return std::max_element(counts_.begin(), counts_.end(), [](auto& a, auto& b) { return a.second < b.second; })
        ->first;
  }
  std::size_t for_winner() const { return counts_.at(winner()); }
  std::size_t total() const { return total_; }

 private:
  std::map<Value, std::size_t> counts_;
  std::size_t total_ = 0;
};

struct Entry {
  std::uint64_t key;
  std::uint16_t ending;
  CaseChange change;
};

// The open-addressing table, grown until every key is found within the probes that the program makes.
std::vector<language::LemmaSlot> place(const std::vector<Entry>& entries) {
  std::size_t size = 1024;
  while (size < entries.size() * 2) size *= 2;
  for (;; size *= 2) {
    std::vector<language::LemmaSlot> slots(size);
    const auto put = [&](const Entry& e) {
      for (std::size_t i = 0; i < language::LemmaTable::kProbes; ++i) {
        language::LemmaSlot& slot = slots[(e.key + i) & (size - 1)];
        if (slot.tag != 0) continue;
        slot = {language::LemmaTable::tag_of(e.key), e.ending, e.change, 0};
        return true;
      }
      return false;
    };
    if (std::ranges::all_of(entries, put)) return slots;
  }
}

// A rule of a suffix is kept when at least this many words bear it out.
constexpr std::size_t kWitnesses = 2;

class Learner {
 public:
  explicit Learner(const std::vector<LemmaExample>& examples) : examples_(examples) {}

  std::vector<Entry> run() {
    exact_forms();
    forms();
    suffixes();
    cases();
    return std::move(entries_);
  }

 private:
  void exact_forms() {
    std::map<std::pair<Xpos, std::string>, Votes<std::pair<std::uint16_t, CaseChange>>> votes;
    for (const LemmaExample& e : examples_) {
      if (e.shape != FormShape::shouted && e.shape != FormShape::short_shouted) {
        votes[{e.xpos, e.form}].add({e.ending, e.change});
      }
    }
    for (const auto& [k, v] : votes)
      entries_.push_back({key::exact(k.second, k.first), v.winner().first, v.winner().second});
  }

  void forms() {
    std::map<std::pair<Upos, std::string>, Votes<std::uint16_t>> votes;
    for (const LemmaExample& e : examples_) votes[{e.upos, e.lower}].add(e.ending);
    for (const auto& [k, v] : votes) entries_.push_back({key::form(k.second, k.first), v.winner(), CaseChange::keep});
  }

  // Every distinct word votes once for the rules of all its suffixes; a rule that its shorter one implies is left out.
  void suffixes() {
    std::map<std::tuple<Xpos, std::string, std::uint16_t>, std::size_t> types;
    for (const LemmaExample& e : examples_) ++types[{e.xpos, e.lower, e.ending}];
    std::map<std::pair<Xpos, std::string>, Votes<std::uint16_t>> votes;  // suffixes written backwards
    for (const auto& [type, count] : types) {
      const auto& [xpos, lower, ending] = type;
      std::string backward;
      votes[{xpos, backward}].add(ending);
      for (std::size_t i = 0; i < std::min(lower.size(), language::kLongestSuffix); ++i) {
        backward += lower[lower.size() - 1 - i];
        votes[{xpos, backward}].add(ending);
      }
    }
    std::map<std::pair<Xpos, std::string>, std::uint16_t> kept;
    for (const auto& [k, v] : votes) {
      const auto& [xpos, backward] = k;
      if (v.for_winner() < kWitnesses && !backward.empty()) continue;
      if (inherited(kept, xpos, backward) == v.winner()) continue;
      kept[k] = v.winner();
      std::uint64_t hash = kHashSeed;
      for (const char c : backward) hash = key::step_back(hash, c);
      entries_.push_back({key::suffix(hash, backward.size(), xpos), v.winner(), CaseChange::keep});
    }
  }

  // What the longest kept part of a suffix says; no number of an ending when there is none.
  static std::uint32_t inherited(const std::map<std::pair<Xpos, std::string>, std::uint16_t>& kept, Xpos xpos,
                                 std::string backward) {
    while (!backward.empty()) {
      backward.pop_back();
      if (const auto at = kept.find({xpos, backward}); at != kept.end()) return at->second;
    }
    return 0x10000;
  }

  void cases() {
    std::map<std::pair<FormShape, Xpos>, Votes<CaseChange>> by_shape;
    std::map<std::tuple<FormShape, Upos, std::string>, Votes<CaseChange>> by_form;
    for (const LemmaExample& e : examples_) {
      by_shape[{e.shape, e.xpos}].add(e.change);
      by_form[{e.shape, e.upos, e.lower}].add(e.change);
    }
    for (const auto& [k, v] : by_shape) entries_.push_back({key::shape_case(k.first, k.second), 0, v.winner()});
    for (const auto& [k, v] : by_form) {
      const auto& [shape, upos, lower] = k;
      if (shape == FormShape::lower && v.winner() == CaseChange::keep) continue;
      entries_.push_back({key::form_case(lower, shape, upos), 0, v.winner()});
    }
  }

  const std::vector<LemmaExample>& examples_;
  std::vector<Entry> entries_;
};

}  // namespace

std::uint16_t EndingList::number(std::size_t cut, std::string_view text) {
  const auto [at, is_new] = numbers_.try_emplace({cut, std::string(text)}, static_cast<std::uint16_t>(endings.size()));
  if (is_new) {
    endings.push_back({static_cast<std::uint32_t>(strings.size()), static_cast<std::uint8_t>(cut),
                       static_cast<std::uint8_t>(text.size()), 0});
    strings += text;
  }
  return at->second;
}

void EndingList::explain(std::string_view lemma, LemmaExample& example) {
  constexpr std::array kSmall = {CaseChange::keep, CaseChange::title, CaseChange::upper};
  constexpr std::array kCapital = {CaseChange::lower, CaseChange::keep, CaseChange::title};
  const bool small = example.shape == FormShape::lower || example.shape == FormShape::no_letters;
  std::size_t longest = 0;
  bool first = true;
  for (const CaseChange change : small ? kSmall : kCapital) {
    const std::string base = changed(example.form, change);
    const std::size_t shared = common_prefix(base, lemma);
    if (!first && shared <= longest) continue;
    first = false;
    longest = shared;
    example.change = change;
    example.ending = number(base.size() - shared, lemma.substr(shared));
  }
}

std::vector<std::byte> train_lemmas(const std::vector<LemmaExample>& examples, const EndingList& endings) {
  const auto slots = place(Learner(examples).run());
  language::SectionWriter writer;
  writer.value(language::LemmaHeader{language::kLemmaFormat, static_cast<std::uint32_t>(endings.endings.size()),
                                     static_cast<std::uint32_t>(slots.size()),
                                     static_cast<std::uint32_t>(endings.strings.size())});
  writer.array<language::Ending>(endings.endings, 64);
  writer.array<language::LemmaSlot>(slots, 64);
  writer.array<char>(std::span<const char>(endings.strings), 64);
  return writer.take();
}

}  // namespace masudi::train
