// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "format/context.h"
#include "format/labels.h"
#include "format/terminal.h"
#include "format/tree_drawing.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

constexpr std::string_view kIndent = "   ";
constexpr int kNameWidth = 14;

class ExplainWriter final : public Writer {
 public:
  explicit ExplainWriter(Style style) : style_(style) {}

  void write(const Findings& f, std::string& out) const override {
    out += paint(printable(f.document.id), Tone::strong, style_) + " · " + to_string(f.document.date) + "\n\n";
    std::size_t event = 0;
    std::size_t miss = 0;
    for (std::uint32_t n = 0; n < f.analysis.sentences.size(); ++n) {
      const Sentence& sentence = f.analysis.sentences[n];
      out +=
          paint(fmt::format("{}. {}", n, printable(sentence.span.in(f.document.text))), Tone::strong, style_) + "\n\n";
      draw_tree(f.analysis, sentence, f.document.text, kIndent, style_, out);
      out += '\n';
      bool said = false;
      for (; event < f.events.size() && f.events[event].sentence <= n; ++event, said = true) {
        explain(f.events[event], f.document.text, out);
      }
      for (; miss < f.near_misses.size() && f.near_misses[miss].sentence <= n; ++miss, said = true) {
        explain(f.near_misses[miss], f.document.text, out);
      }
      if (!said) {
        out += std::string(kIndent) + paint("no event", Tone::faint, style_) +
               "  no word here is a trigger in the lexicon\n";
      }
      out += '\n';
    }
  }

 private:
  void field(std::string_view name, std::string_view value, std::string& out) const {
    if (value.empty()) return;
    out += std::string(kIndent) + "  " + paint(fit(name, kNameWidth), Tone::faint, style_) + printable(value) + '\n';
  }

  void parties(std::string_view name, const std::vector<Party>& all, std::string_view text, std::string& out) const {
    for (const Party& party : all) {
      std::string line = label(party, text);
      const std::string words(party.span.in(text));
      if (!party.name.empty() && !words.empty() && words != party.name) line += fmt::format(" “{}”", words);
      if (!party.office.empty()) line += ", " + party.office;
      field(name, line, out);
    }
  }

  void explain(const Event& event, std::string_view text, std::string& out) const {
    out +=
        fmt::format("{}{}  {}  {}\n", kIndent, paint(type_and_modes(event), tone_of(event), style_), name(event.status),
                    paint(fmt::format("confidence {:.2f}", event.confidence), Tone::faint, style_));
    field("trigger", event.trigger.in(text), out);
    parties("actor", event.actors, text, out);
    parties("recipient", event.recipients, text, out);
    parties("via", event.via, text, out);
    field("when", days(event), out);
    for (const Place& place : event.places) {
      field("where", place.country.empty() ? place.name : fmt::format("{} ({})", place.name, place.country), out);
    }
    field("how many", quantities(event), out);
    for (const Voice& voice : event.attribution) {
      const std::string_view cue = voice.cue.in(text);
      field("according to",
            cue.empty() ? label(voice.party, text) : fmt::format("{}: “{}”", label(voice.party, text), cue), out);
    }
    field("because", event.evidence.entry, out);
    for (const std::string& path : event.evidence.paths) field("", path, out);
  }

  void explain(const NearMiss& miss, std::string_view text, std::string& out) const {
    out += fmt::format("{}{}  “{}”: {}\n", kIndent, paint("no event", Tone::faint, style_),
                       printable(miss.trigger.in(text)), printable(miss.reason));
    field("because", miss.entry, out);
  }

  Style style_;
};

}  // namespace

std::unique_ptr<Writer> explain_writer(Style style) { return std::make_unique<ExplainWriter>(style); }

}  // namespace masudi::format
