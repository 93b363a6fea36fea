// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "coding/coder.h"
#include "coding/context.h"
#include "coding/judge.h"
#include "coding/parties_story.h"

namespace masudi::coding {

// A phrase whose country was asked for, and the countries that it may be of: what is learnt from.
struct WhoseObservation {
  TokenIndex token;
  std::vector<OwnerCandidate> candidates;
};

// Whose "the police", "three people" or "Prime Minister X" are where the phrase does not say: of which of the countries
// that the document names, or of none. A conditional logistic model over those countries: how often and where each was
// named, and whose the phrases before were. Its weights are learnt from hand-coded stories
// (knowledge/events/whose_weights.txt; trained by tools/judge/train_whose.py). Without weights, and where the context
// asks for rules alone, the rule of Story::country_at holds.
class Whose {
 public:
  Whose(const Context& context, const Story& story) : context_(context), story_(story) {}

  // `kind`: the sector of the role word, or "person", "name", "people"; `home` as in Story::country_at. Asked in the
  // order in which the phrases are read.
  std::string_view country_of(TokenIndex t, std::string_view kind, bool home);

  // A phrase that says whose it is: "Syrian rebels".
  void told(TokenIndex t, std::string_view kind, std::string_view code);

  // Keeps what is seen from here on.
  void observe(std::vector<WhoseObservation>* into) { observed_ = into, features_ = Features(into != nullptr); }

 private:
  struct Phrase {
    TokenIndex token;
    FeatureWord word, kind;
    std::string_view by_rule;
    std::uint32_t sentence;
    std::string_view last;        // the country that was named last before it
    std::string_view last_place;  // the last one that was said to be where something is
  };
  // Whose a phrase before was.
  struct Answer {
    std::string_view word, kind, code;
    bool told;  // it said so itself
  };

  void describe(const Phrase& phrase, std::string_view code, std::size_t rank, Features& out) const;
  void describe_answers(const Phrase& phrase, std::string_view code, Features& out) const;
  void describe_nobody(const Phrase& phrase, Features& out) const;
  // Where the country was named last before the phrase, and behind it in the sentence.
  void describe_before(const Phrase& phrase, std::string_view code, Features& out) const;
  void describe_behind(const Phrase& phrase, std::string_view code, Features& out) const;
  void find_last(Phrase& phrase) const;

  const Context& context_;
  const Story& story_;
  std::vector<Answer> answers_;
  Features features_;
  std::vector<WhoseObservation>* observed_ = nullptr;
};

}  // namespace masudi::coding
