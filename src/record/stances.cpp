// SPDX-License-Identifier: Apache-2.0
#include "record/stances.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/outlets.h"
#include "record/tellers.h"

namespace masudi::record {
namespace {

bool claims(const Mention& mention) {
  if (mention.voices.empty()) return false;
  const Who& teller = mention.voices.back().who;
  return std::any_of(mention.actors.begin(), mention.actors.end(),
                     [&](const Who& actor) { return same_party(actor, teller); });
}

std::string own_word(const Digest& report) {
  if (!report.agencies.empty()) return report.agencies.front();
  return report.outlet.empty() ? report.id : report.outlet;
}

Said said_by(const Book& book, std::uint32_t number) {
  const Mention& mention = book.mention(number);
  const Digest& report = book.report_of(number);
  Said out{number, Stance::reports, mention.voices.empty() ? own_word(report) : display(mention.voices.back().who)};
  if (mention.retracted) {
    out.stance = Stance::withdraws, out.by = own_word(report);
  } else if (mention.status == Status::negated || !mention.denied_by.empty()) {
    out.stance = Stance::denies;
    if (!mention.denied_by.empty()) out.by = mention.denied_by;
  } else if (mention.status == Status::future || mention.status == Status::hypothetical) {
    out.stance = Stance::announces;
  } else if (claims(mention)) {
    out.stance = Stance::claims;
  }
  return out;
}

}  // namespace

std::vector<Said> what_is_said(const Book& book, std::span<const std::uint32_t> mentions) {
  std::vector<Said> out;
  for (const std::uint32_t mention : mentions) out.push_back(said_by(book, mention));
  return out;
}

std::vector<VoiceStance> stances_of(const Book& book, const std::vector<Said>& said) {
  std::map<std::pair<std::string, Stance>, std::set<std::string>> reports;
  for (const Said& one : said) reports[{one.by, one.stance}].insert(book.report_of(one.mention).id);
  std::vector<VoiceStance> out;
  for (const auto& [key, ids] : reports) out.push_back({key.first, key.second, {ids.begin(), ids.end()}});
  return out;
}

bool is_withdrawn(const Book& book, const std::vector<Said>& said) {
  std::set<std::string> withdrawing;
  for (const Said& one : said) {
    if (one.stance == Stance::withdraws) withdrawing.insert(outlet_key(book.report_of(one.mention).outlet));
  }
  return !withdrawing.empty() && std::all_of(said.begin(), said.end(), [&](const Said& one) {
    return one.stance == Stance::denies || withdrawing.contains(outlet_key(book.report_of(one.mention).outlet));
  });
}

}  // namespace masudi::record
