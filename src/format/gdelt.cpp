// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "format/dataset_fields.h"
#include "format/datasets.h"
#include "format/delimited.h"
#include "format/goldstein.h"

namespace masudi::format {
namespace {

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// A moment of the day of publication: GDELT has no coarser time here.
std::string midnight(Date date) { return compact(date) + "000000"; }

struct CameoActor {
  std::string country, group;
  std::vector<std::string> types;
};

CameoActor cameo_actor(const Party& party, const Countries& countries) {
  CameoActor out;
  out.country = countries.of(party.code).cameo;
  if (party.code == "UNO") out.group = "UNO", out.types.push_back("IGO");
  if (party.code == "EUR") out.group = "EEC", out.types.push_back("IGO");
  for (const std::string_view kind : {"IGO", "NGO", "IMG", "MNC"}) {
    if (party.code == kind) out.types.emplace_back(kind);
  }
  for (const std::string& sector : party.sectors) {
    const std::string_view role = cameo_role(sector);
    if (!role.empty()) out.types.emplace_back(role);
  }
  return out;
}

class GdeltWriter final : public Writer {
 public:
  explicit GdeltWriter(const Countries& countries) : countries_(countries) {}

  void write(const Findings& f, std::string& out) const override {
    for (const Event& e : f.events) {
      Row row(out, Row::Kind::tsv);
      row << decimal_id(e);
      days(row, e);
      actor(row, e.actors, f.document.text);
      actor(row, e.recipients, f.document.text);
      const auto scored = goldstein(e.cameo);
      row << (in_lead(e, f.document.text) ? "1" : "0") << e.cameo << e.cameo.substr(0, 3) << e.cameo.substr(0, 2)
          << std::to_string(quad_code(e.type)) << (scored ? score(*scored) : "") << std::to_string(f.backing.mentions)
          << std::to_string(f.backing.outlets) << std::to_string(f.backing.reports)
          << "";                     // AvgTone: masudi measures no tone
      no_place(row), no_place(row);  // of the actors: not known, which is not where it happened
      e.places.empty() ? no_place(row) : place(row, e.places.front());
      row << midnight(f.document.date) << f.document.url;
      row.end();
    }
  }

 private:
  static void days(Row& row, const Event& e) {
    if (!e.date) {
      for (int i = 0; i < 4; ++i) row << "";
      return;
    }
    const YearMonthDay day = split(*e.date);
    constexpr double kDaysInMonth = 30, kDaysInYear = 365;  // as GDELT counts
    const double fraction = day.year + (day.month * kDaysInMonth + day.day) / kDaysInYear;
    row << compact(*e.date) << compact(*e.date).substr(0, 6) << std::to_string(day.year) << degrees(fraction);
  }

  // Code, Name, CountryCode, KnownGroupCode, EthnicCode, Religion1Code, Religion2Code, Type1Code, Type2Code, Type3Code.
  void actor(Row& row, const std::vector<Party>& parties, std::string_view text) const {
    const Party none;
    const Party& party = parties.empty() ? none : parties.front();
    const CameoActor a = cameo_actor(party, countries_);
    std::string code = a.country + a.group;
    for (const std::string& type : a.types) code += type;
    std::string name = name_of(party, text);
    if (name.empty()) name = countries_.of(party.code).name;
    row << code << upper(std::move(name)) << a.country << a.group << ""
        << ""
        << "";
    constexpr std::size_t kTypes = 3;
    for (std::size_t i = 0; i < kTypes; ++i) row << (i < a.types.size() ? a.types[i] : "");
  }

  // Type, FullName, CountryCode, ADM1Code, ADM2Code, Lat, Long, FeatureID.
  void place(Row& row, const Place& p) const {
    const bool is_usa = p.country == "USA";
    std::string_view type = is_usa ? "3" : "4";  // a city
    if (p.precision == Precision::admin1) type = is_usa ? "2" : "5";
    if (p.precision == Precision::country) type = "1";
    const CountryCodes& codes = countries_.of(p.country);
    std::string name = p.name;
    if (!p.admin1.empty() && p.admin1 != p.name) name += ", " + p.admin1;
    if (!codes.name.empty() && codes.name != p.name) name += ", " + codes.name;
    row << type << name << codes.fips << ""
        << "" << (p.position ? degrees(p.position->first) : "") << (p.position ? degrees(p.position->second) : "")
        << (p.precision == Precision::country ? codes.fips : "");
  }
  static void no_place(Row& row) {
    row << "0";
    for (int i = 0; i < 7; ++i) row << "";
  }

  const Countries& countries_;
};

class MentionsWriter final : public Writer {
 public:
  void write(const Findings& f, std::string& out) const override {
    const utf8::CodePointIndex index(f.document.text);
    const auto offset = [&](Span span) {
      return span.empty() ? std::string("-1") : std::to_string(index.code_points_before(span.begin));
    };
    const auto first = [](const std::vector<Party>& parties) {
      return parties.empty() ? Span{} : parties.front().span;
    };
    for (const Event& e : f.events) {
      Row row(out, Row::Kind::tsv);
      const Document& d = f.document;
      row << decimal_id(e) << midnight(d.date) << midnight(d.date) << (d.url.empty() ? "2" : "1") << d.source
          << (d.url.empty() ? d.id : d.url) << std::to_string(e.sentence + 1) << offset(first(e.actors))
          << offset(first(e.recipients)) << offset(e.trigger) << "1" << fmt::format("{:.0f}", e.confidence * 100)
          << std::to_string(index.code_points_before(static_cast<std::uint32_t>(d.text.size()))) << ""
          << ""
          << "";
      row.end();
    }
  }
};

}  // namespace

std::unique_ptr<Writer> gdelt_writer(const Countries& countries) { return std::make_unique<GdeltWriter>(countries); }
std::unique_ptr<Writer> gdelt_mentions_writer() { return std::make_unique<MentionsWriter>(); }

}  // namespace masudi::format
