// SPDX-License-Identifier: Apache-2.0
#include "language/segmenter.h"

#include "language/section_reader.h"

namespace masudi::language {

Result<Segmenter> Segmenter::over(std::span<const std::byte> section) {
  SectionReader reader(section);
  const auto header = reader.value<SegmenterHeader>();
  if (!reader.ok() || header.format != kSegmenterFormat) {
    return fail("was trained for a segmenter of another version; train it again with make train");
  }
  const auto wrong = [](std::uint32_t bits) { return bits < 2 || bits > 24; };
  if (wrong(header.split_bits) || wrong(header.end_bits) || wrong(header.class_bits)) {
    return fail("has a broken section \"segmenter\"; train it again with make train");
  }
  const auto splits = reader.array<std::int16_t>(std::uint64_t{kSplitClasses} << header.split_bits, 64);
  const auto ends = reader.array<std::int16_t>(std::uint64_t{1} << header.end_bits, 64);
  const auto classes = reader.array<std::uint8_t>((std::uint64_t{1} << header.class_bits), 64);
  if (!reader.ok()) return fail("has a section \"segmenter\" that is cut short; train it again with make train");
  Segmenter segmenter;
  segmenter.tokenizer_ = Tokenizer({splits, header.split_bits}, {classes, header.class_bits});
  segmenter.ends_ = LinearModel<1>(ends, header.end_bits);
  segmenter.threshold_ = header.threshold;
  return segmenter;
}

void Segmenter::segment(std::string_view text, Scratch& scratch, Analysis& out) const {
  text = text.substr(0, 0xFFFFFFFF);
  out.tokens.span.clear();
  out.tokens.joined.clear();
  out.sentences.clear();
  std::size_t at = 0;
  while (true) {
    const auto first = out.tokens.size();
    at = tokenizer_.paragraph(text, at, scratch, out.tokens);
    if (out.tokens.size() == first) return;
    split_sentences(first, scratch, out);
  }
}

void Segmenter::split_sentences(TokenIndex first, Scratch& scratch, Analysis& out) const {
  const std::span<const Word> words = scratch.words;
  SentenceState state;
  state.start_paragraph(words);
  TokenIndex begin = first;
  for (std::size_t i = 0; i < words.size(); ++i) {
    state.before(words, i);
    bool ends = i + 1 == words.size() || state.length == kMostTokens;
    if (!ends && may_end(words, i)) {
      sentence_features(words, i, state, scratch.features);
      ends = ends_.score(scratch.features)[0] > threshold_;
    }
    state.after(words[i], ends);
    if (!ends) continue;
    const TokenIndex last = first + static_cast<TokenIndex>(i) + 1;
    out.tokens.joined[last - 1] = 0;
    out.sentences.push_back({begin, last, {out.tokens.span[begin].begin, out.tokens.span[last - 1].end}});
    begin = last;
  }
}

}  // namespace masudi::language
