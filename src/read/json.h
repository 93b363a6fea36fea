// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/record.h"

namespace masudi::read {

// Makes a document of one line of JSONL: an object with `id`, `date`, `text` and, if it likes, `title`, `source`,
// `url`, `language`, `authors`. Other fields are passed over; null counts as absent. `where` names the line in
// messages.
Record json_document(std::string line, std::string_view where, const Options& options);

}  // namespace masudi::read
