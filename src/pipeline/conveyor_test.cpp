// SPDX-License-Identifier: Apache-2.0
#include "pipeline/conveyor.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace masudi::pipeline {
namespace {

class Numbers final : public read::Source {
 public:
  explicit Numbers(int count) : count_(count) {}
  std::optional<read::Record> next() override {
    if (at_ == count_) return std::nullopt;
    read::Record record{Document{}, {}, 0};
    record.document->id = std::to_string(at_++);
    return record;
  }
  int taken() const { return at_; }

 private:
  int count_;
  int at_ = 0;
};

class Collector final : public Sink {
 public:
  explicit Collector(int limit = 1 << 30) : limit_(limit) {}
  bool take(Product product) override {
    all += product.output + ' ';
    return ++count_ < limit_;
  }
  std::string all;

 private:
  int limit_;
  int count_ = 0;
};

void work(Conveyor& conveyor, int delay) {
  std::vector<Conveyor::Job> jobs;
  for (conveyor.take(jobs); !jobs.empty(); conveyor.take(jobs)) {
    for (Conveyor::Job& job : jobs) {
      if (job.number % 3 == 0) std::this_thread::sleep_for(std::chrono::microseconds(delay));
      Product product;
      product.output = job.record.document->id;
      conveyor.give(job.number, std::move(product));
    }
  }
}

TEST(Conveyor, KeepsTheOrderOfTheInput) {
  std::string expected;
  for (int i = 0; i < 500; ++i) expected += std::to_string(i) + ' ';
  for (const int threads : {1, 2, 7}) {
    Numbers source(500);
    Collector sink;
    Conveyor conveyor(source, sink, 8);
    {
      std::vector<std::jthread> workers;
      for (int i = 0; i < threads; ++i) workers.emplace_back([&, i] { work(conveyor, 50 * i); });
    }
    EXPECT_EQ(sink.all, expected);
    EXPECT_EQ(conveyor.totals().documents, 500u);
  }
}

// All at hand, with texts of one size.
class Shelf final : public read::Source {
 public:
  Shelf(int count, std::size_t bytes) : numbers_(count), text_(bytes, 'x') {}
  std::optional<read::Record> next() override {
    auto record = numbers_.next();
    if (record) record->document->text = text_;
    return record;
  }
  std::optional<read::Record> next_at_hand() override { return next(); }

 private:
  Numbers numbers_;
  std::string text_;
};

TEST(Conveyor, HandsOutShortRecordsTogether) {
  struct Case {
    std::size_t bytes, window, together;
  };
  for (const Case& c :
       {Case{100, 64, 16}, Case{100, 5, 5}, Case{4096, 64, 2}, Case{8192, 64, 1}, Case{100000, 64, 1}}) {
    Shelf source(20, c.bytes);
    Collector sink;
    Conveyor conveyor(source, sink, c.window);
    std::vector<Conveyor::Job> jobs;
    conveyor.take(jobs);
    EXPECT_EQ(jobs.size(), c.together) << c.bytes << ' ' << c.window;
  }
  Shelf source(20, 100);
  Collector sink;
  Conveyor conveyor(source, sink, 64);
  work(conveyor, 0);
  EXPECT_EQ(conveyor.totals().documents, 20U);
}

TEST(Conveyor, WaitsForNoRecordThatIsNotAtHand) {
  Numbers source(20);
  Collector sink;
  Conveyor conveyor(source, sink, 64);
  std::vector<Conveyor::Job> jobs;
  conveyor.take(jobs);
  EXPECT_EQ(jobs.size(), 1U);
}

TEST(Conveyor, StopsWhenTheSinkIsFull) {
  Numbers source(1000);
  Collector sink(3);
  Conveyor conveyor(source, sink, 4);
  work(conveyor, 0);
  EXPECT_LT(source.taken(), 10);
}

}  // namespace
}  // namespace masudi::pipeline
