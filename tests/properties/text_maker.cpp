// SPDX-License-Identifier: Apache-2.0
#include "properties/text_maker.h"

#include <string_view>

#include "base/hash.h"

namespace masudi::properties {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPieces[] = {"the"sv,
                                        "Troops"sv,
                                        "left"sv,
                                        "U.S."sv,
                                        "Gov."sv,
                                        "don't"sv,
                                        "can’t"sv,
                                        "Iran's"sv,
                                        "cannot"sv,
                                        "gonna"sv,
                                        "dunno"sv,
                                        "all-girl"sv,
                                        "http://example.org/a?b=c"sv,
                                        "a@b.org"sv,
                                        "@handle"sv,
                                        "#tag"sv,
                                        "1,200.50"sv,
                                        "12:30"sv,
                                        "$5m"sv,
                                        "."sv,
                                        ","sv,
                                        "?"sv,
                                        "!"sv,
                                        "..."sv,
                                        "…"sv,
                                        ":"sv,
                                        ";"sv,
                                        "-"sv,
                                        "--"sv,
                                        "—"sv,
                                        "\""sv,
                                        "“"sv,
                                        "”"sv,
                                        "'"sv,
                                        "’"sv,
                                        "("sv,
                                        ")"sv,
                                        "["sv,
                                        "]"sv,
                                        "n't"sv,
                                        "'s"sv,
                                        "S"sv,
                                        "É"sv,
                                        "ßẞ"sv,
                                        "İ"sv,
                                        "東京"sv,
                                        "العربية"sv,
                                        "😀"sv,
                                        "e\u0301"sv,
                                        " "sv,
                                        " "sv,
                                        " "sv,
                                        " "sv,
                                        "\n"sv,
                                        "\n\n"sv,
                                        "\r\n"sv,
                                        "\t"sv,
                                        "\u00a0"sv,
                                        "\u2028"sv,
                                        "\u200b"sv,
                                        "\ufeff"sv,
                                        "\x01"sv,
                                        "\0"sv,
                                        "\x80"sv,
                                        "\xff"sv,
                                        "\xe2\x80"sv,
                                        "\xed\xa0\x80"sv,
                                        "\xf4\x90\x80\x80"sv,
                                        "____"sv,
                                        "%%"sv,
                                        "/"sv,
                                        "\\"sv};

constexpr std::string_view kSentences[] = {"The two governments signed a truce on Monday.",
                                           "Gunmen killed 12 people in the capital, police said.",
                                           "“We do not want war,” the minister told reporters.",
                                           "Rebels have seized three towns since Oct. 7.",
                                           "Who fired first isn't known.",
                                           "The U.N. sent 1,200 observers to the north-eastern border.",
                                           "Talks go on\n",
                                           "Mr. Lee, who can't travel, spoke by video link (from Geneva).",
                                           "\n\nMARKETS FALL AFTER STRIKES\n\n"};

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(hash_mix(kHashSeed, seed)) {}
  std::uint64_t below(std::uint64_t n) { return (state_ = hash_mix(state_, 1)) % n; }

 private:
  std::uint64_t state_;
};

}  // namespace

std::string strange_text(std::uint64_t seed, std::size_t pieces) {
  Numbers numbers(seed);
  std::string out;
  for (std::size_t i = 0; i < pieces; ++i) out += kPieces[numbers.below(std::size(kPieces))];
  return out;
}

std::string plain_text(std::uint64_t seed, std::size_t sentences) {
  Numbers numbers(seed);
  std::string out;
  for (std::size_t i = 0; i < sentences; ++i) (out += kSentences[numbers.below(std::size(kSentences))]) += ' ';
  return out;
}

}  // namespace masudi::properties
