// SPDX-License-Identifier: Apache-2.0
#include "coding/place_words.h"

#include <algorithm>
#include <array>

namespace masudi::coding {
namespace {

// Words of one length together: most words are told apart without a look at their letters.
constexpr bool goes_before(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// Sorted at compile time, so that the lists below may stand in the order in which one thinks of them.
template <std::size_t N>
struct Words {
  std::array<std::string_view, N> words;

  consteval explicit Words(const std::string_view (&list)[N]) : words{} {
    std::copy(std::begin(list), std::end(list), words.begin());
    std::sort(words.begin(), words.end(), goes_before);
  }
  bool has(std::string_view word) const { return std::binary_search(words.begin(), words.end(), word, goes_before); }
};

constexpr Words kPrepositions({"in",      "at",     "near",    "on",         "inside", "outside", "from",   "around",
                               "off",     "across", "within",  "throughout", "into",   "to",      "toward", "towards",
                               "through", "over",   "between", "beyond",     "along",  "of",      "via",    "beside",
                               "above",   "north",  "south",   "east",       "west",   "amid"});

constexpr Words kRegionWords({"province",     "provinces", "governorate", "oblast",     "region",    "state",
                              "county",       "district",  "department",  "prefecture", "territory", "republic",
                              "canton",       "krai",      "voivodeship", "emirate",    "regency",   "parish",
                              "municipality", "division",  "peninsula",   "valley",     "areas"});

constexpr Words kTownWords({"city",    "town",  "village",    "suburb",   "suburbs", "neighborhood", "neighbourhood",
                            "capital", "port",  "settlement", "township", "hamlet",  "quarter",      "borough",
                            "cities",  "towns", "villages",   "resort",   "slum",    "stronghold"});

constexpr Words kBodyWords(
    {"university",   "college",    "school",        "institute",    "institution",  "academy",
     "hospital",     "clinic",     "bank",          "times",        "post",         "tribune",
     "herald",       "globe",      "news",          "press",        "journal",      "gazette",
     "chronicle",    "telegraph",  "mail",          "sun",          "examiner",     "review",
     "daily",        "police",     "department",    "ministry",     "agency",       "authority",
     "authorities",  "commission", "committee",     "council",      "court",        "parliament",
     "congress",     "assembly",   "senate",        "army",         "navy",         "force",
     "forces",       "airlines",   "airways",       "air",          "railway",      "railways",
     "fc",           "united",     "rovers",        "wanderers",    "athletic",     "club",
     "association",  "federation", "confederation", "union",        "party",        "front",
     "movement",     "society",    "foundation",    "fund",         "group",        "company",
     "corporation",  "corp",       "inc",           "ltd",          "holdings",     "industries",
     "energy",       "oil",        "petroleum",     "church",       "diocese",      "museum",
     "gallery",      "theatre",    "theater",       "orchestra",    "opera",        "symphony",
     "festival",     "stadium",    "arena",         "street",       "avenue",       "boulevard",
     "lane",         "drive",      "hotel",         "inn",          "tower",        "towers",
     "centre",       "center",     "laboratory",    "laboratories", "observatory",  "organization",
     "organisation", "office",     "bureau",        "board",        "service",      "services",
     "system",       "network",    "radio",         "television",   "tv",           "broadcasting",
     "publishing",   "records",    "act",           "treaty",       "accord",       "accords",
     "agreement",    "convention", "declaration",   "protocol",     "pact",         "summit",
     "conference",   "olympics",   "cup",           "marathon",     "championship", "championships",
     "award",        "prize",      "war",           "battle",       "process",      "initiative",
     "project",      "programme",  "program",       "plan",         "alliance",     "coalition",
     "brigade",      "battalion",  "regiment",      "division",     "corps",        "command",
     "guard",        "militia",    "tigers",        "lions",        "bears",        "bulls",
     "giants",       "rangers",    "cowboys",       "eagles",       "dodgers",      "yankees",
     "red",          "mercury",    "bulletin",      "star",         "stock",        "exchange",
     "airport",      "zoo",        "house"});

// Offices of a state or region: what stands before them is that state.
constexpr Words kOfficeWords({"department", "ministry", "agency",   "authority",  "authorities", "police", "court",
                              "parliament", "congress", "assembly", "senate",     "army",        "navy",   "force",
                              "forces",     "council",  "air",      "commission", "committee",   "office", "bureau",
                              "board",      "service",  "services", "guard",      "war",         "treaty"});

constexpr Words kDays({"january",   "february", "march",    "april",     "may",    "june",    "july",      "august",
                       "september", "october",  "november", "december",  "monday", "tuesday", "wednesday", "thursday",
                       "friday",    "saturday", "sunday",   "christmas", "easter", "ramadan"});

constexpr Words kTitles({"mr",       "mrs",      "ms",         "miss",        "dr",
                         "sir",      "lord",     "lady",       "dame",        "sen",
                         "rep",      "gov",      "senator",    "congressman", "congresswoman",
                         "judge",    "justice",  "professor",  "prof",        "rev",
                         "reverend", "bishop",   "cardinal",   "archbishop",  "pope",
                         "sheikh",   "imam",     "mullah",     "ayatollah",   "sgt",
                         "capt",     "lt",       "col",        "gen",         "maj",
                         "captain",  "colonel",  "lieutenant", "sergeant",    "major",
                         "general",  "admiral",  "detective",  "inspector",   "constable",
                         "coach",    "st",       "duke",       "earl",        "baron",
                         "prince",   "princess", "king",       "queen",       "president",
                         "minister", "secretary"});

constexpr Words kSaying({"say", "tell", "add", "warn", "argue", "claim", "explain", "note", "testify", "write", "agree",
                         "reply", "think", "believe", "announce", "insist", "recall", "ask"});

constexpr Words kFeatures({"river",    "island",      "islands",  "valley",        "airport",  "county",
                           "province", "region",      "district", "mountains",     "mountain", "peninsula",
                           "bay",      "strait",      "sea",      "lake",          "desert",   "forest",
                           "state",    "governorate", "oblast",   "prefecture",    "camp",     "township",
                           "village",  "city",        "heights",  "international", "airbase",  "base",
                           "mosque",   "border",      "prison",   "refugee",       "military", "hills",
                           "coast",    "delta",       "basin",    "gulf",          "canal",    "dam",
                           "crossing", "square"});

constexpr Words kPlaceKinds({"airport", "airspace",  "area",      "base",     "border",  "capital",  "city",
                             "coast",   "coastline", "country",   "district", "enclave", "frontier", "nation",
                             "port",    "prison",    "province",  "region",   "soil",    "state",    "suburb",
                             "town",    "village",   "territory", "water",    "waters"});

constexpr Words kHouses({"Airport", "Arena",   "Barracks",     "Base",     "Cathedral", "Church",    "Clinic",
                         "College", "Court",   "Hall",         "Hospital", "Jail",      "Market",    "Mosque",
                         "Museum",  "Palace",  "Penitentiary", "Port",     "Prison",    "Refinery",  "School",
                         "Stadium", "Station", "Synagogue",    "Temple",   "Tower",     "University"});

constexpr Words kDirections({"northern",      "southern",      "eastern",      "western",       "central",
                             "north",         "south",         "east",         "west",          "northeastern",
                             "northwestern",  "southeastern",  "southwestern", "north-eastern", "north-western",
                             "south-eastern", "south-western", "northeast",    "northwest",     "southeast",
                             "southwest",     "upper",         "lower",        "rural",         "coastal",
                             "mainland",      "downtown",      "greater"});

}  // namespace

bool is_place_preposition(std::string_view word) { return kPrepositions.has(word); }
bool is_strict_place_preposition(std::string_view word) {
  return word == "in" || word == "near" || word == "outside" || word == "at" || word == "inside" || word == "around";
}
bool is_region_word(std::string_view word) { return kRegionWords.has(word); }
bool is_town_word(std::string_view word) { return kTownWords.has(word); }
bool is_body_word(std::string_view word) { return kBodyWords.has(word); }
bool is_office_word(std::string_view word) { return kOfficeWords.has(word); }
bool is_day_word(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  return kDays.has(word);
}
bool is_person_title(std::string_view word) { return kTitles.has(word); }
bool is_saying_verb(std::string_view lemma) { return kSaying.has(lemma); }
bool is_feature_word(std::string_view word) { return kFeatures.has(word); }
bool is_place_kind(std::string_view lemma) { return kPlaceKinds.has(lemma); }
bool is_house(std::string_view form) { return kHouses.has(form); }
bool is_house_preposition(std::string_view word) {
  return is_strict_place_preposition(word) || word == "on" || word == "over" || word == "from" || word == "before" ||
         word == "into";
}
bool is_direction(std::string_view word) { return kDirections.has(word); }

bool is_capitalised(std::string_view form) {
  if (form.empty()) return false;
  const auto first = static_cast<unsigned char>(form[0]);
  if (first >= 'A' && first <= 'Z') return true;
  // U+00C0..U+00DE and the capitals of Latin Extended-A, which have even numbers for the most part.
  if (form.size() > 1 && first == 0xC3) return static_cast<unsigned char>(form[1]) <= 0x9E;
  return form.size() > 1 && (first == 0xC4 || first == 0xC5) && static_cast<unsigned char>(form[1]) % 2 == 0;
}

}  // namespace masudi::coding
