// SPDX-License-Identifier: Apache-2.0
#include "case.h"

#include <fmt/format.h>

#include <fstream>

namespace masudi::cases {

Result<std::vector<Case>> read_cases(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail(path + ": cannot be read");
  std::vector<Case> cases;
  std::string line;
  bool expects = false;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("# ")) continue;
    if (line.starts_with("== ")) {
      cases.push_back({line.substr(3), number, "", {}});
      expects = false;
    } else if (cases.empty()) {
      if (!line.empty()) return fail(fmt::format("{}:{}: a case begins with \"== NAME\"", path, number));
    } else if (line == "--") {
      expects = true;
    } else if (!expects) {
      cases.back().text += line + '\n';
    } else if (!line.empty()) {
      auto expectation = read_expectation(line);
      if (!expectation) return fail(fmt::format("{}:{}: {}", path, number, expectation.error().message));
      expectation->line = number;
      cases.back().expectations.push_back(std::move(*expectation));
    }
  }
  return cases;
}

}  // namespace masudi::cases
