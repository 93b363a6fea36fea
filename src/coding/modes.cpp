// SPDX-License-Identifier: Apache-2.0
#include "coding/modes.h"

#include <algorithm>
#include <set>
#include <string>

#include "coding/mentions.h"

namespace masudi::coding {
namespace {

constexpr int kDeepest = 8;            // steps down a tree
constexpr std::size_t kFarthest = 200;  // drafts back to an earlier meeting

bool has(const Draft& d, std::string_view mode) { return std::ranges::find(d.modes, mode) != d.modes.end(); }

void put_first(Draft& d, std::string_view mode) {
  std::erase(d.modes, mode);
  d.modes.insert(d.modes.begin(), std::string(mode));
}

class Modes {
 public:
  Modes(const Drafting& drafting, std::vector<Draft>& drafts)
      : tree_(drafting.context.tree), drafting_(drafting), drafts_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& d = drafts_[i];
      if (!is_told(d)) continue;
      switch (d.type) {
        case EventType::assault: of_assault(i); break;
        case EventType::request:
        case EventType::reject: of_content(d, demand_mode); break;
        case EventType::threaten: of_content(d, threat_mode); break;
        case EventType::consult: of_meeting(i); break;
        case EventType::mobilize: of_move(d); break;
        case EventType::protest: of_protest(d); break;
        case EventType::retreat: of_retreat(d); break;
        default: break;
      }
    }
  }

 private:
  // ---- Assaults
  void of_assault(std::size_t i) {
    Draft& d = drafts_[i];
    std::string_view best = narrower(d);
    if (d.modes.empty()) {
      look_below(d.trigger.anchor(), d, kDeepest, best);
      look_below(d.trigger.head, d, kDeepest, best);
      for (TokenIndex t : d.also_at) look_below(t, d, kDeepest, best);
      look_above(d, best);
      if (best.empty() && is_only_assault(i)) look_in_sentence(d, best);
    }
    if (!best.empty()) return put_first(d, best);
    if (!d.modes.empty()) return;
    if (const Draft* other = other_mention(drafting_, drafts_, i, [](const Draft& o) { return !o.modes.empty(); })) {
      d.modes = other->modes;
    } else if (is_aimed(d)) {
      d.modes.emplace_back("targeted");
    }
  }

  // Planes that bomb, drones that strike: who does it says more than the word for it.
  std::string_view narrower(const Draft& d) const {
    if (!has(d, "explosives") || !tree_.is_verb(d.trigger.head)) return {};
    const TokenIndex subject = tree_.logical_subject(d.trigger.head);
    if (subject == kNoToken) return {};
    const std::string_view mode = weapon_at(subject);
    return mode == "aerial" || mode == "drone" ? mode : std::string_view{};
  }

  // What a word of the sentence says, alone or with the word beside it.
  std::string_view weapon_at(TokenIndex t) const {
    const std::string word = lower(t);
    if (tree_.upos(t) == Upos::propn && word != "air" && word != "novichok") return {};
    const std::string next = t + 1 < tree_.size() && tree_.sentence(t + 1) == tree_.sentence(t) ? lower(t + 1) : "";
    if (word == "air" && (next == "strike" || next == "raid" || next == "attack" || next == "force")) return "aerial";
    if ((word == "tear" && next == "gas") || (word == "rubber" && next == "bullet") ||
        (word == "water" && next == "cannon") || (word == "pepper" && next == "spray"))
      return "crowd-control";
    if ((word == "chemical" || word == "poison" || word == "nerve" || word == "gas") &&
        (next == "weapon" || next == "gas" || next == "agent" || next == "attack"))
      return "unconventional";
    if (word == "open" && next == "fire") return "firearms";
    if (word == "bullet" && t > 0 && lower(t - 1) == "rubber") return {};
    return weapon_mode(word);
  }

  void consider(TokenIndex t, std::string_view& best) const {
    const std::string_view mode = weapon_at(t);
    if (!mode.empty() && (best.empty() || weapon_rank(mode) < weapon_rank(best))) best = mode;
  }

  // Everything that hangs on a word, down to where another event is told.
  void look_below(TokenIndex t, const Draft& d, int depth, std::string_view& best) const {
    consider(t, best);
    if (depth == 0) return;
    for (TokenIndex c : tree_.children(t)) {
      if (!heads_other(c, d)) look_below(c, d, depth - 1, best);
    }
  }

  // "an airstrike that killed …", "an attack by gunmen, killing …": the noun or verb that the trigger hangs on, with its
  // own words.
  void look_above(const Draft& d, std::string_view& best) const {
    TokenIndex t = d.trigger.anchor();
    for (int steps = 0; steps < 2; ++steps) {
      const Relation r = tree_.relation(t);
      const TokenIndex up = tree_.head(t);
      const bool leans = r == Relation::acl || r == Relation::acl_relcl || r == Relation::advcl ||
                         r == Relation::xcomp || r == Relation::conj || r == Relation::nmod || r == Relation::compound;
      if (up == kNoToken || !leans || heads_other(up, d)) return;
      consider(up, best);
      for (TokenIndex c : tree_.children(up)) {
        const Relation side = tree_.relation(c);
        if (c == t || side == Relation::conj || heads_other(c, d)) continue;
        if (side == Relation::nsubj || side == Relation::obl || side == Relation::nmod || side == Relation::amod ||
            side == Relation::compound || side == Relation::obl_agent)
          look_below(c, d, 3, best);
      }
      t = up;
    }
  }

  void look_in_sentence(const Draft& d, std::string_view& best) const {
    const auto& sentence = drafting_.context.analysis.sentences[tree_.sentence(d.trigger.head)];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) consider(t, best);
  }

  bool heads_other(TokenIndex t, const Draft& d) const {
    return std::ranges::any_of(drafts_of(tree_, drafts_, tree_.sentence(t)), [&](const Draft& o) {
      return &o != &d && is_told(o) && (o.trigger.head == t || o.trigger.anchor() == t);
    });
  }

  bool is_only_assault(std::size_t i) const {
    const Draft& d = drafts_[i];
    return std::ranges::none_of(drafts_of(tree_, drafts_, tree_.sentence(d.trigger.head)), [&](const Draft& o) {
      return &o != &d && is_told(o) && o.type == EventType::assault;
    });
  }

  // One named person is killed: somebody was after that person.
  bool is_aimed(const Draft& d) const {
    if (d.recipients.size() != 1) return false;
    const PartyMention& m = d.recipients[0];
    if (m.place || m.head == kNoToken || tree_.upos(m.head) != Upos::propn || tree_.xpos(m.head) == Xpos::nnps)
      return false;
    const std::string word = lower(d.trigger.head);
    const bool deadly = word == "kill" || word == "killing" || word == "murder" || word == "assassination" ||
                        word == "slay" || word == "slaying" || word == "poison";
    return deadly && is_person(m);
  }

  bool is_person(const PartyMention& m) const {
    return std::ranges::any_of(drafting_.context.analysis.names, [&](const Name& n) {
      return n.kind == NameKind::person && n.first < m.last && m.first < n.last;
    });
  }

  // ---- What is asked, refused or threatened
  void of_content(Draft& d, std::string_view (*mode_of)(std::string_view)) const {
    if (!d.modes.empty()) return;
    for (TokenIndex t : contents(d)) {
      if (const std::string_view mode = mode_of(lower(t)); !mode.empty()) return d.modes.emplace_back(mode), void();
    }
  }

  // The verbs and nouns that complete a trigger, the nearest first.
  std::vector<TokenIndex> contents(const Draft& d) const {
    std::vector<TokenIndex> out;
    if (d.trigger.object != kNoToken) out.push_back(d.trigger.object);
    for (TokenIndex t : {d.trigger.head, d.trigger.object, d.trigger.light}) {
      if (t != kNoToken) add_complements(t, d, 3, out);
    }
    return out;
  }

  void add_complements(TokenIndex t, const Draft& d, int depth, std::vector<TokenIndex>& out) const {
    if (depth == 0) return;
    for (TokenIndex c : tree_.children(t)) {
      const Relation r = tree_.relation(c);
      const std::string_view mark = tree_.preposition(c);
      const bool completes = r == Relation::xcomp || r == Relation::ccomp || r == Relation::obj || r == Relation::acl ||
                             (r == Relation::advcl && tree_.child_with_lemma(c, "to") != kNoToken) ||
                             ((r == Relation::obl || r == Relation::nmod) && (mark == "for" || mark == "of" || mark == "to")) ||
                             (d.type == EventType::threaten && (r == Relation::amod || r == Relation::compound));
      if (!completes) continue;
      out.push_back(c);
      add_complements(c, d, depth - 1, out);
    }
  }

  // ---- Meetings and moves
  void of_meeting(std::size_t i) {
    Draft& d = drafts_[i];
    const std::set<std::string> met = codes(d);
    if (!d.modes.empty() || met.empty()) return;
    if (met.size() >= 3) return put_first(d, "multilateral");
    // "The two leaders discussed …" on the phone, if that is how they spoke.
    for (std::size_t k = i; k-- > (i > kFarthest ? i - kFarthest : 0);) {
      const Draft& before = drafts_[k];
      if (before.type == d.type && is_told(before) && codes(before) == met) {
        d.modes = before.modes;
        return;
      }
    }
  }

  static std::set<std::string> codes(const Draft& d) {
    std::set<std::string> out;
    for (const auto* side : {&d.actors, &d.recipients}) {
      for (const PartyMention& m : *side) {
        if (!m.party.code.empty()) out.insert(m.party.code);
      }
    }
    return out;
  }

  // The fighters of a militia are no army.
  static void of_move(Draft& d) {
    if (!has(d, "troops") || d.actors.empty() || d.actors[0].party.sectors.empty()) return;
    const std::string& sector = d.actors[0].party.sectors[0];
    if (sector == "PRM" || sector == "REB" || sector == "UAF") std::ranges::replace(d.modes, "troops", "militia");
  }

  // Protests that turn violent are riots.
  void of_protest(Draft& d) const {
    if (!has(d, "demo") || tree_.child_with_lemma(d.trigger.head, "violent") == kNoToken) return;
    std::erase(d.modes, "demo");
    put_first(d, "riot");
  }

  // Who withdraws a candidacy resigns from it.
  void of_retreat(Draft& d) const {
    if (!has(d, "withdraw") || !tree_.is_verb(d.trigger.head)) return;
    const TokenIndex object = tree_.logical_object(d.trigger.head);
    if (object == kNoToken) return;
    const std::string word = lower(object);
    if (word != "nomination" && word != "candidacy" && word != "candidature" && word != "bid" && word != "name") return;
    std::erase(d.modes, "withdraw");
    put_first(d, "resign");
  }

  std::string lower(TokenIndex t) const {
    std::string word(tree_.lemma(t));
    for (char& c : word) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return word;
  }

  const Tree& tree_;
  const Drafting& drafting_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void complete_modes(const Drafting& drafting, std::vector<Draft>& drafts) { Modes(drafting, drafts).run(); }

}  // namespace masudi::coding
