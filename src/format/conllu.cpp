// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "format/writer.h"

namespace masudi::format {
namespace {

std::string_view or_blank(std::string_view value) { return value.empty() ? "_" : value; }

// A field of CoNLL-U holds no tab and no line break.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

// The last token of the orthographic word that begins at `first`.
TokenIndex word_end(const Tokens& tokens, TokenIndex first, TokenIndex end) {
  TokenIndex last = first;
  while (last + 1 < end && tokens.joined[last] != 0) ++last;
  return last;
}

std::string_view space_after(const Tokens& tokens, TokenIndex last) {
  const bool glued = last + 1 < tokens.size() && tokens.span[last].end == tokens.span[last + 1].begin;
  return glued ? "SpaceAfter=No" : "_";
}

void write_token(const Findings& findings, const Sentence& sentence, TokenIndex i, bool in_word, std::string& out) {
  const Tokens& t = findings.analysis.tokens;
  const std::string form = one_line(t.span[i].in(findings.document.text));
  const bool has_tree = i < t.head.size();
  const TokenIndex head = has_tree && t.head[i] != kNoToken ? t.head[i] - sentence.first + 1 : 0;
  fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i - sentence.first + 1, form,
                 i < t.lemma.size() ? or_blank(t.lemma[i]) : "_", i < t.upos.size() ? name(t.upos[i]) : "_",
                 i < t.xpos.size() ? name(t.xpos[i]) : "_", i < t.feats.size() ? or_blank(t.feats[i]) : "_", head,
                 has_tree ? name(t.relation[i]) : "_", in_word ? "_" : space_after(t, i));
}

void write_sentence(const Findings& findings, const Sentence& sentence, std::string& out) {
  const Tokens& tokens = findings.analysis.tokens;
  const std::string_view text = findings.document.text;
  out += "# text = " + one_line(sentence.span.in(text)) + '\n';
  for (TokenIndex i = sentence.first; i < sentence.last;) {
    const TokenIndex last = word_end(tokens, i, sentence.last);
    if (last > i) {
      const Span word = cover(tokens.span[i], tokens.span[last]);
      fmt::format_to(std::back_inserter(out), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i - sentence.first + 1,
                     last - sentence.first + 1, one_line(word.in(text)), space_after(tokens, last));
    }
    const bool in_word = last > i;
    for (; i <= last; ++i) write_token(findings, sentence, i, in_word, out);
  }
  out += '\n';
}

class ConlluWriter final : public Writer {
 public:
  void write(const Findings& findings, std::string& out) const override {
    out += "# newdoc id = " + one_line(findings.document.id) + '\n';
    std::size_t number = 0;
    for (const Sentence& sentence : findings.analysis.sentences) {
      out += fmt::format("# sent_id = {}-{}\n", one_line(findings.document.id), ++number);
      write_sentence(findings, sentence, out);
    }
  }
};

}  // namespace

std::unique_ptr<Writer> conllu_writer() { return std::make_unique<ConlluWriter>(); }

}  // namespace masudi::format
