// SPDX-License-Identifier: Apache-2.0
#include "evaluate/names.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace masudi::evaluate {
namespace {

// Where the words of a sentence are.
struct Place {
  std::size_t document;
  std::vector<Span> words;
};

std::map<std::string, Place> places_of(const std::vector<treebank::Document>& documents) {
  std::map<std::string, Place> out;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const treebank::RawText raw = raw_text(documents[d]);
    std::uint32_t first = 0;
    for (std::size_t s = 0; s < documents[d].sentences.size(); ++s) {
      const std::uint32_t last = raw.sentence_ends[s];
      out[documents[d].sentences[s].id] = {d, {raw.words.begin() + first, raw.words.begin() + last}};
      first = last;
    }
  }
  return out;
}

// Appends the names of one line; false when it does not fit the sentence.
bool append(const nlohmann::json& line, const Place& place, std::vector<NameSpan>& out) {
  if (line.value("tokens", nlohmann::json::array()).size() != place.words.size()) return false;
  for (const auto& name : line.value("names", nlohmann::json::array())) {
    const auto start = name.value("start", std::size_t{0});
    const auto end = name.value("end", std::size_t{0});
    const auto kind = name.value("type", std::string());
    if (start >= end || end > place.words.size()) return false;
    if (std::ranges::count(kNameKinds, kind) == 0) continue;
    out.push_back({place.document, cover(place.words[start], place.words[end - 1]), kind});
  }
  return true;
}

}  // namespace

Result<std::vector<NameSpan>> read_names(const std::filesystem::path& path,
                                         const std::vector<treebank::Document>& documents) {
  std::ifstream in(path);
  if (!in) return fail(path.string() + ": cannot be read");
  const auto places = places_of(documents);
  std::vector<NameSpan> out;
  for (std::string text; std::getline(in, text);) {
    const auto line = nlohmann::json::parse(text, nullptr, false);
    if (!line.is_object()) return fail(path.string() + ": a line is no JSON object");
    const auto id = line.value("sent_id", std::string());
    const auto place = places.find(id);
    if (place == places.end()) continue;  // of a document that is not scored
    if (!append(line, place->second, out)) return fail(path.string() + ": " + id + " has other words in the treebank");
  }
  return out;
}

void append_names(std::size_t document, const Analysis& analysis, std::vector<NameSpan>& out) {
  for (const Name& name : analysis.names) {
    // GUM has no kind for nationalities: "Americans" are persons to it, "American" is no name.
    const bool people = name.kind == NameKind::group && analysis.tokens.xpos[name.last - 1] == Xpos::nnps;
    if (name.kind == NameKind::group && !people) continue;
    const std::string_view kind = people || name.kind == NameKind::person ? "PER"
                                  : name.kind == NameKind::place          ? "LOC"
                                                                          : "ORG";
    const auto& spans = analysis.tokens.span;
    out.push_back({document, cover(spans[name.first], spans[name.last - 1]), std::string(kind)});
  }
}

std::array<Score, kNameKinds.size() + 1> score_names(std::vector<NameSpan> gold, std::vector<NameSpan> system) {
  std::ranges::sort(gold);
  std::ranges::sort(system);
  std::vector<NameSpan> both;
  std::ranges::set_intersection(gold, system, std::back_inserter(both));
  std::array<Score, kNameKinds.size() + 1> out;
  const auto count = [](const std::vector<NameSpan>& names, std::string_view kind) {
    return static_cast<std::size_t>(std::ranges::count(names, kind, &NameSpan::kind));
  };
  for (std::size_t i = 0; i < kNameKinds.size(); ++i) {
    out[i] = {count(gold, kNameKinds[i]), count(system, kNameKinds[i]), count(both, kNameKinds[i])};
  }
  out.back() = {gold.size(), system.size(), both.size()};
  return out;
}

}  // namespace masudi::evaluate
