// SPDX-License-Identifier: Apache-2.0
#include "coding/parties.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "coding/parties_cast.h"
#include "coding/parties_meaning.h"
#include "coding/parties_reader.h"
#include "coding/parties_story.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

constexpr int kMaxJoined = 64;
constexpr std::uint32_t kOpposed = 0xFFFFFFFF;  // a reason: whom "anti-government" is against

void split(std::string_view list, std::vector<std::string>& out) {
  while (!list.empty()) {
    const auto end = std::min(list.find(';'), list.size());
    out.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace

struct Parties::State {
  std::optional<Context> context;
  Meanings meanings;
  Story story;
  Cast cast;

  std::string_view phrase(TokenIndex first, TokenIndex last) const {
    return cover(context->tree.span(first), context->tree.span(last - 1)).in(context->document.text);
  }
  std::string_view source_phrase(const Mention& m) const {
    if (m.source == kNoToken) return {};
    const Mention* s = cast.at(m.source);
    return s == nullptr ? context->tree.form(m.source) : phrase(s->first, s->last);
  }
  std::string why(const Mention& m, const Referent& r) const;
  void append(const Mention& m, std::vector<PartyMention>& out) const;
  void append_joined(TokenIndex t, int& room, std::vector<PartyMention>& out) const;
  void append_inside(TokenIndex t, int& room, std::vector<PartyMention>& out) const;
  void append_beside(TokenIndex t, int& room, std::vector<PartyMention>& out) const;
  void append_tied(TokenIndex t, std::vector<PartyMention>& out) const;
};

std::string Parties::State::why(const Mention& m, const Referent& r) const {
  const std::string_view words = context->tree.form(m.head);
  switch (m.reason) {
    case Reason::country: return "country name";
    case Reason::seat: return "seat of government";
    case Reason::capital: return "capital for its government";
    case Reason::nationality: return fmt::format("nationality “{}”", words);
    case Reason::entity:
      return r.who.office.empty() ? std::string("known name") : fmt::format("known name, {}", r.who.office);
    case Reason::name: return "name in the text";
    case Reason::titled: return fmt::format("name with the title “{}”", context->tree.form(m.source));
    case Reason::role_owner:
      if (m.source == kNoToken) return fmt::format("role word “{}”", words);
      return fmt::format("role word “{}” with “{}”", words, context->tree.form(m.source));
    case Reason::role_story:
      return r.who.code.empty() ? fmt::format("role word “{}”", words)
                                : fmt::format("role word “{}”, country of the story", words);
    case Reason::place: return "place name for who is there";
    case Reason::pronoun:
    case Reason::definite:
      return fmt::format("“{}”: {}, sentence {}", words, source_phrase(m), context->tree.sentence(m.source) + 1);
    case Reason::speaker: return fmt::format("“{}”: the speaker, {}", words, source_phrase(m));
    case Reason::narrator: return fmt::format("“{}”: {}, whose text it is", words, context->document.source);
    case Reason::count: return fmt::format("“{}”, people of the place", words);
    case Reason::member: return fmt::format("“{}”: {}", words, source_phrase(m));
  }
  return {};
}

void Parties::State::append(const Mention& m, std::vector<PartyMention>& out) const {
  for (const Member& member : cast.members(m)) {
    const Referent& r = cast.referent(member.who);
    PartyMention& p = out.emplace_back();
    p.party.code = r.who.code;
    split(r.who.sectors, p.party.sectors);
    p.party.name = r.who.name;
    p.party.sponsor = r.who.sponsor;
    p.party.office = r.who.office;
    p.party.span = cover(context->tree.span(m.first), context->tree.span(m.last - 1));
    p.head = member.token;
    p.who = member.who;
    p.first = m.first, p.last = m.last;
    p.grade = m.grade;
    p.place = m.own_place;
    p.by_story = m.reason == Reason::role_story;
    p.thing = r.role != kNoRole && (context->knowledge.roles()[r.role].flags & knowledge::kRoleThing) != 0;
    p.reason = cast.index(m);
  }
}

void Parties::State::append_joined(TokenIndex t, int& room, std::vector<PartyMention>& out) const {
  for (TokenIndex c : context->tree.children(t)) {
    const Mention* m = cast.at(c);
    const Mention* head = cast.at(t);
    // "Japan, the Republic of Korea (ROK), and Mongolia": two states are not one another, whatever the tree says.
    const bool states = context->tree.relation(c) == Relation::appos && m != nullptr && head != nullptr &&
                        m->reason == Reason::country && head->reason == Reason::country &&
                        cast.first(*m).who.code != cast.first(*head).who.code;
    if ((context->tree.relation(c) != Relation::conj && !states) || --room < 0) continue;
    if (!context->tree.is_nominal(c) && context->tree.upos(c) != Upos::adj) continue;
    // "Baghdad, Iraq" is one place.
    const bool within = m != nullptr && head != nullptr && head->own_place && m->reason == Reason::country &&
                        cast.first(*m).who.code == cast.first(*head).who.code;
    if (m != nullptr && !within) append(*m, out);
    append_joined(c, room, out);
  }
}

// "the Republic of China and Taiwan", "President X and President Y": what is joined to the last word of a name, where
// the tree has it there. Only of names: of "officials of Greece and Italy" the two countries are one phrase.
void Parties::State::append_inside(TokenIndex t, int& room, std::vector<PartyMention>& out) const {
  const Mention* m = cast.at(t);
  if (m == nullptr || m->grade != Grade::named || cast.members(*m).size() != 1) return;
  // A title that goes by the name behind it: "security adviser X and interior minister Y".
  if (m->head != t && context->tree.head(m->head) != t) return;
  constexpr TokenIndex kLongest = 16;  // words of a name with its title
  for (TokenIndex w = m->last - std::min(m->last - m->first, kLongest); w < m->last; ++w) {
    if (w != t && context->tree.relation(w) != Relation::nmod_poss) append_joined(w, room, out);
  }
}

// "the U.S.-Croatia dialogue", "Turkish-Libyan talks", "Poland and Hungary's challenges": the states that hyphens
// without blanks tie to this one, and that share what is possessed.
void Parties::State::append_tied(TokenIndex t, std::vector<PartyMention>& out) const {
  const Tree& tree = context->tree;
  const Mention* m = cast.at(t);
  if (m == nullptr || m->head != t || cast.first(*m).nature != Nature::state) return;
  const auto is_hyphen = [&](TokenIndex w) {
    return words::one_of(tree.form(w), {"-", "–", "‑"}) && tree.span(w - 1).end == tree.span(w).begin &&
           w + 1 < tree.size() && tree.span(w).end == tree.span(w + 1).begin;
  };
  const auto append_state = [&](TokenIndex w) {
    const Mention* other = cast.at(w);
    if (other == nullptr || cast.members(*other)[0].who == cast.members(*m)[0].who) return;
    if (cast.first(*other).nature == Nature::state) append(*other, out);
  };
  if (const TokenIndex other = joined_possessor(tree, *m); other != kNoToken) append_state(other);
  const Meaning* name = meanings.at(t);
  if (name == nullptr) return;
  if (name->first > 1 && is_hyphen(name->first - 1)) append_state(name->first - 2);
  if (name->last + 1 < tree.size() && is_hyphen(name->last)) append_state(name->last + 1);
}

// "A, B, and C announce": where the tree gives the verb two subjects, those that "and" joins to this one.
void Parties::State::append_beside(TokenIndex t, int& room, std::vector<PartyMention>& out) const {
  const Tree& tree = context->tree;
  const Mention* m = cast.at(t);
  if (m == nullptr || tree.relation(t) != Relation::nsubj || tree.head(t) == kNoToken || m->first < 2) return;
  TokenIndex before = m->first - 1;
  if (tree.upos(before) == Upos::det && before > 0) --before;
  if (tree.upos(before) != Upos::cconj || before == 0) return;
  if (tree.form(before - 1) == ",") --before;
  for (TokenIndex c : tree.children(tree.head(t))) {
    const Mention* other = c < t && tree.relation(c) == Relation::nsubj ? cast.at(c) : nullptr;
    if (other == nullptr || --room < 0) continue;
    append(*other, out);
    append_joined(c, room, out);
  }
}

Parties::Parties() : state_(std::make_unique<State>()) {}
Parties::~Parties() = default;
Parties::Parties(Parties&&) noexcept = default;
Parties& Parties::operator=(Parties&&) noexcept = default;

void Parties::read(const Context& context, const Speech& speech, const Places& places,
                   std::vector<WhoseObservation>* observed) {
  State& s = *state_;
  s.context.emplace(context);
  s.meanings.read(context, places);
  s.story.read(context, s.meanings);
  s.cast.clear(context.tree.size());
  PartyReader(context, speech, s.meanings, s.story, s.cast).run(observed);
}

void Parties::at(TokenIndex head, std::vector<PartyMention>& out) const {
  only_at(head, out);
  int room = kMaxJoined;
  if (head >= state_->context->tree.size()) return;
  state_->append_joined(head, room, out);
  state_->append_inside(head, room, out);
  state_->append_beside(head, room, out);
  state_->append_tied(head, out);
  // "We, the ministers of …": joined, and the same.
  const bool again = !out.empty() && out.front().grade == Grade::pronoun;
  for (std::size_t i = 1; again && i < out.size(); ++i) {
    const auto before = out.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(out.begin(), before, [&](const PartyMention& m) { return m.who == out[i].who; }))
      out.erase(before), --i;
  }
}

void Parties::only_at(TokenIndex head, std::vector<PartyMention>& out) const {
  if (head >= state_->context->tree.size()) return;
  if (const Mention* m = state_->cast.at(head)) state_->append(*m, out);
}

bool Parties::heads(TokenIndex t) const {
  const Mention* m = t < state_->context->tree.size() ? state_->cast.at(t) : nullptr;
  return m != nullptr && m->head == t;
}

void Parties::opposed(TokenIndex t, std::vector<PartyMention>& out) const {
  const Context& context = *state_->context;
  const std::string_view form = context.tree.form(t);
  const auto hyphen = form.find('-');
  if (hyphen == std::string_view::npos) return;
  const Who who = who_in_compound(context.knowledge, form.substr(hyphen + 1), context.document.date);
  if (!who.known()) return;
  PartyMention& p = out.emplace_back();
  p.party.code = !who.code.empty() ? who.code : state_->story.country_at(t, false);
  split(who.sectors, p.party.sectors);
  p.party.name = who.name, p.party.office = who.office;
  p.party.span = context.tree.span(t);
  p.head = t, p.first = t, p.last = t + 1;
  p.grade = Grade::described;
  p.reason = kOpposed;
}

std::string Parties::why(const PartyMention& m) const {
  if (m.reason == kOpposed) return fmt::format("whom “{}” is against", state_->context->tree.form(m.head));
  return state_->why(state_->cast.mention(m.reason), state_->cast.referent(m.who));
}

std::string_view Parties::most_named() const {
  std::vector<std::string_view> codes;
  for (TokenIndex t = 0; t < state_->context->tree.size(); ++t) {
    if (!heads(t)) continue;
    for (const Member& member : state_->cast.members(*state_->cast.at(t)))
      codes.push_back(state_->cast.referent(member.who).who.code);
  }
  std::erase(codes, std::string_view());
  std::ranges::sort(codes);
  std::span<const std::string_view> most;
  for (auto first = codes.begin(); first != codes.end();) {
    const auto last = std::upper_bound(first, codes.end(), *first);
    if (static_cast<std::size_t>(last - first) > most.size()) most = {first, last};
    first = last;
  }
  return most.empty() ? std::string_view() : most.front();
}

}  // namespace masudi::coding
