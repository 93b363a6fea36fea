// SPDX-License-Identifier: Apache-2.0
#include "format/sheet.h"
#include "query/series.h"
#include "query/sheets.h"
#include "serve/api_tools.h"

namespace masudi::serve::api {
namespace {

Outcome rows(const Result<Sheet>& sheet, std::string_view name) {
  if (!sheet) return broken(sheet.error());
  return json(format::write_named(*sheet, name));
}

tl::expected<query::Step, Failure> step_of(const Asked& asked) {
  const std::string words = asked.parameters.one("by");
  if (words.empty()) return query::Step::month;
  const auto step = query::step_named(words);
  if (!step) return refuse(fmt::format("--by: \"{}\" is none; there are: day, week, month, year", words));
  return *step;
}

using Count = Result<Sheet> (*)(const store::Store&, const query::Filter&, std::uint64_t);
Outcome counted(const Asked& asked, Count count, std::string_view name) {
  const auto filter = filter_with(asked, {"limit"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto limit = limit_of(asked);
  if (!limit) return tl::unexpected<Failure>(limit.error());
  return rows(count(asked.store, *filter, *limit), name);
}

}  // namespace

Outcome actors(const Asked& asked) { return counted(asked, query::actors, "actors"); }
Outcome sources(const Asked& asked) { return counted(asked, query::sources, "sources"); }

Outcome timeline(const Asked& asked) {
  const auto filter = filter_with(asked, {"dyad", "by"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto step = step_of(asked);
  if (!step) return tl::unexpected<Failure>(step.error());
  auto dyad = query::parse_dyad(asked.parameters.one("dyad"));
  if (!dyad) return refuse(std::move(dyad.error().message));
  return rows(query::timeline(asked.store, *filter, *dyad, *step), "periods");
}

Outcome index(const Asked& asked) {
  const auto filter = filter_with(asked, {"by"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto step = step_of(asked);
  if (!step) return tl::unexpected<Failure>(step.error());
  return rows(query::escalation_index(asked.store, *filter, *step), "periods");
}

}  // namespace masudi::serve::api
