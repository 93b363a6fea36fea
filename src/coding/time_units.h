// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.h"
#include "coding/time_words.h"

namespace masudi::coding {

// Counts larger than this are no dates in the news, and keep the arithmetic inside the calendar.
constexpr int kMostUnits = 999;

// The unit that a word of kind TimeKind::unit names.
inline Unit unit_of(TimeWord w) { return static_cast<Unit>(w.value); }

// In days, roughly; 0 for what is shorter than a day.
int length_of(Unit u);

// The day so many units from `day`; exact for months and years.
Date shift(Date day, Unit u, int count);

}  // namespace masudi::coding
