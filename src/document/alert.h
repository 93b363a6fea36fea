// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace masudi {

// What a saved search had to tell on a day: that its condition came to hold, or what is new.
struct Alert {
  // An incident behind it, as it stood then.
  struct Behind {
    std::string id;
    std::string summary;  // one line
    std::int64_t reports = 0;
    std::int64_t origins = 0;
  };

  std::string id;               // the same each time it is delivered, and no other alert's of the store
  std::string search;           // the name of the saved search
  Date day;                     // the last day that was looked at
  std::optional<Date> from;     // the first, where a window of days was looked at
  std::string title;            // what there is to tell, in one line
  std::optional<double> value;  // of the window, where the condition counts
  std::optional<double> usual;  // what it was compared with
  std::int64_t incidents = 0;   // how many are behind it
  std::vector<Behind> behind;   // the latest of these
};

}  // namespace masudi
