// SPDX-License-Identifier: Apache-2.0
#include "feed/folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/hash.h"

namespace masudi::feed {
namespace {

namespace fs = std::filesystem;

bool is_wanted(const fs::path& path) {
  const std::string name = path.filename().string(), ending = path.extension().string();
  if (name.starts_with(".")) return false;
  return ending == ".txt" || ending == ".jsonl" || ending == ".ndjson" || is_web_page(name);
}

}  // namespace

bool is_web_page(const std::string& path) {
  const std::string ending = fs::path(path).extension().string();
  return ending == ".html" || ending == ".htm" || ending == ".xhtml";
}

Result<std::vector<FolderFile>> files_in(const std::string& folder) {
  constexpr auto kSettled = std::chrono::seconds(2);
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) return fail(fmt::format("the folder cannot be read: {}", error.message()));
  const auto now = fs::file_time_type::clock::now();
  std::vector<FolderFile> out;
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code gone;  // files may be taken away while we look
    const auto size = entries->file_size(gone);
    const auto changed = entries->last_write_time(gone);
    if (gone || !entries->is_regular_file(gone) || !is_wanted(entries->path()) || now - changed < kSettled) continue;
    const auto ticks = static_cast<std::uint64_t>(changed.time_since_epoch().count());
    const std::uint64_t state = hash_mix(hash_mix(kHashSeed, size), ticks);
    out.push_back({entries->path().filename().string(), entries->path().string(), static_cast<std::int64_t>(state)});
  }
  if (error) return fail(fmt::format("the folder cannot be read: {}", error.message()));
  std::sort(out.begin(), out.end(), [](const FolderFile& a, const FolderFile& b) { return a.name < b.name; });
  return out;
}

}  // namespace masudi::feed
