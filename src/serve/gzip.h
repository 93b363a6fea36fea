// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masudi::serve {

// The bytes as a gzip file (RFC 1952), always the same for the same bytes. Empty if memory is short.
std::string gzip(std::string_view bytes);

}  // namespace masudi::serve
