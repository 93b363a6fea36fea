// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace masudi::store {

// The SQL of each migration. docs/store.md says what the tables and columns mean.
// Documents, versions, events and their parts.
constexpr std::string_view kDocumentsAndEvents = R"sql(
CREATE TABLE coding (
  coding_id INTEGER PRIMARY KEY,
  version TEXT NOT NULL, model TEXT NOT NULL, knowledge TEXT NOT NULL,
  UNIQUE (version, model, knowledge)
);

CREATE TABLE document (
  document_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_current INTEGER NOT NULL,
  content_hash INTEGER NOT NULL,
  date TEXT NOT NULL,
  title TEXT NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL,
  text TEXT NOT NULL,
  sentences INTEGER NOT NULL,
  coding_id INTEGER NOT NULL REFERENCES coding,
  UNIQUE (id, version)
);
CREATE INDEX document_date ON document (date);
CREATE INDEX document_source ON document (source, date);

CREATE TABLE author (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
) WITHOUT ROWID;

CREATE TABLE event (
  event_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  position INTEGER NOT NULL,
  is_current INTEGER NOT NULL,
  published TEXT NOT NULL,
  date TEXT, enddate TEXT,
  type TEXT NOT NULL, cameo TEXT NOT NULL, quad_code INTEGER NOT NULL, event_scale REAL NOT NULL,
  status TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  confidence REAL NOT NULL,
  sentence INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
  trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
  lexicon_entry TEXT NOT NULL
);
CREATE INDEX event_ids ON event (id);
CREATE INDEX event_document ON event (document_id, position);
CREATE INDEX event_day ON event (coalesce(date, published), type);
CREATE INDEX event_last_day ON event (coalesce(enddate, date, published));
CREATE INDEX event_status ON event (status, coalesce(date, published));
CREATE INDEX event_type ON event (type, coalesce(date, published));

CREATE TABLE event_mode (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mode TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE event_context (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE trigger_word (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE quantity (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  measure TEXT NOT NULL,
  low INTEGER, high INTEGER,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE force (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  low INTEGER, high INTEGER,
  what TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE evidence (
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) WITHOUT ROWID;

CREATE TABLE actor (
  actor_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE party (
  party_id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  actor_id INTEGER REFERENCES actor,
  text TEXT NOT NULL,
  sponsor TEXT NOT NULL, office TEXT NOT NULL,
  start INTEGER, "end" INTEGER,
  cue TEXT, cue_start INTEGER, cue_end INTEGER
);
CREATE INDEX party_event ON party (event_id, role, position);
CREATE INDEX party_document ON party (document_id) WHERE event_id IS NULL;
CREATE INDEX party_code ON party (code, role, event_id);
CREATE INDEX party_actor ON party (actor_id, role, event_id);

CREATE TABLE party_sector (
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE,
  position INTEGER NOT NULL,
  sector TEXT NOT NULL,
  PRIMARY KEY (party_id, position)
) WITHOUT ROWID;
CREATE INDEX sector_party ON party_sector (sector, party_id);

CREATE TABLE place (
  place_id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL,
  lat REAL, lon REAL,
  geonames_id INTEGER,
  precision TEXT NOT NULL,
  start INTEGER, "end" INTEGER
);
CREATE INDEX place_event ON place (event_id, position);
CREATE INDEX place_country ON place (country, event_id);

CREATE VIRTUAL TABLE place_area USING rtree (place_id, min_lat, max_lat, min_lon, max_lon);
CREATE TRIGGER place_gone AFTER DELETE ON place WHEN old.lat IS NOT NULL BEGIN
  DELETE FROM place_area WHERE place_id = old.place_id;
END;

CREATE VIRTUAL TABLE text_search USING fts5 (
  title, text, content = 'document', content_rowid = 'document_id',
  tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE name_search USING fts5 (
  name, content = 'actor', content_rowid = 'actor_id',
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIEW event_row AS
SELECT e.event_id, e.id, d.id AS doc_id, d.source, e.published, e.date, e.enddate, e.type,
       (SELECT group_concat(mode, ' ') FROM (SELECT mode FROM event_mode m WHERE m.event_id = e.event_id ORDER BY position)) AS modes,
       e.cameo, e.quad_code, e.event_scale,
       (SELECT group_concat(code, ' ') FROM (SELECT code FROM party p WHERE p.event_id = e.event_id AND role = 'actor' AND code <> '' ORDER BY position)) AS actors,
       (SELECT group_concat(code, ' ') FROM (SELECT code FROM party p WHERE p.event_id = e.event_id AND role = 'recipient' AND code <> '' ORDER BY position)) AS recipients,
       e.status, p1.name AS place, p1.country, p1.lat, p1.lon, e.confidence,
       substr(d.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS sentence
FROM event e
JOIN document d USING (document_id)
LEFT JOIN place p1 ON p1.event_id = e.event_id AND p1.position = 0
WHERE e.is_current;
)sql";

// What record/ finds: near copies, stories, incidents, origins, citations.
constexpr std::string_view kStoriesAndIncidents = R"sql(
CREATE TABLE report (
  document_id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  digest BLOB NOT NULL,
  is_placed INTEGER NOT NULL,
  story_id INTEGER REFERENCES story DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX report_waiting ON report (document_id) WHERE NOT is_placed;
CREATE INDEX report_story ON report (story_id);

CREATE TABLE story (
  story_id INTEGER PRIMARY KEY,
  reports INTEGER NOT NULL,
  agencies TEXT NOT NULL
);

CREATE TABLE copy (
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  of_document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL,
  resemblance REAL NOT NULL, containment REAL NOT NULL,
  PRIMARY KEY (document_id, of_document_id)
) WITHOUT ROWID;
CREATE INDEX copy_of ON copy (of_document_id);

CREATE TABLE incident (
  incident_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  date TEXT NOT NULL, enddate TEXT NOT NULL,
  place TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, geonames_id INTEGER, precision TEXT,
  verdict TEXT NOT NULL,
  mentions INTEGER NOT NULL, reports INTEGER NOT NULL, origins INTEGER NOT NULL,
  first_report TEXT NOT NULL, first_published TEXT NOT NULL, last_published TEXT NOT NULL,
  reasoning TEXT NOT NULL
);
CREATE INDEX incident_origins ON incident (origins);
CREATE INDEX incident_day ON incident (date);

CREATE TABLE incident_mention (
  event_id INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  position INTEGER NOT NULL
);
CREATE INDEX mention_incident ON incident_mention (incident_id, position);

CREATE TABLE incident_party (
  incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  role TEXT NOT NULL, position INTEGER NOT NULL,
  code TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (incident_id, role, position)
) WITHOUT ROWID;

CREATE TABLE incident_figure (
  incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  measure TEXT NOT NULL,
  best_low INTEGER, best_high INTEGER, all_low INTEGER, all_high INTEGER,
  PRIMARY KEY (incident_id, measure)
) WITHOUT ROWID;

CREATE TABLE incident_statement (
  incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (incident_id, position)
) WITHOUT ROWID;

CREATE TABLE incident_statement_report (
  incident_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (incident_id, position, document_id),
  FOREIGN KEY (incident_id, position) REFERENCES incident_statement ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX statement_document ON incident_statement_report (document_id);

CREATE TABLE citation (
  incident_id INTEGER NOT NULL REFERENCES incident ON DELETE CASCADE,
  position INTEGER NOT NULL,
  citing TEXT NOT NULL, cited TEXT NOT NULL,
  document_id INTEGER REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL,
  is_circular INTEGER NOT NULL,
  PRIMARY KEY (incident_id, position)
) WITHOUT ROWID;
CREATE INDEX citation_document ON citation (document_id);
CREATE INDEX citation_cited ON citation (cited);
)sql";

// Feeds and folders that are watched, and what was seen in them.
constexpr std::string_view kFeeds = R"sql(
CREATE TABLE feed (
  feed_id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  every INTEGER,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL,
  due INTEGER NOT NULL,
  last_tried INTEGER, last_good INTEGER,
  failures INTEGER NOT NULL,
  problem TEXT NOT NULL,
  is_gone INTEGER NOT NULL
);
CREATE INDEX feed_due ON feed (due);

CREATE TABLE feed_item (
  feed_id INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  key TEXT NOT NULL,
  seen_hash INTEGER NOT NULL,
  text_hash INTEGER,
  outcome TEXT NOT NULL,
  document TEXT NOT NULL,
  problem TEXT NOT NULL,
  tries INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY (feed_id, key)
) WITHOUT ROWID;
CREATE INDEX feed_item_text ON feed_item (feed_id, text_hash);
CREATE INDEX feed_item_document ON feed_item (document);
)sql";

}  // namespace masudi::store
