// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "base/result.h"
#include "pipeline/run.h"
#include "progress.h"

namespace masudi::cli {

// Where the bytes go: standard output or a file. A file appears under its name only when it is complete.
class Output {
 public:
  // Empty path: standard output.
  static Result<Output> open(const std::string& path);

  // False: the device took no more (full, or closed by its reader).
  bool write(std::string_view bytes);
  // Flushes and, for a file, gives it its name.
  Result<void> finish();

 private:
  struct Close {
    void operator()(std::FILE* file) const {
      if (file != stdout) std::fclose(file);
    }
  };
  Output(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}

  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  bool failed_ = false;
};

// Errors and warnings about records; after a hundred it only counts.
class Messages {
 public:
  void say(const std::string& message, bool is_error, Progress& progress);
  // Says how many were not said.
  void finish() const;

 private:
  std::uint64_t count_ = 0;
};

// Passes output on and tells the person about errors and warnings.
class Reporter final : public pipeline::Sink {
 public:
  Reporter(Output& output, Progress& progress) : output_(output), progress_(progress) {}

  bool take(pipeline::Product product) override;
  void finish();

 private:
  Output& output_;
  Progress& progress_;
  std::uint64_t records_ = 0;
  Messages messages_;
};

}  // namespace masudi::cli
