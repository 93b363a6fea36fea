// SPDX-License-Identifier: Apache-2.0
#include "net/failure.h"

#include <curl/curl.h>
#include <fmt/format.h>

namespace masudi::net {
namespace {

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

}  // namespace

std::string failure_in_words(int code, const std::string& detail, const Noticed& noticed, const Limits& limits) {
  if (noticed.cancelled) return "the transfer was given up, as asked";
  if (noticed.too_large) {
    return fmt::format("the answer is larger than {} KB; it was given up", limits.bytes / 1024);
  }
  switch (code) {
    case CURLE_URL_MALFORMAT: return "this is no address of the web";
    case CURLE_UNSUPPORTED_PROTOCOL: return "only addresses of http and https are fetched";
    case CURLE_LOGIN_DENIED: return "an address with a user's name in it is not fetched";
    case CURLE_COULDNT_RESOLVE_HOST: return "no machine of this name was found; check the spelling and the network";
    case CURLE_COULDNT_CONNECT:
      if (!noticed.refused_address.empty()) {
        return fmt::format(
            "it leads to {}, an address of this machine or of a private network; only --allow-private "
            "fetches from there",
            noticed.refused_address);
      }
      return "nobody takes calls at this address";
    case CURLE_OPERATION_TIMEDOUT:
      return fmt::format("no whole answer in time ({} s to connect, {} s in all)", seconds(limits.connect),
                         seconds(limits.whole));
    case CURLE_TOO_MANY_REDIRECTS: return fmt::format("more than {} redirects, one after the other", limits.redirects);
    case CURLE_PARTIAL_FILE: return "the answer was cut off before its end";
    case CURLE_GOT_NOTHING: return "the connection was closed without an answer";
    case CURLE_BAD_CONTENT_ENCODING: return "the answer is packed in a way that cannot be unpacked";
    case CURLE_PEER_FAILED_VERIFICATION: return fmt::format("its certificate cannot be trusted ({})", detail);
    default: return detail.empty() ? curl_easy_strerror(static_cast<CURLcode>(code)) : detail;
  }
}

std::string status_in_words(int status) {
  const auto words = [&]() -> const char* {
    switch (status) {
      case 304: return "not changed";
      case 400: return "the request was not understood";
      case 401: return "a password is needed";
      case 403: return "access is denied";
      case 404: return "not found";
      case 410: return "gone for good";
      case 429: return "asked too often";
      case 503: return "not available now";
      default: break;
    }
    if (status >= 500) return "the server has failed";
    if (status >= 400) return "the request was refused";
    return status >= 300 ? "it is elsewhere" : "";
  };
  const std::string meaning = words();
  return meaning.empty() ? std::to_string(status) : fmt::format("{} ({})", status, meaning);
}

}  // namespace masudi::net
