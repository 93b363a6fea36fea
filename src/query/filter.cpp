// SPDX-License-Identifier: Apache-2.0
#include "query/filter.h"

#include <fmt/format.h>

#include <charconv>

namespace masudi::query {

Result<Near> parse_near(std::string_view text) {
  Near near;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  bool fine = true;
  for (double* number : {&near.lat, &near.lon, &near.km}) {
    while (at != end && *at == ' ') ++at;
    const auto [rest, error] = std::from_chars(at, end, *number);
    const bool is_last = number == &near.km;
    fine = fine && error == std::errc() && (is_last ? rest == end : rest != end && *rest == ',');
    at = rest == end ? end : rest + 1;
  }
  fine = fine && near.lat >= -90 && near.lat <= 90 && near.lon >= -180 && near.lon <= 180 && near.km >= 0;
  if (fine) return near;
  return fail(fmt::format(
      "--near: \"{}\" is no place and distance; write latitude, longitude and kilometres: 33.3,44.4,50", text));
}

}  // namespace masudi::query
