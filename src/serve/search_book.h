// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "serve/api.h"
#include "serve/parameters.h"

namespace masudi::serve {

// What a request may change: saved searches. Their alerts stay in the store; to send them on to an address or a program
// is for the command line alone. Each opens the store for itself.

// Keeps the search that the form says: `name`, and options as on the command line.
tl::expected<std::string, Failure> save_search(const std::string& store, const Parameters& form);
// Keeps the search of that name no longer.
tl::expected<std::string, Failure> remove_search(const std::string& store, const std::string& name);

}  // namespace masudi::serve
