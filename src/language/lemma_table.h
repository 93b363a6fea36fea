// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"
#include "document/tagset.h"

namespace masudi::language {

// What is done to the letters of a form before its ending is changed.
enum class CaseChange : std::uint8_t { keep, lower, title, upper };

// How a form is written, for the choice of a CaseChange. Capital words are told apart by length (NATO, TEXAS) and by
// whether a neighbour is in capitals too (headlines).
enum class FormShape : std::uint8_t {
  lower,
  title,
  mixed,
  short_capitals,
  capitals,
  short_shouted,
  shouted,
  no_letters
};
constexpr int kFormShapeCount = 8;

// An ending is cut off and another put in its place (stud|ies → y).
struct Ending {
  std::uint32_t text;  // offset in the strings of the section
  std::uint8_t cut;    // bytes
  std::uint8_t size;   // of the text
  std::uint16_t reserved;
};

struct LemmaSlot {
  std::uint32_t tag;  // upper half of the key; 0: the slot is empty
  std::uint16_t ending;
  CaseChange change;
  std::uint8_t reserved;
};

// An open-addressing table, read in place; a power of two of slots. A key is looked for in kProbes slots at most, which
// the trainer sees to.
class LemmaTable {
 public:
  static constexpr std::size_t kProbes = 16;

  LemmaTable() = default;
  explicit LemmaTable(std::span<const LemmaSlot> slots) : slots_(slots), mask_(slots.size() - 1) {}

  const LemmaSlot* find(std::uint64_t key) const {
    const std::uint32_t tag = tag_of(key);
    for (std::size_t i = 0; i < kProbes; ++i) {
      const LemmaSlot& slot = slots_[(key + i) & mask_];
      if (slot.tag == tag) return &slot;
      if (slot.tag == 0) return nullptr;
    }
    return nullptr;
  }
  // Says that a key will soon be asked for, so that its line of memory is on its way.
  void expect(std::uint64_t key) const { __builtin_prefetch(&slots_[key & mask_]); }
  static std::uint32_t tag_of(std::uint64_t key) {
    const auto tag = static_cast<std::uint32_t>(key >> 32);
    return tag == 0 ? 1 : tag;
  }

 private:
  std::span<const LemmaSlot> slots_;
  std::size_t mask_ = 0;
};

// Keys, from the most to the least telling. Forms longer than kLongestForm bytes have none.
constexpr std::size_t kLongestForm = 48;
constexpr std::size_t kLongestSuffix = 7;

namespace lemma_key {
constexpr std::uint64_t make(std::uint64_t hash, std::uint64_t kind, std::uint64_t tag) {
  return hash_mix(hash_mix(hash, kind << 8 | tag), 0x5bd1e995);
}
// The form as written with its XPOS: gives ending and change.
constexpr std::uint64_t exact(std::string_view form, Xpos xpos) {
  return make(hash_bytes(form), 1, static_cast<std::uint64_t>(xpos));
}
// The form in lower case with its UPOS: gives the ending.
constexpr std::uint64_t form(std::string_view lower, Upos upos) {
  return make(hash_bytes(lower), 2, static_cast<std::uint64_t>(upos));
}
// The hash of the last bytes in lower case, taken from the last backwards, and XPOS: gives the ending.
constexpr std::uint64_t suffix(std::uint64_t backward_hash, std::size_t size, Xpos xpos) {
  return make(backward_hash, 16 + size, static_cast<std::uint64_t>(xpos));
}
// The form in lower case and its shape: gives the change.
constexpr std::uint64_t form_case(std::string_view lower, FormShape shape, Upos upos) {
  return make(hash_bytes(lower), 32 + static_cast<std::uint64_t>(shape), static_cast<std::uint64_t>(upos));
}
// The shape alone: gives the change.
constexpr std::uint64_t shape_case(FormShape shape, Xpos xpos) {
  return make(kHashSeed, 64 + static_cast<std::uint64_t>(shape), static_cast<std::uint64_t>(xpos));
}
constexpr std::uint64_t step_back(std::uint64_t hash, char c) { return hash_bytes({&c, 1}, hash); }
}  // namespace lemma_key

// A change of case never needs more bytes than the form has.
// Writes `form` in lower case to `to`, which has room for form.size() bytes; gives the bytes written.
std::size_t write_lower(std::string_view form, char* to);
// Its first letter kept, or made a capital, the others in lower case.
std::size_t write_title(std::string_view form, char* to);
std::size_t write_upper(std::string_view form, char* to);  // ASCII letters alone

// `shouted`: a neighbour is written in capitals too.
FormShape shape_of(std::string_view form, bool shouted);

}  // namespace masudi::language
