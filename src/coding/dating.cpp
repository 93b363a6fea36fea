// SPDX-License-Identifier: Apache-2.0
#include "coding/dating.h"

#include <fmt/format.h>

#include "coding/mentions.h"

namespace masudi::coding {
namespace {

constexpr int kLivingDays = 90;  // codebook part 5: what ended longer ago is historical

class Dating {
 public:
  Dating(const Drafting& drafting, const Times& times, std::vector<Draft>& drafts)
      : c_(drafting.context), drafting_(drafting), times_(times), drafts_(drafts) {}

  void run() {
    for (Draft& d : drafts_) {
      if (const auto when = said_of(d)) set(d, *when);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (drafts_[i].dropped.empty() && !drafts_[i].date) complete(i);
    }
    for (Draft& d : drafts_) settle(d);
  }

 private:
  // The time said of the draft: at its trigger, its light verb, the other words for it, or the verb whose clause it
  // shares.
  std::optional<TimeMention> said_of(const Draft& d) const {
    if (auto when = times_.of_event(c_, d.trigger.head)) return when;
    const TokenIndex verb = d.trigger.anchor();
    if (verb != d.trigger.head) {
      if (auto when = times_.of_event(c_, verb)) return when;
    }
    for (TokenIndex t : d.also_at) {
      if (auto when = times_.of_event(c_, t)) return when;
    }
    const Relation r = c_.tree.relation(verb);
    if (r == Relation::conj || r == Relation::xcomp) return times_.of_event(c_, c_.tree.head(verb));
    return std::nullopt;
  }

  // What the sentence does not say.
  void complete(std::size_t i) {
    Draft& d = drafts_[i];
    // A verb goes on with the story; a noun may point to anything in it.
    if (c_.tree.is_verb(d.trigger.head) && take_story_day(d)) return;
    if (const Draft* other = other_mention(drafting_, drafts_, i, [](const Draft& o) { return o.date.has_value(); })) {
      d.date = other->date, d.enddate = other->enddate;
      d.paths.push_back(fmt::format("when: as at the mention “{}”", c_.tree.form(other->trigger.head)));
      return;
    }
    if (d.reality.status != Status::actual || take_story_day(d)) return;
    d.date = c_.document.date;
  }

  bool take_story_day(Draft& d) const {
    if (d.reality.status != Status::actual) return false;
    const auto day = times_.story_day(c_, d.trigger.head);
    if (!day) return false;
    set(d, *day);
    if (day->carried) d.paths.emplace_back("when: the day at which the story stands");
    return true;
  }

  static void set(Draft& d, const TimeMention& when) {
    d.date = when.from;
    if (when.to != when.from) d.enddate = when.to;
  }

  void settle(Draft& d) const {
    if (!d.date || d.reality.status != Status::actual) return;
    // What is promised now for later happens now: the time belongs to what is promised.
    if (*d.date > c_.document.date) d.date = c_.document.date, d.enddate.reset();
    if (c_.document.date - d.enddate.value_or(*d.date) <= kLivingDays) return;
    d.reality.status = Status::historical;
    d.reality.why = "it ended more than 90 days before the report";
  }

  const Context& c_;
  const Drafting& drafting_;
  const Times& times_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void date_drafts(const Drafting& drafting, const Times& times, std::vector<Draft>& drafts) {
  Dating(drafting, times, drafts).run();
}

}  // namespace masudi::coding
