// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "record/book.h"
#include "record/gather.h"
#include "record/summary.h"

namespace masudi::record {
namespace {

bool comes_before(const Digest& a, const Digest& b) {
  return a.published != b.published ? a.published < b.published : a.id < b.id;
}

using Prints = std::unordered_map<std::uint64_t, std::uint64_t>;  // a group's id → a hash of what is in it

}  // namespace

struct Record::State {
  Book book;
  CopyIndex copies;
  Gatherer gatherer;
  std::unordered_map<std::string, std::uint32_t> numbers;  // of reports by id

  std::uint32_t report_count() const { return static_cast<std::uint32_t>(book.reports.size()); }
  std::uint32_t mention_count() const { return static_cast<std::uint32_t>(book.mentions.size()); }

  std::uint32_t first_from(Date day) const {
    const auto at = std::lower_bound(book.reports.begin(), book.reports.end(), day,
                                     [](const Digest& d, Date of) { return d.published < of; });
    return static_cast<std::uint32_t>(at - book.reports.begin());
  }
  std::uint32_t first_mention_of(std::uint32_t report) const {
    return report < report_count() ? book.first_mention[report] : mention_count();
  }

  // The hash of the members of every group that has one from `begin` on.
  template <class Id>
  Prints prints(const Grouping& groups, std::uint32_t begin, std::uint32_t end, Id id_of) const {
    Prints out;
    for (std::uint32_t member = begin; member < end; ++member) {
      const Group& group = groups[groups.group_of(member)];
      if (out.contains(group.id)) continue;
      std::uint64_t hash = kHashSeed;
      for (const std::uint32_t m : group.members) hash = hash_mix(hash, id_of(m));
      out.emplace(group.id, hash);
    }
    return out;
  }
  Prints incident_prints(std::uint32_t report) const {
    return prints(book.incidents, first_mention_of(report), mention_count(),
                  [&](std::uint32_t m) { return hash_mix(hash_bytes(book.report_of(m).id), book.mention(m).event); });
  }
  Prints story_prints(std::uint32_t report) const {
    return prints(book.stories, report, report_count(),
                  [&](std::uint32_t r) { return hash_bytes(book.reports[r].id); });
  }

  // Takes the reports from `begin` on out, undoing what was worked out for them.
  std::vector<Digest> cut(std::uint32_t begin) {
    const std::uint32_t mentions = first_mention_of(begin);
    book.incidents.cut(mentions);
    book.stories.cut(begin);
    book.mentions.resize(mentions);
    book.first_mention.resize(begin);
    book.links.resize(begin);
    std::vector<Digest> out(std::make_move_iterator(book.reports.begin() + begin),
                            std::make_move_iterator(book.reports.end()));
    book.reports.resize(begin);
    for (const Digest& digest : out) numbers.erase(digest.id);
    return out;
  }

  void put(Digest digest) {
    const std::uint32_t report = report_count();
    numbers.emplace(digest.id, report);
    book.first_mention.push_back(mention_count());
    for (std::uint32_t i = 0; i < digest.mentions.size(); ++i) book.mentions.push_back({report, i});
    book.reports.push_back(std::move(digest));
  }

  // The indexes anew, with what was published in the kMemoryDays before `day`.
  void index_before(Date day) {
    copies = CopyIndex();
    gatherer = Gatherer();
    const std::uint32_t begin = first_from(day - kMemoryDays);
    const std::uint32_t end = first_from(day);
    for (std::uint32_t r = begin; r < end; ++r) copies.keep_only(book.reports, r);
    for (std::uint32_t m = first_mention_of(begin); m < first_mention_of(end); ++m) gatherer.keep_only(book, m);
  }

  // Keeps the indexes small: what is twice as old as anything can be that is still compared.
  void forget_before(Date day) {
    const std::uint32_t begin = first_from(day - kMemoryDays);
    if (first_from(day - 2 * kMemoryDays) > copies.oldest()) copies.keep(begin, report_count());
    if (first_mention_of(first_from(day - 2 * kMemoryDays)) > gatherer.oldest())
      gatherer.keep(first_mention_of(begin), mention_count());
  }

  void add_to_story(std::uint32_t report) {
    book.links.push_back(copies.add(book.reports, report));
    const auto& links = book.links.back();
    const auto at = std::find_if(links.begin(), links.end(), is_same_story);
    book.stories.put(report, at != links.end() ? book.stories.group_of(at->of)
                                               : book.stories.make(hash_bytes(book.reports[report].id)));
  }

  // Sorted digests, none before the latest day that is there.
  void work_through(std::vector<Digest> digests) {
    for (std::size_t i = 0; i < digests.size();) {
      const Date day = digests[i].published;
      forget_before(day);
      const std::uint32_t reports = report_count();
      const std::uint32_t mentions = mention_count();
      for (; i < digests.size() && digests[i].published == day; ++i) put(std::move(digests[i]));
      for (std::uint32_t r = reports; r < report_count(); ++r) add_to_story(r);
      gatherer.gather(book, mentions);
    }
  }

  Changes work_through_from(Date day, std::vector<Digest> more, const std::unordered_set<std::string>& without) {
    const std::uint32_t begin = first_from(day);
    const bool again = begin < report_count();
    Prints incidents = incident_prints(begin);
    Prints stories = story_prints(begin);
    std::vector<Digest> digests = cut(begin);
    if (again) index_before(day);
    const std::uint32_t old_incidents = book.incidents.size();
    const std::uint32_t old_stories = book.stories.size();
    std::erase_if(digests, [&](const Digest& d) { return without.contains(d.id); });
    std::move(more.begin(), more.end(), std::back_inserter(digests));
    std::sort(digests.begin(), digests.end(), comes_before);
    work_through(std::move(digests));
    return changes(begin, incidents, stories, old_incidents, old_stories);
  }

  Changes changes(std::uint32_t begin, Prints incidents, Prints stories, std::uint32_t old_incidents,
                  std::uint32_t old_stories) const {
    Changes out;
    for (const auto& [id, hash] : incident_prints(begin)) {
      const auto at = incidents.find(id);
      const bool was_there = at != incidents.end() || *book.incidents.find(id) < old_incidents;
      if (at == incidents.end() || at->second != hash) (was_there ? out.grown : out.made).push_back(id);
      if (at != incidents.end()) incidents.erase(at);
    }
    for (const auto& [id, hash] : story_prints(begin)) {
      const auto at = stories.find(id);
      if (at == stories.end() || at->second != hash) out.stories.push_back(id);
      if (at != stories.end()) stories.erase(at);
    }
    for (const auto& [id, hash] : incidents) (book.incidents.find(id) ? out.grown : out.gone).push_back(id);
    for (const auto& [id, hash] : stories) (book.stories.find(id) ? out.stories : out.stories_gone).push_back(id);
    static_cast<void>(old_stories);
    for (auto* ids : {&out.made, &out.grown, &out.gone, &out.stories, &out.stories_gone})
      std::sort(ids->begin(), ids->end());
    for (std::uint32_t r = begin; r < report_count(); ++r) out.reports.push_back(book.reports[r].id);
    std::sort(out.reports.begin(), out.reports.end());
    return out;
  }
};

Record::Record() : state_(std::make_unique<State>()) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Changes Record::add(std::vector<Digest> reports) {
  std::unordered_set<std::string> seen;
  std::erase_if(reports, [&](const Digest& d) { return state_->numbers.contains(d.id) || !seen.insert(d.id).second; });
  if (reports.empty()) return {};
  const Date day = std::min_element(reports.begin(), reports.end(), comes_before)->published;
  return state_->work_through_from(day, std::move(reports), {});
}

Changes Record::remove(std::span<const std::string> ids) {
  std::unordered_set<std::string> without;
  std::uint32_t first = state_->report_count();
  for (const std::string& id : ids) {
    const auto at = state_->numbers.find(id);
    if (at == state_->numbers.end()) continue;
    without.insert(id);
    first = std::min(first, at->second);
  }
  if (without.empty()) return {};
  return state_->work_through_from(state_->book.reports[first].published, {}, without);
}

void Record::restore(std::vector<Placed> reports) {
  std::sort(reports.begin(), reports.end(),
            [](const Placed& a, const Placed& b) { return comes_before(a.digest, b.digest); });
  State& s = *state_;
  const auto put = [](Grouping& groups, std::uint32_t member, std::uint64_t id) {
    const auto group = groups.find(id);
    groups.put(member, group ? *group : groups.make(id));
  };
  std::vector<std::vector<Copy>> copies;
  for (Placed& placed : reports) {
    const std::uint32_t report = s.report_count();
    const std::uint32_t mentions = s.mention_count();
    s.put(std::move(placed.digest));
    put(s.book.stories, report, placed.story);
    placed.incidents.resize(s.mention_count() - mentions);
    for (std::uint32_t m = mentions; m < s.mention_count(); ++m)
      put(s.book.incidents, m, placed.incidents[m - mentions]);
    copies.push_back(std::move(placed.copies));
  }
  for (const auto& list : copies) {
    auto& links = s.book.links.emplace_back();
    for (const Copy& copy : list) {
      const auto at = s.numbers.find(copy.of);
      if (at != s.numbers.end()) links.push_back({at->second, copy.kind, copy.resemblance, copy.containment});
    }
  }
  if (s.report_count() > 0) s.index_before(s.book.reports.back().published + 1);
}

std::size_t Record::report_count() const { return state_->report_count(); }

std::vector<IncidentId> Record::incident_ids() const {
  std::vector<IncidentId> out;
  for (std::uint32_t i = 0; i < state_->book.incidents.size(); ++i) out.push_back(state_->book.incidents[i].id);
  return out;
}

std::vector<StoryId> Record::story_ids() const {
  std::vector<StoryId> out;
  for (std::uint32_t i = 0; i < state_->book.stories.size(); ++i) out.push_back(state_->book.stories[i].id);
  return out;
}

std::optional<Incident> Record::incident(IncidentId id) const {
  const auto group = state_->book.incidents.find(id);
  if (!group) return std::nullopt;
  return summarise_incident(state_->book, state_->book.incidents[*group]);
}

std::optional<Story> Record::story(StoryId id) const {
  const auto group = state_->book.stories.find(id);
  if (!group) return std::nullopt;
  return summarise_story(state_->book, state_->book.stories[*group]);
}

std::optional<Placed> Record::placed(std::string_view report) const {
  const Book& book = state_->book;
  const auto at = state_->numbers.find(std::string(report));
  if (at == state_->numbers.end()) return std::nullopt;
  const std::uint32_t number = at->second;
  Placed out{book.reports[number], book.stories[book.stories.group_of(number)].id, {}, {}};
  for (std::uint32_t i = 0; i < out.digest.mentions.size(); ++i) {
    out.incidents.push_back(book.incidents[book.incidents.group_of(book.first_mention[number] + i)].id);
  }
  for (const CopyLink& link : book.links[number]) {
    out.copies.push_back({out.digest.id, book.reports[link.of].id, link.kind, link.resemblance, link.containment});
  }
  return out;
}

}  // namespace masudi::record
