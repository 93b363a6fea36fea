// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace masudi::read {

// A time as a feed or page gives it.
struct Moment {
  Date day;                  // as written: the day at the place, whose clock the writer used
  std::int64_t seconds = 0;  // since 1970-01-01T00:00Z; midnight where no time is given, UTC where no zone is
  bool has_time = false;
  bool has_zone = false;
};

// Reads the times of feeds and pages: ISO 8601 ("2023-11-06T23:30:00+02:00", also without colons, time or zone), RFC
// 822 and RFC 850 ("Mon, 06 Nov 2023 23:30:00 +0200", "6-Nov-23 11:30 PM EST") with what writers make of them (wrong or
// no weekday, full names of months, two digits of year, no seconds), and "November 6, 2023". Numbers alone with slashes
// are read only with the year first; 11/06/2023 could be two days. None for what is no time, or a day that does not
// exist.
std::optional<Moment> parse_moment(std::string_view text);

}  // namespace masudi::read
