// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
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

bool is_glued(const Tokens& tokens, TokenIndex last) {
  return last + 1 < tokens.size() && tokens.span[last].end == tokens.span[last + 1].begin;
}

// "S-LOC", "B-PER", "I-PER", "E-PER": of the name that a token is part of; empty outside names.
std::string name_tag(const Analysis& analysis, TokenIndex i) {
  constexpr std::array<std::string_view, 4> kKinds = {"PER", "ORG", "LOC", "GROUP"};
  const auto name = std::ranges::upper_bound(analysis.names, i, {}, &Name::last);
  if (name == analysis.names.end() || i < name->first) return {};
  const char part = name->last - name->first == 1 ? 'S' : i == name->first ? 'B' : i + 1 == name->last ? 'E' : 'I';
  return fmt::format("{}-{}", part, kKinds[static_cast<std::size_t>(name->kind)]);
}

// The last column: whether a blank follows, and the name ("ner=", as Stanza writes it).
std::string extras(const Analysis& analysis, TokenIndex i, bool in_word) {
  const std::string tag = name_tag(analysis, i);
  const bool glued = !in_word && is_glued(analysis.tokens, i);
  if (tag.empty()) return glued ? "SpaceAfter=No" : "_";
  return fmt::format("{}ner={}", glued ? "SpaceAfter=No|" : "", tag);
}

void write_token(const Findings& findings, const Sentence& sentence, TokenIndex i, bool in_word, std::string& out) {
  const Tokens& t = findings.analysis.tokens;
  const std::string form = one_line(t.span[i].in(findings.document.text));
  const bool has_tree = i < t.head.size();
  const TokenIndex head = has_tree && t.head[i] != kNoToken ? t.head[i] - sentence.first + 1 : 0;
  fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i - sentence.first + 1, form,
                 i < t.lemma.size() ? or_blank(t.lemma[i]) : "_", i < t.upos.size() ? name(t.upos[i]) : "_",
                 i < t.xpos.size() ? name(t.xpos[i]) : "_", i < t.feats.size() ? or_blank(t.feats[i]) : "_", head,
                 has_tree ? name(t.relation[i]) : "_", extras(findings.analysis, i, in_word));
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
                     last - sentence.first + 1, one_line(word.in(text)),
                     is_glued(tokens, last) ? "SpaceAfter=No" : "_");
    }
    const bool in_word = last > i;
    for (; i <= last; ++i) write_token(findings, sentence, i, in_word, out);
  }
  out += '\n';
}

class ConlluWriter final : public Writer {
 public:
  bool shows_feats() const override { return true; }
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
