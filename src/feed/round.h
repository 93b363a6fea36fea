// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "feed/article.h"
#include "feed/clock.h"
#include "feed/fetcher.h"
#include "feed/schedule.h"
#include "read/source.h"
#include "store/feed_book.h"

namespace masudi::feed {

// One look at all feeds and folders that are due, from the fetch to documents that wait to be coded: fetch(), then
// documents() through the pipeline, then keep(). What was not kept is simply taken again in the next round.
class Round {
 public:
  Round(store::FeedBook& book, Fetcher& fetcher, Clock& clock) : book_(book), fetcher_(fetcher), clock_(clock) {}

  // Fetches feeds, then the pages of their new items. False: stopped, and nothing is to be kept.
  Result<bool> fetch(std::vector<store::FeedRow> due, const std::stop_token& stop);
  // The documents that were found, in the order of the feeds. Lives no longer than the round.
  read::Source& documents() { return source_; }
  bool has_documents() const { return !waiting_.empty(); }
  // Writes down what became of feeds and items, inside the caller's transaction.
  Result<void> keep();

  struct Feed {
    store::FeedRow row;
    Look look;
    std::string language;                   // as the feed says
    bool is_incomplete = false;             // something is to be taken up at the next look
    std::vector<store::FeedItemRow> items;  // that became known in this round
    std::int64_t stored = 0, other = 0;     // documents of this round
  };
  const std::vector<Feed>& feeds() const { return feeds_; }

 private:
  static constexpr std::size_t kMostItems = 200;  // new ones of one feed in a round
  static constexpr std::int64_t kMostTries = 3;

  // An item that is to become a document.
  struct Candidate {
    std::size_t feed;
    read::FeedItem item;  // its link resolved
    store::FeedItemRow row;
    std::optional<std::int64_t> old_text;  // of the document it had before
    std::optional<read::Page> page;
    bool shares_link = false;  // with others that stand beside it in the feed: the page is not its own
    bool by_guid = false;      // its document is named by its guid
  };
  // A document, or a file with documents, in line for the pipeline.
  struct Waiting {
    std::size_t feed, item;
    std::string file;  // or empty, and …
    read::Record record;
  };
  class Source final : public read::Source {
   public:
    explicit Source(Round& round) : round_(round) {}
    std::optional<read::Record> next() override;

   private:
    std::optional<read::Record> next_of_file(const Waiting& waiting);
    Round& round_;
    std::size_t at_ = 0;
    std::unique_ptr<read::Source> file_;  // that is being read
  };

  Result<void> take_answer(std::size_t at, const Result<net::Response>& answer);
  void fail_feed(Feed& feed, std::string why);
  Result<void> take_feed(std::size_t at, const net::Response& answer);
  Result<void> take_item(std::size_t at, read::FeedItem item, bool shares_link);
  Result<bool> is_named_by_guid(const Candidate& candidate) const;
  Result<void> take_folder(std::size_t at);
  bool fetch_pages(const std::stop_token& stop);
  void take_page(Candidate& candidate, const Result<net::Response>& answer);
  Result<void> make_documents();
  Result<void> make_document(Candidate& candidate);
  Result<store::ItemOutcome> judge(Candidate& candidate, const Document& document, std::int64_t text);

  store::FeedBook& book_;
  Fetcher& fetcher_;
  Clock& clock_;
  std::vector<Feed> feeds_;
  std::vector<Candidate> candidates_;
  std::vector<Waiting> waiting_;
  std::set<std::string> ids_;                             // of documents in line
  std::set<std::pair<std::size_t, std::string>> keys_;    // of items, by feed
  std::set<std::pair<std::size_t, std::int64_t>> texts_;  // of documents in line, by feed
  Source source_{*this};
};

}  // namespace masudi::feed
