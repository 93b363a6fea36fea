// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "command.h"
#include "knowledge/knowledge.h"

namespace CLI {
class App;
}

namespace masudi::cli {

// The knowledge to code with: ours, and the person's dictionaries beside it. Lines of these that are wrong are told to
// the person and left out; `whole` is false then.
struct ChosenKnowledge {
  knowledge::Knowledge knowledge;
  bool whole;
};
Result<ChosenKnowledge> knowledge_of(const Settings& settings);

// masudi knowledge show NAME, masudi knowledge check FILE…
void add_knowledge_commands(CLI::App& app, Settings& settings);
void add_dictionary(CLI::App& app, Settings& settings);
int knowledge_command(const CLI::App& command, const Settings& settings);

}  // namespace masudi::cli
