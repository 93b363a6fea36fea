// SPDX-License-Identifier: Apache-2.0
#include "store/event_inserter.h"

#include <cmath>
#include <limits>

namespace masudi::store {
namespace {

std::optional<std::uint32_t> begin_of(Span span) {
  if (span.empty()) return std::nullopt;
  return span.begin;
}
std::optional<std::uint32_t> end_of(Span span) {
  if (span.empty()) return std::nullopt;
  return span.end;
}

}  // namespace

Result<EventInserter> EventInserter::over(Connection& connection) {
  EventInserter inserter(connection);
  if (auto ready = inserter.prepare(); !ready) return tl::make_unexpected(std::move(ready.error()));
  return inserter;
}

Result<void> EventInserter::prepare() {
  const std::pair<Statement*, std::string_view> all[] = {
      {&event_, "INSERT INTO event VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&mode_, "INSERT INTO event_mode VALUES (?,?,?)"},
      {&context_, "INSERT INTO event_context VALUES (?,?,?)"},
      {&trigger_word_, "INSERT INTO trigger_word VALUES (?,?,?,?)"},
      {&quantity_, "INSERT INTO quantity VALUES (?,?,?,?,?)"},
      {&force_, "INSERT INTO force VALUES (?,?,?,?,?)"},
      {&evidence_, "INSERT INTO evidence VALUES (?,?,?)"},
      {&place_, "INSERT INTO place VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)"},
      {&area_, "INSERT INTO place_area VALUES (?,?,?,?,?)"},
      {&party_, "INSERT INTO party VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&sector_, "INSERT INTO party_sector VALUES (?,?,?)"},
      {&find_actor_, "SELECT actor_id FROM actor WHERE name = ?"},
      {&actor_, "INSERT INTO actor VALUES (NULL,?)"},
      {&index_actor_, "INSERT INTO name_search (rowid, name) VALUES (?,?)"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = connection_->prepare(sql);
    if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
    *statement = std::move(*prepared);
  }
  return {};
}

Result<void> EventInserter::insert(const CodedDocument& coded, std::int64_t document, bool is_current) {
  status_ = {};
  const Offsets offsets(coded.document.text);
  const Scope scope{coded, offsets, document, is_current};
  int position = 0;
  for (const Event& e : coded.events) event(e, position++, scope);
  position = 0;
  for (const Voice& voice : coded.provenance) {
    party(voice.party, voice.cue, {"provenance", std::nullopt, position++}, scope);
  }
  return status_;
}

void EventInserter::event(const Event& e, int position, const Scope& scope) {
  const Span sentence = scope.offsets.points(e.sentence_span);
  const Span trigger = scope.offsets.points(e.trigger);
  run(event_, e.id, scope.document, position, int{scope.is_current}, scope.coded.document.date, e.date, e.enddate,
      name(e.type), e.cameo, quad_code(e.type), event_scale(e.type), name(e.status), int{e.quoted}, e.confidence,
      e.sentence, sentence.begin, sentence.end, trigger.begin, trigger.end, e.evidence.entry);
  const std::int64_t id = connection_->last_row();
  words(e, id, scope);
  amounts(e, id);
  places(e, id, scope);
  parties(e, id, scope);
}

void EventInserter::words(const Event& e, std::int64_t id, const Scope& scope) {
  int at = 0;
  for (const std::string& mode : e.modes) run(mode_, id, at++, mode);
  at = 0;
  for (const std::string& context : e.contexts) run(context_, id, at++, context);
  at = 0;
  for (const Span bytes : e.trigger_words) {
    const Span word = scope.offsets.points(bytes);
    run(trigger_word_, id, at++, word.begin, word.end);
  }
  at = 0;
  for (const std::string& path : e.evidence.paths) run(evidence_, id, at++, path);
}

void EventInserter::amounts(const Event& e, std::int64_t id) {
  int at = 0;
  for (const Size& size : e.sizes) run(quantity_, id, at++, name(size.measure), size.range.low, size.range.high);
  at = 0;
  for (const Force& force : e.forces) run(force_, id, at++, force.count.low, force.count.high, force.what);
}

void EventInserter::places(const Event& e, std::int64_t id, const Scope& scope) {
  int at = 0;
  for (const Place& place : e.places) {
    const Span span = scope.offsets.points(place.span);
    std::optional<double> lat, lon;
    if (place.position) std::tie(lat, lon) = *place.position;
    std::optional<std::uint32_t> geonames;
    if (place.geonames_id != 0) geonames = place.geonames_id;
    run(place_, id, at++, place.name, place.country, place.admin1, lat, lon, geonames, name(place.precision),
        begin_of(span), end_of(span));
    if (lat) run(area_, connection_->last_row(), *lat, *lat, *lon, *lon);
  }
}

void EventInserter::parties(const Event& e, std::int64_t id, const Scope& scope) {
  const std::pair<std::string_view, const std::vector<Party>*> roles[] = {
      {"actor", &e.actors}, {"recipient", &e.recipients}, {"via", &e.via}};
  for (const auto& [role, all] : roles) {
    int at = 0;
    for (const Party& p : *all) party(p, std::nullopt, {role, id, at++}, scope);
  }
  int at = 0;
  for (const Voice& voice : e.attribution) party(voice.party, voice.cue, {"attribution", id, at++}, scope);
}

void EventInserter::party(const Party& p, const std::optional<Span>& cue, const Role& role, const Scope& scope) {
  const std::string_view text = scope.coded.document.text;
  const Span span = scope.offsets.points(p.span);
  std::optional<std::string> cue_text;
  Span cue_span;
  if (cue && !cue->empty()) cue_text = std::string(cue->in(text)), cue_span = scope.offsets.points(*cue);
  const auto actor_id = actor(p.name);
  run(party_, scope.document, role.event, role.name, role.position, p.code, actor_id, p.span.in(text), p.sponsor,
      p.office, begin_of(span), end_of(span), cue_text, begin_of(cue_span), end_of(cue_span));
  const std::int64_t id = connection_->last_row();
  int at = 0;
  for (const std::string& sector : p.sectors) run(sector_, id, at++, sector);
}

std::optional<std::int64_t> EventInserter::actor(const std::string& name) {
  if (name.empty() || !status_) return std::nullopt;
  find_actor_.bind_all(name);
  auto row = find_actor_.step();
  if (!row) return status_ = tl::make_unexpected(std::move(row.error())), std::nullopt;
  if (*row) {
    const std::int64_t id = find_actor_.integer(0);
    find_actor_.reset();
    return id;
  }
  run(actor_, name);
  const std::int64_t id = connection_->last_row();
  run(index_actor_, id, name);
  return id;
}

}  // namespace masudi::store
