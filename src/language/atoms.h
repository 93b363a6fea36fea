// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace masudi::language {

// The smallest pieces that text between two blanks is cut into: runs of letters, runs of digits, single marks (equal
// ones that stand in a row are one piece), and the clitics n't, 's, 're …, which are pieces of their own. Tokens are
// made of whole atoms; between two atoms of a chunk the segmenter decides.
//
// Kinds from 33 to 126 and from 128 are marks; the others are named here.
namespace kind {
constexpr std::uint8_t kNone = 0;                                         // outside the chunk
constexpr std::uint8_t kLower1 = 1, kLower3 = 2, kLower = 3;              // a; was; people
constexpr std::uint8_t kUpper1 = 4, kUpper3 = 5, kUpper = 6;              // A; UN; NATO
constexpr std::uint8_t kTitle3 = 7, kTitle = 8, kMixed = 9, kOther = 10;  // He; Paris; iPhone; 東京
constexpr std::uint8_t kDigit1 = 11, kDigit2 = 12, kDigit3 = 13, kDigit4 = 14, kDigits = 15;
constexpr std::uint8_t kNot = 16, kClitic = 17;    // n't; 's 're 've 'll 'd 'm
constexpr std::uint8_t kPunct = 18, kSymbol = 19;  // rare ones
constexpr std::uint8_t kOpenDouble = 128, kCloseDouble = 129, kOpenSingle = 130, kCloseSingle = 131, kEnDash = 132,
                       kEmDash = 133, kEllipsis = 134, kBullet = 135, kMoney = 136, kPicture = 137, kDegree = 138,
                       kGuillemet = 139;

constexpr bool is_word(std::uint8_t k) { return k >= kLower1 && k <= kOther; }
constexpr bool is_digits(std::uint8_t k) { return k >= kDigit1 && k <= kDigits; }
constexpr bool is_mark(std::uint8_t k) { return k >= kPunct; }
}  // namespace kind

struct Atom {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t hash;  // of the form in lower case
  std::uint8_t kind;
  std::uint8_t repeats;  // of a mark, at most 4
};

// Appends the atoms of text[begin, …) up to the next blank, the end of the text, or `limit` atoms. Gives the offset
// where it stopped. text[begin] is no blank.
std::size_t cut_chunk(std::string_view text, std::size_t begin, std::size_t limit, std::vector<Atom>& out);

// FNV-1a of the bytes with ASCII capitals made small; finished so that all its bits are good.
constexpr std::uint32_t kSpellingSeed = 2166136261u;
constexpr std::uint32_t spelling_step(std::uint32_t hash, unsigned char c) {
  return (hash ^ (static_cast<unsigned>(c) - 'A' < 26u ? c | 32u : c)) * 16777619u;
}
constexpr std::uint32_t spelling_end(std::uint32_t hash) {
  hash = (hash ^ hash >> 15) * 0x2c1b3c6du;
  return hash ^ hash >> 13;
}

// The hash of an atom's form, as Atom::hash has it.
constexpr std::uint32_t spelling_hash(std::string_view form) {
  std::uint32_t hash = kSpellingSeed;
  for (const char c : form) hash = spelling_step(hash, static_cast<unsigned char>(c));
  return spelling_end(hash);
}

}  // namespace masudi::language
