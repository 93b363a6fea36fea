// SPDX-License-Identifier: Apache-2.0
#include "store/loader.h"

#include <fmt/format.h>

namespace masudi::store {
namespace {

Span span_at(const Statement& row, int column, const Offsets& offsets) {
  if (row.is_null(column)) return {};
  return offsets.bytes(row.integer(column), row.integer(column + 1));
}

// SELECT of event in the order of fill().
constexpr std::string_view kEvent =
    "SELECT id, date, enddate, type, cameo, status, quoted, confidence, sentence, sentence_start, sentence_end, "
    "trigger_start, trigger_end, lexicon_entry FROM event WHERE event_id = ?";

Event plain_event(const Statement& row, const Offsets& offsets) {
  Event e;
  e.id = row.string(0);
  e.date = row.date(1);
  e.enddate = row.date(2);
  e.type = event_type_named(row.text(3)).value_or(EventType::agree);
  e.cameo = row.string(4);
  e.status = status_named(row.text(5)).value_or(Status::actual);
  e.quoted = row.integer(6) != 0;
  e.confidence = row.real(7);
  e.sentence = static_cast<std::uint32_t>(row.integer(8));
  e.sentence_span = span_at(row, 9, offsets);
  e.trigger = span_at(row, 11, offsets);
  e.evidence.entry = row.string(13);
  return e;
}

// SELECT of party in the order of voice_of().
constexpr std::string_view kParty =
    "SELECT party_id, role, code, coalesce(name, ''), sponsor, office, start, \"end\", cue_start, cue_end "
    "FROM party LEFT JOIN actor USING (actor_id) WHERE ";

std::vector<Party>* parties_of(Event& event, std::string_view role) {
  if (role == "actor") return &event.actors;
  if (role == "recipient") return &event.recipients;
  if (role == "via") return &event.via;
  return nullptr;
}

}  // namespace

Result<Loader> Loader::over(const Store& store) {
  Loader loader(store.connection());
  if (auto ready = loader.prepare(); !ready) return tl::make_unexpected(std::move(ready.error()));
  return loader;
}

Result<void> Loader::prepare() {
  const std::string event_parties = std::string(kParty) + "event_id = ? ORDER BY role, position";
  const std::string voices = std::string(kParty) + "document_id = ? AND event_id IS NULL ORDER BY position";
  const std::pair<Statement*, std::string_view> all[] = {
      {&document_,
       "SELECT d.version, is_current, id, date, title, source, url, language, text, sentences, c.version, c.model, "
       "c.knowledge FROM document d JOIN coding c USING (coding_id) WHERE document_id = ?"},
      {&authors_, "SELECT name FROM author WHERE document_id = ? ORDER BY position"},
      {&event_, kEvent},
      {&events_of_document_, "SELECT event_id FROM event WHERE document_id = ? ORDER BY position"},
      {&modes_, "SELECT mode FROM event_mode WHERE event_id = ? ORDER BY position"},
      {&contexts_, "SELECT context FROM event_context WHERE event_id = ? ORDER BY position"},
      {&trigger_words_, "SELECT start, \"end\" FROM trigger_word WHERE event_id = ? ORDER BY position"},
      {&quantities_, "SELECT measure, low, high FROM quantity WHERE event_id = ? ORDER BY position"},
      {&forces_, "SELECT low, high, what FROM force WHERE event_id = ? ORDER BY position"},
      {&evidence_, "SELECT path FROM evidence WHERE event_id = ? ORDER BY position"},
      {&places_,
       "SELECT name, country, admin1, lat, lon, geonames_id, precision, start, \"end\" FROM place "
       "WHERE event_id = ? ORDER BY position"},
      {&parties_, event_parties},
      {&provenance_, voices},
      {&sectors_, "SELECT sector FROM party_sector WHERE party_id = ? ORDER BY position"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = connection_->prepare(sql);
    if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
    *statement = std::move(*prepared);
  }
  return {};
}

Result<StoredDocument> Loader::document(std::int64_t id) {
  StoredDocument out;
  document_.bind_all(id);
  auto row = document_.step();
  if (!row) return tl::make_unexpected(std::move(row.error()));
  if (!*row) return fail(fmt::format("{}: there is no document {}", connection_->path(), id));
  out.document = id;
  out.version = document_.integer(0);
  out.is_current = document_.integer(1) != 0;
  Document& d = out.coded.document;
  d.id = document_.string(2);
  d.date = document_.date(3).value_or(Date{});
  d.title = document_.string(4), d.source = document_.string(5), d.url = document_.string(6);
  d.language = document_.string(7), d.text = document_.string(8);
  out.coded.sentences = static_cast<std::uint32_t>(document_.integer(9));
  out.stamp = {document_.string(10), document_.string(11), document_.string(12)};
  document_.reset();
  authors_.bind_all(id);
  auto done = authors_.each([&] { d.authors.push_back(authors_.string(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

Result<Event> Loader::event(std::int64_t id, const Offsets& offsets) {
  event_.bind_all(id);
  auto row = event_.step();
  if (!row) return tl::make_unexpected(std::move(row.error()));
  if (!*row) return fail(fmt::format("{}: there is no event {}", connection_->path(), id));
  Event e = plain_event(event_, offsets);
  event_.reset();
  auto done = words(e, id, offsets).and_then([&] { return places(e, id, offsets); }).and_then([&] {
    return parties(e, id, offsets);
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return e;
}

Result<void> Loader::words(Event& e, std::int64_t id, const Offsets& offsets) {
  for (Statement* s : {&modes_, &contexts_, &trigger_words_, &quantities_, &forces_, &evidence_}) s->bind_all(id);
  const auto range = [](const Statement& row, int at) {
    return Range{row.optional_integer(at), row.optional_integer(at + 1)};
  };
  return modes_.each([&] { e.modes.push_back(modes_.string(0)); })
      .and_then([&] { return contexts_.each([&] { e.contexts.push_back(contexts_.string(0)); }); })
      .and_then(
          [&] { return trigger_words_.each([&] { e.trigger_words.push_back(span_at(trigger_words_, 0, offsets)); }); })
      .and_then([&] {
        return quantities_.each([&] {
          e.sizes.push_back({measure_named(quantities_.text(0)).value_or(Measure::dead), range(quantities_, 1)});
        });
      })
      .and_then([&] { return forces_.each([&] {
                        e.forces.push_back({range(forces_, 0), forces_.string(2)});
                      }); })
      .and_then([&] { return evidence_.each([&] { e.evidence.paths.push_back(evidence_.string(0)); }); });
}

Result<void> Loader::places(Event& e, std::int64_t id, const Offsets& offsets) {
  places_.bind_all(id);
  return places_.each([&] {
    Place place;
    place.name = places_.string(0), place.country = places_.string(1), place.admin1 = places_.string(2);
    if (!places_.is_null(3)) place.position = {places_.real(3), places_.real(4)};
    place.geonames_id = static_cast<std::uint32_t>(places_.integer(5));
    place.precision = precision_named(places_.text(6)).value_or(Precision::country);
    place.span = span_at(places_, 7, offsets);
    e.places.push_back(std::move(place));
  });
}

Result<Voice> Loader::voice_of(Statement& row, const Offsets& offsets) {
  Voice voice;
  voice.party.code = row.string(2), voice.party.name = row.string(3), voice.party.sponsor = row.string(4);
  voice.party.office = row.string(5);
  voice.party.span = span_at(row, 6, offsets);
  voice.cue = span_at(row, 8, offsets);
  sectors_.bind_all(row.integer(0));
  auto done = sectors_.each([&] { voice.party.sectors.push_back(sectors_.string(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return voice;
}

Result<void> Loader::parties(Event& e, std::int64_t id, const Offsets& offsets) {
  parties_.bind_all(id);
  Result<void> status;
  auto done = parties_.each([&] {
    auto voice = voice_of(parties_, offsets);
    if (!voice) {
      status = tl::make_unexpected(std::move(voice.error()));
      return;
    }
    if (auto* all = parties_of(e, parties_.text(1))) {
      all->push_back(std::move(voice->party));
    } else {
      e.attribution.push_back(std::move(*voice));
    }
  });
  return done ? status : done;
}

Result<StoredDocument> Loader::whole_document(std::int64_t id) {
  auto out = document(id);
  if (!out) return out;
  const Offsets offsets(out->coded.document.text);
  std::vector<std::int64_t> events;
  events_of_document_.bind_all(id);
  auto done = events_of_document_.each([&] { events.push_back(events_of_document_.integer(0)); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  for (const std::int64_t number : events) {
    auto e = event(number, offsets);
    if (!e) return tl::make_unexpected(std::move(e.error()));
    out->coded.events.push_back(std::move(*e));
  }
  provenance_.bind_all(id);
  Result<void> status;
  done = provenance_.each([&] {
    auto voice = voice_of(provenance_, offsets);
    if (voice) out->coded.provenance.push_back(std::move(*voice));
    if (!voice) status = tl::make_unexpected(std::move(voice.error()));
  });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  if (!status) return tl::make_unexpected(std::move(status.error()));
  return out;
}

}  // namespace masudi::store
