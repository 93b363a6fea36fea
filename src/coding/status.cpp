// SPDX-License-Identifier: Apache-2.0
#include "coding/status.h"

#include <algorithm>
#include <array>
#include <string>

#include "coding/clause.h"

namespace masudi::coding {
namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

using Words = std::span<const TokenIndex>;

// Verbs and adjectives that say what follows them is still to come.
constexpr std::array<std::string_view, 32> kFuture = {
    "aim",       "announce", "arrange",   "await",   "decide",   "due",     "expect",  "expected",
    "going",     "intend",   "intention", "look",    "mean",     "move",    "mull",    "order",
    "plan",      "pledge",   "poised",    "prepare", "prepared", "project", "propose", "schedule",
    "scheduled", "seek",     "set",       "slated",  "swear",    "vow",     "want",    "willing"};
// … that it may or may not come.
constexpr std::array<std::string_view, 33> kMaybe = {
    "able",     "allow",    "ask",     "authorise", "authorize", "call",   "can",     "consider", "could",
    "demand",   "empower",  "fear",    "hope",      "invite",    "let",    "likely",  "offer",    "permit",
    "possible", "prevent",  "promise", "ready",     "recommend", "refuse", "request", "suggest",  "threat",
    "threaten", "unlikely", "urge",    "warn",      "wish",      "would"};
// … that it did not.
constexpr std::array<std::string_view, 11> kNot = {"avert", "avoid",   "cease",  "decline", "deny",  "fail",
                                                   "foil",  "prevent", "refuse", "stop",    "thwart"};
constexpr std::array<std::string_view, 6> kNoDeterminer = {"neither", "never", "no", "nobody", "none", "nor"};
constexpr std::array<std::string_view, 5> kIf = {"if", "lest", "provided", "unless", "whether"};
static_assert(std::ranges::is_sorted(kFuture) && std::ranges::is_sorted(kMaybe) && std::ranges::is_sorted(kNot));

// In lower case: courts and the like are often written as names.
std::string lower(const Tree& tree, TokenIndex t) {
  std::string word(tree.lemma(t));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return word;
}

// "is to face charges".
bool is_to(const Tree& tree, TokenIndex verb, Words own) {
  const TokenIndex to = tree.child_with_lemma(verb, "to");
  if (tree.xpos(verb) != Xpos::vb || to == kNoToken || std::ranges::binary_search(own, to)) return false;
  const TokenIndex be = tree.child_with_lemma(verb, "be");
  return be != kNoToken && (tree.relation(be) == Relation::aux || tree.relation(be) == Relation::cop) &&
         (tree.xpos(be) == Xpos::vbz || tree.xpos(be) == Xpos::vbp || tree.xpos(be) == Xpos::vbd);
}

// "I would urge", "we would like to thank": said so, it is done.
bool is_courteous(const Tree& tree, TokenIndex verb, EventType type) {
  const TokenIndex who = tree.child(verb, Relation::nsubj);
  if (who == kNoToken || (tree.lemma(verb) != "like" && !is_done_in_words(type))) return false;
  return tree.form(who) == "I" || tree.form(who) == "We" || tree.form(who) == "we";
}

void read_auxiliary(const Tree& tree, TokenIndex verb, TokenIndex auxiliary, EventType type, Reality& out) {
  constexpr auto kModals =
      std::to_array<std::string_view>({"can", "could", "may", "might", "must", "ought", "should", "would"});
  const std::string_view lemma = tree.lemma(auxiliary), said = tree.lemma(verb);
  if (lemma == "have" && tree.xpos(auxiliary) == Xpos::vbd) out.background = true;
  if (lemma == "will" || lemma == "shall" || lemma == "wo" || lemma == "'ll") {
    // "will remain closed": closed it is.
    if (said != "remain" && said != "stay") out.status = Status::future, out.why = "“will”";
    return;
  }
  const bool would = lemma == "would";
  if (!among(lemma, kModals) || out.status == Status::negated || (would && is_courteous(tree, verb, type))) return;
  // "announced that it would lift the ban": still to come when it was said.
  if (would && tree.relation(verb) == Relation::ccomp)
    out.status = Status::future, out.why = "“would”";
  else
    out.status = Status::hypothetical, out.why = "a modal verb";
}

// What the words that hang on a verb say of it.
void read_auxiliaries(const Tree& tree, TokenIndex verb, Words own, EventType type, Reality& out) {
  if (is_to(tree, verb, own)) out.status = Status::future, out.why = "“is to”";
  for (TokenIndex c : tree.children(verb)) {
    if (std::ranges::binary_search(own, c)) continue;
    const std::string_view lemma = tree.lemma(c);
    switch (tree.relation(c)) {
      case Relation::aux:
      case Relation::aux_pass: read_auxiliary(tree, verb, c, type, out); break;
      case Relation::advmod:
        if (lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no")
          out.status = Status::negated, out.why = "“not”";
        break;
      case Relation::mark:
        if (among(lemma, kIf)) out.status = Status::hypothetical, out.why = "a condition";
        if (lemma == "without") out.status = Status::negated, out.why = "“without”";
        break;
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::obj:
        for (TokenIndex d : tree.children(c)) {
          if (tree.relation(d) == Relation::det && among(tree.lemma(d), kNoDeterminer) &&
              !std::ranges::binary_search(own, d))
            out.status = Status::negated, out.why = "“no”";
        }
        break;
      default: break;
    }
  }
}

// Verbs of coming together: what people meet for is done when they met.
constexpr std::array<std::string_view, 14> kGather = {"assemble", "convene", "crowd", "fill", "flood",
                                                      "gather",   "join",    "march", "meet", "pack",
                                                      "pour",     "rally",   "speak", "talk"};
static_assert(std::ranges::is_sorted(kGather));

bool is_court(std::string_view lemma) {
  return lemma == "court" || lemma == "tribunal" || lemma == "judge" || lemma == "jury";
}

// "The first to concede", "among those to condemn": who is called so has done it.
bool is_one_of_those(const Tree& tree, TokenIndex noun) {
  const auto orders = [&](TokenIndex t) {
    const std::string_view word = tree.lemma(t);
    return word == "first" || word == "second" || word == "third" || word == "last" || word == "latest" ||
           word == "only";
  };
  if (orders(noun) || tree.preposition(noun) == "among") return true;
  return std::ranges::any_of(tree.children(noun),
                             [&](TokenIndex c) { return c < noun && tree.relation(c) == Relation::amod && orders(c); });
}

// "wants to thank": whoever wants to say so says it.
bool is_said_by_wanting(const Tree& tree, TokenIndex verb, TokenIndex up) {
  constexpr std::array<std::string_view, 12> kSaid = {"apologise", "apologize", "applaud",      "commend",
                                                      "condemn",   "condole",   "congratulate", "express",
                                                      "praise",    "salute",    "thank",        "wish"};
  static_assert(std::ranges::is_sorted(kSaid));
  const std::string_view above = tree.lemma(up);
  return (above == "want" || above == "wish" || above == "like") && among(tree.lemma(verb), kSaid);
}

// Whether the infinitive is done with the word above it: what is voted or tried is done, what a court decides, what
// people met for, what something is used for; and what is only said is said where people come to say it.
bool is_done_with(const Tree& tree, TokenIndex verb, TokenIndex up, EventType type) {
  const std::string_view lemma = tree.lemma(up);
  if (tree.relation(verb) == Relation::acl)
    return lemma == "attempt" || lemma == "effort" || lemma == "decision" || is_one_of_those(tree, up);
  if (lemma == "vote" || lemma == "use" || lemma == "try" || lemma == "attempt") return true;
  if (is_said_by_wanting(tree, verb, up)) return true;
  if (lemma == "decide") {
    const TokenIndex who = tree.logical_subject(up);
    return who != kNoToken && is_court(lower(tree, who));
  }
  if (tree.relation(verb) != Relation::advcl) return false;
  if (is_done_in_words(type) || type == EventType::consult || type == EventType::protest) return true;
  return among(lemma, kGather) && tense_of(tree, up) == Tense::past;
}

// What the verb above says of a clause or infinitive that hangs on it. Returns whether it is done with that verb.
bool read_governor(const Tree& tree, TokenIndex verb, TokenIndex up, EventType type, Reality& out) {
  const std::string_view lemma = tree.lemma(up);
  const Relation r = tree.relation(verb);
  const bool infinitive = tree.child_with_lemma(verb, "to") != kNoToken && tree.xpos(verb) == Xpos::vb;
  if (infinitive && (r == Relation::xcomp || r == Relation::advcl || r == Relation::acl) &&
      is_done_with(tree, verb, up, type))
    return true;
  if (r == Relation::xcomp || (r == Relation::acl && infinitive) || (r == Relation::csubj && infinitive)) {
    if (among(lemma, kNot)) {
      out.status = Status::negated, out.why = "the verb it hangs on";
    } else if (among(lemma, kFuture)) {
      out.status = Status::future, out.why = "the verb it hangs on";
    } else if (among(lemma, kMaybe) || r == Relation::acl) {
      out.status = Status::hypothetical, out.why = "the word it hangs on";
    }
  } else if (r == Relation::advcl && infinitive) {
    out.status = Status::hypothetical, out.why = "a purpose";
  } else if (r == Relation::ccomp) {
    if (lemma == "deny")
      out.status = Status::negated, out.why = "denied";
    else if (among(lemma, kMaybe) && lemma != "warn" && lemma != "suggest")
      out.status = Status::hypothetical, out.why = "the verb it hangs on";
  }
  return false;
}

// "if it continues its crackdown", "may end the fighting": what is known already is there whatever becomes of it.
bool is_known(const Tree& tree, TokenIndex noun, EventType type) {
  if (type != EventType::assault && type != EventType::coerce && type != EventType::protest) return false;
  return std::ranges::any_of(tree.children(noun), [&](TokenIndex c) {
    const Relation r = tree.relation(c);
    const std::string_view word = tree.lemma(c);
    return r == Relation::nmod_poss || (r == Relation::det && (word == "the" || word == "this" || word == "that"));
  });
}

void read_noun(const Tree& tree, TokenIndex noun, Words own, Reality& out) {
  for (TokenIndex c : tree.children(noun)) {
    if (std::ranges::binary_search(own, c)) continue;
    const std::string_view lemma = tree.lemma(c);
    if (tree.relation(c) == Relation::det && among(lemma, kNoDeterminer))
      out.status = Status::negated, out.why = "“no”";
    if (tree.relation(c) == Relation::case_ && lemma == "without") out.status = Status::negated, out.why = "“without”";
    if (tree.relation(c) == Relation::amod) {
      if (lemma == "possible" || lemma == "potential" || lemma == "hypothetical" || lemma == "any")
        out.status = Status::hypothetical, out.why = "“possible”";
      if (lemma == "plan" || lemma == "planned" || lemma == "future" || lemma == "upcoming" || lemma == "forthcoming" ||
          lemma == "impending" || lemma == "imminent" || lemma == "proposed" || lemma == "scheduled") {
        out.status = Status::future, out.why = "“planned”";
      }
    }
    if (tree.relation(c) == Relation::det && (lemma == "any")) out.status = Status::hypothetical, out.why = "“any”";
  }
  // "a plan for an attack", "the threat of war", "stopped the attack".
  const TokenIndex up = tree.head(noun);
  if (up == kNoToken) return;
  const std::string_view above = tree.lemma(up);
  if (tree.relation(noun) == Relation::nmod &&
      (above == "plan" || above == "threat" || above == "possibility" || above == "risk" || above == "fear" ||
       above == "prospect" || above == "likelihood" || above == "plot")) {
    out.status = Status::hypothetical, out.why = "the noun it hangs on";
  }
  if (tree.relation(noun) == Relation::obj && tree.is_verb(up)) {
    if (among(above, kNot) && above != "stop" && above != "cease")
      out.status = Status::negated, out.why = "the verb it hangs on";
    else if (above == "plan" || above == "schedule" || above == "consider" || above == "prepare" ||
             above == "propose" || above == "want" || above == "expect" || above == "await")
      out.status = Status::future, out.why = "the verb it hangs on";
    else if (above == "fear" || above == "anticipate")
      out.status = Status::hypothetical, out.why = "the verb it hangs on";
  }
}

}  // namespace

bool is_done_in_words(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::support:
    case EventType::concede:
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten: return true;
    default: return false;
  }
}

Reality reality_of(const Context& context, EventType type, TokenIndex trigger, TokenIndex verb, Words words) {
  const Tree& tree = context.tree;
  Reality out;
  const bool nominal = !tree.is_verb(trigger);
  if (nominal) {
    read_noun(tree, trigger, words, out);
    if (out.status != Status::actual) return out;
  }
  TokenIndex at = verb != kNoToken ? verb : trigger;
  if (nominal && verb == kNoToken) {
    // A noun shares the reality of its clause only as the subject or object of what happens, and of a copula of its
    // own.
    const TokenIndex up = tree.head(trigger);
    const Relation r = tree.relation(trigger);
    const bool object_of_clause =
        up != kNoToken && tree.is_verb(up) && (r == Relation::obj || r == Relation::nsubj || r == Relation::nsubj_pass);
    if (tree.has_child(trigger, Relation::cop)) {
      at = trigger;
    } else if (object_of_clause) {
      Reality clause;
      read_auxiliaries(tree, up, words, type, clause);
      const bool open = clause.status == Status::future || clause.status == Status::hypothetical;
      if (open && !is_known(tree, trigger, type)) out.status = clause.status, out.why = clause.why;
      return out;
    } else {
      return out;
    }
  }
  for (int steps = 0; at != kNoToken && steps < 6; ++steps) {
    read_auxiliaries(tree, at, words, type, out);
    const TokenIndex up = tree.head(at);
    if (up == kNoToken || out.status != Status::actual) break;
    const Relation r = tree.relation(at);
    if (r == Relation::conj) {
      // "could attack and seize": the modal stands at the first verb.
      if (!tree.has_child(at, Relation::nsubj) && tree.is_verb(up)) {
        at = up;
        continue;
      }
      break;
    }
    const bool done_with = read_governor(tree, at, up, type, out);
    if (out.status != Status::actual) break;
    if (done_with && tree.is_verb(up)) {
      at = up;
      continue;
    }
    if (r != Relation::xcomp && r != Relation::ccomp && r != Relation::cop) break;
    if (r == Relation::ccomp) {
      // A report: only whether it stands in a condition matters from here on.
      break;
    }
    at = up;
  }
  // A clause inside a condition is a condition.
  for (TokenIndex up = at, steps = 0; up != kNoToken && steps < 8 && out.status == Status::actual;
       up = tree.head(up), ++steps) {
    if (tree.relation(up) != Relation::advcl) continue;
    for (TokenIndex c : tree.children(up)) {
      if (tree.relation(c) == Relation::mark && among(tree.lemma(c), kIf))
        out.status = Status::hypothetical, out.why = "a condition";
    }
  }
  return out;
}

}  // namespace masudi::coding
