// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "document/board.h"
#include "format/countries.h"
#include "serve/kept.h"
#include "store/store.h"

namespace masudi::serve {

// The board of all incidents, made once for each state of the record. Share it between threads; those that ask while it
// is made wait for it.
class BoardKeeper {
 public:
  struct State {
    std::string revision;
    std::shared_ptr<const Board> board;
    std::shared_ptr<const Kept> whole;  // as JSON
  };
  explicit BoardKeeper(const format::Countries& countries) : countries_(countries) {}

  Result<State> at(const std::string& revision, const store::Store& store);

 private:
  const format::Countries& countries_;
  std::mutex mutex_;
  State state_;
};

}  // namespace masudi::serve
