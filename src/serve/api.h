// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "format/countries.h"
#include "serve/board_keeper.h"
#include "serve/kept.h"
#include "serve/parameters.h"
#include "store/store.h"

namespace masudi::serve {

// Why a question gets no answer.
struct Failure {
  int status = 500;
  std::string message;
};
using Outcome = tl::expected<std::shared_ptr<const Kept>, Failure>;

// A question and what it is answered from.
struct Asked {
  const Parameters& parameters;
  std::string_view name;  // what the path names: an id, a format
  std::string_view base;  // address of the dashboard: "http://127.0.0.1:7070/"
  std::string_view self;  // address of what was asked for
  store::Store& store;
  BoardKeeper& boards;
  const std::string& revision;
  const format::Countries& countries;
};

// The questions of docs/api.md. Each looks at the store alone, so that its answer can be kept until the store changes.
namespace api {

Outcome board(const Asked& asked);
Outcome board_rows(const Asked& asked);
Outcome incidents(const Asked& asked);
Outcome incident(const Asked& asked);
Outcome incidents_atom(const Asked& asked);
Outcome events(const Asked& asked);
Outcome event(const Asked& asked);
Outcome document(const Asked& asked);
Outcome actors(const Asked& asked);
Outcome sources(const Asked& asked);
Outcome timeline(const Asked& asked);
Outcome index(const Asked& asked);
Outcome searches(const Asked& asked);
Outcome search(const Asked& asked);
Outcome alerts(const Asked& asked);
Outcome alerts_atom(const Asked& asked);
Outcome feeds(const Asked& asked);

}  // namespace api
}  // namespace masudi::serve
