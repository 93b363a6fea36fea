// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace masudi::read {

// One thing that was read: a document, or why it could not be read. A bad record does not stop those after it.
struct Record {
  Result<Document> document;
  std::vector<std::string> warnings;  // what was mended or looks wrong; the document is coded all the same
  std::uint64_t bytes_read = 0;       // of all input, up to and with this record
};

inline Record refuse(std::string message) { return {fail(std::move(message)), {}, 0}; }

struct Options {
  std::optional<Date> date;                         // day of documents that carry none
  std::string id;                                   // id of the one text that is read; empty: the name of its file
  std::size_t max_record_bytes = 32 * 1024 * 1024;  // a longer text or line is refused, not loaded
};

}  // namespace masudi::read
