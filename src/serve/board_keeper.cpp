// SPDX-License-Identifier: Apache-2.0
#include "serve/board_keeper.h"

#include <numeric>

#include "format/board.h"
#include "query/board.h"

namespace masudi::serve {

Result<BoardKeeper::State> BoardKeeper::at(const std::string& revision, const store::Store& store) {
  const std::lock_guard lock(mutex_);
  if (state_.board && state_.revision == revision) return state_;
  auto board = query::read_board(store);
  if (!board) return tl::make_unexpected(std::move(board.error()));
  std::vector<std::uint32_t> rows(board->rows.size());
  std::iota(rows.begin(), rows.end(), 0U);
  std::string json = format::board_json(*board, rows, countries_, revision);
  json.shrink_to_fit();
  state_ = {revision, std::make_shared<const Board>(std::move(*board)),
            std::make_shared<const Kept>("application/json", std::move(json))};
  return state_;
}

}  // namespace masudi::serve
