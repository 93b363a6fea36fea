// SPDX-License-Identifier: Apache-2.0
#include "feed/article.h"

#include <fmt/format.h>

#include "base/hash.h"

namespace masudi::feed {
namespace {

constexpr std::int64_t kDay = 86'400;

Date day_of(std::int64_t seconds) { return {static_cast<std::int32_t>(seconds / kDay)}; }

// Feeds with a broken clock date their items in 1970, or next year.
bool is_plausible(const std::optional<read::Moment>& moment, std::int64_t now) {
  constexpr std::int64_t kFirstFeeds = 631'152'000;  // 1990-01-01
  return moment && moment->seconds >= kFirstFeeds && moment->seconds <= now + kDay;
}

Date date_of(const read::FeedItem& item, const std::optional<read::Page>& page, std::int64_t now) {
  if (is_plausible(item.published, now)) return item.published->day;
  if (page && is_plausible(page->published, now)) return page->published->day;
  if (is_plausible(item.updated, now)) return item.updated->day;
  return day_of(now);
}

const std::string& first_of(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

const std::string& text_of_feed(const read::FeedItem& item) {
  return item.content.size() >= item.summary.size() ? item.content : item.summary;
}

bool is_tracking(std::string_view parameter) {
  for (const std::string_view start : {"utm_", "at_medium", "at_campaign", "fbclid", "gclid", "ns_mchannel",
                                       "ns_source", "ns_campaign", "cmpid", "ftag", "mc_cid", "mc_eid"}) {
    if (parameter.starts_with(start)) return true;
  }
  return false;
}

}  // namespace

std::string item_key(const read::FeedItem& item) {
  if (!item.id.empty()) return item.id;
  if (!item.link.empty()) return item.link;
  return fmt::format("{:016x}", static_cast<std::uint64_t>(item_hash(item)));
}

bool names_link(const std::string& guid, const std::string& link) {
  return guid.starts_with(link) && (guid.size() == link.size() || guid[link.size()] == '#');
}

std::int64_t item_hash(const read::FeedItem& item) {
  std::uint64_t hash = kHashSeed;
  for (const std::string* part : {&item.link, &item.title, &item.summary, &item.content}) {
    hash = hash_bytes(*part, hash_mix(hash, part->size()));
  }
  if (item.updated) hash = hash_mix(hash, static_cast<std::uint64_t>(item.updated->seconds));
  return static_cast<std::int64_t>(hash);
}

bool is_whole(const read::FeedItem& item) {
  constexpr std::size_t kLong = 1000;
  const std::string& text = item.content;
  if (text.size() < kLong) return false;
  const std::string_view end = std::string_view(text).substr(text.size() - 30);
  for (const std::string_view cut : {"…", "...", "[…", "ead more", "ontinue reading"}) {
    if (end.find(cut) != std::string_view::npos) return false;
  }
  return true;
}

std::string without_tracking(const std::string& url) {
  const std::size_t question = url.find('?');
  if (question == std::string::npos) return url;
  std::string out = url.substr(0, question);
  char separator = '?';
  for (std::size_t at = question + 1; at <= url.size();) {
    const std::size_t end = std::min(url.find('&', at), url.size());
    const std::string_view parameter = std::string_view(url).substr(at, end - at);
    if (!parameter.empty() && !is_tracking(parameter)) {
      out += separator;
      out += parameter;
      separator = '&';
    }
    at = end + 1;
  }
  return out;
}

Document make_document(const read::FeedItem& item, const std::optional<read::Page>& page, const std::string& link,
                       const ArticleContext& context) {
  Document out;
  out.url = without_tracking(link);
  const bool is_global = context.feed.empty() || item.id.find(':') != std::string::npos;
  const std::string guid = item.id.empty() || is_global ? item.id : context.feed + '#' + item.id;
  out.id = context.by_guid ? first_of(guid, out.url) : first_of(out.url, guid);
  out.title = page ? first_of(item.title, page->title) : item.title;
  out.text = page && page->text.size() >= text_of_feed(item).size() ? page->text : text_of_feed(item);
  out.authors = page && item.authors.empty() ? page->authors : item.authors;
  out.source = first_of(context.outlet, page ? first_of(page->site, context.feed_title) : context.feed_title);
  out.date = date_of(item, page, context.now);
  const std::string declared = declared_language(item, page, context);
  out.language = declared.starts_with("en") ? declared : "en";
  if (out.id.empty()) {
    out.id = fmt::format("{}:{:016x}", out.source, hash_bytes(out.text, hash_bytes(out.title)));
  }
  return out;
}

std::string declared_language(const read::FeedItem& item, const std::optional<read::Page>& page,
                              const ArticleContext& context) {
  if (!item.language.empty()) return item.language;
  if (page && !page->language.empty()) return page->language;
  return context.feed_language;
}

}  // namespace masudi::feed
