// SPDX-License-Identifier: Apache-2.0
#include "query/alert_rule.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "query/filter_words.h"
#include "query/series.h"

namespace masudi::query {
namespace {

using Quantity = AlertRule::Quantity;
constexpr std::array<std::string_view, 4> kQuantities = {"conflict", "cooperation", "events", "intensity"};
constexpr int kMostDays = 366, kMostWeeks = 520;
constexpr double kFewestEvents = 5, kLeastIntensity = 25;

// The rule's options as they were written.
struct RuleWords {
  bool is_new = false;
  std::string count, within, times, against, of, at_least;
};

// A number in its whole length, followed by `unit` or nothing.
std::optional<double> number_of(std::string_view words, std::string_view unit = "") {
  if (!unit.empty() && words.ends_with(unit)) words.remove_suffix(unit.size());
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
  return value;
}

// A number between the two; an empty word leaves `into` as it is.
template <class Number>
Result<void> read(std::string_view option, const std::string& words, std::string_view unit, double least, double most,
                  Number& into) {
  if (words.empty()) return {};
  const auto value = number_of(words, unit);
  const bool fits =
      value && *value >= least && *value <= most && static_cast<double>(static_cast<Number>(*value)) == *value;
  if (!fits)
    return fail(fmt::format("--{}: \"{}\" is not a number from {} to {}{}", option, words, least, most,
                            unit.empty() ? "" : fmt::format(", with {} after it if you like", unit)));
  into = static_cast<Number>(*value);
  return {};
}

Result<void> read_quantity(const std::string& words, Quantity& into) {
  for (std::size_t at = 0; at < kQuantities.size(); ++at) {
    if (words == kQuantities[at]) return into = static_cast<Quantity>(at), Result<void>();
  }
  if (words.empty()) return {};
  return fail(fmt::format("--of: there is no \"{}\"; there are: conflict, cooperation, events, intensity", words));
}

// Which rule is meant, and what has no place in it.
Result<AlertRule::Kind> kind_of(const RuleWords& words) {
  const int rules = int{words.is_new} + int{!words.count.empty()} + int{!words.times.empty()};
  if (rules > 1) return fail("--new, --count and --times are three rules; take one of them");
  const bool is_times = !words.times.empty();
  if (!is_times && !(words.against + words.of + words.at_least).empty())
    return fail("--against, --of and --at-least belong to --times");
  if (rules == 0 || words.is_new) {
    if (!words.within.empty()) return fail("--within belongs to --count and --times");
    return AlertRule::Kind::fresh;
  }
  return is_times ? AlertRule::Kind::times : AlertRule::Kind::count;
}

Result<AlertRule> rule_of(const RuleWords& words) {
  const auto kind = kind_of(words);
  if (!kind) return tl::make_unexpected(kind.error());
  constexpr double kMany = 1e6;
  AlertRule rule;
  rule.kind = *kind;
  if (rule.kind == AlertRule::Kind::times) rule.against_weeks = 4;
  auto done = read("within", words.within, "d", 1, kMostDays, rule.within)
                  .and_then([&] { return read("against", words.against, "w", 1, kMostWeeks, rule.against_weeks); })
                  .and_then([&] { return read("times", words.times, "", 1, kMany, rule.factor); })
                  .and_then([&] { return read_quantity(words.of, rule.of); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  if (rule.kind == AlertRule::Kind::times)
    rule.at_least = rule.of == Quantity::intensity ? kLeastIntensity : kFewestEvents;
  std::int64_t count = 0;
  done = read("count", words.count, "", 1, kMany, count).and_then([&] {
    return read("at-least", words.at_least, "", 0, kMany, rule.at_least);
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  if (rule.kind == AlertRule::Kind::count) rule.at_least = static_cast<double>(count);
  return rule;
}

// Where the value of this option goes; null for an option that is none with one value.
std::string* single(const std::string& name, FilterWords& filter, RuleWords& rule, std::string& dyad) {
  const std::pair<std::string_view, std::string*> all[] = {{"from", &filter.from},
                                                           {"to", &filter.to},
                                                           {"near", &filter.near},
                                                           {"text", &filter.text},
                                                           {"dyad", &dyad},
                                                           {"count", &rule.count},
                                                           {"within", &rule.within},
                                                           {"times", &rule.times},
                                                           {"against", &rule.against},
                                                           {"of", &rule.of},
                                                           {"at-least", &rule.at_least}};
  for (const auto& [option, into] : all) {
    if (name == option) return into;
  }
  return nullptr;
}

std::vector<std::string>* several(const std::string& name, FilterWords& filter) {
  const std::pair<std::string_view, std::vector<std::string>*> all[] = {
      {"actor", &filter.actors},      {"recipient", &filter.recipients}, {"type", &filter.types},
      {"country", &filter.countries}, {"status", &filter.statuses},      {"source", &filter.sources}};
  for (const auto& [option, into] : all) {
    if (name == option) return into;
  }
  return nullptr;
}

// One option into its place.
Result<void> put(const std::string& name, const std::string& value, FilterWords& filter, RuleWords& rule,
                 std::string& dyad) {
  constexpr double kMany = 1e6;
  if (name == "webhook" || name == "command") return {};
  if (name == "new") return rule.is_new = true, Result<void>();
  if (name == "min-confidence") return read(name, value, "", 0, 1, filter.min_confidence);
  if (name == "min-origins") return read(name, value, "", 0, kMany, filter.min_origins);
  if (auto* into = several(name, filter)) return into->push_back(value), Result<void>();
  if (auto* into = single(name, filter, rule, dyad)) return *into = value, Result<void>();
  return fail(fmt::format("there is no option \"{}\" of a search", name));
}

}  // namespace

std::string_view name(Quantity quantity) { return kQuantities[static_cast<std::size_t>(quantity)]; }

Result<AlertSearch> read_search(SearchOptions options) {
  FilterWords filter_words;
  RuleWords rule_words;
  std::string dyad_words;
  for (const auto& [name, value] : options) {
    if (auto done = put(name, value, filter_words, rule_words, dyad_words); !done)
      return tl::make_unexpected(std::move(done.error()));
  }
  auto rule = rule_of(rule_words);
  if (!rule) return tl::make_unexpected(std::move(rule.error()));
  auto filter = read_filter(filter_words);
  if (!filter) return tl::make_unexpected(std::move(filter.error()));
  auto dyad = parse_dyad(dyad_words);
  if (!dyad) return tl::make_unexpected(std::move(dyad.error()));
  filter->dyad = std::move(*dyad);
  if (rule->kind != AlertRule::Kind::fresh && (filter->from || filter->to))
    return fail("--from and --to: the window of --count and --times moves with the news; leave them out");
  return AlertSearch{std::move(*filter), *rule};
}

std::string rule_in_words(const AlertRule& rule) {
  switch (rule.kind) {
    case AlertRule::Kind::fresh: return "each new incident";
    case AlertRule::Kind::count: return fmt::format("at least {} incidents within {} days", rule.at_least, rule.within);
    case AlertRule::Kind::times:
      return fmt::format("{} within {} days at least {} times what is usual in the {} weeks before, and at least {}",
                         name(rule.of), rule.within, rule.factor, rule.against_weeks, rule.at_least);
  }
  return "";
}

}  // namespace masudi::query
