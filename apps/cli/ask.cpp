// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "asking.h"
#include "countries.h"
#include "document/sheet.h"
#include "engine.h"
#include "format/datasets.h"
#include "format/incident_block.h"
#include "messages.h"
#include "output.h"
#include "query/events.h"
#include "query/incidents.h"
#include "query/sheets.h"

namespace masudi::cli {
namespace {

// Passes what was found to a writer.
class WriteEvents final : public query::EventVisitor {
 public:
  WriteEvents(const format::Writer& writer, Output& output) : writer_(writer), output_(output) {}

  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    static const Analysis kNone;
    std::string out;
    writer_.write({document.coded.document, kNone, events, {}, &document.stamp}, out);
    ++totals.documents;
    totals.events += events.size();
    if (out.empty()) return true;
    if (has_written_) output_.write(writer_.between());
    has_written_ = true;
    return output_.write(out);
  }
  format::Totals totals;

 private:
  const format::Writer& writer_;
  Output& output_;
  bool has_written_ = false;
};

Result<std::uint64_t> write_events(const store::Store& store, std::span<const query::FoundEvent> found,
                                   const format::Writer& writer, const std::string& path, std::string_view above = "") {
  auto output = Output::open(path);
  if (!output) return tl::make_unexpected(std::move(output.error()));
  std::string edge(above);
  writer.head(edge);
  output->write(edge);
  WriteEvents visitor(writer, *output);
  if (auto done = query::visit_events(store, found, visitor); !done)
    return tl::make_unexpected(std::move(done.error()));
  edge.clear();
  writer.tail(visitor.totals, edge);
  output->write(edge);
  if (auto done = output->finish(); !done) return tl::make_unexpected(std::move(done.error()));
  return visitor.totals.events;
}

// The layouts of other systems need their codes of countries; nothing else does.
Result<format::Countries> countries_for(const Settings& settings) {
  const std::string format = chosen_format(settings);
  const auto is_own = [&](std::string_view own) { return own == format; };
  constexpr std::array<std::string_view, 7> kOwn = {"table", "jsonl", "csv", "tsv", "geojson", "graphml", "stix"};
  if (std::any_of(kOwn.begin(), kOwn.end(), is_own)) return format::Countries();
  return open_knowledge(settings.knowledge).map([](const knowledge::Knowledge& k) { return countries_of(k); });
}

Result<std::uint64_t> list_events(const Settings& settings, const RecordSettings& record) {
  auto filter = filter_of(record);
  if (!filter) return tl::make_unexpected(std::move(filter.error()));
  auto countries = countries_for(settings);
  if (!countries) return tl::make_unexpected(std::move(countries.error()));
  auto store = store::Store::open_to_read(record.store);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = query::find_events(*store, *filter, record.limit);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  const auto writer = format::event_writer_named(chosen_format(settings), *countries, chosen_style(settings));
  return write_events(*store, *found, *writer, settings.output);
}

// What of an incident has room in a table; the other formats give all.
const std::vector<std::string> kIncidentTable = {"id",      "date",    "type",    "actors",  "recipients",  "place",
                                                 "country", "verdict", "reports", "origins", "origin_names"};

int exit_code(const Result<std::uint64_t>& count, std::string_view what) {
  if (!count) {
    print_error(count.error().message);
    return kFailed;
  }
  if (*count == 0) print_note(fmt::format("there is no {}", what));
  return *count > 0 ? kDone : kNothingFound;
}

}  // namespace

int events(const Settings& settings, const RecordSettings& record) {
  return exit_code(list_events(settings, record), "event that passes the filter");
}

int actors(const Settings& settings, const RecordSettings& record) {
  return answer(settings, record, [&](store::Store& store) {
    return filter_of(record).and_then([&](const query::Filter& f) { return query::actors(store, f, record.limit); });
  });
}

int sources(const Settings& settings, const RecordSettings& record) {
  return answer(settings, record, [&](store::Store& store) {
    return filter_of(record).and_then([&](const query::Filter& f) { return query::sources(store, f, record.limit); });
  });
}

int query(const Settings& settings, const RecordSettings& record) {
  return answer(settings, record,
                [&](store::Store& store) { return query::ask(store, record.sql, record.limit, record.patience); });
}

int incidents(const Settings& settings, const RecordSettings& record) {
  const bool is_table = chosen_format(settings) == "table";
  return answer(settings, record, [&](store::Store& store) {
    return filter_of(record)
        .and_then([&](const query::Filter& f) { return query::incidents(store, f, record.limit); })
        .map([&](Sheet sheet) { return is_table ? columns_of(sheet, kIncidentTable) : sheet; });
  });
}

int show(const Settings& settings, const RecordSettings& record) {
  const format::Style style = chosen_style(settings);
  const auto shown = [&]() -> Result<std::uint64_t> {
    auto store = store::Store::open_to_read(record.store);
    if (!store) return tl::make_unexpected(std::move(store.error()));
    auto incident = query::incident(*store, record.id);
    if (!incident) return tl::make_unexpected(std::move(incident.error()));
    if (*incident) {
      const auto& view = **incident;
      const std::string above = format::incident_block(view.head, view.statements, view.citations, style);
      return write_events(*store, view.mentions, *format::proof_writer(style), settings.output, above);
    }
    auto found = query::events_of(*store, record.id);
    if (!found) return tl::make_unexpected(std::move(found.error()));
    return write_events(*store, *found, *format::proof_writer(style), settings.output);
  };
  return exit_code(shown(), fmt::format("incident, event or document \"{}\"", record.id));
}

}  // namespace masudi::cli
