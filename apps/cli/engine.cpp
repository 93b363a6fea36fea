// SPDX-License-Identifier: Apache-2.0
#include "engine.h"

#include "embedded/embedded.h"

namespace masudi::cli {

Result<language::Core> open_model(const std::string& path) {
  if (!path.empty()) return language::Core::open(path);
  if (embedded::model().empty()) {
    return fail(
        "this masudi was built without a language model; name one with --model FILE, or run make train and build");
  }
  return language::Core::over(embedded::model());
}

Result<knowledge::Knowledge> open_knowledge(const std::string& path) {
  return path.empty() ? knowledge::Knowledge::over(embedded::knowledge()) : knowledge::Knowledge::open(path);
}

std::string_view version() { return MASUDI_VERSION; }

CoderStamp stamp(const language::Core& core, const knowledge::Knowledge& knowledge) {
  return {std::string(version()), std::string(core.model_name()), std::string(knowledge.version())};
}

}  // namespace masudi::cli
