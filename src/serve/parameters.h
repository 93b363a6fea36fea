// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "query/filter_words.h"

namespace masudi::serve {

// The parameters of a request, decoded, in the order in which they came.
class Parameters {
 public:
  // "a=1&b=x%20y+z". Fails where there are more, or longer ones, than a question can need, and for bytes that are no
  // UTF-8 text.
  static Result<Parameters> read(std::string_view query);

  // The last value of that name; empty where there is none.
  std::string one(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  bool has(std::string_view name) const;
  // The first name that is none of these, for an error that says so.
  std::optional<std::string> unknown(const std::vector<std::string_view>& known) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

// "%41+b" → "A b"; plus signs stay where `plus_is_blank` is false. None for a broken escape, NUL, or what is no UTF-8.
std::optional<std::string> decoded(std::string_view text, bool plus_is_blank);

// The names of the filter's parameters: those of the command line without their dashes.
const std::vector<std::string_view>& filter_names();
// The filter that the parameters say, with the errors of the command line.
Result<query::Filter> filter_of(const Parameters& parameters);
// A whole number from 0 to `most`; `missing` where the parameter is not there.
Result<std::uint64_t> count_of(const Parameters& parameters, std::string_view name, std::uint64_t missing,
                               std::uint64_t most);

}  // namespace masudi::serve
