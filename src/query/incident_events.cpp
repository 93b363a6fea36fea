// SPDX-License-Identifier: Apache-2.0
#include "query/incident_events.h"

#include "query/incidents.h"

namespace masudi::query {
namespace {

// Puts what is known of an incident over one of its mentions.
class Overlay {
 public:
  static Result<Overlay> over(const store::Store& store) {
    Overlay overlay;
    const std::pair<store::Statement*, std::string_view> all[] = {
        {&overlay.head_,
         "SELECT id, type, date, enddate, place, country, admin1, lat, lon, geonames_id, precision, mentions, reports, "
         "(SELECT count(DISTINCT nullif(d.source, '')) FROM incident_mention m JOIN event e USING (event_id) "
         "JOIN document d USING (document_id) WHERE m.incident_id = i.incident_id) FROM incident i WHERE id = ?"},
        {&overlay.parties_,
         "SELECT role, code, sector, name, words FROM incident_party JOIN incident USING (incident_id) WHERE id = ? "
         "ORDER BY role, position"}};
    for (const auto& [statement, sql] : all) {
      auto prepared = store.connection().prepare(sql);
      if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
      *statement = std::move(*prepared);
    }
    return overlay;
  }

  Result<IncidentVisitor::Counts> put(const std::string& incident, Event& event) {
    IncidentVisitor::Counts counts;
    head_.bind_all(incident);
    auto done = head_.each([&] { counts = put_head(event); });
    event.actors.clear(), event.recipients.clear(), event.via.clear();
    parties_.bind_all(incident);
    if (done) done = parties_.each([&] { put_party(event); });
    if (!done) return tl::make_unexpected(std::move(done.error()));
    return counts;
  }

 private:
  IncidentVisitor::Counts put_head(Event& event) {
    event.id = head_.string(0);
    event.type = event_type_named(head_.text(1)).value_or(event.type);
    event.date = head_.date(2), event.enddate = head_.date(3);
    if (event.enddate == event.date) event.enddate.reset();
    event.places.clear();
    if (!head_.is_null(4)) event.places.push_back(place());
    return {head_.integer(11), std::max<std::int64_t>(1, head_.integer(13)), head_.integer(12)};
  }

  Place place() {
    Place place;
    place.name = head_.string(4), place.country = head_.string(5), place.admin1 = head_.string(6);
    if (!head_.is_null(7) && !head_.is_null(8)) place.position = std::pair(head_.real(7), head_.real(8));
    place.geonames_id = static_cast<std::uint32_t>(head_.integer(9));
    place.precision = precision_named(head_.text(10)).value_or(Precision::country);
    return place;
  }

  // The words of a party that has no name stand in other texts too: they serve as one.
  void put_party(Event& event) {
    const std::string_view role = parties_.text(0);
    auto& parties = role == "actor" ? event.actors : role == "recipient" ? event.recipients : event.via;
    Party party;
    party.code = parties_.string(1);
    if (!parties_.text(2).empty()) party.sectors.push_back(parties_.string(2));
    party.name = parties_.string(parties_.text(3).empty() ? 4 : 3);
    parties.push_back(std::move(party));
  }

  store::Statement head_, parties_;
};

}  // namespace

Result<void> visit_incidents(const store::Store& store, const Filter& filter, std::uint64_t limit,
                             IncidentVisitor& visitor) {
  auto overlay = Overlay::over(store);
  if (!overlay) return tl::make_unexpected(std::move(overlay.error()));
  auto loader = store::Loader::over(store);
  if (!loader) return tl::make_unexpected(std::move(loader.error()));
  const auto heads = incident_heads(store, filter, limit);
  if (!heads) return tl::make_unexpected(heads.error());
  for (std::size_t at = 0; at < heads->found.size(); ++at) {
    auto document = loader->document(heads->found[at].document);
    if (!document) return tl::make_unexpected(std::move(document.error()));
    auto event = loader->event(heads->found[at].event, store::Offsets(document->coded.document.text));
    if (!event) return tl::make_unexpected(std::move(event.error()));
    const auto counts = overlay->put(heads->incidents[at], *event);
    if (!counts) return tl::make_unexpected(counts.error());
    if (!visitor.visit(*document, *event, *counts)) return {};
  }
  return {};
}

}  // namespace masudi::query
