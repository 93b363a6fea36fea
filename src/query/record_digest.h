// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/store.h"

namespace masudi::query {

// Tells one state of the record of incidents from another, and which incidents differ.
struct RecordDigest {
  struct Entry {
    std::int64_t number;  // incident_id
    std::uint64_t hash;   // of its row and the numbers of its mentions

    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries;  // by number

  // The same for the same content, in every process: 16 hexadecimal digits.
  std::string revision() const;
};

// Reads every incident's row: about a tenth of a second for a hundred thousand.
Result<RecordDigest> record_digest(const store::Store& store);

// The ids of incidents that are new or other than before, at most `limit`, in the order of their numbers.
Result<std::vector<std::string>> changed_incidents(const store::Store& store, const RecordDigest& before,
                                                   const RecordDigest& after, std::size_t limit);

}  // namespace masudi::query
