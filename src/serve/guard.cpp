// SPDX-License-Identifier: Apache-2.0
#include "serve/guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace masudi::serve {
namespace {

// The name in "name:port" or "[::1]:port", in lower case.
std::string host_name(std::string_view host) {
  if (host.starts_with('[')) {
    host = host.substr(1, std::min(host.find(']'), host.size()) - 1);
  } else {
    host = host.substr(0, host.find(':'));
  }
  std::string out(host);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool is_loopback_name(std::string_view host) {
  const std::string name = host_name(host);
  return name == "localhost" || name == "127.0.0.1" || name == "::1";
}

bool changes_something(const Request& request) { return request.method != "GET" && request.method != "HEAD"; }

// Whether a page of elsewhere sent it. Programs that are no browser send neither header.
bool is_from_elsewhere(const Request& request) {
  if (!request.fetch_site.empty() && request.fetch_site != "same-origin" && request.fetch_site != "none") return true;
  if (request.origin.empty()) return false;
  const std::size_t scheme = request.origin.find("://");
  return scheme == std::string::npos || request.origin.substr(scheme + 3) != request.host;
}

std::optional<std::string> base64_decoded(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFFU);
  }
  return out;
}

}  // namespace

bool Endpoint::is_loopback() const {
  return is_loopback_name(host.find(':') == std::string::npos ? host : '[' + host + ']');
}

Result<Endpoint> parse_endpoint(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  Endpoint out;
  if (colon != std::string_view::npos && colon > 0) {
    std::string_view host = text.substr(0, colon);
    const bool is_bracketed = host.starts_with('[') && host.ends_with(']');
    if (is_bracketed) host = host.substr(1, host.size() - 2);
    out.host = host;
    const std::string_view port = text.substr(colon + 1);
    const auto [rest, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
    const bool is_port =
        error == std::errc() && rest == port.data() + port.size() && out.port >= 0 && out.port <= 65535;
    if (is_port && !host.empty() && (is_bracketed || host.find(':') == std::string_view::npos)) return out;
  }
  return fail(fmt::format("--listen: \"{}\" is no address and port; write 127.0.0.1:7070", text));
}

bool same_secret(std::string_view a, std::string_view b) {
  // The length of what was shown may be known, that of the secret may not.
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char other = b.empty() ? '\0' : b[i % b.size()];
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(other);
  }
  return difference == 0;
}

bool Guard::shows_token(std::string_view authorization) const {
  const auto after = [&](std::string_view scheme) -> std::optional<std::string_view> {
    if (authorization.size() <= scheme.size()) return std::nullopt;
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    if (!std::equal(scheme.begin(), scheme.end(), authorization.begin(), same)) return std::nullopt;
    return authorization.substr(scheme.size());
  };
  if (const auto token = after("Bearer ")) return same_secret(*token, token_);
  if (const auto basic = after("Basic ")) {
    const auto words = base64_decoded(*basic);
    const std::size_t colon = words ? words->find(':') : std::string::npos;
    return colon != std::string::npos && same_secret(std::string_view(*words).substr(colon + 1), token_);
  }
  return false;
}

std::optional<Guard::Refusal> Guard::refuse(const Request& request) const {
  if (endpoint_.is_loopback() && !is_loopback_name(request.host)) {
    return Refusal{
        421, "this server is asked under another name than 127.0.0.1 or localhost; it answers to these alone", ""};
  }
  if (changes_something(request) && is_from_elsewhere(request)) {
    return Refusal{403, "a page of another site may not change anything here", ""};
  }
  if (has_token() && request.path != "/healthz" && !shows_token(request.authorization)) {
    return Refusal{401, "a token is needed: send it as Authorization: Bearer TOKEN, or as the password of Basic",
                   "Basic realm=\"masudi\", charset=\"UTF-8\", Bearer"};
  }
  return std::nullopt;
}

}  // namespace masudi::serve
