// SPDX-License-Identifier: Apache-2.0
#include "query/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "document/event.h"

namespace masudi::query {
namespace {

constexpr std::string_view kSectors =
    "GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF UNK CRM CVL REF MED EDU BUS JRN LAB AGR REL SOC ELI PRE ";

bool is_code(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool is_sector(std::string_view word) {
  return is_code(word) && kSectors.find(std::string(word) + ' ') != std::string_view::npos;
}

// Collects conditions that must all hold.
class Builder {
 public:
  explicit Builder(Condition& out) : out_(out) { out_.sql = "e.is_current"; }

  template <class... Values>
  void add(std::string_view sql, const Values&... values) {
    out_.sql += " AND ";
    out_.sql += sql;
    (out_.values.push_back(values), ...);
  }
  // column IN (?, …)
  void one_of(std::string_view before, const std::vector<std::string>& values, std::string_view after = "") {
    if (values.empty()) return;
    std::string marks;
    for (const std::string& value : values) {
      marks += marks.empty() ? "?" : ",?";
      out_.values.push_back(value);
    }
    out_.sql += fmt::format(" AND {} IN ({}){}", before, marks, after);
  }
  void any_of(const std::vector<Condition>& choices) {
    if (choices.empty()) return;
    std::string sql;
    for (const Condition& choice : choices) {
      sql += (sql.empty() ? "" : " OR ") + choice.sql;
      out_.values.insert(out_.values.end(), choice.values.begin(), choice.values.end());
    }
    out_.sql += " AND (" + sql + ")";
  }

 private:
  Condition& out_;
};

Condition party_condition(std::string_view role, const std::string& wanted) {
  const std::string begin = fmt::format("e.event_id IN (SELECT p.event_id FROM party p ");
  const std::string with_sector = "JOIN party_sector s USING (party_id) ";
  const std::string of_role = fmt::format("p.role = '{}' AND ", role);
  if (wanted.size() == 7 && wanted[3] == ' ' && is_code(wanted.substr(0, 3)) && is_sector(wanted.substr(4))) {
    return {begin + with_sector + "WHERE " + of_role + "p.code = ? AND s.sector = ?)",
            {wanted.substr(0, 3), wanted.substr(4)}};
  }
  if (is_sector(wanted)) return {begin + with_sector + "WHERE " + of_role + "s.sector = ?)", {wanted}};
  if (is_code(wanted)) return {begin + "WHERE " + of_role + "p.code = ?)", {wanted}};
  return {begin + "WHERE " + of_role + "p.actor_id IN (SELECT rowid FROM name_search WHERE name_search MATCH ?))",
          {match_expression(wanted)}};
}

void add_parties(Builder& builder, std::string_view role, const std::vector<std::string>& wanted) {
  std::vector<Condition> choices;
  for (const std::string& one : wanted) choices.push_back(party_condition(role, one));
  builder.any_of(choices);
}

Result<Condition> type_condition(const std::string& wanted) {
  const std::size_t colon = wanted.find(':');
  const std::string type = wanted.substr(0, colon);
  if (!event_type_named(type)) {
    std::string all;
    for (int i = 0; i < kEventTypeCount; ++i) all += fmt::format(" {}", name(static_cast<EventType>(i)));
    return fail(fmt::format("--type: there is no type \"{}\"; there are:{}", type, all));
  }
  if (colon == std::string::npos) return Condition{"e.type = ?", {type}};
  return Condition{"(e.type = ? AND e.event_id IN (SELECT event_id FROM event_mode WHERE mode = ?))",
                   {type, wanted.substr(colon + 1)}};
}

Result<void> add_types(Builder& builder, const std::vector<std::string>& wanted) {
  std::vector<Condition> choices;
  for (const std::string& one : wanted) {
    auto choice = type_condition(one);
    if (!choice) return tl::make_unexpected(std::move(choice.error()));
    choices.push_back(std::move(*choice));
  }
  builder.any_of(choices);
  return {};
}

Result<void> add_statuses(Builder& builder, const std::vector<std::string>& wanted) {
  for (const std::string& one : wanted) {
    if (status_named(one)) continue;
    return fail(fmt::format(
        "--status: there is no status \"{}\"; there are: actual, historical, future, hypothetical, negated", one));
  }
  builder.one_of("e.status", wanted);
  return {};
}

// The R*Tree finds the box around the circle, the haversine formula the circle in it.
void add_near(Builder& builder, const Near& near) {
  constexpr double kEarthRadius = 6371.0088;  // km, mean
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat_reach = near.km / kEarthRadius / kDegree;
  const double shrink = std::cos(std::min(89.9, std::abs(near.lat) + lat_reach) * kDegree);
  const double lon_reach = std::min(360.0, lat_reach / std::max(shrink, 0.001));
  const double angle = std::min(near.km / (2 * kEarthRadius), std::numbers::pi / 2);
  const double haversine = std::pow(std::sin(angle), 2);
  constexpr std::string_view kCircle =
      "e.event_id IN (SELECT p.event_id FROM place_area a JOIN place p USING (place_id) WHERE "
      "a.max_lat >= ? AND a.min_lat <= ? AND "
      "(a.max_lon >= ? AND a.min_lon <= ? OR a.min_lon <= ? OR a.max_lon >= ?) AND "
      "pow(sin(radians(p.lat - ?) / 2), 2) + cos(radians(?)) * cos(radians(p.lat)) * "
      "pow(sin(radians(p.lon - ?) / 2), 2) <= ?)";
  builder.add(kCircle, near.lat - lat_reach, near.lat + lat_reach, near.lon - lon_reach, near.lon + lon_reach,
              near.lon + lon_reach - 360, near.lon - lon_reach + 360, near.lat, near.lat, near.lon, haversine);
}

void add_dyad(Builder& builder, const Dyad& dyad) {
  constexpr std::string_view kInRole = "e.event_id IN (SELECT event_id FROM party WHERE role = '{}' AND code = ?)";
  const auto both = [&](std::string_view first, std::string_view second) {
    return '(' + fmt::format(fmt::runtime(kInRole), first) + " AND " + fmt::format(fmt::runtime(kInRole), second) + ')';
  };
  const auto& [a, b] = dyad;
  // Who acts together (a meeting) stands among the actors on both sides.
  builder.any_of({{both("actor", "recipient"), {a, b}},
                  {both("actor", "recipient"), {b, a}},
                  {both("actor", "actor"), {a, b}}});
}

void add_text(Builder& builder, const std::string& words) {
  const std::string match = match_expression(words);
  if (match.empty()) return;
  builder.add(
      "(e.document_id IN (SELECT rowid FROM text_search WHERE text_search MATCH ?) OR "
      "e.event_id IN (SELECT event_id FROM party WHERE actor_id IN "
      "(SELECT rowid FROM name_search WHERE name_search MATCH ?)))",
      match, match);
}

}  // namespace

std::string match_expression(std::string_view words) {
  std::string out;
  const auto add = [&](std::string_view word, bool is_start) {
    if (word.empty()) return;
    out += out.empty() ? "\"" : " \"";
    out += word;
    out += is_start ? "\"*" : "\"";
  };
  while (!words.empty()) {
    if (words.front() == ' ') {
      words.remove_prefix(1);
      continue;
    }
    const bool is_phrase = words.front() == '"';
    if (is_phrase) words.remove_prefix(1);
    const std::size_t end = std::min(words.find_first_of(is_phrase ? "\"" : " \""), words.size());
    std::string_view word = words.substr(0, end);
    const bool is_start = !is_phrase && word.ends_with('*');
    if (is_start) word.remove_suffix(1);
    add(word, is_start);
    words.remove_prefix(is_phrase ? std::min(end + 1, words.size()) : end);
  }
  return out;
}

bool is_narrow(const Filter& f) {
  return !f.actors.empty() || !f.recipients.empty() || !f.countries.empty() || f.near || !f.text.empty() ||
         f.min_origins.value_or(0) > 1;
}

int Condition::bind(store::Statement& statement, int first) const {
  for (const auto& value : values) {
    std::visit([&](const auto& v) { statement.bind(first, v); }, value);
    ++first;
  }
  return first;
}

Result<Condition> condition_of(const Filter& filter) {
  Condition out;
  Builder builder(out);
  if (filter.from) builder.add("coalesce(e.enddate, e.date, e.published) >= ?", to_string(*filter.from));
  if (filter.to) builder.add("coalesce(e.date, e.published) <= ?", to_string(*filter.to));
  add_parties(builder, "actor", filter.actors);
  add_parties(builder, "recipient", filter.recipients);
  if (filter.dyad) add_dyad(builder, *filter.dyad);
  auto fine = add_types(builder, filter.types).and_then([&] { return add_statuses(builder, filter.statuses); });
  if (!fine) return tl::make_unexpected(std::move(fine.error()));
  builder.one_of("e.event_id IN (SELECT event_id FROM place WHERE country", filter.countries, ")");
  if (filter.near) add_near(builder, *filter.near);
  builder.one_of("e.document_id IN (SELECT document_id FROM document WHERE source", filter.sources, ")");
  add_text(builder, filter.text);
  if (filter.min_origins) {
    builder.add(
        "e.event_id IN (SELECT m.event_id FROM incident i JOIN incident_mention m USING (incident_id) WHERE i.origins "
        ">= ?)",
        std::int64_t{*filter.min_origins});
  }
  if (filter.min_confidence) builder.add("e.confidence >= ?", *filter.min_confidence);
  return out;
}

}  // namespace masudi::query
