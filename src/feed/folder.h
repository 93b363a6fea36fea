// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace masudi::feed {

// A file that lies in a watched folder.
struct FolderFile {
  std::string name;
  std::string path;
  std::int64_t state = 0;  // of size and time of change: another state, and it is read again
};

// The texts, JSONL files and pages in a folder (not in folders below), by name. Hidden files are passed over, files
// that end in .part or .tmp, and files that were changed within the last two seconds, for they may still be written to.
Result<std::vector<FolderFile>> files_in(const std::string& folder);

bool is_web_page(const std::string& path);  // by its ending

}  // namespace masudi::feed
