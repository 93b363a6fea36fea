// SPDX-License-Identifier: Apache-2.0
#include "coding/numbers.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;  // larger numbers count nothing in the news

struct Entry {
  std::string_view word;
  std::int64_t value;
};

constexpr auto kUnits = std::to_array<Entry>({
    {"eight", 8},    {"eighteen", 18}, {"eighty", 80}, {"eleven", 11},    {"fifteen", 15}, {"fifty", 50},
    {"five", 5},     {"forty", 40},    {"four", 4},    {"fourteen", 14},  {"nine", 9},     {"nineteen", 19},
    {"ninety", 90},  {"one", 1},       {"seven", 7},   {"seventeen", 17}, {"seventy", 70}, {"six", 6},
    {"sixteen", 16}, {"sixty", 60},    {"ten", 10},    {"thirteen", 13},  {"thirty", 30},  {"three", 3},
    {"twelve", 12},  {"twenty", 20},   {"two", 2},     {"zero", 0},
});
static_assert(std::ranges::is_sorted(kUnits, {}, &Entry::word));

constexpr auto kScales = std::to_array<Entry>({
    {"billion", 1'000'000'000},
    {"dozen", 12},
    {"hundred", 100},
    {"million", 1'000'000},
    {"score", 20},
    {"thousand", 1'000},
});

// Nouns in the plural that count: what two of them make.
constexpr auto kPlurals = std::to_array<Entry>({
    {"billions", 2'000'000'000},
    {"dozens", 24},
    {"hundreds", 200},
    {"millions", 2'000'000},
    {"scores", 40},
    {"tens", 20},
    {"thousands", 2'000},
});

template <std::size_t N>
std::optional<std::int64_t> value_in(const std::array<Entry, N>& table, std::string_view word) {
  for (const Entry& e : table) {
    if (e.word.size() != word.size()) continue;
    const bool same = std::equal(e.word.begin(), e.word.end(), word.begin(),
                                 [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    if (same) return e.value;
  }
  return std::nullopt;
}

std::string_view low(std::string_view word, char (&buffer)[16]) {
  if (word.size() > sizeof buffer) return {};
  std::transform(word.begin(), word.end(), buffer,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return {buffer, word.size()};
}

// "12", "1,500", "2.5" with how many decimals; false for anything else in the word.
bool read_digits(std::string_view form, double& value) {
  value = 0;
  double decimal = 0;
  if (form.empty() || form[0] < '0' || form[0] > '9') return false;
  int group = -1;  // digits since the last comma
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    if (c >= '0' && c <= '9') {
      if (decimal > 0)
        value += (c - '0') * decimal, decimal /= 10;
      else
        value = value * 10 + (c - '0');
      if (group >= 0 && decimal == 0) ++group;
    } else if (c == ',' && decimal == 0 && i + 3 < form.size() && (group == -1 || group == 3)) {
      group = 0;
    } else if (c == '.' && decimal == 0 && i + 1 < form.size()) {
      decimal = 0.1;
    } else {
      return false;
    }
    if (value > static_cast<double>(kMost)) return false;
  }
  return group <= 0 || group == 3;
}

// "forty-two" as one token.
std::optional<std::int64_t> unit_word(std::string_view form) {
  if (const auto v = value_in(kUnits, form)) return v;
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto tens = value_in(kUnits, form.substr(0, hyphen)), ones = value_in(kUnits, form.substr(hyphen + 1));
  if (!tens || !ones || *tens < 20 || *ones > 9 || *ones == 0) return std::nullopt;
  return *tens + *ones;
}

bool is_dash(std::string_view form) { return form == "-" || form == "\xE2\x80\x93"; }

}  // namespace

bool counts(std::string_view lemma) {
  return value_in(kScales, lemma).has_value() || value_in(kPlurals, lemma).has_value() || lemma == "ten" ||
         lemma == "pair" || lemma == "total" || lemma == "couple";
}

std::optional<std::int64_t> number_at(const Tree& tree, TokenIndex t, TokenIndex end, TokenIndex& last) {
  std::int64_t total = 0;  // thousands and millions done with
  double part = 0;         // what is being read
  bool any = false;
  const TokenIndex start = t;
  while (t < end) {
    const std::string_view form = tree.form(t);
    double digits = 0;
    if (read_digits(form, digits)) {
      if (any) break;
      part = digits, any = true, ++t;
    } else if (const auto unit = unit_word(form)) {
      const auto before = static_cast<std::int64_t>(part);
      const bool fits = !any || (*unit < 10 && before % 100 >= 20 && before % 10 == 0) ||
                        (before > 0 && before % 100 == 0 && *unit < 100);
      if (!fits) break;
      part += static_cast<double>(*unit), any = true, ++t;
    } else if (const auto scale = value_in(kScales, form); scale && (any || t + 1 <= end)) {
      if (!any) {
        // "a dozen", "hundred": one of them, where an article stands before.
        if (t > start || t == 0 || (tree.lemma(t - 1) != "a" && *scale != 12)) break;
        part = 1;
      }
      any = true, ++t;
      if (*scale <= 100)
        part *= static_cast<double>(*scale);
      else
        total += static_cast<std::int64_t>(part * static_cast<double>(*scale) + 0.5), part = 0;
    } else if (any && form == "and" && t + 1 < end && total + static_cast<std::int64_t>(part) >= 100 &&
               unit_word(tree.form(t + 1)) && static_cast<std::int64_t>(part) % 100 == 0) {
      ++t;  // "two hundred and fifty"
    } else if (any && is_dash(form) && t + 1 < end && static_cast<std::int64_t>(part) % 10 == 0 && part >= 20 &&
               part < 100 && unit_word(tree.form(t - 1)) && unit_word(tree.form(t + 1)).value_or(10) < 10) {
      ++t;  // "forty - two" in three tokens
    } else {
      break;
    }
    if (total > kMost || part > static_cast<double>(kMost)) return std::nullopt;
  }
  if (!any) return std::nullopt;
  last = t;
  return total + static_cast<std::int64_t>(part + 0.5);
}

namespace {

// What the words before a number make of it.
void bound(const Tree& tree, TokenIndex from, TokenIndex& first, Range& range) {
  char buffer[3][16];
  const auto back = [&](TokenIndex n) {
    return first >= from + n ? low(tree.form(first - n), buffer[n - 1]) : std::string_view{};
  };
  const std::string_view one = back(1), two = back(2), three = back(3);
  const auto low_end = [&](TokenIndex n) { range.high.reset(), first -= n; };
  const auto high_end = [&](TokenIndex n) { range.low.reset(), first -= n; };
  if (two == "at" && one == "least") return low_end(2);
  if (two == "at" && one == "most") return high_end(2);
  if (one == "than") {
    if (two == "more" || two == "greater") return three == "no" || three == "not" ? high_end(3) : low_end(2);
    if (two == "fewer" || two == "less") return three == "no" || three == "not" ? low_end(3) : high_end(2);
  }
  if (one == "over" || one == "above" || one == "exceeding") return low_end(1);
  if (two == "upwards" && one == "of") return low_end(2);
  if (two == "up" && one == "to") return high_end(2);
  if (three == "as" && (two == "many" || two == "few") && one == "as") return two == "many" ? high_end(3) : low_end(3);
  if (one == "under" || one == "below") return high_end(1);
}

std::optional<Range> vague(const Tree& tree, TokenIndex t, TokenIndex end, TokenIndex& last) {
  const std::string_view form = tree.form(t);
  if (const auto two = value_in(kPlurals, form)) {
    std::int64_t value = *two;
    last = t + 1;
    // "tens of thousands", "hundreds of millions".
    if (last + 1 < end && tree.form(last) == "of") {
      const auto of = value_in(kPlurals, tree.form(last + 1));
      if (of && *of >= 2000) value *= *of / 2, last += 2;
    }
    return Range{value, std::nullopt};
  }
  last = t + 1;
  char buffer[16];
  const std::string_view word = low(form, buffer);
  if (word == "several") return Range{2, std::nullopt};
  if (word == "few" && t > 0 && tree.lemma(t - 1) == "a") return Range{2, std::nullopt};
  if (word == "couple" || word == "pair" || word == "both" || word == "twin") return Range{2, 2};
  return std::nullopt;
}

}  // namespace

std::optional<NumberPhrase> count_phrase(const Tree& tree, TokenIndex from, TokenIndex end) {
  for (TokenIndex t = from; t < end; ++t) {
    NumberPhrase phrase{t, t, {}};
    if (const auto range = vague(tree, t, end, phrase.last)) {
      phrase.range = *range;
    } else if (const auto number = number_at(tree, t, end, phrase.last)) {
      phrase.range = {*number, *number};
      // "20 to 30", "20-30", "between 20 and 30".
      TokenIndex second = phrase.last;
      if (second + 1 < end) {
        const std::string_view joint = tree.form(second);
        const bool between = t > from && tree.lemma(t - 1) == "between" && joint == "and";
        if (is_dash(joint) || joint == "to" || between || joint == "or") {
          if (const auto high = number_at(tree, second + 1, end, second); high && *high > *number)
            phrase.range.high = high, phrase.last = second;
        }
      }
      if (phrase.last + 1 < end && tree.form(phrase.last) == "or" && tree.form(phrase.last + 1) == "more")
        phrase.range.high.reset(), phrase.last += 2;
    } else {
      // "20-30" as one token.
      const std::string_view form = tree.form(t);
      const std::size_t hyphen = form.find('-');
      double a = 0, b = 0;
      if (hyphen == std::string_view::npos || !read_digits(form.substr(0, hyphen), a) ||
          !read_digits(form.substr(hyphen + 1), b) || b <= a)
        continue;
      phrase.range = {static_cast<std::int64_t>(a), static_cast<std::int64_t>(b)};
      phrase.last = t + 1;
    }
    bound(tree, from, phrase.first, phrase.range);
    return phrase;
  }
  return std::nullopt;
}

}  // namespace masudi::coding
