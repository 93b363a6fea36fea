// SPDX-License-Identifier: Apache-2.0
// Any bytes as a page of the web: its text must be UTF-8, and its day must exist.
#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "read/language_guess.h"
#include "read/page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace masudi;
  std::vector<std::string> warnings;
  const auto page = read::read_page({reinterpret_cast<const char*>(data), size}, "", warnings);
  if (!page) return 0;
  std::string text = page->text;
  if (utf8::sanitize(text) != 0) std::abort();
  if (page->published && !parse_date(to_string(page->published->day))) std::abort();
  static_cast<void>(read::is_english(text, page->language));
  return 0;
}
