// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "expectation.h"

namespace masudi::cases {

// A dispatch and what it must give. The format: tests/cases/README.md.
struct Case {
  std::string name;
  int line = 0;  // where it begins in its file, from 1
  std::string text;
  std::vector<Expectation> expectations;
};

Result<std::vector<Case>> read_cases(const std::string& path);

}  // namespace masudi::cases
