// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "net/client.h"

namespace masudi::net {

// What was noticed while a transfer went on.
struct Noticed {
  std::string refused_address;  // where a connection was not allowed to go
  bool too_large = false;
  bool cancelled = false;
};

// Why a transfer failed, in words for a person. `code` is a CURLcode, `detail` what curl says of it.
std::string failure_in_words(int code, const std::string& detail, const Noticed& noticed, const Limits& limits);

}  // namespace masudi::net
