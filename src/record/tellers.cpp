// SPDX-License-Identifier: Apache-2.0
#include "record/tellers.h"

#include <algorithm>
#include <array>

#include "record/outlets.h"
#include "record/words.h"

namespace masudi::record {
namespace {

// Sectors that speak with one voice: two speakers of one of them are not two witnesses.
bool is_institution(std::string_view sector) {
  constexpr std::array kInstitutions = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"};
  return std::find(kInstitutions.begin(), kInstitutions.end(), sector) != kInstitutions.end();
}

// Words for people who are not named.
bool is_unnamed(const Who& who) {
  if (!who.name.empty()) return false;
  for (WordWalk walk(who.words); walk.next();) {
    for (const std::string_view word :
         {"official", "source", "diplomat", "officer", "witness", "resident", "people", "person", "aide"}) {
      if (walk.word().starts_with(word)) return true;
    }
  }
  return who.words.empty();
}

// "police" and "the police" read alike.
std::string without_article(const std::string& words) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

// "police (KEN)": words alone do not say whose.
std::string institution_name(const Who& who) {
  if (!who.name.empty()) return who.name;
  const std::string words = who.words.empty() ? who.sector : without_article(who.words);
  return who.code.empty() ? words : words + " (" + who.code + ")";
}

}  // namespace

Source outlet_source(std::string_view outlet) {
  return {"outlet:" + outlet_key(outlet), std::string(outlet),
          is_agency(outlet) ? OriginKind::agency : OriginKind::outlet};
}

bool is_medium(const Who& who) { return who.sector == "JRN"; }

std::string display(const Who& who) {
  if (!who.name.empty()) return who.name;
  return who.words.empty() ? who.code + (who.code.empty() || who.sector.empty() ? "" : " ") + who.sector : who.words;
}

Source voice_source(const Who& who, std::string_view crowd) {
  const OriginKind kind = is_unnamed(who) ? OriginKind::unnamed_voice : OriginKind::voice;
  if (is_medium(who) && !who.name.empty()) return outlet_source(canonical_outlet(who.name));
  if (is_institution(who.sector)) return {"office:" + who.code + ' ' + who.sector, institution_name(who), kind};
  if (!who.name.empty()) return {"name:" + folded(who.name), who.name, kind};
  const std::string words = folded(without_article(who.words));
  if (is_medium(who)) return {"media:" + who.code + ' ' + words, display(who), kind};
  const bool ordinary =
      who.sector.empty() || who.sector == "CVL" || who.sector == "REF" || who.sector == "SOC" || who.sector == "UNK";
  if (ordinary) return {"crowd:" + std::string(crowd) + ' ' + words, without_article(who.words), kind};
  return {"party:" + who.code + ' ' + who.sector + (who.code.empty() ? ' ' + words : ""), institution_name(who), kind};
}

}  // namespace masudi::record
