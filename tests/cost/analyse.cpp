// SPDX-License-Identifier: Apache-2.0
// Reads one text twice with the language core, for cost.sh to count the instructions of Core::analyse.
// usage: masudi-cost MODEL news DISPATCH.txt COPIES | MODEL sentence WORDS. Prints how many words were read in all.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "language/core.h"

namespace {

std::string news(const char* path, int copies) {
  std::ifstream in(path);
  std::ostringstream all;
  all << in.rdbuf();
  std::string out;
  for (int i = 0; i < copies; ++i) out += all.str() + "\n\n";
  return out;
}

std::string sentence(int words) {
  std::string out = "Troops";
  for (int i = 1; i < words; ++i) out += i % 9 == 0 ? ", who" : i % 2 == 0 ? " crossed" : " bridges";
  return out + ".";
}

}  // namespace

int main(int count, char** arguments) {
  const std::string kind = count > 3 ? arguments[2] : "";
  if (!(kind == "news" && count == 5) && !(kind == "sentence" && count == 4)) {
    std::fprintf(stderr, "usage: masudi-cost MODEL news DISPATCH.txt COPIES | MODEL sentence WORDS\n");
    return 2;
  }
  const auto core = masudi::language::Core::open(arguments[1]);
  if (!core) {
    std::fprintf(stderr, "masudi-cost: %s\n", core.error().message.c_str());
    return 1;
  }
  const std::string text =
      kind == "news" ? news(arguments[3], std::atoi(arguments[4])) : sentence(std::atoi(arguments[3]));
  masudi::language::Workspace workspace;
  masudi::Analysis analysis;
  std::size_t words = 0;
  for (int i = 0; i < 2; ++i) {
    core->analyse(text, workspace, analysis);
    words += analysis.tokens.size();
  }
  std::printf("%zu\n", words);
}
