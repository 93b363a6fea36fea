// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <thread>

#include "engine.h"
#include "feed/runner.h"
#include "feed_command.h"
#include "interrupt.h"
#include "messages.h"

namespace masudi::cli {
namespace {

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

class Voice final : public feed::Listener {
 public:
  void note(const std::string& message) override { print_warning(message); }
  void broken(const std::string& feed, const std::string& why) override {
    print_error(fmt::format("{}: {}", feed, why));
  }
  void harvested(const feed::Harvest& harvest) override {
    const auto& sums = harvest.ingested;
    print_note(fmt::format(
        "{} of {} feeds read; documents: {} added, {} changed, {} known before, {} refused, {} not in English; "
        "events: {} stored; incidents: {} touched",
        harvest.looked_at - harvest.failed, harvest.looked_at, sums.added, sums.changed, sums.known, sums.failed,
        harvest.other, sums.events, sums.incidents));
  }
};

}  // namespace

int run_feeds(const Settings& settings, const RecordSettings& record, const FeedSettings& chosen) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return failed(knowledge.error());
  const coding::Coder coder(*knowledge);
  const Interrupt interrupt;
  feed::Settings how;
  how.store = record.store;
  how.net.user_agent = fmt::format("masudi/{} (reads feeds)", version());
  how.net.allow_private = chosen.allow_private;
  how.threads = settings.threads > 0 ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
  if (!chosen.every.empty()) {
    const auto every = parse_pace(chosen.every);
    if (!every) return failed(every.error());
    how.every = *every;
  }
  feed::SystemClock clock;
  Voice voice;
  feed::Runner runner(how, {*core, &coder, nullptr}, stamp(*core, *knowledge), clock, voice);
  if (!chosen.once) {
    const auto done = runner.run(interrupt.token());
    return done ? kDone : failed(done.error());
  }
  const auto harvest = runner.look(interrupt.token());
  if (!harvest) return failed(harvest.error());
  if (!*harvest) return kFailed;
  if ((*harvest)->looked_at == 0) {
    print_note("nothing is due; masudi feed list says when");
    return kNothingFound;
  }
  return (*harvest)->failed > 0 || (*harvest)->ingested.failed > 0 ? kFailed : kDone;
}

}  // namespace masudi::cli
