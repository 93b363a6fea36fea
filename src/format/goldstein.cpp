// SPDX-License-Identifier: Apache-2.0
#include "format/goldstein.h"

#include <algorithm>
#include <array>

namespace masudi::format {
namespace {

struct Score {
  std::string_view code;
  double value;
};

// Sorted. A code that is not listed has the score of the code that it is a part of.
constexpr std::array kScores = {
    Score{"01", 0.0},     Score{"011", -0.1},  Score{"012", -0.4}, Score{"013", 0.4},   Score{"016", -2.0},
    Score{"018", 3.4},    Score{"019", 3.4},   Score{"02", 3.0},   Score{"021", 3.4},   Score{"022", 3.2},
    Score{"023", 3.4},    Score{"024", -0.3},  Score{"025", -0.3}, Score{"026", 4.0},   Score{"027", 4.0},
    Score{"028", 4.0},    Score{"03", 4.0},    Score{"031", 5.2},  Score{"032", 4.5},   Score{"033", 5.2},
    Score{"0334", 6.0},   Score{"034", 7.0},   Score{"035", 7.0},  Score{"037", 5.0},   Score{"038", 7.0},
    Score{"039", 5.0},    Score{"04", 1.0},    Score{"042", 1.9},  Score{"043", 2.8},   Score{"044", 2.5},
    Score{"045", 5.0},    Score{"046", 7.0},   Score{"05", 3.5},   Score{"051", 3.4},   Score{"053", 3.8},
    Score{"054", 6.0},    Score{"055", 7.0},   Score{"056", 7.0},  Score{"057", 8.0},   Score{"06", 6.0},
    Score{"061", 6.4},    Score{"062", 7.4},   Score{"063", 7.4},  Score{"064", 7.0},   Score{"07", 7.0},
    Score{"071", 7.4},    Score{"072", 8.3},   Score{"073", 7.4},  Score{"074", 8.5},   Score{"08", 5.0},
    Score{"084", 7.0},    Score{"085", 7.0},   Score{"086", 9.0},  Score{"087", 9.0},   Score{"0874", 10.0},
    Score{"09", -2.0},    Score{"10", -5.0},   Score{"11", -2.0},  Score{"12", -4.0},   Score{"125", -5.0},
    Score{"126", -5.0},   Score{"127", -5.0},  Score{"128", -5.0}, Score{"129", -5.0},  Score{"13", -6.0},
    Score{"130", -4.4},   Score{"131", -5.8},  Score{"132", -5.8}, Score{"133", -5.8},  Score{"134", -5.8},
    Score{"135", -5.8},   Score{"136", -7.0},  Score{"137", -7.0}, Score{"138", -7.0},  Score{"139", -7.0},
    Score{"14", -6.5},    Score{"144", -7.5},  Score{"145", -7.5}, Score{"15", -7.2},   Score{"16", -4.0},
    Score{"162", -5.6},   Score{"163", -8.0},  Score{"164", -7.0}, Score{"165", -6.5},  Score{"166", -7.0},
    Score{"17", -7.0},    Score{"171", -9.2},  Score{"172", -5.0}, Score{"173", -5.0},  Score{"174", -5.0},
    Score{"175", -9.0},   Score{"18", -9.0},   Score{"182", -9.5}, Score{"1821", -9.0}, Score{"1822", -9.0},
    Score{"1823", -10.0}, Score{"183", -10.0}, Score{"184", -8.0}, Score{"185", -8.0},  Score{"186", -10.0},
    Score{"19", -10.0},   Score{"191", -9.5},  Score{"192", -9.5}, Score{"196", -9.5},  Score{"20", -10.0},
    Score{"201", -9.5},
};

}  // namespace

std::optional<double> goldstein(std::string_view cameo) {
  for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
    const auto at = std::lower_bound(kScores.begin(), kScores.end(), cameo,
                                     [](const Score& score, std::string_view code) { return score.code < code; });
    if (at != kScores.end() && at->code == cameo) return at->value;
  }
  return std::nullopt;
}

}  // namespace masudi::format
