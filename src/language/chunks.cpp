// SPDX-License-Identifier: Apache-2.0
#include "language/chunks.h"

#include "language/characters.h"

namespace masudi::language {

bool ChunkReader::next() {
  blank_ = false;
  lines_ = 0;
  while (at_ < text_.size()) {
    const Char c = char_at(text_, at_);
    if (c.kind != CharClass::blank) {
      atoms_.clear();
      at_ = cut_chunk(text_, at_, kMostAtoms, atoms_);
      return true;
    }
    blank_ = true;
    at_ += c.size;
    const bool half = c.code_point == '\r' && at_ < text_.size() && text_[at_] == '\n';
    const bool line = c.code_point == '\n' || c.code_point == '\r' || c.code_point == 0x85 || c.code_point == 0x2028;
    if (line && !half && lines_ < 2) ++lines_;
    if (c.code_point == 0x2029) lines_ = 2;
  }
  return false;
}

}  // namespace masudi::language
