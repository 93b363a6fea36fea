// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/moment.h"

namespace masudi::read {

// The article on a page of the web, as docs/feeds.md says it is found. What the page does not say is empty.
struct Page {
  std::string title;
  std::string text;  // paragraphs, parted by blank lines; without navigation, captions, comments, related links …
  std::vector<std::string> authors;
  std::optional<Moment> published, updated;
  std::string language;     // "en", "pt-BR", as the page says
  std::string site;         // the outlet
  std::string link;         // the article's own address, perhaps relative
  std::string feed;         // address of a feed that the page names, perhaps relative
  bool is_partial = false;  // the page says that only subscribers see all of it
};

// `content_type`: the header it came with, or empty. Fails for what is no page of text and what cannot be read.
Result<Page> read_page(std::string bytes, std::string_view content_type, std::vector<std::string>& warnings);

}  // namespace masudi::read
