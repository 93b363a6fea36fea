// SPDX-License-Identifier: Apache-2.0
#include "document/event.h"

#include <algorithm>

namespace masudi {
namespace {

struct TypeFacts {
  std::string_view name;
  int quad;
  double scale;
};

// Source: PLOVER manual, as given in the codebook, part 2.
constexpr std::array<TypeFacts, kEventTypeCount> kTypes = {{
    {"AGREE", 1, 2.5},
    {"CONSULT", 1, 2.5},
    {"SUPPORT", 1, 5},
    {"CONCEDE", 1, 4.5},
    {"COOPERATE", 2, 9.5},
    {"AID", 2, 10},
    {"RETREAT", 2, 6.5},
    {"REQUEST", 3, 0},
    {"ACCUSE", 3, -2},
    {"REJECT", 3, -2},
    {"THREATEN", 3, -3.5},
    {"PROTEST", 4, -5},
    {"SANCTION", 4, -6},
    {"MOBILIZE", 4, -5.5},
    {"COERCE", 4, -7},
    {"ASSAULT", 4, -9},
}};

const TypeFacts& facts(EventType type) { return kTypes[static_cast<std::size_t>(type)]; }

constexpr std::array<std::string_view, 5> kStatus = {"actual", "historical", "future", "hypothetical", "negated"};
constexpr std::array<std::string_view, 5> kPrecision = {"point", "city", "admin1", "country", "region"};
constexpr std::array<std::string_view, kMeasureCount> kMeasure = {"dead", "injured", "arrested", "displaced",
                                                                  "participants"};

template <class Value, std::size_t N>
std::optional<Value> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  if (at == names.end()) return std::nullopt;
  return static_cast<Value>(at - names.begin());
}

}  // namespace

std::string_view name(EventType type) { return facts(type).name; }
int quad_code(EventType type) { return facts(type).quad; }
double event_scale(EventType type) { return facts(type).scale; }

std::optional<EventType> event_type_named(std::string_view wanted) {
  const auto at = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeFacts& t) { return t.name == wanted; });
  if (at == kTypes.end()) return std::nullopt;
  return static_cast<EventType>(at - kTypes.begin());
}

std::string_view name(Status status) { return kStatus[static_cast<std::size_t>(status)]; }
std::string_view name(Precision precision) { return kPrecision[static_cast<std::size_t>(precision)]; }
std::string_view name(Measure measure) { return kMeasure[static_cast<std::size_t>(measure)]; }
std::optional<Status> status_named(std::string_view wanted) { return find<Status>(kStatus, wanted); }
std::optional<Precision> precision_named(std::string_view wanted) { return find<Precision>(kPrecision, wanted); }
std::optional<Measure> measure_named(std::string_view wanted) { return find<Measure>(kMeasure, wanted); }

}  // namespace masudi
