// SPDX-License-Identifier: Apache-2.0
// What the chooser sees of two candidates together, as actor and recipient of one draft.
#include <algorithm>
#include <array>

#include "coding/chooser.h"

namespace masudi::coding {
namespace {

// Whether two sides are of the same countries: "same", "part", "other", or "no code" where one has none.
std::string_view agreement(const Candidate& actor, const Candidate& recipient, const std::string& of_actor,
                           const std::string& of_recipient) {
  if (of_actor.empty() || of_recipient.empty()) return "no code";
  if (of_actor == of_recipient) return "same";
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
    Told& told = told_[{codes_of({&d.actors}), codes_of({&d.recipients})}];
    if (told.drafts++ == 0) told.first = static_cast<std::size_t>(&d - drafts_.data());
  }
}

// In how many other drafts the frames found these countries on their sides.
std::uint32_t Chooser::told_elsewhere(const Draft& draft, const std::string& actor,
                                      const std::string& recipient) const {
  const auto found = told_.find({actor, recipient});
  if (found == told_.end()) return 0;
  const bool own = !draft.actors.empty() && !draft.recipients.empty() && codes_of({&draft.actors}) == actor &&
                   codes_of({&draft.recipients}) == recipient;
  return found->second.drafts - (own ? 1 : 0);
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
  const std::string of_actor = codes_of(actor), of_recipient = codes_of(recipient);
  const FeatureWord codes = agreement(actor, recipient, of_actor, of_recipient);
  const FeatureWord acts = sector_of(actor.parties->front()), suffers = sector_of(recipient.parties->front());
  out.add("pair codes", codes);
  out.add("pair codes", codes, type);
  out.add("pair framed", either(actor.framed, recipient.framed), codes);
  out.add("pair sectors", acts, suffers);
  out.add(type, acts, suffers);
  out.add(codes, acts, suffers);
  if (codes.text == "no code") return;
  const FeatureWord told =
      either(told_elsewhere(draft, of_actor, of_recipient) > 0, told_elsewhere(draft, of_recipient, of_actor) > 0);
  out.add("pair told", told, codes);
  out.add(codes, told, type);
  const auto own = static_cast<std::size_t>(&draft - drafts_.data());
  const auto before = [&](const std::string& a, const std::string& r) {
    const auto found = told_.find({a, r});
    return found != told_.end() && found->second.first < own;
  };
  out.add("pair told before", either(before(of_actor, of_recipient), before(of_recipient, of_actor)), codes);
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
