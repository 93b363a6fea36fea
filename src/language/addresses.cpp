// SPDX-License-Identifier: Apache-2.0
#include "language/addresses.h"

#include <algorithm>
#include <string_view>

namespace masudi::language {
namespace {

constexpr std::size_t kFarthest = 48;  // atoms of a mail address or a file name

constexpr std::uint32_t kSchemes[] = {spelling_hash("http"), spelling_hash("https"), spelling_hash("ftp")};
constexpr std::uint32_t kWww = spelling_hash("www");
constexpr std::uint32_t kEndings[] = {
    spelling_hash("pdf"), spelling_hash("doc"),  spelling_hash("docx"), spelling_hash("xls"), spelling_hash("ppt"),
    spelling_hash("txt"), spelling_hash("rtf"),  spelling_hash("csv"),  spelling_hash("htm"), spelling_hash("html"),
    spelling_hash("jpg"), spelling_hash("jpeg"), spelling_hash("gif"),  spelling_hash("png"), spelling_hash("zip"),
    spelling_hash("exe"), spelling_hash("wav"),  spelling_hash("avi")};

bool one_of(std::uint8_t kind, std::string_view marks) {
  return marks.find(static_cast<char>(kind)) != std::string_view::npos;
}
bool is_plain(std::uint8_t kind) { return kind::is_word(kind) || kind::is_digits(kind); }
bool in_mail(std::uint8_t kind) { return is_plain(kind) || one_of(kind, "._-+"); }

bool begins_page(std::span<const Atom> atoms, std::size_t at) {
  if (at + 2 >= atoms.size()) return false;
  if (atoms[at].hash == kWww) return atoms[at + 1].kind == '.';
  return std::ranges::count(kSchemes, atoms[at].hash) > 0 && atoms[at + 1].kind == ':' && atoms[at + 2].kind == '/' &&
         atoms[at + 2].repeats == 2;
}

std::size_t without_stops(std::span<const Atom> atoms, std::size_t at, std::size_t end) {
  while (end > at + 1 && (kind::is_mark(atoms[end - 1].kind) && atoms[end - 1].kind != '/')) --end;
  return end;
}

std::size_t page_end(std::span<const Atom> atoms, std::size_t at) {
  std::size_t end = at + 3;
  while (end < atoms.size() && !one_of(atoms[end].kind, "<>\"")) ++end;
  return without_stops(atoms, at, end);
}

std::size_t mail_end(std::span<const Atom> atoms, std::size_t at) {
  const std::size_t last = std::min(atoms.size(), at + kFarthest);
  std::size_t sign = at;
  while (sign < last && in_mail(atoms[sign].kind)) ++sign;
  if (sign == at || sign + 1 >= last || atoms[sign].kind != '@' || !is_plain(atoms[sign + 1].kind)) return at;
  std::size_t end = sign + 1;
  while (end < last && in_mail(atoms[end].kind)) ++end;
  return without_stops(atoms, at, end);
}

std::size_t file_end(std::span<const Atom> atoms, std::size_t at) {
  const std::size_t last = std::min(atoms.size(), at + kFarthest);
  for (std::size_t i = at; i < last && (is_plain(atoms[i].kind) || one_of(atoms[i].kind, "._-")); ++i) {
    const bool ending = i >= at + 2 && atoms[i - 1].kind == '.' && std::ranges::count(kEndings, atoms[i].hash) > 0;
    if (ending && (i + 1 == atoms.size() || !is_plain(atoms[i + 1].kind))) return i + 1;
  }
  return at;
}

}  // namespace

std::size_t address_end(std::span<const Atom> atoms, std::size_t at) {
  if (!is_plain(atoms[at].kind) || (at > 0 && !one_of(atoms[at - 1].kind, "<([{\"'=:;,"))) return at;
  if (begins_page(atoms, at)) return page_end(atoms, at);
  if (const std::size_t end = mail_end(atoms, at); end != at) return end;
  return file_end(atoms, at);
}

bool names_file(std::string_view token) {
  const std::size_t stop = token.rfind('.');
  return stop != std::string_view::npos && stop > 0 && token.find_first_of("/@") == std::string_view::npos &&
         std::ranges::count(kEndings, spelling_hash(token.substr(stop + 1))) > 0;
}

}  // namespace masudi::language
