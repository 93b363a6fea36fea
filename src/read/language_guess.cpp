// SPDX-License-Identifier: Apache-2.0
#include "read/language_guess.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace masudi::read {
namespace {

constexpr std::size_t kMostBytes = 20'000;  // of a text that are looked at
constexpr std::size_t kFewestWords = 12;    // below which nothing is said

// The most frequent function words, between blanks; those that English shares are left out of the others' lists.
struct Profile {
  const char* code;
  std::string_view words;
};
constexpr std::array<Profile, 12> kProfiles = {{
    {"en",
     " the of and to in a that is was for on with as by at from it his her he she they were has had have be are said "
     "not but which who this its an will would been their after or more than "},
    {"es",
     " el la los las de del que y en un una por con para su se no es al lo como fue ha sobre entre también según "},
    {"fr",
     " le la les des du de et en un une que qui dans pour sur pas au aux par avec est ont été ce cette selon mais "},
    {"de",
     " der die das und den dem des ein eine einen zu mit von im für auf ist nicht sich auch als nach bei wird hat "},
    {"it", " il lo gli della delle dei del di e che un una per con non sono è nel alla dal anche ha più come stato "},
    {"pt", " o os as de do da dos das que e em um uma para com não por se no na mais foi ao como segundo pelo pela "},
    {"nl", " de het een van en dat die niet met voor op zijn te er aan ook bij door naar heeft werd wordt maar uit "},
    {"sv", " och det att som en på är av för med till den har inte om ett sig han var från vid efter men enligt "},
    {"pl", " i w na z że się do nie jest to o jak po przez dla od który została oraz ale przed został są "},
    {"tr", " ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ancak göre ise oldu tarafından "},
    {"id",
     " yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh juga telah ke kepada karena adalah bahwa "},
    {"ro", " și în de la cu a fost pe din care nu este pentru au mai să că o un prin după ale "},
}};

struct Counts {
  std::size_t words = 0;
  std::size_t latin = 0, others = 0;  // letters
  std::array<std::size_t, kProfiles.size()> hits{};
};

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F); }
// Marks, punctuation and symbols are of no script. Vietnamese and other letters beyond count as Latin.
bool is_other_letter(char32_t c) {
  return (c >= 0x370 && c < 0x1E00) || (c >= 0x3040 && c < 0xA640) || (c >= 0xAC00 && c < 0xD7B0) || c >= 0x20000;
}

// In lower case as far as the letters of the profiles go.
char32_t folded(char32_t c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE)) return c + 0x20;
  return c;
}

void count_word(std::string& word, Counts& counts) {
  if (word.size() > 1) {
    ++counts.words;
    word += ' ';
    for (std::size_t at = 0; at < kProfiles.size(); ++at) {
      counts.hits[at] += kProfiles[at].words.find(word) != std::string_view::npos;
    }
  }
  word = " ";
}

Counts count(std::string_view text) {
  Counts counts;
  std::string word = " ";
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded next = utf8::decode(text, at);
    at += next.size;
    const char32_t c = next.code_point;
    if (is_latin(c)) {
      ++counts.latin;
      utf8::append(word, folded(c));
    } else {
      counts.others += is_other_letter(c);
      count_word(word, counts);
    }
  }
  count_word(word, counts);
  return counts;
}

}  // namespace

std::string guess_language(std::string_view text) {
  const Counts counts = count(text.substr(0, kMostBytes));
  constexpr std::size_t kFewLetters = 20;
  if (counts.others > counts.latin && counts.others >= kFewLetters) return "xx";
  if (counts.words < kFewestWords) return {};
  std::size_t best = 0;
  for (std::size_t at = 1; at < kProfiles.size(); ++at) {
    if (counts.hits[at] > counts.hits[best]) best = at;
  }
  // In running text of a language every third or fourth word is of its list; lists of names have few.
  const bool is_sure = counts.hits[best] * 10 >= counts.words;
  if (!is_sure) return counts.words >= 5 * kFewestWords ? "xx" : "";
  return kProfiles[best].code;
}

bool is_english(std::string_view text, std::string_view declared) {
  const std::string guess = guess_language(text);
  if (!guess.empty()) return guess == "en";
  return declared.empty() || declared.starts_with("en") || declared.starts_with("EN") || declared.starts_with("En");
}

}  // namespace masudi::read
