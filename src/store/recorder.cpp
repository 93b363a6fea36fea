// SPDX-License-Identifier: Apache-2.0
#include "store/recorder.h"

#include "store/content_hash.h"

namespace masudi::store {

Result<Recorder> Recorder::open(Store& store, const CoderStamp& stamp) {
  auto events = EventInserter::over(store.connection());
  if (!events) return tl::make_unexpected(std::move(events.error()));
  Recorder recorder(store.connection(), std::move(*events));
  if (auto ready = recorder.prepare(stamp); !ready) return tl::make_unexpected(std::move(ready.error()));
  return recorder;
}

Result<void> Recorder::prepare(const CoderStamp& stamp) {
  const std::pair<Statement*, std::string_view> all[] = {
      {&find_, "SELECT document_id, version, content_hash FROM document WHERE id = ? ORDER BY version"},
      {&retire_document_, "UPDATE document SET is_current = 0 WHERE document_id = ?"},
      {&retire_events_, "UPDATE event SET is_current = 0 WHERE document_id = ?"},
      {&document_, "INSERT INTO document VALUES (NULL,?,?,1,?,?,?,?,?,?,?,?,?)"},
      {&author_, "INSERT INTO author VALUES (?,?,?)"},
      {&index_, "INSERT INTO text_search (rowid, title, text) VALUES (?,?,?)"},
      {&digest_, "INSERT OR REPLACE INTO report VALUES (?,?,0,NULL)"},
      {&forget_events_, "DELETE FROM event WHERE document_id = ?"},
      {&forget_voices_, "DELETE FROM party WHERE document_id = ? AND event_id IS NULL"},
      {&recoded_, "UPDATE document SET coding_id = ?, sentences = ? WHERE document_id = ?"},
  };
  for (const auto& [statement, sql] : all) {
    auto prepared = connection_->prepare(sql);
    if (!prepared) return tl::make_unexpected(std::move(prepared.error()));
    *statement = std::move(*prepared);
  }
  auto coding = connection_->prepare(
      "INSERT INTO coding (version, model, knowledge) VALUES (?,?,?) "
      "ON CONFLICT DO UPDATE SET version = excluded.version RETURNING coding_id");
  if (!coding) return tl::make_unexpected(std::move(coding.error()));
  coding->bind_all(stamp.version, stamp.model, stamp.knowledge);
  auto row = coding->step();
  if (!row) return tl::make_unexpected(std::move(row.error()));
  coding_ = coding->integer(0);
  return coding->finish();
}

Result<Outcome> Recorder::put(const CodedDocument& coded, std::string_view digest) {
  const std::int64_t hash = content_hash(coded.document);
  std::int64_t last = 0, version = 0;
  bool is_known = false;
  find_.bind_all(coded.document.id);
  auto done = find_.each([&] {
    last = find_.integer(0), version = find_.integer(1);
    is_known = is_known || find_.integer(2) == hash;
  });
  if (done && is_known) return Outcome::known;
  if (done && version > 0) done = retire_document_.run(last).and_then([&] { return retire_events_.run(last); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  auto id = insert_document(coded, hash, version + 1);
  if (!id) return tl::make_unexpected(std::move(id.error()));
  done = events_.insert(coded, *id, true).and_then([&] { return digest_.run(*id, Statement::Blob{digest}); });
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return version == 0 ? Outcome::added : Outcome::changed;
}

Result<std::int64_t> Recorder::insert_document(const CodedDocument& coded, std::int64_t hash, std::int64_t version) {
  const Document& d = coded.document;
  auto done = document_.run(d.id, version, hash, d.date, d.title, d.source, d.url, d.language, d.text, coded.sentences,
                            coding_);
  const std::int64_t id = connection_->last_row();
  if (done) done = index_.run(id, d.title, d.text);
  for (int at = 0; done && at < static_cast<int>(d.authors.size()); ++at) done = author_.run(id, at, d.authors[at]);
  if (!done) return tl::make_unexpected(std::move(done.error()));
  return id;
}

Result<void> Recorder::recode(std::int64_t document, bool is_current, const CodedDocument& coded,
                              std::string_view digest) {
  return forget_events_.run(document)
      .and_then([&] { return forget_voices_.run(document); })
      .and_then([&] { return events_.insert(coded, document, is_current); })
      .and_then([&] { return recoded_.run(coding_, coded.sentences, document); })
      .and_then([&] { return digest_.run(document, Statement::Blob{digest}); });
}

}  // namespace masudi::store
