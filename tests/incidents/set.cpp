// SPDX-License-Identifier: Apache-2.0
#include "set.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

namespace masudi::incidents {
namespace {

std::string trim(const std::string& text) {
  const auto first = text.find_first_not_of(" \n");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

std::vector<std::string> split(const std::string& text, char separator, std::size_t most) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; parts.size() + 1 < most && std::getline(in, part, separator);) parts.push_back(trim(part));
  if (std::string rest; std::getline(in, rest)) parts.push_back(trim(rest));
  return parts;
}

// "report a, Reuters, 2024-03-12, by Staff".
Result<Document> read_head(const std::string& line) {
  const auto parts = split(line.substr(7), ',', 4);
  const auto date = parts.size() < 3 ? std::nullopt : parse_date(parts[2]);
  if (!date) return fail("a report begins with \"report ID, OUTLET, YYYY-MM-DD\"");
  Document out;
  out.id = parts[0], out.source = parts[1], out.date = *date;
  if (parts.size() > 3) out.authors = {parts[3].starts_with("by ") ? parts[3].substr(3) : parts[3]};
  return out;
}

// `a "shelled"; b "was hit"`.
std::optional<std::vector<WantedMention>> read_mentions(const std::string& list) {
  std::vector<WantedMention> out;
  for (const std::string& part : split(list, ';', 100)) {
    const auto open = part.find('"');
    const auto close = part.rfind('"');
    if (open == std::string::npos || close == open) return std::nullopt;
    out.push_back({trim(part.substr(0, open)), part.substr(open + 1, close - open - 1)});
  }
  return out;
}

// `ASSAULT, 2 origins: …`.
Result<WantedIncident> read_incident(const std::string& line, int number) {
  const auto comma = line.find(',');
  const auto colon = line.find(':');
  if (comma == std::string::npos || colon == std::string::npos || colon < comma)
    return fail("an incident is \"TYPE, N origins: MENTIONS\"");
  const auto type = event_type_named(line.substr(0, comma));
  auto mentions = read_mentions(line.substr(colon + 1));
  if (!type || !mentions) return fail("an unknown type, or a mention without words in quotation marks");
  return WantedIncident{
      *type, static_cast<std::size_t>(std::atoi(line.c_str() + comma + 1)), std::move(*mentions), {}, number};
}

class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  Result<std::vector<Set>> read(std::istream& in) {
    std::string line;
    while (std::getline(in, line)) {
      ++number_;
      if (line.starts_with("# ")) continue;
      if (auto wrong = take(line)) return fail(fmt::format("{}:{}: {}", path_, number_, *wrong));
    }
    for (Set& set : sets_) {
      for (Document& report : set.reports) report.text = trim(report.text);
    }
    return std::move(sets_);
  }

 private:
  // What is wrong with the line, if anything.
  std::optional<std::string> take(const std::string& line) {
    if (line.starts_with("== ")) {
      sets_.push_back({line.substr(3), number_, {}, {}});
      expects_ = false;
    } else if (sets_.empty()) {
      if (!line.empty()) return "a set begins with \"== NAME\"";
    } else if (line == "--") {
      expects_ = true;
    } else if (!expects_ && line.starts_with("report ")) {
      auto report = read_head(line);
      if (!report) return report.error().message;
      sets_.back().reports.push_back(std::move(*report));
    } else if (!expects_) {
      if (!sets_.back().reports.empty()) sets_.back().reports.back().text += line + '\n';
    } else if (!line.empty()) {
      return take_expectation(line);
    }
    return std::nullopt;
  }

  std::optional<std::string> take_expectation(const std::string& line) {
    auto& incidents = sets_.back().incidents;
    if (line.starts_with("  ")) {
      if (incidents.empty()) return "a fact stands below an incident";
      const auto words = split(trim(line), ' ', 2);
      incidents.back().facts.push_back({words[0], words.size() > 1 ? words[1] : ""});
      return std::nullopt;
    }
    auto incident = read_incident(line, number_);
    if (!incident) return incident.error().message;
    incidents.push_back(std::move(*incident));
    return std::nullopt;
  }

  std::string path_;
  std::vector<Set> sets_;
  int number_ = 0;
  bool expects_ = false;
};

}  // namespace

Result<std::vector<Set>> read_sets(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail(path + ": cannot be read");
  return Reader(path).read(in);
}

}  // namespace masudi::incidents
