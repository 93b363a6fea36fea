// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coding/coder.h"
#include "document/coded_document.h"
#include "format/writer.h"
#include "language/core.h"
#include "read/source.h"

namespace masudi::pipeline {

// What the steps need. The parts outlive the run and are shared by its threads.
struct Engine {
  const language::Core& core;
  const coding::Coder* coder;    // null: analyse the language only
  const format::Writer* writer;  // null: hand on what was coded, unwritten
};

struct Options {
  unsigned threads = 1;       // at least 1
  double min_confidence = 0;  // events below it are left out
};

// What became of one record.
struct Product {
  std::string output;                  // where the engine has a writer
  std::optional<CodedDocument> coded;  // where it has none …
  std::string digest;                  // … and the digest of it, packed by record/
  std::vector<std::string> warnings;
  std::string error;  // empty: it was read
  std::uint64_t bytes_read = 0;
  std::uint64_t sentences = 0;
  std::uint64_t events = 0;
};

// Takes the products in the order of the input, whatever thread made them; never called by two threads at once.
class Sink {
 public:
  virtual ~Sink() = default;
  // False: stop, nothing more can be taken.
  virtual bool take(Product product) = 0;
};

// Reads, analyses, codes and formats every record of the source. At most a few records a thread are held at a time.
// What reaches the sink is the same for every number of threads.
format::Totals run(read::Source& source, const Engine& engine, const Options& options, Sink& sink);

}  // namespace masudi::pipeline
