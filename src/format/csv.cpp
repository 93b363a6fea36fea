// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/utf8.h"
#include "format/delimited.h"
#include "format/labels.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

constexpr std::string_view kBetween = "; ";
constexpr std::string_view kHeader =
    "id,doc_id,date,enddate,event,mode,context,cameo,quad_code,event_scale,"
    "actor,actor_sector,actor_text,actor_name,actor_sponsor,"
    "recipient,recipient_sector,recipient_text,recipient_name,recipient_sponsor,"
    "via,via_sector,via_text,via_name,via_sponsor,"
    "status,attribution,quoted,place,country,admin1,lat,lon,geonames_id,precision,"
    "event_text,quantities,sequence,start,end,confidence,entry";

std::string same(const std::string& word) { return word; }

void parties(Row& row, const std::vector<Party>& all, std::string_view text) {
  row << join(all, kBetween, [](const Party& p) { return p.code; })
      << join(all, kBetween, [](const Party& p) { return join(p.sectors, " ", same); })
      << join(all, kBetween, [&](const Party& p) { return std::string(p.span.in(text)); })
      << join(all, kBetween, [](const Party& p) { return p.name; })
      << join(all, kBetween, [](const Party& p) { return p.sponsor; });
}

// The most precise place alone: a row has room for one.
void place(Row& row, const Event& event) {
  if (event.places.empty()) {
    row << ""
        << ""
        << ""
        << ""
        << ""
        << ""
        << "";
    return;
  }
  const Place& p = event.places.front();
  row << p.name << p.country << p.admin1 << (p.position ? fmt::format("{:.4f}", p.position->first) : "")
      << (p.position ? fmt::format("{:.4f}", p.position->second) : "")
      << (p.geonames_id != 0 ? std::to_string(p.geonames_id) : "") << name(p.precision);
}

std::string trigger_words(const Event& event, std::string_view text) {
  if (event.trigger_words.empty()) return std::string(event.trigger.in(text));
  return join(event.trigger_words, " ", [&](Span word) { return std::string(word.in(text)); });
}

class DelimitedWriter final : public Writer {
 public:
  explicit DelimitedWriter(Row::Kind kind) : kind_(kind) {}

  void head(std::string& out) const override {
    Row row(out, kind_);
    for (std::string_view rest = kHeader; !rest.empty();) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      row << rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    row.end();
  }

  void write(const Findings& findings, std::string& out) const override {
    if (findings.events.empty()) return;
    const std::string_view text = findings.document.text;
    const utf8::CodePointIndex index(text);
    for (const Event& event : findings.events) {
      Row row(out, kind_);
      row << event.id << findings.document.id << (event.date ? to_string(*event.date) : "")
          << (event.enddate ? to_string(*event.enddate) : "") << name(event.type) << join(event.modes, kBetween, same)
          << join(event.contexts, kBetween, same) << event.cameo << std::to_string(quad_code(event.type))
          << fmt::format("{}", event_scale(event.type));
      parties(row, event.actors, text);
      parties(row, event.recipients, text);
      parties(row, event.via, text);
      row << name(event.status) << join(event.attribution, kBetween, [&](const Voice& v) { return who(v.party, text); })
          << (event.quoted ? "true" : "false");
      place(row, event);
      row << trigger_words(event, text) << quantities(event) << std::to_string(event.sentence)
          << std::to_string(index.code_points_before(event.trigger.begin))
          << std::to_string(index.code_points_before(event.trigger.end)) << fmt::format("{:.3f}", event.confidence)
          << event.evidence.entry;
      row.end();
    }
  }

 private:
  Row::Kind kind_;
};

}  // namespace

std::unique_ptr<Writer> csv_writer() { return std::make_unique<DelimitedWriter>(Row::Kind::csv); }
std::unique_ptr<Writer> tsv_writer() { return std::make_unique<DelimitedWriter>(Row::Kind::tsv); }

}  // namespace masudi::format
