// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/copies.h"
#include "record/digest.h"
#include "record/likeness.h"

namespace masudi::record {

// Numbers of things that belong together, in ascending order.
struct Group {
  std::uint64_t id = 0;  // IncidentId or StoryId
  std::vector<std::uint32_t> members;
};

// Groups with stable ids. A group is made when its first member comes and keeps its number; members come in ascending
// order, so that everything from a member on can be cut off again.
class Grouping {
 public:
  // Puts a member into a group that is there.
  void put(std::uint32_t member, std::uint32_t group);
  // Makes a group; its id is `wish`, or the next that is free.
  std::uint32_t make(std::uint64_t wish);
  // Forgets all members from `begin` on, and groups without any left.
  void cut(std::uint32_t begin);

  std::uint32_t group_of(std::uint32_t member) const { return group_of_[member]; }
  const Group& operator[](std::uint32_t group) const { return groups_[group]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(groups_.size()); }
  std::optional<std::uint32_t> find(std::uint64_t id) const;

 private:
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

// Everything that is known, by number: reports in the order of their days and ids, mentions in that of their reports.
struct Book {
  struct Place {
    std::uint32_t report;
    std::uint32_t index;  // in Digest::mentions
  };

  std::vector<Digest> reports;
  std::vector<std::vector<CopyLink>> links;  // of each report, to earlier ones, the likest first
  std::vector<std::uint32_t> first_mention;  // of each report
  std::vector<Place> mentions;
  Grouping incidents;  // of mentions
  Grouping stories;    // of reports

  const Digest& report_of(std::uint32_t mention) const { return reports[mentions[mention].report]; }
  const Mention& mention(std::uint32_t number) const { return report_of(number).mentions[mentions[number].index]; }
  Telling telling(std::uint32_t number) const {
    return {mention(number), report_of(number).published, mentions[number].report};
  }
};

}  // namespace masudi::record
