// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace masudi {

// The 16 event types of PLOVER, in the order of the codebook (part 2).
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
};
constexpr int kEventTypeCount = 16;

std::string_view name(EventType type);  // "AGREE"
std::optional<EventType> event_type_named(std::string_view name);
int quad_code(EventType type);  // 1..4: verbal cooperation, material cooperation, verbal conflict, material conflict
double event_scale(EventType type);  // PLOVER's conflict–cooperation score, -10..10

// Codebook part 5.
enum class Status : std::uint8_t { actual, historical, future, hypothetical, negated };
std::string_view name(Status status);
std::optional<Status> status_named(std::string_view name);

// Someone who acts, is acted upon, passes on or speaks (codebook part 4). Empty where unknown, never invented.
struct Party {
  std::string code;                  // alpha-3 or UNO, EUR, IGO, NGO, IMG, ISM, MNC
  std::vector<std::string> sectors;  // first is primary
  Span span;                         // the phrase in the text; empty where the text has no words for it
  std::string name;                  // identifier_text: the usual full name of a known person or organisation
  std::string sponsor;               // code of the state that backs it
  std::string office;                // what the person holds on the document's day

  friend bool operator==(const Party&, const Party&) = default;
};

// A voice of an attribution chain, with the word that says so ("reported").
struct Voice {
  Party party;
  Span cue;

  friend bool operator==(const Voice&, const Voice&) = default;
};

enum class Precision : std::uint8_t { point, city, admin1, country, region };
std::string_view name(Precision precision);
std::optional<Precision> precision_named(std::string_view name);

struct Place {
  Span span;
  std::string name;
  std::string country;  // alpha-3; empty for seas and regions that belong to none
  std::string admin1;
  std::optional<std::pair<double, double>> position;  // latitude, longitude in degrees (WGS 84)
  std::uint32_t geonames_id = 0;                      // 0: none
  Precision precision = Precision::country;

  friend bool operator==(const Place&, const Place&) = default;
};

// From `low` to `high`, either end open.
struct Range {
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;

  friend bool operator==(const Range&, const Range&) = default;
};

enum class Measure : std::uint8_t { dead, injured, arrested, displaced, participants };
constexpr int kMeasureCount = 5;
std::string_view name(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

struct Size {
  Measure measure;
  Range range;

  friend bool operator==(const Size&, const Size&) = default;
};

struct Force {
  Range count;
  std::string what;  // "aircraft carrier", singular

  friend bool operator==(const Force&, const Force&) = default;
};

// Why the event was coded, in words that a person can check.
struct Evidence {
  std::string entry;               // file, line and trigger of the lexicon entry
  std::vector<std::string> paths;  // one for each party and field: what was found, and by which path in the tree

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// One event mention. Field meanings: the codebook and the record format.
struct Event {
  std::string id;  // see event_id.h; empty until assigned
  EventType type = EventType::agree;
  std::vector<std::string> modes;
  std::vector<std::string> contexts;
  std::string cameo;  // 2 to 4 digits
  std::vector<Party> actors;
  std::vector<Party> recipients;
  std::vector<Party> via;
  Status status = Status::actual;
  std::vector<Voice> attribution;  // outermost voice first
  bool quoted = false;
  std::optional<Date> date;
  std::optional<Date> enddate;
  std::vector<Place> places;
  std::vector<Size> sizes;
  std::vector<Force> forces;
  std::uint32_t sentence = 0;  // number of the sentence, from 0
  Span sentence_span;
  Span trigger;  // from the first to the last word of the trigger
  std::vector<Span> trigger_words;
  double confidence = 1.0;  // 0..1
  Evidence evidence;

  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace masudi
