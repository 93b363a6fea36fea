// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "base/result.h"
#include "document/analysis.h"

namespace masudi::language {

// Memory kept from text to text; one for each thread.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct State;
  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

// The language core: text → sentences, tokens, tags, lemmas, dependency trees, names. Immutable once opened: share it
// between threads. Results depend on the text and the model alone.
class Core {
 public:
  // Maps a model file. The error says what is wrong with it and what to do.
  static Result<Core> open(const std::filesystem::path& path);
  // The same over bytes that outlive the core (a model embedded in the program).
  static Result<Core> over(std::span<const std::byte> bytes);

  Core(Core&&) noexcept;
  Core& operator=(Core&&) noexcept;
  ~Core();

  // Fills `out` (cleared first) for UTF-8 text in which blank lines part paragraphs. Linear in the length of the text.
  void analyse(std::string_view text, Workspace& workspace, Analysis& out) const;
  // The same for each of several texts, each with an analysis of its own: faster than one by one where they are short.
  void analyse(std::span<const Reading> readings, Workspace& workspace) const;

  // Name and version of the model, for `coder` fields and manifests.
  std::string_view model_name() const;

 private:
  struct Parts;
  explicit Core(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace masudi::language
