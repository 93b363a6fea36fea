// SPDX-License-Identifier: Apache-2.0
#include "pipeline/recode.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include "pipeline/batch_sink.h"
#include "pipeline/update_record.h"
#include "store/loader.h"
#include "store/recorder.h"

namespace masudi::pipeline {
namespace {

// The documents of a store in the order of their numbers; remembers each until its product comes.
class StoredDocuments final : public read::Source {
 public:
  static Result<std::unique_ptr<StoredDocuments>> open(const std::string& path) {
    auto store = store::Store::open_to_read(path);
    if (!store) return tl::make_unexpected(std::move(store.error()));
    auto all = store->connection().integer("SELECT count(*) FROM document");
    auto last = store->connection().integer("SELECT max(document_id) FROM document");
    auto loader = store::Loader::over(*store);
    if (!all) return tl::make_unexpected(std::move(all.error()));
    if (!last) return tl::make_unexpected(std::move(last.error()));
    if (!loader) return tl::make_unexpected(std::move(loader.error()));
    return std::unique_ptr<StoredDocuments>(
        new StoredDocuments(std::move(*store), std::move(*loader), static_cast<std::uint64_t>(*all), *last));
  }

  std::optional<read::Record> next() override {
    if (!status_ || at_ >= last_) return std::nullopt;
    auto stored = loader_.whole_document(++at_);
    if (!stored) {
      status_ = tl::make_unexpected(std::move(stored.error()));
      return std::nullopt;
    }
    read::Record record{stored->coded.document, {}, 0};
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(*stored));
    return record;
  }

  std::optional<read::Record> next_at_hand() override { return next(); }

  // What was stored of the document whose product comes next.
  store::StoredDocument take() {
    const std::lock_guard lock(mutex_);
    store::StoredDocument first = std::move(waiting_.front());
    waiting_.pop_front();
    return first;
  }
  std::uint64_t all() const { return all_; }
  const Result<void>& status() const { return status_; }

 private:
  StoredDocuments(store::Store store, store::Loader loader, std::uint64_t all, std::int64_t last)
      : store_(std::move(store)), loader_(std::move(loader)), all_(all), last_(last) {}

  store::Store store_;
  store::Loader loader_;
  std::uint64_t all_;
  std::int64_t last_;
  std::int64_t at_ = 0;
  Result<void> status_;
  std::mutex mutex_;
  std::deque<store::StoredDocument> waiting_;
};

Result<RecordUpdate> forget_and_update(store::Store& store) {
  auto forgotten = store.connection().begin().and_then([&] { return forget_record(store); }).and_then([&] {
    return store.connection().commit();
  });
  if (!forgotten) return tl::make_unexpected(std::move(forgotten.error()));
  return update_record(store);
}

bool is_same(Event before, Event after) {
  before.evidence = after.evidence = {};
  return before == after;
}

}  // namespace

Difference difference(const std::vector<Event>& before, const std::vector<Event>& after) {
  const auto find = [](const std::vector<Event>& events, const std::string& id) {
    return std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.id == id; });
  };
  Difference out;
  for (const Event& event : before) {
    const auto now = find(after, event.id);
    if (now == after.end()) {
      out.gone.push_back(event);
    } else if (!is_same(event, *now)) {
      out.changed.emplace_back(event, *now);
    }
  }
  for (const Event& event : after) {
    if (find(before, event.id) == before.end()) out.come.push_back(event);
  }
  return out;
}

Result<Recoded> recode(const Engine& engine, const CoderStamp& stamp, const std::string& path, unsigned threads,
                       RecodeListener& listener) {
  auto store = store::Store::open_to_write(path);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto source = StoredDocuments::open(path);
  if (!source) return tl::make_unexpected(std::move(source.error()));
  std::optional<store::Recorder> recorder;
  Recoded sums;
  const auto begin = [&] {
    return store::Recorder::open(*store, stamp).map([&](store::Recorder&& r) { recorder.emplace(std::move(r)); });
  };
  const auto write = [&](Product& product) -> Result<void> {
    const store::StoredDocument before = (*source)->take();
    if (!product.coded) return fail(std::move(product.error));
    const Difference change = difference(before.coded.events, product.coded->events);
    ++sums.documents;
    sums.gone += change.gone.size(), sums.come += change.come.size(), sums.changed += change.changed.size();
    sums.same += before.coded.events.size() - change.gone.size() - change.changed.size();
    if (!change.empty()) listener.differs(before.coded.document, change);
    listener.progress(sums.documents, (*source)->all());
    const bool is_untouched = before.coded.events == product.coded->events &&
                              before.coded.provenance == product.coded->provenance && before.stamp == stamp;
    if (is_untouched) return {};
    return recorder->recode(before.document, before.is_current, *product.coded, product.digest);
  };
  BatchSink sink(*store, {begin, write, [] {}});
  run(**source, {engine.core, engine.coder, nullptr}, {threads, 0}, sink);
  if (auto finished = sink.finish(); !finished) return tl::make_unexpected(std::move(finished.error()));
  if (!(*source)->status()) return tl::make_unexpected((*source)->status().error());
  auto updated = forget_and_update(*store);
  if (!updated) return tl::make_unexpected(std::move(updated.error()));
  return sums;
}

}  // namespace masudi::pipeline
