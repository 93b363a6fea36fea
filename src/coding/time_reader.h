// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "coding/calendar.h"
#include "coding/time_stamp.h"
#include "coding/time_words.h"
#include "coding/tree.h"

namespace masudi::coding {

// How the days of a time expression stand to what happened.
enum class TimeRole : std::uint8_t {
  at,      // then, or within
  since,   // from then on, to the day of the report
  until,   // up to then
  bound,   // before, after: not the days of the thing itself
  length,  // "a two-day strike": so long, without a beginning
  vague,   // "in recent years", "months ago": which days is not told
};

// A time expression: tokens [first, last), days [days.from, days.to]. For a length `days` counts back
// from the report; for what is vague they are those that it can hardly be outside.
struct TimeReading {
  TokenIndex first;
  TokenIndex last;
  Days days;
  TimeRole role;
  bool anaphoric;  // counted from what was told before: "the next day"
};

// Reads the time expressions of one sentence by hand-written rules over its words. A view: cheap to make.
class TimeReader {
 public:
  // `words` are those of the tokens of the sentence, from `base` on.
  TimeReader(const Tree& tree, Date published, TokenIndex base, std::span<const TimeWord> words)
      : tree_(tree), published_(published), base_(base), words_(words) {}

  // The longest expression that begins at the token; none if there is none. `anchor`: the day told last, for "the next
  // day".
  std::optional<TimeReading> read(TokenIndex at, std::optional<Date> anchor) const;

 private:
  using At = std::uint32_t;  // index into words_
  struct Found {
    At last;
    Days days;
    bool anaphoric = false;
  };

  TimeWord w(At i) const { return i < words_.size() ? words_[i] : TimeWord{}; }
  TimeWord before(At i, At n) const { return i >= n ? words_[i - n] : TimeWord{}; }
  std::string_view form(At i) const { return tree_.form(base_ + i); }
  Tense tense(At i) const;
  int number_at(At i, At& last) const;
  int year_after(At i, At& last, Which& which) const;

  At stamp(At i, Stamp& out) const;
  At date_from_month(At i, Stamp& out) const;
  bool month_is_sure(At i) const;
  bool year_is_sure(At i) const;
  int known_year(const Stamp& day, At behind) const;

  std::optional<Found> calendar(At i) const;
  std::optional<Found> days_before_month(At i) const;
  std::optional<Found> day_word(At i, std::optional<Date> anchor) const;
  std::optional<Found> counted(At i, std::optional<Date> anchor) const;
  std::optional<Found> unit_after(At i, TimeWord how, std::optional<Date> anchor) const;
  std::optional<Found> part(At i) const;
  std::optional<Found> feast(At i) const;
  std::optional<Found> length(At i) const;
  std::optional<Found> row_of_days(At i) const;
  std::optional<Found> vague(At i) const;
  std::optional<Found> hours(At i, std::optional<Date> anchor) const;
  bool is_first_since(At since) const;
  bool is_put_off(At until) const;
  TimeRole role(At i, At last) const;

  const Tree& tree_;
  Date published_;
  TokenIndex base_;
  std::span<const TimeWord> words_;
};

}  // namespace masudi::coding
