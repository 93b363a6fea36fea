// SPDX-License-Identifier: Apache-2.0
// With what an assault was made: the words of its clause, of what it hangs on, of its sentence, of another mention.
#include <algorithm>
#include <string>

#include "coding/mentions.h"
#include "coding/modes.h"

namespace masudi::coding {
namespace {

constexpr int kDeepest = 8;  // steps down a tree

class Assault {
 public:
  Assault(const Drafting& drafting, std::vector<Draft>& drafts)
      : tree_(drafting.context.tree), drafting_(drafting), drafts_(drafts) {}

  void complete(std::size_t i) {
    Draft& d = drafts_[i];
    std::string_view best = narrower(d);
    if (d.modes.empty()) {
      look_below(d.trigger.anchor(), d, kDeepest, best);
      look_below(d.trigger.head, d, kDeepest, best);
      for (TokenIndex t : d.also_at) look_below(t, d, kDeepest, best);
      look_above(d, best);
      if (best.empty() && is_only_assault(i)) look_in_sentence(d, best);
    }
    if (!best.empty()) return put_mode_first(d, best);
    if (!d.modes.empty()) return;
    if (const Draft* other = other_mention(drafting_, drafts_, i, [](const Draft& o) { return !o.modes.empty(); })) {
      d.modes = other->modes;
    } else if (is_aimed(d)) {
      d.modes.emplace_back("targeted");
    }
  }

 private:
  // Planes that bomb, drones that strike: who does it says more than the word for it.
  std::string_view narrower(const Draft& d) const {
    if (!has_mode(d, "explosives") || !tree_.is_verb(d.trigger.head)) return {};
    const TokenIndex subject = tree_.logical_subject(d.trigger.head);
    if (subject == kNoToken) return {};
    const std::string_view mode = weapon_at(subject);
    return mode == "aerial" || mode == "drone" ? mode : std::string_view{};
  }

  // What a word of the sentence says, alone or with the word beside it.
  std::string_view weapon_at(TokenIndex t) const {
    const std::string word = lower_lemma(tree_, t);
    if (tree_.upos(t) == Upos::propn && word != "air" && word != "novichok") return {};
    const std::string next =
        t + 1 < tree_.size() && tree_.sentence(t + 1) == tree_.sentence(t) ? lower_lemma(tree_, t + 1) : "";
    if (word == "air" && (next == "strike" || next == "raid" || next == "attack" || next == "force")) return "aerial";
    if ((word == "tear" && next == "gas") || (word == "rubber" && next == "bullet") ||
        (word == "water" && next == "cannon") || (word == "pepper" && next == "spray"))
      return "crowd-control";
    if ((word == "chemical" || word == "poison" || word == "nerve" || word == "gas") &&
        (next == "weapon" || next == "gas" || next == "agent" || next == "attack"))
      return "unconventional";
    if (word == "open" && next == "fire") return "firearms";
    if (word == "bullet" && t > 0 && lower_lemma(tree_, t - 1) == "rubber") return {};
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

  // "an airstrike that killed …", "an attack by gunmen, killing …": the noun or verb that the trigger hangs on, with
  // its own words.
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
    return std::ranges::none_of(drafts_of(tree_, drafts_, tree_.sentence(d.trigger.head)),
                                [&](const Draft& o) { return &o != &d && is_told(o) && o.type == EventType::assault; });
  }

  // One named person is killed: somebody was after that person.
  bool is_aimed(const Draft& d) const {
    if (d.recipients.size() != 1) return false;
    const PartyMention& m = d.recipients[0];
    if (m.place || m.head == kNoToken || tree_.upos(m.head) != Upos::propn || tree_.xpos(m.head) == Xpos::nnps)
      return false;
    const std::string word = lower_lemma(tree_, d.trigger.head);
    const bool deadly = word == "kill" || word == "killing" || word == "murder" || word == "assassination" ||
                        word == "slay" || word == "slaying" || word == "poison";
    return deadly && is_person(m);
  }

  bool is_person(const PartyMention& m) const {
    return std::ranges::any_of(drafting_.context.analysis.names, [&](const Name& n) {
      return n.kind == NameKind::person && n.first < m.last && m.first < n.last;
    });
  }

  const Tree& tree_;
  const Drafting& drafting_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void of_assault(const Drafting& drafting, std::vector<Draft>& drafts, std::size_t i) {
  Assault(drafting, drafts).complete(i);
}

}  // namespace masudi::coding
