// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "feed/clock.h"
#include "net/testing/wire.h"

namespace masudi::tests {

// Time that passes only where somebody waits. Asks for a stop when the end is reached.
class TestClock final : public feed::Clock {
 public:
  TestClock(std::int64_t start, std::int64_t end) : now_(start), end_(end) {}
  std::int64_t now() override { return now_; }
  void wait_until(std::int64_t time, const std::stop_token&) override {
    std::int64_t before = now_;
    while (before < time && !now_.compare_exchange_weak(before, time)) {
    }
    if (now_ >= end_) over_.request_stop();
  }
  std::stop_token over() const { return over_.get_token(); }

 private:
  std::atomic<std::int64_t> now_;
  const std::int64_t end_;
  std::stop_source over_;
};

// A feed of the test's world and what is to become of it.
struct TestFeed {
  std::string name;        // its path
  std::size_t documents;   // that it is to bring in a day
  std::string problem;     // part of what is to be said about it; empty: it is good
  std::size_t most_calls;  // how often it may be asked in a day
  std::function<void(const net::testing::Wire::Request&, net::testing::Wire::Line&)> answer;
};

// Outlets on 127.0.0.1 that publish for a day, in all the ways that are right and wrong. What they publish depends on
// the clock.
class World {
 public:
  static constexpr std::int64_t kStart = 1'710'201'600;  // 2024-03-12T00:00Z
  static constexpr std::int64_t kDay = 86'400;

  explicit World(TestClock& clock);
  const std::vector<TestFeed>& feeds() const { return feeds_; }
  std::string url(const std::string& path) const { return wire_.url(path); }
  std::size_t calls(const std::string& path);

 private:
  using Request = net::testing::Wire::Request;
  using Line = net::testing::Wire::Line;

  void add_forms();
  void add_oddities();
  void add_articles_gone_wrong();
  void add_bad_answers();
  void add_bad_bodies();
  void add(TestFeed feed) { feeds_.push_back(std::move(feed)); }
  // A feed with one answer, the same all day; `body` is asked at each call.
  void add_body(const std::string& name, std::size_t documents, const std::string& problem,
                std::function<std::string()> body, const std::string& headers = "");
  void answer(const Request& request, Line& line);

  // How many of a feed's articles are out: one each six hours, the first at the start.
  int published() const { return static_cast<int>((clock_.now() - kStart) / (6 * 3600)) + 1; }

  TestClock& clock_;
  std::vector<TestFeed> feeds_;
  std::mutex mutex_;
  std::map<std::string, std::size_t> calls_;
  net::testing::Wire wire_;
};

// What an article tells; each a different happening.
std::string story(const std::string& outlet, int number);
std::string packed(const std::string& bytes);  // by gzip

}  // namespace masudi::tests
