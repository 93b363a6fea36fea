// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace masudi::format {

// How other systems call a country. A field is empty where a system has no code for it.
struct CountryCodes {
  std::string name;
  std::string fips;   // FIPS 10-4, alpha-2: places of GDELT
  std::string cameo;  // CAMEO, alpha-3: actors of GDELT and Phoenix
  std::string cow;    // Correlates of War, a number
};

// By ISO 3166-1 alpha-3 code, as masudi uses it.
class Countries {
 public:
  void add(std::string code, CountryCodes codes) { all_.emplace(std::move(code), std::move(codes)); }
  // Empty fields for a code that is no country's.
  const CountryCodes& of(std::string_view code) const {
    static const CountryCodes kNone;
    const auto at = all_.find(std::string(code));
    return at == all_.end() ? kNone : at->second;
  }

 private:
  std::unordered_map<std::string, CountryCodes> all_;
};

}  // namespace masudi::format
