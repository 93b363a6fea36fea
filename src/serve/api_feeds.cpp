// SPDX-License-Identifier: Apache-2.0
#include "format/feed_status.h"
#include "serve/api_tools.h"
#include "store/feed_book.h"

namespace masudi::serve::api {
namespace {

std::string_view state_of(const store::FeedRow& feed) {
  if (feed.is_gone) return "gone";
  if (feed.failures > 0) return "failed";
  return feed.last_good ? "good" : "new";
}

// What went wrong may name the address.
std::string shown_problem(std::string problem, const std::string& address, const std::string& shown) {
  if (address.empty()) return problem;
  for (std::size_t at = 0; (at = problem.find(address, at)) != std::string::npos; at += shown.size()) {
    problem.replace(at, address.size(), shown);
  }
  return problem;
}

format::FeedStatus status_of(const store::FeedRow& feed, const store::FeedCounts& items) {
  format::FeedStatus status;
  status.number = feed.feed;
  status.kind = feed.kind == store::FeedKind::folder ? "folder" : "feed";
  status.name = feed.name.empty() ? feed.title : feed.name;
  status.address = format::shown_address(feed.url);
  status.state = state_of(feed);
  status.last_tried = feed.last_tried, status.last_good = feed.last_good;
  if (!feed.is_gone) status.due = feed.due;
  status.failures = feed.failures;
  status.problem = shown_problem(feed.problem, feed.url, status.address);
  status.stored = items.stored, status.other_language = items.other, status.duplicate = items.duplicate,
  status.failed = items.failed;
  return status;
}

}  // namespace

Outcome feeds(const Asked& asked) {
  if (const auto name = asked.parameters.unknown({})) {
    return refuse(fmt::format("there is no parameter \"{}\" here", *name));
  }
  const store::FeedBook book(asked.store);
  const auto all = book.all();
  if (!all) return broken(asked, all.error());
  auto counts = book.counts();
  if (!counts) return broken(asked, counts.error());
  std::vector<format::FeedStatus> feeds;
  for (const store::FeedRow& feed : *all) feeds.push_back(status_of(feed, (*counts)[feed.feed]));
  return json(format::feeds_json(feeds));
}

}  // namespace masudi::serve::api
