// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "document/coder_stamp.h"
#include "store/event_inserter.h"
#include "store/store.h"

namespace masudi::store {

enum class Outcome : std::uint8_t {
  added,    // a document that the store did not know
  changed,  // known by its id, with other content: kept as a new version, which is the current one from now on
  known,    // one of its versions has this content: nothing was written
};

// Puts coded documents into a store. The caller begins and commits the transactions and rolls back after a failure.
// Must not outlive the store; one thread at a time.
class Recorder {
 public:
  // `stamp`: who coded what is put. To be opened inside a transaction.
  static Result<Recorder> open(Store& store, const CoderStamp& stamp);

  // `digest`: of the coded document, packed by record/.
  Result<Outcome> put(const CodedDocument& coded, std::string_view digest);
  // Replaces what was coded from a stored document by what is coded from it now.
  Result<void> recode(std::int64_t document, bool is_current, const CodedDocument& coded, std::string_view digest);

 private:
  Recorder(Connection& connection, EventInserter events) : connection_(&connection), events_(std::move(events)) {}
  Result<void> prepare(const CoderStamp& stamp);
  Result<std::int64_t> insert_document(const CodedDocument& coded, std::int64_t hash, std::int64_t version);

  Connection* connection_;
  EventInserter events_;
  std::int64_t coding_ = 0;
  Statement find_, retire_document_, retire_events_, document_, author_, index_, digest_;
  Statement forget_events_, forget_voices_, recoded_;
};

}  // namespace masudi::store
