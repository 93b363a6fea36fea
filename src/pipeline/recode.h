// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/coded_document.h"
#include "document/coder_stamp.h"
#include "pipeline/run.h"

namespace masudi::pipeline {

// What a new coding changed in one document. Events are the same if their ids are; what an event rests on (the line of
// the lexicon, the paths) may change without it counting as changed.
struct Difference {
  std::vector<Event> gone;
  std::vector<Event> come;
  std::vector<std::pair<Event, Event>> changed;  // before, after

  bool empty() const { return gone.empty() && come.empty() && changed.empty(); }
};
Difference difference(const std::vector<Event>& before, const std::vector<Event>& after);

struct Recoded {
  std::uint64_t documents = 0;
  std::uint64_t gone = 0, come = 0, changed = 0, same = 0;  // events
};

// Hears how it goes on; called by one thread at a time.
class RecodeListener {
 public:
  virtual ~RecodeListener() = default;
  virtual void progress(std::uint64_t documents, std::uint64_t all) = 0;
  virtual void differs(const Document& document, const Difference& difference) = 0;
};

// Codes every version of every document of a store again and keeps the new coding instead of the old. When it is cut
// off, some documents are coded anew and the others as before; starting again finishes the work.
Result<Recoded> recode(const Engine& engine, const CoderStamp& stamp, const std::string& store, unsigned threads,
                       RecodeListener& listener);

}  // namespace masudi::pipeline
