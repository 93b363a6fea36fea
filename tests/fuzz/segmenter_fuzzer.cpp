// SPDX-License-Identifier: Apache-2.0
// Any bytes as text: tokens and sentences must fit the text whatever it is.
#include <cstdint>
#include <cstdlib>

#include "base/mapped_file.h"
#include "language/characters.h"
#include "language/model_file.h"
#include "language/segmenter.h"

namespace {

using namespace masudi;

const language::Segmenter& segmenter() {
  static const MappedFile file = MappedFile::open(MASUDI_FUZZ_MODEL).value();
  static const auto model = language::ModelFile::over(file.bytes()).value();
  static const auto segmenter = language::Segmenter::over(model.section("segmenter").value()).value();
  return segmenter;
}

void check(bool holds) {
  if (!holds) std::abort();
}

void check_tokens(std::string_view text, const Tokens& t) {
  std::size_t at = 0;
  const auto skip_blanks = [&](std::size_t end) {
    while (at < end) {
      const language::Char c = language::char_at(text, at);
      check(c.kind == language::CharClass::blank);
      at += c.size;
    }
    check(at == end);
  };
  for (const Span& span : t.span) {
    check(span.begin < span.end && span.end <= text.size());
    skip_blanks(span.begin);
    at = span.end;
  }
  skip_blanks(text.size());
}

void check_sentences(const Analysis& a) {
  TokenIndex next = 0;
  for (const Sentence& s : a.sentences) {
    check(s.first == next && s.first < s.last && s.last <= a.tokens.size());
    check(s.size() <= language::Segmenter::kMostTokens && a.tokens.joined[s.last - 1] == 0);
    next = s.last;
  }
  check(next == a.tokens.size() && a.tokens.joined.size() == next);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static language::Segmenter::Scratch scratch;
  static Analysis analysis;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  segmenter().segment(text, scratch, analysis);
  check_tokens(text, analysis.tokens);
  check_sentences(analysis);
  return 0;
}
