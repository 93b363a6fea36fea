// SPDX-License-Identifier: Apache-2.0
#include "read/moment.h"

#include <string>

namespace masudi::read {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

struct Zone {
  std::string_view name;
  int minutes;
};
// Names in use; where two places share one, the one that writes more news in English. Others count as unknown.
constexpr Zone kZones[] = {{"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"est", -300},
                           {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
                           {"pdt", -420}, {"ast", -240}, {"bst", 60},   {"cet", 60},   {"west", 60},  {"cest", 120},
                           {"eet", 120},  {"sast", 120}, {"eest", 180}, {"msk", 180},  {"eat", 180},  {"trt", 180},
                           {"gst", 240},  {"pkt", 300},  {"ist", 330},  {"hkt", 480},  {"sgt", 480},  {"awst", 480},
                           {"jst", 540},  {"kst", 540},  {"aest", 600}, {"aedt", 660}, {"nzst", 720}, {"nzdt", 780},
                           {"wib", 420},  {"ict", 420}};

// What has been understood so far.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Moment> read() {
    if (!read_year_first()) read_words();
    if (!year_ || !month_ || !day_) return std::nullopt;
    const auto date = make_date(*year_, *month_, *day_);
    if (!date) return std::nullopt;
    Moment out{*date, std::int64_t{date->days} * 86'400, false, offset_.has_value()};
    if (hour_ && settle_hour()) {
      out.has_time = true;
      out.seconds += *hour_ * 3600 + minute_ * 60 + second_;
      out.seconds -= offset_.value_or(0) * 60;
    }
    return out;
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::size_t digits() const {
    std::size_t count = 0;
    while (is_digit(peek(count))) ++count;
    return count;
  }
  int number(std::size_t count) {
    int value = 0;
    for (; count > 0; --count) value = value * 10 + (text_[at_++] - '0');
    return value;
  }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') ++at_;
  }

  // "2023-11-06", "2023/11/06", "20231106" and what follows.
  bool read_year_first() {
    skip_blanks();
    const std::size_t count = digits();
    const bool is_packed = count == 8 && (peek(8) == 'T' || peek(8) == '\0');
    const char separator = peek(4);
    if (!is_packed && (count != 4 || (separator != '-' && separator != '/'))) return false;
    year_ = number(4);
    if (!is_packed) ++at_;
    if (digits() < 1) return true;
    month_ = number(is_packed ? 2 : std::min<std::size_t>(digits(), 2));
    if (!is_packed && peek() != separator) return true;
    if (!is_packed) ++at_;
    if (digits() < 1) return true;
    day_ = number(std::min<std::size_t>(digits(), 2));
    if (peek() == 'T' || peek() == 't') ++at_;
    skip_blanks();
    read_time();
    read_zones();
    return true;
  }

  void read_time() {
    const std::size_t count = digits();
    if ((count == 4 || count == 6) && peek(count) != ':') {
      hour_ = number(2), minute_ = number(2);
      if (count == 6) second_ = number(2);
    } else if (count >= 1 && count <= 2 && (peek(count) == ':' || peek(count) == '.')) {
      hour_ = number(count);
      ++at_;
      if (digits() == 2) minute_ = number(2);
      if (peek() == ':' && is_digit(peek(1)) && is_digit(peek(2))) ++at_, second_ = number(2);
    }
    if ((peek() == '.' || peek() == ',') && is_digit(peek(1))) {
      ++at_;
      while (is_digit(peek())) ++at_;
    }
  }

  void read_zones() {
    while (at_ < text_.size()) {
      if (is_letter(peek())) {
        word();
      } else if ((peek() == '+' || peek() == '-') && is_digit(peek(1))) {
        offset();
      } else {
        ++at_;
      }
    }
  }

  void offset() {
    const int sign = text_[at_++] == '-' ? -1 : 1;
    const std::size_t count = digits();
    int hours = 0, minutes = 0;
    if (count == 4) {
      hours = number(2), minutes = number(2);
    } else if (count <= 2) {
      hours = number(count);
      if (peek() == ':' && is_digit(peek(1)) && is_digit(peek(2))) ++at_, minutes = number(2);
    } else {
      at_ += count;
      return;
    }
    if (hours <= 15 && minutes < 60) offset_ = sign * (hours * 60 + minutes);
  }

  void read_words() {
    while (at_ < text_.size()) {
      const char c = peek();
      if (is_letter(c)) {
        word();
      } else if (is_digit(c)) {
        numeral();
      } else if ((c == '+' || c == '-') && is_digit(peek(1)) && hour_ && year_) {
        offset();
      } else {
        ++at_;
      }
    }
  }

  void numeral() {
    const std::size_t count = digits();
    if (count <= 2 && peek(count) == ':' && !hour_) return read_time();
    if (count == 4 && !year_) {
      year_ = number(4);
    } else if (count <= 2 && !day_) {
      day_ = number(count);
    } else if (count == 2 && !year_ && month_) {
      const int year = number(2);
      year_ = year < 70 ? 2000 + year : 1900 + year;
    } else {
      at_ += count;
    }
  }

  void word() {
    std::string low;
    while (is_letter(peek())) low += static_cast<char>(text_[at_++] | 0x20);
    if (low == "am" || low == "pm") {
      is_afternoon_ = low == "pm";
      has_half_ = true;
      return;
    }
    if (!month_) month_ = month_named(low);
    if (!hour_) return;
    for (const Zone& zone : kZones) {
      if (low == zone.name) offset_ = zone.minutes;
    }
  }

  static std::optional<int> month_named(std::string_view low) {
    constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                            "july",    "august",   "september", "october", "november", "december"};
    if (low.size() < 3) return std::nullopt;
    if (low == "sept") return 9;
    for (int month = 0; month < 12; ++month) {
      if (low == kMonths[month] || low == kMonths[month].substr(0, 3)) return month + 1;
    }
    return std::nullopt;
  }

  bool settle_hour() {
    if (has_half_ && *hour_ >= 1 && *hour_ <= 12) hour_ = *hour_ % 12 + (is_afternoon_ ? 12 : 0);
    if (second_ == 60) second_ = 59;  // a leap second
    return *hour_ < 24 && minute_ < 60 && second_ < 60;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<int> year_, month_, day_, hour_, offset_;
  int minute_ = 0, second_ = 0;
  bool has_half_ = false, is_afternoon_ = false;
};

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  return Reader(text.substr(0, kLongest)).read();
}

}  // namespace masudi::read
