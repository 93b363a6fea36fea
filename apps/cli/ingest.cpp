// SPDX-License-Identifier: Apache-2.0
#include "pipeline/ingest.h"

#include <fmt/format.h>

#include <filesystem>
#include <thread>

#include "engine.h"
#include "format/change.h"
#include "inputs.h"
#include "messages.h"
#include "output.h"
#include "pipeline/recode.h"
#include "progress.h"
#include "read/files.h"
#include "record_settings.h"
#include "terminal.h"

namespace masudi::cli {
namespace {

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

unsigned threads_of(const Settings& settings) {
  return settings.threads > 0 ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
}

// Tells the person how it goes; on request, prints the ids of what is safe.
class IngestReport final : public pipeline::IngestListener {
 public:
  IngestReport(std::uint64_t total_bytes, bool acknowledge)
      : progress_(total_bytes, false), acknowledge_(acknowledge) {}

  void warning(const std::string& message) override { messages_.say(message, false, progress_); }
  void refused(const std::string& message) override { messages_.say(message, true, progress_); }
  void progress(std::uint64_t bytes_read, std::uint64_t documents) override { progress_.update(bytes_read, documents); }
  void stored(std::span<const std::string> ids) override {
    if (!acknowledge_) return;
    for (const std::string& id : ids) fmt::print("{}\n", id);
    std::fflush(stdout);
  }
  void finish() {
    progress_.clear();
    messages_.finish();
  }

 private:
  Progress progress_;
  Messages messages_;
  bool acknowledge_;
};

// Shows what a new coding changed.
class RecodeReport final : public pipeline::RecodeListener {
 public:
  RecodeReport(Output& output, bool with_diff) : output_(output), progress_(0, with_diff), with_diff_(with_diff) {}

  void progress(std::uint64_t documents, std::uint64_t all) override { progress_.update_share(documents, all); }
  void differs(const Document& document, const pipeline::Difference& difference) override {
    if (!with_diff_) return;
    progress_.clear();
    std::string out;
    format::write_document_line(document, style_, out);
    for (const Event& event : difference.gone) format::write_change('-', event, document.text, style_, out);
    for (const Event& event : difference.come) format::write_change('+', event, document.text, style_, out);
    for (const auto& [before, after] : difference.changed) {
      format::write_change('<', before, document.text, style_, out);
      format::write_change('>', after, document.text, style_, out);
    }
    output_.write(out);
  }

 private:
  Output& output_;
  Progress progress_;
  format::Style style_ = style_of(stdout);
  bool with_diff_;
};

std::string counted(std::uint64_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

int ingest(const Settings& settings, const RecordSettings& record) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return failed(knowledge.error());
  auto options = read_options(settings);
  if (!options) return failed(options.error());
  hint_at_keyboard(settings);

  const coding::Coder coder(*knowledge);
  read::Files source(settings.files, std::move(*options));
  IngestReport report(source.total_bytes(), record.acknowledge);
  const auto sums = pipeline::ingest(source, {*core, &coder, nullptr}, stamp(*core, *knowledge), record.store,
                                     threads_of(settings), report);
  report.finish();
  if (!sums) return failed(sums.error());
  print_note(fmt::format("{}: {} added, {} changed, {} known before; {} stored, {} touched", record.store,
                         counted(sums->added, "document"), sums->changed, sums->known, counted(sums->events, "event"),
                         counted(sums->incidents, "incident")));
  return sums->failed > 0 ? kFailed : kDone;
}

int recode(const Settings& settings, const RecordSettings& record) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return failed(knowledge.error());
  auto output = Output::open(settings.output);
  if (!output) return failed(output.error());
  if (!std::filesystem::exists(record.store)) {
    return failed({fmt::format("{}: there is no such store; masudi ingest makes one", record.store)});
  }
  const coding::Coder coder(*knowledge);
  RecodeReport report(*output, record.diff);
  const auto sums =
      pipeline::recode({*core, &coder, nullptr}, stamp(*core, *knowledge), record.store, threads_of(settings), report);
  if (!sums) return failed(sums.error());
  if (auto finished = output->finish(); !finished) return failed(finished.error());
  print_note(fmt::format("{}: {} coded again; events: {} gone, {} come, {} changed, {} the same", record.store,
                         counted(sums->documents, "document"), sums->gone, sums->come, sums->changed, sums->same));
  return kDone;
}

}  // namespace masudi::cli
