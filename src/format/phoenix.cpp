// SPDX-License-Identifier: Apache-2.0
#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/delimited.h"
#include "format/goldstein.h"
#include "format/labels.h"

namespace masudi::format {
namespace {

class PhoenixWriter final : public Writer {
 public:
  explicit PhoenixWriter(const Countries& countries) : countries_(countries) {}

  // id_version, date, year, month, day, source ×4, target ×4, code, root_code, quad_class, goldstein, issues, lat, lon,
  // placeName, stateName, countryName, ids, urls, sources.
  void write(const Findings& f, std::string& out) const override {
    const Document& d = f.document;
    for (const Event& e : f.events) {
      Row row(out, Row::Kind::tsv);
      row << e.id + (f.coder != nullptr ? "_" + f.coder->version : "");
      day(row, e);
      party(row, e.actors);
      party(row, e.recipients);
      const auto scored = goldstein(e.cameo);
      row << e.cameo << e.cameo.substr(0, 2) << std::to_string(quad_code(e.type)) << (scored ? score(*scored) : "")
          << join(e.contexts, ";", [](const std::string& context) { return context; });
      e.places.empty() ? place(row, Place{}) : place(row, e.places.front());
      row << d.id << d.url << d.source;
      row.end();
    }
  }

 private:
  static void day(Row& row, const Event& e) {
    if (!e.date) {
      for (int i = 0; i < 4; ++i) row << "";
      return;
    }
    const std::string date = compact(*e.date);
    row << date << date.substr(0, 4) << date.substr(4, 2) << date.substr(6, 2);
  }

  // The whole code, then its parts: root (country), agent (first role), others.
  void party(Row& row, const std::vector<Party>& all) const {
    const Party none;
    const Party& p = all.empty() ? none : all.front();
    const std::string root = countries_.of(p.code).cameo.empty() ? p.code : countries_.of(p.code).cameo;
    std::vector<std::string> roles;
    for (const std::string& sector : p.sectors) {
      if (!cameo_role(sector).empty()) roles.emplace_back(cameo_role(sector));
    }
    std::string whole = root, others;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      whole += roles[i];
      if (i > 0) others += (others.empty() ? "" : ";") + roles[i];
    }
    row << whole << root << (roles.empty() ? "" : roles.front()) << others;
  }

  void place(Row& row, const Place& p) const {
    row << (p.position ? degrees(p.position->first) : "") << (p.position ? degrees(p.position->second) : "")
        << city_of(p) << p.admin1 << countries_.of(p.country).name;
  }

  const Countries& countries_;
};

}  // namespace

std::unique_ptr<Writer> phoenix_writer(const Countries& countries) {
  return std::make_unique<PhoenixWriter>(countries);
}

}  // namespace masudi::format
