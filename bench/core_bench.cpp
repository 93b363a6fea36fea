// SPDX-License-Identifier: Apache-2.0
// How fast the language core reads: the whole core, its network alone, and a very long sentence.
#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>
#include <string>

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

void News(benchmark::State& state) { analyse(state, news()); }
BENCHMARK(News)->Unit(benchmark::kMillisecond);

void LongSentence(benchmark::State& state) { analyse(state, long_sentence(static_cast<int>(state.range(0)))); }
BENCHMARK(LongSentence)->Arg(20)->Arg(200)->Arg(2000)->Unit(benchmark::kMicrosecond);

void Open(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Core::open(MASUDI_MODEL).has_value());
}
BENCHMARK(Open)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace masudi::language

BENCHMARK_MAIN();
