// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "record/digest.h"
#include "record/incident.h"

namespace masudi::record {

// A report's text is compared, and a mention joins an incident, only if the earlier one was published at most so many
// days before.
constexpr int kMemoryDays = 30;

// A report whose place in the record is known from before.
struct Placed {
  Digest digest;
  StoryId story = 0;
  std::vector<IncidentId> incidents;  // one for each mention
  std::vector<Copy> copies;           // what it is a copy of
};

// What an addition changed. Ids, sorted.
struct Changes {
  std::vector<IncidentId> made;
  std::vector<IncidentId> grown;
  std::vector<IncidentId> gone;  // only after a report of an earlier day than the latest one came in
  std::vector<StoryId> stories;  // made or grown
  std::vector<StoryId> stories_gone;
  std::vector<std::string> reports;  // ids of all reports whose Placed is new or may have changed
};

// The sourced record: which reports copy which, and which mentions tell one happening. Days are worked through in
// order, the reports of a day in the order of their ids, so that the result depends on the set of reports alone,
// whatever the order and the portions in which they come in. A report of an earlier day makes the record work through
// everything from that day again. Not thread-safe: one thread at a time. Digests can be made by many threads before.
class Record {
 public:
  Record();
  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  // Takes up what was worked out before, into an empty record. To go on from day D it suffices to give all reports that
  // were published in the kMemoryDays before D, and all others that have a mention in an incident of one of those.
  void restore(std::vector<Placed> reports);

  // Adds reports. One whose id is there already is left out if its day is the same, so that adding twice changes
  // nothing; to take in a new version of a report, remove() it first.
  Changes add(std::vector<Digest> reports);

  // Takes reports out and works through everything from the first one's day on again.
  Changes remove(std::span<const std::string> ids);

  std::size_t report_count() const;
  std::vector<IncidentId> incident_ids() const;  // in the order of their first mentions
  std::vector<StoryId> story_ids() const;        // in the order of their first reports

  // Worked out on demand. None for an id that is not there.
  std::optional<Incident> incident(IncidentId id) const;
  std::optional<Story> story(StoryId id) const;
  std::optional<Placed> placed(std::string_view report) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace masudi::record
