// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace masudi::store {

// Saved searches, the alerts that they gave, and what of these is still to be delivered.
constexpr std::string_view kSearchesAndAlerts = R"sql(
CREATE TABLE search (
  search_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  is_on INTEGER NOT NULL,
  checked TEXT
);

CREATE TABLE search_option (
  search_id INTEGER NOT NULL REFERENCES search ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (search_id, position)
) WITHOUT ROWID;

CREATE TABLE search_seen (
  search_id INTEGER NOT NULL REFERENCES search ON DELETE CASCADE,
  event TEXT NOT NULL,
  PRIMARY KEY (search_id, event)
) WITHOUT ROWID;

CREATE TABLE alert (
  alert_id INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  search TEXT NOT NULL,
  day TEXT NOT NULL, from_day TEXT,
  title TEXT NOT NULL,
  value REAL, usual REAL,
  incidents INTEGER NOT NULL
);
CREATE INDEX alert_search ON alert (search, alert_id);

CREATE TABLE alert_incident (
  alert_id INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL, summary TEXT NOT NULL,
  reports INTEGER NOT NULL, origins INTEGER NOT NULL,
  PRIMARY KEY (alert_id, position)
) WITHOUT ROWID;

CREATE TABLE delivery (
  delivery_id INTEGER PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  way TEXT NOT NULL, target TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt INTEGER NOT NULL,
  failure TEXT NOT NULL
);
CREATE INDEX delivery_waiting ON delivery (next_attempt) WHERE state = 'waiting';
CREATE INDEX delivery_alert ON delivery (alert_id);
)sql";

}  // namespace masudi::store
