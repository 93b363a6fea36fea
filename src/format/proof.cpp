// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "format/event_block.h"
#include "format/terminal.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

class ProofWriter final : public Writer {
 public:
  explicit ProofWriter(Style style) : style_(style), block_(style) {}

  void write(const Findings& f, std::string& out) const override {
    const Document& d = f.document;
    out += paint(printable(d.title.empty() ? d.id : d.title), Tone::strong, style_) + " · " + to_string(d.date);
    for (const std::string* part : {&d.source, &d.url}) {
      if (!part->empty()) out += " · " + printable(*part);
    }
    out += '\n';
    for (const Event& event : f.events) {
      out += fmt::format("\n   “{}”\n", printable(event.sentence_span.in(d.text)));
      block_.event(event, d.text, out);
      block_.field("id", event.id, out);
    }
    out += '\n';
  }

 private:
  Style style_;
  EventBlock block_;
};

}  // namespace

std::unique_ptr<Writer> proof_writer(Style style) { return std::make_unique<ProofWriter>(style); }

}  // namespace masudi::format
