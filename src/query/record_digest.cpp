// SPDX-License-Identifier: Apache-2.0
#include "query/record_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/hash.h"

namespace masudi::query {

std::string RecordDigest::revision() const {
  std::uint64_t hash = hash_mix(kHashSeed, entries.size());
  for (const Entry& entry : entries)
    hash = hash_mix(hash_mix(hash, static_cast<std::uint64_t>(entry.number)), entry.hash);
  return fmt::format("{:016x}", hash);
}

Result<RecordDigest> record_digest(const store::Store& store) {
  RecordDigest digest;
  auto rows = store.connection().prepare(
      "SELECT incident_id, type, date, enddate, place, country, lat, lon, verdict, mentions, reports, origins, "
      "first_report, first_published, last_published, reasoning FROM incident ORDER BY incident_id");
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  auto done = rows->each([&] {
    std::uint64_t hash = kHashSeed;
    for (int c = 1; c < rows->columns(); ++c) {
      const std::string_view cell = rows->text(c);
      hash = hash_bytes(cell, hash_mix(hash, cell.size()));
    }
    digest.entries.push_back({rows->integer(0), hash});
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  // The index over mentions alone answers this.
  auto mentions =
      store.connection().prepare("SELECT incident_id, event_id FROM incident_mention ORDER BY incident_id, position");
  if (!mentions) return tl::make_unexpected(std::move(mentions.error()));
  std::size_t at = 0;
  done = mentions->each([&] {
    const std::int64_t number = mentions->integer(0);
    while (at < digest.entries.size() && digest.entries[at].number < number) ++at;
    if (at == digest.entries.size() || digest.entries[at].number != number) return;
    auto& hash = digest.entries[at].hash;
    hash = hash_mix(hash, static_cast<std::uint64_t>(mentions->integer(1)));
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return digest;
}

Result<std::vector<std::string>> changed_incidents(const store::Store& store, const RecordDigest& before,
                                                   const RecordDigest& after, std::size_t limit) {
  const auto less = [](const auto& a, const auto& b) {
    return a.number != b.number ? a.number < b.number : a.hash < b.hash;
  };
  std::vector<RecordDigest::Entry> changed;
  std::set_difference(after.entries.begin(), after.entries.end(), before.entries.begin(), before.entries.end(),
                      std::back_inserter(changed), less);
  std::vector<std::string> ids;
  auto find = store.connection().prepare("SELECT id FROM incident WHERE incident_id = ?");
  if (!find) return tl::make_unexpected(std::move(find.error()));
  for (const auto& entry : changed) {
    if (ids.size() == limit) break;
    find->bind_all(entry.number);
    if (auto done = find->each([&] { ids.push_back(find->string(0)); }); !done) {
      return tl::make_unexpected(std::move(done.error()));
    }
  }
  return ids;
}

}  // namespace masudi::query
