// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace masudi::format {

// Members keep the order in which they are set. For the files of format/ alone: nothing beyond it includes JSON.
using Json = nlohmann::ordered_json;

// On one line; what is no UTF-8 becomes U+FFFD.
inline std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

inline void set_known(Json& object, const char* key, std::string_view value) {
  if (!value.empty()) object[key] = value;
}
// Unknown is null.
inline Json known_or_null(std::string_view value) { return value.empty() ? Json(nullptr) : Json(value); }
// Degrees to four decimals, some ten metres: more than the sources know.
inline double rounded_degrees(double value) { return std::round(value * 1e4) / 1e4; }

}  // namespace masudi::format
