// SPDX-License-Identifier: Apache-2.0
#include "record/outlets.h"

#include <gtest/gtest.h>

namespace masudi::record {
namespace {

Provenance read(const std::string& text, const std::string& byline = "", const std::string& source = "The Herald") {
  Document document;
  document.text = text, document.source = source;
  if (!byline.empty()) document.authors = {byline};
  return provenance_of({document, {}, {}});
}

using Names = std::vector<std::string>;

TEST(Outlets, HaveOneNameWhateverTheyAreCalled) {
  EXPECT_EQ(canonical_outlet("NYT"), "The New York Times");
  EXPECT_EQ(canonical_outlet("nytimes.com"), "The New York Times");
  EXPECT_EQ(canonical_outlet("Sana Post"), "Sana Post");
  EXPECT_EQ(outlet_key("The Sana Post"), outlet_key("Sana Post"));
}

TEST(Outlets, ComeFromTheAddressIfNeeded) {
  Document document;
  document.url = "https://www.reuters.com/world/story?id=1";
  EXPECT_EQ(outlet_of(document), "Reuters");
}

TEST(Provenance, StandsInDatelines) {
  EXPECT_EQ(read("KABUL (Reuters) - A bomb went off.").agencies, Names{"Reuters"});
  EXPECT_EQ(read("OUAGADOUGOU, Burkina Faso (AP) — Gunmen came.").agencies, Names{"Associated Press"});
  EXPECT_TRUE(read("The agency (Reuters) has offices in London.").agencies.empty());
}

TEST(Provenance, StandsInBylines) {
  EXPECT_EQ(read("A bomb went off.", "AFP and Staff").agencies, Names{"Agence France-Presse"});
  EXPECT_TRUE(read("A bomb went off.", "Jane Doe").agencies.empty());
}

TEST(Provenance, StandsInLinesOfTheirOwn) {
  EXPECT_EQ(read("A bomb went off.\n\nThe Associated Press contributed to this story.").contributors,
            Names{"Associated Press"});
  EXPECT_EQ(read("A bomb went off.\n\n- AFP").agencies, Names{"Agence France-Presse"});
  EXPECT_EQ(read("A bomb went off.\n\nSource: Xinhua").agencies, Names{"Xinhua"});
}

TEST(Provenance, LeavesOutTheOutletItself) {
  EXPECT_TRUE(read("KABUL (Reuters) - A bomb went off.", "", "Reuters").agencies.empty());
}

}  // namespace
}  // namespace masudi::record
