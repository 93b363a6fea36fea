// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "coding/draft.h"
#include "coding/roles.h"

namespace masudi::coding {
namespace {

using Mentions = std::vector<PartyMention>;

// One draft's search for its parties.
class Casting {
 public:
  Casting(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts)
      : d_(drafting),
        tree_(drafting.context.tree),
        roles_(drafting.context, drafting.triggers),
        draft_at_(draft_at),
        drafts_(drafts) {}

  void cast(Draft& draft) {
    fillers_.clear();
    roles_.actors(draft.trigger, fillers_);
    take_first(draft, fillers_, "actor", draft.actors, draft.recipients);
    if (draft.actors.empty()) take_writer(draft);
    if (d_.entry(draft).reciprocal != 0) {
      fillers_.clear();
      roles_.partners(draft.trigger, fillers_);
      take_first(draft, fillers_, "actor", partners_, draft.actors);
      if (draft.actors.empty() && !partners_.empty()) take_own_side(draft);
      if (!draft.actors.empty()) draft.partners = static_cast<std::uint32_t>(partners_.size());
      for (PartyMention& p : partners_) draft.actors.push_back(std::move(p));
      partners_.clear();
    }
    fillers_.clear();
    roles_.recipients(draft.trigger, fillers_);
    take_first(draft, fillers_, "recipient", draft.recipients, draft.actors);
    if (draft.actors.empty()) look_for_owner(draft);
    if (draft.recipients.empty()) look_at_scene(draft);
    if (draft.recipients.empty()) look_inside(draft);
    if (draft.actors.empty()) take_speaker(draft);
    if (draft.recipients.empty()) look_in_content(draft);
    find_via(draft);
  }

  // Once second mentions have their parties: "condemned the attack" of the sentence before.
  void complete(Draft& draft) {
    if (draft.recipients.empty()) look_inside(draft);
    if (draft.recipients.empty()) look_back(draft);
  }

 private:
  void find_at(TokenIndex head) {
    found_.clear();
    d_.parties.at(head, found_);
  }
  void find_only_at(TokenIndex head) {
    found_.clear();
    d_.parties.only_at(head, found_);
  }

  // Adds to a side the parties just found, without those to be left out; `how` says how they were found.
  template <class LeftOut>
  void take_found(Draft& draft, Mentions& side, const std::string& how, LeftOut left_out) {
    for (PartyMention& m : found_) {
      if (left_out(m)) continue;
      draft.paths.push_back(fmt::format("{}: {}", how, m.why));
      side.push_back(std::move(m));
    }
  }

  void take_found(Draft& draft, Mentions& side, const std::string& how) {
    take_found(draft, side, how, [](const PartyMention&) { return false; });
  }

  // The parties of the first filler that names any, without those that play the other part already.
  void take_first(Draft& draft, const std::vector<Filler>& fillers, std::string_view role, Mentions& out,
                  const Mentions& others) {
    for (const Filler& filler : fillers) {
      find_at(filler.head);
      for (PartyMention& m : found_) {
        if (has_head(others, m.head) || has_head(out, m.head)) continue;
        if (&out == &draft.actors && cannot_act(draft, m)) continue;
        if (filler.before && is_bare_military(m, draft.trigger.head)) continue;
        if (filler.before && &out == &draft.actors && (is_scene(draft, m) || is_vehicle(tree_.lemma(filler.head))))
          continue;
        draft.paths.push_back(
            fmt::format("{}: {} of “{}”: {}", role, filler.slot, tree_.form(draft.trigger.head), m.why));
        out.push_back(std::move(m));
      }
      if (!out.empty()) return;
    }
  }

  // "the mosque attack", "the Paris attacks", "car bombing": what stands before the word for a deed tells where or
  // with what, not who.
  static bool is_scene(const Draft& draft, const PartyMention& m) {
    const bool town = m.place && !m.party.sectors.empty() && m.party.sectors[0] == "CVL";
    return draft.type == EventType::assault && (m.thing || town);
  }

  // "the military strike" after others did it: theirs.
  bool is_bare_military(const PartyMention& m, TokenIndex noun) const {
    return m.by_story && tree_.lemma(m.head) == "military" && points_back(tree_, noun);
  }

  // "Car bombs in Baghdad and two other towns killed 12": towns and buildings kill nobody.
  // "Those found to have carried out attacks" are nobody in particular.
  bool cannot_act(const Draft& draft, const PartyMention& m) const {
    if (!is_grave(draft.type)) return false;
    if (m.grade == Grade::generic && tree_.xpos(m.head) == Xpos::dt) return draft.type != EventType::protest;
    return m.place && (m.party.sectors.empty() || m.party.sectors[0] == "CVL");
  }

  // "an air force strike", "coalition raids", "two Israeli missiles struck", "on a visit, X said": who stands behind
  // the deed where the frame's own slots are empty.
  void look_for_owner(Draft& draft) {
    const TokenIndex head = draft.trigger.head;
    if (d_.entry(draft).kind == knowledge::TriggerKind::noun) {
      take_modifiers(draft, head);
      if (draft.actors.empty()) take_possessor_before(draft, head);
      if (draft.actors.empty() && draft.type == EventType::consult && draft.trigger.light == kNoToken)
        take_traveller(draft, head);
    } else if (tree_.is_verb(head)) {
      if (!is_done_through_others(draft.type)) return;
      if (draft.type == EventType::coerce && tree_.is_passive(head)) take_forbidding_state(draft, head);
      const TokenIndex subject = tree_.logical_subject(head);
      if (subject != kNoToken) take_modifiers(draft, content_of(tree_, subject));
      // "killed in coalition air raids", "in a special forces operation": the deed that the death hangs on.
      if (!tree_.is_passive(head)) return;
      for (TokenIndex c : tree_.children(head)) {
        if (tree_.relation(c) != Relation::obl || c < head || tree_.preposition(c) != "in") continue;
        if (!is_operation(c) && !d_.triggers.covers(draft.trigger, c)) continue;
        if (draft.actors.empty()) take_modifiers(draft, c);
        if (draft.actors.empty()) take_opponents(draft, c);
      }
    }
  }

  // "The party is banned in Turkey": by the state.
  void take_forbidding_state(Draft& draft, TokenIndex verb) {
    static constexpr std::array<std::string_view, 5> kForbid = {"ban", "censor", "forbid", "outlaw", "prohibit"};
    if (!std::ranges::binary_search(kForbid, tree_.lemma(verb))) return;
    for (TokenIndex c : tree_.children(verb)) {
      if (tree_.relation(c) != Relation::obl || tree_.preposition(c) != "in") continue;
      find_at(c);
      take_found(draft, draft.actors, fmt::format("actor: where it is “{}”", tree_.form(verb)),
                 [](const PartyMention& m) { return m.place || m.party.sectors != std::vector<std::string>{"GOV"}; });
    }
  }

  // "The Turkish statement called for calm", "a U.S. measure that bans flights", "a British letter urging calm".
  void take_writer(Draft& draft) {
    const TokenIndex head = draft.trigger.head;
    if (!tree_.is_verb(head)) return;
    TokenIndex subject = tree_.logical_subject(head);
    const Relation r = tree_.relation(head);
    const bool relative = r == Relation::acl_relcl && (subject == kNoToken || tree_.upos(subject) == Upos::pron);
    if (relative || r == Relation::acl) subject = tree_.head(head);
    if (subject != kNoToken && speaks_for_owner(tree_.lemma(subject))) take_modifiers(draft, subject);
  }

  // Words are their owner's.
  static bool speaks_for_owner(std::string_view lemma) {
    static constexpr std::array<std::string_view, 15> kWords = {
        "announcement", "communique", "decree", "delegation", "editorial", "letter",    "measure", "message",
        "note",         "order",      "report", "resolution", "speech",    "statement", "tweet"};
    static_assert(std::ranges::is_sorted(kWords));
    return std::ranges::binary_search(kWords, lemma);
  }

  // A noun that tells what was done, with an entry of its own or without.
  bool is_operation(TokenIndex noun) const {
    return draft_at_[noun] != 0 || tree_.lemma(noun) == "operation" || tree_.lemma(noun) == "raid";
  }

  // Whoever needs no name to be an actor: soldiers, rebels, police.
  static bool is_force(const PartyMention& m) {
    static constexpr std::array<std::string_view, 7> kForces = {"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"};
    return !m.party.sectors.empty() && std::ranges::binary_search(kForces, m.party.sectors[0]);
  }

  // "killed in a clash with gunmen", "in an attack by rebels", "in a fight between two gangs".
  void take_opponents(Draft& draft, TokenIndex noun) {
    for (TokenIndex c : tree_.children(noun)) {
      const std::string_view p = tree_.preposition(c);
      if (tree_.relation(c) != Relation::nmod || (p != "by" && p != "with" && p != "between")) continue;
      find_at(c);
      take_found(draft, draft.actors, fmt::format("actor: {} of “{}”", p, tree_.form(noun)),
                 [&](const PartyMention& m) { return has_head(draft.recipients, m.head); });
      if (!draft.actors.empty()) return;
    }
  }

  // What states and forces do through others: their missiles strike, their ships bring aid.
  static bool is_done_through_others(EventType type) {
    return type == EventType::assault || type == EventType::coerce || type == EventType::mobilize ||
           type == EventType::aid || type == EventType::sanction;
  }

  void take_modifiers(Draft& draft, TokenIndex noun) {
    for (TokenIndex c : tree_.children(noun)) {
      const Relation r = tree_.relation(c);
      const bool adjective = r == Relation::amod && (tree_.upos(c) == Upos::adj || tree_.upos(c) == Upos::propn);
      if (!adjective && r != Relation::compound && r != Relation::nmod_poss) continue;
      if (d_.triggers.covers(draft.trigger, c) || is_vehicle(tree_.lemma(c))) continue;
      find_at(c);
      for (PartyMention& m : found_) {
        // "the Gaza offensive": a country that stands before the noun as it is tells where, unless abbreviated ("US
        // raids").
        const bool is_place = is_scene(draft, m) || (r == Relation::compound && !m.party.sectors.empty() &&
                                                     m.party.sectors[0] == "GOV" && tree_.form(c).size() > 4);
        if ((m.grade == Grade::generic && !is_force(m)) || is_place || is_bare_military(m, noun) ||
            has_head(draft.actors, m.head) || has_head(draft.recipients, m.head))
          continue;
        draft.paths.push_back(fmt::format("actor: stands before “{}”: {}", tree_.form(noun), m.why));
        draft.actors.push_back(std::move(m));
      }
      if (!draft.actors.empty()) return;
    }
  }

  // "Secretary of State X's unannounced visit", where the tree went astray: the party that ends in the 's before the
  // noun.
  void take_possessor_before(Draft& draft, TokenIndex noun) {
    constexpr int kModifiers = 4;
    TokenIndex t = noun;
    for (int steps = 0; t > 0 && steps < kModifiers; ++steps) {
      --t;
      if (tree_.sentence(t) != tree_.sentence(noun)) return;
      if (tree_.xpos(t) == Xpos::pos) break;
      if (tree_.upos(t) != Upos::adj && tree_.upos(t) != Upos::noun && tree_.upos(t) != Upos::num &&
          tree_.upos(t) != Upos::propn && tree_.upos(t) != Upos::verb)
        return;
    }
    if (t == 0 || tree_.xpos(t) != Xpos::pos) return;
    TokenIndex owner = t - 1;
    for (int steps = 0; owner != kNoToken && steps < 4; ++steps, owner = tree_.head(owner)) {
      if (owner >= noun || tree_.is_verb(owner)) return;
      find_only_at(owner);
      take_found(
          draft, draft.actors, fmt::format("actor: before the ’s of “{}”", tree_.form(noun)),
          [&](const PartyMention& m) { return m.grade == Grade::generic || has_head(draft.recipients, m.head); });
      if (!draft.actors.empty()) return;
    }
  }

  // "X, on a visit to Y, said …": whom the phrase hangs on, or the subject of its clause.
  void take_traveller(Draft& draft, TokenIndex noun) {
    const std::string_view p = tree_.preposition(noun);
    if (p != "on" && p != "during" && p != "in" && p != "after" && p != "for" && p != "following" && p != "before")
      return;
    const TokenIndex up = tree_.head(noun);
    if (up == kNoToken) return;
    const TokenIndex who = tree_.is_verb(up) ? tree_.logical_subject(up) : up;
    if (who == kNoToken) return;
    find_at(who);
    take_found(draft, draft.actors, fmt::format("actor: subject of the clause of “{}”", tree_.form(noun)),
               [&](const PartyMention& m) { return m.grade == Grade::generic; });
  }

  // "the mosque attack", "the Paris attacks": who is there; "anti-government protests": whom they are against.
  void look_at_scene(Draft& draft) {
    const TokenIndex noun = draft.trigger.head;
    if (draft.type == EventType::protest || draft.type == EventType::accuse) take_opposed(draft, noun);
    if (d_.entry(draft).kind != knowledge::TriggerKind::noun || draft.type != EventType::assault) return;
    for (TokenIndex c : tree_.children(noun)) {
      if (c > noun || tree_.relation(c) != Relation::compound || d_.triggers.covers(draft.trigger, c) ||
          is_vehicle(tree_.lemma(c)))
        continue;
      find_only_at(c);
      std::erase_if(found_, [](const PartyMention& m) { return is_force(m) && !m.place; });  // "military operation"
      take_found(draft, draft.recipients, fmt::format("recipient: stands before “{}”", tree_.form(noun)),
                 [&](const PartyMention& m) { return !is_scene(draft, m) || has_head(draft.actors, m.head); });
      if (!draft.recipients.empty()) return;
    }
  }

  // What attacks are made with.
  static bool is_vehicle(std::string_view lemma) {
    static constexpr std::array<std::string_view, 13> kVehicles = {
        "aircraft",   "boat",  "car",       "drone", "helicopter", "jet",    "lorry",
        "motorcycle", "plane", "submarine", "truck", "van",        "vehicle"};
    static_assert(std::ranges::is_sorted(kVehicles));
    return std::ranges::binary_search(kVehicles, lemma);
  }

  void take_opposed(Draft& draft, TokenIndex noun) {
    const auto& sentence = d_.context.analysis.sentences[tree_.sentence(noun)];
    constexpr TokenIndex kBefore = 5;  // words before the noun that may be parts of "anti-government"
    const TokenIndex from = std::max(sentence.first, noun > kBefore ? noun - kBefore : 0);
    for (TokenIndex t = from; t < noun; ++t) {
      const std::string_view form = tree_.form(t);
      if (!form.starts_with("anti") && !form.starts_with("Anti")) continue;
      // Parted at the hyphen or whole.
      const bool parted = form.size() == 4 && t + 2 < noun && tree_.xpos(t + 1) == Xpos::hyph;
      if (!parted && (form.size() < 6 || form[4] != '-')) continue;
      found_.clear();
      parted ? d_.parties.only_at(t + 2, found_) : d_.parties.opposed(t, found_);
      take_found(draft, draft.recipients, fmt::format("recipient: “{}” before “{}”", form, tree_.form(noun)));
      if (!draft.recipients.empty()) return;
    }
  }

  // "Kenya reports clashes with raiders", "its deal with the firm": of two sides of which one is named, the other is
  // the subject of the clause.
  void take_own_side(Draft& draft) {
    const Relation relation = tree_.relation(draft.trigger.head);  // of a noun, also where it is tagged as a verb
    if (d_.entry(draft).kind != knowledge::TriggerKind::noun && relation != Relation::obj && relation != Relation::obl)
      return;
    TokenIndex up = tree_.head(draft.trigger.anchor());
    for (int steps = 0; up != kNoToken && steps < 4; ++steps, up = tree_.head(up)) {
      if (!tree_.is_verb(up)) continue;
      const TokenIndex subject = tree_.logical_subject(up);
      if (subject == kNoToken) continue;
      find_at(subject);
      take_found(draft, draft.actors,
                 fmt::format("actor: subject of the clause of “{}”", tree_.form(draft.trigger.head)),
                 [&](const PartyMention& m) {
                   return m.grade == Grade::generic || has_head(partners_, m.head) || shares_code(partners_, m);
                 });
      return;
    }
  }

  // "condemned Russia's invasion": whoever does what is condemned; "seized an Iranian tanker": whose it is.
  void look_inside(Draft& draft) {
    fillers_.clear();
    roles_.recipients(draft.trigger, fillers_);
    for (const Filler& filler : fillers_) {
      const TokenIndex noun = content_of(tree_, filler.head);
      if (noun >= draft_at_.size()) continue;
      if (const std::uint32_t at = draft_at_[noun]; at != 0 && &drafts_[at - 1] != &draft) {
        take_doers(draft, drafts_[at - 1]);
        for (TokenIndex c : tree_.children(noun)) {
          const bool joined = tree_.relation(c) == Relation::conj || tree_.relation(c) == Relation::appos;
          if (joined && draft.recipients.empty() && draft_at_[c] != 0) take_doers(draft, drafts_[draft_at_[c] - 1]);
        }
        if (!draft.recipients.empty()) {
          draft.paths.push_back(fmt::format("recipient: who does what “{}” is about", tree_.form(draft.trigger.head)));
          return;
        }
      }
      if (!undergone(noun)) take_owner(draft, noun);
      if (!draft.recipients.empty()) return;
    }
  }

  // "Iran denied the accusation", "The operation was condemned", "the border agreement is void": whoever did the deed
  // that an earlier sentence told, where the noun makes no event of its own.
  void look_back(Draft& draft) {
    if (draft.type != EventType::accuse && draft.type != EventType::reject && draft.type != EventType::support) return;
    fillers_.clear();
    roles_.recipients(draft.trigger, fillers_);
    fillers_.push_back({draft.trigger.object, "object"});
    for (TokenIndex w : d_.triggers.words(draft.trigger)) fillers_.push_back({w, "word"});
    for (const Filler& filler : fillers_) {
      const TokenIndex noun = filler.head == kNoToken ? kNoToken : content_of(tree_, filler.head);
      if (noun == kNoToken || tree_.is_verb(noun) || !points_back(tree_, noun)) continue;
      const auto types = deeds_called(tree_.lemma(noun));
      if (std::ranges::find(types, draft.type) != types.end()) return;  // who signs the agreement makes it
      const Draft* deed = earlier_deed(draft, types);
      if (deed == nullptr) continue;
      take_doers(draft, *deed);
      draft.paths.push_back(fmt::format("recipient: who did what “{}” points back to", tree_.form(noun)));
      return;
    }
  }

  // The last deed of one of the types in the sentences before, by others than the actors of the draft alone.
  const Draft* earlier_deed(const Draft& draft, std::span<const EventType> types) const {
    constexpr std::uint32_t kFarBack = 8;  // sentences
    const std::uint32_t sentence = tree_.sentence(draft.trigger.head);
    for (std::size_t k = static_cast<std::size_t>(&draft - drafts_.data()); k-- > 0;) {
      const Draft& d = drafts_[k];
      const std::uint32_t at = tree_.sentence(d.trigger.head);
      if (at + kFarBack < sentence) return nullptr;
      if (at == sentence || !d.dropped.empty() || std::ranges::find(types, d.type) == types.end()) continue;
      if (std::ranges::any_of(d.actors, [&](const PartyMention& m) { return !shares_code(draft.actors, m); }))
        return &d;
    }
    return nullptr;
  }

  // The types of the deeds that a noun may speak of.
  static std::span<const EventType> deeds_called(std::string_view lemma) {
    struct Called {
      std::string_view lemma;
      EventType types[2];
    };
    using enum EventType;
    static constexpr std::array<Called, 26> kCalled = {{
        {"accord", {agree, support}},       {"accusation", {accuse, accuse}},  {"agreement", {agree, support}},
        {"allegation", {accuse, accuse}},   {"appeal", {request, request}},    {"arrest", {coerce, coerce}},
        {"attack", {assault, assault}},     {"ban", {coerce, sanction}},       {"bombing", {assault, assault}},
        {"call", {request, request}},       {"charge", {accuse, accuse}},      {"claim", {accuse, accuse}},
        {"crackdown", {coerce, assault}},   {"deal", {agree, support}},        {"demand", {request, request}},
        {"incursion", {assault, mobilize}}, {"invasion", {assault, mobilize}}, {"killing", {assault, assault}},
        {"offensive", {assault, assault}},  {"offer", {agree, agree}},         {"operation", {assault, mobilize}},
        {"raid", {assault, coerce}},        {"request", {request, request}},   {"sanction", {sanction, sanction}},
        {"strike", {assault, assault}},     {"threat", {threaten, threaten}},
    }};
    static_assert(std::ranges::is_sorted(kCalled, {}, &Called::lemma));
    const auto at = std::ranges::lower_bound(kCalled, lemma, {}, &Called::lemma);
    if (at == kCalled.end() || at->lemma != lemma) return {};
    return at->types;
  }

  // "the priest's murder": its owner is no doer.
  bool undergone(TokenIndex noun) const {
    const std::uint32_t at = draft_at_[noun];
    const TokenIndex owner = tree_.child(noun, Relation::nmod_poss);
    return at != 0 && owner != kNoToken && has_head(drafts_[at - 1].recipients, owner);
  }

  void take_doers(Draft& draft, const Draft& deed) {
    for (const PartyMention& m : deed.actors) {
      if (!has_head(draft.actors, m.head)) draft.recipients.push_back(m);
    }
  }

  void take_owner(Draft& draft, TokenIndex noun) {
    for (const Relation wanted : {Relation::nmod_poss, Relation::amod, Relation::compound, Relation::nmod}) {
      for (TokenIndex c : tree_.children(noun)) {
        if (tree_.relation(c) != wanted) continue;
        // Of a deed, "of" tells whom it was done to, not who did it.
        if (wanted == Relation::nmod && draft_at_[noun] != 0 && tree_.preposition(c) == "of") continue;
        if (wanted == Relation::nmod && tree_.preposition(c) != "of" && tree_.preposition(c) != "by" &&
            tree_.preposition(c) != "from")
          continue;
        find_at(c);
        take_found(draft, draft.recipients, fmt::format("recipient: owner of “{}”", tree_.form(noun)),
                   [&](const PartyMention& m) { return has_head(draft.actors, m.head) || m.grade == Grade::generic; });
        if (!draft.recipients.empty()) return;
      }
    }
  }

  // "refused to grant a visa to X", "threatened to suspend talks with Y", "rejects calls from Z": of words, also whom
  // their content names, if it is somebody else.
  void look_in_content(Draft& draft) {
    if (draft.type == EventType::mobilize) return look_at_purpose(draft);
    switch (draft.type) {
      case EventType::request:
      case EventType::reject:
      case EventType::threaten:
      case EventType::accuse:
      case EventType::agree: break;
      default: return;
    }
    if (draft.actors.empty() || d_.entry(draft).reciprocal != 0) return;
    const TokenIndex base = draft.trigger.anchor();
    for (TokenIndex w : d_.triggers.words(draft.trigger)) {
      if (draft.recipients.empty()) search_below(draft, w, 0);
    }
    if (draft.recipients.empty()) search_below(draft, base, 0);
  }

  // "deployed to deter Iran": whom a move is against.
  void look_at_purpose(Draft& draft) {
    static constexpr std::array<std::string_view, 14> kAgainst = {
        "arrest",   "attack", "confront", "contain",    "counter", "crush", "deter",
        "disperse", "fight",  "hunt",     "intimidate", "quell",   "repel", "threaten"};
    const TokenIndex base = draft.trigger.anchor();
    for (TokenIndex t = base + 1; t < tree_.size() && tree_.sentence(t) == tree_.sentence(base); ++t) {
      if (!std::ranges::binary_search(kAgainst, tree_.lemma(t)) || tree_.xpos(t) != Xpos::vb ||
          !tree_.dominates(base, t))
        continue;
      for (TokenIndex c : tree_.children(t)) {
        if (tree_.relation(c) != Relation::obj) continue;
        find_at(c);
        take_found(draft, draft.recipients, fmt::format("recipient: whom it is to “{}”", tree_.lemma(t)),
                   [&](const PartyMention& m) {
                     return has_head(draft.actors, m.head) || has_head(draft.recipients, m.head);
                   });
      }
      return;
    }
  }

  void search_below(Draft& draft, TokenIndex t, int depth) {
    if (depth > 3) return;
    for (TokenIndex c : tree_.children(t)) {
      if (!draft.recipients.empty()) return;
      switch (tree_.relation(c)) {
        case Relation::obj:
        case Relation::iobj:
        case Relation::xcomp:
        case Relation::ccomp:
        case Relation::nmod_poss:
        case Relation::amod:
        case Relation::compound: break;
        case Relation::obl:
        case Relation::nmod: {
          const std::string_view p = tree_.preposition(c);
          if (p != "to" && p != "with" && p != "from" && p != "of" && p != "by" && p != "against" && p != "on")
            continue;
          break;
        }
        default: continue;
      }
      find_at(c);
      take_found(draft, draft.recipients,
                 fmt::format("recipient: named in what “{}” is about", tree_.form(draft.trigger.head)),
                 [&](const PartyMention& m) {
                   return m.grade == Grade::generic || has_head(draft.actors, m.head) || shares_code(draft.actors, m);
                 });
      if (draft.recipients.empty()) search_below(draft, c, depth + 1);
    }
  }

  static bool shares_code(const Mentions& mentions, const PartyMention& one) {
    return std::ranges::any_of(mentions, [&](const PartyMention& m) { return m.party.code == one.party.code; });
  }

  // A judgement inside a quotation is the speaker's ("The attacks are unacceptable," X said).
  void take_speaker(Draft& draft) {
    if (draft.type != EventType::accuse && draft.type != EventType::support && draft.type != EventType::request &&
        draft.type != EventType::threaten)
      return;
    const auto& entry = d_.entry(draft);
    const bool speaks_for_itself = entry.kind == knowledge::TriggerKind::adjective ||
                                   entry.kind == knowledge::TriggerKind::phrase || entry.actor.count == 0;
    if (!speaks_for_itself) return;
    const Saying* saying = d_.speech.quotation(draft.trigger.head);
    if (saying == nullptr) {
      for (const Saying& s : d_.speech.sayings()) {
        if (s.covers(draft.trigger.head)) saying = &s;
      }
    }
    if (saying == nullptr || saying->speaker == kNoToken) return;
    find_at(saying->speaker);
    take_found(draft, draft.actors, fmt::format("actor: who says so (“{}”)", tree_.form(saying->cue)));
  }

  // "through Turkey", "via Oman", "through back channels in countries like Turkey": who carries it. Looked for in all
  // that hangs on the trigger, since parsers tie such phrases to its subject or object as well.
  void find_via(Draft& draft) {
    const TokenIndex base = draft.trigger.anchor();
    const auto& sentence = d_.context.analysis.sentences[tree_.sentence(base)];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      const std::string_view lemma = tree_.lemma(t);
      if ((lemma != "through" && lemma != "via") || !tree_.dominates(base, t)) continue;
      TokenIndex noun = tree_.head(t);
      while (noun != kNoToken && (tree_.relation(noun) == Relation::compound || tree_.relation(noun) == Relation::amod))
        noun = tree_.head(noun);
      if (noun == kNoToken || tree_.is_verb(noun)) continue;
      found_.clear();
      members_below(noun, 0);
      if (found_.empty()) d_.parties.at(noun, found_);
      take_found(draft, draft.via, fmt::format("via: “{}”", lemma), [&](const PartyMention& m) {
        return m.grade == Grade::generic || has_head(draft.via, m.head) || has_head(draft.actors, m.head) ||
               has_head(draft.recipients, m.head);
      });
    }
  }

  // "regional partners including Turkey", "channels in countries like Turkey": the members that are named.
  void members_below(TokenIndex t, int depth) {
    for (TokenIndex c : tree_.children(t)) {
      if (c < t || depth > 2 || tree_.relation(c) != Relation::nmod) continue;
      const std::string_view p = tree_.preposition(c);
      if (p == "including" || p == "include" || p == "like" || p == "such") d_.parties.at(c, found_);
      if (found_.empty()) members_below(c, depth + 1);
    }
  }

  const Drafting& d_;
  const Tree& tree_;
  Roles roles_;
  const std::vector<std::uint32_t>& draft_at_;
  std::vector<Draft>& drafts_;
  std::vector<Filler> fillers_;
  Mentions found_;
  Mentions partners_;
};

}  // namespace

void cast_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at, std::vector<Draft>& drafts) {
  Casting casting(drafting, draft_at, drafts);
  // Nouns first: verbs ask who does what they are about.
  for (const bool nouns : {true, false}) {
    for (Draft& draft : drafts) {
      if ((drafting.entry(draft).kind == knowledge::TriggerKind::noun) == nouns) casting.cast(draft);
    }
  }
  share_in_lists(drafting, drafts);
  share_doers(drafting, drafts);
}

void complete_parties(const Drafting& drafting, const std::vector<std::uint32_t>& draft_at,
                      std::vector<Draft>& drafts) {
  Casting casting(drafting, draft_at, drafts);
  for (Draft& draft : drafts) {
    if (draft.dropped.empty()) casting.complete(draft);
  }
}

}  // namespace masudi::coding
