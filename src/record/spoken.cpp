// SPDX-License-Identifier: Apache-2.0
#include "record/spoken.h"

#include <algorithm>
#include <array>
#include <vector>

#include "record/words.h"

namespace masudi::record {
namespace {

struct Word {
  std::string text;  // as it stands
  std::string folded;
};

// The words between blanks, with the signs that hang on them.
std::vector<Word> split(std::string_view text) {
  std::vector<Word> out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n\t"), text.size());
    if (end > 0) out.push_back({std::string(text.substr(0, end)), folded(text.substr(0, end))});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 10> kSaying = {"said",  "says",   "reported", "reports",   "posted",
                                                      "wrote", "writes", "told",     "announced", "confirmed"};

struct Guess {
  std::string_view sector;
  std::array<std::string_view, 12> words;
};

// Words that say what a voice is, the most telling first.
constexpr std::array<Guess, 5> kGuesses = {{
    {"CVL",
     {"witness", "witnesses", "resident", "residents", "villagers", "relatives", "family", "people", "neighbours",
      "locals", "survivors", "passengers"}},
    {"COP", {"police", "policeman", "policemen", "gendarmerie"}},
    {"MIL", {"army", "military", "navy", "troops", "commander", "soldiers", "idf", "guard", "guards"}},
    {"JUD", {"court", "prosecutor", "prosecutors", "judge", "investigators"}},
    {"GOV",
     {"official", "officials", "ministry", "minister", "government", "governor", "mayor", "president", "office",
      "authorities", "department", "treasury"}},
}};

std::string guess_sector(const std::vector<Word>& words) {
  for (const Guess& guess : kGuesses) {
    for (const Word& word : words) {
      if (!word.folded.empty() && is_one_of(word.folded, guess.words)) return std::string(guess.sector);
    }
  }
  return {};
}

bool is_capital(const Word& word) { return !word.text.empty() && word.text[0] >= 'A' && word.text[0] <= 'Z'; }

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == '"')) text.pop_back();
  return text;
}

// None if the words are no voice: neither a word for one nor a name.
std::optional<Teller> teller(const std::vector<Word>& words, const std::string& cue, bool opens_sentence) {
  if (words.empty() || words.size() > 10) return std::nullopt;
  Teller out;
  for (const Word& word : words) out.who.words += (out.who.words.empty() ? "" : " ") + word.text;
  out.who.words = trimmed(out.who.words);
  out.cue = cue;
  out.who.sector = guess_sector(words);
  if (!out.who.sector.empty()) return out;
  const bool is_name = is_capital(words.back()) && (!opens_sentence || words.size() > 1);
  if (!is_name) return std::nullopt;
  out.who.name = out.who.words;
  if (cue == "reported" || cue == "reports" || cue == "posted") out.who.sector = "JRN";
  return out;
}

bool ends_clause(const Word& word) { return word.text.back() == ',' || word.text.ends_with(",\""); }

// The place after the last comma before `before`.
std::size_t clause_start(const std::vector<Word>& words, std::size_t before) {
  while (before > 0 && !ends_clause(words[before - 1])) --before;
  return before;
}

std::vector<Word> part(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

// "according to a police officer who asked not to be named": up to the relative clause.
std::optional<Teller> after_according(const std::vector<Word>& words, std::size_t begin) {
  std::size_t end = begin;
  while (end < words.size() && words[end].folded != "who" && words[end].folded != "which") {
    if (ends_clause(words[end++])) break;
  }
  return teller(part(words, begin, end), "according", false);
}

}  // namespace

std::optional<Teller> spoken_by(std::string_view sentence) {
  const std::vector<Word> words = split(sentence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].folded == "according" && i + 2 < words.size() && words[i + 1].folded == "to")
      return after_according(words, i + 2);
    if (i == 0 || !is_one_of(words[i].folded, kSaying)) continue;
    const std::size_t begin = clause_start(words, i);
    const bool closes = begin > 0 && i + 6 >= words.size();
    const bool opens = begin == 0 && i <= 4;
    if (closes || opens) return teller(part(words, begin, i), words[i].folded, opens);
  }
  return std::nullopt;
}

std::optional<Date> day_said(std::string_view sentence, Date published) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  std::optional<Date> out;
  for (WordWalk walk(sentence); walk.next();) {
    const auto at = std::find(kDays.begin(), kDays.end(), walk.word());
    std::optional<Date> day;
    if (walk.word() == "yesterday") day = published - 1;
    if (at != kDays.end())
      day = published - (static_cast<int>(weekday(published)) - static_cast<int>(at - kDays.begin()) + 7) % 7;
    if (day && out && *day != *out) return std::nullopt;
    if (day) out = day;
  }
  return out;
}

std::string denied_by(std::string_view sentence, std::size_t at) {
  constexpr std::array<std::string_view, 3> kDenying = {"denied", "denies", "deny"};
  const std::vector<Word> words = split(sentence.substr(0, at));
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_one_of(words[i].folded, kDenying)) continue;
    std::string who;
    for (std::size_t w = clause_start(words, i); w < i; ++w) {
      if (words[w].folded != "has" && words[w].folded != "have") who += (who.empty() ? "" : " ") + words[w].text;
    }
    return who;
  }
  return {};
}

}  // namespace masudi::record
