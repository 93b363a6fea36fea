// SPDX-License-Identifier: Apache-2.0
#include "format/answers.h"
#include "query/events.h"
#include "query/incidents.h"
#include "serve/api_tools.h"

namespace masudi::serve::api {
namespace {

class List final : public query::EventVisitor {
 public:
  bool visit(const store::StoredDocument& document, std::span<const Event> events) override {
    mentions.add(document.coded.document, events);
    return true;
  }
  format::MentionList mentions;
};

}  // namespace

Outcome events(const Asked& asked) {
  const auto filter = filter_with(asked, {"limit", "cursor", "order"});
  if (!filter) return tl::unexpected<Failure>(filter.error());
  const auto page = page_of(asked, query::is_event_cursor);
  if (!page) return tl::unexpected<Failure>(page.error());
  auto found = query::find_events(asked.store, *filter, *page);
  if (!found) return broken(std::move(found.error()));
  List list;
  if (auto done = query::visit_events(asked.store, found->found, list); !done) return broken(done.error());
  return json(list.mentions.page(found->cursor));
}

Outcome event(const Asked& asked) {
  const auto found = query::event_of(asked.store, std::string(asked.name));
  if (!found) return broken(found.error());
  if (!*found) return refuse(fmt::format("there is no event \"{}\"", asked.name), 404);
  List list;
  if (auto done = query::visit_events(asked.store, {&**found, 1}, list); !done) return broken(done.error());
  return json(list.mentions.single());
}

Outcome document(const Asked& asked) {
  const std::string id(asked.name);
  const auto number = query::document_number(asked.store, id);
  if (!number) return broken(number.error());
  if (!*number) return refuse(fmt::format("there is no document \"{}\"", id), 404);
  auto loader = store::Loader::over(asked.store);
  if (!loader) return broken(std::move(loader.error()));
  const auto whole = loader->whole_document(**number);
  if (!whole) return broken(whole.error());
  const auto incidents = query::incidents_of_document(asked.store, **number);
  if (!incidents) return broken(incidents.error());
  format::MentionList mentions;
  mentions.add(whole->coded.document, whole->coded.events);
  return json(mentions.of_document(whole->coded.document, *incidents));
}

}  // namespace masudi::serve::api
