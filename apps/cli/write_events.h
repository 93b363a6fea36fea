// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "command.h"
#include "format/countries.h"
#include "format/writer.h"
#include "output.h"
#include "query/events.h"
#include "store/store.h"

namespace masudi::cli {

// Puts head, findings and tail of one writer into one output. The three must outlive it.
class WriterOutput {
 public:
  WriterOutput(const format::Writer& writer, Output& output) : writer_(writer), output_(output) {}

  void head(std::string_view above);
  bool write(const format::Findings& findings);  // false: the device took no more
  void tail();
  std::uint64_t events() const { return totals_.events; }

 private:
  const format::Writer& writer_;
  Output& output_;
  bool has_written_ = false;
  format::Totals totals_;
};

// What other systems call countries, where the chosen format needs it; else empty.
Result<format::Countries> countries_for(const Settings& settings);

// Writes found events to `path`, after what goes above them; gives how many.
Result<std::uint64_t> write_events(const store::Store& store, std::span<const query::FoundEvent> found,
                                   const format::Writer& writer, const std::string& path, std::string_view above = "");

// The exit code for an answer of so many; says so where there is none of `what`.
int exit_code(const Result<std::uint64_t>& count, std::string_view what);

}  // namespace masudi::cli
