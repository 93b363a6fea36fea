// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/delimited.h"

namespace masudi::format {
namespace {

constexpr std::string_view kMissing = "None";
constexpr std::array<std::string_view, 40> kColumns = {"Event ID",
                                                       "Event Date",
                                                       "Event Type",
                                                       "Event Mode",
                                                       "Intensity",
                                                       "Quad Code",
                                                       "Contexts",
                                                       "Actor Name",
                                                       "Actor Country",
                                                       "Actor COW",
                                                       "Primary Actor Sector",
                                                       "Actor Sectors",
                                                       "Actor Title",
                                                       "Actor Name Raw",
                                                       "Wikipedia Actor ID",
                                                       "Recipient Name",
                                                       "Recipient Country",
                                                       "Recipient COW",
                                                       "Primary Recipient Sector",
                                                       "Recipient Sectors",
                                                       "Recipient Title",
                                                       "Recipient Name Raw",
                                                       "Wikipedia Recipient ID",
                                                       "Placename",
                                                       "City",
                                                       "District",
                                                       "Province",
                                                       "Country",
                                                       "Latitude",
                                                       "Longitude",
                                                       "GeoNames ID",
                                                       "Raw Placename",
                                                       "Feature Type",
                                                       "Source",
                                                       "Publication Date",
                                                       "Story People",
                                                       "Story Organizations",
                                                       "Story Locations",
                                                       "Language",
                                                       "Version"};
constexpr std::array<std::string_view, 4> kQuads = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
                                                    "MATERIAL CONFLICT"};

std::string or_missing(std::string value) { return value.empty() ? std::string(kMissing) : value; }

// One value for each item, missing ones too, so that columns stay side by side.
template <class Item, class Word>
std::string aligned(const std::vector<Item>& items, Word word) {
  std::string out;
  for (const Item& item : items) {
    if (!out.empty()) out += "; ";
    out += or_missing(word(item));
  }
  return or_missing(out);
}

std::string listed(const std::vector<std::string>& words) {
  return aligned(words, [](const std::string& word) { return word; });
}

class PolecatWriter final : public Writer {
 public:
  explicit PolecatWriter(const Countries& countries) : countries_(countries) {}

  void head(std::string& out) const override { Row(out, Row::Kind::tsv).line(kColumns); }

  void write(const Findings& f, std::string& out) const override {
    const Document& d = f.document;
    for (const Event& e : f.events) {
      Row row(out, Row::Kind::tsv);
      row << e.id << or_missing(e.date ? to_string(*e.date) : "") << name(e.type) << listed(e.modes)
          << score(event_scale(e.type)) << kQuads[static_cast<std::size_t>(quad_code(e.type) - 1)]
          << listed(e.contexts);
      parties(row, e.actors, d.text);
      parties(row, e.recipients, d.text);
      places(row, e.places, d.text);
      row << or_missing(d.source) << to_string(d.date) << kMissing << kMissing << kMissing << or_missing(d.language)
          << or_missing(f.coder != nullptr ? f.coder->version : "");
      row.end();
    }
  }

 private:
  void parties(Row& row, const std::vector<Party>& all, std::string_view text) const {
    row << aligned(all, [](const Party& p) { return p.name; }) << aligned(all, [](const Party& p) { return p.code; })
        << aligned(all, [&](const Party& p) { return countries_.of(p.code).cow; })
        << aligned(all, [](const Party& p) { return p.sectors.empty() ? "" : p.sectors.front(); });
    std::vector<std::string> sectors;
    for (const Party& p : all) sectors.insert(sectors.end(), p.sectors.begin(), p.sectors.end());
    row << listed(sectors) << aligned(all, [](const Party& p) { return p.office; })
        << aligned(all, [&](const Party& p) { return std::string(p.span.in(text)); }) << kMissing;
  }

  static void places(Row& row, const std::vector<Place>& all, std::string_view text) {
    constexpr int kPlaceColumns = 10;
    if (all.empty()) {
      for (int i = 0; i < kPlaceColumns; ++i) row << kMissing;
      return;
    }
    const Place& p = all.front();  // the most precise; a row has room for one
    row << or_missing(p.name) << or_missing(city_of(p)) << kMissing << or_missing(p.admin1) << or_missing(p.country)
        << or_missing(p.position ? degrees(p.position->first) : "")
        << or_missing(p.position ? degrees(p.position->second) : "")
        << or_missing(p.geonames_id != 0 ? std::to_string(p.geonames_id) : "")
        << or_missing(std::string(p.span.in(text))) << kMissing;
  }

  const Countries& countries_;
};

}  // namespace

std::unique_ptr<Writer> polecat_writer(const Countries& countries) {
  return std::make_unique<PolecatWriter>(countries);
}

}  // namespace masudi::format
