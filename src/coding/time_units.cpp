// SPDX-License-Identifier: Apache-2.0
#include "coding/time_units.h"

#include "coding/calendar.h"

namespace masudi::coding {

int length_of(Unit u) {
  switch (u) {
    case Unit::minute:
    case Unit::hour: return 0;
    case Unit::day: return 1;
    case Unit::week: return 7;
    case Unit::fortnight: return 14;
    case Unit::month: return 30;
    case Unit::year: return 365;
    case Unit::decade: return 3652;
    case Unit::century: return 36524;
  }
  return 0;
}

Date shift(Date day, Unit u, int count) {
  switch (u) {
    case Unit::minute: return day;
    case Unit::hour: return day + count / 24;
    case Unit::month: return add_months(day, count);
    case Unit::year: return add_months(day, 12 * count);
    case Unit::decade: return add_months(day, 120 * count);
    case Unit::century: return add_months(day, 1200 * count);
    default: return day + count * length_of(u);
  }
}

}  // namespace masudi::coding
