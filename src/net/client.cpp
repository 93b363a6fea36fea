// SPDX-License-Identifier: Apache-2.0
#include "net/client.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <mutex>

#include "net/address.h"
#include "net/failure.h"

namespace masudi::net {
namespace {

struct Cleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, Cleanup>;

void start_curl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// Header values must not begin a line of their own.
std::string one_line(std::string text) {
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
  return text;
}

void add(Headers& headers, const char* name, const std::string& value) {
  if (value.empty()) return;
  curl_slist* longer = curl_slist_append(headers.get(), (std::string(name) + ": " + one_line(value)).c_str());
  if (longer == nullptr) return;
  static_cast<void>(headers.release());
  headers.reset(longer);
}

std::string header(CURL* curl, const char* name) {
  constexpr std::size_t kLongest = 1024;  // of a value that is kept
  curl_header* found = nullptr;
  if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
  std::string value = found->value;
  return value.size() <= kLongest ? value : "";
}

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end == digits.data() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::int64_t> retry_after(CURL* curl) {
  curl_off_t seconds = 0;
  if (curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds) != CURLE_OK || seconds <= 0) return std::nullopt;
  return seconds;
}

std::optional<std::int64_t> max_age(const std::string& cache_control) {
  constexpr std::string_view kName = "max-age=";
  const std::size_t at = cache_control.find(kName);
  if (at == std::string::npos) return std::nullopt;
  return number(std::string_view(cache_control).substr(at + kName.size()));
}

}  // namespace

struct Client::Handle {
  explicit Handle(Settings chosen) : settings(std::move(chosen)) {
    start_curl();
    curl.reset(curl_easy_init());
  }

  // Called for the address that a connection is about to be made to, after the name was resolved.
  static curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& handle = *static_cast<Handle*>(self);
    if (!handle.may_call(address->addr)) {
      handle.noticed.refused_address = to_string(address->addr);
      return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  bool may_call(const sockaddr& address) const {
    const auto& allowed = settings.allowed;
    return settings.allow_private || is_public(address) ||
           std::find(allowed.begin(), allowed.end(), to_string(address)) != allowed.end();
  }

  static std::size_t take(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& handle = *static_cast<Handle*>(self);
    if (handle.body.size() + size > handle.settings.limits.bytes) {
      handle.noticed.too_large = true;
      return 0;
    }
    handle.body.append(bytes, size);
    return size;
  }

  static int go_on(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto& handle = *static_cast<Handle*>(self);
    handle.noticed.cancelled = handle.settings.cancelled && handle.settings.cancelled();
    return handle.noticed.cancelled ? 1 : 0;
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(curl.get(), option, value);
  }

  void prepare(const std::string& url, int redirects) {
    curl_easy_reset(curl.get());
    noticed = {};
    body.clear();
    detail[0] = '\0';
    const Limits& limits = settings.limits;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_FOLLOWLOCATION, redirects > 0 ? 1L : 0L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(redirects));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    set(CURLOPT_USERAGENT, settings.user_agent.c_str());
    set(CURLOPT_ERRORBUFFER, detail);
    set(CURLOPT_OPENSOCKETFUNCTION, &Handle::open_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Handle::take);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Handle::go_on);
    set(CURLOPT_XFERINFODATA, this);
  }

  Result<Response> perform(const Headers& headers) {
    set(CURLOPT_HTTPHEADER, headers.get());
    const CURLcode code = curl_easy_perform(curl.get());
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    if (code != CURLE_OK) return fail(failure_in_words(code, detail, noticed, settings.limits));
    Response out;
    long status = 0;
    const char* url = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &url);
    out.status = static_cast<int>(status);
    out.url = url != nullptr ? url : "";
    out.body = std::move(body);
    out.content_type = header(curl.get(), "Content-Type");
    out.etag = header(curl.get(), "ETag");
    out.last_modified = header(curl.get(), "Last-Modified");
    out.retry_after = retry_after(curl.get());
    out.fresh_seconds = max_age(header(curl.get(), "Cache-Control"));
    return out;
  }

  Settings settings;
  std::unique_ptr<CURL, Cleanup> curl;
  Noticed noticed;
  std::string body;
  char detail[CURL_ERROR_SIZE] = "";
};

Client::Client(Settings settings) : handle_(std::make_unique<Handle>(std::move(settings))) {}
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;
Client::~Client() = default;

Result<Response> Client::get(const Get& request) {
  if (handle_->curl == nullptr) return fail("there is not enough memory");
  handle_->prepare(request.url, handle_->settings.limits.redirects);
  Headers headers;
  add(headers, "Accept", request.accept);
  add(headers, "If-None-Match", request.etag);
  add(headers, "If-Modified-Since", request.last_modified);
  return handle_->perform(headers);
}

Result<Response> Client::post(const Post& request) {
  if (handle_->curl == nullptr) return fail("there is not enough memory");
  handle_->prepare(request.url, 0);
  handle_->set(CURLOPT_POST, 1L);
  handle_->set(CURLOPT_POSTFIELDS, request.body.c_str());
  handle_->set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  Headers headers;
  add(headers, "Content-Type", request.content_type);
  return handle_->perform(headers);
}

}  // namespace masudi::net
