// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace masudi::net {

// The address in its usual form: scheme and host in lower case, no fragment, dots in the path resolved. Fails for what
// is no address of http or https, and for one that carries a user's name or password.
Result<std::string> normal_url(const std::string& url);

// Where a link leads that stands in the page or feed at `base`; none where that is no address of http or https.
std::optional<std::string> resolve_link(const std::string& base, const std::string& link);

// "news.example:8080", the port only where it is not the usual one. Empty for what is no address.
std::string host_of(const std::string& url);

}  // namespace masudi::net
