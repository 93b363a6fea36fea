// SPDX-License-Identifier: Apache-2.0
#include "countries.h"

namespace masudi::cli {
namespace {

// "255 1990-10-03..; 260": the code that holds without dates, else the first.
std::string plain_code(std::string_view codes) {
  std::string first;
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(';'), codes.size());
    std::string_view one = codes.substr(0, end);
    codes.remove_prefix(std::min(end + 1, codes.size()));
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    const std::string code(one.substr(0, one.find(' ')));
    if (one.find(' ') == std::string_view::npos) return code;
    if (first.empty()) first = code;
  }
  return first;
}

}  // namespace

format::Countries countries_of(const knowledge::Knowledge& knowledge) {
  format::Countries out;
  for (const knowledge::CountryRecord& country : knowledge.countries()) {
    const auto text = [&](knowledge::StringRef ref) { return std::string(knowledge.text(ref)); };
    out.add(text(country.code),
            {text(country.name), text(country.fips), text(country.cameo), plain_code(knowledge.text(country.cow))});
  }
  return out;
}

}  // namespace masudi::cli
