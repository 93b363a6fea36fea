// SPDX-License-Identifier: Apache-2.0
#include "coding/chooser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace masudi::coding {
namespace {

// How many candidates of a side are weighed in pairs, and how likely a pair must be by its sides alone, beside the
// likeliest (train_sides.py has the same).
constexpr std::size_t kMostChoices = 6;
const double kUnlikely = std::log(0.03);

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

bool Chooser::may_meet(const Draft& draft, const Candidate& actor, const Candidate& recipient) {
  return (actor.framed && recipient.framed) ||
         !(overlap(actor.parties, recipient.parties) || attacks_itself(draft.type, actor.parties, recipient.parties));
}

// All are described first, and then weighed: meanwhile the weights come nearer.
void Chooser::begin_describing() { features_.clear(), described_.clear(); }

void Chooser::end_described() {
  const std::size_t first = described_.empty() ? 0 : described_.back();
  d_.context.knowledge.expect_weights(std::span(features_.hashes()).subspan(first));
  described_.push_back(features_.hashes().size());
}

double Chooser::weight_of_described(std::size_t i) const {
  const std::size_t first = i == 0 ? 0 : described_[i - 1];
  return d_.context.knowledge.weight_of(std::span(features_.hashes()).subspan(first, described_[i] - first));
}

// What the frame found, and the likeliest others.
void Chooser::weigh(const Draft& draft, Side side, std::vector<Weighed>& out) {
  out.clear();
  candidates(draft, side);
  begin_describing();
  for (std::size_t i = 0; i < candidates_.size(); ++i) describe(draft, side, i, features_), end_described();
  for (std::size_t i = 0; i < candidates_.size(); ++i) out.push_back({candidates_[i], weight_of_described(i)});
  std::ranges::stable_sort(out, std::greater<>(), &Weighed::weight);
  std::size_t rank = 0;
  std::erase_if(out, [&](const Weighed& w) { return ++rank > kMostChoices && !w.candidate.framed; });
}

void Chooser::take_pair(const Candidate& a, const Candidate& r, double weight) {
  auto at = std::ranges::find_if(outcomes_, [&](const Outcome& o) {
    return o.actor.countries == a.countries && o.recipient.countries == r.countries;
  });
  if (at == outcomes_.end()) at = outcomes_.insert(at, {a, r, weight, 0});
  at->likelihood += std::exp(weight);
  const auto rank = [](const Candidate& x, const Candidate& y, double w) { return std::pair(x.framed + y.framed, w); };
  if (rank(a, r, weight) > rank(at->actor, at->recipient, at->weight))
    at->actor = a, at->recipient = r, at->weight = weight;
}

// The countries whose pairs are the likeliest together.
Chooser::Outcome Chooser::likeliest(const Draft& draft) {
  weigh(draft, Side::actor, actors_);
  weigh(draft, Side::recipient, recipients_);
  if (actors_.size() == 1 && recipients_.size() == 1)
    return {actors_.front().candidate, recipients_.front().candidate, 0, 1};
  begin_describing();
  pairs_.clear();
  const double least = actors_.front().weight + recipients_.front().weight + kUnlikely;
  for (const Weighed& a : actors_) {
    for (const Weighed& r : recipients_) {
      const bool framed = a.candidate.framed && r.candidate.framed;
      if (!framed && (a.weight + r.weight < least || !may_meet(draft, a.candidate, r.candidate))) continue;
      pairs_.emplace_back(&a, &r);
      describe_pair(draft, a.candidate, r.candidate, features_), end_described();
    }
  }
  outcomes_.clear();
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const auto [a, r] = pairs_[i];
    take_pair(a->candidate, r->candidate, a->weight + r->weight + weight_of_described(i));
  }
  double sum = 0;
  for (const Outcome& o : outcomes_) sum += o.likelihood;
  Outcome best = *std::ranges::max_element(outcomes_, {}, &Outcome::likelihood);
  best.likelihood /= sum;
  return best;
}

void Chooser::choose() {
  std::vector<Change> changes;
  for (Draft& draft : drafts_) {
    if (!draft.dropped.empty()) continue;
    const Outcome best = likeliest(draft);
    if (!best.actor.framed) changes.push_back(change_of(draft, Side::actor, best.actor, best.likelihood));
    if (!best.recipient.framed) changes.push_back(change_of(draft, Side::recipient, best.recipient, best.likelihood));
  }
  for (Change& change : changes) apply(change);
}

Chooser::Change Chooser::change_of(Draft& draft, Side side, const Candidate& choice, double likelihood) const {
  Change change{&draft, side, {}, {}};
  const int percent = static_cast<int>(std::lround(100 * likelihood));
  if (choice.parties == nullptr) {
    change.why = fmt::format("{}: likelier nobody ({} % sure)", name_of(side), percent);
  } else {
    change.parties = *choice.parties;
    change.why = fmt::format("{}: by where it stands to “{}” ({} % sure): {}", name_of(side),
                             d_.context.tree.form(draft.trigger.head), percent, d_.parties.why(change.parties.front()));
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
