// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/date.h"
#include "record/digest.h"

namespace masudi::record {

// Types that may tell one happening belong to one family (a raid is told as COERCE and as ASSAULT); mentions of
// different families never meet. The number is 0..kEventTypeCount-1.
int family(EventType type);

// A mention as it is compared: with the day and the report it stands in.
struct Telling {
  const Mention& mention;
  Date published;
  std::uint32_t report;  // any number that tells reports apart
};

// How much speaks for two mentions telling one happening, in log-odds of the model of P. Fellegi and A. Sunter (A
// theory for record linkage, 1969): each part adds its weight, and above 0 the mentions are rather one happening than
// two. The weights are set by hand; docs/incidents.md has them.
struct Likeness {
  double kind = 0;  // type, modes, status
  double days = 0;
  double places = 0;
  double parties = 0;
  double figures = 0;
  double words = 0;

  double sum() const;
};

// None: they cannot be one happening (another family, days that are too far apart). Symmetric.
std::optional<Likeness> likeness(const Telling& a, const Telling& b);

// The parts.
std::optional<double> alike_days(const Telling& a, const Telling& b);
double alike_places(const Mention& a, const Mention& b);
double alike_parties(const Mention& a, const Mention& b);
double alike_figures(const Mention& a, const Mention& b);

// Whether two sectors may be two names of one party (an army and its government, rebels and militias).
bool sectors_meet(std::string_view a, std::string_view b);
// Whether the two are one and the same as far as can be told; an unnamed party of unknown country is nobody's equal.
bool same_party(const Who& a, const Who& b);
// Great-circle distance in kilometres.
double kilometres(std::pair<double, double> a, std::pair<double, double> b);

}  // namespace masudi::record
