// SPDX-License-Identifier: Apache-2.0
// masudi-compare-transition DATA [--beam K…] [--passes N] [--tag-passes N]: trains taggers and transition parsers of
// perceptrons on DATA/ud/en-train.conllu and prints the rows of a table: accuracy with gold words and the tags it
// found, and microseconds a word of processor time on one core. For docs/decisions/0002-the-language-core.md; never
// linked into the program.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <string>

#include "train/transition/parser.h"
#include "train/transition/tagger.h"

namespace masudi::train::transition {
namespace {

constexpr std::uint32_t kTagBits = 20;
constexpr std::size_t kFolds = 5;
constexpr int kTimes = 5;

struct Options {
  std::string data;
  std::vector<std::size_t> beams = {0, 1, 8};
  int passes = 8;
  int tag_passes = 8;
};

struct TestSet {
  std::vector<Sentence> sentences;
};

std::size_t words_of(const TestSet& set) {
  std::size_t words = 0;
  for (const Sentence& s : set.sentences) words += s.size();
  return words;
}

// Microseconds of processor time a word that a run over the set takes, the least of several.
template <class Run>
double time(const TestSet& set, Run run) {
  double least = 1e9;
  for (int i = 0; i < kTimes; ++i) {
    const std::clock_t start = std::clock();
    for (const Sentence& s : set.sentences) run(s);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return 1e6 * least / static_cast<double>(words_of(set));
}

// Gives the sets their tags; the cost of that.
double tag(const Tagger& tagger, std::span<TestSet> sets) {
  for (TestSet& set : sets) {
    for (Sentence& s : set.sentences) tagger.tag(s.forms, s.tags);
  }
  std::vector<Tags> tags;
  return time(sets[0], [&](const Sentence& s) { tagger.tag(s.forms, tags); });
}

// Per cent of the words with the right tag; head; head and relation.
std::array<double, 3> score(const Parser& parser, const TestSet& set) {
  std::array<double, 3> right{};
  for (const Sentence& s : set.sentences) {
    const Tree tree = parser.parse(s.forms, s.tags);
    for (std::size_t i = 0; i < s.size(); ++i) {
      const bool head = tree.heads[i] == s.gold.heads[i];
      right[0] += s.tags[i].upos == s.gold_tags[i].upos ? 1 : 0;
      right[1] += head ? 1 : 0;
      right[2] += head && tree.relations[i] == s.gold.relations[i] ? 1 : 0;
    }
  }
  for (double& r : right) r *= 100 / static_cast<double>(words_of(set));
  return right;
}

void print_row(const std::string& name, const Parser& parser, std::span<const TestSet> sets, double tagging) {
  std::printf("| %s |", name.c_str());
  for (const TestSet& set : sets) {
    const auto [upos, heads, both] = score(parser, set);
    std::printf(" %.1f / %.1f / %.1f |", upos, heads, both);
  }
  std::printf(" %.1f | %.1f |\n", tagging, time(sets[0], [&](const Sentence& s) { parser.parse(s.forms, s.tags); }));
  std::fflush(stdout);
}

Result<TestSet> read_set(const std::string& path, std::string_view wanted, LabelSets& labels) {
  auto documents = treebank::read_conllu(path);
  if (!documents) return tl::unexpected(documents.error());
  std::erase_if(*documents, [&](const treebank::Document& d) { return d.id.substr(0, wanted.size()) != wanted; });
  return TestSet{sentences_of(*documents, labels, false)};
}

std::string row_name(const ParserSettings& settings) {
  if (settings.beam > 1) return "beam " + std::to_string(settings.beam);
  return settings.explore > 0 ? "greedy, dynamic oracle" : "greedy, static oracle";
}

Tagger learnt_tagger(std::span<const Sentence> sentences, const LabelSets& labels, int passes) {
  std::vector<const Sentence*> all;
  for (const Sentence& s : sentences) all.push_back(&s);
  Tagger tagger(labels, kTagBits);
  tagger.learn(all, passes);
  return tagger;
}

// What went wrong, or nothing.
std::string compare(const Options& options) {
  LabelSets labels;
  const auto documents = treebank::read_conllu(options.data + "/ud/en-train.conllu");
  if (!documents) return documents.error().message;
  std::vector<Sentence> sentences = sentences_of(*documents, labels, true);
  if (labels.relations.size() > State::kNoRelation) return "the treebank has too many relations";
  std::vector<TestSet> sets;
  for (const auto& [file, wanted] : {std::array{"ewt", ""}, {"gum", ""}, {"gum", "GUM_news_"}}) {
    auto set = read_set(options.data + "/ud/" + file + "-dev.conllu", wanted, labels);
    if (!set) return set.error().message;
    sets.push_back(std::move(*set));
  }
  const double tagging = tag(learnt_tagger(sentences, labels, options.tag_passes), sets);
  tag_across(sentences, labels, kTagBits, kFolds, options.tag_passes);

  std::puts(
      "UPOS / UAS / LAS\n\n| | EWT | GUM | GUM news | tagger, µs a word | parser |\n| --- | --- | --- | --- | --- | "
      "--- |");
  for (const std::size_t beam : options.beams) {
    ParserSettings settings;
    settings.beam = beam > 0 ? beam : 1;
    settings.passes = options.passes;
    if (beam == 0) settings.explore = 0;
    Parser parser(labels.relations, settings);
    parser.learn(sentences);
    print_row(row_name(settings), parser, sets, tagging);
  }
  return {};
}

}  // namespace
}  // namespace masudi::train::transition

int main(int argc, char** argv) {
  masudi::train::transition::Options options;
  CLI::App app("Trains taggers and transition parsers of perceptrons, and prints how accurate and how fast they are");
  app.add_option("data", options.data, "folder with ud/en-train.conllu, ud/ewt-dev.conllu and ud/gum-dev.conllu")
      ->required();
  app.add_option("--beam", options.beams, "states that are kept; 1: greedy; 0: greedy, with a static oracle")
      ->capture_default_str();
  app.add_option("--passes", options.passes, "over the treebank, of the parser")->capture_default_str();
  app.add_option("--tag-passes", options.tag_passes, "of the tagger")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const std::string problem = masudi::train::transition::compare(options);
  if (problem.empty()) return 0;
  std::fprintf(stderr, "masudi-compare-transition: %s\n", problem.c_str());
  return 1;
}
