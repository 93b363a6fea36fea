// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include "document/coded_document.h"
#include "document/event_id.h"

namespace masudi::store::testing {

// A folder of its own for a test, gone when the test is.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("masudi-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// A report with one event in which every field is set, after a two-byte letter that parts bytes from code points.
inline CodedDocument full_story(const std::string& id = "story") {
  CodedDocument coded;
  Document& d = coded.document;
  d.id = id, d.date = *parse_date("2023-11-06"), d.title = "Títle", d.source = "Kyo Times",
  d.url = "https://k.example/1";
  d.language = "en", d.authors = {"A. Writer", "B. Other"};
  d.text = "Süd rebels attacked Kyo with two tanks, officials told AP.";
  const auto span = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(d.text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  Event e;
  e.type = EventType::assault, e.modes = {"heavy-weapons", "firearms"}, e.contexts = {"military"}, e.cameo = "190";
  e.actors = {{"KYO", {"REB", "MIL"}, span("Süd rebels"), "Southern Front", "ABC", ""}};
  e.recipients = {{"KYO", {"GOV"}, span("Kyo"), "", "", ""}};
  e.via = {{"DEF", {}, {}, "Go Between", "", "envoy"}};
  e.status = Status::historical;
  e.attribution = {{{"", {"JRN"}, span("AP"), "Associated Press", "", ""}, span("told")}};
  e.quoted = true, e.date = d.date, e.enddate = d.date + 1;
  e.places = {{span("Kyo"), "Kyo", "KYO", "North", std::pair{1.25, -2.5}, 77, Precision::city}};
  e.sizes = {{Measure::dead, {3, std::nullopt}}}, e.forces = {{{2, 2}, "tank"}};
  e.sentence_span = {0, static_cast<std::uint32_t>(d.text.size())};
  e.trigger = span("attacked"), e.trigger_words = {e.trigger, span("with")};
  e.confidence = 0.1 + 0.2;
  e.evidence = {"events/assault.txt:1 attack", {"actor: subject", "recipient: object"}};
  coded.events = {e};
  coded.provenance = {{{"", {"JRN"}, span("AP"), "Associated Press", "", ""}, span("told")}};
  coded.sentences = 1;
  assign_ids(d, coded.events);
  return coded;
}

}  // namespace masudi::store::testing
