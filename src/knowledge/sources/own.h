// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"

// A person's own files beside our knowledge: dictionaries of PETRARCH and TABARI, or sources in our own format.
namespace masudi::knowledge {

struct OwnKnowledge {
  Knowledge knowledge;                // ours and theirs; theirs wins where both know a name
  std::vector<std::string> problems;  // "FILE:LINE: what is wrong"; such lines are left out
  std::size_t left_out = 0;           // lines that ask for what masudi has not
};

// An error where a file cannot be read at all.
Result<OwnKnowledge> load_beside(const Knowledge& base, const std::vector<std::string>& files);

struct Checked {
  std::string what;  // "actor dictionary", "people"
  std::vector<std::string> problems;
  std::size_t left_out = 0;
  std::size_t known = 0;  // names, roles, places, triggers that it adds
};

// Reads one file as the compiler would, and says what is wrong with it.
Result<Checked> check_file(const Knowledge& base, const std::string& file);

}  // namespace masudi::knowledge
