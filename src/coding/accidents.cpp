// SPDX-License-Identifier: Apache-2.0
// "A bus plunged into a ravine. All twelve on board were killed.": nobody killed them.
#include <algorithm>
#include <array>

#include "coding/draft.h"
#include "coding/mentions.h"
#include "coding/quotations.h"

namespace masudi::coding {
namespace {

// What happens to people in accidents too.
bool is_harm(std::string_view lemma) {
  constexpr std::array<std::string_view, 5> kVerbs = {"hurt", "injure", "kill", "maim", "wound"};
  return std::ranges::binary_search(kVerbs, lemma);
}

class Accidents {
 public:
  Accidents(const Drafting& drafting, std::vector<Draft>& drafts)
      : c_(drafting.context), words_(c_.knowledge.word_class("accident")), drafts_(drafts) {}

  void run() {
    for (Draft& d : drafts_) {
      if (!d.dropped.empty() || !is_harm_by_nobody(d)) continue;
      const std::uint32_t s = c_.tree.sentence(d.trigger.head);
      if (s > 0 && !parted(c_.document.text, span(s - 1), span(s)) && tells_accident(s - 1) && !is_violent(s - 1) &&
          !is_violent(s))
        d.dropped = "the sentence before tells of an accident";
    }
  }

 private:
  Span span(std::uint32_t s) const { return c_.analysis.sentences[s].span; }

  bool is_harm_by_nobody(const Draft& d) const {
    const TokenIndex verb = d.trigger.head;
    return d.type == EventType::assault && d.actors.empty() && c_.tree.is_verb(verb) && is_harm(c_.tree.lemma(verb)) &&
           c_.tree.is_passive(verb);
  }

  // A word of accident as the verb of a clause or the subject of one.
  bool tells_accident(std::uint32_t s) const {
    const Sentence& sentence = c_.analysis.sentences[s];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      const Relation r = c_.tree.relation(t);
      if (!c_.tree.is_verb(t) && r != Relation::nsubj && r != Relation::nsubj_pass && r != Relation::root) continue;
      if (c_.knowledge.has_word(words_, c_.tree.lemma(t))) return true;
    }
    return false;
  }

  // Whether a sentence tells of violence by another word than that of harm.
  bool is_violent(std::uint32_t s) const {
    return std::ranges::any_of(drafts_of(c_.tree, drafts_, s),
                               [&](const Draft& d) { return is_grave(d.type) && !is_harm_by_nobody(d); });
  }

  const Context& c_;
  knowledge::IndexRange words_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void drop_accidents(const Drafting& drafting, std::vector<Draft>& drafts) { Accidents(drafting, drafts).run(); }

}  // namespace masudi::coding
