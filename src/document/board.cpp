// SPDX-License-Identifier: Apache-2.0
#include "document/board.h"

namespace masudi {
namespace {

// Moves the entries of a table that are asked for into a new one, in the order in which they are.
template <class Entry>
class Mover {
 public:
  Mover(const std::vector<Entry>& from, std::vector<Entry>& to) : from_(from), to_(to), numbers_(from.size(), -1) {}

  std::int32_t operator()(std::int64_t number) {
    if (number == Board::kNone) return Board::kNone;
    std::int32_t& now = numbers_[static_cast<std::size_t>(number)];
    if (now < 0) {
      now = static_cast<std::int32_t>(to_.size());
      to_.push_back(from_[static_cast<std::size_t>(number)]);
    }
    return now;
  }
  void all(std::vector<std::uint32_t>& list) {
    for (std::uint32_t& number : list) number = static_cast<std::uint32_t>((*this)(number));
  }

 private:
  const std::vector<Entry>& from_;
  std::vector<Entry>& to_;
  std::vector<std::int32_t> numbers_;
};

}  // namespace

Board cut(const Board& board, std::span<const std::uint32_t> rows) {
  Board out;
  Mover modes(board.modes, out.modes), countries(board.countries, out.countries);
  Mover verdicts(board.verdicts, out.verdicts), outlets(board.outlets, out.outlets);
  Mover places(board.places, out.places);
  Mover parties(board.parties, out.parties);
  for (const std::uint32_t number : rows) {
    Board::Row& row = out.rows.emplace_back(board.rows[number]);
    row.mode = modes(row.mode), row.country = countries(row.country), row.verdict = verdicts(row.verdict);
    row.place = places(row.place);
    parties.all(row.actors), parties.all(row.recipients), outlets.all(row.outlets);
  }
  return out;
}

}  // namespace masudi
