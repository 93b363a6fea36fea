// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "coding/context.h"

namespace masudi::coding {

// A time that the text names, resolved against the publication day: tokens [first, last), days [from, to].
struct TimeMention {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;  // in the tree
  Date from;
  Date to;
};

// The days of one document.
class Times {
 public:
  void read(const Context& context);

  std::span<const TimeMention> all() const { return times_; }  // in the order of the text
  // The time said of what is told at `trigger`: attached to it or to its clause in the tree. None where nothing is said.
  std::optional<TimeMention> of_event(const Context& context, TokenIndex trigger) const;

 private:
  std::vector<TimeMention> times_;
};

}  // namespace masudi::coding
