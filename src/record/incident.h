// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/digest.h"

namespace masudi::record {

// Ids of 64 bits, made of the first report's id; stable as long as that report stays the first. 0: none.
using IncidentId = std::uint64_t;
using StoryId = std::uint64_t;

// A mention by its report and event.
struct MentionRef {
  std::string report;
  std::uint32_t event = 0;  // index of the event in its report

  friend auto operator<=>(const MentionRef&, const MentionRef&) = default;
};

// A value and who gives it: reports by id, and the voice ("police") or outlet on whose word they do.
struct Given {
  std::string value;  // "12", "10–12", "2023-11-05", "Baghdad"
  std::string by;
  std::vector<std::string> reports;  // sorted
};

// A figure over all reports.
struct Figure {
  Measure measure = Measure::dead;
  Range best;                 // what the latest report that gives one says
  Range all;                  // from the lowest to the highest that is given
  std::vector<Given> givens;  // in the order of publication
};

enum class CitationKind : std::uint8_t { cites, copies, contributed };
std::string_view name(CitationKind kind);

// One source relies on another for this claim. Sources are named as a reader would name them.
struct Citation {
  std::string from;    // an outlet, or a voice of a longer chain
  std::string to;      // an outlet, account, institution or person
  std::string report;  // where it stands
  CitationKind kind = CitationKind::cites;
  bool circular = false;  // the one that is cited relies on `from` in turn
};

enum class OriginKind : std::uint8_t { outlet, agency, voice, unnamed_voice, circle };
std::string_view name(OriginKind kind);

// Where a claim comes from, as far as the reports tell.
struct Origin {
  OriginKind kind = OriginKind::outlet;
  std::string name;                  // "Reuters", "police of Afghanistan", "Sana Post and Aden Times"
  std::vector<std::string> reports;  // ids of the reports that go back to it, sorted
};

// What a voice or an outlet says of the happening.
enum class Stance : std::uint8_t { reports, claims, denies, announces, withdraws };
std::string_view name(Stance stance);

struct VoiceStance {
  std::string who;
  Stance stance = Stance::reports;
  std::vector<std::string> reports;  // sorted
};

// How far it is borne out. Never more certain than its sources; it informs and never deletes.
enum class Verdict : std::uint8_t {
  withdrawn,      // whoever reported it took it back
  announced,      // nobody says that it has happened
  circular,       // its only origin is a circle of outlets that cite each other
  disputed,       // somebody denies it
  single_source,  // one independent origin
  corroborated,   // at least two, and not all of them the party that claims the deed
};
std::string_view name(Verdict verdict);  // "single-source"

// Event mentions of any reports that tell one happening.
struct Incident {
  IncidentId id = 0;
  EventType type = EventType::agree;  // of most mentions
  std::vector<Who> actors;            // each once, under the most telling name
  std::vector<Who> recipients;
  std::vector<Who> via;
  Date first;  // best days
  Date last;
  std::vector<Given> dates;   // who gives which
  std::optional<Spot> place;  // the most precise that most reports agree with
  std::vector<Given> places;
  std::vector<Figure> figures;
  std::vector<VoiceStance> stances;
  std::vector<MentionRef> mentions;  // in the order of publication, then of report ids
  std::vector<std::string> reports;  // ids, in that order
  std::string first_report;
  Date first_published;
  Date last_published;
  std::vector<Origin> origins;  // independent ones, sorted by name
  std::vector<Citation> citations;
  Verdict verdict = Verdict::single_source;
  std::string reasoning;  // "14 reports, 3 origins: Reuters (11 reports), police of Kenya (2 reports) …"
};

// How two reports' texts hang together.
enum class CopyKind : std::uint8_t { copy, rewrite, includes, part_of };
std::string_view name(CopyKind kind);
std::optional<CopyKind> copy_kind_named(std::string_view name);

struct Copy {
  std::string report;              // the later one by day, then by id
  std::string of;                  // the earlier one
  CopyKind kind = CopyKind::copy;  // `report` is a copy of, a rewrite of, includes, or is a part of `of`
  double resemblance = 0;          // 0..1
  double containment = 0;          // 0..1, of the smaller text in the larger
};

// Reports that are copies or rewrites of each other.
struct Story {
  StoryId id = 0;
  std::vector<std::string> reports;   // in the order of publication, then of ids; at least one
  std::vector<std::string> agencies;  // that the texts come from
};

}  // namespace masudi::record
