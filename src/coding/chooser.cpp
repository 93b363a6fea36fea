// SPDX-License-Identifier: Apache-2.0
#include "coding/chooser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masudi::coding {
namespace {

// How much likelier than what the frame found another pair must be: held-out stories lose nothing by it.
const double kLikelier = std::log(1.5);
// How many choices of a side are weighed in pairs, and how likely they must be beside the likeliest.
constexpr std::size_t kMostChoices = 4;
constexpr double kUnlikely = 0.03;
// How much the choices of the sides count beside the pair (train_pairs.py has the same).
constexpr double kOfSides = 0.8;

}  // namespace

std::string codes_of(const Candidate& c) {
  if (c.parties == nullptr) return "-";
  if (c.parties->size() == 1) return c.parties->front().party.code;
  std::vector<std::string_view> codes;
  for (const PartyMention& m : *c.parties) codes.push_back(m.party.code);
  std::ranges::sort(codes);
  const auto repeated = std::ranges::unique(codes);
  codes.erase(repeated.begin(), repeated.end());
  return fmt::format("{}", fmt::join(codes, " "));
}

namespace {

bool overlap(const std::vector<PartyMention>* a, const std::vector<PartyMention>* b) {
  return a != nullptr && b != nullptr && std::ranges::any_of(*a, [&](const PartyMention& m) {
           return std::ranges::any_of(*b, [&](const PartyMention& o) { return o.head == m.head || o.who == m.who; });
         });
}

// An army does not attack itself.
bool attacks_itself(EventType type, const std::vector<PartyMention>* a, const std::vector<PartyMention>* b) {
  if (type != EventType::assault || a == nullptr || b == nullptr) return false;
  const Party &actor = a->front().party, &recipient = b->front().party;
  const auto is_army = [](const Party& p) { return !p.sectors.empty() && p.sectors[0] == "MIL"; };
  return !actor.code.empty() && actor.code == recipient.code && is_army(actor) && is_army(recipient);
}

}  // namespace

// The choices of a side, the likeliest first.
void Chooser::weigh(const Draft& draft, Side side, std::vector<Choice>& out) {
  out.clear();
  candidates(draft, side);
  double sum = 0;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    features_.clear();
    describe(draft, side, i, features_);
    const double weight = std::exp(log_odds(d_.context.knowledge, features_));
    sum += weight;
    const std::string codes = codes_of(candidates_[i]);
    auto at = std::ranges::find(out, codes, &Choice::codes);
    if (at == out.end()) {
      at = out.insert(at, Choice());
      at->codes = codes;
    }
    const bool framed = candidates_[i].framed;
    at->likelihood += weight;
    if (framed || (weight > at->best_weight && !at->framed)) at->best = candidates_[i], at->best_weight = weight;
    at->framed |= framed;
  }
  for (Choice& c : out) c.likelihood /= sum;
  std::ranges::stable_sort(out, std::greater<>(), &Choice::likelihood);
}

// `choices`: the likeliest first.
void Chooser::leave_out_unlikely(std::vector<Choice>& choices) {
  const double least = kUnlikely * choices.front().likelihood;
  std::size_t rank = 0;
  std::erase_if(choices, [&](const Choice& c) {
    return ++rank > 1 && !c.framed && (rank > kMostChoices || c.likelihood < least);
  });
}

double Chooser::weigh_pair(const Draft& draft, const Choice& actor, const Choice& recipient) {
  features_.clear();
  describe_pair(draft, actor.best, recipient.best, features_);
  return kOfSides * (std::log(actor.likelihood) + std::log(recipient.likelihood)) +
         log_odds(d_.context.knowledge, features_);
}

// The likeliest pair: the frame's own, or one of which nobody is on both sides; nulls where there is none.
Chooser::Pair Chooser::best_pair(const Draft& draft, const std::vector<Choice>& actors,
                                 const std::vector<Choice>& recipients) {
  if (actors.size() == 1 && recipients.size() == 1) return {&actors.front(), &recipients.front()};
  Pair best, framed;
  double most = 0, of_frame = 0;
  for (const Choice& a : actors) {
    for (const Choice& r : recipients) {
      const bool is_framed = a.framed && r.framed;
      if (!is_framed &&
          (overlap(a.best.parties, r.best.parties) || attacks_itself(draft.type, a.best.parties, r.best.parties)))
        continue;
      const double weight = weigh_pair(draft, a, r);
      if (is_framed) framed = {&a, &r}, of_frame = weight;
      if (best.actor == nullptr || weight > most) best = {&a, &r}, most = weight;
    }
  }
  return framed.actor != nullptr && most < of_frame + kLikelier ? framed : best;
}

void Chooser::choose() {
  std::vector<Change> changes;
  std::vector<Choice> actors, recipients;
  for (Draft& draft : drafts_) {
    if (!draft.dropped.empty()) continue;
    weigh(draft, Side::actor, actors);
    weigh(draft, Side::recipient, recipients);
    leave_out_unlikely(actors);
    leave_out_unlikely(recipients);
    const auto [actor, recipient] = best_pair(draft, actors, recipients);
    if (actor != nullptr && !actor->framed) changes.push_back(change_of(draft, Side::actor, *actor));
    if (recipient != nullptr && !recipient->framed) changes.push_back(change_of(draft, Side::recipient, *recipient));
  }
  for (Change& change : changes) apply(change);
}

Chooser::Change Chooser::change_of(Draft& draft, Side side, const Choice& choice) const {
  Change change{&draft, side, {}, {}};
  const int percent = static_cast<int>(std::lround(100 * choice.likelihood));
  if (choice.best.parties == nullptr) {
    change.why = fmt::format("{}: likelier nobody ({} % sure)", name_of(side), percent);
  } else {
    change.parties = *choice.best.parties;
    change.why = fmt::format("{}: by where it stands to “{}” ({} % sure): {}", name_of(side),
                             d_.context.tree.form(draft.trigger.head), percent, change.parties.front().why);
  }
  return change;
}

void Chooser::apply(Change& change) {
  Draft& d = *change.draft;
  if (change.side == Side::actor) d.partners = 0;
  (change.side == Side::actor ? d.actors : d.recipients) = std::move(change.parties);
  const std::string of_side = std::string(name_of(change.side)) + ": ";
  std::erase_if(d.paths, [&](const std::string& path) { return path.starts_with(of_side); });
  d.paths.push_back(std::move(change.why));
}

}  // namespace masudi::coding
