// SPDX-License-Identifier: Apache-2.0
#include "format/tree_drawing.h"

#include <fmt/format.h>

#include "format/terminal.h"

namespace masudi::format {
namespace {

// Deeper branches are drawn flat: the drawing stays linear in the sentence.
constexpr std::size_t kDeepest = 60;

struct Twig {
  TokenIndex token;
  std::string prefix;  // what stands before the children's branches
  std::size_t depth;
  bool is_last;
};

std::string describe(const Analysis& analysis, TokenIndex i, std::string_view text, const Style& style) {
  const Tokens& t = analysis.tokens;
  return fmt::format("{}  {}", printable(t.span[i].in(text)),
                     paint(fmt::format("{} {}", name(t.upos[i]), name(t.relation[i])), Tone::faint, style));
}

std::vector<std::vector<TokenIndex>> children_of(const Tokens& tokens, const Sentence& sentence) {
  std::vector<std::vector<TokenIndex>> children(sentence.size());
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    const TokenIndex head = tokens.head[i];
    if (head != kNoToken && head >= sentence.first && head < sentence.last)
      children[head - sentence.first].push_back(i);
  }
  return children;
}

}  // namespace

void draw_tree(const Analysis& analysis, const Sentence& sentence, std::string_view text, std::string_view indent,
               const Style& style, std::string& out) {
  const Tokens& tokens = analysis.tokens;
  if (tokens.head.size() < sentence.last) return;
  const auto children = children_of(tokens, sentence);
  std::vector<Twig> open;
  for (TokenIndex i = sentence.last; i-- > sentence.first;) {
    if (tokens.head[i] == kNoToken) open.push_back({i, std::string(indent), 0, true});
  }
  while (!open.empty()) {
    const Twig twig = std::move(open.back());
    open.pop_back();
    const bool is_root = twig.depth == 0;
    out += twig.prefix +
           (is_root        ? ""
            : twig.is_last ? "└─ "
                           : "├─ ") +
           describe(analysis, twig.token, text, style) + '\n';
    const auto& below = children[twig.token - sentence.first];
    const bool flat = twig.depth >= kDeepest;
    const std::string prefix = twig.prefix + (is_root || flat ? "" : twig.is_last ? "   " : "│  ");
    for (std::size_t c = below.size(); c-- > 0;) {
      open.push_back({below[c], prefix, twig.depth + 1, c + 1 == below.size()});
    }
  }
}

}  // namespace masudi::format
