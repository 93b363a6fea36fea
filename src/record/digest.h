// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "document/document.h"
#include "document/event.h"
#include "record/shingles.h"

namespace masudi::record {

// One coded document as it comes from the coder. A view: all parts outlive the call that takes it.
struct Report {
  const Document& document;
  std::span<const Event> events;
  std::span<const Voice> provenance;  // who else the document says stands behind it ("AP contributed to this story")
};

// A party, free of the text it stood in.
struct Who {
  std::string code;    // as Party::code
  std::string sector;  // the primary one
  std::string name;    // usual full name of a known person or organisation; empty for the unnamed
  std::string words;   // as it stands in the text

  friend bool operator==(const Who&, const Who&) = default;
};

// One link of an attribution chain.
struct Teller {
  Who who;
  std::string cue;  // the word that says so ("reported")

  friend bool operator==(const Teller&, const Teller&) = default;
};

// Where, free of the text.
struct Spot {
  std::string name;
  std::string country;  // alpha-3
  std::string admin1;
  std::optional<std::pair<double, double>> position;  // latitude, longitude in degrees
  std::uint32_t geonames_id = 0;                      // 0: none
  Precision precision = Precision::country;
};

// A count of things ("aircraft carrier").
struct Count {
  Range range;
  std::string what;
};

// One event mention, with everything that tells it from another happening. Nothing points into the text.
struct Mention {
  std::uint32_t event = 0;  // index of the event in its report
  EventType type = EventType::agree;
  Status status = Status::actual;
  std::vector<std::string> modes;
  std::vector<Who> actors;
  std::vector<Who> recipients;
  std::vector<Who> via;
  std::vector<Teller> voices;  // outermost first
  std::vector<Spot> places;
  Date first;  // the days on which it happened, first to last
  Date last;
  std::vector<Size> sizes;
  std::vector<Count> forces;
  std::string trigger;                 // its words in the text
  std::vector<std::uint32_t> words;    // hashes of the telling words of its sentence, sorted
  std::vector<std::uint32_t> names;    // hashes of the words in capitals among them, sorted
  std::vector<std::uint32_t> passage;  // shingles of its sentence, sorted
  std::uint32_t sentence = 0;          // number of its sentence in the report
  double confidence = 1.0;             // 0..1
  std::string denied_by;               // who denies it in its sentence; empty for nobody
  bool retracted = false;              // its sentence takes an earlier report back
};

// The compact form of a report: all that record/ needs, about 1 kB for a short dispatch. The text is not kept.
struct Digest {
  std::string id;      // Document::id, unique in a collection
  std::string outlet;  // canonical name of Document::source; empty if unknown
  Date published;
  std::string url;
  std::vector<std::string> authors;
  std::vector<std::string>
      agencies;  // whose text it is by byline or dateline; canonical names, sorted, without the outlet
  std::vector<std::string> contributors;  // who else stands behind it by a line of provenance; likewise
  Sketch sketch;                          // of the whole text
  std::vector<Mention> mentions;          // in the order of the events
};

// Pure, deterministic, may be called from many threads. Linear in the length of the text.
Digest digest(const Report& report);

// A digest as bytes, to keep in a store, and back. The bytes begin with a version; unpack says what is wrong with
// others.
std::string pack(const Digest& digest);
Result<Digest> unpack(std::string_view bytes);

}  // namespace masudi::record
