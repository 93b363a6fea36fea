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
  while (auto job = conveyor.take()) {
    if (job->number % 3 == 0) std::this_thread::sleep_for(std::chrono::microseconds(delay));
    Product product;
    product.output = job->record.document->id;
    conveyor.give(job->number, std::move(product));
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

TEST(Conveyor, StopsWhenTheSinkIsFull) {
  Numbers source(1000);
  Collector sink(3);
  Conveyor conveyor(source, sink, 4);
  work(conveyor, 0);
  EXPECT_LT(source.taken(), 10);
}

}  // namespace
}  // namespace masudi::pipeline
