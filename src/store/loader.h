// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "document/coded_document.h"
#include "document/coder_stamp.h"
#include "store/offsets.h"
#include "store/store.h"

namespace masudi::store {

// A document as the store has it.
struct StoredDocument {
  std::int64_t document = 0;  // document_id
  std::int64_t version = 1;
  bool is_current = true;
  CodedDocument coded;
  CoderStamp stamp;
};

// Reads documents and events back, exactly as they were put. Must not outlive the store; one thread at a time.
class Loader {
 public:
  static Result<Loader> over(const Store& store);

  // The document without its events and provenance.
  Result<StoredDocument> document(std::int64_t document);
  // One event of that document.
  Result<Event> event(std::int64_t event, const Offsets& offsets);
  // The document with all that was coded from it.
  Result<StoredDocument> whole_document(std::int64_t document);

 private:
  explicit Loader(const Connection& connection) : connection_(&connection) {}
  Result<void> prepare();
  Result<void> parties(Event& event, std::int64_t id, const Offsets& offsets);
  Result<void> places(Event& event, std::int64_t id, const Offsets& offsets);
  Result<void> words(Event& event, std::int64_t id, const Offsets& offsets);

  Result<Voice> voice_of(Statement& row, const Offsets& offsets);

  const Connection* connection_;
  Statement document_, authors_, event_, events_of_document_, modes_, contexts_, trigger_words_, quantities_, forces_,
      evidence_, places_, parties_, provenance_, sectors_;
};

}  // namespace masudi::store
