// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "feed/clock.h"
#include "net/client.h"

namespace masudi::feed {

// Fetches many addresses, several hosts at a time, of each host one at a time and with a pause between two. One caller
// at a time.
class Fetcher {
 public:
  struct Manners {
    unsigned threads = 8;
    std::int64_t pause = 1;  // seconds between two requests to a host
  };
  Fetcher(net::Settings settings, Manners manners, Clock& clock);

  // The answers, in the order of the requests. After a stop, what was not fetched yet is an error.
  std::vector<Result<net::Response>> fetch(const std::vector<net::Get>& requests, const std::stop_token& stop);

 private:
  using Hosts = std::vector<std::pair<std::string, std::vector<std::size_t>>>;
  static Hosts by_host(const std::vector<net::Get>& requests);
  void wait_for(const std::string& host, const std::stop_token& stop);
  void called(const std::string& host);

  net::Settings settings_;
  Manners manners_;
  Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, std::int64_t> last_call_;  // by host
};

}  // namespace masudi::feed
