// SPDX-License-Identifier: Apache-2.0
#include "serve/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace masudi::serve {
namespace {

constexpr std::size_t kMostParameters = 64;
constexpr std::size_t kLongestValue = 500;  // bytes

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Result<double> confidence_of(const Parameters& parameters) {
  const std::string words = parameters.one("min-confidence");
  if (words.empty()) return 0.0;
  double value = 0;
  const auto [rest, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error == std::errc() && rest == words.data() + words.size() && value >= 0 && value <= 1) return value;
  return fail(fmt::format("--min-confidence: \"{}\" is no number from 0 to 1", words));
}

}  // namespace

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = digit_of(text[i + 1]), low = digit_of(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_blank) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  if (utf8::sanitize(out) > 0) return std::nullopt;
  return out;
}

Result<Parameters> Parameters::read(std::string_view query) {
  Parameters out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (one.empty()) continue;
    const std::size_t equals = std::min(one.find('='), one.size());
    auto name = decoded(one.substr(0, equals), true);
    auto value = decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!name || !value) return fail("the parameters are no UTF-8 text, or a %-escape in them is broken");
    if (out.all_.size() == kMostParameters)
      return fail(fmt::format("there are more than {} parameters", kMostParameters));
    if (name->size() > kLongestValue || value->size() > kLongestValue) {
      return fail(fmt::format("a parameter is longer than {} bytes", kLongestValue));
    }
    out.all_.emplace_back(std::move(*name), std::move(*value));
  }
  return out;
}

std::string Parameters::one(std::string_view name) const {
  const auto at = std::find_if(all_.rbegin(), all_.rend(), [&](const auto& p) { return p.first == name; });
  return at == all_.rend() ? std::string() : at->second;
}

std::vector<std::string> Parameters::all(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& [key, value] : all_) {
    if (key == name && !value.empty()) out.push_back(value);
  }
  return out;
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(all_.begin(), all_.end(), [&](const auto& p) { return p.first == name; });
}

std::optional<std::string> Parameters::unknown(const std::vector<std::string_view>& known) const {
  for (const auto& [key, value] : all_) {
    if (std::find(known.begin(), known.end(), key) == known.end()) return key;
  }
  return std::nullopt;
}

const std::vector<std::string_view>& filter_names() {
  static const std::vector<std::string_view> kNames = {"from",   "to",      "actor",          "recipient",
                                                       "type",   "country", "near",           "status",
                                                       "source", "text",    "min-confidence", "min-origins"};
  return kNames;
}

Result<query::Filter> filter_of(const Parameters& p) {
  query::FilterWords words;
  words.from = p.one("from"), words.to = p.one("to"), words.near = p.one("near"), words.text = p.one("text");
  words.actors = p.all("actor"), words.recipients = p.all("recipient"), words.types = p.all("type");
  words.countries = p.all("country"), words.statuses = p.all("status"), words.sources = p.all("source");
  const auto confidence = confidence_of(p);
  if (!confidence) return tl::make_unexpected(confidence.error());
  const auto origins = count_of(p, "min-origins", 0, 1'000'000);
  if (!origins) return tl::make_unexpected(origins.error());
  words.min_confidence = *confidence, words.min_origins = static_cast<int>(*origins);
  return query::read_filter(words);
}

Result<std::uint64_t> count_of(const Parameters& parameters, std::string_view name, std::uint64_t missing,
                               std::uint64_t most) {
  const std::string words = parameters.one(name);
  if (words.empty()) return missing;
  std::uint64_t value = 0;
  const auto [rest, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error == std::errc() && rest == words.data() + words.size() && value <= most) return value;
  return fail(fmt::format("--{}: \"{}\" is no whole number from 0 to {}", name, words, most));
}

}  // namespace masudi::serve
