// SPDX-License-Identifier: Apache-2.0
#include "coding/dating.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "coding/background.h"
#include "coding/clause.h"
#include "coding/mentions.h"
#include "coding/story_flow.h"
#include "coding/time_offset.h"

namespace masudi::coding {
namespace {

constexpr int kLivingDays = 90;  // codebook part 5: what ended longer ago is historical

constexpr int kStretch = 3;  // days from which on a stretch is no day any more

// What the sentence of a draft says of its days: nothing, which they are, or from when on it has gone on.
enum class Said : std::uint8_t { no, days, lasting };

// "announces a lockdown beginning next week", "the new rules, effective from March": a noun, the object of who says
// that it is to come.
bool is_announced(const Tree& tree, TokenIndex noun) {
  const TokenIndex verb = tree.head(noun);
  if (!tree.is_nominal(noun) || verb == kNoToken || tree.relation(noun) != Relation::obj) return false;
  const std::string_view lemma = tree.lemma(verb);
  return lemma == "announce" || lemma == "declare" || lemma == "introduce" || lemma == "unveil" || lemma == "order" ||
         lemma == "approve" || lemma == "call" || lemma == "impose" || lemma == "set";
}

// What says what it says from the day on which it was written or decided.
constexpr std::array<std::string_view, 20> kTexts = {
    "bill",         "complaint", "decision",   "declaration", "decree",    "document", "judgment",
    "law",          "lawsuit",   "letter",     "motion",      "notice",    "opinion",  "order",
    "proclamation", "report",    "resolution", "ruling",      "statement", "verdict"};
static_assert(std::ranges::is_sorted(kTexts));

class Dating {
 public:
  Dating(const Drafting& drafting, const Times& times, std::vector<Draft>& drafts)
      : c_(drafting.context),
        drafting_(drafting),
        times_(times),
        drafts_(drafts),
        vague_(drafts.size()),
        said_(drafts.size(), Said::no) {}

  void run() {
    for (Draft& d : drafts_) {
      if (const auto from = in_effect_from(d)) {
        d.reality.status = Status::future, d.reality.why = "it takes effect later";
        set_said(d, *from);
        continue;
      }
      const auto when = said_of(d);
      if (when && !(is_to_come(d) && when->to < c_.document.date)) set_said(d, *when);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!drafts_[i].dropped.empty()) continue;
      if (!is_settled(drafts_[i])) complete(i);
      narrow(i);
    }
    for (Draft& d : drafts_) settle(d);
  }

 private:
  // "After the talks of last October the ministers will discuss …": what the sentence itself says to be still to come.
  bool is_to_come(const Draft& d) const {
    TokenIndex clause = d.trigger.anchor();
    if (!c_.tree.is_verb(clause) || tense_of(c_.tree, clause) != Tense::future) return false;
    while (c_.tree.relation(clause) == Relation::conj && c_.tree.head(clause) != kNoToken)
      clause = c_.tree.head(clause);
    return c_.tree.head(clause) == kNoToken;
  }

  // The time said of the draft: counted from another, at its trigger, its light verb, the other words for it, or the
  // verb whose clause it shares.
  std::optional<TimeMention> said_of(const Draft& d) const {
    const TokenIndex verb = d.trigger.anchor();
    if (auto when = counted_from(c_, times_, verb)) return when;
    if (auto when = times_.of_event(c_, d.trigger.head)) return when;
    if (verb != d.trigger.head) {
      if (auto when = times_.of_event(c_, verb)) return when;
    }
    for (TokenIndex t : d.also_at) {
      if (auto when = times_.of_other_word(c_, t, verb)) return when;
    }
    const Relation r = c_.tree.relation(verb);
    if (r == Relation::conj || r == Relation::xcomp) return times_.of_event(c_, c_.tree.head(verb));
    return std::nullopt;
  }

  // "The new rules, which take effect on May 1, ban …", "a ban, effective May 1": the day to come on which a measure
  // begins. One that a verb tells before it is decided may be another one.
  std::optional<TimeMention> in_effect_from(const Draft& d) const {
    const TokenIndex t = d.trigger.head;
    const bool noun = c_.tree.is_nominal(t);
    const bool measure = d.type == EventType::coerce || d.type == EventType::sanction;
    if (d.reality.status != Status::actual || (!measure && !(noun && d.type == EventType::retreat)))
      return std::nullopt;
    const auto here = std::ranges::equal_range(times_.all(), c_.tree.sentence(t), {},
                                               [&](const TimeMention& m) { return c_.tree.sentence(m.first); });
    for (const TimeMention& m : here) {
      if (m.role != TimeRole::at || m.from <= c_.document.date || m.first == 0 || (!noun && m.first > t)) continue;
      TokenIndex before = m.first - 1;
      if (before > 0 && c_.tree.upos(before) == Upos::adp) --before;
      const std::string_view word = c_.tree.lemma(before);
      if (word == "effective" || word == "effect" || word == "force") return m;
    }
    return std::nullopt;
  }

  // What the sentence does not say.
  void complete(std::size_t i) {
    Draft& d = drafts_[i];
    const Ground ground = ground_of(drafting_, drafts_, d);
    // A verb goes on with the story; a noun may point to anything in it.
    if (c_.tree.is_verb(d.trigger.head) && ground == Ground::story && take_story_day(d, false)) return;
    // What is still to come is not what was told before.
    const bool to_come = d.reality.status == Status::future || is_to_come(d);
    const auto fits = [&](const Draft& o) {
      return is_settled(o) && !(to_come && o.date && *o.date < c_.document.date);
    };
    // A verb that tells what was before tells nothing again.
    const bool anew = ground == Ground::past && c_.tree.is_verb(d.trigger.head) && d.recalled == 0;
    if (const Draft* other = anew ? nullptr : other_mention(drafting_, drafts_, i, fits)) {
      d.date = other->date, d.enddate = other->enddate;
      d.paths.push_back(fmt::format("when: as at the mention “{}”", c_.tree.form(other->trigger.head)));
      if (other->reality.status == Status::historical) make_history(d, "the mention that it goes back to is history");
      vague_[i] = !d.date;
      return;
    }
    if (ground == Ground::past) make_history(d, "it is told as what was before the story");
    vague_[i] = ground != Ground::story || lies_before(c_, times_, drafting_.speech, d);
    if (vague_[i] || (d.reality.status == Status::actual && take_story_day(d, true))) return;
    if (take_day_of_speech(i)) return;
    vague_[i] = d.reality.status == Status::actual && is_known_to_readers(c_.tree, d);
    // What is said not to have happened is said so by the report.
    if (vague_[i] || (d.reality.status != Status::actual && d.reality.status != Status::negated)) return;
    d.date = c_.document.date;
  }

  // "The attack this week" is that of Tuesday, if another mention says so; "attacks since May" are of more than a day.
  void narrow(std::size_t i) {
    Draft& d = drafts_[i];
    if (!d.date || !d.enddate || *d.enddate - *d.date < kStretch || said_[i] == Said::lasting) return;
    const Draft* other = other_mention(drafting_, drafts_, i, [&](const Draft& o) {
      return said_[index_of(o)] != Said::no && o.date && !o.enddate && *d.date <= *o.date && *o.date <= *d.enddate;
    });
    if (other != nullptr) d.date = other->date, d.enddate.reset();
  }

  // `of_report`: also the day on which it was only reported.
  bool take_story_day(Draft& d, bool of_report) const {
    if (d.reality.status != Status::actual) return false;
    const bool quoted = drafting_.speech.quoted(d.trigger.head), in_words = is_done_in_words(d.type);
    if (const auto last =
            in_words && is_of_text(d.trigger.anchor()) ? times_.last_day(c_, d.trigger.head) : std::nullopt) {
      d.date = *last;
      d.paths.emplace_back("when: the last day of the story, of a text that it told of");
      return true;
    }
    auto day = times_.story_day(c_, d.trigger.head, quoted);
    if (const TokenIndex cue = !day && in_words ? cue_of(drafting_, d) : kNoToken; cue != kNoToken)
      day = times_.story_day(c_, cue, false);
    if (day && day->carried && in_words && !quoted && !acted_since(drafting_, drafts_, d, *day)) return false;
    if (!day || (day->of_report && !of_report)) return false;
    set(d, *day);
    if (day->carried) d.paths.emplace_back("when: the day at which the story stands");
    return true;
  }

  // "…", he continued: on the day of what the same speaker said before.
  bool take_day_of_speech(std::size_t i) {
    constexpr std::uint32_t kFarthest = 6;  // sentences
    Draft& d = drafts_[i];
    if (d.reality.status != Status::actual || !is_done_in_words(d.type)) return false;
    const TokenIndex cue = cue_of(drafting_, d);
    if (cue == kNoToken || (c_.tree.lemma(cue) != "continue" && c_.tree.lemma(cue) != "add")) return false;
    for (std::size_t k = i; k-- > 0;) {
      const Draft& before = drafts_[k];
      if (c_.tree.sentence(d.trigger.head) - c_.tree.sentence(before.trigger.head) > kFarthest) return false;
      if (!before.dropped.empty() || !before.date || before.enddate || !is_done_in_words(before.type)) continue;
      if (!acts_alike(before, d)) continue;
      d.date = before.date;
      d.paths.push_back(fmt::format("when: as what was said before, “{}”", c_.tree.form(before.trigger.head)));
      return true;
    }
    return false;
  }

  static bool acts_alike(const Draft& a, const Draft& b) {
    return std::ranges::any_of(a.actors, [&](const PartyMention& x) {
      return std::ranges::any_of(b.actors, [&](const PartyMention& y) { return x.who == y.who; });
    });
  }

  // "The motion claims", "the decree orders": words of before, which stand as long as their text.
  bool is_of_text(TokenIndex verb) const {
    const TokenIndex subject = c_.tree.is_verb(verb) ? c_.tree.logical_subject(verb) : kNoToken;
    if (subject == kNoToken || !points_back(c_.tree, subject)) return false;
    const std::string_view word = c_.tree.lemma(subject);
    return std::ranges::binary_search(kTexts, word);
  }

  std::size_t index_of(const Draft& d) const { return static_cast<std::size_t>(&d - drafts_.data()); }

  // Whether its days are known, or known not to be told.
  bool is_settled(const Draft& d) const { return d.date || vague_[index_of(d)]; }

  // "Will travel to Lima on June 7": a promise has the days that its sentence says of what is promised.
  bool is_promised(const Draft& d) const { return d.type == EventType::agree && (d.to_come || is_to_come(d)); }

  void set_said(Draft& d, const TimeMention& when) {
    // What has happened did not happen then: "calls for an inquiry into the killings ahead of next month's vote".
    if (when.from > c_.document.date && d.reality.status == Status::actual && !is_promised(d)) {
      if (!is_announced(c_.tree, d.trigger.head) || is_done_in_words(d.type)) return;
      d.reality.status = Status::future, d.reality.why = "it is announced for later";
    }
    said_[index_of(d)] = when.role == TimeRole::since ? Said::lasting : Said::days;
    if (when.role != TimeRole::vague) return set(d, when);
    vague_[index_of(d)] = true;
    if (c_.document.date - when.to > kLivingDays) make_history(d, "the time that is said lies long before the report");
  }

  static void make_history(Draft& d, std::string_view why) {
    if (d.reality.status == Status::actual) d.reality.status = Status::historical, d.reality.why = why;
  }

  static void set(Draft& d, const TimeMention& when) {
    d.date = when.from;
    if (when.to != when.from) d.enddate = when.to;
  }

  void settle(Draft& d) const {
    if (!d.date || d.reality.status != Status::actual) return;
    // What is conceded now for later happens now, and what others told of a journey was not said of this.
    if (*d.date > c_.document.date && (said_[index_of(d)] == Said::no || !is_promised(d)))
      d.date = c_.document.date, d.enddate.reset();
    if (c_.document.date - likely_end(d) > kLivingDays) make_history(d, "it ended more than 90 days before the report");
  }

  // Of days that go up to the report their last; of a stretch that is over ("in 2018") its middle.
  Date likely_end(const Draft& d) const {
    const Date last = d.enddate.value_or(*d.date);
    return last < c_.document.date ? *d.date + (last - *d.date) / 2 : last;
  }

  const Context& c_;
  const Drafting& drafting_;
  const Times& times_;
  std::vector<Draft>& drafts_;
  std::vector<bool> vague_;  // by draft: a time is said, but which days is not
  std::vector<Said> said_;   // by draft
};

}  // namespace

void date_drafts(const Drafting& drafting, const Times& times, std::vector<Draft>& drafts) {
  Dating(drafting, times, drafts).run();
}

}  // namespace masudi::coding
