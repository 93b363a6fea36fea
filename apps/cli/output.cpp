// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "messages.h"

namespace masudi::cli {
namespace {

constexpr std::uint64_t kMostMessages = 100;

// A device or a pipe is written to as it stands; a file is written beside its place and put there when it is complete.
bool is_stream(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_other(path, ignored);
}

std::string unfinished(const std::string& path) { return is_stream(path) ? path : path + ".part"; }

}  // namespace

Result<Output> Output::open(const std::string& path) {
  if (path.empty()) return Output(stdout, path);
  std::FILE* file = std::fopen(unfinished(path).c_str(), "wb");
  if (file == nullptr) {
    return fail(fmt::format("{}: cannot be written: {}; check the folder and the rights", path, std::strerror(errno)));
  }
  return Output(file, path);
}

bool Output::write(std::string_view bytes) {
  if (!failed_) failed_ = std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size();
  return !failed_;
}

Result<void> Output::finish() {
  failed_ = std::fflush(file_.get()) != 0 || failed_;
  const std::string name = path_.empty() ? "standard output" : path_;
  if (failed_) return fail(fmt::format("{}: not everything could be written; is the disk full?", name));
  if (path_.empty() || is_stream(path_)) return {};
  std::error_code error;
  std::filesystem::rename(unfinished(path_), path_, error);
  if (error) return fail(fmt::format("{}: cannot be written: {}", path_, error.message()));
  return {};
}

void Messages::say(const std::string& message, bool is_error, Progress& progress) {
  if (++count_ > kMostMessages) return;
  progress.clear();
  is_error ? print_error(message) : print_warning(message);
}

void Messages::finish() const {
  if (count_ > kMostMessages) print_note(fmt::format("and {} more messages like these", count_ - kMostMessages));
}

bool Reporter::take(pipeline::Product product) {
  for (const std::string& warning : product.warnings) messages_.say(warning, false, progress_);
  if (!product.error.empty()) messages_.say(product.error, true, progress_);
  const bool goes_on = product.output.empty() || output_.write(product.output);
  progress_.update(product.bytes_read, ++records_);
  return goes_on;
}

void Reporter::finish() {
  progress_.clear();
  messages_.finish();
}

}  // namespace masudi::cli
