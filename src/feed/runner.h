// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "document/coder_stamp.h"
#include "feed/clock.h"
#include "feed/fetcher.h"
#include "pipeline/ingest.h"
#include "store/feed_book.h"
#include "store/store.h"

namespace masudi::feed {

struct Settings {
  std::string store;  // path
  net::Settings net;
  Fetcher::Manners manners;
  unsigned threads = 1;               // that code
  std::optional<std::int64_t> every;  // seconds between two looks at feeds for which nothing else was said
};

// What one round brought.
struct Harvest {
  std::uint64_t looked_at = 0;  // feeds and folders
  std::uint64_t failed = 0;     // of them
  std::uint64_t other = 0;      // documents set aside, for they are not in English
  pipeline::Ingested ingested;
};

// Hears what goes on. Called by one thread at a time, not always the one that runs.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void note(const std::string& message) = 0;                         // a document was mended, or refused
  virtual void broken(const std::string& feed, const std::string& why) = 0;  // a feed or folder, this time
  virtual void harvested(const Harvest& harvest) = 0;                        // after a round in which something was due
};

// Keeps a store up to date with its feeds and folders. One thread at a time; the store may be read and written by
// others meanwhile. Nothing is lost or doubled when it is stopped or killed: what was not written down is taken again.
class Runner {
 public:
  // Engine, clock and listener outlive it.
  Runner(Settings settings, const pipeline::Engine& engine, CoderStamp stamp, Clock& clock, Listener& listener);

  // Looks at what is due now. None: it was stopped.
  Result<std::optional<Harvest>> look(const std::stop_token& stop);
  // Looks again and again, until a stop is asked for. Feeds that are added meanwhile are taken up within a minute.
  // Fails only where the store cannot be used at the first look; later it is told to the listener and tried again.
  Result<void> run(const std::stop_token& stop);

 private:
  Result<void> open();
  Result<std::optional<Harvest>> look_at(std::vector<store::FeedRow> due, const std::stop_token& stop);

  Settings settings_;
  pipeline::Engine engine_;
  CoderStamp stamp_;
  Clock& clock_;
  Listener& listener_;
  Fetcher fetcher_;
  std::optional<store::Store> store_;
};

}  // namespace masudi::feed
