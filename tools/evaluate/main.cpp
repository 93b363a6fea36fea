// SPDX-License-Identifier: Apache-2.0
// masudi-evaluate: scores the language core against a treebank, from raw text, as the CoNLL 2018 shared task did.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

#include "base/mapped_file.h"
#include "evaluate/scores.h"
#include "evaluate/system.h"
#include "language/model_file.h"

namespace masudi::evaluate {
namespace {

using Documents = std::vector<treebank::Document>;

struct Options {
  std::string gold;
  std::string genre;
  std::string system;
  std::string model = "models/english.model";
  std::string steps = "all";
};

void keep_genre(const std::string& genre, Documents& documents) {
  if (genre.empty()) return;
  const std::string wanted = "GUM_" + genre + "_";
  std::erase_if(documents, [&](const treebank::Document& d) { return d.id.substr(0, wanted.size()) != wanted; });
}

// Runs one part of the model, over its own section.
template <class Part, class Run>
Result<Documents> run_part(const std::string& path, std::string_view name, Run run) {
  const auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const auto model = language::ModelFile::over(file->bytes());
  if (!model) return fail(path + " " + model.error().message);
  const auto section = model->section(name);
  if (!section) return fail(path + " " + section.error().message);
  const auto part = Part::over(*section);
  if (!part) return fail(path + " " + part.error().message);
  return run(*part);
}

Result<Documents> run_core(const std::string& path, const Documents& gold) {
  const auto core = language::Core::open(path);
  if (!core) return tl::unexpected(core.error());
  return analysed(gold, *core);
}

Result<Documents> system_of(const Options& options, const Documents& gold) {
  if (!options.system.empty()) {
    auto documents = treebank::read_conllu(options.system);
    if (documents) keep_genre(options.genre, *documents);
    return documents;
  }
  if (options.steps == "segment") {
    return run_part<language::Segmenter>(options.model, "segmenter", [&](const auto& p) { return segmented(gold, p); });
  }
  if (options.steps == "lemmas") {
    return run_part<language::Lemmatizer>(options.model, "lemmas", [&](const auto& p) { return lemmatized(gold, p); });
  }
  return run_core(options.model, gold);
}

Result<Scores> evaluate(const Options& options) {
  auto gold = treebank::read_conllu(options.gold);
  if (!gold) return tl::unexpected(gold.error());
  keep_genre(options.genre, *gold);
  if (gold->empty()) return fail(options.gold + ": no document of the genre \"" + options.genre + "\"");
  const auto system = system_of(options, *gold);
  if (!system) return tl::unexpected(system.error());
  return score(*gold, *system);
}

void print(const Scores& scores) {
  std::printf("%-10s %9s %9s %9s %9s\n", "", "precision", "recall", "F1", "gold");
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const Score& s = scores[i];
    std::printf("%-10s %9.2f %9.2f %9.2f %9zu\n", std::string(kMetricNames[i]).c_str(), s.precision(), s.recall(),
                s.f1(), s.gold);
  }
}

}  // namespace
}  // namespace masudi::evaluate

int main(int argc, char** argv) {
  masudi::evaluate::Options options;
  CLI::App app("Scores the language core against a treebank, from raw text, as the CoNLL 2018 shared task did");
  app.add_option("gold", options.gold, "CoNLL-U file to score against")->required();
  app.add_option("--genre", options.genre, "only documents GUM_<genre>_… (news, interview, …)");
  app.add_option("--system", options.system, "CoNLL-U file to score, instead of running the core");
  app.add_option("--model", options.model, "model file")->capture_default_str();
  app.add_option("--steps", options.steps, "what to run: all; segment; or lemmas, over gold words and tags")
      ->check(CLI::IsMember({"all", "segment", "lemmas"}));
  CLI11_PARSE(app, argc, argv);
  const auto scores = masudi::evaluate::evaluate(options);
  if (!scores) {
    std::fprintf(stderr, "masudi-evaluate: %s\n", scores.error().message.c_str());
    return 1;
  }
  masudi::evaluate::print(*scores);
  return 0;
}
