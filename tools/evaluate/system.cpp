// SPDX-License-Identifier: Apache-2.0
#include "evaluate/system.h"

namespace masudi::evaluate {
namespace {

treebank::Word word_of(std::string_view text, const Tokens& t, const Sentence& sentence, TokenIndex i) {
  treebank::Word word;
  word.form = t.span[i].in(text);
  if (i < t.lemma.size()) word.lemma = t.lemma[i];
  if (i < t.upos.size()) word.upos = name(t.upos[i]);
  if (i < t.xpos.size()) word.xpos = name(t.xpos[i]);
  if (i < t.feats.size()) word.feats = t.feats[i];
  if (i < t.head.size() && t.head[i] != kNoToken) word.head = t.head[i] - sentence.first + 1;
  if (i < t.relation.size()) word.relation = name(t.relation[i]);
  return word;
}

treebank::Sentence sentence_of(std::string_view text, const Tokens& t, const Sentence& sentence) {
  treebank::Sentence out;
  for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
    const std::uint32_t at = i - sentence.first;
    const bool glued = i > sentence.first && t.joined[i - 1] != 0;
    const bool blank = i + 1 < t.size() && t.span[i].end < t.span[i + 1].begin;
    if (glued) {
      treebank::Surface& whole = out.surface.back();
      whole.form += t.span[i].in(text);
      whole.last = at + 1;
      whole.blank_after = blank;
    } else {
      out.surface.push_back({std::string(t.span[i].in(text)), at, at + 1, blank});
    }
    out.words.push_back(word_of(text, t, sentence, i));
  }
  return out;
}

// The gold words and tags of a document as the language core would have them.
void fill(const treebank::Document& document, const treebank::RawText& raw, Tokens& t) {
  t.span = raw.words;
  t.joined = raw.joined;
  for (const treebank::Sentence& sentence : document.sentences) {
    const auto first = static_cast<TokenIndex>(t.upos.size());
    for (const treebank::Word& word : sentence.words) {
      t.upos.push_back(upos_named(word.upos).value_or(Upos::x));
      t.xpos.push_back(xpos_named(word.xpos).value_or(Xpos::xx));
      t.head.push_back(word.head == 0 ? kNoToken : first + word.head - 1);
      t.relation.push_back(relation_named(word.relation).value_or(Relation::dep));
    }
  }
}

}  // namespace

treebank::Document as_treebank(std::string_view text, const Analysis& analysis) {
  treebank::Document out;
  for (const Sentence& s : analysis.sentences) out.sentences.push_back(sentence_of(text, analysis.tokens, s));
  return out;
}

std::vector<treebank::Document> segmented(const std::vector<treebank::Document>& gold,
                                          const language::Segmenter& segmenter) {
  std::vector<treebank::Document> out;
  language::Segmenter::Scratch scratch;
  Analysis analysis;
  for (const treebank::Document& document : gold) {
    const treebank::RawText raw = raw_text(document);
    analysis.clear();
    segmenter.segment(raw.text, scratch, analysis);
    out.push_back(as_treebank(raw.text, analysis));
  }
  return out;
}

std::vector<treebank::Document> analysed(const std::vector<treebank::Document>& gold, const language::Core& core) {
  std::vector<treebank::Document> out;
  language::Workspace workspace;
  Analysis analysis;
  for (const treebank::Document& document : gold) {
    const treebank::RawText raw = raw_text(document);
    core.analyse(raw.text, workspace, analysis);
    out.push_back(as_treebank(raw.text, analysis));
  }
  return out;
}

std::vector<NameSpan> names_of(const std::vector<treebank::Document>& documents, const language::Core& core) {
  std::vector<NameSpan> out;
  language::Workspace workspace;
  Analysis analysis;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    core.analyse(raw_text(documents[d]).text, workspace, analysis);
    append_names(d, analysis, out);
  }
  return out;
}

std::vector<treebank::Document> lemmatized(std::vector<treebank::Document> documents,
                                           const language::Lemmatizer& lemmatizer) {
  Analysis analysis;
  for (treebank::Document& document : documents) {
    const treebank::RawText raw = raw_text(document);
    analysis.clear();
    fill(document, raw, analysis.tokens);
    lemmatizer.lemmatize(raw.text, analysis);
    std::size_t i = 0;
    for (treebank::Sentence& sentence : document.sentences) {
      for (treebank::Word& word : sentence.words) word.lemma = analysis.tokens.lemma[i++];
    }
  }
  return documents;
}

}  // namespace masudi::evaluate
