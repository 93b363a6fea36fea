// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <set>

#include "feed/folder.h"
#include "feed/round.h"
#include "net/url.h"

namespace masudi::feed {
namespace {

constexpr const char* kFeedTypes =
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.5";
constexpr const char* kPageTypes = "text/html, application/xhtml+xml, */*;q=0.5";

// Whether it is worth asking once more at the next look.
bool may_pass(const Result<net::Response>& answer) {
  return !answer || answer->status >= 500 || answer->status == 429 || answer->status == 408;
}

std::string joined(const std::vector<std::string>& problems) {
  constexpr std::size_t kMost = 3;
  std::string out;
  for (std::size_t at = 0; at < problems.size() && at < kMost; ++at) out += (at > 0 ? "; " : "") + problems[at];
  if (problems.size() > kMost) out += fmt::format("; and {} more", problems.size() - kMost);
  return out;
}

// The link as an address, whether it is given as one or by what it lies beside; empty where it is none.
std::string resolved_link(const read::FeedItem& item, const std::string& base) {
  if (item.link.empty()) return "";
  const std::string nearer = item.base.empty() ? base : net::resolve_link(base, item.base).value_or(base);
  return net::resolve_link(nearer, item.link).value_or("");
}

// Resolved links of several items whose guids say that they are not one.
std::set<std::string> shared_links(const std::vector<read::FeedItem>& items) {
  std::map<std::string, std::string> guids;
  std::set<std::string> shared;
  for (const read::FeedItem& item : items) {
    if (item.link.empty() || item.id.empty() || names_link(item.id, item.link)) continue;
    const auto [first, is_new] = guids.emplace(item.link, item.id);
    if (!is_new && first->second != item.id) shared.insert(item.link);
  }
  return shared;
}

}  // namespace

Result<bool> Round::fetch(std::vector<store::FeedRow> due, const std::stop_token& stop) {
  std::vector<net::Get> requests;
  std::vector<std::size_t> asked;
  for (store::FeedRow& row : due) {
    if (row.kind == store::FeedKind::feed) {
      asked.push_back(feeds_.size());
      requests.push_back({row.url, row.etag, row.last_modified, kFeedTypes});
    }
    Feed feed;
    feed.row = std::move(row);
    feed.look.every = feed.row.every;
    // Looking into a folder costs nobody anything.
    if (feed.row.kind == store::FeedKind::folder && !feed.look.every) feed.look.every = kFolderPace;
    feeds_.push_back(std::move(feed));
  }
  const auto answers = fetcher_.fetch(requests, stop);
  if (stop.stop_requested()) return false;
  Result<void> done;
  for (std::size_t i = 0; done && i < asked.size(); ++i) done = take_answer(asked[i], answers[i]);
  for (std::size_t at = 0; done && at < feeds_.size(); ++at) {
    if (feeds_[at].row.kind == store::FeedKind::folder) done = take_folder(at);
  }
  if (done && !fetch_pages(stop)) return false;
  if (done) done = make_documents();
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return true;
}

void Round::fail_feed(Feed& feed, std::string why) {
  feed.look.is_good = false;
  feed.look.failures = ++feed.row.failures;
  feed.row.problem = std::move(why);
}

Result<void> Round::take_answer(std::size_t at, const Result<net::Response>& answer) {
  Feed& feed = feeds_[at];
  if (!answer) return fail_feed(feed, answer.error().message), Result<void>{};
  feed.look.retry_after = answer->retry_after;
  feed.look.hint = answer->fresh_seconds;
  if (answer->status == 304) {
    if (feed.row.failures > 0) feed.row.problem.clear();  // what was wrong with the feed itself still is
    return {};
  }
  feed.row.is_gone = answer->status == 410;
  if (!answer->is_good()) return fail_feed(feed, net::status_in_words(answer->status)), Result<void>{};
  return take_feed(at, *answer);
}

Result<void> Round::take_feed(std::size_t at, const net::Response& answer) {
  Feed& feed = feeds_[at];
  auto read = read::read_feed(answer.body, answer.content_type);
  if (!read) return fail_feed(feed, read.error().message), Result<void>{};
  feed.row.title = read->title;
  feed.row.problem = joined(read->problems);
  feed.language = read->language;
  feed.row.etag = answer.etag, feed.row.last_modified = answer.last_modified;
  if (read->seconds_between) feed.look.hint = std::max(feed.look.hint.value_or(0), *read->seconds_between);
  for (read::FeedItem& item : read->items) item.link = resolved_link(item, answer.url);
  const std::set<std::string> shared = shared_links(read->items);
  std::size_t taken = candidates_.size();
  for (read::FeedItem& item : read->items) {
    if (candidates_.size() - taken >= kMostItems) {
      feed.is_incomplete = true;
      break;
    }
    const bool shares_link = shared.contains(item.link);
    if (auto done = take_item(at, std::move(item), shares_link); !done) return done;
  }
  return {};
}

Result<void> Round::take_item(std::size_t at, read::FeedItem item, bool shares_link) {
  Candidate candidate{at, std::move(item), {}, {}, {}, shares_link};
  const read::FeedItem& given = candidate.item;
  candidate.shares_link &= !names_link(given.id, given.link);
  store::FeedItemRow& row = candidate.row;
  row.key = item_key(given);
  // Some feeds give all their items one guid.
  if (!keys_.emplace(at, row.key).second) {
    if (given.link.empty() || !keys_.emplace(at, row.key += " " + given.link).second) return {};
  }
  row.seen_hash = item_hash(given);
  row.seen = clock_.now();
  auto known = book_.item(feeds_[at].row.feed, row.key);
  if (!known) return tl::make_unexpected(std::move(known.error()));
  if (*known) {
    const bool is_same = (*known)->seen_hash == row.seen_hash;
    const bool is_settled = (*known)->outcome != store::ItemOutcome::failed || (*known)->tries >= kMostTries;
    if (is_same && is_settled) return {};
    if (is_same) row.tries = (*known)->tries + 1;
    candidate.old_text = (*known)->text_hash;
    row.document = (*known)->document;
  }
  auto by_guid = is_named_by_guid(candidate);
  if (!by_guid) return tl::make_unexpected(std::move(by_guid.error()));
  candidate.by_guid = *by_guid;
  candidates_.push_back(std::move(candidate));
  return {};
}

// A link that other items of the feed have, now or before, names none of them.
Result<bool> Round::is_named_by_guid(const Candidate& candidate) const {
  const read::FeedItem& given = candidate.item;
  if (given.id.empty() || given.link.empty() || names_link(given.id, given.link)) return false;
  if (candidate.shares_link) return true;
  return book_.has_document(feeds_[candidate.feed].row.feed, without_tracking(given.link), candidate.row.key);
}

bool Round::fetch_pages(const std::stop_token& stop) {
  std::vector<net::Get> requests;
  std::vector<Candidate*> asked;
  for (Candidate& candidate : candidates_) {
    const read::FeedItem& item = candidate.item;
    const bool has_own_text = candidate.shares_link && !(item.content.empty() && item.summary.empty());
    if (item.link.empty() || has_own_text || is_whole(item)) continue;
    requests.push_back({item.link, "", "", kPageTypes});
    asked.push_back(&candidate);
  }
  const auto answers = fetcher_.fetch(requests, stop);
  if (stop.stop_requested()) return false;
  for (std::size_t i = 0; i < asked.size(); ++i) take_page(*asked[i], answers[i]);
  return true;
}

// What cannot be had as a page is told by the feed, if it says anything; at first it is hoped that the page will come.
void Round::take_page(Candidate& candidate, const Result<net::Response>& answer) {
  std::string& problem = candidate.row.problem;
  if (answer && answer->is_good()) {
    std::vector<std::string> warnings;
    auto page = read::read_page(answer->body, answer->content_type, warnings);
    if (page) {
      candidate.page = std::move(*page);
      return;
    }
    problem = page.error().message;
  } else {
    problem = answer ? net::status_in_words(answer->status) : answer.error().message;
    if (may_pass(answer) && candidate.row.tries < kMostTries) {
      candidate.row.outcome = store::ItemOutcome::failed;
      feeds_[candidate.feed].is_incomplete = true;
    }
  }
}

}  // namespace masudi::feed
