// SPDX-License-Identifier: Apache-2.0
#include "format/alert.h"
#include "query/alert_rule.h"
#include "serve/api_tools.h"
#include "store/alerts.h"
#include "store/searches.h"

namespace masudi::serve::api {
namespace {

format::SearchFacts facts_of(const store::SavedSearch& search) {
  const auto read = query::read_search(search.options);
  format::SearchFacts facts{search.name,
                            {},
                            read ? query::rule_in_words(read->rule) : read.error().message,
                            search.is_on,
                            search.checked ? to_string(*search.checked) : ""};
  // Where alerts are sent is the business of who runs the server: an address may hold a secret.
  for (const auto& option : search.options) {
    if (option.first != "webhook" && option.first != "command") facts.options.push_back(option);
  }
  return facts;
}

// The newest alerts of a search, or of all, as a list or as a feed.
Outcome alerts_of(const Asked& asked, const std::string& search, bool as_atom) {
  if (const auto name = asked.parameters.unknown({"limit"})) {
    return refuse(fmt::format("there is no parameter \"{}\" here", *name));
  }
  const auto limit = limit_of(asked);
  if (!limit) return tl::unexpected<Failure>(limit.error());
  const auto alerts = store::alerts(asked.store, search, *limit);
  if (!alerts) return broken(asked, alerts.error());
  if (!as_atom) return json(format::alerts_json(*alerts));
  format::AtomFeed feed = format::alert_feed(*alerts, search);
  feed.self = asked.self;
  return std::make_shared<const Kept>("application/atom+xml; charset=utf-8", format::write_atom(feed));
}

}  // namespace

Outcome alerts(const Asked& asked) { return alerts_of(asked, "", false); }
Outcome alerts_atom(const Asked& asked) { return alerts_of(asked, "", true); }

Outcome searches(const Asked& asked) {
  if (const auto name = asked.parameters.unknown({})) {
    return refuse(fmt::format("there is no parameter \"{}\" here", *name));
  }
  const auto all = store::saved_searches(asked.store);
  if (!all) return broken(asked, all.error());
  std::vector<format::SearchFacts> facts;
  for (const store::SavedSearch& search : *all) facts.push_back(facts_of(search));
  return json(format::searches_json(facts));
}

// /searches/NAME, or /searches/NAME.atom where no search is called NAME.atom.
Outcome search(const Asked& asked) {
  constexpr std::string_view kAtom = ".atom";
  const std::string name(asked.name);
  const auto found = store::saved_search(asked.store, name);
  if (!found) return broken(asked, found.error());
  if (*found) return json(format::search_json(facts_of(**found)));
  if (!asked.name.ends_with(kAtom)) return refuse(fmt::format("there is no search \"{}\"", name), 404);
  const std::string stem = name.substr(0, name.size() - kAtom.size());
  const auto meant = store::saved_search(asked.store, stem);
  if (!meant) return broken(asked, meant.error());
  if (!*meant) return refuse(fmt::format("there is no search \"{}\"", stem), 404);
  return alerts_of(asked, stem, true);
}

}  // namespace masudi::serve::api
