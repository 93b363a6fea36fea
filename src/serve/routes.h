// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "serve/api.h"

namespace masudi::serve {

// A kind of question that is answered from the store alone.
struct Route {
  std::string_view path;  // "/api/v1/incidents/{id}"
  Outcome (*handler)(const Asked&);
};
std::span<const Route> routes();

// The question that the path asks, and the id that it names. "/api/v1/incidents/493f" is {the route, "493f"}.
struct Match {
  const Route* route;
  std::string_view name;
};
std::optional<Match> match(std::string_view path);

// "/api/v1/events.csv" is {"events", "csv"}.
struct Download {
  std::string_view what, format;
};
std::optional<Download> match_download(std::string_view path);

}  // namespace masudi::serve
