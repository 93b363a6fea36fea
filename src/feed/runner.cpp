// SPDX-License-Identifier: Apache-2.0
#include "feed/runner.h"

#include <algorithm>

#include "feed/round.h"

namespace masudi::feed {
namespace {

class Ears final : public pipeline::IngestListener {
 public:
  explicit Ears(Listener& listener) : listener_(listener) {}
  void warning(const std::string& message) override { listener_.note(message); }
  void refused(const std::string& message) override { listener_.note(message); }
  void progress(std::uint64_t, std::uint64_t) override {}
  void stored(std::span<const std::string>) override {}

 private:
  Listener& listener_;
};

Result<void> keep(Round& round, store::Connection& connection) {
  if (auto begun = connection.begin(); !begun) return begun;
  auto done = round.keep();
  if (done) done = connection.commit();
  if (!done) connection.roll_back();
  return done;
}

}  // namespace

Runner::Runner(Settings settings, const pipeline::Engine& engine, CoderStamp stamp, Clock& clock, Listener& listener)
    : settings_(std::move(settings)),
      engine_(engine),
      stamp_(std::move(stamp)),
      clock_(clock),
      listener_(listener),
      fetcher_(settings_.net, settings_.manners, clock) {}

Result<void> Runner::open() {
  if (store_) return {};
  auto opened = store::Store::open_to_write(settings_.store);
  if (!opened) return tl::make_unexpected(std::move(opened.error()));
  store_.emplace(std::move(*opened));
  return {};
}

Result<std::optional<Harvest>> Runner::look(const std::stop_token& stop) {
  if (auto opened = open(); !opened) return tl::make_unexpected(std::move(opened.error()));
  auto due = store::FeedBook(*store_).due(clock_.now());
  if (!due) return tl::make_unexpected(std::move(due.error()));
  if (due->empty()) return Harvest{};
  return look_at(std::move(*due), stop);
}

Result<std::optional<Harvest>> Runner::look_at(std::vector<store::FeedRow> due, const std::stop_token& stop) {
  for (store::FeedRow& row : due) row.every = row.every ? row.every : settings_.every;
  store::FeedBook book(*store_);
  Round round(book, fetcher_, clock_);
  auto fetched = round.fetch(std::move(due), stop);
  if (!fetched) return tl::make_unexpected(std::move(fetched.error()));
  if (!*fetched) return std::nullopt;
  Ears ears(listener_);
  Harvest harvest;
  if (round.has_documents()) {
    auto ingested = pipeline::ingest(round.documents(), engine_, stamp_, settings_.store, settings_.threads, ears);
    if (!ingested) return tl::make_unexpected(std::move(ingested.error()));
    harvest.ingested = *ingested;
  }
  if (auto kept = keep(round, store_->connection()); !kept) return tl::make_unexpected(std::move(kept.error()));
  for (const Round::Feed& feed : round.feeds()) {
    ++harvest.looked_at;
    harvest.other += static_cast<std::uint64_t>(feed.other);
    if (feed.look.is_good) continue;
    ++harvest.failed;
    listener_.broken(feed.row.url, feed.row.problem);
  }
  listener_.harvested(harvest);
  return harvest;
}

Result<void> Runner::run(const std::stop_token& stop) {
  constexpr std::int64_t kLongestWait = 60;
  bool is_first = true;
  while (!stop.stop_requested()) {
    std::int64_t wake = clock_.now() + kLongestWait;
    auto harvest = look(stop);
    if (!harvest && is_first) return tl::make_unexpected(std::move(harvest.error()));
    if (!harvest) listener_.note(harvest.error().message);
    is_first = false;
    if (harvest) {
      const auto next = store::FeedBook(*store_).next_due();
      if (next && *next) wake = std::min(wake, **next);
    }
    clock_.wait_until(wake, stop);
  }
  return {};
}

}  // namespace masudi::feed
