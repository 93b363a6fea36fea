// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/coded_document.h"
#include "store/offsets.h"
#include "store/sqlite.h"

namespace masudi::store {

// Writes events and voices of one document into their tables. The caller holds the transaction. After a failure nothing
// more is written and the failure is kept.
class EventInserter {
 public:
  static Result<EventInserter> over(Connection& connection);

  Result<void> insert(const CodedDocument& coded, std::int64_t document, bool is_current);

 private:
  // What the parts of a document share.
  struct Scope {
    const CodedDocument& coded;
    const Offsets& offsets;
    std::int64_t document;
    bool is_current;
  };

  explicit EventInserter(Connection& connection) : connection_(&connection) {}
  Result<void> prepare();
  void event(const Event& event, int position, const Scope& scope);
  void words(const Event& event, std::int64_t id, const Scope& scope);
  void amounts(const Event& event, std::int64_t id);
  void places(const Event& event, std::int64_t id, const Scope& scope);
  void parties(const Event& event, std::int64_t id, const Scope& scope);
  struct Role {
    std::string_view name;
    std::optional<std::int64_t> event;
    int position;
  };
  void party(const Party& party, const std::optional<Span>& cue, const Role& role, const Scope& scope);
  std::optional<std::int64_t> actor(const std::string& name);

  template <class... Values>
  void run(Statement& statement, const Values&... values) {
    if (!status_) return;
    if (auto done = statement.run(values...); !done) status_ = std::move(done);
  }

  Connection* connection_;
  Result<void> status_;
  Statement event_, mode_, context_, trigger_word_, quantity_, force_, evidence_, place_, area_, party_, sector_;
  Statement find_actor_, actor_, index_actor_;
};

}  // namespace masudi::store
