// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "document/coder_stamp.h"
#include "pipeline/run.h"
#include "read/source.h"

namespace masudi::pipeline {

// What became of the documents of an ingestion.
struct Ingested {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;    // new versions of known documents
  std::uint64_t known = 0;      // passed over
  std::uint64_t failed = 0;     // could not be read
  std::uint64_t events = 0;     // of added and changed documents
  std::uint64_t incidents = 0;  // made, grown or gone
};

// Hears how an ingestion goes on. Called by one thread at a time.
class IngestListener {
 public:
  virtual ~IngestListener() = default;
  virtual void warning(const std::string& message) = 0;
  virtual void refused(const std::string& message) = 0;  // a record could not be read
  virtual void progress(std::uint64_t bytes_read, std::uint64_t documents) = 0;
  // These documents are safe on the disk, whatever happens to the program or the machine now.
  virtual void stored(std::span<const std::string> ids) = 0;
};

// Codes the documents that the store does not know yet, and keeps them there in the order of the input. Known ones are
// passed over without being coded; at the end the record of incidents is brought up to date. So a run that was cut off
// goes on where it stopped when it is started again. `engine.writer` is not used. What is in the store afterwards is
// the same for every number of threads.
Result<Ingested> ingest(read::Source& source, const Engine& engine, const CoderStamp& stamp, const std::string& store,
                        unsigned threads, IngestListener& listener);

}  // namespace masudi::pipeline
