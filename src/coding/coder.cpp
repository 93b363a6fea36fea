// SPDX-License-Identifier: Apache-2.0
#include "coding/coder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "coding/chooser.h"
#include "coding/dating.h"
#include "coding/draft.h"
#include "coding/judge.h"
#include "coding/modes.h"
#include "coding/parties_whose.h"
#include "coding/places.h"
#include "coding/placing.h"
#include "coding/quantities.h"
#include "coding/times.h"
#include "coding/voices.h"

namespace masudi::coding {
namespace {

constexpr double kThreshold = 0.45;  // a draft less likely than this is no event

void split_into(std::string_view list, std::vector<std::string>& out) {
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    out.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

bool is_named(const PartyMention& m) { return m.grade != Grade::generic; }

bool has_named(const Draft& d) {
  return std::ranges::any_of(d.actors, is_named) || std::ranges::any_of(d.recipients, is_named);
}

// Who "will meet with" somebody promises it to him.
void tell_promised(Draft& d) {
  if (d.partners == 0 || d.partners >= d.actors.size()) return;
  const auto first = d.actors.end() - d.partners;
  d.recipients.insert(d.recipients.end(), std::make_move_iterator(first), std::make_move_iterator(d.actors.end()));
  d.actors.erase(first, d.actors.end());
  d.partners = 0;
}

// "Russia and Belarus held drills": what states train together for is done with one another (codebook part 2).
bool is_drill(const Tree& tree, std::span<const TokenIndex> words) {
  constexpr std::array<std::string_view, 5> kDrills = {"drill", "exercise", "game", "maneuver", "manoeuvre"};
  return std::ranges::any_of(words, [&](TokenIndex w) {
    const std::string_view lemma = tree.lemma(w);
    return std::ranges::find(kDrills, lemma) != kDrills.end();
  });
}

bool several_states(const std::vector<PartyMention>& actors) {
  return std::ranges::any_of(actors, [&](const PartyMention& m) {
    return !m.party.code.empty() && !actors.front().party.code.empty() && m.party.code != actors.front().party.code;
  });
}

// What is still to come of these is a promise (codebook part 2).
void settle_future(Draft& d) {
  if (d.reality.status != Status::future) return;
  d.to_come = true;
  switch (d.type) {
    case EventType::consult:
    case EventType::support:
    case EventType::cooperate:
    case EventType::aid:
      d.type = EventType::agree;
      d.modes.clear();
      d.reality.status = Status::actual;
      break;
    case EventType::retreat:
      d.type = EventType::concede;
      d.modes.clear();
      d.reality.status = Status::actual;
      break;
    case EventType::agree:
    case EventType::concede: d.reality.status = Status::actual; break;
    default: break;
  }
}

// Two countries that meet in one of them: the visitor acts and the host receives (codebook part 4).
void tell_host_from_visitor(Event& e) {
  if (e.type != EventType::consult || !e.recipients.empty() || e.actors.size() < 2 || e.places.empty() ||
      e.places[0].country.empty())
    return;
  const auto is_host = [&](const Party& p) { return p.code == e.places[0].country; };
  const auto hosts = std::ranges::count_if(e.actors, is_host);
  if (hosts == 0 || hosts == static_cast<std::ptrdiff_t>(e.actors.size())) return;
  const auto other = std::ranges::find_if_not(e.actors, is_host);
  if (other->code.empty() ||
      std::ranges::any_of(e.actors, [&](const Party& p) { return !is_host(p) && p.code != other->code; }))
    return;
  const auto middle =
      std::stable_partition(e.actors.begin(), e.actors.end(), [&](const Party& p) { return !is_host(p); });
  e.recipients.assign(std::make_move_iterator(middle), std::make_move_iterator(e.actors.end()));
  e.actors.erase(middle, e.actors.end());
  if (std::ranges::find(e.modes, "visit") == e.modes.end()) e.modes.emplace_back("visit");
}

// A protest has protesters, also where the text does not name them: people of the place.
void imply_crowd(Event& e) {
  if (e.type != EventType::protest || !e.actors.empty() || e.places.empty() || e.places[0].country.empty()) return;
  Party crowd;
  crowd.code = e.places[0].country;
  crowd.sectors = {"CVL"};
  e.actors.push_back(std::move(crowd));
  e.evidence.paths.push_back("actor: the people who protest there");
}

}  // namespace

struct Workspace::State {
  Tree tree;
  Names names;
  Speech speech;
  Parties parties;
  Places places;
  Times times;
  Voices voices;
  Triggers triggers;
  std::vector<Draft> drafts;
  Features features;
  std::vector<std::uint32_t> draft_at;  // by token: 1 + index of the draft whose head it is
};

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

namespace {

// The coding of one document.
class Coding {
 public:
  Coding(const Document& document, const Analysis& analysis, const knowledge::Knowledge& knowledge, Workspace::State& s,
         bool by_rules = false)
      : s_(s),
        context_{document, analysis, knowledge, s.tree, s.names, by_rules},
        drafting_{context_, s.triggers, s.parties, s.speech} {}

  void run(Coded& out) {
    make_drafts(out);
    choose_parties();
    for (Draft& d : s_.drafts) {
      if (d.dropped.empty()) weigh(d);
    }
    complete(out);
  }

  void run_by_rules(Coded& out) {
    make_drafts(out);
    for (Draft& d : s_.drafts) d.likelihood = 1;
    complete(out);
  }

  std::vector<Observation> observe() {
    Coded unused;
    make_drafts(unused);
    choose_parties();
    std::vector<Observation> out;
    Features features(true);
    for (const Draft& d : s_.drafts) {
      if (!d.dropped.empty()) continue;
      features.clear();
      describe(drafting_, d, s_.drafts, features);
      out.push_back({d.type, s_.tree.sentence(d.trigger.head), span_of(d.trigger), features.words()});
    }
    return out;
  }

  std::vector<RoleObservation> observe_roles() {
    Coded unused;
    make_drafts(unused);
    std::vector<RoleObservation> out;
    Chooser chooser(drafting_, s_.drafts);
    Features features(true);
    for (const Draft& d : s_.drafts) {
      for (const Side side : {Side::actor, Side::recipient}) {
        const auto& candidates = chooser.candidates(d, side);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
          const Candidate& c = candidates[i];
          const bool nobody = c.parties == nullptr;
          features.clear();
          chooser.describe(d, side, i, features);
          RoleObservation& o = out.emplace_back(d.type, span_of(d.trigger), side == Side::actor);
          o.framed = c.framed;
          o.nobody = nobody;
          for (std::size_t k = 0; !nobody && k < c.parties->size(); ++k) o.codes.push_back((*c.parties)[k].party.code);
          if (!nobody && !c.parties->front().party.sectors.empty()) o.sector = c.parties->front().party.sectors.front();
          o.features = features.words();
        }
      }
    }
    return out;
  }

  std::vector<PairObservation> observe_pairs() {
    Coded unused;
    make_drafts(unused);
    std::vector<PairObservation> out;
    Chooser chooser(drafting_, s_.drafts);
    Features features(true);
    for (const Draft& d : s_.drafts) {
      const std::vector<Candidate> actors = chooser.candidates(d, Side::actor);
      const std::vector<Candidate> recipients = chooser.candidates(d, Side::recipient);
      for (std::size_t a = 0; a < actors.size(); ++a) {
        for (std::size_t r = 0; r < recipients.size(); ++r) {
          if (!Chooser::may_meet(d, actors[a], recipients[r])) continue;
          features.clear();
          chooser.describe_pair(d, actors[a], recipients[r], features);
          out.push_back({d.type, span_of(d.trigger), a, r, features.words()});
        }
      }
    }
    return out;
  }

  std::vector<OwnerObservation> observe_owners() {
    std::vector<WhoseObservation> seen;
    observed_ = &seen;
    Coded unused;
    make_drafts(unused);
    std::vector<OwnerObservation> out;
    for (const Draft& d : s_.drafts) {
      for (const Side side : {Side::actor, Side::recipient}) {
        const auto& parties = side_of(d, side);
        if (!d.dropped.empty() || parties.size() != 1) continue;
        const auto asked = std::ranges::find(seen, parties.front().head, &WhoseObservation::token);
        if (asked == seen.end()) continue;
        OwnerObservation& o = out.emplace_back(d.type, span_of(d.trigger), side == Side::actor);
        if (!parties.front().party.sectors.empty()) o.sector = parties.front().party.sectors.front();
        o.candidates = asked->candidates;
      }
    }
    return out;
  }

 private:
  void complete(Coded& out) {
    date_drafts(drafting_, s_.times, s_.drafts);
    complete_modes(drafting_, s_.drafts);
    place_drafts(drafting_, s_.places, s_.drafts);
    for (Draft& d : s_.drafts) finish(d, out);
    out.provenance = s_.voices.provenance();
    std::ranges::stable_sort(out.near_misses, {}, [](const NearMiss& m) { return m.trigger.begin; });
  }

  void make_drafts(Coded& out) {
    read();
    draft(out);
    tell_threats(drafting_, s_.drafts);
    drop_contents(drafting_, s_.drafts);
    cast_parties(drafting_, s_.draft_at, s_.drafts);
    drop_accidents(drafting_, s_.drafts);
    for (Draft& d : s_.drafts) settle(d);
    join_same_happenings(drafting_, s_.drafts);
    recall_parties(drafting_, s_.drafts);
    complete_parties(drafting_, s_.draft_at, s_.drafts);
  }

  void choose_parties() { Chooser(drafting_, s_.drafts).choose(); }

  void weigh(Draft& d) {
    s_.features.clear();
    describe(drafting_, d, s_.drafts, s_.features);
    d.likelihood = likelihood(context_.knowledge, s_.features);
  }

  void read() {
    s_.tree.build(context_.analysis, context_.document.text);
    s_.names.find(context_.knowledge, context_.analysis, context_.document.text);
    s_.speech.read(context_);
    s_.places.read(context_);
    s_.parties.read(context_, s_.speech, s_.places, observed_);
    s_.times.read(context_);
    s_.voices.read(context_, s_.speech, s_.parties);
    s_.triggers.find(context_);
  }

  void draft(Coded& out) {
    s_.drafts.clear();
    s_.draft_at.assign(s_.tree.size(), 0);
    for (const Trigger& trigger : s_.triggers.all()) {
      const auto& entry = context_.knowledge.all_triggers()[trigger.record];
      if (entry.type >= kEventTypeCount) {
        out.near_misses.push_back(miss(trigger, "a pattern that looks like an event and is not"));
        continue;
      }
      Draft d;
      d.trigger = trigger;
      d.type = static_cast<EventType>(entry.type);
      split_into(context_.knowledge.text(entry.modes), d.modes);
      const TokenIndex verb = trigger.light != kNoToken       ? trigger.light
                              : s_.tree.is_verb(trigger.head) ? trigger.head
                                                              : kNoToken;
      d.reality = reality_of(context_, d.type, trigger.head, verb, s_.triggers.words(trigger));
      s_.drafts.push_back(std::move(d));
      s_.draft_at[trigger.head] = static_cast<std::uint32_t>(s_.drafts.size());
    }
  }

  void settle(Draft& d) const {
    if (!d.dropped.empty()) return;
    if (d.type == EventType::consult && d.reality.status == Status::future) tell_promised(d);
    if (d.type == EventType::mobilize && several_states(d.actors) && is_drill(s_.tree, s_.triggers.words(d.trigger))) {
      d.type = EventType::cooperate;
      d.modes.clear();
    }
    settle_future(d);
    if (names_the_story(d.trigger.head)) d.dropped = "it stands in a heading that names the story";
  }

  // Why the judge did not take it for an event.
  std::string_view why_unlikely(const Draft& d) const {
    if (drafting_.entry(d).weak != 0 && !has_named(d) && !has_crowd(d))
      return "no party was found for a word that is mostly an event only with one";
    if (d.actors.empty() && d.recipients.empty() && !stands_alone(d)) return "no party was found";
    return "it is unlikely to be an event, by what was learnt from coded stories";
  }

  // "Twenty thousand people demonstrated": a protest needs no name.
  bool has_crowd(const Draft& d) const {
    return d.type == EventType::protest && std::ranges::any_of(d.actors, [&](const PartyMention& m) {
             return s_.tree.xpos(m.head) == Xpos::nns || s_.tree.xpos(m.head) == Xpos::cd;
           });
  }

  // What is worth telling without a party: an attack, and a protest that a noun names.
  bool stands_alone(const Draft& d) const {
    return d.type == EventType::assault ||
           (d.type == EventType::protest && drafting_.entry(d).kind == knowledge::TriggerKind::noun);
  }

  // "2011 Syrian uprising: Troops enter …": no verb, then a colon, then the report.
  bool names_the_story(TokenIndex t) const {
    const auto& sentence = context_.analysis.sentences[s_.tree.sentence(t)];
    constexpr TokenIndex kLongest = 14;
    for (TokenIndex c = sentence.first; c < std::min(sentence.last, sentence.first + kLongest); ++c) {
      if (s_.tree.upos(c) == Upos::verb || s_.tree.upos(c) == Upos::aux) return false;
      if (s_.tree.form(c) == ":") return t < c && c + 4 < sentence.last;
    }
    return false;
  }

  std::string entry_label(std::uint32_t record) const {
    const auto& entry = context_.knowledge.all_triggers()[record];
    return fmt::format("{}:{} {}", context_.knowledge.text(entry.file), entry.line,
                       context_.knowledge.text(entry.trigger));
  }

  std::string entry_label(const Trigger& t) const {
    std::string label = entry_label(t.record);
    if (t.light_record != kNoRecord) label += ", with " + entry_label(t.light_record);
    return label;
  }

  Span span_of(const Trigger& t) const {
    Span span = s_.tree.span(t.head);
    for (TokenIndex w : s_.triggers.words(t)) span = cover(span, s_.tree.span(w));
    return span;
  }

  NearMiss miss(const Trigger& t, std::string_view reason) const {
    return {s_.tree.sentence(t.head), span_of(t), entry_label(t), std::string(reason)};
  }

  void finish(Draft& d, Coded& out) {
    if (d.dropped.empty() && d.likelihood < kThreshold) d.dropped = why_unlikely(d);
    if (!d.dropped.empty()) {
      out.near_misses.push_back(miss(d.trigger, d.dropped));
      return;
    }
    const auto& entry = drafting_.entry(d);
    Event e;
    e.type = d.type;
    e.modes = std::move(d.modes);
    split_into(context_.knowledge.text(entry.contexts), e.contexts);
    e.cameo = context_.knowledge.text(entry.cameo);
    for (auto [from, to] :
         {std::pair{&d.actors, &e.actors}, std::pair{&d.recipients, &e.recipients}, std::pair{&d.via, &e.via}}) {
      for (PartyMention& m : *from) {
        // A capital that is shelled is the people in it, not the government.
        if (m.place && to == &e.recipients && e.type == EventType::assault &&
            m.party.sectors == std::vector<std::string>{"GOV"})
          m.party.sectors = {"CVL"};
        to->push_back(std::move(m.party));
      }
    }
    e.sentence = s_.tree.sentence(d.trigger.head);
    e.sentence_span = context_.analysis.sentences[e.sentence].span;
    e.trigger = span_of(d.trigger);
    for (TokenIndex w : s_.triggers.words(d.trigger)) e.trigger_words.push_back(s_.tree.span(w));
    e.quoted = s_.speech.quoted(d.trigger.head);
    s_.voices.of_event(d.trigger.head, e.attribution);
    e.status = d.reality.status, e.date = d.date, e.enddate = d.enddate;
    e.places = std::move(d.places);
    if (d.partners > 0) tell_host_from_visitor(e);
    if (d.place_is_said) imply_crowd(e);
    measure(context_, d.trigger.head, e);
    for (TokenIndex t : d.also_at) measure(context_, t, e);
    drop_own_words(e);
    e.confidence = d.likelihood;
    e.evidence.entry = entry_label(d.trigger);
    e.evidence.paths.insert(e.evidence.paths.begin(), std::make_move_iterator(d.paths.begin()),
                            std::make_move_iterator(d.paths.end()));
    if (!d.reality.why.empty()) e.evidence.paths.push_back(fmt::format("status: {}", d.reality.why));
    out.events.push_back(std::move(e));
  }

  Workspace::State& s_;
  Context context_;
  Drafting drafting_;
  std::vector<WhoseObservation>* observed_ = nullptr;
};

}  // namespace

void Coder::code(const Document& document, const Analysis& analysis, Workspace& workspace, Coded& out) const {
  out.clear();
  Coding(document, analysis, knowledge_, workspace.state()).run(out);
}

void Coder::code_by_rules(const Document& document, const Analysis& analysis, Workspace& workspace, Coded& out) const {
  out.clear();
  Coding(document, analysis, knowledge_, workspace.state(), true).run_by_rules(out);
}

std::vector<Observation> Coder::observe(const Document& document, const Analysis& analysis,
                                        Workspace& workspace) const {
  return Coding(document, analysis, knowledge_, workspace.state()).observe();
}

std::vector<RoleObservation> Coder::observe_roles(const Document& document, const Analysis& analysis,
                                                  Workspace& workspace) const {
  return Coding(document, analysis, knowledge_, workspace.state()).observe_roles();
}

std::vector<PairObservation> Coder::observe_pairs(const Document& document, const Analysis& analysis,
                                                  Workspace& workspace) const {
  return Coding(document, analysis, knowledge_, workspace.state()).observe_pairs();
}

std::vector<OwnerObservation> Coder::observe_owners(const Document& document, const Analysis& analysis,
                                                    Workspace& workspace) const {
  return Coding(document, analysis, knowledge_, workspace.state()).observe_owners();
}

}  // namespace masudi::coding
