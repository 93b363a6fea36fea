// SPDX-License-Identifier: Apache-2.0
#include "coding/modes.h"

#include <algorithm>
#include <set>
#include <string>

#include "coding/mentions.h"

namespace masudi::coding {
namespace {

constexpr std::size_t kFarthest = 200;  // drafts back to an earlier meeting

class Modes {
 public:
  Modes(const Drafting& drafting, std::vector<Draft>& drafts)
      : tree_(drafting.context.tree), drafting_(drafting), drafts_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& d = drafts_[i];
      if (!is_told(d)) continue;
      switch (d.type) {
        case EventType::assault: of_assault(drafting_, drafts_, i); break;
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
  // ---- What is asked, refused or threatened
  void of_content(Draft& d, std::string_view (*mode_of)(std::string_view)) const {
    if (!d.modes.empty()) return;
    for (TokenIndex t : contents(d)) {
      if (const std::string_view mode = mode_of(lower_lemma(tree_, t)); !mode.empty())
        return d.modes.emplace_back(mode), void();
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
      const bool completes =
          r == Relation::xcomp || r == Relation::ccomp || r == Relation::obj || r == Relation::acl ||
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
    if (met.size() >= 3) return put_mode_first(d, "multilateral");
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
    if (!has_mode(d, "troops") || d.actors.empty() || d.actors[0].party.sectors.empty()) return;
    const std::string& sector = d.actors[0].party.sectors[0];
    if (sector == "PRM" || sector == "REB" || sector == "UAF") std::ranges::replace(d.modes, "troops", "militia");
  }

  // Protests that turn violent are riots.
  void of_protest(Draft& d) const {
    if (!has_mode(d, "demo") || tree_.child_with_lemma(d.trigger.head, "violent") == kNoToken) return;
    std::erase(d.modes, "demo");
    put_mode_first(d, "riot");
  }

  // Who withdraws a candidacy resigns from it.
  void of_retreat(Draft& d) const {
    if (!has_mode(d, "withdraw") || !tree_.is_verb(d.trigger.head)) return;
    const TokenIndex object = tree_.logical_object(d.trigger.head);
    if (object == kNoToken) return;
    const std::string word = lower_lemma(tree_, object);
    if (word != "nomination" && word != "candidacy" && word != "candidature" && word != "bid" && word != "name") return;
    std::erase(d.modes, "withdraw");
    put_mode_first(d, "resign");
  }

  const Tree& tree_;
  const Drafting& drafting_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void complete_modes(const Drafting& drafting, std::vector<Draft>& drafts) { Modes(drafting, drafts).run(); }

bool has_mode(const Draft& d, std::string_view mode) { return std::ranges::find(d.modes, mode) != d.modes.end(); }

void put_mode_first(Draft& d, std::string_view mode) {
  std::erase(d.modes, mode);
  d.modes.insert(d.modes.begin(), std::string(mode));
}

std::string lower_lemma(const Tree& tree, TokenIndex t) {
  std::string word(tree.lemma(t));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return word;
}

}  // namespace masudi::coding
