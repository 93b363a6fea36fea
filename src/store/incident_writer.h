// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "record/record.h"
#include "store/store.h"

namespace masudi::store {

// Writes what record/ found into the tables of stories and incidents. The caller holds the transaction. After a failure
// nothing more is written; status() says what it was. Must not outlive the store.
class IncidentWriter {
 public:
  static Result<IncidentWriter> over(Store& store);

  void erase(record::IncidentId incident);
  void write(const record::Incident& incident);  // instead of what is there under its id
  void erase_story(record::StoryId story);
  void write(const record::Story& story);
  void write_placed(const record::Placed& report);  // its story and copies; it waits no longer
  // Reports that a newer version replaced are no part of the record any more.
  void forget_replaced();

  const Result<void>& status() const { return status_; }

 private:
  explicit IncidentWriter(Connection& connection) : connection_(&connection) {}
  Result<void> prepare();
  void head(const record::Incident& incident, std::int64_t id);
  void parties(const record::Incident& incident, std::int64_t id);
  void statements(const record::Incident& incident, std::int64_t id);
  void statement(std::int64_t id, int position, std::string_view field, std::string_view value, std::string_view by,
                 const std::vector<std::string>& reports);
  void mentions(const record::Incident& incident, std::int64_t id);
  // The number of a report's current version, of an event in it; 0 where there is none.
  std::int64_t document(const std::string& report);
  std::int64_t event(const record::MentionRef& mention);
  std::int64_t look_up(Statement& statement);

  template <class... Values>
  void run(Statement& statement, const Values&... values) {
    if (!status_) return;
    if (auto done = statement.run(values...); !done) status_ = std::move(done);
  }

  Connection* connection_;
  Result<void> status_;
  Statement erase_, incident_, party_, figure_, statement_, statement_report_, citation_, mention_;
  Statement erase_story_, story_, placed_, forget_copies_, copy_, forget_, find_document_, find_event_;
};

}  // namespace masudi::store
