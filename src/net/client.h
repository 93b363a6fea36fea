// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace masudi::net {

struct Limits {
  std::chrono::milliseconds connect{10'000};  // until the other side takes the call
  std::chrono::milliseconds whole{30'000};    // from the call to the last byte
  std::size_t bytes = 16 * 1024 * 1024;       // of the body, unpacked
  int redirects = 5;
};

struct Settings {
  std::string user_agent = "masudi";
  bool allow_private = false;             // also fetch from loopback, private and link-local addresses …
  std::vector<std::string> allowed = {};  // … or from these of them alone, as "127.0.0.1"
  Limits limits;
  std::function<bool()> cancelled;  // asked several times a second, if given; true: give up
};

// What is asked for. The two stamps are those of an earlier Response: if nothing has changed since, the answer is 304.
struct Get {
  std::string url;
  std::string etag = {};
  std::string last_modified = {};
  std::string accept = {};
};

// A small body sent to an address (a webhook). Redirects are not followed.
struct Post {
  std::string url;
  std::string content_type;
  std::string body;
};

struct Response {
  int status = 0;   // of HTTP: 200, 304, 404 …
  std::string url;  // where it came from, after redirects
  std::string body;
  std::string content_type;                   // as sent, with its charset
  std::string etag, last_modified;            // for the next Get
  std::optional<std::int64_t> retry_after;    // seconds to wait, by Retry-After
  std::optional<std::int64_t> fresh_seconds;  // by Cache-Control: max-age

  bool is_good() const { return status >= 200 && status < 300; }
};

// Fetches over HTTP and HTTPS, nothing else. Where private addresses are not allowed, the address that a connection
// really goes to is looked at, so neither a redirect nor a name that is resolved anew gets round it; proxies that the
// environment names are not used. Keeps connections open from call to call. One thread at a time.
class Client {
 public:
  explicit Client(Settings settings);
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;
  ~Client();

  // Any answer is a value, whatever its status. An error says why there was no answer, or none that could be taken:
  // name not found, no answer in time, body too large or cut off, too many redirects, address not allowed …
  Result<Response> get(const Get& request);
  Result<Response> post(const Post& request);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// What a status means, in words for a person: "404 (not found)".
std::string status_in_words(int status);

}  // namespace masudi::net
