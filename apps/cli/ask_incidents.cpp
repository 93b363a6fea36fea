// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "asking.h"
#include "format/datasets.h"
#include "format/graph.h"
#include "format/sheet.h"
#include "query/citations.h"
#include "query/incident_events.h"
#include "query/incidents.h"
#include "write_events.h"

namespace masudi::cli {
namespace {

// What of an incident has room in a table; the other formats give all.
const std::vector<std::string> kIncidentTable = {"id",      "date",    "type",    "actors",  "recipients",  "place",
                                                 "country", "verdict", "reports", "origins", "origin_names"};

// Each incident as one event of a layout that has a row a happening.
class WriteIncidents final : public query::IncidentVisitor {
 public:
  explicit WriteIncidents(WriterOutput& out) : out_(out) {}

  bool visit(const store::StoredDocument& document, const Event& event, const Counts& counts) override {
    static const Analysis kNone;
    const format::Backing backing{counts.mentions, counts.outlets, counts.reports};
    return out_.write({document.coded.document, kNone, {&event, 1}, {}, &document.stamp, backing});
  }

 private:
  WriterOutput& out_;
};

// The mentions of incidents, each under the id of its incident.
class WriteMentions final : public query::EventVisitor {
 public:
  WriteMentions(std::span<const std::string> incidents, WriterOutput& out) : incidents_(incidents), out_(out) {}

  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    static const Analysis kNone;
    std::vector<Event> mentions(events.begin(), events.end());
    for (Event& mention : mentions) mention.id = incidents_[at_++];
    return out_.write({document.coded.document, kNone, mentions, {}, &document.stamp});
  }

 private:
  std::span<const std::string> incidents_;
  WriterOutput& out_;
  std::size_t at_ = 0;
};

Result<void> write_all(const store::Store& store, const query::Filter& filter, std::uint64_t limit, bool each_mention,
                       WriterOutput& out) {
  if (!each_mention) {
    WriteIncidents visitor(out);
    return query::visit_incidents(store, filter, limit, visitor);
  }
  const auto mentions = query::incident_mentions(store, filter, limit);
  if (!mentions) return tl::make_unexpected(mentions.error());
  WriteMentions visitor(mentions->incidents, out);
  return query::visit_events(store, mentions->found, visitor);
}

// In the layout of GDELT's events, or of its mentions.
Result<std::uint64_t> list_for_gdelt(const Settings& settings, const RecordSettings& record, bool each_mention) {
  auto filter = filter_of(record);
  if (!filter) return tl::make_unexpected(std::move(filter.error()));
  const auto countries = countries_for(settings);
  if (!countries) return tl::make_unexpected(countries.error());
  auto store = store::Store::open_to_read(record.store);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto output = Output::open(settings.output);
  if (!output) return tl::make_unexpected(std::move(output.error()));
  const auto writer = each_mention ? format::gdelt_mentions_writer() : format::gdelt_writer(*countries);
  WriterOutput out(*writer, *output);
  out.head("");
  if (auto done = write_all(*store, *filter, record.limit, each_mention, out); !done)
    return tl::make_unexpected(std::move(done.error()));
  out.tail();
  if (auto done = output->finish(); !done) return tl::make_unexpected(std::move(done.error()));
  return out.events();
}

int draw_graph(const Settings& settings, const RecordSettings& record, std::string_view id,
               Result<Graph> (*graph_of)(const store::Store&, const query::Filter&, std::uint64_t)) {
  return answer_with(settings, record, [&](store::Store& store) {
    return filter_of(record)
        .and_then([&](const query::Filter& f) { return graph_of(store, f, record.limit); })
        .map([&](const Graph& graph) {
          return Drawn{format::write_graphml(graph, id), graph.edges.rows.empty()};
        });
  });
}

}  // namespace

int incidents(const Settings& settings, const RecordSettings& record) {
  const std::string format = chosen_format(settings);
  if (format == "graphml") return draw_graph(settings, record, "incidents", query::incident_graph);
  if (format == "gdelt" || format == "gdelt-mentions") {
    return exit_code(list_for_gdelt(settings, record, format != "gdelt"), "incident that passes the filter");
  }
  return answer(settings, record, [&](store::Store& store) {
    return filter_of(record)
        .and_then([&](const query::Filter& f) { return query::incidents(store, f, record.limit); })
        .map([&](Sheet sheet) { return format == "table" ? columns_of(sheet, kIncidentTable) : sheet; });
  });
}

int citations(const Settings& settings, const RecordSettings& record) {
  const bool of_origins = !record.origins.empty();
  if (chosen_format(settings) == "graphml" && !of_origins)
    return draw_graph(settings, record, "citations", query::citation_graph);
  return answer(settings, record, [&](store::Store& store) -> Result<Sheet> {
    if (chosen_format(settings) == "graphml") return fail("--origins is a list, no graph; leave out --format graphml");
    auto filter = filter_of(record);
    if (!filter) return tl::make_unexpected(std::move(filter.error()));
    if (!of_origins) return query::citations(store, *filter, record.limit);
    return query::origins(store, *filter, record.origins == "all" ? "" : record.origins, record.limit);
  });
}

}  // namespace masudi::cli
