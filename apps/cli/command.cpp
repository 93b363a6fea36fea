// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "engine.h"
#include "inputs.h"
#include "knowledge_command.h"
#include "messages.h"
#include "output.h"
#include "pipeline/run.h"
#include "read/files.h"
#include "terminal.h"

namespace masudi::cli {
namespace {

// Tags and trees are of no day: a text need not say its own for them.
constexpr Date kNoDay{};

int failed(const Error& error) {
  print_error(error.message);
  return kFailed;
}

Result<void> check_output(const Settings& settings) {
  for (const std::string& file : settings.files) {
    std::error_code error;
    if (!settings.output.empty() && std::filesystem::equivalent(file, settings.output, error)) {
      return fail(fmt::format("{}: is read and would be overwritten; choose another --output", file));
    }
  }
  return {};
}

std::unique_ptr<format::Writer> event_writer(const Settings& settings, CoderStamp stamp) {
  const bool to_terminal = settings.output.empty() && is_terminal(stdout);
  const std::string chosen = !settings.format.empty() ? settings.format : to_terminal ? "table" : "jsonl";
  if (chosen == "csv") return format::csv_writer();
  if (chosen == "jsonl") return format::jsonl_writer(std::move(stamp));
  return format::table_writer(settings.output.empty() ? style_of(stdout) : format::Style{false, 150});
}

// Reads everything, writes everything, and says what came of it.
Result<format::Totals> run(const Settings& settings, const pipeline::Engine& engine) {
  auto options = read_options(settings);
  if (!options) return tl::make_unexpected(options.error());
  if (engine.coder == nullptr && !options->date) options->date = kNoDay;
  if (auto fine = check_output(settings); !fine) return tl::make_unexpected(fine.error());
  auto output = Output::open(settings.output);
  if (!output) return tl::make_unexpected(output.error());
  hint_at_keyboard(settings);

  read::Files source(settings.files, std::move(*options));
  Progress progress(source.total_bytes(), settings.output.empty() && is_terminal(stdout));
  Reporter reporter(*output, progress);
  std::string edge;
  engine.writer->head(edge);
  output->write(edge);
  const unsigned threads = settings.threads > 0 ? settings.threads : std::thread::hardware_concurrency();
  const format::Totals totals = pipeline::run(source, engine, {threads, settings.min_confidence}, reporter);
  reporter.finish();
  edge.clear();
  engine.writer->tail(totals, edge);
  output->write(edge);
  if (auto finished = output->finish(); !finished) return tl::make_unexpected(finished.error());
  return totals;
}

int exit_code(const format::Totals& totals, std::uint64_t found) {
  if (totals.failed > 0) return kFailed;
  return found > 0 ? kDone : kNothingFound;
}

int exit_code_of_events(const Result<format::Totals>& totals) {
  if (!totals) return failed(totals.error());
  if (totals->events == 0 && totals->failed == 0) {
    print_note("no events found; masudi explain says why, sentence by sentence");
  }
  return exit_code(*totals, totals->events);
}

}  // namespace

int code(const Settings& settings) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto knowledge = knowledge_of(settings);
  if (!knowledge) return failed(knowledge.error());
  const coding::Coder coder(knowledge->knowledge);
  const auto writer = event_writer(settings, stamp(*core, knowledge->knowledge));
  const int done = exit_code_of_events(run(settings, {*core, &coder, writer.get()}));
  return knowledge->whole ? done : kFailed;
}

int explain(const Settings& settings) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto knowledge = knowledge_of(settings);
  if (!knowledge) return failed(knowledge.error());
  const coding::Coder coder(knowledge->knowledge);
  const auto writer = format::explain_writer(style_of(stdout));
  const int done = exit_code_of_events(run(settings, {*core, &coder, writer.get()}));
  return knowledge->whole ? done : kFailed;
}

int parse(const Settings& settings) {
  const auto core = open_model(settings.model);
  if (!core) return failed(core.error());
  const auto writer = format::conllu_writer();
  const auto totals = run(settings, {*core, nullptr, writer.get()});
  return totals ? exit_code(*totals, totals->sentences) : failed(totals.error());
}

int show_version(const Settings& settings) {
  fmt::print("masudi {}\n", version());
  const auto core = open_model(settings.model);
  const auto knowledge = open_knowledge(settings.knowledge);
  if (core) fmt::print("model {}\n", core->model_name());
  if (knowledge) fmt::print("knowledge {}\n", knowledge->version());
  fmt::print("code under the Apache License 2.0; data and models: see NOTICE\n");
  if (!core) return failed(core.error());
  return knowledge ? kDone : failed(knowledge.error());
}

}  // namespace masudi::cli
