// SPDX-License-Identifier: Apache-2.0
// Arms and units that an event moves or uses: "two aircraft carriers", "3,000 troops", "drones".
#include <algorithm>
#include <array>
#include <string>

#include "coding/numbers.h"
#include "coding/quantities.h"

namespace masudi::coding {
namespace {

constexpr int kMostNesting = 6;

// Lemmas of military hardware. Sorted.
constexpr auto kHardware = std::to_array<std::string_view>({
    "aircraft", "airplane",    "bomb",      "boat",     "carrier",   "convoy",  "corvette", "cruiser", "destroyer",
    "device",   "drone",       "explosive", "fighter",  "frigate",   "grenade", "gunboat",  "gunship", "helicopter",
    "howitzer", "interceptor", "jet",       "launcher", "mine",      "missile", "mortar",   "plane",   "projectile",
    "rocket",   "satellite",   "shell",     "ship",     "submarine", "tank",    "torpedo",  "truck",   "uav",
    "vehicle",  "vessel",      "warhead",   "warplane", "warship",
});

// Lemmas of units and people under arms: forces where they are moved, given or withdrawn, not where they are hurt.
// Sorted.
constexpr auto kUnits = std::to_array<std::string_view>({
    "battalion",
    "brigade",
    "division",
    "gunman",
    "marine",
    "paratrooper",
    "peacekeeper",
    "regiment",
    "soldier",
    "squadron",
    "troop",
    "troops",
});
static_assert(std::ranges::is_sorted(kUnits));

// Words before the noun that tell nothing of its kind. Sorted.
constexpr auto kPlain = std::to_array<std::string_view>({
    "additional", "all",      "another", "female", "few",  "first", "foreign", "further",
    "large",      "last",     "male",    "many",   "more", "new",   "other",   "own",
    "second",     "separate", "several", "small",  "such", "third", "various",
});
static_assert(std::ranges::is_sorted(kPlain));

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_hardware(std::string_view lemma) { return std::ranges::find(kHardware, lemma) != kHardware.end(); }
bool is_unit(std::string_view lemma) { return std::ranges::binary_search(kUnits, lemma); }

// Types whose arms count: they move, give, give back or use them.
bool has_forces(EventType type) {
  switch (type) {
    case EventType::mobilize:
    case EventType::aid:
    case EventType::agree:
    case EventType::retreat:
    case EventType::concede:
    case EventType::cooperate:
    case EventType::assault:
    case EventType::threaten: return true;
    default: return false;
  }
}

// Verbs whose object is what is used, not what is hit.
bool is_sent(std::string_view lemma) {
  return lemma == "launch" || lemma == "fire" || lemma == "drop" || lemma == "detonate" || lemma == "use" ||
         lemma == "deploy" || lemma == "throw";
}

class Forces {
 public:
  Forces(const Context& context, Event& event) : context_(context), tree_(context.tree), event_(event) {}

  void around(TokenIndex trigger) {
    const TokenIndex verb = tree_.is_verb(trigger) ? trigger : governor(trigger);
    nominal(trigger, 0);
    for (TokenIndex c : tree_.children(trigger)) argument(c);
    if (verb == kNoToken) return;
    if (verb != trigger) {
      for (TokenIndex c : tree_.children(verb)) argument(c);
    }
    const bool hit = event_.type == EventType::assault && tree_.is_passive(verb) && !is_sent(tree_.lemma(verb));
    if (const TokenIndex subject = tree_.subject(verb); subject != kNoToken && !hit) nominal(subject, 0);
  }

 private:
  // The verb of which the trigger is subject or object.
  TokenIndex governor(TokenIndex t) const {
    const Relation r = tree_.relation(t);
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken || !tree_.is_verb(up)) return kNoToken;
    return r == Relation::obj || r == Relation::nsubj || r == Relation::nsubj_pass ? up : kNoToken;
  }

  bool moves_people() const {
    switch (event_.type) {
      case EventType::mobilize:
      case EventType::aid:
      case EventType::agree:
      case EventType::retreat:
      case EventType::concede:
      case EventType::cooperate:
      case EventType::threaten:
      case EventType::request: return true;
      default: return false;
    }
  }

  void argument(TokenIndex c) {
    const Relation r = tree_.relation(c);
    const bool hit = r == Relation::obj || r == Relation::nsubj_pass;
    const bool harms = event_.type == EventType::assault && !is_sent(tree_.lemma(tree_.head(c)));
    if (hit && harms) return;
    if (r == Relation::obj || r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::obl_agent)
      return nominal(c, 0);
    if (r == Relation::obl || r == Relation::nmod) {
      const std::string_view p = tree_.preposition(c);
      if (p == "with" || p == "of" || p == "by" || p == "using" || p == "including" || p == "include") nominal(c, 0);
    }
    if ((r == Relation::xcomp || r == Relation::advcl) &&
        (tree_.lemma(c) == "use" || tree_.lemma(c) == "comprise" || tree_.lemma(c) == "involve" ||
         tree_.lemma(c) == "include")) {
      if (const TokenIndex object = tree_.child(c, Relation::obj); object != kNoToken) nominal(object, 0);
    }
  }

  void nominal(TokenIndex t, int depth) {
    if (depth > kMostNesting || !tree_.is_nominal(t)) return;
    const std::string_view lemma = tree_.lemma(t);
    const std::string low = lower(lemma);
    if (is_hardware(low) || (moves_people() && is_unit(low))) add(t, low);
    for (TokenIndex c : tree_.children(t)) {
      const Relation r = tree_.relation(c);
      const bool member =
          r == Relation::conj || r == Relation::appos ||
          (r == Relation::nmod && (tree_.preposition(c) == "include" || tree_.preposition(c) == "including"));
      const bool counted = r == Relation::nmod && tree_.preposition(c) == "of" &&
                           (counts(lemma) || tree_.upos(t) == Upos::num || lemma == "number");
      if (member || counted) nominal(c, depth + 1);
      if (r == Relation::acl && tree_.lemma(c) == "include") {
        if (const TokenIndex object = tree_.child(c, Relation::obj); object != kNoToken) nominal(object, depth + 1);
      }
    }
  }

  void add(TokenIndex t, const std::string& low) {
    std::string what;
    const auto push = [&](std::string_view word) {
      if (!what.empty() && word != "-" && !what.ends_with('-')) what += ' ';
      what += word;
    };
    for (TokenIndex c : tree_.children(t)) modifier(c, t, push);
    const bool proper = tree_.upos(t) == Upos::propn;
    push(proper ? tree_.lemma(t) : std::string_view(low == "troop" ? "troops" : low));
    Range range;
    if (const auto count = count_of_one(context_, t))
      range = *count;
    else if (tree_.xpos(t) == Xpos::nn && has_article(t))
      range = {1, 1};
    // In an attack the arms are told of everywhere; only those that were counted are its forces, and not what was hit.
    if (event_.type == EventType::assault && (!range.low || has_article(t))) return;
    const auto there = std::ranges::find_if(event_.forces, [&](const Force& f) { return f.what == what; });
    if (there == event_.forces.end()) event_.forces.push_back({range, what});
  }

  bool has_article(TokenIndex t) const {
    const TokenIndex det = tree_.child(t, Relation::det);
    return det != kNoToken && (tree_.lemma(det) == "a" || tree_.lemma(det) == "an" || tree_.lemma(det) == "another");
  }

  // Words that name the kind: "aircraft carrier", "short-range missile"; not "two", "more", "Israeli", "air force".
  template <class Push>
  void modifier(TokenIndex c, TokenIndex head, const Push& push) const {
    const Relation r = tree_.relation(c);
    if (c > head || (r != Relation::compound && r != Relation::amod)) return;
    if (r == Relation::amod && (tree_.upos(c) != Upos::adj || tree_.has_child(c, Relation::advmod))) return;
    if (std::ranges::binary_search(kPlain, tree_.lemma(c)) || tree_.upos(c) == Upos::num) return;
    if (const NameMatch* m = context_.names.at(c)) {
      // Not whose they are.
      if (context_.names.meaning(*m, knowledge::NameKind::adjective) != nullptr ||
          context_.names.meaning(*m, knowledge::NameKind::country) != nullptr ||
          context_.names.meaning(*m, knowledge::NameKind::entity) != nullptr) {
        return;
      }
    }
    if (tree_.upos(c) == Upos::propn && r == Relation::amod) return;
    TokenIndex first, last;
    tree_.core(c, first, last);
    for (TokenIndex t = first; t <= last && t < head; ++t) {
      if (tree_.relation(t) == Relation::det || tree_.upos(t) == Upos::num) continue;
      push(tree_.upos(t) == Upos::propn || tree_.upos(t) == Upos::adj ? tree_.form(t) : tree_.lemma(t));
    }
  }

  const Context& context_;
  const Tree& tree_;
  Event& event_;
};

}  // namespace

void measure_forces(const Context& context, TokenIndex trigger, Event& event) {
  if (has_forces(event.type)) Forces(context, event).around(trigger);
}

}  // namespace masudi::coding
