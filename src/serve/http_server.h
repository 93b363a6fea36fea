// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "base/result.h"
#include "serve/guard.h"
#include "serve/service.h"

namespace masudi::serve {

// Brings requests of HTTP/1.1 to a service and its answers back. Each connection has a thread while it is open; at most
// `connections` are served at once, others wait.
class HttpServer {
 public:
  // Begins to listen; `service` must outlive the server.
  static Result<std::unique_ptr<HttpServer>> open(Service& service, const Endpoint& endpoint, std::size_t connections);
  ~HttpServer();

  int port() const;
  // Serves until stop(); connections that are in the middle of an answer finish it.
  void run();
  // From any thread, also before run().
  void stop();

 private:
  class Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace masudi::serve
