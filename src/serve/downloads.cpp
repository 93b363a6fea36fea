// SPDX-License-Identifier: Apache-2.0
#include "serve/downloads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "format/cards.h"
#include "format/datasets.h"
#include "format/sheet.h"
#include "query/incident_cards.h"
#include "query/incident_pages.h"
#include "query/incidents.h"

namespace masudi::serve {
namespace {

constexpr int kPatience = 2000;  // million steps of SQLite's machine

struct Kind {
  std::string_view format, type, ending;
};
constexpr std::string_view kTsv = "text/tab-separated-values; charset=utf-8";
constexpr std::array<Kind, 12> kKinds = {{{"jsonl", "application/x-ndjson", "jsonl"},
                                          {"csv", "text/csv; charset=utf-8", "csv"},
                                          {"tsv", kTsv, "tsv"},
                                          {"table", "text/plain; charset=utf-8", "txt"},
                                          {"gdelt", kTsv, "gdelt.tsv"},
                                          {"gdelt-mentions", kTsv, "gdelt-mentions.tsv"},
                                          {"polecat", kTsv, "polecat.tsv"},
                                          {"icews", kTsv, "icews.tsv"},
                                          {"phoenix", kTsv, "phoenix.tsv"},
                                          {"geojson", "application/geo+json", "geojson"},
                                          {"graphml", "application/graphml+xml", "graphml"},
                                          {"stix", "application/stix+json;version=2.1", "stix.json"}}};

tl::unexpected<Failure> refuse(std::string message, int status = 400) {
  return tl::unexpected<Failure>(Failure{status, std::move(message)});
}

class WriteEvents final : public query::EventVisitor {
 public:
  WriteEvents(const format::Writer& writer, const Write& write) : writer_(writer), write_(write) {}

  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    static const Analysis kNone;
    std::string out;
    writer_.write({document.coded.document, kNone, events, {}, &document.stamp}, out);
    ++totals.documents, totals.events += events.size();
    if (out.empty()) return true;
    if (has_written_) out.insert(0, writer_.between());
    has_written_ = true;
    return is_fine = write_(out);
  }
  format::Totals totals;
  bool is_fine = true;

 private:
  const format::Writer& writer_;
  const Write& write_;
  bool has_written_ = false;
};

bool write_events(const store::Store& store, const std::vector<query::FoundEvent>& found, const format::Writer& writer,
                  const Write& write) {
  std::string edge;
  writer.head(edge);
  if (!edge.empty() && !write(edge)) return false;
  WriteEvents visitor(writer, write);
  if (!query::visit_events(store, found, visitor) || !visitor.is_fine) return false;
  edge.clear();
  writer.tail(visitor.totals, edge);
  return edge.empty() || write(edge);
}

// Some hundred incidents as bytes of the format; head and tail of the whole are left to the caller.
Result<std::string> part(const store::Store& store, std::span<const std::int64_t> numbers, std::string_view format) {
  if (format == "jsonl" || format == "geojson") {
    return query::incident_cards(store, numbers).map([&](const std::vector<IncidentCard>& cards) {
      return format == "jsonl" ? format::cards_jsonl(cards) : format::features_geojson(cards);
    });
  }
  const auto kind = format == "csv" ? format::SheetFormat::csv : format::SheetFormat::tsv;
  return query::incidents(store, numbers).map([&](const Sheet& sheet) { return format::write_sheet(sheet, kind, {}); });
}

bool write_incidents(const store::Store& store, const std::vector<std::int64_t>& numbers, std::string_view format,
                     const Write& write) {
  constexpr std::size_t kPart = 200;
  const bool is_geojson = format == "geojson", has_header = format == "csv" || format == "tsv";
  if (is_geojson && !write(format::kGeoJsonHead)) return false;
  for (std::size_t at = 0; at < numbers.size() || (at == 0 && has_header); at += kPart) {
    const std::size_t count = std::min(kPart, numbers.size() - at);
    auto bytes = part(store, std::span(numbers).subspan(at, count), format);
    if (!bytes) return false;
    if (at > 0 && has_header) bytes->erase(0, bytes->find('\n') + 1);
    if (at > 0 && is_geojson) bytes->insert(0, ",\n");
    if (!bytes->empty() && !write(*bytes)) return false;
  }
  return !is_geojson || write(format::kGeoJsonTail);
}

}  // namespace

tl::expected<DownloadBody, Failure> open_download(const std::string& path, const Parameters& parameters,
                                                  const Download& wanted, const format::Countries& countries) {
  const auto kind =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.format == wanted.format; });
  const bool is_events = wanted.what == "events";
  const bool for_incidents =
      wanted.format == "jsonl" || wanted.format == "csv" || wanted.format == "tsv" || wanted.format == "geojson";
  if (kind == kKinds.end() || (!is_events && !for_incidents)) {
    return refuse(fmt::format("{} are not given out as {}", wanted.what, wanted.format), 404);
  }
  std::vector<std::string_view> known = filter_names();
  known.push_back("limit");
  if (const auto name = parameters.unknown(known))
    return refuse(fmt::format("there is no parameter \"{}\" here", *name));
  const auto filter = filter_of(parameters);
  if (!filter) return refuse(filter.error().message);
  const auto limit = count_of(parameters, "limit", 0, 1'000'000'000);
  if (!limit) return refuse(limit.error().message);

  auto opened = store::Store::open_to_read(path);
  if (!opened) return refuse(opened.error().message, 500);
  auto store = std::make_shared<store::Store>(std::move(*opened));
  (void)store->connection().run("BEGIN");
  store->connection().limit_steps(kPatience);
  DownloadBody body{std::string(kind->type), std::string(kind->ending), {}};
  const query::Page page{*limit, "", false};
  const auto failed = [&](const Error& error) {
    return store->connection().gave_up() ? refuse("the question takes too long; ask for less", 503)
                                         : refuse(error.message, 500);
  };
  if (is_events) {
    auto found = query::find_events(*store, *filter, page);
    if (!found) return failed(found.error());
    body.write_all = [store, found = std::move(found->found),
                      writer =
                          std::shared_ptr<format::Writer>(format::event_writer_named(wanted.format, countries, {}))](
                         const Write& write) { return write_events(*store, found, *writer, write); };
  } else {
    auto found = query::find_incidents(*store, *filter, page);
    if (!found) return failed(found.error());
    body.write_all = [store, found = std::move(found->numbers), format = std::string(wanted.format)](
                         const Write& write) { return write_incidents(*store, found, format, write); };
  }
  return body;
}

}  // namespace masudi::serve
