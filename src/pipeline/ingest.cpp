// SPDX-License-Identifier: Apache-2.0
#include "pipeline/ingest.h"

#include <mutex>

#include "pipeline/batch_sink.h"
#include "pipeline/update_record.h"
#include "store/known_documents.h"
#include "store/recorder.h"

namespace masudi::pipeline {
namespace {

// Lets one thread at a time speak.
class OneVoice {
 public:
  explicit OneVoice(IngestListener& listener) : listener_(listener) {}
  template <class Say>
  void operator()(Say say) {
    const std::lock_guard lock(mutex_);
    say(listener_);
  }

 private:
  std::mutex mutex_;
  IngestListener& listener_;
};

// Passes on what the store does not know. Ends at a failure, which it keeps.
class Unknown final : public read::Source {
 public:
  Unknown(read::Source& source, store::KnownDocuments& known, OneVoice& voice)
      : source_(source), known_(known), voice_(voice) {}

  std::optional<read::Record> next() override {
    return pass([&] { return source_.next(); });
  }
  std::optional<read::Record> next_at_hand() override {
    return pass([&] { return source_.next_at_hand(); });
  }

  std::uint64_t passed_over() const { return passed_over_; }
  const Result<void>& status() const { return status_; }

 private:
  template <class Take>
  std::optional<read::Record> pass(Take take) {
    while (status_) {
      auto record = take();
      if (!record) return std::nullopt;
      ++records_;
      voice_([&](IngestListener& l) { l.progress(record->bytes_read, records_); });
      if (!record->document) return record;
      auto is_known = known_.has(*record->document);
      if (is_known && !*is_known) return record;
      if (is_known) ++passed_over_;
      if (!is_known) status_ = tl::make_unexpected(std::move(is_known.error()));
    }
    return std::nullopt;
  }
  read::Source& source_;
  store::KnownDocuments& known_;
  OneVoice& voice_;
  std::uint64_t records_ = 0;
  std::uint64_t passed_over_ = 0;
  Result<void> status_;
};

// Writes products and counts.
class Keeper {
 public:
  Keeper(store::Store& store, const CoderStamp& stamp, OneVoice& voice) : store_(store), stamp_(stamp), voice_(voice) {}

  Result<void> begin() {
    return store::Recorder::open(store_, stamp_).map([&](store::Recorder&& recorder) {
      recorder_.emplace(std::move(recorder));
    });
  }

  Result<void> write(Product& product) {
    for (const std::string& warning : product.warnings) voice_([&](IngestListener& l) { l.warning(warning); });
    if (!product.coded) {
      ++sums.failed;
      voice_([&](IngestListener& l) { l.refused(product.error); });
      return {};
    }
    return recorder_->put(*product.coded, product.digest).map([&](store::Outcome outcome) {
      count(outcome, *product.coded);
    });
  }

  void committed() {
    voice_([&](IngestListener& l) { l.stored(ids_); });
    ids_.clear();
  }

  Ingested sums;

 private:
  void count(store::Outcome outcome, CodedDocument& coded) {
    if (outcome == store::Outcome::known) {
      ++sums.known;
      return;
    }
    ++(outcome == store::Outcome::added ? sums.added : sums.changed);
    sums.events += coded.events.size();
    ids_.push_back(std::move(coded.document.id));
  }

  store::Store& store_;
  const CoderStamp& stamp_;
  OneVoice& voice_;
  std::optional<store::Recorder> recorder_;
  std::vector<std::string> ids_;  // written and not yet committed
};

}  // namespace

Result<Ingested> ingest(read::Source& source, const Engine& engine, const CoderStamp& stamp, const std::string& store,
                        unsigned threads, IngestListener& listener) {
  auto opened = store::Store::open_to_write(store);
  if (!opened) return tl::make_unexpected(std::move(opened.error()));
  auto known = store::KnownDocuments::open(store);
  if (!known) return tl::make_unexpected(std::move(known.error()));
  OneVoice voice(listener);
  Unknown unknown(source, *known, voice);
  Keeper keeper(*opened, stamp, voice);
  BatchSink sink(*opened, {[&] { return keeper.begin(); }, [&](Product& product) { return keeper.write(product); },
                           [&] { keeper.committed(); }});
  run(unknown, {engine.core, engine.coder, nullptr}, {threads, 0}, sink);
  if (auto finished = sink.finish(); !finished) return tl::make_unexpected(std::move(finished.error()));
  if (!unknown.status()) return tl::make_unexpected(unknown.status().error());
  keeper.sums.known += unknown.passed_over();
  auto updated = update_record(*opened);
  if (!updated) return tl::make_unexpected(std::move(updated.error()));
  keeper.sums.incidents = updated->incidents;
  return keeper.sums;
}

}  // namespace masudi::pipeline
