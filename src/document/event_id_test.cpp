// SPDX-License-Identifier: Apache-2.0
#include "document/event_id.h"

#include <gtest/gtest.h>

#include <vector>

namespace masudi {
namespace {

std::string id_of(const Document& document, Event event) {
  assign_ids(document, {&event, 1});
  return event.id;
}

TEST(EventId, DependsOnWhatIsSaidAlone) {
  Document document;
  document.id = "story";
  Event event;
  event.type = EventType::assault;
  event.trigger = {14, 22};
  const std::string id = id_of(document, event);
  EXPECT_EQ(id.size(), 16u);
  event.confidence = 0.1;
  EXPECT_EQ(id_of(document, event), id);
  event.status = Status::negated;
  EXPECT_NE(id_of(document, event), id);
  event.status = Status::actual;
  document.id = "other";
  EXPECT_NE(id_of(document, event), id);
}

TEST(EventId, TellsEventsThatSayTheSameApart) {
  std::vector<Event> events(2);
  assign_ids({}, events);
  EXPECT_NE(events[0].id, events[1].id);
}

}  // namespace
}  // namespace masudi
