// SPDX-License-Identifier: Apache-2.0
// A program of its own: it counts every allocation.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>
#include <sstream>

#include "language/core.h"

namespace {
std::atomic<std::size_t> allocations{0};

void* counted(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}
}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace masudi::language {
namespace {

std::string news(int copies) {
  std::ifstream in("examples/dispatch.txt");
  std::ostringstream all;
  all << in.rdbuf();
  std::string out;
  for (int i = 0; i < copies; ++i) out += all.str() + "\n\nReport " + std::to_string(97 * i) + " ends.\n\n";
  return out;
}

TEST(SteadyState, AllocatesNothing) {
  const auto core = Core::open("models/english.model");
  ASSERT_TRUE(core.has_value()) << core.error().message;
  const std::string large = news(20), small = news(3);
  Workspace workspace;
  Analysis analysis;
  const std::size_t before = allocations;
  core->analyse(large, workspace, analysis);
  EXPECT_LT(before, allocations) << "the first text needs memory";
  const std::size_t tokens = analysis.tokens.size();
  ASSERT_LT(1000U, tokens);
  const std::size_t warm = allocations;
  core->analyse(small, workspace, analysis);
  core->analyse(large, workspace, analysis);
  EXPECT_EQ(tokens, analysis.tokens.size());
  EXPECT_EQ(warm, allocations) << "texts no longer than the first need none";
}

}  // namespace
}  // namespace masudi::language
