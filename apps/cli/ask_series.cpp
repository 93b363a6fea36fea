// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "asking.h"
#include "query/series.h"

namespace masudi::cli {
namespace {

Result<std::optional<std::pair<std::string, std::string>>> dyad_of(const std::string& words) {
  using Dyad = std::optional<std::pair<std::string, std::string>>;
  if (words.empty()) return Dyad();
  const std::size_t comma = words.find(',');
  if (comma != std::string::npos && comma > 0 && comma + 1 < words.size()) {
    return Dyad({words.substr(0, comma), words.substr(comma + 1)});
  }
  return fail(fmt::format("--dyad: \"{}\" names no two codes; write USA,IRN", words));
}

}  // namespace

int timeline(const Settings& settings, const RecordSettings& record) {
  return answer(settings, record, [&](store::Store& store) -> Result<Sheet> {
    auto filter = filter_of(record);
    if (!filter) return tl::make_unexpected(std::move(filter.error()));
    auto dyad = dyad_of(record.dyad);
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
