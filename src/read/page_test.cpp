// SPDX-License-Identifier: Apache-2.0
#include "read/page.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace masudi::read {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

// The form of the .txt files in tests/pages: what the page says of itself, a blank line, and its text.
std::string described(const Page& page) {
  std::ostringstream out;
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out << name << ": " << value << '\n';
  };
  std::string authors;
  for (const std::string& author : page.authors) authors += (authors.empty() ? "" : "; ") + author;
  line("title", page.title);
  line("date", page.published ? to_string(page.published->day) : "");
  line("language", page.language);
  line("authors", authors);
  line("site", page.site);
  line("partial", page.is_partial ? "yes" : "");
  if (!page.text.empty()) out << '\n' << page.text << '\n';
  return std::move(out).str();
}

class Pages : public ::testing::TestWithParam<fs::path> {};

TEST_P(Pages, GiveTheirArticle) {
  std::vector<std::string> warnings;
  const auto page = read_page(bytes_of(GetParam()), "", warnings);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(described(*page), bytes_of(fs::path(GetParam()).replace_extension(".txt")));
  EXPECT_TRUE(warnings.empty());
}

std::vector<fs::path> pages() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator("tests/pages")) {
    if (entry.path().extension() == ".html") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, Pages, ::testing::ValuesIn(pages()), [](const auto& page) {
  std::string name = page.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Page, AreThere) { EXPECT_GE(pages().size(), 30u); }

TEST(Page, NamesItsFeedAndItsAddress) {
  std::vector<std::string> warnings;
  const auto page = read_page(bytes_of("tests/pages/30-author-box.html"), "", warnings);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->feed, "/feed.xml");
  EXPECT_EQ(page->link, "https://h.example/mines");
}

TEST(Page, BelievesTheHeaderAboutTheCharset) {
  std::vector<std::string> warnings;
  const auto page = read_page("<p>\xCC\xE8\xF0</p>", "text/html; charset=windows-1251", warnings);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text, "Мир");
}

TEST(Page, RefusesOtherFiles) {
  std::vector<std::string> warnings;
  EXPECT_FALSE(read_page("%PDF-1.7\n", "", warnings));
}

// What would make a parser grow or fall over its own depth.
TEST(Page, StaysWithinBounds) {
  std::vector<std::string> warnings;
  std::string deep, wild = "<p>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  static_cast<void>(read_page(deep + "text", "", warnings));  // that it comes back is what counts
  for (int i = 0; i < 3'000; ++i) wild += "<b id=" + std::to_string(i) + ">";
  for (int i = 0; i < 30'000; ++i) wild += "</p><p>x";
  const auto grown = read_page(wild, "", warnings);
  ASSERT_FALSE(grown);
  EXPECT_NE(grown.error().message.find("nested so wildly"), std::string::npos);
  EXPECT_FALSE(read_page(std::string(std::size_t{9} << 20, 'x'), "", warnings));
}

}  // namespace
}  // namespace masudi::read
