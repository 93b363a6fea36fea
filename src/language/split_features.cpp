// SPDX-License-Identifier: Apache-2.0
#include "language/split_features.h"

#include <algorithm>

#include "language/abbreviations.h"
#include "language/characters.h"

namespace masudi::language {
namespace {

constexpr std::uint8_t kLink = 1, kMail = 2, kHandle = 4, kTopic = 8, kSlash = 16, kNumber = 32;
constexpr std::size_t kFarthest = 32;  // atoms looked at from a chunk's beginning to find out its shape

constexpr std::uint32_t kWww = spelling_hash("www");
constexpr std::uint32_t kDomains[] = {spelling_hash("com"), spelling_hash("org"), spelling_hash("net"),
                                      spelling_hash("gov"), spelling_hash("edu"), spelling_hash("html"),
                                      spelling_hash("htm")};

std::uint8_t shape_of(std::span<const Atom> atoms) {
  std::uint8_t shape = 0;
  if (atoms[0].kind == '@') shape |= kHandle;
  if (atoms[0].kind == '#') shape |= kTopic;
  const std::size_t n = std::min(atoms.size(), kFarthest);
  for (std::size_t i = 0; i < n; ++i) {
    const Atom& a = atoms[i];
    if (a.hash == kWww) shape |= kLink;
    if (a.kind == '/') shape |= kSlash;
    if (a.kind == ':' && i + 1 < n && atoms[i + 1].kind == '/' && atoms[i + 1].repeats == 2) shape |= kLink;
    if (a.kind == '.' && i + 1 < n && std::ranges::count(kDomains, atoms[i + 1].hash) > 0) shape |= kLink;
    if (a.kind == '@' && i > 0) shape |= kMail;
    if (kind::is_digits(a.kind)) shape |= kNumber;
  }
  return shape;
}

// The class of what follows the blanks after a chunk; 0 when the paragraph ends there.
std::uint8_t next_of(std::string_view text, std::size_t at) {
  constexpr std::size_t kFar = 64;
  int lines = 0;
  for (std::size_t seen = 0; at < text.size() && seen < kFar; ++seen) {
    const Char c = char_at(text, at);
    if (c.kind != CharClass::blank) return static_cast<std::uint8_t>(static_cast<int>(c.kind) + 1);
    if (c.code_point == '\n' && ++lines == 2) return 0;
    at += c.size;
  }
  return 0;
}

}  // namespace

ChunkView view_chunk(std::string_view text, std::size_t end, std::span<const Atom> atoms) {
  return {atoms, shape_of(atoms), next_of(text, end)};
}

void split_features(const ChunkView& chunk, std::size_t left, Split before, Features& f) {
  const auto n = static_cast<std::ptrdiff_t>(chunk.atoms.size());
  const auto at = static_cast<std::ptrdiff_t>(left);
  const auto kind_at = [&](std::ptrdiff_t i) -> std::uint64_t {
    if (i < 0 || i >= n) return 0;
    return chunk.atoms[i].kind | chunk.atoms[i].repeats << 8;
  };
  const auto word_at = [&](std::ptrdiff_t i) -> std::uint64_t { return i < 0 || i >= n ? 0 : chunk.atoms[i].hash; };
  const std::uint64_t k0 = kind_at(at - 2), k1 = kind_at(at - 1), k2 = kind_at(at), k3 = kind_at(at + 1),
                      k4 = kind_at(at + 2), k5 = kind_at(at + 3);
  const std::uint64_t w1 = word_at(at - 1), w2 = word_at(at), w3 = word_at(at + 1), w4 = word_at(at + 2);
  const std::uint64_t pair = k2 << 16 | k3;
  const std::uint64_t size = static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(n, 6));
  const std::uint64_t place =
      static_cast<std::uint64_t>(std::min<std::ptrdiff_t>(at, 3) * 4 + std::min<std::ptrdiff_t>(n - at, 4));
  const std::uint64_t decided = static_cast<std::uint64_t>(before);
  const std::uint64_t short_form =
      k3 % 256 == '.' ? static_cast<std::uint64_t>(abbreviation(chunk.atoms[left].hash)) + 1 : 0;

  f.clear();
  f.add(1, 0);
  f.add(2, pair);
  f.add(3, pair, k1);
  f.add(4, pair, k4);
  f.add(5, pair, k1 << 16 | k4);
  f.add(6, pair, k0 << 16 | k1);
  f.add(7, pair, k4 << 16 | k5);
  f.add(8, w2, k3);
  f.add(9, k2, w3);
  f.add(10, w2, w3);
  f.add(11, w2, k3, k4);
  f.add(12, w2, w3, w4);
  f.add(13, w1, w2, w3);
  f.add(14, pair, w1);
  f.add(15, pair, w4);
  f.add(16, pair, chunk.shape);
  f.add(17, pair, chunk.shape, place << 8 | size);
  f.add(18, pair, decided, k1 << 16 | k4);
  f.add(19, pair, chunk.next, place);
  f.add(20, w2, k3, chunk.next << 8 | (n - at));
  f.add(21, pair, short_form, static_cast<std::uint64_t>(chunk.next) << 8 | size);
  f.add(22, chunk.shape, decided, k3);
  f.add(23, chunk.atoms.front().kind, chunk.atoms.back().kind, pair);
  f.add(24, w1, k2, k3 << 16 | k4);
  f.add(25, w4, k2, k3);
}

}  // namespace masudi::language
