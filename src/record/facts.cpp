// SPDX-License-Identifier: Apache-2.0
#include "record/facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "record/tellers.h"

namespace masudi::record {
namespace {

// Values with who gives them, in the order in which they first came.
class Votes {
 public:
  void give(const std::string& value, const std::string& by, const std::string& report) {
    const auto at =
        std::find_if(givens_.begin(), givens_.end(), [&](const Given& g) { return g.value == value && g.by == by; });
    Given& given = at != givens_.end() ? *at : givens_.emplace_back(Given{value, by, {}});
    const auto place = std::lower_bound(given.reports.begin(), given.reports.end(), report);
    if (place == given.reports.end() || *place != report) given.reports.insert(place, report);
  }
  std::vector<Given> take() { return std::move(givens_); }

 private:
  std::vector<Given> givens_;
};

// The key with the highest weight; the first that came if several have it. `first` is each key's first number.
template <class Key>
class Poll {
 public:
  void vote(const Key& key, int weight, std::uint32_t number) {
    Count& count = counts_.try_emplace(key, Count{0, number}).first->second;
    count.weight += weight;
  }
  bool empty() const { return counts_.empty(); }
  const Key& winner() const {
    const auto best = std::max_element(counts_.begin(), counts_.end(), [](const auto& a, const auto& b) {
      return a.second.weight != b.second.weight ? a.second.weight < b.second.weight : a.second.first > b.second.first;
    });
    return best->first;
  }

 private:
  struct Count {
    int weight;
    std::uint32_t first;
  };
  std::map<Key, Count> counts_;
};

std::string days_in_words(Date first, Date last) {
  return to_string(first) + (first == last ? "" : ".." + to_string(last));
}

void put_type(const Book& book, const std::vector<Said>& said, Incident& out) {
  Poll<EventType> types;
  for (const Said& one : said) types.vote(book.mention(one.mention).type, 1, one.mention);
  out.type = types.winner();
}

// A day that is said counts more than the day of the report, and a day more than a stretch.
void put_days(const Book& book, const std::vector<Said>& said, Incident& out) {
  Votes votes;
  Poll<std::pair<Date, Date>> days;
  for (const Said& one : said) {
    const Mention& m = book.mention(one.mention);
    const Digest& report = book.report_of(one.mention);
    const int weight = m.first != m.last ? 1 : m.first == report.published ? 2 : 4;
    days.vote({m.first, m.last}, weight, one.mention);
    votes.give(days_in_words(m.first, m.last), one.by, report.id);
  }
  out.first = days.winner().first;
  out.last = days.winner().second;
  out.dates = votes.take();
}

int exactness(Precision precision) {
  switch (precision) {
    case Precision::point:
    case Precision::city: return 100;
    case Precision::admin1: return 10;
    default: return 1;
  }
}

void put_places(const Book& book, const std::vector<Said>& said, Incident& out) {
  Votes votes;
  Poll<std::pair<std::string, std::string>> names;
  std::map<std::pair<std::string, std::string>, Spot> spots;
  for (const Said& one : said) {
    for (const Spot& spot : book.mention(one.mention).places) {
      names.vote({spot.name, spot.country}, exactness(spot.precision), one.mention);
      spots.try_emplace({spot.name, spot.country}, spot);
      votes.give(spot.name, one.by, book.report_of(one.mention).id);
    }
  }
  if (!names.empty()) out.place = spots.at(names.winner());
  out.places = votes.take();
}

// An open end stays open.
Range cover(const Range& a, const Range& b) {
  Range out;
  const auto low = [](const Range& r) { return r.low ? r.low : r.high; };
  if (low(a) && low(b)) out.low = std::min(*low(a), *low(b));
  const auto high = [](const Range& r) { return r.high ? r.high : r.low; };
  if (high(a) && high(b)) out.high = std::max(*high(a), *high(b));
  return out;
}

void put_figure(const Book& book, const std::vector<Said>& said, Measure measure, Incident& out) {
  Figure figure{measure, {}, {}, {}};
  Votes votes;
  bool any = false;
  for (const Said& one : said) {
    for (const Size& size : book.mention(one.mention).sizes) {
      if (size.measure != measure) continue;
      figure.best = size.range;
      figure.all = any ? cover(figure.all, size.range) : size.range;
      any = true;
      votes.give(in_words(size.range), one.by, book.report_of(one.mention).id);
    }
  }
  if (!any) return;
  figure.givens = votes.take();
  out.figures.push_back(std::move(figure));
}

// One party under several names is listed once, under its fullest name; those that most mentions name come first.
std::vector<Who> parties(const Book& book, const std::vector<Said>& said, std::vector<Who> Mention::*list) {
  struct Counted {
    Who who;
    int count;
  };
  std::vector<Counted> all;
  for (const Said& one : said) {
    for (const Who& who : book.mention(one.mention).*list) {
      const auto at = std::find_if(all.begin(), all.end(), [&](const Counted& c) { return same_party(c.who, who); });
      if (at == all.end()) {
        all.push_back({who, 1});
        continue;
      }
      ++at->count;
      if (at->who.name.empty() && (!who.name.empty() || who.words.size() > at->who.words.size())) at->who = who;
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Counted& a, const Counted& b) { return a.count > b.count; });
  std::vector<Who> out;
  out.reserve(all.size());
  for (Counted& one : all) out.push_back(std::move(one.who));
  return out;
}

}  // namespace

std::string in_words(const Range& range) {
  if (range.low && range.high) {
    return *range.low == *range.high ? std::to_string(*range.low)
                                     : std::to_string(*range.low) + "–" + std::to_string(*range.high);
  }
  if (range.low) return std::to_string(*range.low) + " or more";
  return range.high ? "up to " + std::to_string(*range.high) : "";
}

void put_facts(const Book& book, const std::vector<Said>& said, Incident& out) {
  put_type(book, said, out);
  out.actors = parties(book, said, &Mention::actors);
  out.recipients = parties(book, said, &Mention::recipients);
  out.via = parties(book, said, &Mention::via);
  put_days(book, said, out);
  put_places(book, said, out);
  for (int m = 0; m < kMeasureCount; ++m) put_figure(book, said, static_cast<Measure>(m), out);
}

}  // namespace masudi::record
