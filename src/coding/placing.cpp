// SPDX-License-Identifier: Apache-2.0
#include "coding/placing.h"

#include <algorithm>
#include <span>
#include <string>

#include "coding/mentions.h"
#include "coding/modes.h"
#include "coding/story_flow.h"

namespace masudi::coding {
namespace {

constexpr std::uint32_t kStoryReach = 4;  // sentences for which a story stays where it was

// Types that happen at a place, not in words: the nearest place of the sentence is mostly theirs.
bool happens_at_a_place(EventType type) {
  switch (type) {
    case EventType::consult:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::retreat:
    case EventType::protest:
    case EventType::mobilize:
    case EventType::coerce:
    case EventType::assault: return true;
    default: return false;
  }
}

// What is agreed and conceded where people meet.
bool is_pact(EventType type) { return type == EventType::agree || type == EventType::concede; }

bool is_ground(std::string_view lemma) {
  return lemma == "border" || lemma == "frontier" || lemma == "airspace" || lemma == "coast" || lemma == "territory" ||
         lemma == "soil" || lemma == "water" || lemma == "waters";
}

bool is_speech(std::string_view lemma) {
  return lemma == "speech" || lemma == "address" || lemma == "conference" || lemma == "interview" ||
         lemma == "sermon" || lemma == "rally" || lemma == "briefing";
}

// Deeds that go on in the next sentence where they went on in the last.
bool stays(const Draft& d) {
  if (d.reality.status != Status::actual) return false;
  return d.type == EventType::assault || d.type == EventType::protest ||
         (d.type == EventType::coerce && (has_mode(d, "arrest") || has_mode(d, "seize")));
}

class Placing {
 public:
  Placing(const Drafting& drafting, const Places& places, std::vector<Draft>& drafts)
      : c_(drafting.context), drafting_(drafting), places_(places), drafts_(drafts) {}

  void run() {
    for (Draft& d : drafts_) {
      if (is_told(d)) say(d, points_elsewhere(c_.tree, d) ? PlaceReach::own : PlaceReach::clause);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (is_told(drafts_[i]) && drafts_[i].places.empty()) complete(i);
    }
  }

 private:
  // What the sentence says of it, no farther than `reach`.
  void say(Draft& d, PlaceReach reach) const {
    take_destination(d);
    if (d.places.empty()) take_welcome(d);
    if (d.places.empty()) take_landing(d);
    if (d.places.empty()) take_speech(d);
    if (!d.places.empty()) {
      d.place_is_said = true;
      return;
    }
    places_.of_event(c_, d.trigger.head, d.places, reach);
    if (d.places.empty() && d.trigger.light != kNoToken) places_.of_event(c_, d.trigger.light, d.places, reach);
    for (TokenIndex t : d.also_at) {
      if (d.places.empty()) places_.of_event(c_, t, d.places, reach);
    }
    if (d.places.empty()) take_country(d);
    if (d.places.empty()) take_pronoun(d);
    if (d.places.empty()) take_seat_of_court(d);
    if (d.places.empty()) take_own_ground(d);
    if (d.places.empty()) take_own_country(d);
    d.place_is_said = !d.places.empty();
  }

  // "the travel this week to Laos and Vietnam": where a journey goes.
  void take_destination(Draft& d) const {
    const TokenIndex t = d.trigger.head;
    const std::string_view lemma = c_.tree.lemma(t);
    const auto add = [&](TokenIndex phrase) {
      const Toponym* place = places_.at(phrase);
      if (place != nullptr && place->resolved && place->head == phrase) d.places.push_back(place->place);
      return place != nullptr;
    };
    if (lemma != "travel" && lemma != "trip" && lemma != "journey") return;
    for (TokenIndex c : c_.tree.children(t)) {
      if (c < t || c_.tree.preposition(c) != "to" || !add(c)) continue;
      for (TokenIndex other : c_.tree.children(c)) {
        if (c_.tree.relation(other) == Relation::conj) add(other);
      }
    }
  }

  // "An honor to welcome you to Lima".
  void take_welcome(Draft& d) const {
    const TokenIndex t = d.trigger.head;
    const TokenIndex verb = c_.tree.lemma(t) == "welcome" ? t : c_.tree.child_with_lemma(t, "welcome");
    if (d.type != EventType::consult || verb == kNoToken || !c_.tree.is_verb(verb)) return;
    for (TokenIndex c : c_.tree.children(verb)) {
      const Toponym* place = c_.tree.preposition(c) == "to" ? places_.at(c) : nullptr;
      if (place != nullptr && place->resolved) d.places.push_back(place->place);
    }
  }

  // "Rockets fired from Syria that landed in Israel": where they came down.
  void take_landing(Draft& d) const {
    const TokenIndex t = d.trigger.anchor();
    if (d.type != EventType::assault || (c_.tree.lemma(t) != "fire" && c_.tree.lemma(t) != "launch")) return;
    const auto look = [&](TokenIndex thing) {
      for (TokenIndex c : c_.tree.children(thing)) {
        const std::string_view lemma = c_.tree.lemma(c);
        if (c_.tree.relation(c) == Relation::acl_relcl && d.places.empty() &&
            (lemma == "land" || lemma == "fall" || lemma == "hit" || lemma == "strike" || lemma == "explode"))
          places_.of_event(c_, c, d.places, PlaceReach::own);
      }
    };
    for (TokenIndex c : c_.tree.children(t)) look(c);
    if (c_.tree.relation(t) == Relation::acl) look(c_.tree.head(t));
  }

  // "The president, in a speech in Lima, says that …": what is said is said where its speaker speaks.
  void take_speech(Draft& d) const {
    if (!is_done_in_words(d.type)) return;
    const TokenIndex cue = cue_of(drafting_, d);
    if (cue == kNoToken) return;
    take_speech_below(cue, d.places);
    if (const TokenIndex speaker = c_.tree.is_verb(cue) ? c_.tree.logical_subject(cue) : kNoToken;
        speaker != kNoToken && d.places.empty()) {
      take_speech_below(speaker, d.places);
      if (d.places.empty()) take_stay(speaker, d.places);
    }
  }

  // "Obama, in Antalya, says": where somebody is.
  void take_stay(TokenIndex who, std::vector<Place>& places) const {
    for (TokenIndex c : c_.tree.children(who)) {
      const TokenIndex in = c_.tree.child(c, Relation::case_);
      if (in == kNoToken || in <= who || in == 0 || c_.tree.lemma(in) != "in" || c_.tree.form(in - 1) != ",") continue;
      if (const Toponym* place = places_.at(c); place != nullptr && place->resolved) places.push_back(place->place);
    }
  }

  // Where a speech, by which a word says that somebody speaks, is given.
  void take_speech_below(TokenIndex t, std::vector<Place>& places) const {
    for (TokenIndex c : c_.tree.children(t)) {
      if (!is_speech(c_.tree.lemma(c)) || !places.empty()) continue;
      const std::string_view word = c_.tree.preposition(c);
      if (word != "in" && word != "during" && word != "at") continue;
      places_.of_event(c_, c, places, PlaceReach::own);
      for (TokenIndex given : c_.tree.children(c)) {
        if (places.empty()) places_.of_event(c_, given, places, PlaceReach::own);
      }
    }
  }

  // Words are mostly about the country that their sentence names; a town is where they were spoken.
  void say_town(Draft& d) const {
    say(d, PlaceReach::phrase);
    if (d.places.empty()) return;
    const Place& place = d.places[0];
    const bool region = place.precision == Precision::region && !place.country.empty();
    if (region || place.precision == Precision::city || place.precision == Precision::point) return;
    d.places.clear(), d.place_is_said = false;
  }

  // Whom one visits and what one invades is where it happens, also a country.
  void take_country(Draft& d) const {
    const bool visit = (d.type == EventType::consult && has_mode(d, "visit")) ||
                       (d.type == EventType::agree && c_.tree.lemma(d.trigger.head) == "visit");
    if (!visit && d.type != EventType::assault) return;
    for (const PartyMention& m : d.recipients) {
      const TokenIndex country = m.head == kNoToken ? kNoToken : country_of_people(m.head);
      const Toponym* place = country == kNoToken ? nullptr : places_.at(country);
      if (place == nullptr || place->place.precision != Precision::country || place->head != country) continue;
      if (c_.tree.sentence(m.head) == c_.tree.sentence(d.trigger.head)) d.places.push_back(place->place);
    }
    if (d.places.empty() && !visit) take_name_of_country(d);
  }

  // "the people of Ukraine": Ukraine; else the word itself.
  TokenIndex country_of_people(TokenIndex head) const {
    const std::string_view lemma = c_.tree.lemma(head);
    if (lemma != "people" && lemma != "civilian" && lemma != "population" && lemma != "citizen") return head;
    for (TokenIndex c : c_.tree.children(head)) {
      if (c_.tree.relation(c) == Relation::nmod && c_.tree.preposition(c) == "of") return c;
    }
    return head;
  }

  // "Mokha …, since it was recaptured": the place that the sentence named before.
  void take_pronoun(Draft& d) const {
    if ((d.type != EventType::assault && d.type != EventType::coerce) || !c_.tree.is_verb(d.trigger.head)) return;
    const TokenIndex object = c_.tree.logical_object(d.trigger.head);
    if (object == kNoToken || c_.tree.lemma(object) != "it") return;
    const Toponym* last = nullptr;
    for (const Toponym& t : toponyms_of(c_.tree.sentence(object))) {
      if (t.first >= object) break;
      if (t.place.precision != Precision::country && c_.tree.relation(t.head) != Relation::nmod) last = &t;
    }
    if (last != nullptr) d.places.push_back(last->place);
  }

  // "A Lyon court sentences": courts sit where their name says.
  void take_seat_of_court(Draft& d) const {
    if (d.type != EventType::sanction && d.type != EventType::accuse && d.type != EventType::concede &&
        d.type != EventType::coerce)
      return;
    for (const PartyMention& m : d.actors) {
      if (m.head == kNoToken || m.party.sectors.empty() || m.party.sectors[0] != "JUD") continue;
      for (TokenIndex t = m.first; t < m.last; ++t) {
        const Toponym* place = places_.at(t);
        if (place != nullptr && place->resolved && c_.tree.relation(place->head) == Relation::compound &&
            place->place.precision != Precision::country)
          return d.places.push_back(place->place);
      }
    }
  }

  // "Serbia closes its border with X": the ground is that of the country which acts.
  void take_own_ground(Draft& d) const {
    if (d.type != EventType::coerce && d.type != EventType::mobilize) return;
    const Toponym* owner = country_that_acts(d);
    const TokenIndex verb = d.trigger.anchor();
    if (owner == nullptr || !c_.tree.is_verb(verb)) return;
    if (owner->first < d.actors[0].first || owner->first >= d.actors[0].last) return;  // not its adversary's
    for (TokenIndex t : c_.tree.children(verb)) {
      for (int steps = 0; t != kNoToken && steps < 3 && !is_ground(c_.tree.lemma(t)); ++steps)
        t = c_.tree.child(t, Relation::nmod);
      if (t == kNoToken || !is_ground(c_.tree.lemma(t))) continue;
      const TokenIndex whose = c_.tree.child(t, Relation::nmod_poss);
      if (whose == kNoToken || (c_.tree.lemma(whose) != "its" && c_.tree.lemma(whose) != "it")) continue;
      Place ground = owner->place;
      ground.span = cover(c_.tree.span(whose), c_.tree.span(t));
      ground.name = ground.span.in(c_.document.text);
      ground.precision = Precision::region;
      return d.places.push_back(ground);
    }
  }

  // "Bosnia declares a state of emergency": in the country that declares it.
  void take_own_country(Draft& d) const {
    if (d.type != EventType::coerce || d.reality.status != Status::actual) return;
    const std::string_view word = c_.tree.lemma(d.trigger.head);
    const bool for_all =
        has_mode(d, "martial-law") || has_mode(d, "curfew") || word == "lockdown" || word == "emergency";
    const Toponym* owner = for_all ? country_that_acts(d) : nullptr;
    if (owner != nullptr) d.places.push_back(owner->place);
  }

  // The country, named in the sentence, whose government alone acts.
  const Toponym* country_that_acts(const Draft& d) const {
    if (d.actors.size() != 1 || d.actors[0].party.code.empty()) return nullptr;
    for (const Toponym& t : toponyms_of(c_.tree.sentence(d.trigger.head))) {
      if (t.resolved && t.place.precision == Precision::country && t.place.country == d.actors[0].party.code) return &t;
    }
    return nullptr;
  }

  // "the Norway attacks": a country before the noun that does not act.
  void take_name_of_country(Draft& d) const {
    const auto acts = [&](TokenIndex t) {
      return std::ranges::any_of(d.actors, [&](const PartyMention& m) { return m.first <= t && t < m.last; });
    };
    std::vector<TokenIndex> nouns = d.also_at;
    nouns.push_back(d.trigger.head);
    for (TokenIndex noun : nouns) {
      for (TokenIndex c : c_.tree.children(noun)) {
        if (c_.tree.relation(c) != Relation::compound || c_.tree.upos(c) != Upos::propn || acts(c)) continue;
        if (const Toponym* place = places_.at(c); place != nullptr && !place->place.country.empty())
          return d.places.push_back(place->place);
      }
    }
  }

  void complete(std::size_t i) {
    Draft& d = drafts_[i];
    const auto has_place = [](const Draft& o) { return !o.places.empty(); };
    if (points_elsewhere(c_.tree, d) && take(d, other_mention(drafting_, drafts_, i, has_place))) return;
    say(d, PlaceReach::clause);
    if (!d.places.empty()) return;
    if (happens_at_a_place(d.type) || (d.type == EventType::sanction && has_mode(d, "convict")))
      say(d, PlaceReach::sentence);
    if (is_pact(d.type)) say_town(d);
    if (!d.places.empty() || take(d, other_mention(drafting_, drafts_, i, has_place))) return;
    if (stays(d)) take(d, story_before(i));
    if (d.places.empty()) take_opening(d);
  }

  // "In Mexico a judge refuses …", "Iraq: The council announces …": where a sentence opens goes for what it tells.
  void take_opening(Draft& d) const {
    const std::uint32_t s = c_.tree.sentence(d.trigger.head);
    const auto& sentence = c_.analysis.sentences[s];
    const auto here = toponyms_of(s);
    if (here.empty() || !here[0].resolved || here[0].first > sentence.first + 2) return;
    const Toponym& place = here[0];
    const bool after_in = place.first > sentence.first && c_.tree.lemma(sentence.first) == "in";
    const bool before_colon =
        place.first == sentence.first && place.last < sentence.last && c_.tree.form(place.last) == ":";
    if (place.last <= d.trigger.head && (after_in || before_colon)) d.places.push_back(place.place);
  }

  // The last deed of the sentences before that has a place.
  const Draft* story_before(std::size_t i) const {
    const std::uint32_t here = c_.tree.sentence(drafts_[i].trigger.head);
    for (std::size_t k = i; k-- > 0;) {
      const Draft& before = drafts_[k];
      const std::uint32_t there = c_.tree.sentence(before.trigger.head);
      if (here - there > kStoryReach) return nullptr;
      if (there != here && is_told(before) && stays(before) && !before.places.empty()) return &before;
    }
    return nullptr;
  }

  bool take(Draft& d, const Draft* other) const {
    if (other == nullptr) return false;
    d.places = other->places;
    d.paths.push_back("where: as at “" + std::string(c_.tree.form(other->trigger.head)) + "”");
    return true;
  }

  std::span<const Toponym> toponyms_of(std::uint32_t sentence) const {
    const auto of = [&](const Toponym& t) { return c_.tree.sentence(t.first); };
    return std::ranges::equal_range(places_.all(), sentence, {}, of);
  }

  const Context& c_;
  const Drafting& drafting_;
  const Places& places_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void place_drafts(const Drafting& drafting, const Places& places, std::vector<Draft>& drafts) {
  Placing(drafting, places, drafts).run();
}

}  // namespace masudi::coding
