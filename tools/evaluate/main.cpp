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

Result<Documents> run_segmenter(const Options& options, const Documents& gold) {
  const auto file = MappedFile::open(options.model);
  if (!file) return tl::unexpected(file.error());
  const auto model = language::ModelFile::over(file->bytes());
  if (!model) return fail(options.model + " " + model.error().message);
  const auto section = model->section("segmenter");
  if (!section) return fail(options.model + " " + section.error().message);
  const auto segmenter = language::Segmenter::over(*section);
  if (!segmenter) return fail(options.model + " " + segmenter.error().message);
  return segmented(gold, *segmenter);
}

Result<Documents> system_of(const Options& options, const Documents& gold) {
  if (!options.system.empty()) {
    auto documents = treebank::read_conllu(options.system);
    if (documents) keep_genre(options.genre, *documents);
    return documents;
  }
  return run_segmenter(options, gold);
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
  app.add_option("--steps", options.steps, "what to run: all, or segment alone")
      ->check(CLI::IsMember({"all", "segment"}));
  CLI11_PARSE(app, argc, argv);
  const auto scores = masudi::evaluate::evaluate(options);
  if (!scores) {
    std::fprintf(stderr, "masudi-evaluate: %s\n", scores.error().message.c_str());
    return 1;
  }
  masudi::evaluate::print(*scores);
  return 0;
}
