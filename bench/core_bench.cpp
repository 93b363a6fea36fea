// SPDX-License-Identifier: Apache-2.0
// How fast the language core reads news and very long sentences, how much two threads read more than one, and how long
// it takes to open the model.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "language/core.h"

namespace masudi::language {
namespace {

const Core& core() {
  static const Core kCore = [] {
    auto opened = Core::open(MASUDI_MODEL);
    if (!opened) {
      std::fprintf(stderr, "core_bench: %s\n", opened.error().message.c_str());
      std::exit(1);
    }
    return std::move(*opened);
  }();
  return kCore;
}

// The example dispatch some times over, each time with other figures, so that caches see varied words.
std::string news() {
  std::ifstream in(MASUDI_DISPATCH);
  std::ostringstream all;
  all << in.rdbuf();
  std::string out;
  for (int i = 0; i < 20; ++i) out += all.str() + "\n\nReport " + std::to_string(1000 + 37 * i) + " ends here.\n\n";
  return out;
}

std::string long_sentence(int words) {
  std::string out = "Troops";
  for (int i = 1; i < words; ++i) out += i % 9 == 0 ? ", who" : i % 2 == 0 ? " crossed" : " bridges";
  return out + ".";
}

void analyse(benchmark::State& state, const std::string& text) {
  Workspace workspace;
  Analysis analysis;
  std::size_t tokens = 0;
  for (auto _ : state) {
    core().analyse(text, workspace, analysis);
    tokens += analysis.tokens.size();
    benchmark::DoNotOptimize(analysis.tokens.head.data());
  }
  state.counters["tokens"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

double most_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void News(benchmark::State& state) {
  analyse(state, news());
  state.counters["MB"] = most_megabytes();
}
BENCHMARK(News)->Unit(benchmark::kMillisecond);

using Seconds = std::chrono::duration<double>;

Seconds of_processor() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

struct Reading {
  Seconds whole{};      // until the last thread is done
  Seconds processor{};  // of all threads
};

// What it takes `threads` threads, at most two, to read `text` ten times each, all at once.
void read_by(std::size_t threads, const std::string& text, Reading& sum) {
  std::array<Seconds, 2> processor{};
  const auto read = [&](std::size_t thread) {
    Workspace workspace;
    Analysis analysis;
    const Seconds begin = of_processor();
    for (int i = 0; i < 10; ++i) core().analyse(text, workspace, analysis);
    processor[thread] = of_processor() - begin;
  };
  const auto start = std::chrono::steady_clock::now();
  {
    std::array<std::jthread, 2> running;
    for (std::size_t t = 0; t < threads; ++t) running[t] = std::jthread(read, t);
  }
  sum.whole += std::chrono::steady_clock::now() - start;
  sum.processor += processor[0] + processor[1];
}

// Throughput of two threads over that of one: `times` by the clock, which says something only where two cores have
// nothing else to do; `fair` by processor time, which leaves out what other programs take.
void TwoThreads(benchmark::State& state) {
  const std::string text = news();
  Reading one, two;
  for (auto _ : state) {
    read_by(1, text, one);
    read_by(2, text, two);
  }
  state.counters["times"] = 2 * one.whole / two.whole;
  state.counters["fair"] = 4 * one.processor / two.processor;
}
BENCHMARK(TwoThreads)->Unit(benchmark::kMillisecond);

void LongSentence(benchmark::State& state) { analyse(state, long_sentence(static_cast<int>(state.range(0)))); }
BENCHMARK(LongSentence)->Arg(20)->Arg(200)->Arg(2000)->Unit(benchmark::kMicrosecond);

void Open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Core::open(MASUDI_MODEL).has_value());
}
BENCHMARK(Open)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace masudi::language

BENCHMARK_MAIN();
