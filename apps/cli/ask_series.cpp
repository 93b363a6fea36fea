// SPDX-License-Identifier: Apache-2.0
#include "asking.h"
#include "query/series.h"

namespace masudi::cli {

int timeline(const Settings& settings, const RecordSettings& record) {
  return answer(settings, record, [&](store::Store& store) -> Result<Sheet> {
    auto filter = filter_of(record);
    if (!filter) return tl::make_unexpected(std::move(filter.error()));
    auto dyad = query::parse_dyad(record.dyad);
    if (!dyad) return tl::make_unexpected(std::move(dyad.error()));
    return query::timeline(store, *filter, *dyad, query::step_named(record.by).value_or(query::Step::month));
  });
}

int escalation_index(const Settings& settings, const RecordSettings& record) {
  const auto ask = [&](store::Store& store) {
    return filter_of(record).and_then([&](const query::Filter& filter) {
      return query::escalation_index(store, filter, query::step_named(record.by).value_or(query::Step::month));
    });
  };
  return answer(settings, record, ask, query::kIndexFormula);
}

}  // namespace masudi::cli
