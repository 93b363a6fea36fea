// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "knowledge/sources/dictionary_lines.h"
#include "knowledge/sources/fields.h"

namespace masudi::knowledge {
namespace {

// "YYMMDD" (of 1930 to 2029) or "YYYYMMDD".
std::optional<std::int32_t> dictionary_day(std::string_view text) {
  if (text.size() != 6 && text.size() != 8) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  int year = number / 10000;
  if (text.size() == 6) year += year < 30 ? 2000 : 1900;
  const auto date = make_date(year, number / 100 % 100, number % 100);
  if (!date) return std::nullopt;
  return date->days;
}

// Nothing, ">DAY", "<DAY", "DAY-DAY" or "DAY".
std::optional<Days> dictionary_range(std::string_view text) {
  if (text.empty()) return Days{kLongAgo, kFarAhead};
  const char sign = text.front();
  const auto dash = text.find('-');
  const auto first = dictionary_day(trim(text.substr(sign == '<' || sign == '>' ? 1 : 0, dash)));
  const auto last = dash == std::string_view::npos ? first : dictionary_day(trim(text.substr(dash + 1)));
  if (!first || !last || *first > *last) return std::nullopt;
  if (sign == '<') return Days{kLongAgo, *first};
  if (sign == '>') return Days{*first, kFarAhead};
  return Days{*first, *last};
}

struct Coding {
  CameoActor who;
  Days days;
};

// One actor: its names and codes, over several lines.
class ActorReader {
 public:
  ActorReader(Builder& builder, std::size_t& left_out) : b_(builder), left_out_(left_out) {}

  void line(const DictionaryLine& line) {
    const bool code_line = line.text.starts_with('[');
    if (code_line && names_.empty()) return b_.complain(line.at, "a code without a name above it");
    if (!code_line && !line.text.starts_with('+')) finish(line.at);
    if (!code_line) add_name(line);
    std::string_view rest = line.text;
    while (const auto code = take_bracket(rest)) add_code(line.at, *code);
  }

  void finish(const Line&) {
    if (!names_.empty() && !codes_.empty()) add();
    if (!names_.empty() && codes_.empty() && !any_code_) b_.complain(head_, "no code for '" + names_.front() + "'");
    names_.clear(), codes_.clear(), any_code_ = false;
  }

 private:
  void add_name(const DictionaryLine& line) {
    const auto name = trim(line.text.substr(line.text.starts_with('+') ? 1 : 0, line.text.find('[')));
    const std::string spoken = spoken_name(name.substr(0, name.find('[')));
    if (names_.empty()) head_ = line.at;
    if (spoken.empty()) return b_.complain(line.at, "a name is missing");
    names_.push_back(spoken);
  }

  void add_code(const Line& at, std::string_view text) {
    any_code_ = true;
    const auto blank = text.find_first_of(" \t<>");
    const auto code = text.substr(0, blank);
    if (code.starts_with("---")) return;
    const auto who = cameo_actor(code, b_);
    if (!who.known) return b_.complain(at, "no such code: '" + std::string(code) + "'");
    const auto days = dictionary_range(blank == std::string_view::npos ? "" : trim(text.substr(blank)));
    if (!days)
      return b_.complain(at, "no such days: '" + std::string(text) + "' (write >YYMMDD, <YYMMDD or YYMMDD-YYMMDD)");
    if (who.region) {
      ++left_out_;
      return;
    }
    codes_.push_back({who, *days});
  }

  // A country's name stays the country's: adjectives, governments and places go on working.
  bool add_to_country() {
    if (codes_.size() != 1 || !codes_[0].who.sectors.empty() || codes_[0].days.from != kLongAgo) return false;
    for (std::uint32_t id = 0; id < b_.countries.size(); ++id) {
      if (b_.text(b_.countries[id].code) != codes_[0].who.code) continue;
      for (const auto& name : names_) {
        if (!b_.names_country(name, codes_[0].who.code)) b_.add_name(name, NameKind::country, id);
      }
      return true;
    }
    return false;
  }

  void add() {
    if (add_to_country()) return;
    const auto id = static_cast<std::uint32_t>(b_.entities.size());
    EntityRecord entity{b_.keep(names_.front()),
                        {},
                        {},
                        {},
                        EntityKind::organisation,
                        0,
                        kLongAgo,
                        kFarAhead,
                        {static_cast<std::uint32_t>(b_.facts.size()), 0},
                        {}};
    for (const Coding& coding : codes_) {
      const StringRef code = b_.keep(coding.who.code), sectors = b_.keep(coding.who.sectors);
      if (coding.days.from == kLongAgo && coding.days.to == kFarAhead) {
        if (entity.code.size == 0) entity.code = code, entity.sectors = sectors;
        continue;
      }
      b_.facts.push_back({FactKind::code, code, {}, {}, coding.days.from, coding.days.to});
      b_.facts.push_back({FactKind::sector, {}, sectors, {}, coding.days.from, coding.days.to});
      entity.facts.count += 2;
    }
    b_.came_from(NameKind::entity, id, head_);
    b_.entities.push_back(entity);
    for (const auto& name : names_) b_.add_name(name, NameKind::entity, id);
  }

  Builder& b_;
  std::size_t& left_out_;
  Line head_;
  std::vector<std::string> names_;
  std::vector<Coding> codes_;
  bool any_code_ = false;
};

}  // namespace

void read_dictionary_actors(const std::string& file, std::string_view text, Builder& builder, std::size_t& left_out) {
  ActorReader reader(builder, left_out);
  each_line(file, text, [&](const DictionaryLine& line) { reader.line(line); });
  reader.finish({});
}

}  // namespace masudi::knowledge
