// SPDX-License-Identifier: Apache-2.0
#include "net/url.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

namespace masudi::net {
namespace {

struct Free {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Free>;

constexpr unsigned kLeniently = CURLU_URLENCODE;  // addresses in the wild hold blanks and letters beyond ASCII

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

bool is_http(const Url& url) {
  const std::string scheme = part(url, CURLUPART_SCHEME);
  return (scheme == "http" || scheme == "https") && !part(url, CURLUPART_HOST).empty();
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return text;
}

std::string normal_form(const Url& url) {
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  curl_url_set(url.get(), CURLUPART_HOST, lower(part(url, CURLUPART_HOST)).c_str(), 0);
  return part(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Result<std::string> normal_url(const std::string& text) {
  const Url url(curl_url());
  const bool read = curl_url_set(url.get(), CURLUPART_URL, trimmed(text).c_str(), kLeniently) == CURLUE_OK;
  if (!read || !is_http(url)) {
    return fail(fmt::format("{}: is no address of the web; it should begin with http:// or https://", text));
  }
  if (!part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty()) {
    return fail("an address with a user's name or password in it cannot be used; it would be shown to others");
  }
  return normal_form(url);
}

std::optional<std::string> resolve_link(const std::string& base, const std::string& link) {
  const Url url(curl_url());
  if (!base.empty() && curl_url_set(url.get(), CURLUPART_URL, trimmed(base).c_str(), kLeniently) != CURLUE_OK) {
    return std::nullopt;
  }
  const std::string target = trimmed(link);
  if (target.empty() || curl_url_set(url.get(), CURLUPART_URL, target.c_str(), kLeniently) != CURLUE_OK) {
    return std::nullopt;
  }
  if (!is_http(url) || !part(url, CURLUPART_USER).empty()) return std::nullopt;
  return normal_form(url);
}

std::string host_of(const std::string& text) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), kLeniently) != CURLUE_OK) return {};
  const std::string port = part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
  const std::string host = lower(part(url, CURLUPART_HOST));
  return port.empty() ? host : host + ":" + port;
}

}  // namespace masudi::net
