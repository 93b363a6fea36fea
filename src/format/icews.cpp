// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/delimited.h"
#include "format/goldstein.h"
#include "format/labels.h"

namespace masudi::format {
namespace {

constexpr std::array<std::string_view, 20> kColumns = {
    "Event ID",  "Event Date",  "Source Name",    "Source Sectors", "Source Country", "Event Text",      "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",       "Sentence Number", "Publisher",
    "City",      "District",    "Province",       "Country",        "Latitude",       "Longitude"};

class IcewsWriter final : public Writer {
 public:
  explicit IcewsWriter(const Countries& countries) : countries_(countries) {}

  void head(std::string& out) const override { Row(out, Row::Kind::tsv).line(kColumns); }

  void write(const Findings& f, std::string& out) const override {
    const Document& d = f.document;
    for (const Event& e : f.events) {
      Row row(out, Row::Kind::tsv);
      row << decimal_id(e) << (e.date ? to_string(*e.date) : "");
      party(row, e.actors, d.text);
      const auto scored = goldstein(e.cameo);
      row << event_text(e) << e.cameo << (scored ? score(*scored) : "");
      party(row, e.recipients, d.text);
      row << d.id << std::to_string(e.sentence + 1) << d.source;
      e.places.empty() ? place(row, Place{}) : place(row, e.places.front());
      row.end();
    }
  }

 private:
  static std::string event_text(const Event& e) {
    std::string out = capitalised(name(e.type));
    const std::string modes = join(e.modes, ", ", [](const std::string& mode) { return mode; });
    return modes.empty() ? out : out + " (" + modes + ")";
  }

  void party(Row& row, const std::vector<Party>& all, std::string_view text) const {
    const Party none;
    const Party& p = all.empty() ? none : all.front();
    row << name_of(p, text) << join(p.sectors, ", ", [](const std::string& sector) { return sector; })
        << countries_.of(p.code).name;
  }

  void place(Row& row, const Place& p) const {
    row << city_of(p) << "" << p.admin1 << countries_.of(p.country).name
        << (p.position ? degrees(p.position->first) : "") << (p.position ? degrees(p.position->second) : "");
  }

  const Countries& countries_;
};

}  // namespace

std::unique_ptr<Writer> icews_writer(const Countries& countries) { return std::make_unique<IcewsWriter>(countries); }

}  // namespace masudi::format
