// SPDX-License-Identifier: Apache-2.0
#include "language/tokenizer.h"

#include <algorithm>
#include <utility>

#include "language/abbreviations.h"
#include "language/addresses.h"
#include "language/initials.h"
#include "language/joined_words.h"

namespace masudi::language {
namespace {

constexpr std::uint32_t kIts = spelling_hash("its");
// Words that are hardly ever what something owns.
constexpr std::uint32_t kAfterItIs[] = {spelling_hash("a"),      spelling_hash("an"),         spelling_hash("the"),
                                        spelling_hash("not"),    spelling_hash("been"),       spelling_hash("in"),
                                        spelling_hash("really"), spelling_hash("definitely"), spelling_hash("like"),
                                        spelling_hash("from"),   spelling_hash("for")};
bool follows_it_is(std::uint32_t hash) { return std::ranges::count(kAfterItIs, hash) > 0; }

// A word that a name may go on after: "Albert", "J.", "Sen.".
bool in_name(const Word& w) {
  const bool capital = w.first >= kind::kUpper1 && w.first <= kind::kMixed;
  const auto abbreviated = static_cast<Abbreviation>(w.abbreviation);
  return capital && (w.last != '.' || w.first == kind::kUpper1 || abbreviated == Abbreviation::title);
}

// Where what begins at an atom is one token without a choice: "7,5", "0.0076"; marks of surprise in a row: "?!", "!.".
// Gives the index behind its last atom; `at` + 1 for others.
std::size_t plain_end(std::span<const Atom> atoms, std::size_t at) {
  std::size_t end = at + 1;
  if (kind::is_digits(atoms[at].kind)) {
    const auto parts = [&](const Atom& a) { return (a.kind == '.' || a.kind == ',') && a.repeats == 1; };
    while (end + 1 < atoms.size() && parts(atoms[end]) && kind::is_digits(atoms[end + 1].kind)) end += 2;
    return end;
  }
  const auto surprise = [](std::uint8_t kind) { return kind == '!' || kind == '?'; };
  bool surprised = false;
  for (end = at; end < atoms.size() && (atoms[end].kind == '.' || surprise(atoms[end].kind)); ++end)
    surprised |= surprise(atoms[end].kind);
  return surprised ? end : at + 1;
}

// Appends tokens with their words.
class Appender {
 public:
  Appender(Tokens& tokens, std::vector<Word>& words, const WordClasses& known)
      : tokens_(tokens), words_(words), known_(known) {}

  // The atoms of one token; `joined` to the next.
  void token(std::span<const Atom> atoms, bool joined) {
    if (atoms.size() == 1 && kind::is_word(atoms[0].kind)) return word(atoms[0], joined);
    std::uint32_t hash = atoms[0].hash;
    for (const Atom& a : atoms.subspan(1)) hash = (hash ^ a.hash) * 0x9e3779b1u;
    const bool link =
        atoms.size() > 2 && std::ranges::any_of(atoms, [](const Atom& a) { return a.kind == '@' || a.kind == '/'; });
    const bool short_form = atoms.size() == 2 && atoms[1].kind == '.';
    const auto kind = short_form ? static_cast<std::uint8_t>(abbreviation(atoms[0].hash))
                      : link     ? kLinkWord
                                 : std::uint8_t{0};
    push({atoms.front().begin, atoms.back().end}, {hash, atoms.front().kind, atoms.back().kind, kind, 0, WordClass{}},
         joined);
  }

 private:
  void word(const Atom& a, bool joined) {
    if (follows_it_is(a.hash)) part_its();
    const JoinedParts parts = joined_parts(a.hash);
    std::uint32_t begin = a.begin;
    const Word whole{a.hash, a.kind, a.kind, 0, 0, known_.of(a.hash)};
    if (parts.second == 0) return push({begin, a.end}, whole, joined);
    for (const std::uint8_t next : {parts.second, parts.third}) {
      if (next == 0) continue;
      push({begin, a.begin + next}, whole, true);
      begin = a.begin + next;
    }
    push({begin, a.end}, {a.hash, kind::kClitic, kind::kClitic, 0, 0, WordClass{}}, joined);
  }

  // "its a pity": the word before is it|s, as many people write it.
  void part_its() {
    if (words_.empty() || words_.back().hash != kIts || words_.back().after == 0) return;
    Span& its = tokens_.span.back();
    const Span rest{its.end - 1, its.end};
    its.end = rest.begin;
    tokens_.joined.back() = 1;
    const std::uint8_t after = std::exchange(words_.back().after, std::uint8_t{0});
    push(rest, {kIts, kind::kClitic, kind::kClitic, 0, after, WordClass{}}, false);
  }

  void push(Span span, const Word& word, bool joined) {
    tokens_.span.push_back(span);
    tokens_.joined.push_back(joined ? 1 : 0);
    words_.push_back(word);
  }

  Tokens& tokens_;
  std::vector<Word>& words_;
  const WordClasses& known_;
};

// Marks the line ends that were made on purpose: the next word would have fitted on the longest line of the paragraph.
void mark_hard_lines(std::span<const Span> spans, std::span<Word> words) {
  std::uint32_t longest = 0, begin = spans[0].begin;
  for (std::size_t i = 0; i < words.size(); ++i) {
    longest = std::max(longest, spans[i].end - begin);
    if ((words[i].after & kLine) != 0 && i + 1 < words.size()) begin = spans[i + 1].begin;
  }
  begin = spans[0].begin;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if ((words[i].after & kLine) == 0) continue;
    const std::uint32_t line = spans[i].end - begin;
    begin = spans[i + 1].begin;
    std::size_t last = i + 1;
    while (last + 1 < words.size() && words[last].after == 0 && last < i + 16) ++last;
    if (line + 1 + (spans[last].end - begin) <= longest) words[i].after |= kHardLine;
  }
}

}  // namespace

void Tokenizer::decide(const ChunkView& chunk, Scratch& scratch) const {
  scratch.decisions.clear();
  Split before = Split::none;
  std::size_t address = 0, plain = 0;  // the ends of what atom i is part of
  for (std::size_t i = 0; i + 1 < chunk.atoms.size(); ++i) {
    if (i == 0 || before != Split::none) {
      address = address_end(chunk.atoms, i);
      plain = plain_end(chunk.atoms, i);
    }
    if (i + 1 < std::max(address, plain)) {
      before = Split::none;
      scratch.decisions.push_back(before);
      continue;
    }
    split_features(chunk, i, before, scratch.features);
    const auto score = splits_.score(scratch.features);
    before = static_cast<Split>(std::ranges::max_element(score) - score.begin());
    if (i + 1 == address) before = Split::split;
    scratch.decisions.push_back(before);
  }
}

std::size_t Tokenizer::paragraph(std::string_view text, std::size_t at, Scratch& scratch, Tokens& out) const {
  scratch.words.clear();
  const std::size_t first = out.span.size();
  Appender append(out, scratch.words, known_);
  ChunkReader chunks(text, at, scratch.atoms);
  bool lines = false;
  while (chunks.next()) {
    if (!scratch.words.empty()) {
      if (chunks.lines_before() >= 2) break;
      if (chunks.blank_before()) scratch.words.back().after |= kBlank;
      if (chunks.lines_before() == 1) scratch.words.back().after |= kLine, lines = true;
    }
    at = chunks.end();
    const std::span<const Atom> atoms = scratch.atoms;
    if (atoms.size() > 1) {
      const bool initials =
          are_initials(atoms, text.substr(at), !scratch.words.empty() && in_name(scratch.words.back()));
      if (initials) {
        scratch.decisions.assign(atoms.size() - 1, Split::none);
      } else {
        decide(view_chunk(text, at, atoms), scratch);
      }
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
      if (scratch.decisions[i] == Split::none) continue;
      append.token(atoms.subspan(begin, i + 1 - begin), scratch.decisions[i] == Split::join);
      begin = i + 1;
    }
    append.token(atoms.subspan(begin), false);
  }
  if (lines) mark_hard_lines(std::span(out.span).subspan(first), scratch.words);
  return at;
}

}  // namespace masudi::language
