// SPDX-License-Identifier: Apache-2.0
#include "record_options.h"

#include <array>

#include "options.h"

namespace masudi::cli {
namespace {

const std::vector<std::string> kSheets = {"table", "jsonl", "csv", "tsv"};
const std::vector<std::string> kEverything = {"table",   "jsonl", "csv",     "tsv",     "gdelt",   "gdelt-mentions",
                                              "polecat", "icews", "phoenix", "geojson", "graphml", "stix"};

void add_limit(CLI::App& app, RecordSettings& r) {
  app.add_option("--limit", r.limit, "At most so many (all)")->type_name("N");
}

CLI::App& add_question(CLI::App& app, const char* name, const char* words, Settings& s, RecordSettings& r) {
  CLI::App& command = *app.add_subcommand(name, words);
  add_store(command, r.store), add_limit(command, r), add_output(command, s);
  return command;
}

void add_writers(CLI::App& app, Settings& s, RecordSettings& r) {
  CLI::App& ingest = *app.add_subcommand("ingest", "Code reports and keep them and their events in a store");
  add_store(ingest, r.store), add_input(ingest, s);
  ingest.add_flag("--acknowledge", r.acknowledge, "Print the id of every document as soon as it is safely stored");
  add_model(ingest, s), add_knowledge(ingest, s);

  CLI::App& recode = *app.add_subcommand("recode", "Code everything in a store again");
  add_store(recode, r.store), add_threads(recode, s);
  recode.add_flag("--diff", r.diff, "Show which events went, came and changed");
  add_output(recode, s), add_model(recode, s), add_knowledge(recode, s);
}

void add_questions(CLI::App& app, Settings& s, RecordSettings& r) {
  CLI::App& events = add_question(app, "events", "List the events of a store", s, r);
  add_format(events, s, kEverything,
             "table, jsonl, csv, tsv, gdelt, gdelt-mentions, polecat, icews, phoenix, geojson, graphml or stix");
  add_filter(events, r.filter), add_knowledge(events, s);

  CLI::App& incidents =
      add_question(app, "incidents", "List what happened, and how many sources stand behind it", s, r);
  add_format(incidents, s, {"table", "jsonl", "csv", "tsv", "geojson", "graphml", "gdelt", "gdelt-mentions"},
             "table, jsonl, csv, tsv, geojson, graphml, gdelt or gdelt-mentions");
  add_filter(incidents, r.filter), add_knowledge(incidents, s);

  CLI::App& citations = add_question(app, "citations", "Show who relies on whom, and where claims come from", s, r);
  citations
      .add_option("--origins", r.origins,
                  "Instead, what goes back to each outlet, agency, voice, unnamed-voice, circle, or all")
      ->type_name("KIND")
      ->check(CLI::IsMember({"all", "outlet", "agency", "voice", "unnamed-voice", "circle"}));
  add_format(citations, s, {"table", "jsonl", "csv", "tsv", "graphml"}, "table, jsonl, csv, tsv or graphml");
  add_filter(citations, r.filter);

  CLI::App& actors = add_question(app, "actors", "Count who acts and who is acted upon", s, r);
  add_format(actors, s, kSheets, "table, jsonl, csv or tsv");
  add_filter(actors, r.filter);

  CLI::App& timeline = add_question(app, "timeline", "Count events, cooperation and conflict over time", s, r);
  timeline.add_option("--dyad", r.dyad, "Only between these two, either way")->type_name("CODE,CODE");
  timeline.add_option("--by", r.by, "day, week, month or year (month)")
      ->type_name("STEP")
      ->check(CLI::IsMember({"day", "week", "month", "year"}));
  add_format(timeline, s, kSheets, "table, jsonl, csv or tsv");
  add_filter(timeline, r.filter);

  CLI::App& sources = add_question(app, "sources", "Count what each outlet reports", s, r);
  add_format(sources, s, kSheets, "table, jsonl, csv or tsv");
  add_filter(sources, r.filter);

  CLI::App& index = add_question(app, "index", "Escalation index of a country, month by month", s, r);
  index.add_option("--by", r.by, "day, week, month or year (month)")
      ->type_name("STEP")
      ->check(CLI::IsMember({"day", "week", "month", "year"}));
  add_format(index, s, kSheets, "table, jsonl, csv or tsv");
  add_filter(index, r.filter);

  CLI::App& query = add_question(app, "query", "Ask a store in SQL; nothing can be changed", s, r);
  query.add_option("SQL", r.sql, "A SELECT over the tables of docs/store.md")->required();
  query.add_option("--patience", r.patience, "Give up after so many million steps of SQLite (1000: some ten seconds)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000));
  add_format(query, s, kSheets, "table, jsonl, csv or tsv");

  CLI::App& show =
      add_question(app, "show", "Show an incident, event or document with every sentence that proves it", s, r);
  show.add_option("ID", r.id, "Id of an incident, an event or a document")->required();
}

void add_server(CLI::App& app, Settings& s, RecordSettings& r) {
  CLI::App& serve =
      *app.add_subcommand("serve", "Show a store in the browser, and answer programs as JSON (docs/api.md)");
  add_store(serve, r.store), add_knowledge(serve, s);
  serve.add_option("--listen", r.listen, "Address and port (127.0.0.1:7070: this machine alone)")
      ->type_name("ADDRESS:PORT")
      ->default_val("127.0.0.1:7070");
  serve.add_option("--token-file", r.token_file, "Ask for the token in this file (or in the variable MASUDI_TOKEN)")
      ->type_name("FILE");
  serve.add_flag("--feeds", r.feeds, "Follow the feeds of the store meanwhile, as masudi feed run does");
  serve.add_option("--connections", r.connections, "Serve at most so many connections at once (128)")
      ->type_name("N")
      ->check(CLI::Range(8, 900));
}

struct Command {
  const char* name;
  int (*run)(const Settings&, const RecordSettings&);
};
constexpr std::array<Command, 12> kCommands = {{{"ingest", ingest},
                                                {"recode", recode},
                                                {"events", events},
                                                {"incidents", incidents},
                                                {"citations", citations},
                                                {"actors", actors},
                                                {"timeline", timeline},
                                                {"sources", sources},
                                                {"index", escalation_index},
                                                {"query", query},
                                                {"serve", serve},
                                                {"show", show}}};

}  // namespace

void add_store(CLI::App& app, std::string& store) {
  app.add_option("--store,-s", store, "The store (masudi.db, or what MASUDI_STORE names)")
      ->type_name("FILE")
      ->envname("MASUDI_STORE")
      ->default_val("masudi.db");
}

void add_sheet_format(CLI::App& app, Settings& s) { add_format(app, s, kSheets, "table, jsonl, csv or tsv"); }

void add_format(CLI::App& app, Settings& s, const std::vector<std::string>& names, const std::string& words) {
  app.add_option("--format,-f", s.format, words + " (table on a terminal, else jsonl)")
      ->type_name("NAME")
      ->check(CLI::IsMember(names));
}

void add_filter(CLI::App& app, query::FilterWords& f) {
  const std::string group = "Filter (different options must all hold; of several values of one option, one)";
  const auto add = [&](const char* name, auto& value, const char* words, const char* type) {
    return app.add_option(name, value, words)->type_name(type)->group(group);
  };
  add("--from", f.from, "Happened on this day or later", "YYYY-MM-DD");
  add("--to", f.to, "Happened on this day or earlier", "YYYY-MM-DD");
  add("--actor", f.actors, "Who did it: IRN, MIL, \"IRN MIL\", or words of a name", "WHO");
  add("--recipient", f.recipients, "To whom", "WHO");
  add("--type", f.types, "Type of event, with a mode if you like: ASSAULT, ASSAULT:drone", "TYPE");
  add("--country", f.countries, "Where it happened", "CODE");
  add("--near", f.near, "Where it happened: at most KM kilometres from there; LAT,LON,KM or PLACE,KM", "WHERE");
  add("--status", f.statuses, "actual, historical, future, hypothetical, negated", "STATUS");
  add("--source", f.sources, "Outlet that published it", "NAME");
  add("--text", f.text, "Words in the text or in a party's name; \"a phrase\", begin*", "WORDS");
  add("--min-confidence", f.min_confidence, "At least so sure", "0..1")->check(CLI::Range(0.0, 1.0));
  add("--min-origins", f.min_origins, "At least so many independent origins stand behind it", "N")
      ->check(CLI::Range(0, 1000000));
}

void add_record_commands(CLI::App& app, Settings& settings, RecordSettings& record) {
  add_writers(app, settings, record);
  add_server(app, settings, record);
  add_questions(app, settings, record);
}

std::optional<int> dispatch_record(const CLI::App& app, const Settings& settings, const RecordSettings& record) {
  for (const Command& command : kCommands) {
    if (app.got_subcommand(command.name)) return command.run(settings, record);
  }
  return std::nullopt;
}

}  // namespace masudi::cli
