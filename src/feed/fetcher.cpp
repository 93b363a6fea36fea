// SPDX-License-Identifier: Apache-2.0
#include "feed/fetcher.h"

#include <atomic>
#include <thread>
#include <unordered_map>

#include "net/url.h"

namespace masudi::feed {

Fetcher::Fetcher(net::Settings settings, Manners manners, Clock& clock)
    : settings_(std::move(settings)), manners_(manners), clock_(clock) {}

// In the order in which a host is met first.
Fetcher::Hosts Fetcher::by_host(const std::vector<net::Get>& requests) {
  Hosts hosts;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < requests.size(); ++at) {
    const auto [place, is_new] = places.try_emplace(net::host_of(requests[at].url), hosts.size());
    if (is_new) hosts.emplace_back(place->first, std::vector<std::size_t>());
    hosts[place->second].second.push_back(at);
  }
  return hosts;
}

void Fetcher::wait_for(const std::string& host, const std::stop_token& stop) {
  std::int64_t until = 0;
  {
    const std::lock_guard lock(mutex_);
    const auto last = last_call_.find(host);
    if (last == last_call_.end()) return;
    until = last->second + manners_.pause;
  }
  if (until > clock_.now()) clock_.wait_until(until, stop);
}

void Fetcher::called(const std::string& host) {
  constexpr std::size_t kMostHosts = 10'000;
  const std::int64_t now = clock_.now();
  const std::lock_guard lock(mutex_);
  if (last_call_.size() > kMostHosts) {
    std::erase_if(last_call_, [&](const auto& entry) { return entry.second + manners_.pause < now; });
  }
  last_call_[host] = now;
}

std::vector<Result<net::Response>> Fetcher::fetch(const std::vector<net::Get>& requests, const std::stop_token& stop) {
  std::vector<Result<net::Response>> answers(requests.size(), fail("the program was stopped before"));
  const Hosts hosts = by_host(requests);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    net::Settings settings = settings_;
    settings.cancelled = [&] { return stop.stop_requested(); };
    net::Client client(std::move(settings));
    for (std::size_t host = next++; host < hosts.size(); host = next++) {
      for (const std::size_t at : hosts[host].second) {
        wait_for(hosts[host].first, stop);
        if (stop.stop_requested()) return;
        answers[at] = client.get(requests[at]);
        called(hosts[host].first);
      }
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min<std::size_t>(manners_.threads, hosts.size()); ++i) others.emplace_back(work);
  work();
  others.clear();
  return answers;
}

}  // namespace masudi::feed
