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

  // The whole way of a document.
  Product process(read::Record record) {
    Product product;
    product.warnings = std::move(record.warnings);
    product.bytes_read = record.bytes_read;
    if (!record.document) {
      product.error = std::move(record.document.error().message);
      return product;
    }
    Document& document = *record.document;
    engine_.core.analyse(document.text, language_, analysis_);
    coded_.clear();
    if (engine_.coder != nullptr) engine_.coder->code(document, analysis_, coding_, coded_);
    assign_ids(document, coded_.events);
    std::erase_if(coded_.events, [&](const Event& event) { return event.confidence < options_.min_confidence; });
    product.sentences = analysis_.sentences.size();
    product.events = coded_.events.size();
    if (engine_.writer != nullptr) {
      engine_.writer->write({document, analysis_, coded_.events, coded_.near_misses}, product.output);
    } else {
      product.digest = record::pack(record::digest({document, coded_.events, coded_.provenance}));
      product.coded = CodedDocument{std::move(document), std::move(coded_.events), std::move(coded_.provenance),
                                    static_cast<std::uint32_t>(product.sentences)};
    }
    return product;
  }

 private:
  const Engine& engine_;
  const Options& options_;
  language::Workspace language_;
  coding::Workspace coding_;
  Analysis analysis_;
  coding::Coded coded_;
};

// A document that does not fit into memory costs itself alone.
Product process_within_memory(Worker& worker, read::Record record) {
  const std::uint64_t bytes_read = record.bytes_read;
  const std::string id = record.document ? record.document->id : "";
  try {
    return worker.process(std::move(record));
  } catch (const std::bad_alloc&) {
    Product product;
    product.error = id + ": the document does not fit into memory; split it, or use fewer threads";
    product.bytes_read = bytes_read;
    return product;
  }
}

void work(Conveyor& conveyor, const Engine& engine, const Options& options) {
  Worker worker(engine, options);
  while (auto job = conveyor.take()) {
    conveyor.give(job->number, process_within_memory(worker, std::move(job->record)));
  }
}

}  // namespace

format::Totals run(read::Source& source, const Engine& engine, const Options& options, Sink& sink) {
  constexpr std::size_t kRecordsAThread = 8;
  const unsigned threads = std::max(1u, options.threads);
  Conveyor conveyor(source, sink, threads * kRecordsAThread);
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { work(conveyor, engine, options); });
  work(conveyor, engine, options);
  others.clear();
  return conveyor.totals();
}

}  // namespace masudi::pipeline
