// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/line_reader.h"
#include "read/source.h"

namespace masudi::read {

// Reads files one after the other, "-" for standard input. A file that is named *.jsonl or *.ndjson, or begins with
// "{", holds one JSON document a line; any other is one plain text. Memory is bounded by the largest record and by the
// ids, of which only hashes are kept (to warn of documents that come twice).
class Files final : public Source {
 public:
  Files(std::vector<std::string> paths, Options options);
  ~Files() override;

  std::optional<Record> next() override;
  std::optional<Record> next_at_hand() override;

  // Size of all files together, for a progress bar; 0 where it cannot be known.
  std::uint64_t total_bytes() const;

 private:
  std::optional<Record> next_of_file();
  std::optional<Record> next_line();
  Record whole_text();
  Result<void> open(const std::string& path);
  void close();
  void check_id(Record& record, std::string where);

  std::vector<std::string> paths_;
  Options options_;
  std::size_t next_path_ = 0;
  std::string name_;  // of the open file, as it stands in messages
  std::ifstream file_;
  std::unique_ptr<LineReader> lines_;  // null: no file is open
  bool is_jsonl_ = false;
  bool found_any_ = false;                               // in the open file
  std::uint64_t bytes_before_ = 0;                       // of files that are done
  std::unordered_map<std::uint64_t, std::string> seen_;  // hash of an id → where it came first
};

}  // namespace masudi::read
