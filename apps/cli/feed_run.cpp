// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>
#include <thread>

#include "alert_run.h"
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
  Voice(std::string store, bool allow_private) : store_(std::move(store)), allow_private_(allow_private) {}
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
    tell_alerts(store_, allow_private_);
  }

 private:
  std::string store_;
  bool allow_private_;
};

// A runner with all that it needs.
class Follower {
 public:
  static Result<std::unique_ptr<Follower>> open(const Settings& settings, const RecordSettings& record,
                                                const FeedSettings& chosen) {
    auto core = open_model(settings.model);
    if (!core) return tl::make_unexpected(std::move(core.error()));
    auto knowledge = open_knowledge(settings.knowledge);
    if (!knowledge) return tl::make_unexpected(std::move(knowledge.error()));
    feed::Settings how;
    how.store = record.store;
    how.net.user_agent = fmt::format("masudi/{} (reads feeds)", version());
    how.net.allow_private = chosen.allow_private;
    how.threads = settings.threads > 0 ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
    if (!chosen.every.empty()) {
      const auto every = parse_pace(chosen.every);
      if (!every) return tl::make_unexpected(every.error());
      how.every = *every;
    }
    return std::unique_ptr<Follower>(new Follower(std::move(*core), std::move(*knowledge), how));
  }

  feed::Runner& runner() { return runner_; }

 private:
  Follower(language::Core core, knowledge::Knowledge knowledge, const feed::Settings& how)
      : core_(std::move(core)),
        knowledge_(std::move(knowledge)),
        coder_(knowledge_),
        voice_(how.store, how.net.allow_private),
        runner_(how, {core_, &coder_, nullptr}, stamp(core_, knowledge_), clock_, voice_) {}

  language::Core core_;
  knowledge::Knowledge knowledge_;
  coding::Coder coder_;
  feed::SystemClock clock_;
  Voice voice_;
  feed::Runner runner_;
};

}  // namespace

Result<void> follow_feeds(const Settings& settings, const RecordSettings& record, const FeedSettings& feed,
                          const std::stop_token& stop) {
  auto follower = Follower::open(settings, record, feed);
  if (!follower) return tl::make_unexpected(std::move(follower.error()));
  return (*follower)->runner().run(stop);
}

int run_feeds(const Settings& settings, const RecordSettings& record, const FeedSettings& chosen) {
  const Interrupt interrupt;
  const auto follower = Follower::open(settings, record, chosen);
  if (!follower) return failed(follower.error());
  feed::Runner& runner = (*follower)->runner();
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
