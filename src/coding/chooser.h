// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coding/draft.h"
#include "coding/judge.h"

namespace masudi::coding {

enum class Side : std::uint8_t { actor, recipient };

// Whom a side of a draft may be: nobody, those whom the frame of its entry found, a phrase of its sentence, or those on
// a side of an earlier draft. A view of what the chooser and the drafts hold.
struct Candidate {
  const std::vector<PartyMention>* parties = nullptr;  // null: nobody
  bool framed = false;                                 // what the frame found, or nobody where it found nobody
  const Draft* earlier = nullptr;  // on whose side they are, and on which; null for those of the sentence
  Side side_there = Side::actor;
  std::uint32_t countries = 0;  // those of all the parties, as a number of the chooser's own
};

// The number of nobody's countries, and of parties whose countries are not known.
constexpr std::uint32_t kNobody = 0, kNoneKnown = 1;

inline const std::vector<PartyMention>& side_of(const Draft& d, Side side) {
  return side == Side::actor ? d.actors : d.recipients;
}
inline Side other(Side side) { return side == Side::actor ? Side::recipient : Side::actor; }
// Verb, passive verb or noun: where the sides of a trigger are looked for.
inline std::string_view form_of(const Tree& tree, TokenIndex trigger) {
  return !tree.is_verb(trigger) ? "noun" : tree.is_passive(trigger) ? "passive" : "active";
}
inline std::string_view name_of(Side side) { return side == Side::actor ? "actor" : "recipient"; }

// Chooses who acts and who is acted upon in every draft. The frames of the lexicon propose; where the tree is wrong, or
// where the text leaves a party to what it said before, another choice may be likelier. A conditional logistic model
// over the pairs of candidates: what speaks for the one as actor, for the other as recipient, and for both together.
// Its weights are learnt from hand-coded stories (knowledge/events/role_weights.txt; trained by
// tools/judge/train_sides.py). Pairs of the same countries stand together: what speaks for one speaks for all.
class Chooser {
 public:
  // `drafts`: all of the document, in the order of their triggers.
  Chooser(const Drafting& drafting, std::vector<Draft>& drafts);

  // Settles both sides of every draft that is not dropped. All are weighed as the frames left them, then changed.
  void choose();

  // None for drafts that are dropped. Valid until the next call or until the drafts change.
  const std::vector<Candidate>& candidates(const Draft& draft, Side side);
  // How candidate `i` of those last asked for stands to the draft.
  void describe(const Draft& draft, Side side, std::size_t i, Features& out) const;
  // Whether two candidates may be actor and recipient of the draft: what the frames found always may.
  static bool may_meet(const Draft& draft, const Candidate& actor, const Candidate& recipient);
  // How two candidates go together as actor and recipient of the draft.
  void describe_pair(const Draft& draft, const Candidate& actor, const Candidate& recipient, Features& out) const;

 private:
  struct Phrase {
    TokenIndex head;
    std::vector<PartyMention> parties;
  };
  struct Weighed {
    Candidate candidate;
    double weight;  // a logarithm
  };
  // All pairs of the same countries: how likely they are together, and the one that stands for them, which has most of
  // what the frame found, and of these is the likeliest.
  struct Outcome {
    Candidate actor, recipient;
    double weight = 0;
    double likelihood = 0;
  };
  struct Change {
    Draft* draft;
    Side side;
    std::vector<PartyMention> parties;
    std::string why;
  };

  // In how many drafts the phrase with a head is on a side.
  struct Deeds {
    std::uint32_t acts = 0;
    std::uint32_t undergoes = 0;
  };

  // In how many drafts the frames found some countries on both sides, and the first of them.
  struct Told {
    std::uint32_t drafts = 0;
    std::size_t first = 0;
  };

  void read_document();
  void read_told();
  void read_sentence(std::uint32_t sentence);
  void read_draft(const Draft& draft);
  void add_phrases(const Draft& draft, Side side);
  void read_above(const Draft& draft);
  bool suffers_what_is_judged(const Draft& draft, TokenIndex head) const;
  bool is_aim_of(TokenIndex noun, TokenIndex head) const;
  bool cannot_act(TokenIndex head) const;
  void add_earlier(const Draft& draft, Side side);
  bool is_other_side(const Draft& draft, Side side, const PartyMention& m) const;
  // The code of the entry: alike for words that mean the same.
  std::string_view cameo_of(const Draft& draft) const { return d_.context.knowledge.text(d_.entry(draft).cameo); }
  void describe_nobody(const Draft& draft, Side side, Features& out) const;
  void describe_frame(const Draft& draft, Side side, Features& out) const;
  void describe_earlier(const Draft& draft, Side side, const Candidate& c, Features& out) const;
  void describe_party(const Draft& draft, Side side, const Candidate& c, Features& out) const;
  void describe_deeds(const Draft& draft, Side side, const PartyMention& m, Features& out) const;
  void describe_place(const Draft& draft, Side side, const PartyMention& m, Features& out) const;
  std::uint32_t number_of(const std::vector<PartyMention>& parties);
  void weigh(const Draft& draft, Side side, std::vector<Weighed>& out);
  void begin_describing();
  void end_described();
  double weight_of_described(std::size_t i) const;
  void take_pair(const Candidate& actor, const Candidate& recipient, double weight);
  Outcome likeliest(const Draft& draft);
  void describe_codes(const Draft& draft, const Candidate& actor, const Candidate& recipient, Features& out) const;
  void describe_order(const Draft& draft, const Candidate& actor, const Candidate& recipient, Features& out) const;
  const Told* told(std::uint32_t actor, std::uint32_t recipient) const;
  Change change_of(Draft& draft, Side side, const Candidate& choice, double likelihood) const;
  static void apply(Change& change);

  const Drafting& d_;
  std::vector<Draft>& drafts_;
  std::vector<Deeds> deeds_;                                      // by token
  std::map<std::string, std::uint32_t, std::less<>> numbers_;     // of countries: "GBR USA"; 0 is nobody, 1 none known
  std::map<std::pair<std::uint32_t, std::uint32_t>, Told> told_;  // by the countries of actors and recipients
  std::string_view story_code_;  // the country that the document names most often; may be empty
  std::uint32_t sentence_ = ~std::uint32_t{0};
  std::vector<Phrase> phrases_;                     // of that sentence, by their heads
  const Draft* draft_ = nullptr;                    // of whom the following speak
  std::pair<std::uint32_t, std::uint32_t> framed_;  // the countries of those whom the frame found
  std::vector<TokenIndex> speakers_;                // who tell of it
  std::vector<const Draft*> contents_;              // what it is about: "condemned the attack"
  std::vector<TokenIndex> innocent_;                // heads of those who cannot have done it
  TokenIndex inert_ = kNoToken;                     // its subject, if that is no party: "a bomb killed"
  std::vector<Candidate> candidates_;
  std::vector<Weighed> actors_, recipients_;
  std::vector<std::pair<const Weighed*, const Weighed*>> pairs_;  // that are weighed together
  std::vector<Outcome> outcomes_;
  Features features_;                   // of all that are described, one after the other
  std::vector<std::size_t> described_;  // where those of each of them end
};

}  // namespace masudi::coding
