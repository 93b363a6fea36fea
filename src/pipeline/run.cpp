// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run.h"

#include <algorithm>
#include <new>
#include <thread>

#include "document/event_id.h"
#include "pipeline/conveyor.h"
#include "record/digest.h"

namespace masudi::pipeline {
namespace {

// One thread's share of the work: the steps, and memory that is kept from document to document.
class Worker {
 public:
  Worker(const Engine& engine, const Options& options) : engine_(engine), options_(options) {}

  // The whole way of some records, each of which is given back as soon as it is done.
  void process(std::vector<Conveyor::Job>& jobs, Conveyor& conveyor) {
    const bool read_together = within_memory([&] { analyse_short(jobs); });
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      const bool is_analysed = read_together && is_short(jobs[i].record);
      conveyor.give(jobs[i].number, process(std::move(jobs[i].record), is_analysed ? &analyses_[i] : nullptr));
    }
  }

 private:
  template <class Step>
  static bool within_memory(Step step) {
    try {
      step();
      return true;
    } catch (const std::bad_alloc&) {
      return false;
    }
  }

  static bool is_short(const read::Record& record) {
    return record.document && record.document->text.size() <= Conveyor::kFewBytes;
  }

  Reading reading_of(const Document& document, Analysis& analysis) const {
    return {document.text, &analysis, engine_.writer != nullptr && engine_.writer->shows_feats()};
  }

  void analyse_short(const std::vector<Conveyor::Job>& jobs) {
    readings_.clear();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      if (is_short(jobs[i].record)) readings_.push_back(reading_of(*jobs[i].record.document, analyses_[i]));
    }
    engine_.core.analyse(readings_, language_);
  }

  // A document that does not fit into memory costs itself alone. `analysis`: null where it is not made yet.
  Product process(read::Record record, const Analysis* analysis) {
    Product product;
    const std::uint64_t bytes_read = record.bytes_read;
    const std::string id = record.document ? record.document->id : "";
    const bool fits = within_memory([&] {
      if (analysis == nullptr && record.document) {
        const Reading reading = reading_of(*record.document, analysis_);
        engine_.core.analyse({&reading, 1}, language_);
      }
      finish(std::move(record), analysis != nullptr ? *analysis : analysis_, product);
    });
    if (!fits) {
      product = {};
      product.error = id + ": the document does not fit into memory; split it, or use fewer threads";
    }
    product.bytes_read = bytes_read;
    return product;
  }

  void finish(read::Record record, const Analysis& analysis, Product& product) {
    product.warnings = std::move(record.warnings);
    if (!record.document) {
      product.error = std::move(record.document.error().message);
      return;
    }
    Document& document = *record.document;
    coded_.clear();
    if (engine_.coder != nullptr) engine_.coder->code(document, analysis, coding_, coded_);
    assign_ids(document, coded_.events);
    std::erase_if(coded_.events, [&](const Event& event) { return event.confidence < options_.min_confidence; });
    product.sentences = analysis.sentences.size();
    product.events = coded_.events.size();
    if (engine_.writer != nullptr) {
      engine_.writer->write({document, analysis, coded_.events, coded_.near_misses}, product.output);
    } else {
      product.digest = record::pack(record::digest({document, coded_.events, coded_.provenance}));
      product.coded = CodedDocument{std::move(document), std::move(coded_.events), std::move(coded_.provenance),
                                    static_cast<std::uint32_t>(product.sentences)};
    }
  }

  const Engine& engine_;
  const Options& options_;
  language::Workspace language_;
  coding::Workspace coding_;
  std::vector<Analysis> analyses_{Conveyor::kMostTogether};  // of short records in hand
  std::vector<Reading> readings_;
  Analysis analysis_;  // of a long one
  coding::Coded coded_;
};

void work(Conveyor& conveyor, const Engine& engine, const Options& options) {
  Worker worker(engine, options);
  std::vector<Conveyor::Job> jobs;
  for (conveyor.take(jobs); !jobs.empty(); conveyor.take(jobs)) worker.process(jobs, conveyor);
}

}  // namespace

format::Totals run(read::Source& source, const Engine& engine, const Options& options, Sink& sink) {
  constexpr std::size_t kRecordsAThread = 32;
  const unsigned threads = std::max(1u, options.threads);
  Conveyor conveyor(source, sink, threads * kRecordsAThread);
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { work(conveyor, engine, options); });
  work(conveyor, engine, options);
  others.clear();
  return conveyor.totals();
}

}  // namespace masudi::pipeline
