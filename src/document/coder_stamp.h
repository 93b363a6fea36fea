// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace masudi {

// Who coded: the versions of program, language model and knowledge. The same three code the same text to the same
// events.
struct CoderStamp {
  std::string version;
  std::string model;
  std::string knowledge;

  friend bool operator==(const CoderStamp&, const CoderStamp&) = default;
};

}  // namespace masudi
