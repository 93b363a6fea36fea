// SPDX-License-Identifier: Apache-2.0
#include "store/incident_writer.h"

#include <fmt/format.h>

namespace masudi::store {
namespace {

std::int64_t number(std::uint64_t id) { return static_cast<std::int64_t>(id); }
std::string as_text(std::uint64_t id) { return fmt::format("{:016x}", id); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "; ") + word;
  return out;
}

}  // namespace

Result<IncidentWriter> IncidentWriter::over(Store& store) {
  IncidentWriter writer(store.connection());
  if (auto ready = writer.prepare(); !ready) return tl::make_unexpected(std::move(ready.error()));
  return writer;
}

Result<void> IncidentWriter::prepare() {
  const std::pair<Statement*, std::string_view> all[] = {
      {&erase_, "DELETE FROM incident WHERE incident_id = ?"},
      {&incident_, "INSERT INTO incident VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&party_, "INSERT INTO incident_party VALUES (?,?,?,?,?,?,?)"},
      {&figure_, "INSERT OR REPLACE INTO incident_figure VALUES (?,?,?,?,?,?)"},
      {&statement_, "INSERT INTO incident_statement VALUES (?,?,?,?,?)"},
      {&statement_report_, "INSERT OR IGNORE INTO incident_statement_report VALUES (?,?,?)"},
      {&citation_, "INSERT INTO citation VALUES (?,?,?,?,nullif(?,0),?,?)"},
      {&mention_, "INSERT OR REPLACE INTO incident_mention VALUES (?,?,?)"},
      {&erase_story_, "DELETE FROM story WHERE story_id = ?"},
      {&story_, "INSERT OR REPLACE INTO story VALUES (?,?,?)"},
      {&placed_, "UPDATE report SET is_placed = 1, story_id = ? WHERE document_id = ?"},
      {&forget_copies_, "DELETE FROM copy WHERE document_id = ?"},
      {&copy_, "INSERT OR REPLACE INTO copy VALUES (?,?,?,?,?)"},
      {&forget_, "DELETE FROM report WHERE document_id IN (SELECT document_id FROM document WHERE NOT is_current)"},
      {&find_document_, "SELECT document_id FROM document WHERE id = ? ORDER BY version DESC LIMIT 1"},
      {&find_event_, "SELECT event_id FROM event WHERE document_id = ? AND position = ?"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = connection_->prepare(sql);
    if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
    *statement = std::move(*prepared);
  }
  return {};
}

void IncidentWriter::erase(record::IncidentId incident) { run(erase_, number(incident)); }

void IncidentWriter::write(const record::Incident& incident) {
  const std::int64_t id = number(incident.id);
  erase(incident.id);
  head(incident, id);
  parties(incident, id);
  statements(incident, id);
  mentions(incident, id);
}

void IncidentWriter::head(const record::Incident& i, std::int64_t id) {
  std::optional<std::string> place, country, admin1, precision;
  std::optional<double> lat, lon;
  std::optional<std::uint32_t> geonames;
  if (i.place) {
    place = i.place->name, country = i.place->country, admin1 = i.place->admin1;
    precision = std::string(name(i.place->precision));
    if (i.place->position) std::tie(lat, lon) = *i.place->position;
    if (i.place->geonames_id != 0) geonames = i.place->geonames_id;
  }
  run(incident_, id, as_text(i.id), name(i.type), i.first, i.last, place, country, admin1, lat, lon, geonames,
      precision, name(i.verdict), static_cast<std::int64_t>(i.mentions.size()),
      static_cast<std::int64_t>(i.reports.size()), static_cast<std::int64_t>(i.origins.size()), i.first_report,
      i.first_published, i.last_published, i.reasoning);
}

void IncidentWriter::parties(const record::Incident& incident, std::int64_t id) {
  const std::pair<std::string_view, const std::vector<record::Who>*> roles[] = {
      {"actor", &incident.actors}, {"recipient", &incident.recipients}, {"via", &incident.via}};
  for (const auto& [role, all] : roles) {
    int at = 0;
    for (const record::Who& who : *all) run(party_, id, role, at++, who.code, who.sector, who.name, who.words);
  }
}

void IncidentWriter::statements(const record::Incident& incident, std::int64_t id) {
  int at = 0;
  for (const auto& origin : incident.origins) {
    statement(id, at++, "origin", name(origin.kind), origin.name, origin.reports);
  }
  for (const auto& stance : incident.stances)
    statement(id, at++, "stance", name(stance.stance), stance.who, stance.reports);
  for (const auto& given : incident.dates) statement(id, at++, "date", given.value, given.by, given.reports);
  for (const auto& given : incident.places) statement(id, at++, "place", given.value, given.by, given.reports);
  for (const auto& figure : incident.figures) {
    run(figure_, id, name(figure.measure), figure.best.low, figure.best.high, figure.all.low, figure.all.high);
    for (const auto& given : figure.givens) {
      statement(id, at++, name(figure.measure), given.value, given.by, given.reports);
    }
  }
  at = 0;
  for (const auto& citation : incident.citations) {
    run(citation_, id, at++, citation.from, citation.to, document(citation.report), name(citation.kind),
        int{citation.circular});
  }
}

void IncidentWriter::statement(std::int64_t id, int position, std::string_view field, std::string_view value,
                               std::string_view by, const std::vector<std::string>& reports) {
  run(statement_, id, position, field, value, by);
  for (const std::string& report : reports) {
    const std::int64_t number = document(report);
    if (number != 0) run(statement_report_, id, position, number);
  }
}

void IncidentWriter::mentions(const record::Incident& incident, std::int64_t id) {
  int at = 0;
  for (const record::MentionRef& mention : incident.mentions) {
    const std::int64_t number = event(mention);
    if (number != 0) run(mention_, number, id, at++);
  }
}

void IncidentWriter::erase_story(record::StoryId story) { run(erase_story_, number(story)); }

void IncidentWriter::write(const record::Story& story) {
  run(story_, number(story.id), static_cast<std::int64_t>(story.reports.size()), joined(story.agencies));
}

void IncidentWriter::write_placed(const record::Placed& report) {
  const std::int64_t id = document(report.digest.id);
  run(placed_, number(report.story), id);
  run(forget_copies_, id);
  for (const record::Copy& copy : report.copies) {
    run(copy_, id, document(copy.of), name(copy.kind), copy.resemblance, copy.containment);
  }
}

void IncidentWriter::forget_replaced() { run(forget_); }

std::int64_t IncidentWriter::document(const std::string& report) {
  find_document_.bind_all(report);
  return look_up(find_document_);
}

std::int64_t IncidentWriter::event(const record::MentionRef& mention) {
  find_event_.bind_all(document(mention.report), mention.event);
  return look_up(find_event_);
}

std::int64_t IncidentWriter::look_up(Statement& statement) {
  if (!status_) return 0;
  auto row = statement.step();
  if (!row) return status_ = tl::make_unexpected(std::move(row.error())), 0;
  const std::int64_t found = *row ? statement.integer(0) : 0;
  statement.reset();
  return found;
}

}  // namespace masudi::store
