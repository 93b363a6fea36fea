// SPDX-License-Identifier: Apache-2.0
#include "feed/folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/testing.h"

namespace masudi::feed {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& text, std::chrono::seconds age) {
  std::ofstream(path) << text;
  fs::last_write_time(path, fs::file_time_type::clock::now() - age);
}

TEST(Folder, ListsWhatIsFinished) {
  const store::testing::Folder folder("feed-folder");
  constexpr auto kHour = std::chrono::hours(1);
  for (const char* name : {"b.txt", "a.jsonl", "c.html", ".hidden.txt", "d.part", "e.pdf"}) {
    write(folder.file(name), "x", kHour);
  }
  write(folder.file("growing.txt"), "x", std::chrono::seconds(-60));
  fs::create_directory(folder.file("sub.txt"));
  const auto files = files_in(fs::path(folder.file("x")).parent_path().string());
  ASSERT_TRUE(files);
  ASSERT_EQ(files->size(), 3u);
  EXPECT_EQ((*files)[0].name, "a.jsonl");
  EXPECT_EQ((*files)[1].name, "b.txt");
  EXPECT_EQ((*files)[2].name, "c.html");

  write(folder.file("b.txt"), "longer", kHour);
  const auto again = files_in(fs::path(folder.file("x")).parent_path().string());
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)[0].state, (*files)[0].state);
  EXPECT_NE((*again)[1].state, (*files)[1].state);
}

TEST(Folder, SaysWhyItCannotBeRead) {
  const auto files = files_in("/there/is/no/such/folder");
  ASSERT_FALSE(files);
  EXPECT_NE(files.error().message.find("cannot be read"), std::string::npos);
}

}  // namespace
}  // namespace masudi::feed
