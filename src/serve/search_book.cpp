// SPDX-License-Identifier: Apache-2.0
#include "serve/search_book.h"

#include <fmt/format.h>

#include <array>

#include "alert/check.h"
#include "serve/api_tools.h"
#include "store/searches.h"

namespace masudi::serve {
namespace {

constexpr std::size_t kMostSearches = 1000;  // each is looked at after every ingestion

// Of a search, beside those of the filter.
constexpr std::array<std::string_view, 8> kOptions = {"dyad",   "new",     "count", "times",
                                                      "within", "against", "of",    "at-least"};

// The store could not be opened, read or written.
tl::unexpected<Failure> unwritable(Error error) { return api::refuse(std::move(error.message), 500); }

}  // namespace

tl::expected<std::string, Failure> save_search(const std::string& path, const Parameters& form) {
  std::vector<std::string_view> names(kOptions.begin(), kOptions.end());
  names.insert(names.end(), filter_names().begin(), filter_names().end());
  std::vector<std::pair<std::string, std::string>> options;
  for (const std::string_view name : names) {
    for (std::string& value : form.all(name)) options.emplace_back(name, std::move(value));
  }
  names.emplace_back("name");
  if (const auto name = form.unknown(names)) return api::refuse(fmt::format("a search has no \"{}\" here", *name));
  auto store = store::Store::open_to_write(path);
  if (!store) return unwritable(std::move(store.error()));
  const auto there = store::saved_searches(*store);
  if (!there) return unwritable(there.error());
  if (there->size() >= kMostSearches) return api::refuse("there are too many searches; remove some", 409);
  const std::string name = form.one("name");
  if (auto done = alert::add_search(*store, name, options); !done) return api::refuse(std::move(done.error().message));
  return name;
}

tl::expected<std::string, Failure> remove_search(const std::string& path, const std::string& name) {
  auto store = store::Store::open_to_write(path);
  if (!store) return unwritable(std::move(store.error()));
  const auto removed = store::remove_search(*store, name);
  if (!removed) return unwritable(removed.error());
  if (!*removed) return api::refuse(fmt::format("there is no search \"{}\"", name), 404);
  return name;
}

}  // namespace masudi::serve
