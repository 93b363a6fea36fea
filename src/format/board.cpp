// SPDX-License-Identifier: Apache-2.0
#include "format/board.h"

#include <fmt/format.h>

#include <iterator>

#include "format/json.h"

namespace masudi::format {
namespace {

using Row = Board::Row;

// Writes the columns one after the other; each is a plain list, so no tree of JSON is built for them.
class Columns {
 public:
  Columns(const Board& board, std::string& out) : board_(board), out_(out) {}

  // `write` appends the row's cell to the text.
  template <class Write>
  void add(std::string_view name, Write write) {
    out_ += fmt::format(",\n\"{}\":[", name);
    bool is_first = true;
    for (const Row& row : board_.rows) {
      if (!is_first) out_ += ',';
      is_first = false;
      write(row);
    }
    out_ += ']';
  }
  template <class Number>
  void numbers(std::string_view name, Number number) {
    add(name, [&](const Row& row) { fmt::format_to(std::back_inserter(out_), "{}", number(row)); });
  }
  void degrees(std::string_view name, double std::pair<double, double>::*part) {
    add(name, [&](const Row& row) {
      if (!row.position) {
        out_ += "null";
      } else {
        fmt::format_to(std::back_inserter(out_), "{}", rounded_degrees((*row.position).*part));
      }
    });
  }
  void lists(std::string_view name, const std::vector<std::uint32_t> Row::*list) {
    add(name, [&](const Row& row) {
      out_ += '[';
      for (std::size_t i = 0; i < (row.*list).size(); ++i) {
        if (i > 0) out_ += ',';
        fmt::format_to(std::back_inserter(out_), "{}", (row.*list)[i]);
      }
      out_ += ']';
    });
  }

 private:
  const Board& board_;
  std::string& out_;
};

Json tables_of(const Board& board, const Countries& countries) {
  Json out = Json::object();
  out["types"] = Json::array();
  for (int i = 0; i < kEventTypeCount; ++i) out["types"].push_back(name(static_cast<EventType>(i)));
  out["modes"] = board.modes;
  out["statuses"] = Json::array();
  for (int i = 0; i < 5; ++i) out["statuses"].push_back(name(static_cast<Status>(i)));
  out["verdicts"] = board.verdicts;
  out["precisions"] = Json::array();
  for (int i = 0; i < 5; ++i) out["precisions"].push_back(name(static_cast<Precision>(i)));
  out["countries"] = Json::array();
  for (const std::string& code : board.countries) {
    const std::string& known = countries.of(code).name;
    out["countries"].push_back({{"code", code}, {"name", known.empty() ? code : known}});
  }
  out["parties"] = Json::array();
  for (const auto& party : board.parties) out["parties"].push_back({{"code", party.code}, {"name", party.name}});
  out["states"] = Json::object();
  for (const auto& party : board.parties) {
    const std::string code = party.code.substr(0, party.code.find(' '));
    if (const std::string& known = countries.of(code).name; !known.empty()) out["states"][code] = known;
  }
  out["places"] = board.places;
  out["outlets"] = board.outlets;
  return out;
}

}  // namespace

std::string board_json(const Board& board, const Countries& countries, std::string_view revision) {
  Json head = {{"revision", revision}, {"count", board.rows.size()}};
  head.update(tables_of(board, countries));
  std::string out = dump(head);
  out.pop_back();  // the columns follow within the same object
  Columns columns(board, out);
  columns.add("id", [&](const Row& row) { out += dump(row.id); });
  columns.numbers("day", [](const Row& row) { return row.day.days; });
  columns.numbers("last_day", [](const Row& row) { return row.last_day.days; });
  columns.numbers("type", [](const Row& row) { return static_cast<int>(row.type); });
  columns.numbers("mode", [](const Row& row) { return row.mode; });
  columns.numbers("status", [](const Row& row) { return static_cast<int>(row.status); });
  columns.numbers("verdict", [](const Row& row) { return row.verdict; });
  columns.numbers("country", [](const Row& row) { return row.country; });
  columns.numbers("place", [](const Row& row) { return row.place; });
  columns.degrees("lat", &std::pair<double, double>::first);
  columns.degrees("lon", &std::pair<double, double>::second);
  columns.add("precision", [&](const Row& row) {
    out += row.precision ? std::to_string(static_cast<int>(*row.precision)) : "null";
  });
  columns.lists("actor", &Row::actors);
  columns.lists("recipient", &Row::recipients);
  columns.lists("outlet", &Row::outlets);
  columns.numbers("origins", [](const Row& row) { return row.origins; });
  columns.numbers("reports", [](const Row& row) { return row.reports; });
  columns.numbers("scale", [](const Row& row) { return event_scale(row.type); });
  return out + "\n}\n";
}

std::string board_rows_json(std::span<const std::uint32_t> rows, std::string_view revision) {
  return fmt::format(R"({{"revision":"{}","rows":[{}]}})", revision, fmt::join(rows, ","));
}

}  // namespace masudi::format
