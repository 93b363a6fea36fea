// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/atoms.h"

namespace masudi::language {

// Goes through a text from chunk to chunk: what stands between two blanks. A chunk of very many atoms comes in parts.
class ChunkReader {
 public:
  static constexpr std::size_t kMostAtoms = 1024;

  // Begins at byte `at`. `atoms` is the reader's to overwrite.
  ChunkReader(std::string_view text, std::size_t at, std::vector<Atom>& atoms) : text_(text), at_(at), atoms_(atoms) {}

  // Steps over blanks to the next chunk and cuts it into atoms. False at the end of the text.
  bool next();

  bool blank_before() const { return blank_; }
  int lines_before() const { return lines_; }  // line ends among these blanks; two or more part paragraphs
  std::size_t end() const { return at_; }      // of the chunk

 private:
  std::string_view text_;
  std::size_t at_;
  std::vector<Atom>& atoms_;
  bool blank_ = false;
  int lines_ = 0;
};

}  // namespace masudi::language
