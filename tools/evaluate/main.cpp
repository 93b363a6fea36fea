// SPDX-License-Identifier: Apache-2.0
// masudi-evaluate: scores the language core against a treebank, from raw text, as the CoNLL 2018 shared task did.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

#include "base/mapped_file.h"
#include "evaluate/names.h"
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
  std::string names;
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

Result<Documents> gold_of(const Options& options) {
  auto gold = treebank::read_conllu(options.gold);
  if (!gold) return gold;
  keep_genre(options.genre, *gold);
  if (gold->empty()) return fail(options.gold + ": no document of the genre \"" + options.genre + "\"");
  return gold;
}

void print_heading() { std::printf("%-10s %9s %9s %9s %9s\n", "", "precision", "recall", "F1", "gold"); }

void print(std::string_view what, const Score& s) {
  std::printf("%-10s %9.2f %9.2f %9.2f %9zu\n", std::string(what).c_str(), s.precision(), s.recall(), s.f1(), s.gold);
}

// These give what went wrong, or nothing.
std::string evaluate_trees(const Options& options) {
  const auto gold = gold_of(options);
  if (!gold) return gold.error().message;
  const auto system = system_of(options, *gold);
  if (!system) return system.error().message;
  const auto scores = score(*gold, *system);
  if (!scores) return scores.error().message;
  print_heading();
  for (std::size_t i = 0; i < scores->size(); ++i) print(kMetricNames[i], (*scores)[i]);
  return {};
}

std::string evaluate_names(const Options& options) {
  const auto documents = gold_of(options);
  if (!documents) return documents.error().message;
  const auto gold = read_names(options.names, *documents);
  if (!gold) return gold.error().message;
  const auto core = language::Core::open(options.model);
  if (!core) return core.error().message;
  const auto scores = score_names(*gold, names_of(*documents, *core));
  print_heading();
  for (std::size_t i = 0; i < kNameKinds.size(); ++i) print(kNameKinds[i], scores[i]);
  print("Names", scores.back());
  return {};
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
  app.add_option("--names", options.names, "score the names of this JSONL file (sentences of the gold trees) instead");
  CLI11_PARSE(app, argc, argv);
  const std::string problem =
      options.names.empty() ? masudi::evaluate::evaluate_trees(options) : masudi::evaluate::evaluate_names(options);
  if (problem.empty()) return 0;
  std::fprintf(stderr, "masudi-evaluate: %s\n", problem.c_str());
  return 1;
}
