// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "coding/context.h"
#include "coding/time_reader.h"

namespace masudi::coding {

// A time that the text names, resolved against the publication day: tokens [first, last), days [from, to].
struct TimeMention {
  TokenIndex first;
  TokenIndex last;
  TokenIndex head;      // its head in the tree, inside [first, last)
  TokenIndex attached;  // the word outside it that it hangs on; kNoToken for a mention that is the root
  Date from;
  Date to;
  TimeRole role;
  bool carried = false;    // not said in the sentence itself: taken over from the sentences before
  bool of_report = false;  // said of the report of it: "On Wednesday Berlin said that he was poisoned"
};

// The days of one document.
class Times {
 public:
  void read(const Context& context);

  std::span<const TimeMention> all() const { return times_; }  // in the order of the text
  // The time said of what is told at `trigger`: attached to it or to its clause in the tree. None where nothing is
  // said.
  std::optional<TimeMention> of_event(const Context& context, TokenIndex trigger) const;
  // The time said of another word for what is told at `verb`: "kill three in an attack on Friday".
  std::optional<TimeMention> of_other_word(const Context& context, TokenIndex word, TokenIndex verb) const;
  // The day at which the story stands in the trigger's sentence: what is told in the past tense without a time of its
  // own goes on from the last sentence whose main clause had one ("On Tuesday X met Y. They discussed …"). `carried` is
  // set. A sentence of older days ("In 2018 …") holds for the next one, then the story goes on from where it stood.
  // None in the present tense, unless it is `quoted` (what was said was said then), and where no day was set.
  std::optional<TimeMention> story_day(const Context& context, TokenIndex trigger, bool quoted) const;

  // The last day at which the story stood before the trigger's sentence, however many sentences ago.
  std::optional<Date> last_day(const Context& context, TokenIndex trigger) const;

 private:
  void set_story(const Context& context);
  bool names_day(std::uint32_t sentence, Date day) const;
  const TimeMention* of_main_clause(const Context& context, std::uint32_t s) const;
  std::optional<TimeMention> said_of(const Context& context, TokenIndex trigger) const;
  std::optional<TimeMention> by_end(const Context& context, TokenIndex trigger) const;
  std::optional<TimeMention> by_tree(const Context& context, TokenIndex trigger) const;
  std::optional<TimeMention> by_order(const Context& context, TokenIndex trigger) const;
  const TimeMention* of_occasion(const Context& context, TokenIndex verb) const;
  const TimeMention* of_clauses(const Context& context, TokenIndex noun, TokenIndex trigger) const;
  const TimeMention* when_of(const Context& context, TokenIndex verb) const;
  bool belongs_to_other(const Context& context, const TimeMention& m, TokenIndex trigger) const;
  const TimeMention* best_at(const Context& context, TokenIndex node, TokenIndex trigger, bool fronted_only) const;

  std::vector<TimeMention> times_;
  std::vector<TimeWord> words_;          // of one sentence
  std::vector<std::uint32_t> sentence_;  // by sentence: its first mention in times_; one more at the end
  std::vector<std::uint32_t> story_;     // by sentence: 1 + index of the mention that sets its day; 0 none
};

}  // namespace masudi::coding
