// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_words.h"

#include <algorithm>

namespace masudi::coding::words {

Link link(std::string_view word) {
  if (one_of(word, {"backed", "allied", "aligned", "supported", "sponsored", "funded", "financed", "trained", "armed",
                    "linked", "affiliated", "friendly", "equipped", "loyal"}))
    return Link::sponsor;
  if (one_of(word, {"led", "commanded", "dominated"})) return Link::led;
  if (one_of(word, {"held", "controlled", "occupied", "run", "ruled", "administered", "annexed", "owned", "flagged",
                    "operated", "registered"}))
    return Link::held;
  if (one_of(word, {"based", "headquartered"})) return Link::based;
  if (one_of(word, {"born", "made", "built", "speaking", "style", "designed", "brokered", "mediated", "majority"}))
    return Link::other;
  return Link::none;
}

bool counts(std::string_view lemma) {
  return one_of(lemma,
                {"dozen",     "dozens", "hundred",  "hundreds", "thousand", "thousands", "million", "millions", "score",
                 "scores",    "number", "majority", "group",    "crowd",    "couple",    "pair",    "handful",  "lot",
                 "most",      "some",   "many",     "part",     "rest",     "ten",       "tens",    "total",    "team",
                 "series",    "half",   "one",      "several",  "all",      "each",      "any",     "both",     "few",
                 "remainder", "two",    "three",    "four",     "five",     "six",       "seven",   "eight"});
}

bool holding(std::string_view lemma) {
  return one_of(lemma,
                {"position",     "area",       "territory",  "target",   "facility", "site",          "asset",
                 "stronghold",   "post",       "unit",       "fleet",    "element",  "line",          "side",
                 "soil",         "camp",       "hideout",    "center",   "centre",   "installation",  "vehicle",
                 "vessel",       "ship",       "boat",       "aircraft", "plane",    "jet",           "flight",
                 "convoy",       "helicopter", "tanker",     "base",     "compound", "defense",       "defence",
                 "warship",      "submarine",  "drone",      "town",     "city",     "village",       "property",
                 "headquarters", "embassy",    "consulate",  "mission",  "interest", "region",        "settlement",
                 "outpost",      "depot",      "checkpoint", "patrol",   "station",  "infrastructure"});
}

bool part_of_body(std::string_view lemma) {
  return one_of(lemma, {"service", "corps", "branch", "office", "command", "section", "apparatus", "chapter"});
}

bool stands_for(std::string_view sector) {
  return one_of(sector, {"", "GOV", "MIL", "REB", "PRM", "UAF", "UNK", "PTY", "OPP", "SPY", "COP", "LEG", "JUD", "ELI",
                         "CRM", "SOC"});
}

bool attack(std::string_view lemma) {
  return one_of(lemma, {"airstrike", "strike", "raid", "shelling", "bombing", "bombardment", "attack", "missile",
                        "drone", "artillery", "clash", "offensive", "rocket", "warplane", "bomb", "assault",
                        "incursion", "fire", "shell"});
}

bool craft(std::string_view lemma) {
  return one_of(lemma, {"ship", "vessel", "boat", "tanker", "trawler", "freighter", "ferry", "warship", "gunboat",
                        "submarine", "yacht", "dinghy", "barge", "plane", "aircraft", "airliner", "jet", "helicopter"});
}

bool region(std::string_view lemma) {
  return one_of(lemma, {"area",         "capital", "city",  "coast",  "county",    "district", "island",
                        "municipality", "north",   "part",  "port",   "province",  "region",   "south",
                        "east",         "west",    "state", "suburb", "territory", "town",     "village"});
}

bool of_no_country(std::string_view lemma) {
  return one_of(lemma, {"foreign", "world", "international", "global", "overseas"});
}

bool state(std::string_view word) {
  return one_of(word, {"country", "nation", "state", "government", "neighbour", "neighbor", "ally", "power", "capital",
                       "republic"});
}

bool office_holder(std::string_view word) {
  return one_of(word, {"leader", "minister", "president", "official", "diplomat", "foreign minister", "prime minister",
                       "premier", "man", "counterpart", "head of state"});
}

bool side(std::string_view word) {
  return one_of(word, {"side", "both sides", "two sides", "party", "group", "faction", "army", "military", "navy",
                       "air force", "force", "rival", "foe", "enemy", "camp", "delegation", "people"});
}

int owner_rank(std::string_view p) {
  if (p == "of") return 5;
  if (p == "for" || p == "from") return 4;
  if (p == "in" || p == "at" || p == "within" || p == "inside") return 3;
  if (p == "across" || p == "near" || p == "around" || p == "with" || p == "throughout") return 2;
  return 0;
}

std::string_view sector_of_name(std::string_view name) {
  // "Union for Peace and Development": a party by what it is for.
  const auto has = [&](std::string_view word) { return name.find(word) != std::string_view::npos; };
  if (has("Union") && (has("Democratic") || has("National") || has("Popular") || has("Patriotic") || has("Christian") ||
                       has("Progress") || has("Republic") || has("Peace")))
    return "PTY";
  while (!name.empty()) {
    const auto end = std::min(name.find(' '), name.size());
    const std::string_view word = name.substr(0, end);
    if (one_of(word, {"Ministry", "Department", "Office", "Bureau", "Administration", "Commission", "Service",
                      "Services", "Authority", "Board", "Council", "Directorate", "Registry", "Inspectorate", "Majesty",
                      "Agency", "Secretariat", "Minister", "Fund"}))
      return "GOV";
    if (one_of(word, {"Senate", "Subcommittee", "Parliament", "Assembly", "Congress"})) return "LEG";
    if (one_of(word, {"Court", "Tribunal"})) return "JUD";
    if (one_of(word, {"University", "College", "School", "Institute", "Academy"})) return "EDU";
    if (one_of(word, {"Foundation", "Association", "Society", "Rights", "Wikipedia", "Movement", "Campaign", "Charity",
                      "Project", "Alliance", "Network", "Coalition", "League"}))
      return "SOC";
    if (one_of(word, {"Church", "Mosque", "Diocese", "Temple", "Shrine", "Seminary", "Cathedral", "Synagogue"}))
      return "REL";
    if (one_of(word, {"Hospital", "Clinic"})) return "MED";
    if (one_of(word, {"Union", "Workers", "Federation"})) return "LAB";
    if (one_of(word, {"Party", "Democrats", "Republicans"})) return "PTY";
    if (one_of(word, {"Television", "TV", "Radio", "News", "Times", "Post", "Gazette", "Press", "Herald"}))
      return "JRN";
    if (one_of(word, {"Police", "Sheriff"})) return "COP";
    if (one_of(word, {"Army", "Navy", "Brigade", "Battalion", "Corps", "Regiment", "Guard"})) return "MIL";
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return "BUS";
}

bool holds_office(std::string_view lemma) {
  return one_of(
      lemma, {"resign",   "serve",   "act",   "appoint", "reappoint", "elect",    "reelect",    "re-elect", "name",
              "nominate", "install", "swear", "step",    "return",    "continue", "inaugurate", "confirm",  "replace",
              "succeed",  "remove",  "oust",  "quit",    "retire",    "remain",   "reinstate",  "dismiss"});
}

bool office_matter(std::string_view form) {
  return one_of(
      form, {"Affairs",     "Rights",         "Security",     "Defense",          "Defence",         "Policy",
             "Resources",   "Relations",      "Energy",       "Environment",      "Labor",           "Labour",
             "Migration",   "Programs",       "Operations",   "Growth",           "Diplomacy",       "Administration",
             "Budget",      "Management",     "Trade",        "Justice",          "Freedom",         "Development",
             "Cooperation", "Finance",        "Health",       "Education",        "Agriculture",     "Commerce",
             "Technology",  "Communications", "Antisemitism", "Nonproliferation", "Counterterrorism"});
}

bool courtesy(std::string_view form) {
  return one_of(form,
                {"Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Prof.", "Sir", "Dame", "Hon.", "Mme"});
}

bool of_no_person(std::string_view form) {
  return one_of(form, {"Hurricane", "Cyclone", "Typhoon", "Storm", "Tropical", "Super", "Operation", "Allahu"});
}

bool versus(std::string_view form) { return one_of(form, {"v.", "v", "vs.", "vs"}); }

bool calendar(std::string_view form) {
  return one_of(form,
                {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February",
                 "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"});
}

bool particle(std::string_view w) {
  return one_of(w, {"al",    "el", "bin", "ibn", "ben", "abu", "abd", "ad",   "as", "ash", "ar",
                    "at",    "an", "van", "von", "der", "den", "de",  "da",   "do", "dos", "del",
                    "della", "di", "la",  "le",  "san", "st",  "ter", "ould", "ag", "mc",  "o"});
}

}  // namespace masudi::coding::words
