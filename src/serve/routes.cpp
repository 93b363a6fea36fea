// SPDX-License-Identifier: Apache-2.0
#include "serve/routes.h"

#include <array>

namespace masudi::serve {
namespace {

constexpr std::string_view kRoot = "/api/v1/";

constexpr std::array<Route, 17> kRoutes = {{
    {"/api/v1/board", api::board},
    {"/api/v1/board/rows", api::board_rows},
    {"/api/v1/incidents", api::incidents},
    {"/api/v1/incidents/{id}", api::incident},
    {"/api/v1/incidents.atom", api::incidents_atom},
    {"/api/v1/events", api::events},
    {"/api/v1/events/{id}", api::event},
    {"/api/v1/documents/{id}", api::document},
    {"/api/v1/actors", api::actors},
    {"/api/v1/sources", api::sources},
    {"/api/v1/timeline", api::timeline},
    {"/api/v1/index", api::index},
    {"/api/v1/searches", api::searches},
    {"/api/v1/searches/{id}", api::search},
    {"/api/v1/alerts", api::alerts},
    {"/api/v1/alerts.atom", api::alerts_atom},
    {"/api/v1/feeds", api::feeds},
}};

}  // namespace

std::span<const Route> routes() { return kRoutes; }

std::optional<Match> match(std::string_view path) {
  constexpr std::string_view kId = "{id}";
  for (const Route& route : kRoutes) {
    if (path == route.path) return Match{&route, {}};
    if (!route.path.ends_with(kId)) continue;
    const std::string_view before = route.path.substr(0, route.path.size() - kId.size());
    if (path.size() > before.size() && path.starts_with(before)) return Match{&route, path.substr(before.size())};
  }
  return std::nullopt;
}

std::optional<Download> match_download(std::string_view path) {
  for (const std::string_view what : {"incidents", "events"}) {
    if (!path.starts_with(kRoot) || !path.substr(kRoot.size()).starts_with(what)) continue;
    const std::string_view rest = path.substr(kRoot.size() + what.size());
    if (rest.size() > 1 && rest.front() == '.' && rest.find('/') == std::string_view::npos) {
      return Download{what, rest.substr(1)};
    }
  }
  return std::nullopt;
}

}  // namespace masudi::serve
