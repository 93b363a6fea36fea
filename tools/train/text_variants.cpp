// SPDX-License-Identifier: Apache-2.0
#include "train/text_variants.h"

namespace masudi::train {

treebank::RawText lowered(treebank::RawText raw) {
  for (char& c : raw.text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return raw;
}

treebank::RawText wrapped(treebank::RawText raw, std::size_t width) {
  std::size_t line = 0, blank = 0;
  for (std::size_t i = 0; i < raw.text.size(); ++i) {
    char& c = raw.text[i];
    if (c == '\n') line = i + 1;
    if (c == ' ') blank = i;
    if (i - line >= width && blank > line) {
      raw.text[blank] = '\n';
      line = blank + 1;
    }
  }
  return raw;
}

treebank::RawText sentence_lines(treebank::RawText raw, Random& random) {
  bool chosen = random.below(2) == 0;
  for (const std::uint32_t end : raw.sentence_ends) {
    if (end == raw.words.size()) break;
    char& c = raw.text[raw.words[end].begin - 1];
    if (c == '\n') chosen = random.below(2) == 0;
    if (c == ' ' && chosen) c = '\n';
  }
  return raw;
}

treebank::RawText run_together(treebank::RawText raw, Random& random) {
  for (std::size_t at = raw.text.find("\n\n"); at != std::string::npos; at = raw.text.find("\n\n", at + 2)) {
    if (random.below(2) == 0) raw.text.replace(at, 2, "  ");
  }
  return raw;
}

}  // namespace masudi::train
