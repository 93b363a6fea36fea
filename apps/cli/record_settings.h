// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "query/filter_words.h"

namespace masudi::cli {

// The choices for commands on a store, as they were written. Files, model, format and output are those of Settings.
struct RecordSettings {
  std::string store;
  bool acknowledge = false;  // ingest: print the ids of documents that are safe
  bool diff = false;         // recode: show what changed
  query::FilterWords filter;
  std::uint64_t limit = 0;  // rows or events at most; 0: all
  std::string dyad;         // timeline: "USA,IRN"
  std::string by = "month";
  std::string origins;         // citations: list the origins of this kind, or "all"
  std::string id;              // show
  std::string sql;             // query
  int patience = 1000;         // query: million steps of SQLite's machine at most
  std::string listen;          // serve: "127.0.0.1:7070"
  std::string token;           // serve: empty: none is asked for
  std::string token_file;      // serve: where it stands in a file
  bool feeds = false;          // serve: follow the feeds of the store meanwhile
  unsigned connections = 128;  // serve: at once
};

int ingest(const Settings& settings, const RecordSettings& record);
int recode(const Settings& settings, const RecordSettings& record);
int events(const Settings& settings, const RecordSettings& record);
int incidents(const Settings& settings, const RecordSettings& record);
int citations(const Settings& settings, const RecordSettings& record);
int actors(const Settings& settings, const RecordSettings& record);
int timeline(const Settings& settings, const RecordSettings& record);
int sources(const Settings& settings, const RecordSettings& record);
int escalation_index(const Settings& settings, const RecordSettings& record);
int query(const Settings& settings, const RecordSettings& record);
int serve(const Settings& settings, const RecordSettings& record);
int show(const Settings& settings, const RecordSettings& record);

}  // namespace masudi::cli
