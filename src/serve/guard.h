// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "serve/exchange.h"

namespace masudi::serve {

// "127.0.0.1:7070", "[::1]:7070", "0.0.0.0:80".
struct Endpoint {
  std::string host;  // without brackets
  int port = 0;      // 0: any free one

  bool is_loopback() const;
};
Result<Endpoint> parse_endpoint(std::string_view text);

// Who may ask. Immutable; share it between threads.
//   - With a token, whoever shows it: Authorization: Bearer TOKEN, or as the password of Basic, which browsers ask for.
//   - On the loopback interface, only under its own names, so that no page of elsewhere can reach the server through a
//     name that it turned to 127.0.0.1 (DNS rebinding).
//   - What changes something, only from pages of this server itself (cross-site request forgery).
class Guard {
 public:
  Guard(Endpoint endpoint, std::string token) : endpoint_(std::move(endpoint)), token_(std::move(token)) {}

  // The refusal; none where the request may pass. The body is words for a person.
  struct Refusal {
    int status;
    std::string message;
    std::string challenge;
  };
  std::optional<Refusal> refuse(const Request& request) const;
  bool has_token() const { return !token_.empty(); }

 private:
  bool shows_token(std::string_view authorization) const;

  Endpoint endpoint_;
  std::string token_;
};

// Takes the same time wherever the first difference is.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace masudi::serve
