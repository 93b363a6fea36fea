// SPDX-License-Identifier: Apache-2.0
#include <mutex>
#include <set>

#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/labels.h"
#include "format/xml.h"

namespace masudi::format {
namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="code" for="node" attr.name="code" attr.type="string"/>
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="event" for="edge" attr.name="event" attr.type="string"/>
<key id="date" for="edge" attr.name="date" attr.type="string"/>
<key id="status" for="edge" attr.name="status" attr.type="string"/>
<key id="scale" for="edge" attr.name="scale" attr.type="double"/>
<key id="confidence" for="edge" attr.name="confidence" attr.type="double"/>
<key id="doc_id" for="edge" attr.name="doc_id" attr.type="string"/>
<graph id="events" edgedefault="directed">
)";

void data(std::string_view key, std::string_view value, std::string& out) {
  if (!value.empty()) out += fmt::format("<data key=\"{}\">{}</data>", key, xml_escaped(value));
}

class GraphMlWriter final : public Writer {
 public:
  void head(std::string& out) const override { out += kHead; }
  void tail(const Totals&, std::string& out) const override { out += "</graph>\n</graphml>\n"; }

  void write(const Findings& f, std::string& out) const override {
    for (const Event& e : f.events) {
      for (const Party& actor : e.actors) {
        const std::string from = node(actor, f.document.text, out);
        for (const Party& recipient : e.recipients) {
          edge(e, from, node(recipient, f.document.text, out), f.document, out);
        }
      }
    }
  }

 private:
  // Named parties and unnamed ones of a code and sector are one node each.
  std::string node(const Party& party, std::string_view text, std::string& out) const {
    std::string code = party.code;
    if (!party.sectors.empty()) code += (code.empty() ? "" : " ") + party.sectors.front();
    const std::string name = party.name.empty() && code.empty() ? name_of(party, text) : party.name;
    const std::string id = xml_escaped(name.empty() ? code : name);
    const std::lock_guard lock(mutex_);
    if (!written_.insert(id).second) return id;
    out += fmt::format("<node id=\"{}\">", id);
    data("code", code, out), data("name", name, out);
    out += "</node>\n";
    return id;
  }

  static void edge(const Event& e, const std::string& from, const std::string& to, const Document& d,
                   std::string& out) {
    out += fmt::format("<edge source=\"{}\" target=\"{}\">", from, to);
    data("event", name(e.type), out);
    if (e.date) data("date", to_string(*e.date), out);
    data("status", name(e.status), out);
    data("scale", score(event_scale(e.type)), out);
    data("confidence", fmt::format("{:.3f}", e.confidence), out);
    data("doc_id", d.id, out);
    out += "</edge>\n";
  }

  // A node may stand in the file once: what was written is remembered, for one output a writer.
  mutable std::mutex mutex_;
  mutable std::set<std::string> written_;
};

}  // namespace

std::unique_ptr<Writer> graphml_writer() { return std::make_unique<GraphMlWriter>(); }

}  // namespace masudi::format
