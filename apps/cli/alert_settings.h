// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "query/filter_words.h"

namespace masudi::cli {

// The choices for masudi alert, as they were written.
struct AlertSettings {
  std::string store;
  std::string name;
  query::FilterWords filter;
  std::string dyad;
  bool is_new = false;
  std::string count, within, times, against, of, at_least;
  std::vector<std::string> webhooks, commands;
  std::string as_of;
  bool allow_private = false;
  bool retry = false;
};

}  // namespace masudi::cli
