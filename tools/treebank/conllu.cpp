// SPDX-License-Identifier: Apache-2.0
#include "treebank/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/mapped_file.h"

namespace masudi::treebank {
namespace {

using Columns = std::array<std::string_view, 10>;

bool starts_with(std::string_view line, std::string_view what) { return line.substr(0, what.size()) == what; }

// What stands after "key = ", if the comment is of that key.
std::string_view value_of(std::string_view line) {
  const std::size_t at = line.find('=');
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + 1);
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  return line;
}

bool split_columns(std::string_view line, Columns& out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == out.size())) return false;
    out[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return true;
}

bool parse_number(std::string_view text, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

bool has_no_blank_after(std::string_view misc) {
  while (!misc.empty()) {
    const std::string_view one = misc.substr(0, misc.find('|'));
    if (one == "SpaceAfter=No") return true;
    misc.remove_prefix(std::min(one.size() + 1, misc.size()));
  }
  return false;
}

std::string unless_blank(std::string_view field) { return field == "_" ? std::string() : std::string(field); }

// Reads line by line.
class Parser {
 public:
  // Empty when the line is good.
  std::string line(std::string_view text) {
    if (text.empty()) {
      end_sentence();
      return {};
    }
    if (text.front() == '#') {
      comment(text);
      return {};
    }
    return word(text);
  }

  std::vector<Document> take() {
    end_sentence();
    return std::move(documents_);
  }

 private:
  void comment(std::string_view text) {
    if (starts_with(text, "# newdoc")) {
      documents_.push_back({std::string(value_of(text)), {}});
      sentence_.starts_paragraph = true;
    } else if (starts_with(text, "# newpar")) {
      sentence_.starts_paragraph = true;
    } else if (starts_with(text, "# sent_id")) {
      sentence_.id = value_of(text);
    }
  }

  std::string word(std::string_view text) {
    Columns c;
    if (!split_columns(text, c)) return "a word has 10 columns parted by tabs";
    if (c[0].find('.') != std::string_view::npos) return {};
    const bool blank = !has_no_blank_after(c[9]);
    if (const std::size_t dash = c[0].find('-'); dash != std::string_view::npos) {
      std::uint32_t first = 0, last = 0;
      if (!parse_number(c[0].substr(0, dash), first) || !parse_number(c[0].substr(dash + 1), last) || last < first ||
          first != sentence_.words.size() + 1) {
        return "a multiword token has a bad range";
      }
      sentence_.surface.push_back({std::string(c[1]), first - 1, last, blank});
      return {};
    }
    std::uint32_t number = 0, head = 0;
    if (!parse_number(c[0], number) || number != sentence_.words.size() + 1) return "words are numbered from 1";
    if (c[6] != "_" && !parse_number(c[6], head)) return "a head is a number";
    if (sentence_.surface.empty() || sentence_.surface.back().last < number) {
      sentence_.surface.push_back({std::string(c[1]), number - 1, number, blank});
    }
    sentence_.words.push_back({std::string(c[1]), std::string(c[2]), unless_blank(c[3]), unless_blank(c[4]),
                               unless_blank(c[5]), head, unless_blank(c[7])});
    return {};
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    // A multiword token must not promise more words than there are.
    for (Surface& s : sentence_.surface) {
      s.last = std::min(s.last, static_cast<std::uint32_t>(sentence_.words.size()));
    }
    if (documents_.empty()) documents_.emplace_back();
    documents_.back().sentences.push_back(std::move(sentence_));
    sentence_ = {};
  }

  std::vector<Document> documents_;
  Sentence sentence_;
};

}  // namespace

Result<std::vector<Document>> parse_conllu(std::string_view bytes) {
  Parser parser;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (auto problem = parser.line(line); !problem.empty())
      return fail("line " + std::to_string(number) + ": " + problem);
  }
  return parser.take();
}

Result<std::vector<Document>> read_conllu(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto bytes = file->bytes();
  auto documents = parse_conllu({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!documents) return fail(path.string() + ": " + documents.error().message);
  return documents;
}

RawText raw_text(const Document& document) {
  RawText out;
  bool blank = false;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.starts_paragraph && !out.text.empty()) {
      out.text += "\n\n";
    } else if (blank) {
      out.text += ' ';
    }
    for (const Surface& s : sentence.surface) {
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.text += s.form;
      std::string spelt;
      for (std::uint32_t i = s.first; i < s.last; ++i) spelt += sentence.words[i].form;
      std::uint32_t at = begin;
      for (std::uint32_t i = s.first; i < s.last; ++i) {
        const auto size = static_cast<std::uint32_t>(sentence.words[i].form.size());
        out.words.push_back(spelt == s.form ? Span{at, at + size}
                                            : Span{begin, static_cast<std::uint32_t>(out.text.size())});
        out.joined.push_back(i + 1 < s.last ? 1 : 0);
        at += size;
      }
      blank = s.blank_after;
      if (blank && &s != &sentence.surface.back()) out.text += ' ';
    }
    out.sentence_ends.push_back(static_cast<std::uint32_t>(out.words.size()));
  }
  return out;
}

}  // namespace masudi::treebank
