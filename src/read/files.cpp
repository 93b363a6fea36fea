// SPDX-License-Identifier: Apache-2.0
#include "read/files.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/json.h"
#include "read/text.h"

namespace masudi::read {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBlanks = " \t\r\n";

bool named_jsonl(const std::string& path) {
  const std::string extension = fs::path(path).extension().string();
  return extension == ".jsonl" || extension == ".ndjson";
}

bool begins_with_object(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t at = start.find_first_not_of(kBlanks);
  return at != std::string_view::npos && start[at] == '{';
}

std::string too_large(std::string_view where, std::string_view what, std::size_t limit) {
  return fmt::format("{}: the {} is larger than {} MB; split it, or raise the limit with --max-size", where, what,
                     limit / (1024 * 1024));
}

}  // namespace

Files::Files(std::vector<std::string> paths, Options options)
    : paths_(std::move(paths)), options_(std::move(options)) {}
Files::~Files() = default;

std::uint64_t Files::total_bytes() const {
  std::uint64_t total = 0;
  for (const std::string& path : paths_) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return 0;
    total += size;
  }
  return total;
}

Result<void> Files::open(const std::string& path) {
  const bool is_stdin = path == "-";
  name_ = is_stdin ? "standard input" : path;
  std::error_code error;
  if (!is_stdin && fs::is_directory(path, error)) {
    return fail(fmt::format("{}: this is a folder; name the files in it, for example {}/*.txt", path, path));
  }
  if (!is_stdin) {
    file_.open(path, std::ios::binary);
    if (!file_)
      return fail(fmt::format("{}: cannot be read: {}; check the name and the rights", path, std::strerror(errno)));
  }
  lines_ = std::make_unique<LineReader>(is_stdin ? std::cin : file_, options_.max_record_bytes);
  is_jsonl_ = named_jsonl(path) || begins_with_object(lines_->peek());
  found_any_ = false;
  return {};
}

void Files::close() {
  bytes_before_ += lines_->bytes();
  lines_.reset();
  file_.close();
  file_.clear();
}

std::optional<Record> Files::next() {
  while (lines_ != nullptr || next_path_ < paths_.size()) {
    if (lines_ == nullptr) {
      auto opened = open(paths_[next_path_++]);
      if (!opened) return refuse(std::move(opened.error().message));
    }
    if (auto record = next_of_file()) return record;
    const bool empty = !found_any_;
    close();
    if (empty) return refuse(fmt::format("{}: the file is empty; give a text to read", name_));
  }
  return std::nullopt;
}

std::optional<Record> Files::next_at_hand() {
  return lines_ != nullptr && is_jsonl_ && lines_->has_line() ? next() : std::nullopt;
}

std::optional<Record> Files::next_of_file() {
  std::optional<Record> record;
  if (is_jsonl_) {
    record = next_line();
  } else if (!found_any_) {
    record = whole_text();
  }
  if (record) {
    found_any_ = true;
    record->bytes_read = bytes_before_ + lines_->bytes();
  }
  return record;
}

std::optional<Record> Files::next_line() {
  std::string line;
  for (;;) {
    const LineReader::Status status = lines_->next(line);
    if (status == LineReader::Status::end) return std::nullopt;
    const std::string where = fmt::format("{}:{}", name_, lines_->number());
    if (status == LineReader::Status::too_long) return refuse(too_large(where, "line", options_.max_record_bytes));
    if (lines_->number() == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(kBlanks) == std::string::npos) continue;
    Record record = json_document(std::move(line), where, options_);
    check_id(record, where);
    return record;
  }
}

Record Files::whole_text() {
  std::string bytes;
  if (!lines_->rest(bytes)) return refuse(too_large(name_, "text", options_.max_record_bytes));
  Record record = text_document(std::move(bytes), name_, options_);
  if (!record.document) return record;
  const std::string stem = name_ == "standard input" ? "stdin" : fs::path(name_).stem().string();
  record.document->id = options_.id.empty() ? stem : options_.id;
  utf8::sanitize(record.document->id);  // names of files are any bytes
  check_id(record, name_);
  return record;
}

void Files::check_id(Record& record, std::string where) {
  if (!record.document) return;
  const std::string& id = record.document->id;
  const auto [at, is_new] = seen_.try_emplace(hash_bytes(id), where);
  if (is_new) return;
  record.warnings.push_back(
      fmt::format("{}: the id \"{}\" was used before, at {}; events of both will carry it: give each document its own",
                  where, id, at->second));
}

}  // namespace masudi::read
