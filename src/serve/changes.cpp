// SPDX-License-Identifier: Apache-2.0
#include "serve/changes.h"

#include <fmt/format.h>

#include "format/answers.h"

namespace masudi::serve {
namespace {

std::string event_of(const Change& change) {
  return fmt::format("id: {}\nevent: changed\ndata: {}\n\n", change.revision,
                     format::change_json(change.revision, change.incidents, change.is_whole));
}

}  // namespace

bool stream_changes(Watcher& watcher, const std::string& last, const Write& write) {
  constexpr std::chrono::seconds kHeartbeat{15};
  const auto state = watcher.state();
  std::uint64_t seen = state.change;
  if (!write("retry: 3000\n: the store is watched\n\n")) return false;
  if (!last.empty() && last != state.revision && !write(event_of({seen, state.revision, {}, false}))) return false;
  while (!watcher.is_stopped()) {
    const auto change = watcher.next(seen, kHeartbeat);
    if (change) seen = change->number;
    if (!write(change ? event_of(*change) : std::string(": still here\n\n"))) return false;
  }
  return true;
}

}  // namespace masudi::serve
