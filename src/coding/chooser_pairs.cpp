// SPDX-License-Identifier: Apache-2.0
// What the chooser sees of two candidates together, as actor and recipient of one draft.
#include <algorithm>
#include <array>

#include "coding/chooser.h"

namespace masudi::coding {
namespace {

// Whether two sides are of the same countries: "same", "part", "other", or "no code" where one has none.
std::string_view agreement(const Candidate& actor, const Candidate& recipient) {
  if (actor.countries == kNoneKnown || recipient.countries == kNoneKnown) return "no code";
  if (actor.countries == recipient.countries) return "same";
  const bool part = std::ranges::any_of(*actor.parties, [&](const PartyMention& a) {
    return std::ranges::any_of(*recipient.parties, [&](const PartyMention& r) { return a.party.code == r.party.code; });
  });
  return part ? "part" : "other";
}

std::string_view heads_of(const PartyMention& a, const PartyMention& r) {
  if (a.head == r.head) return "one";
  const bool within = (a.first <= r.head && r.head < a.last) || (r.first <= a.head && a.head < r.last);
  return within ? "within" : "apart";
}

// One of four words, for two answers.
std::string_view either(bool actor, bool recipient) {
  constexpr std::array<std::string_view, 4> kWords = {"neither", "recipient", "actor", "both"};
  return kWords[(actor ? 2 : 0) + (recipient ? 1 : 0)];
}

}  // namespace

void Chooser::read_told() {
  for (const Draft& d : drafts_) {
    if (!d.dropped.empty() || d.actors.empty() || d.recipients.empty()) continue;
    Told& told = told_[{number_of(d.actors), number_of(d.recipients)}];
    if (told.drafts++ == 0) told.first = static_cast<std::size_t>(&d - drafts_.data());
  }
}

// Where the frames found these countries on the sides of drafts; null where they never did.
const Chooser::Told* Chooser::told(std::uint32_t actor, std::uint32_t recipient) const {
  const auto found = told_.find({actor, recipient});
  return found == told_.end() ? nullptr : &found->second;
}

void Chooser::describe_pair(const Draft& draft, const Candidate& actor, const Candidate& recipient,
                            Features& out) const {
  const FeatureWord there = either(actor.parties != nullptr, recipient.parties != nullptr);
  out.add("pair", there);
  out.add("pair", there, name(draft.type));
  if (actor.parties == nullptr || recipient.parties == nullptr) return;
  describe_codes(draft, actor, recipient, out);
  describe_order(draft, actor, recipient, out);
}

void Chooser::describe_codes(const Draft& draft, const Candidate& actor, const Candidate& recipient,
                             Features& out) const {
  const FeatureWord type = name(draft.type);
  const std::uint32_t of_actor = actor.countries, of_recipient = recipient.countries;
  const FeatureWord codes = agreement(actor, recipient);
  const FeatureWord acts = sector_of(actor.parties->front()), suffers = sector_of(recipient.parties->front());
  out.add("pair codes", codes);
  out.add("pair codes", codes, type);
  out.add("pair framed", either(actor.framed, recipient.framed), codes);
  out.add("pair sectors", acts, suffers);
  out.add(type, acts, suffers);
  out.add(codes, acts, suffers);
  if (codes.text == "no code") return;
  const Told *as_here = told(of_actor, of_recipient), *reversed = told(of_recipient, of_actor);
  const auto elsewhere = [&](const Told* t, std::uint32_t a, std::uint32_t r) {
    return t != nullptr && t->drafts > (framed_ == std::pair(a, r) ? 1U : 0U);
  };
  const FeatureWord other =
      either(elsewhere(as_here, of_actor, of_recipient), elsewhere(reversed, of_recipient, of_actor));
  out.add("pair told", other, codes);
  out.add(codes, other, type);
  const auto own = static_cast<std::size_t>(&draft - drafts_.data());
  const auto before = [&](const Told* t) { return t != nullptr && t->first < own; };
  out.add("pair told before", either(before(as_here), before(reversed)), codes);
}

void Chooser::describe_order(const Draft& draft, const Candidate& actor, const Candidate& recipient,
                             Features& out) const {
  const PartyMention &a = actor.parties->front(), &r = recipient.parties->front();
  const TokenIndex trigger = draft.trigger.head;
  out.add("pair heads", heads_of(a, r));
  if (actor.earlier != nullptr || recipient.earlier != nullptr) return;
  const std::string_view form = form_of(d_.context.tree, trigger);
  out.add(a.head < r.head ? "pair actor first" : "pair recipient first", either(a.head < trigger, r.head < trigger),
          form);
}

}  // namespace masudi::coding
