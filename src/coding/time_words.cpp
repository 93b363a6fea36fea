// SPDX-License-Identifier: Apache-2.0
#include "coding/time_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.h"
#include "coding/calendar.h"

namespace masudi::coding {
namespace {

using enum TimeKind;

struct Entry {
  std::string_view word;
  TimeKind kind;
  std::int32_t value;
  bool capital = false;
};

constexpr std::int32_t n(auto value) { return static_cast<std::int32_t>(value); }

// In the order of their bytes.
constexpr auto kWords = std::to_array<Entry>({
    {"'s", none, 0},
    {",", word, n(Joint::comma)},
    {"-", word, n(Joint::dash)},
    {"a", number, 1},
    {"after", word, n(Joint::after)},
    {"afternoon", daypart, 0},
    {"ago", ago, 0},
    {"an", number, 1},
    {"and", word, n(Joint::and_)},
    {"anniversary", anniversary, 0},
    {"apr.", unsure_month, 4, true},
    {"april", month, 4, true},
    {"aug.", unsure_month, 8, true},
    {"august", month, 8, true},
    {"autumn", season, n(Season::autumn)},
    {"before", word, n(Joint::before)},
    {"beginning", word, n(Joint::start)},
    {"between", word, n(Joint::between)},
    {"by", word, n(Joint::by)},
    {"centuries", unit, n(Unit::century)},
    {"century", unit, n(Unit::century)},
    {"coming", next, 0},
    {"couple", number, 2},
    {"current", this_, 0},
    {"day", unit, n(Unit::day)},
    {"days", unit, n(Unit::day)},
    {"dec.", unsure_month, 12, true},
    {"decade", unit, n(Unit::decade)},
    {"decades", unit, n(Unit::decade)},
    {"december", month, 12, true},
    {"earlier", earlier, 0},
    {"early", edge, n(Edge::early)},
    {"eight", number, 8},
    {"eighth", ordinal, 8},
    {"eleven", number, 11},
    {"end", word, n(Joint::end)},
    {"eve", word, n(Joint::eve)},
    {"evening", daypart, 0},
    {"fall", season, n(Season::autumn)},
    {"feb.", unsure_month, 2, true},
    {"february", month, 2, true},
    {"few", some, 0},
    {"fifteen", number, 15},
    {"fifth", ordinal, 5},
    {"first", ordinal, 1},
    {"five", number, 5},
    {"following", following, 0},
    {"fortnight", unit, n(Unit::fortnight)},
    {"four", number, 4},
    {"fourth", ordinal, 4},
    {"fri.", weekday, 4, true},
    {"friday", weekday, 4, true},
    {"from", word, n(Joint::from)},
    {"half", quarter, 2},
    {"hour", unit, n(Unit::hour)},
    {"hours", unit, n(Unit::hour)},
    {"in", word, n(Joint::in)},
    {"jan.", unsure_month, 1, true},
    {"january", month, 1, true},
    {"jul.", unsure_month, 7, true},
    {"july", month, 7, true},
    {"jun.", unsure_month, 6, true},
    {"june", month, 6, true},
    {"last", last, 0},
    {"late", edge, n(Edge::late)},
    {"later", later, 0},
    {"many", some, 0},
    {"mar.", unsure_month, 3, true},
    {"march", unsure_month, 3, true},
    {"may", unsure_month, 5, true},
    {"mid", edge, n(Edge::middle)},
    {"minute", unit, n(Unit::minute)},
    {"minutes", unit, n(Unit::minute)},
    {"mon.", weekday, 0, true},
    {"monday", weekday, 0, true},
    {"month", unit, n(Unit::month)},
    {"months", unit, n(Unit::month)},
    {"morning", daypart, 0},
    {"next", next, 0},
    {"night", daypart, 0},
    {"nine", number, 9},
    {"ninth", ordinal, 9},
    {"nov.", unsure_month, 11, true},
    {"november", month, 11, true},
    {"oct.", unsure_month, 10, true},
    {"october", month, 10, true},
    {"of", word, n(Joint::of)},
    {"on", word, n(Joint::on)},
    {"one", number, 1},
    {"overnight", overnight, 0},
    {"past", last, 0},
    {"preceding", previous, 0},
    {"previous", previous, 0},
    {"quarter", quarter, 4},
    {"recent", recent, 0},
    {"same", same, 0},
    {"sat.", weekday, 5, true},
    {"saturday", weekday, 5, true},
    {"second", ordinal, 2},
    {"sep.", unsure_month, 9, true},
    {"sept.", unsure_month, 9, true},
    {"september", month, 9, true},
    {"seven", number, 7},
    {"seventh", ordinal, 7},
    {"several", some, 0},
    {"since", word, n(Joint::since)},
    {"six", number, 6},
    {"sixth", ordinal, 6},
    {"spring", season, n(Season::spring)},
    {"start", word, n(Joint::start)},
    {"summer", season, n(Season::summer)},
    {"sun.", weekday, 6, true},
    {"sunday", weekday, 6, true},
    {"ten", number, 10},
    {"tenth", ordinal, 10},
    {"that", same, 1},
    {"the", word, n(Joint::the)},
    {"third", ordinal, 3},
    {"this", this_, 0},
    {"three", number, 3},
    {"through", word, n(Joint::until)},
    {"thu.", weekday, 3, true},
    {"thurs.", weekday, 3, true},
    {"thursday", weekday, 3, true},
    {"till", word, n(Joint::until)},
    {"to", word, n(Joint::to)},
    {"today", deictic, 0},
    {"tomorrow", deictic, 1},
    {"tonight", deictic, 0},
    {"tue.", weekday, 1, true},
    {"tues.", weekday, 1, true},
    {"tuesday", weekday, 1, true},
    {"twelve", number, 12},
    {"twenty", number, 20},
    {"two", number, 2},
    {"until", word, n(Joint::until)},
    {"upcoming", next, 0},
    {"wed.", weekday, 2, true},
    {"wednesday", weekday, 2, true},
    {"week", unit, n(Unit::week)},
    {"weekend", weekend, 0},
    {"weeks", unit, n(Unit::week)},
    {"winter", season, n(Season::winter)},
    {"within", word, n(Joint::within)},
    {"year", unit, n(Unit::year)},
    {"years", unit, n(Unit::year)},
    {"yesterday", deictic, -1},
    {"\xE2\x80\x93", word, n(Joint::dash)},
    {"\xE2\x80\x94", word, n(Joint::dash)},
});
static_assert(std::is_sorted(kWords.begin(), kWords.end(), [](auto& a, auto& b) { return a.word < b.word; }));
constexpr std::size_t kLongest = 11;
constexpr std::string_view kMiddle = "mid-";

// Where the words that begin with each byte begin, and where the last of them end.
constexpr auto kStarts = [] {
  std::array<std::uint8_t, 257> starts{};
  static_assert(kWords.size() < 256);
  for (const Entry& e : kWords) ++starts[static_cast<unsigned char>(e.word[0]) + 1U];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] = static_cast<std::uint8_t>(starts[i] + starts[i - 1]);
  return starts;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

TimeWord from_digits(std::string_view form) {
  std::size_t digits = 0;
  std::int32_t value = 0;
  while (digits < form.size() && digits < 5 && is_digit(form[digits])) value = value * 10 + (form[digits++] - '0');
  const std::string_view rest = form.substr(digits);
  if (rest.empty()) {
    // News tells of no year before these; smaller numbers count ("1150 inmates").
    if (digits == 4 && value >= 1700 && value <= 2100) return {year, value};
    return digits <= 3 ? TimeWord{number, value, true} : TimeWord{};
  }
  if (digits <= 2 && value >= 1 && value <= 31 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
    return {day_number, value};
  }
  if (digits == 4 && value % 10 == 0 && value >= 1000 && value <= 2100 && (rest == "s" || rest == "'s"))
    return {decade, value};
  if (form.size() == 10 && digits == 4) {
    if (const auto date = parse_date(form)) return {iso_date, date->days};
  }
  return {};
}

}  // namespace

TimeWord time_word(std::string_view form) {
  // "Tuesday's", where the tokens were not parted.
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
    if (form.size() > ending.size() + 2 && form.ends_with(ending)) form.remove_suffix(ending.size());
  }
  if (form.empty()) return {};
  if (form.size() > kMiddle.size() + 2 && (form.starts_with("mid-") || form.starts_with("Mid-"))) {
    TimeWord rest = time_word(form.substr(kMiddle.size()));
    const bool stretch = rest.is(month) || rest.is(unsure_month) || rest.is(year) || rest.is(decade);
    if (!stretch) return {};
    if (rest.is(unsure_month)) rest.kind = month;
    rest.middle = true;
    return rest;
  }
  if (is_digit(form[0])) return from_digits(form);
  if (form.size() > kLongest) return {};
  char buffer[kLongest];
  for (std::size_t i = 0; i < form.size(); ++i) {
    buffer[i] = form[i] >= 'A' && form[i] <= 'Z' ? static_cast<char>(form[i] + ('a' - 'A')) : form[i];
  }
  const std::string_view low(buffer, form.size());
  const auto first = static_cast<unsigned char>(low[0]);
  const auto last = kWords.begin() + kStarts[first + 1U];
  const auto at = std::find_if(kWords.begin() + kStarts[first], last, [&](const Entry& e) { return e.word == low; });
  if (at == last) return {};
  if (at->capital && low[0] == form[0]) return {};
  return {at->kind, at->value};
}

}  // namespace masudi::coding
