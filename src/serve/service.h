// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "format/countries.h"
#include "serve/assets.h"
#include "serve/board_keeper.h"
#include "serve/cache.h"
#include "serve/exchange.h"
#include "serve/guard.h"
#include "serve/metrics.h"
#include "serve/routes.h"
#include "serve/store_pool.h"
#include "serve/watcher.h"

namespace masudi::serve {

struct ServiceSettings {
  std::string store;
  Endpoint endpoint;
  std::string token;  // empty: none is asked for
  format::Countries countries;
  std::span<const Asset> dashboard;
  std::string_view openapi;   // the document that describes the API
  std::size_t questions = 4;  // that may run at once
  std::size_t cache_bytes = 64UL << 20U;
  int patience = 100;                         // million steps of SQLite's machine for one question
  std::size_t listeners = 32, downloads = 4;  // at once
};

// Answers requests, whoever brings them: all of the server but the wire. Share it between threads.
class Service {
 public:
  static Result<std::unique_ptr<Service>> open(ServiceSettings settings);
  ~Service() { stop(); }

  Answer answer(const Request& request);
  // An answer to what is no request at all.
  Answer refuse(int status, std::string_view message) const;
  // Lets streams end.
  void stop();

 private:
  Service(ServiceSettings settings, StorePool pool, std::unique_ptr<Watcher> watcher);

  Answer route(const Request& request);
  Answer ask(const Route& route, std::string_view name, const Request& request);
  Answer give(const Kept& kept, const Request& request) const;
  Answer change(const Request& request);
  Answer page(const Request& request) const;
  Answer changes(const Request& request);
  Answer download(const Request& request, std::string_view what, std::string_view format);
  Answer metrics();
  void keep_board_ready();

  ServiceSettings settings_;
  Guard guard_;
  Assets assets_;
  std::shared_ptr<const Kept> openapi_;
  StorePool pool_;
  std::unique_ptr<Watcher> watcher_;
  BoardKeeper boards_;
  Cache cache_;
  Metrics metrics_;
  std::atomic<std::size_t> listeners_ = 0, downloads_ = 0;
  std::thread warmer_;
};

}  // namespace masudi::serve
