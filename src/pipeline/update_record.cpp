// SPDX-License-Identifier: Apache-2.0
#include "pipeline/update_record.h"

#include <set>

#include "record/record.h"
#include "store/incident_writer.h"
#include "store/loader.h"
#include "store/report_reader.h"

namespace masudi::pipeline {
namespace {

// What several steps of the record changed, taken together.
struct AllChanges {
  std::set<record::IncidentId> incidents;
  std::set<record::StoryId> stories;
  std::set<std::string> reports;

  void add(const record::Changes& changes) {
    for (const auto* ids : {&changes.made, &changes.grown, &changes.gone}) incidents.insert(ids->begin(), ids->end());
    for (const auto* ids : {&changes.stories, &changes.stories_gone}) stories.insert(ids->begin(), ids->end());
    reports.insert(changes.reports.begin(), changes.reports.end());
  }
};

Result<void> write(const record::Record& record, const AllChanges& changes, store::Store& store) {
  auto writer = store::IncidentWriter::over(store);
  if (!writer) return tl::make_unexpected(std::move(writer.error()));
  for (const record::IncidentId id : changes.incidents) writer->erase(id);
  for (const record::IncidentId id : changes.incidents) {
    if (const auto incident = record.incident(id)) writer->write(*incident);
  }
  for (const record::StoryId id : changes.stories) {
    const auto story = record.story(id);
    story ? writer->write(*story) : writer->erase_story(id);
  }
  for (const std::string& id : changes.reports) {
    if (const auto placed = record.placed(id)) writer->write_placed(*placed);
  }
  writer->forget_replaced();
  return writer->status();
}

// Documents that were stored before there was a record have no digest yet.
Result<void> digest_missing(store::Store& store) {
  constexpr std::string_view kMissing =
      "SELECT document_id FROM document WHERE is_current AND document_id NOT IN (SELECT document_id FROM report)";
  auto find = store.connection().prepare(kMissing);
  auto insert = store.connection().prepare("INSERT INTO report VALUES (?,?,0,NULL)");
  auto loader = store::Loader::over(store);
  if (!find) return tl::make_unexpected(std::move(find.error()));
  if (!insert) return tl::make_unexpected(std::move(insert.error()));
  if (!loader) return tl::make_unexpected(std::move(loader.error()));
  std::vector<std::int64_t> missing;
  auto done = find->each([&] { missing.push_back(find->integer(0)); });
  for (const std::int64_t id : missing) {
    auto stored = loader->whole_document(id);
    if (!stored) return tl::make_unexpected(std::move(stored.error()));
    const auto& coded = stored->coded;
    const std::string digest = record::pack(record::digest({coded.document, coded.events, coded.provenance}));
    if (done) done = insert->run(id, store::Statement::Blob{digest});
  }
  return done;
}

Result<RecordUpdate> update(store::Store& store) {
  if (auto done = digest_missing(store); !done) return tl::make_unexpected(std::move(done.error()));
  auto work = store::read_record_work(store);
  if (!work) return tl::make_unexpected(std::move(work.error()));
  RecordUpdate out;
  if (work->empty()) return out;
  out.reports = work->waiting.size();
  record::Record record;
  AllChanges changes;
  record.restore(std::move(work->before));
  if (!work->gone.empty()) changes.add(record.remove(work->gone));
  changes.add(record.add(std::move(work->waiting)));
  out.incidents = changes.incidents.size();
  if (auto done = write(record, changes, store); !done) return tl::make_unexpected(std::move(done.error()));
  return out;
}

}  // namespace

Result<RecordUpdate> update_record(store::Store& store) {
  store::Connection& connection = store.connection();
  if (auto begun = connection.begin(); !begun) return tl::make_unexpected(std::move(begun.error()));
  auto done = update(store);
  if (done) {
    if (auto committed = connection.commit(); !committed) done = tl::make_unexpected(std::move(committed.error()));
  }
  if (!done) connection.roll_back();
  return done;
}

Result<void> forget_record(store::Store& store) {
  return store.connection().run(
      "DELETE FROM incident; UPDATE report SET is_placed = 0, story_id = NULL; DELETE FROM story; DELETE FROM copy");
}

}  // namespace masudi::pipeline
