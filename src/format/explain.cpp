// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "format/event_block.h"
#include "format/terminal.h"
#include "format/tree_drawing.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

constexpr std::string_view kIndent = EventBlock::kIndent;

class ExplainWriter final : public Writer {
 public:
  explicit ExplainWriter(Style style) : style_(style), block_(style) {}

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
        block_.event(f.events[event], f.document.text, out);
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
  void explain(const NearMiss& miss, std::string_view text, std::string& out) const {
    out += fmt::format("{}{}  “{}”: {}\n", kIndent, paint("no event", Tone::faint, style_),
                       printable(miss.trigger.in(text)), printable(miss.reason));
    block_.field("because", miss.entry, out);
  }

  Style style_;
  EventBlock block_;
};

}  // namespace

std::unique_ptr<Writer> explain_writer(Style style) { return std::make_unique<ExplainWriter>(style); }

}  // namespace masudi::format
