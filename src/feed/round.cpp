// SPDX-License-Identifier: Apache-2.0
#include "feed/round.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "feed/folder.h"
#include "read/files.h"
#include "read/language_guess.h"

namespace masudi::feed {

using store::ItemOutcome;

Result<void> Round::make_documents() {
  for (Candidate& candidate : candidates_) {
    if (auto done = make_document(candidate); !done) return done;
  }
  return {};
}

Result<void> Round::make_document(Candidate& candidate) {
  Feed& feed = feeds_[candidate.feed];
  store::FeedItemRow& row = candidate.row;
  if (row.outcome == ItemOutcome::failed) return feed.items.push_back(std::move(row)), Result<void>{};
  const ArticleContext context{feed.row.name, feed.row.title, feed.language, row.seen, feed.row.url, candidate.by_guid};
  Document document = feed::make_document(candidate.item, candidate.page, candidate.item.link, context);
  const std::int64_t text = static_cast<std::int64_t>(hash_bytes(document.text, hash_bytes(document.title + '\n')));
  if (!row.document.empty()) document.id = row.document;  // a new version of what it was
  row.text_hash = text;
  auto outcome = judge(candidate, document, text);
  if (!outcome) return tl::make_unexpected(std::move(outcome.error()));
  row.outcome = *outcome;
  const bool is_new = row.outcome == ItemOutcome::stored && candidate.old_text != text;
  if (row.outcome == ItemOutcome::stored) row.document = document.id;
  if (is_new) {
    waiting_.push_back({candidate.feed, feed.items.size(), "", {std::move(document), {}, 0}});
    ++feed.stored;
  }
  feed.other += row.outcome == ItemOutcome::other;
  feed.items.push_back(std::move(row));
  return {};
}

Result<ItemOutcome> Round::judge(Candidate& candidate, const Document& document, std::int64_t text) {
  store::FeedItemRow& row = candidate.row;
  const std::int64_t feed = feeds_[candidate.feed].row.feed;
  if (document.text.empty()) {
    if (row.problem.empty()) row.problem = "neither the feed nor the page has a text";
    row.tries = kMostTries;
    return ItemOutcome::failed;
  }
  const ArticleContext context{"", "", feeds_[candidate.feed].language, 0};
  if (!read::is_english(document.text, declared_language(candidate.item, candidate.page, context))) {
    return ItemOutcome::other;
  }
  if (candidate.old_text == text) return ItemOutcome::stored;
  auto is_double = book_.has_text(feed, text, row.key);
  if (is_double && !*is_double) is_double = book_.is_elsewhere(document.id, feed);
  if (!is_double) return tl::make_unexpected(std::move(is_double.error()));
  const bool is_new_text = texts_.emplace(candidate.feed, text).second;
  const bool is_new_id = ids_.insert(document.id).second;
  return *is_double || !is_new_text || !is_new_id ? ItemOutcome::duplicate : ItemOutcome::stored;
}

Result<void> Round::take_folder(std::size_t at) {
  Feed& feed = feeds_[at];
  const auto files = files_in(feed.row.url);
  if (!files) return fail_feed(feed, files.error().message), Result<void>{};
  feed.row.problem.clear();
  for (const FolderFile& file : *files) {
    auto known = book_.item(feed.row.feed, file.name);
    if (!known) return tl::make_unexpected(std::move(known.error()));
    if (*known && (*known)->seen_hash == file.state) continue;
    store::FeedItemRow row;
    row.key = file.name, row.seen_hash = file.state, row.seen = clock_.now(), row.tries = kMostTries;
    waiting_.push_back({at, feed.items.size(), file.path, read::refuse("")});
    feed.items.push_back(std::move(row));
  }
  return {};
}

namespace {

// A page in a file: its own date is needed, for a file's is not that of what it says.
class PageFile final : public read::Source {
 public:
  explicit PageFile(std::string path) : path_(std::move(path)) {}

  std::optional<read::Record> next() override {
    if (is_done_) return std::nullopt;
    is_done_ = true;
    std::ifstream file(path_, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return read::refuse(fmt::format("{}: the file cannot be read", path_));
    std::vector<std::string> warnings;
    auto page = read::read_page(std::move(bytes).str(), "", warnings);
    if (!page) return read::refuse(fmt::format("{}: {}", path_, page.error().message));
    if (page->text.empty()) return read::refuse(fmt::format("{}: no article was found on the page", path_));
    if (!page->published) return read::refuse(fmt::format("{}: the page does not say when it was published", path_));
    read::Record record{Document{}, std::move(warnings), 0};
    Document& document = *record.document;
    document.id = std::filesystem::path(path_).stem().string();
    document.date = page->published->day;
    document.title = std::move(page->title), document.text = std::move(page->text);
    document.source = std::move(page->site), document.url = std::move(page->link);
    document.language = std::move(page->language), document.authors = std::move(page->authors);
    return record;
  }

 private:
  std::string path_;
  bool is_done_ = false;
};

std::unique_ptr<read::Source> open_file(const std::string& path) {
  if (is_web_page(path)) return std::make_unique<PageFile>(path);
  return std::make_unique<read::Files>(std::vector<std::string>{path}, read::Options{});
}

}  // namespace

std::optional<read::Record> Round::Source::next() {
  while (at_ < round_.waiting_.size()) {
    Waiting& waiting = round_.waiting_[at_];
    if (waiting.file.empty()) {
      ++at_;
      return std::move(waiting.record);
    }
    if (auto record = next_of_file(waiting)) return record;
    ++at_;
  }
  return std::nullopt;
}

std::optional<read::Record> Round::Source::next_of_file(const Waiting& waiting) {
  Feed& feed = round_.feeds_[waiting.feed];
  store::FeedItemRow& row = feed.items[waiting.item];
  if (file_ == nullptr) {
    file_ = open_file(waiting.file);
    row.outcome = ItemOutcome::failed;  // until something can be read
  }
  while (auto record = file_->next()) {
    if (!record->document) {
      row.problem = record->document.error().message;
      return record;
    }
    if (!read::is_english(record->document->text, record->document->language)) {
      ++feed.other;
      if (row.outcome == ItemOutcome::failed) row.outcome = ItemOutcome::other;
      continue;
    }
    row.outcome = ItemOutcome::stored;
    row.document = record->document->id;
    if (record->document->source.empty()) record->document->source = feed.row.name;
    ++feed.stored;
    return record;
  }
  file_.reset();
  return std::nullopt;
}

Result<void> Round::keep() {
  Result<void> done;
  for (Feed& feed : feeds_) {
    store::FeedRow& row = feed.row;
    const std::int64_t now = clock_.now();
    row.last_tried = now;
    if (feed.look.is_good) row.failures = 0, row.last_good = now;
    // The next answer is to be a whole one, so that what is left can be taken up.
    if (feed.is_incomplete) row.etag.clear(), row.last_modified.clear();
    row.due = now + pause_after(feed.look);
    done = book_.update(row);
    for (const store::FeedItemRow& item : feed.items) {
      if (done) done = book_.put(row.feed, item);
    }
    if (!done) return done;
  }
  return done;
}

}  // namespace masudi::feed
