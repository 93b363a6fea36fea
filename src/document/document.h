// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace masudi {

// One report as it came in. The text is UTF-8 (ill-formed bytes were replaced on reading) and never rewritten;
// everything found in it points into it by Span. Blank lines part paragraphs.
struct Document {
  std::string id;
  Date date;         // publication day
  std::string text;  // at most 4 GiB
  std::string title;
  std::string source;  // the outlet that publishes it
  std::string url;
  std::string language;
  std::vector<std::string> authors;
};

}  // namespace masudi
