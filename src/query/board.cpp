// SPDX-License-Identifier: Apache-2.0
#include "query/board.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "query/condition.h"

namespace masudi::query {
namespace {

// Gives each value the number under which it stands in the table.
template <class Value>
class Numbering {
 public:
  explicit Numbering(std::vector<Value>& table) : table_(table) {}
  std::uint32_t of(const Value& value) {
    const auto [at, is_new] = numbers_.try_emplace(value, static_cast<std::uint32_t>(table_.size()));
    if (is_new) table_.push_back(value);
    return at->second;
  }

 private:
  std::vector<Value>& table_;
  std::map<Value, std::uint32_t> numbers_;
};

class Reader {
 public:
  Reader(const store::Store& store, Board& board) : connection_(store.connection()), board_(board) {}

  Result<void> read() {
    return incidents()
        .and_then([&] { return parties(); })
        .and_then([&] { return documents(); })
        .and_then([&] { return modes(); })
        .and_then([&] { return mentions(); });
  }

 private:
  // Runs the question and shows every row to `look`.
  template <class Look>
  Result<void> each(std::string_view sql, Look look) {
    auto statement = connection_.prepare(sql);
    if (!statement) return tl::make_unexpected(std::move(statement.error()));
    return statement->each([&] { look(*statement); });
  }

  Board::Row* row_of(std::int64_t incident) {
    const auto at = rows_.find(incident);
    return at == rows_.end() ? nullptr : &board_.rows[at->second];
  }

  Result<void> incidents() {
    return each(
        "SELECT incident_id, id, type, date, enddate, country, lat, lon, precision, verdict, reports, origins "
        "FROM incident ORDER BY date, first_published, id",
        [&](const store::Statement& s) {
          rows_.emplace(s.integer(0), board_.rows.size());
          board_.rows.push_back(head(s));
        });
  }

  Board::Row head(const store::Statement& s) {
    Board::Row row;
    row.number = s.integer(0), row.id = s.string(1);
    row.type = event_type_named(s.text(2)).value_or(EventType::agree);
    row.day = s.date(3).value_or(Date{}), row.last_day = s.date(4).value_or(row.day);
    if (!s.text(5).empty()) row.country = static_cast<std::int32_t>(countries_.of(s.string(5)));
    if (!s.is_null(6) && !s.is_null(7)) row.position = {s.real(6), s.real(7)};
    row.precision = precision_named(s.text(8));
    row.verdict = static_cast<std::int32_t>(verdicts_.of(s.string(9)));
    row.reports = static_cast<std::int32_t>(s.integer(10)), row.origins = static_cast<std::int32_t>(s.integer(11));
    return row;
  }

  Result<void> parties() {
    return each(
        "SELECT incident_id, role, trim(code || ' ' || sector), CASE WHEN name <> '' THEN name ELSE words END "
        "FROM incident_party WHERE role IN ('actor', 'recipient') ORDER BY incident_id, role, position",
        [&](const store::Statement& s) {
          Board::Row* row = row_of(s.integer(0));
          if (row == nullptr) return;
          (s.text(1) == "actor" ? row->actors : row->recipients).push_back(parties_.of({s.string(2), s.string(3)}));
        });
  }

  Result<void> documents() {
    return each("SELECT document_id, source FROM document", [&](const store::Statement& s) {
      if (!s.text(1).empty()) outlet_of_.emplace(s.integer(0), outlets_.of(s.string(1)));
    });
  }

  Result<void> modes() {
    return each("SELECT event_id, mode FROM event_mode WHERE position = 0", [&](const store::Statement& s) {
      mode_of_.emplace(s.integer(0), static_cast<std::int32_t>(modes_.of(s.string(1))));
    });
  }

  // In the order of event_id, in which both tables lie.
  Result<void> mentions() {
    std::vector<std::array<std::uint32_t, 5>> votes(board_.rows.size());
    auto done = each(
        "SELECT m.event_id, m.incident_id, e.status, e.document_id FROM incident_mention m JOIN event e USING "
        "(event_id) ORDER BY m.event_id",
        [&](const store::Statement& s) {
          Board::Row* row = row_of(s.integer(1));
          if (row == nullptr) return;
          if (const auto status = status_named(s.text(2))) {
            ++votes[static_cast<std::size_t>(row - board_.rows.data())][static_cast<std::size_t>(*status)];
          }
          if (row->mode == Board::kNone) {
            if (const auto mode = mode_of_.find(s.integer(0)); mode != mode_of_.end()) row->mode = mode->second;
          }
          if (const auto outlet = outlet_of_.find(s.integer(3)); outlet != outlet_of_.end()) add(*row, outlet->second);
        });
    for (std::size_t i = 0; i < votes.size(); ++i) {
      const auto most = std::max_element(votes[i].begin(), votes[i].end());
      board_.rows[i].status = static_cast<Status>(most - votes[i].begin());
    }
    return done;
  }

  static void add(Board::Row& row, std::uint32_t outlet) {
    const auto at = std::lower_bound(row.outlets.begin(), row.outlets.end(), outlet);
    if (at == row.outlets.end() || *at != outlet) row.outlets.insert(at, outlet);
  }

  const store::Connection& connection_;
  Board& board_;
  Numbering<std::string> countries_{board_.countries}, verdicts_{board_.verdicts}, outlets_{board_.outlets},
      modes_{board_.modes};
  Numbering<Board::Party> parties_{board_.parties};
  std::unordered_map<std::int64_t, std::size_t> rows_;         // by incident_id
  std::unordered_map<std::int64_t, std::uint32_t> outlet_of_;  // by document_id
  std::unordered_map<std::int64_t, std::int32_t> mode_of_;     // by event_id
};

}  // namespace

Result<Board> read_board(const store::Store& store) {
  Board board;
  if (auto done = Reader(store, board).read(); !done) return tl::make_unexpected(std::move(done.error()));
  return board;
}

Result<std::vector<std::int64_t>> incident_numbers(const store::Store& store, const Filter& filter) {
  auto condition = condition_of(filter);
  if (!condition) return tl::make_unexpected(std::move(condition.error()));
  auto statement = store.connection().prepare(
      "SELECT DISTINCT m.incident_id FROM event e JOIN incident_mention m USING (event_id) WHERE " + condition->sql +
      " ORDER BY m.incident_id");
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  condition->bind(*statement);
  std::vector<std::int64_t> numbers;
  auto done = statement->each([&] { numbers.push_back(statement->integer(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return numbers;
}

}  // namespace masudi::query
