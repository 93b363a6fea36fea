// SPDX-License-Identifier: Apache-2.0
#include "coding/quotations.h"

#include <algorithm>

namespace masudi::coding {
namespace {

enum class Mark : std::uint8_t { none, straight, open, close, single, single_open, single_close };

Mark mark_of(const Tree& tree, TokenIndex t) {
  const std::string_view f = tree.form(t);
  if (f == "\"") return Mark::straight;
  if (f == "\xE2\x80\x9C" || f == "``" || f == "\xC2\xAB" || f == "\xE2\x80\x9E") return Mark::open;
  if (f == "\xE2\x80\x9D" || f == "''" || f == "\xC2\xBB") return Mark::close;
  if (tree.upos(t) != Upos::punct) return Mark::none;  // an apostrophe
  if (f == "'" || f == "`") return tree.xpos(t) == Xpos::open_quote ? Mark::single_open : Mark::single;
  if (f == "\xE2\x80\x98") return Mark::single_open;
  if (f == "\xE2\x80\x99") return Mark::single_close;
  return Mark::none;
}

}  // namespace

bool parted(std::string_view text, Span before, Span after) {
  int lines = 0;
  for (std::uint32_t at = before.end; at < after.begin; ++at) {
    if (text[at] == '\n' && ++lines == 2) return true;
  }
  return false;
}

void Quotations::close(const Context& context, TokenIndex first, TokenIndex last, std::uint32_t paragraph,
                       bool closed) {
  if (first >= last) return;
  const Tree& tree = context.tree;
  int words = 0;
  bool verb = false, ends = false;
  for (TokenIndex t = first; t < last; ++t) {
    if (tree.upos(t) == Upos::punct) {
      ends = tree.xpos(t) == Xpos::period || tree.form(t) == ",";
      continue;
    }
    ++words, ends = false;
    verb = verb || tree.is_verb(t);
  }
  const bool speech = (words > 3 && verb) || (words > 1 && ends);
  quotations_.push_back({first, last, paragraph, speech, closed});
  std::fill(of_.begin() + first, of_.begin() + last, static_cast<std::uint32_t>(quotations_.size()));
}

std::span<const Quotation> Quotations::near(TokenIndex first, TokenIndex last) const {
  const auto from = std::ranges::upper_bound(quotations_, first, {}, &Quotation::last);
  const auto to = std::ranges::lower_bound(quotations_, last, {}, &Quotation::first);
  return from < to ? std::span(from, to) : std::span<const Quotation>{};
}

void Quotations::read(const Context& context) {
  const Tree& tree = context.tree;
  const auto& sentences = context.analysis.sentences;
  quotations_.clear(), paragraphs_.clear();
  of_.assign(tree.size(), 0);
  std::uint32_t paragraph = 0;
  TokenIndex opened = kNoToken;  // first token after the opening mark
  bool single = false;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (s > 0 && parted(context.document.text, sentences[s - 1].span, sentences[s].span)) {
      if (opened != kNoToken && !single) close(context, opened, sentences[s].first, paragraph, false);
      opened = kNoToken, ++paragraph;
    }
    paragraphs_.push_back(paragraph);
    for (TokenIndex t = sentences[s].first; t < sentences[s].last; ++t) {
      const Mark m = mark_of(tree, t);
      if (m == Mark::none) continue;
      const bool is_single = m == Mark::single || m == Mark::single_open || m == Mark::single_close;
      if (opened == kNoToken) {
        if (m == Mark::straight || m == Mark::open || m == Mark::single_open) opened = t + 1, single = is_single;
      } else if (single == is_single && m != Mark::open && m != Mark::single_open) {
        close(context, opened, t, paragraph, true);
        opened = kNoToken;
      } else if (!single && m == Mark::open) {
        close(context, opened, t, paragraph, false);  // the closing mark was forgotten
        opened = t + 1;
      } else if (single && !is_single) {
        opened = m == Mark::close ? kNoToken : t + 1, single = false;  // it was no quotation mark
      }
    }
  }
  if (opened != kNoToken && !single && !sentences.empty()) close(context, opened, tree.size(), paragraph, false);
}

}  // namespace masudi::coding
