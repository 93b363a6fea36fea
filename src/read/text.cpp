// SPDX-License-Identifier: Apache-2.0
#include "read/text.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace masudi::read {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kHowToDate =
    "begin the text with a line such as \"date 2023-11-06\", or give --date 2023-11-06";

std::string_view without_leading_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The word after a leading "date", if that word could be meant as a day; empty otherwise.
std::string_view date_word(std::string_view text) {
  constexpr std::string_view kKeyword = "date";
  for (std::size_t i = 0; i < kKeyword.size(); ++i) {
    if (i >= text.size() || (text[i] | 0x20) != kKeyword[i]) return {};
  }
  text.remove_prefix(kKeyword.size());
  if (!text.empty() && text.front() == ':') text.remove_prefix(1);
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == 0 || start == std::string_view::npos || !is_digit(text[start])) return {};
  return text.substr(start, std::min(text.find_first_of(kBlanks, start), text.size()) - start);
}

bool looks_like_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

void mend_text(std::string& text, std::string_view where, std::vector<std::string>& warnings) {
  const std::size_t replaced = utf8::sanitize(text);
  if (replaced == 0) return;
  warnings.push_back(
      fmt::format("{}: {} {} not UTF-8 text and replaced; if the text looks wrong, convert it with iconv -t UTF-8",
                  where, replaced, replaced == 1 ? "byte sequence was" : "byte sequences were"));
}

Record text_document(std::string bytes, std::string_view where, const Options& options) {
  if (looks_like_utf16(bytes)) {
    return refuse(fmt::format("{}: the text is UTF-16; convert it with iconv -f UTF-16 -t UTF-8", where));
  }
  Record record{Document{}, {}, 0};
  mend_text(bytes, where, record.warnings);

  std::string_view text = bytes;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text = without_leading_blanks(text);
  if (text.empty()) return refuse(fmt::format("{}: the file is empty; give a text to read", where));

  std::optional<Date> date = options.date;
  if (const std::string_view word = date_word(text); !word.empty()) {
    date = parse_date(word);
    if (!date) {
      return refuse(fmt::format("{}: there is no day \"{}\"; write the date as YYYY-MM-DD", where, word));
    }
    text.remove_prefix(static_cast<std::size_t>(word.data() + word.size() - text.data()));
    text = without_leading_blanks(text);
    if (text.empty()) return refuse(fmt::format("{}: there is no text after the date", where));
  }
  if (!date) return refuse(fmt::format("{}: the text has no date; {}", where, kHowToDate));

  record.document->date = *date;
  record.document->text = text;
  return record;
}

}  // namespace masudi::read
