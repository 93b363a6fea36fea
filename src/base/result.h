// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace masudi {

// Why something could not be done, in words for the person at the terminal: what, where, and what to do about it.
struct Error {
  std::string message;
};

// Errors are values. No function of the library prints, exits or throws across its interface (memory exhaustion apart).
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) { return tl::unexpected<Error>(Error{std::move(message)}); }

}  // namespace masudi
