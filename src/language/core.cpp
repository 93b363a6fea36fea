// SPDX-License-Identifier: Apache-2.0
#include "language/core.h"

#include <optional>
#include <string>
#include <utility>

#include "base/mapped_file.h"
#include "language/lemmatizer.h"
#include "language/mend_trees.h"
#include "language/model_file.h"
#include "language/network.h"
#include "language/segmenter.h"

namespace masudi::language {

struct Workspace::State {
  Segmenter::Scratch segmenter;
  Network::Scratch network;
};

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Core::Parts {
  std::optional<MappedFile> file;
  ModelFile model;
  Segmenter segmenter;
  Network network;
  Lemmatizer lemmatizer;

  // Each step over the section of its name; or what is wrong with it.
  static Result<Parts> over(std::span<const std::byte> bytes) {
    auto model = ModelFile::over(bytes);
    if (!model) return tl::unexpected(std::move(model.error()));
    auto segmenter = part<Segmenter>(*model, "segmenter");
    if (!segmenter) return tl::unexpected(std::move(segmenter.error()));
    auto network = part<Network>(*model, "network");
    if (!network) return tl::unexpected(std::move(network.error()));
    auto lemmatizer = part<Lemmatizer>(*model, "lemmas");
    if (!lemmatizer) return tl::unexpected(std::move(lemmatizer.error()));
    return Parts{std::nullopt, *model, std::move(*segmenter), std::move(*network), std::move(*lemmatizer)};
  }

 private:
  template <class Step>
  static Result<Step> part(const ModelFile& model, std::string_view name) {
    return model.section(name).and_then([](std::span<const std::byte> section) { return Step::over(section); });
  }
};

Core::Core(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Core::Core(Core&&) noexcept = default;
Core& Core::operator=(Core&&) noexcept = default;
Core::~Core() = default;

Result<Core> Core::over(std::span<const std::byte> bytes) {
  auto parts = Parts::over(bytes);
  if (!parts) return fail("the model " + parts.error().message);
  return Core(std::make_unique<Parts>(std::move(*parts)));
}

Result<Core> Core::open(const std::filesystem::path& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(std::move(file.error()));
  auto parts = Parts::over(file->bytes());
  if (!parts) return fail(path.string() + " " + parts.error().message);
  parts->file = std::move(*file);
  return Core(std::make_unique<Parts>(std::move(*parts)));
}

void Core::analyse(std::string_view text, Workspace& workspace, Analysis& out) const {
  const Reading reading{text, &out};
  analyse({&reading, 1}, workspace);
}

void Core::analyse(std::span<const Reading> readings, Workspace& workspace) const {
  Workspace::State& state = workspace.state();
  for (const Reading& r : readings) {
    r.analysis->clear();
    parts_->segmenter.segment(r.text, state.segmenter, *r.analysis);
  }
  parts_->network.annotate(readings, state.network);
  for (const Reading& r : readings) {
    mend_trees(r.text, r.analysis->tokens);
    parts_->lemmatizer.lemmatize(r.text, *r.analysis);
  }
}

std::string_view Core::model_name() const { return parts_->model.name(); }

}  // namespace masudi::language
