// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace masudi::format {

// Builds rows of CSV (RFC 4180: quoted only where it must be, CRLF) or of TSV (nothing quoted; tabs and line breaks in
// a cell become blanks, LF).
class Row {
 public:
  enum class Kind { csv, tsv };
  explicit Row(std::string& out, Kind kind = Kind::csv) : out_(out), kind_(kind) {}

  Row& operator<<(std::string_view cell) {
    if (!first_) out_ += kind_ == Kind::csv ? ',' : '\t';
    first_ = false;
    kind_ == Kind::csv ? add_csv(cell) : add_tsv(cell);
    return *this;
  }
  // A whole row of these cells.
  void line(std::span<const std::string_view> cells) {
    for (const std::string_view cell : cells) *this << cell;
    end();
  }
  void end() {
    out_ += kind_ == Kind::csv ? "\r\n" : "\n";
    first_ = true;
  }

 private:
  void add_csv(std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void add_tsv(std::string_view cell) {
    for (const char c : cell) out_ += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }

  std::string& out_;
  Kind kind_;
  bool first_ = true;
};

}  // namespace masudi::format
