// SPDX-License-Identifier: Apache-2.0
// masudi-drafts FILE…: prints every draft of an event that the coder makes of the documents, one JSON object a line:
// doc_id, start (code points), type, features. What the judge's weights are learnt from.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "coding/coder.h"
#include "embedded/embedded.h"
#include "language/core.h"
#include "read/files.h"

int main(int argc, char** argv) {
  using namespace masudi;
  const auto core = language::Core::over(embedded::model());
  const auto knowledge = knowledge::Knowledge::over(embedded::knowledge());
  if (!core || !knowledge || argc < 2) {
    std::fprintf(stderr, "%s\n", argc < 2 ? "usage: masudi-drafts FILE…" : core ? knowledge.error().message.c_str() : core.error().message.c_str());
    return 2;
  }
  const coding::Coder coder(*knowledge);
  language::Workspace language;
  coding::Workspace workspace;
  Analysis analysis;
  read::Files files({argv + 1, argv + argc}, {});
  int failed = 0;
  while (auto record = files.next()) {
    if (!record->document) {
      std::fprintf(stderr, "%s\n", record->document.error().message.c_str());
      ++failed;
      continue;
    }
    const Document& document = *record->document;
    core->analyse(document.text, language, analysis);
    const utf8::CodePointIndex index(document.text);
    for (const auto& o : coder.observe(document, analysis, workspace)) {
      const nlohmann::ordered_json line = {{"doc_id", document.id},
                                           {"start", index.code_points_before(o.trigger.begin)},
                                           {"trigger", std::string(o.trigger.in(document.text))},
                                           {"type", std::string(name(o.type))},
                                           {"features", o.features}};
      std::printf("%s\n", line.dump().c_str());
    }
  }
  return failed == 0 ? 0 : 2;
}
