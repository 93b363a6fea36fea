// SPDX-License-Identifier: Apache-2.0
#include "serve/watcher.h"

namespace masudi::serve {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{200};
constexpr std::size_t kMostChanges = 64;

}  // namespace

Result<std::unique_ptr<Watcher>> Watcher::open(const std::string& path) {
  auto store = store::Store::open_to_read(path);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  std::unique_ptr<Watcher> watcher(new Watcher(std::move(*store)));
  if (auto first = watcher->look(); !first) return tl::make_unexpected(std::move(first.error()));
  watcher->state_.commits = 1, watcher->state_.change = 0;
  watcher->changes_.clear();
  watcher->thread_ = std::thread([w = watcher.get()] { w->watch(); });
  return watcher;
}

Watcher::State Watcher::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::optional<Change> Watcher::next(std::uint64_t after, std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, longest, [&] { return stopped_ || state_.change > after; });
  if (stopped_ || state_.change <= after) return std::nullopt;
  for (const Change& change : changes_) {
    if (change.number == after + 1) return change;
  }
  return Change{state_.change, state_.revision, {}, false};
}

bool Watcher::is_stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

void Watcher::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Watcher::watch() {
  std::unique_lock lock(mutex_);
  while (!changed_.wait_for(lock, kBetweenLooks, [&] { return stopped_; })) {
    lock.unlock();
    (void)look();
    lock.lock();
  }
}

Result<void> Watcher::look() {
  const auto version = store_.connection().integer("PRAGMA data_version");
  if (!version) return tl::make_unexpected(version.error());
  if (*version == data_version_) return {};
  auto digest = query::record_digest(store_);
  if (!digest) return tl::make_unexpected(std::move(digest.error()));
  auto ids = query::changed_incidents(store_, digest_, *digest, Change::kMostIds + 1);
  if (!ids) return tl::make_unexpected(std::move(ids.error()));
  const std::string revision = digest->revision();
  data_version_ = *version;
  digest_ = std::move(*digest);
  const std::lock_guard lock(mutex_);
  ++state_.commits;
  if (revision == state_.revision) return {};
  state_.revision = revision;
  Change change{++state_.change, revision, std::move(*ids), true};
  change.is_whole = change.incidents.size() <= Change::kMostIds;
  if (!change.is_whole) change.incidents.resize(Change::kMostIds);
  changes_.push_back(std::move(change));
  if (changes_.size() > kMostChanges) changes_.pop_front();
  changed_.notify_all();
  return {};
}

}  // namespace masudi::serve
