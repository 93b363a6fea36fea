// SPDX-License-Identifier: Apache-2.0
// masudi-drafts [--misses] FILE…: prints every draft of an event that the coder makes of the documents, one JSON object
// a line: doc_id, start (code points), type, features. What the judge's weights are learnt from. With --misses it
// prints the near misses instead: doc_id, start, entry, reason. With --roles: whoever may be on a side of a draft:
// doc_id, start, type, side, framed, nobody, codes, sector, features; what the chooser's weights are learnt from. With
// --pairs: every two of them that may be actor and recipient: doc_id, start, type, actor, recipient (their numbers),
// features. With --owners: whose the single party of a side may be, where its phrase does not say: doc_id, start, type,
// side, sector, candidates (code, by_rule, features).
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
    std::fprintf(stderr, "%s\n",
                 argc < 2 ? "usage: masudi-drafts FILE…"
                 : core   ? knowledge.error().message.c_str()
                          : core.error().message.c_str());
    return 2;
  }
  const coding::Coder coder(*knowledge);
  language::Workspace language;
  coding::Workspace workspace;
  Analysis analysis;
  coding::Coded coded;
  const bool misses = std::string_view(argv[1]) == "--misses";
  const bool roles = std::string_view(argv[1]) == "--roles";
  const bool pairs = std::string_view(argv[1]) == "--pairs";
  const bool owners = std::string_view(argv[1]) == "--owners";
  read::Files files({argv + (misses || roles || pairs || owners ? 2 : 1), argv + argc}, {});
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
    if (misses) {
      coder.code(document, analysis, workspace, coded);
      for (const NearMiss& m : coded.near_misses) {
        const nlohmann::ordered_json line = {{"doc_id", document.id},
                                             {"start", index.code_points_before(m.trigger.begin)},
                                             {"trigger", std::string(m.trigger.in(document.text))},
                                             {"entry", m.entry},
                                             {"reason", m.reason}};
        std::printf("%s\n", line.dump().c_str());
      }
      continue;
    }
    if (roles) {
      for (const auto& o : coder.observe_roles(document, analysis, workspace)) {
        const nlohmann::ordered_json line = {{"doc_id", document.id},
                                             {"start", index.code_points_before(o.trigger.begin)},
                                             {"type", std::string(name(o.type))},
                                             {"side", o.actor ? "actor" : "recipient"},
                                             {"framed", o.framed},
                                             {"nobody", o.nobody},
                                             {"codes", o.codes},
                                             {"sector", o.sector},
                                             {"features", o.features}};
        std::printf("%s\n", line.dump().c_str());
      }
      continue;
    }
    if (owners) {
      for (const auto& o : coder.observe_owners(document, analysis, workspace)) {
        nlohmann::ordered_json line = {{"doc_id", document.id},
                                       {"start", index.code_points_before(o.trigger.begin)},
                                       {"type", std::string(name(o.type))},
                                       {"side", o.actor ? "actor" : "recipient"},
                                       {"sector", o.sector}};
        for (const auto& c : o.candidates)
          line["candidates"].push_back({{"code", c.code}, {"by_rule", c.by_rule}, {"features", c.features}});
        std::printf("%s\n", line.dump().c_str());
      }
      continue;
    }
    if (pairs) {
      for (const auto& o : coder.observe_pairs(document, analysis, workspace)) {
        const nlohmann::ordered_json line = {{"doc_id", document.id},
                                             {"start", index.code_points_before(o.trigger.begin)},
                                             {"type", std::string(name(o.type))},
                                             {"actor", o.actor},
                                             {"recipient", o.recipient},
                                             {"features", o.features}};
        std::printf("%s\n", line.dump().c_str());
      }
      continue;
    }
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
