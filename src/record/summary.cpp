// SPDX-License-Identifier: Apache-2.0
#include "record/summary.h"

#include <algorithm>
#include <set>

#include "record/facts.h"
#include "record/origins.h"
#include "record/stances.h"

namespace masudi::record {
namespace {

bool affirms(const Said& said) { return said.stance != Stance::denies && said.stance != Stance::withdraws; }

// The origins are of those who say that it happened; of a report that was taken back if there is no other.
std::vector<std::uint32_t> telling_mentions(const std::vector<Said>& said) {
  std::vector<std::uint32_t> out;
  for (const Said& one : said) {
    if (affirms(one)) out.push_back(one.mention);
  }
  return out;
}

bool any(const std::vector<VoiceStance>& stances, Stance wanted) {
  return std::any_of(stances.begin(), stances.end(), [&](const VoiceStance& s) { return s.stance == wanted; });
}

// Whether some origin is more than the word of the party that claims the deed.
bool is_more_than_claim(const Incident& incident) {
  return std::any_of(incident.origins.begin(), incident.origins.end(), [&](const Origin& origin) {
    return std::none_of(incident.stances.begin(), incident.stances.end(), [&](const VoiceStance& s) {
      return s.stance == Stance::claims && origin.name.starts_with(s.who);
    });
  });
}

Verdict verdict(const Book& book, const std::vector<Said>& said, const Incident& incident) {
  if (is_withdrawn(book, said)) return Verdict::withdrawn;
  const bool all_announce =
      std::all_of(said.begin(), said.end(), [](const Said& s) { return !affirms(s) || s.stance == Stance::announces; });
  if (all_announce && any(incident.stances, Stance::announces)) return Verdict::announced;
  const auto& origins = incident.origins;
  const bool only_circles =
      std::all_of(origins.begin(), origins.end(), [](const Origin& o) { return o.kind == OriginKind::circle; });
  if (!origins.empty() && only_circles) return Verdict::circular;
  if (any(incident.stances, Stance::denies)) return Verdict::disputed;
  return origins.size() > 1 && is_more_than_claim(incident) ? Verdict::corroborated : Verdict::single_source;
}

std::string counted(std::size_t count, const char* thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

std::string names(const std::vector<VoiceStance>& stances, Stance wanted) {
  std::string out;
  for (const VoiceStance& s : stances) {
    if (s.stance == wanted) out += (out.empty() ? "" : ", ") + s.who;
  }
  return out;
}

// "14 reports, 2 origins: Reuters (13 reports), police (KEN) (1 report); denied by the army".
std::string reasoning(const Incident& incident) {
  std::string out =
      counted(incident.reports.size(), "report") + ", " + counted(incident.origins.size(), "independent origin");
  for (std::size_t i = 0; i < incident.origins.size(); ++i) {
    const Origin& origin = incident.origins[i];
    out += (i == 0 ? ": " : ", ") + origin.name + " (" + counted(origin.reports.size(), "report");
    out += origin.kind == OriginKind::circle          ? ", citing each other)"
           : origin.kind == OriginKind::unnamed_voice ? ", unnamed)"
                                                      : ")";
  }
  for (const auto& [stance, words] :
       {std::pair(Stance::claims, "; claimed by "), std::pair(Stance::denies, "; denied by "),
        std::pair(Stance::withdraws, "; withdrawn by ")}) {
    if (const std::string who = names(incident.stances, stance); !who.empty()) out += words + who;
  }
  return out;
}

void put_reports(const Book& book, const Group& group, Incident& out) {
  for (const std::uint32_t mention : group.members) {
    const Digest& report = book.report_of(mention);
    out.mentions.push_back({report.id, book.mention(mention).event});
    if (out.reports.empty() || out.reports.back() != report.id) out.reports.push_back(report.id);
  }
  out.first_report = out.reports.front();
  out.first_published = book.report_of(group.members.front()).published;
  out.last_published = book.report_of(group.members.back()).published;
}

}  // namespace

Incident summarise_incident(const Book& book, const Group& group) {
  Incident out;
  out.id = group.id;
  put_reports(book, group, out);
  const std::vector<Said> said = what_is_said(book, group.members);
  put_facts(book, said, out);
  out.stances = stances_of(book, said);
  Grounds grounds = trace(book, telling_mentions(said));
  out.origins = std::move(grounds.origins);
  out.citations = std::move(grounds.citations);
  out.verdict = verdict(book, said, out);
  out.reasoning = reasoning(out);
  return out;
}

Story summarise_story(const Book& book, const Group& group) {
  Story out;
  out.id = group.id;
  std::set<std::string> agencies;
  for (const std::uint32_t report : group.members) {
    out.reports.push_back(book.reports[report].id);
    agencies.insert(book.reports[report].agencies.begin(), book.reports[report].agencies.end());
  }
  out.agencies.assign(agencies.begin(), agencies.end());
  return out;
}

}  // namespace masudi::record
