// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "asking.h"
#include "format/datasets.h"
#include "format/incident_block.h"
#include "query/events.h"
#include "query/incidents.h"
#include "query/sheets.h"
#include "write_events.h"

namespace masudi::cli {
namespace {

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
