// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "asking.h"
#include "countries.h"
#include "engine.h"
#include "format/datasets.h"
#include "messages.h"
#include "output.h"
#include "query/events.h"
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
                                   const format::Writer& writer, const std::string& path) {
  auto output = Output::open(path);
  if (!output) return tl::make_unexpected(std::move(output.error()));
  std::string edge;
  writer.head(edge);
  output->write(edge);
  WriteEvents visitor(writer, *output);
  if (auto done = query::visit_events(store, found, visitor); !done) return tl::make_unexpected(std::move(done.error()));
  edge.clear();
  writer.tail(visitor.totals, edge);
  output->write(edge);
  if (auto done = output->finish(); !done) return tl::make_unexpected(std::move(done.error()));
  return visitor.totals.events;
}

Result<std::uint64_t> list_events(const Settings& settings, const RecordSettings& record) {
  auto filter = filter_of(record);
  if (!filter) return tl::make_unexpected(std::move(filter.error()));
  auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return tl::make_unexpected(std::move(knowledge.error()));
  auto store = store::Store::open_to_read(record.store);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = query::find_events(*store, *filter, record.limit);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  const format::Countries countries = countries_of(*knowledge);
  const auto writer = format::event_writer_named(chosen_format(settings), countries, chosen_style(settings));
  return write_events(*store, *found, *writer, settings.output);
}

int exit_code(const Result<std::uint64_t>& count, std::string_view what) {
  if (!count) {
    print_error(count.error().message);
    return kFailed;
  }
  if (*count == 0) print_note(fmt::format("no {} found", what));
  return *count > 0 ? kDone : kNothingFound;
}

}  // namespace

int events(const Settings& settings, const RecordSettings& record) {
  return exit_code(list_events(settings, record), "events");
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
                [&](store::Store& store) { return query::ask(store, record.sql, record.limit); });
}

int show(const Settings& settings, const RecordSettings& record) {
  const auto shown = [&]() -> Result<std::uint64_t> {
    auto store = store::Store::open_to_read(record.store);
    if (!store) return tl::make_unexpected(std::move(store.error()));
    auto found = query::events_of(*store, record.id);
    if (!found) return tl::make_unexpected(std::move(found.error()));
    return write_events(*store, *found, *format::proof_writer(chosen_style(settings)), settings.output);
  };
  return exit_code(shown(), fmt::format("event or document \"{}\"", record.id));
}

}  // namespace masudi::cli
