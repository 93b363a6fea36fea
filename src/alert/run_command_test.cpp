// SPDX-License-Identifier: Apache-2.0
#include "alert/run_command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/testing.h"

namespace masudi::alert {
namespace {

using store::testing::Folder;
using namespace std::chrono_literals;

// A script of the shell, written by the test.
std::string script(const Folder& folder, const std::string& lines) {
  const std::string path = folder.file("script");
  std::ofstream(path) << "#!/bin/sh\n" << lines << '\n';
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

std::string failure_of(const Result<void>& done) { return done ? "" : done.error().message; }

TEST(RunCommand, GivesInputOnStandardInputAndNotToAShell) {
  const Folder folder("command");
  const std::string words = "$(touch evil) `id` '; rm -rf /'\n";
  EXPECT_EQ(failure_of(run_command(script(folder, "cat > " + folder.file("got")), words, 30s)), "");
  std::ostringstream got;
  got << std::ifstream(folder.file("got")).rdbuf();
  EXPECT_EQ(got.str(), words);
}

TEST(RunCommand, SaysHowItEnded) {
  const Folder folder("command-ends");
  const std::string words = failure_of(run_command(script(folder, "echo oh no >&2; exit 3"), "", 30s));
  EXPECT_NE(words.find("exit code 3: oh no"), std::string::npos) << words;
  EXPECT_NE(failure_of(run_command(script(folder, "kill -9 $$"), "", 30s)).find("signal 9"), std::string::npos);
  EXPECT_NE(failure_of(run_command(folder.file("absent"), "", 30s)).find("cannot be started"), std::string::npos);
}

TEST(RunCommand, KillsWhatTakesTooLongWithAllItStarted) {
  const Folder folder("command-long");
  const auto begin = std::chrono::steady_clock::now();
  const std::string words = failure_of(run_command(script(folder, "sleep 1000 & sleep 1000"), "", 300ms));
  EXPECT_NE(words.find("was killed"), std::string::npos) << words;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 500s);
}

TEST(RunCommand, TakesMuchOutputAndMuchInputWithoutKeepingOrHanging) {
  const Folder folder("command-much");
  const std::string much(3'000'000, 'x');
  // It reads nothing, and ends before all is given.
  EXPECT_EQ(failure_of(run_command(script(folder, "exit 0"), much, 30s)), "");
  const std::string words =
      failure_of(run_command(script(folder, "head -c 5000000 /dev/zero | tr '\\0' y; exit 1"), much, 60s));
  EXPECT_NE(words.find("yyyy"), std::string::npos);
  EXPECT_LT(words.size(), 1000u);
}

}  // namespace
}  // namespace masudi::alert
