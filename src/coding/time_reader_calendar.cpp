// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar: "Oct. 7", "7 October 2023", "early March", "from March 3 to 5", "the 2015 attack", "9/11".
#include <algorithm>

#include "coding/time_reader.h"

namespace masudi::coding {
namespace {

using enum TimeKind;

bool is_month(TimeWord w) { return w.is(month) || w.is(unsure_month); }

bool is_day(TimeWord w) { return (w.is(number) && w.digits && w.value >= 1 && w.value <= 31) || w.is(day_number); }

// "9-10" or "9–10" as one token.
bool day_range(std::string_view form, int& from, int& to) {
  int* into = &from;
  from = to = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] >= '0' && form[i] <= '9') {
      *into = *into * 10 + (form[i] - '0');
      if (*into > 31) return false;
    } else if (form[i] == '-' && into == &from) {
      into = &to;
    } else if (form.substr(i).starts_with("\xE2\x80\x93") && into == &from) {
      into = &to, i += 2;
    } else {
      return false;
    }
  }
  return from >= 1 && to > from;
}

}  // namespace

// "2023", ", 2023", "last year", "this year", "of last year": 0 where there is none.
int TimeReader::year_after(At i, At& last, Which& which) const {
  At at = i;
  if (w(at).is(Joint::comma)) ++at;
  if (w(at).is(year) && (at == i || !w(at + 1).is(unit))) return last = at + 1, w(at).value;
  at = i;
  if (w(at).is(Joint::of)) ++at;
  if (w(at).is(year)) return last = at + 1, w(at).value;
  if (w(at + 1).is(unit) && w(at + 1).value == static_cast<int>(Unit::year)) {
    const int back = w(at).is(TimeKind::last) ? -1 : w(at).is(next) ? 1 : 0;
    if (back != 0 || w(at).is(this_)) {
      which = Which::plain, last = at + 2;
      return split(published_).year + back;
    }
  }
  return 0;
}

// A month whose name is a common word as well needs company: a day, a year, a preposition of time.
bool TimeReader::month_is_sure(At i) const {
  if (w(i).is(month)) return true;
  if (form(i).back() == '.') return is_day(w(i + 1)) || w(i + 1).is(year) || is_day(before(i, 1));
  if (tree_.xpos(base_ + i) == Xpos::md || tree_.upos(base_ + i) == Upos::verb) return false;
  if (w(i + 1).is(year) || is_day(w(i + 1)) || is_day(before(i, 1))) return true;
  const bool owns = i + 1 < words_.size() && tree_.xpos(base_ + i + 1) == Xpos::pos;  // "May's raid"
  if (owns || (i > 0 && tree_.lemma(base_ + i - 1) == "during")) return true;
  int from = 0, to = 0;
  if (i + 1 < words_.size() && day_range(form(i + 1), from, to)) return true;
  const TimeWord b = before(i, 1);
  if (b.is(edge) || b.is(TimeKind::last) || b.is(this_) || b.is(next)) return true;
  if (b.is(Joint::dash)) return before(i, 2).is(edge);
  return b.is(Joint::in) || b.is(Joint::since) || b.is(Joint::until) || b.is(Joint::by) || b.is(Joint::from) ||
         b.is(Joint::between) || (b.is(Joint::to) && is_month(before(i, 2))) ||
         (b.is(Joint::of) && is_day(before(i, 2)));
}

// From a month on: "October 7th, 2023", "October", "March last year".
TimeReader::At TimeReader::date_from_month(At i, Stamp& out) const {
  out.month = w(i).value;
  At last = i + 1;
  if (is_day(w(last)) && !(w(last + 1).is(unit) || w(last + 1).is(ago))) out.day = w(last++).value;
  if (const int y = year_after(last, last, out.which); y != 0) out.year = y;
  return last;
}

// One date from `i` on; `i` itself where there is none.
TimeReader::At TimeReader::stamp(At i, Stamp& out) const {
  At at = i;
  if (w(at).is(Joint::the)) ++at;
  if (w(at).is(TimeKind::last) || w(at).is(this_) || w(at).is(next)) {
    out.which = w(at).is(TimeKind::last) ? Which::last : w(at).is(next) ? Which::next : Which::this_;
    ++at;
  }
  if (w(at).is(edge)) {
    out.edge = static_cast<Edge>(w(at).value), ++at;
    if (w(at).is(Joint::dash)) ++at;
    if (w(at).is(this_)) out.which = Which::this_, ++at;
    if (w(at).is(TimeKind::last)) out.which = Which::last, ++at;
  }
  if (w(at).middle) out.edge = Edge::middle;
  if (w(at).is(weekday)) {
    out.weekday = w(at).value;
    const At next_at = at + (w(at + 1).is(Joint::comma) ? 2 : 1);
    Stamp with = out;
    At end = next_at;
    if (is_month(w(next_at)) && is_day(w(next_at + 1))) {
      end = date_from_month(next_at, with);
    } else if (is_day(w(next_at)) && is_month(w(next_at + 1))) {
      with.day = w(next_at).value;
      with.month = w(next_at + 1).value;
      end = next_at + 2;
      if (const int y = year_after(end, end, with.which); y != 0) with.year = y;
    }
    if (end > next_at) return out = with, end;
    return at + (w(at + 1).is(daypart) ? 2 : 1);  // "Friday night"
  }
  if (is_month(w(at)) && month_is_sure(at)) return date_from_month(at, out);
  if (is_day(w(at)) && (is_month(w(at + 1)) || (w(at + 1).is(Joint::of) && is_month(w(at + 2))))) {
    const At m = at + (is_month(w(at + 1)) ? 1 : 2);
    out.day = w(at).value, out.month = w(m).value;
    At last = m + 1;
    if (const int y = year_after(last, last, out.which); y != 0) out.year = y;
    return last;
  }
  if (w(at).is(year) && (out.edge != Edge::whole || year_is_sure(at))) return out.year = w(at).value, at + 1;
  return i;
}

// A number of four digits is a year after a preposition of time, or before a noun with an article: "the 2015 attack".
bool TimeReader::year_is_sure(At i) const {
  const TokenIndex t = base_ + i;
  if (w(i + 1).is(unit)) return false;
  TimeWord b = before(i, 1);
  if (b.is(Joint::the)) b = before(i, 2);
  const bool modifies = tree_.relation(t) == Relation::nummod || tree_.relation(t) == Relation::compound;
  const bool plural = tree_.head(t) != kNoToken && tree_.xpos(tree_.head(t)) == Xpos::nns;
  if (!modifies && (b.is(Joint::in) || b.is(Joint::since) || b.is(Joint::until) || b.is(Joint::by) || b.is(Joint::of) ||
                    b.is(Joint::from) || b.is(Joint::between) || b.is(Joint::before) || b.is(Joint::after))) {
    return true;
  }
  if (w(i).value < 1800 || tree_.head(t) == kNoToken) return false;
  if (!modifies && tree_.relation(t) != Relation::nmod_unmarked) return false;
  if (tree_.head(t) < t) return false;
  if (i == 0) return false;
  // "the 2015 attacks", "a 2015 ban", "its 2004 report"; not "2015 people".
  const Upos article = tree_.upos(t - 1);
  const bool owned =
      article == Upos::det || tree_.relation(t - 1) == Relation::nmod_poss || tree_.xpos(t - 1) == Xpos::pos;
  return owned && (!plural || before(i, 1).is(Joint::the));
}

// Attacks that are known by their day: "the September 11 attacks". 0 for other days.
int TimeReader::known_year(const Stamp& day, At behind) const {
  if (behind < words_.size() && tree_.lemma(base_ + behind) == "terrorist") ++behind;
  if (behind >= words_.size() || tree_.lemma(base_ + behind) != "attack") return 0;
  if (day.month == 9 && day.day == 11) return published_ >= *make_date(2001, 9, 11) ? 2001 : 0;
  if (day.month == 10 && day.day == 7) return published_ >= *make_date(2023, 10, 7) ? 2023 : 0;
  return 0;
}

// "4 to 6 May", "19–22 July 2021", "between 3 and 5 March".
std::optional<TimeReader::Found> TimeReader::days_before_month(At i) const {
  Stamp a, b;
  At at = i;
  if (is_day(w(i)) && is_day(w(i + 2)) &&
      (w(i + 1).is(Joint::to) || w(i + 1).is(Joint::dash) || w(i + 1).is(Joint::until) || w(i + 1).is(Joint::and_))) {
    a.day = w(i).value, b.day = w(i + 2).value, at = i + 3;
  } else if (i < words_.size() && day_range(form(i), a.day, b.day)) {
    at = i + 1;
  }
  if (at == i || b.day <= a.day || !is_month(w(at))) return std::nullopt;
  a.month = b.month = w(at).value;
  At last = at + 1;
  if (const int y = year_after(last, last, b.which); y != 0) a.year = b.year = y;
  const auto from = resolve(a, published_, tense(i)), to = resolve(b, published_, tense(i));
  if (!from || !to || to->to < from->from || to->to - from->from > (w(i + 1).is(Joint::and_) ? 3 : 31))
    return std::nullopt;
  return Found{last, {from->from, to->to}};
}

std::optional<TimeReader::Found> TimeReader::calendar(At i) const {
  if (w(i).is(iso_date)) return Found{i + 1, day_only(Date{w(i).value})};
  if (w(i).is(year) && w(i + 1).is(Joint::dash) && w(i + 2).is(number) && w(i + 3).is(Joint::dash) &&
      w(i + 4).is(number)) {
    if (const auto day = make_date(w(i).value, w(i + 2).value, w(i + 4).value)) return Found{i + 5, day_only(*day)};
  }
  if (w(i).is(decade)) {
    const Days years = decade_of(w(i).value);
    return Found{i + 1, w(i).middle ? part_of(years, Edge::middle) : years};
  }
  if (w(i).is(edge) && w(i + 1).is(decade))
    return Found{i + 2, part_of(decade_of(w(i + 1).value), static_cast<Edge>(w(i).value))};
  if (w(i).is(Joint::the)) return std::nullopt;  // begins at the word after

  if (const auto days = days_before_month(i)) return days;
  Stamp a;
  At last = stamp(i, a);
  if (last == i) return std::nullopt;
  if (a.year == 0) a.year = known_year(a, last);
  const Tense when = tense(i);
  // A second date: "March 3 to 5", "between 2014 and 2016", "Thursday and Friday", "May 9-10".
  Stamp b;
  At end = last;
  int from = 0, to = 0;
  const TimeWord joint = w(last);
  TimeWord opener = before(i, 1);
  if (opener.is(Joint::the)) opener = before(i, 2);
  const bool opened = opener.is(Joint::from) || opener.is(Joint::between);
  if (a.month != 0 && a.day == 0 && last < words_.size() && day_range(form(last), from, to)) {
    a.day = from, b = a, b.day = to, end = last + 1;
    if (const int y = year_after(end, end, b.which); y != 0) a.year = b.year = y;
  } else if (joint.is(Joint::dash) || joint.is(Joint::until) || (joint.is(Joint::to) && (opened || a.has_day())) ||
             (joint.is(Joint::and_) && (opened || a.has_day()))) {
    if (a.day != 0 && is_day(w(last + 1)) && !is_month(w(last + 2)) && !w(last + 2).is(unit)) {
      b = a, b.day = w(last + 1).value, end = last + 2;
      if (const int y = year_after(end, end, b.which); y != 0) a.year = b.year = y;
    } else if (a.year != 0 && a.month == 0 && w(last + 1).is(year)) {
      b.year = w(last + 1).value, end = last + 2;
    } else if (const At second = stamp(last + 1, b); second > last + 1) {
      end = second;
      if (a.year == 0) a.year = b.year;
      if (b.which == Which::plain && a.which == Which::last && b.weekday >= 0) b.which = a.which;
    }
  } else if (a.month == 0 && a.year == 0 && a.weekday < 0) {
    return std::nullopt;
  }
  const auto first_days = resolve(a, published_, when);
  if (!first_days) return std::nullopt;
  if (end == last) return Found{last, *first_days};
  const auto second_days = resolve(b, published_, when);
  const bool enumerated = joint.is(Joint::and_) && !opened;
  if (!second_days || second_days->to < first_days->from || (enumerated && second_days->to - first_days->from > 3)) {
    return Found{last, *first_days};
  }
  return Found{end, {first_days->from, second_days->to}};
}

}  // namespace masudi::coding
