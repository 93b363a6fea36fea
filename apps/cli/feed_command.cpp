// SPDX-License-Identifier: Apache-2.0
#include "feed_command.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "asking.h"
#include "messages.h"
#include "net/url.h"
#include "options.h"
#include "read/opml.h"
#include "record_options.h"
#include "store/feed_book.h"

namespace masudi::cli {
namespace {

using store::FeedBook;
using store::FeedKind;
using store::FeedRow;

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

bool is_address(const std::string& text) { return text.find("://") != std::string::npos; }

Result<FeedRow> feed_of(const std::string& text) {
  FeedRow row;
  if (is_address(text)) {
    return net::normal_url(text).map([&](std::string url) {
      row.url = std::move(url);
      return row;
    });
  }
  std::error_code error;
  const auto path = std::filesystem::canonical(text, error);
  if (error || !std::filesystem::is_directory(path, error)) {
    return fail(fmt::format("{}: is neither an address (http://…, https://…) nor a folder", text));
  }
  row.url = path.string();
  row.kind = FeedKind::folder;
  return row;
}

// Adds all or, where one is wrong or the store fails, none.
int add_all(const std::vector<FeedRow>& feeds, const RecordSettings& record) {
  auto store = store::Store::open_to_write(record.store);
  if (!store) return failed(store.error());
  FeedBook book(*store);
  std::size_t added = 0;
  if (auto begun = store->connection().begin(); !begun) return failed(begun.error());
  for (const FeedRow& feed : feeds) {
    const auto is_new = book.add(feed);
    if (!is_new) return failed(is_new.error());
    added += *is_new;
  }
  if (auto done = store->connection().commit(); !done) return failed(done.error());
  print_note(fmt::format("{}: {} added, {} known before; masudi feed run fetches them", record.store, added,
                         feeds.size() - added));
  return kDone;
}

int add(const RecordSettings& record, const FeedSettings& settings) {
  std::vector<FeedRow> feeds;
  for (const std::string& text : settings.feeds) {
    auto feed = feed_of(text);
    if (!feed) return failed(feed.error());
    feed->name = settings.name;
    if (!settings.every.empty()) {
      const auto every = parse_pace(settings.every);
      if (!every) return failed(every.error());
      feed->every = *every;
    }
    feeds.push_back(std::move(*feed));
  }
  return add_all(feeds, record);
}

int import(const RecordSettings& record, const FeedSettings& settings) {
  std::vector<FeedRow> feeds;
  bool is_whole = true;
  for (const std::string& file : settings.feeds) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) return failed({fmt::format("{}: cannot be read; check the name and the rights", file)});
    const auto list = read::read_opml(std::move(bytes).str());
    if (!list) return failed({fmt::format("{}: {}", file, list.error().message)});
    for (const read::Subscription& one : *list) {
      auto url = net::normal_url(one.url);
      if (!url) print_error(fmt::format("{}: {}", file, url.error().message));
      is_whole = is_whole && url;
      if (!url) continue;
      FeedRow feed;
      feed.url = std::move(*url), feed.name = one.title;
      feeds.push_back(std::move(feed));
    }
  }
  const int done = add_all(feeds, record);
  return done == kDone && !is_whole ? kFailed : done;
}

int remove(const RecordSettings& record, const FeedSettings& settings) {
  auto store = store::Store::open_to_write(record.store);
  if (!store) return failed(store.error());
  FeedBook book(*store);
  bool is_whole = true;
  for (const std::string& text : settings.feeds) {
    std::string name = text;
    if (is_address(text)) name = net::normal_url(text).value_or(text);
    std::error_code error;
    const auto path = std::filesystem::canonical(text, error);
    auto removed = book.remove(name);
    if (removed && !*removed && !error) removed = book.remove(path.string());
    if (!removed) return failed(removed.error());
    if (!*removed) print_error(fmt::format("{}: there is no such feed; masudi feed list shows all", text));
    is_whole = is_whole && *removed;
  }
  return is_whole ? kDone : kFailed;
}

Sheet::Cell time_cell(std::optional<std::int64_t> seconds) {
  if (!seconds) return {};
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(*seconds)));
}

std::string state_of(const FeedRow& feed) {
  if (feed.is_gone) return "gone";
  if (feed.failures > 0) return fmt::format("failed {}×", feed.failures);
  return feed.last_good ? "good" : "new";
}

Result<Sheet> list(store::Store& store) {
  const FeedBook book(store);
  auto feeds = book.all();
  if (!feeds) return tl::make_unexpected(std::move(feeds.error()));
  Sheet sheet{{"feed", "url", "name", "state", "stored", "other_language", "failed", "last_good", "due", "problem"},
              {}};
  auto counts = book.counts();
  if (!counts) return tl::make_unexpected(std::move(counts.error()));
  for (const FeedRow& feed : *feeds) {
    const store::FeedCounts& items = (*counts)[feed.feed];
    sheet.rows.push_back({feed.feed, feed.url, feed.name.empty() ? feed.title : feed.name, state_of(feed), items.stored,
                          items.other, items.failed, time_cell(feed.last_good),
                          feed.is_gone ? Sheet::Cell() : time_cell(feed.due), feed.problem});
  }
  return sheet;
}

}  // namespace

Result<std::int64_t> parse_pace(const std::string& words) {
  std::int64_t value = 0;
  const char* last = words.data() + words.size();
  const auto [end, error] = std::from_chars(words.data(), last, value);
  const std::string_view unit(end, static_cast<std::size_t>(last - end));
  const std::int64_t seconds = unit.empty() || unit == "s" ? 1
                               : unit == "m"               ? 60
                               : unit == "h"               ? 3600
                               : unit == "d"               ? 86'400
                                                           : 0;
  constexpr std::int64_t kMost = 366;
  if (error != std::errc{} || seconds == 0 || value < 1 || value > kMost * 86'400 / seconds) {
    return fail(fmt::format("--every: \"{}\" is no length of time; write 90s, 15m, 2h or 1d", words));
  }
  return value * seconds;
}

void add_feed_commands(CLI::App& app, Settings& s, RecordSettings& r, FeedSettings& f) {
  CLI::App& command = *app.add_subcommand("feed", "Follow feeds and folders, and keep what they bring");
  command.require_subcommand(1);
  CLI::App& adding = *command.add_subcommand("add", "Follow feeds (RSS, Atom, JSON Feed) or folders");
  adding.add_option("FEED", f.feeds, "Addresses of feeds, or folders with texts, JSONL and pages")->required();
  adding.add_option("--name", f.name, "The outlet (as its pages say)")->type_name("NAME");
  adding.add_option("--every", f.every, "How often to look (as the feed wishes, else 30m)")->type_name("TIME");
  add_store(adding, r.store);
  CLI::App& listing = *command.add_subcommand("list", "List what is followed, how it does, and what is wrong");
  add_store(listing, r.store), add_sheet_format(listing, s), add_output(listing, s);
  CLI::App& removing = *command.add_subcommand("remove", "Follow them no more; what they brought stays");
  removing.add_option("FEED", f.feeds, "Addresses, folders or numbers, as masudi feed list shows them")->required();
  add_store(removing, r.store);
  CLI::App& importing = *command.add_subcommand("import", "Follow what a feed reader has exported");
  importing.add_option("OPML", f.feeds, "Files of OPML")->required();
  add_store(importing, r.store);
  CLI::App& running = *command.add_subcommand("run", "Fetch what is due, code it and keep it, until stopped");
  running.add_flag("--once", f.once, "Only what is due now");
  running
      .add_option("--every", f.every, "How often to look where nothing else was said (as the feed wishes, else 30m)")
      ->type_name("TIME");
  running.add_flag("--allow-private", f.allow_private, "Also fetch from this machine and from private networks");
  add_store(running, r.store), add_threads(running, s), add_model(running, s), add_knowledge(running, s);
}

int feed_command(const CLI::App& command, const Settings& settings, const RecordSettings& record,
                 const FeedSettings& feed) {
  if (command.got_subcommand("add")) return add(record, feed);
  if (command.got_subcommand("import")) return import(record, feed);
  if (command.got_subcommand("remove")) return remove(record, feed);
  if (command.got_subcommand("run")) return run_feeds(settings, record, feed);
  return answer(settings, record, list);
}

}  // namespace masudi::cli
