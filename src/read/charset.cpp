// SPDX-License-Identifier: Apache-2.0
#include "read/charset.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>

#include "base/utf8.h"
#include "read/text.h"

namespace masudi::read {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':'; }

// The word after `key`, "=" and perhaps a quotation mark; empty if there is none. In lower case.
std::string value_after(const std::string& low, std::string_view key) {
  for (std::size_t at = low.find(key); at != std::string::npos; at = low.find(key, at + 1)) {
    std::size_t first = low.find_first_not_of(" \t\r\n", at + key.size());
    if (first == std::string::npos || low[first] != '=') continue;
    first = low.find_first_not_of(" \t\r\n\"'", first + 1);
    if (first == std::string::npos) continue;
    std::size_t last = first;
    while (last < low.size() && is_name(low[last])) ++last;
    if (last > first) return low.substr(first, last - first);
  }
  return {};
}

std::string charset_of_header(std::string_view content_type) { return value_after(lower(content_type), "charset"); }

std::string charset_of_markup(std::string_view bytes) {
  constexpr std::size_t kHead = 2048;
  const std::string head = lower(bytes.substr(0, kHead));
  if (const std::size_t at = head.find("<?xml"); at != std::string::npos) {
    const std::string name = value_after(head.substr(at, head.find("?>", at) - at), "encoding");
    if (!name.empty()) return name;
  }
  return value_after(head, "charset");
}

// What writers mean by a name. Source: https://encoding.spec.whatwg.org/#names-and-labels
const char* meant_by(const std::string& name) {
  struct Meaning {
    std::string_view name;
    const char* meant;
  };
  static constexpr Meaning kMeanings[] = {
      {"iso-8859-1", "CP1252"}, {"iso8859-1", "CP1252"}, {"latin1", "CP1252"},  {"latin-1", "CP1252"},
      {"ascii", "CP1252"},      {"us-ascii", "CP1252"},  {"cp1252", "CP1252"},  {"windows-1252", "CP1252"},
      {"iso-8859-9", "CP1254"}, {"gb2312", "GB18030"},   {"gbk", "GB18030"},    {"x-gbk", "GB18030"},
      {"shift_jis", "CP932"},   {"shift-jis", "CP932"},  {"x-sjis", "CP932"},   {"sjis", "CP932"},
      {"euc-kr", "CP949"},      {"big5", "BIG5-HKSCS"},  {"tis-620", "CP874"},  {"utf8", "UTF-8"},
      {"unicode", "UTF-16LE"},  {"utf-16", "UTF-16LE"},  {"x-cp1251", "CP1251"}};
  for (const Meaning& meaning : kMeanings) {
    if (name == meaning.name) return meaning.meant;
  }
  return nullptr;
}

class Converter {
 public:
  explicit Converter(const std::string& name) {
    const char* meant = meant_by(name);
    handle_ = iconv_open("UTF-8", meant != nullptr ? meant : name.c_str());
  }
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

  // Bytes that mean nothing become U+FFFD.
  std::string convert(std::string& bytes) {
    std::string out;
    char block[8192];
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
      char* end = block;
      std::size_t room = sizeof block;
      const std::size_t done = iconv(handle_, &in, &left, &end, &room);
      const int error = errno;
      out.append(block, static_cast<std::size_t>(end - block));
      if (done != static_cast<std::size_t>(-1) || error == E2BIG) continue;
      utf8::append(out, utf8::kReplacement);
      if (error != EILSEQ) break;  // cut off within a letter
      ++in, --left;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

enum class Utf8 { no, ascii, yes };

Utf8 judge(std::string_view bytes) {
  Utf8 out = Utf8::ascii;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const utf8::Decoded next = utf8::decode(bytes, at);
    // The last letter may have been cut off.
    if (!next.valid) return at + 4 > bytes.size() && out == Utf8::yes ? Utf8::yes : Utf8::no;
    out = Utf8::yes;
    at += next.size;
  }
  return out;
}

std::string charset_of_mark(std::string& bytes) {
  struct Mark {
    std::string_view bytes;
    const char* charset;
  };
  constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.erase(0, mark.bytes.size());
    return mark.charset;
  }
  return {};
}

}  // namespace

std::string to_utf8(std::string bytes, std::string_view content_type, std::string_view where,
                    std::vector<std::string>& warnings) {
  std::string charset = charset_of_mark(bytes);
  const Utf8 utf8 = judge(bytes);
  if (charset.empty() && utf8 == Utf8::yes) charset = "utf-8";
  if (charset.empty()) charset = charset_of_header(content_type);
  if (charset.empty()) charset = charset_of_markup(bytes);
  const bool is_utf8 = charset == "utf-8" || charset == "utf8";
  if (!is_utf8 && !(charset.empty() && utf8 == Utf8::ascii)) {
    Converter named(charset.empty() ? "cp1252" : charset);
    if (named.is_open()) {
      bytes = named.convert(bytes);
    } else {
      warnings.push_back(
          fmt::format("{}: the charset \"{}\" is not known; it was read as Windows-1252", where, charset));
      bytes = Converter("cp1252").convert(bytes);
    }
  }
  mend_text(bytes, where, warnings);
  return bytes;
}

}  // namespace masudi::read
