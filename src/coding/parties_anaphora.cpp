// SPDX-License-Identifier: Apache-2.0
// Pronouns and definite phrases: whom "he", "they", "we", "the group", "the two leaders" mean, from what came before.
#include <algorithm>

#include "base/hash.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

constexpr std::uint32_t kNearSentences = 4;
constexpr std::uint32_t kFarSentences = 30;
constexpr TokenIndex kFarTokens = 600;

bool is_person(const Referent& r) { return r.nature == Nature::person; }

bool word_in(std::string_view phrase, std::string_view word) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return std::search(phrase.begin(), phrase.end(), word.begin(), word.end(), same) != phrase.end();
}

}  // namespace

// The head of the last phrase before `t` that fits: in its own sentence, then in the sentences before; subjects first.
// "Police fired at them": the subject of a verb and its object are not the same, unless the pronoun says so.
bool PartyReader::acts_on(TokenIndex subject, TokenIndex pronoun) const {
  const Relation r = tree_.relation(pronoun);
  if (r != Relation::obj && r != Relation::iobj && r != Relation::obl) return false;
  const std::string_view form = tree_.form(pronoun);
  const TokenIndex verb = tree_.head(pronoun);
  return verb != kNoToken && !form.ends_with("self") && !form.ends_with("selves") && tree_.is_verb(verb) &&
         tree_.logical_subject(verb) == subject;
}

template <class Fits>
TokenIndex PartyReader::antecedent(TokenIndex t, std::uint32_t sentences_back, Fits fits) const {
  const std::uint32_t sentence = tree_.sentence(t);
  const auto& sentences = context_.analysis.sentences;
  for (std::uint32_t back = 0; back <= sentences_back && back <= sentence; ++back) {
    const Sentence& s = sentences[sentence - back];
    const TokenIndex end = back == 0 ? t : s.last;
    if (t - s.first > kFarTokens && back > 0) break;
    const TokenIndex begin = end - s.first > kFarTokens ? end - kFarTokens : s.first;
    TokenIndex other = kNoToken;
    // In the sentences before, the first subject; in its own, the nearest.
    TokenIndex subject = kNoToken;
    for (TokenIndex w = end; w-- > begin;) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w || !fits(*m) || acts_on(w, t)) continue;
      if (m->subject && (subject == kNoToken || back > 0)) subject = w;
      if (other == kNoToken || back > 0) other = w;
    }
    if (subject != kNoToken) return subject;
    if (other != kNoToken) return other;
  }
  return kNoToken;
}

// "ordered Israel to halt its offensive": a possessive in an infinitive is mostly of who is to do it. kNoToken for
// others.
TokenIndex PartyReader::told_to_do(TokenIndex possessive) const {
  constexpr int kHighest = 6;
  if (tree_.relation(possessive) != Relation::nmod_poss) return kNoToken;
  TokenIndex verb = tree_.head(possessive);
  for (int steps = 0; steps < kHighest && verb != kNoToken && !tree_.is_verb(verb); ++steps) verb = tree_.head(verb);
  if (verb == kNoToken || !tree_.is_verb(verb) || tree_.relation(verb) != Relation::xcomp) return kNoToken;
  const TokenIndex subject = tree_.subject(verb);
  return subject != kNoToken && subject < possessive && cast_.at(subject) != nullptr ? subject : kNoToken;
}

// Adds the members of the phrase with this head and of those joined to it; returns how many there are then.
std::size_t PartyReader::gather(TokenIndex head, Member* members, std::size_t count, int depth) const {
  constexpr std::size_t kMost = Owner::kMost;
  constexpr int kDeepest = 40;
  const Mention* found = cast_.at(head);
  if (found != nullptr) {
    for (const Member& member : cast_.members(*found)) {
      const bool again = std::any_of(members, members + count, [&](const Member& x) { return x.who == member.who; });
      if (count < kMost && !again) members[count++] = member;
    }
  }
  const Words name = name_at(head);
  for (TokenIndex w = name.first; w < name.last; ++w) {
    for (TokenIndex c : tree_.children(w)) {
      if (count == kMost || depth == kDeepest) return count;
      if (c > head && tree_.relation(c) == Relation::conj && tree_.is_nominal(c))
        count = gather(c, members, count, depth + 1);
    }
  }
  return count;
}

// Whether a phrase joins several parties: "Iran and Hezbollah".
bool PartyReader::is_joined(TokenIndex head) const {
  for (TokenIndex c : tree_.children(head)) {
    if (tree_.relation(c) == Relation::conj && cast_.at(c) != nullptr) return true;
  }
  return false;
}

void PartyReader::refer(TokenIndex t, Words phrase, TokenIndex to, Reason reason, Grade grade) {
  const Mention* found = cast_.at(to);
  if (found == nullptr) return;
  Mention m = mention(t, phrase, grade, reason);
  m.source = to;
  m.plural = found->plural;
  Member members[Owner::kMost];
  std::size_t count = 0;
  const std::string_view lemma = tree_.lemma(t);
  const bool several = is_plural(t) || lemma == "they" || lemma == "their" || lemma == "both";
  if (several) {
    count = gather(to, members, 0, 0);
  } else {
    // "The council" of "both sides" is the one of them that it fits.
    const bool one_of = reason == Reason::definite && lemma != "group";
    for (const Member& member : cast_.members(*found)) {
      if (count < (one_of ? 1 : Owner::kMost)) members[count++] = member;
    }
  }
  if (count == 0) return;
  m.plural |= count > 1;
  members[0].token = t;
  cast_.put(m, {members, count});
}

void PartyReader::describe_pronoun(TokenIndex t) {
  const std::string_view lemma = tree_.lemma(t);
  std::string form(tree_.form(t));
  for (char& c : form) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  if (tree_.relation(t) == Relation::expl) return;
  if (words::one_of(form, {"he", "him", "his", "himself"})) return resolve_person(t, Gender::male);
  if (words::one_of(form, {"she", "her", "hers", "herself"})) return resolve_person(t, Gender::female);
  if (words::one_of(form, {"they", "them", "their", "theirs", "themselves"})) return resolve_people(t);
  if (words::one_of(form, {"it", "its", "itself"})) return resolve_thing(t);
  if (words::one_of(form, {"we", "us", "our", "ours", "ourselves"})) return resolve_speaker(t, true);
  if (words::one_of(form, {"i", "me", "my", "mine", "myself"})) return resolve_speaker(t, false);
  if (words::one_of(lemma, {"those", "that"}) && form == "those") return describe_count(t);
  if (words::one_of(lemma, {"everyone", "someone", "anyone", "somebody", "everybody"})) describe_count(t);
}

void PartyReader::resolve_person(TokenIndex t, Gender gender) {
  const Saying* own = speech_.quotation(t);
  const Mention* speaker = own != nullptr && own->speaker != kNoToken ? ensure(own->speaker) : nullptr;
  const auto fits = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    if (!is_person(r) || m.member_count != 1) return false;
    if (r.gender != Gender::unknown && r.gender != gender) return false;
    // Who speaks of "him" speaks of somebody else.
    return speaker == nullptr || cast_.members(*speaker)[0].who != cast_.members(m)[0].who;
  };
  const auto named = [&](const Mention& m) { return fits(m) && cast_.first(m).named; };
  TokenIndex to = told_to_do(t);
  if (to == kNoToken || !fits(*cast_.at(to))) to = antecedent(t, 1, fits);
  if (to == kNoToken) to = antecedent(t, kNearSentences, named);
  if (to == kNoToken) to = antecedent(t, kFarSentences, fits);
  if (to == kNoToken) return;
  Referent& r = cast_.referent(cast_.members(*cast_.at(to))[0].who);
  if (r.gender == Gender::unknown) r.gender = gender;
  refer(t, {t, t + 1}, to, Reason::pronoun, Grade::pronoun);
}

// Several: a plural before it, else all the persons of the sentence before ("X met Y. They agreed …").
void PartyReader::resolve_people(TokenIndex t) {
  const auto plural = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    return (m.plural && r.nature != Nature::place) || (r.nature == Nature::organisation && m.subject) ||
           m.member_count > 1;
  };
  const std::uint32_t sentence = tree_.sentence(t);
  TokenIndex to = told_to_do(t);
  if (to == kNoToken || !plural(*cast_.at(to))) to = antecedent(t, 0, plural);
  if (to == kNoToken && resolve_partners(t)) return;
  if (to == kNoToken && sentence > 0) {
    // The persons (or states) that the sentence before joins.
    const Sentence& before = context_.analysis.sentences[sentence - 1];
    Member members[Owner::kMost];
    std::size_t count = 0;
    bool any_plural = false;
    const TokenIndex end = before.last, begin = end - before.first > kFarTokens ? end - kFarTokens : before.first;
    for (TokenIndex w = begin; w < end; ++w) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w) continue;
      any_plural |= plural(*m) && m->subject;
      const Referent& r = cast_.first(*m);
      if (!is_person(r) || !r.named || count == Owner::kMost || tree_.relation(w) == Relation::nmod_poss) continue;
      const ReferentId who = cast_.members(*m)[0].who;
      const bool again = std::any_of(members, members + count, [&](const Member& x) { return x.who == who; });
      if (!again) members[count++] = {who, w};
    }
    if (count >= 2 && !any_plural) {
      Mention m = mention(t, {t, t + 1}, Grade::pronoun, Reason::pronoun);
      m.source = members[0].token, m.plural = true;
      members[0].token = t;
      cast_.put(m, {members, count});
      return;
    }
    to = antecedent(t, 2, plural);
  }
  if (to == kNoToken) to = antecedent(t, 2, [&](const Mention& m) { return cast_.first(m).nature != Nature::place; });
  if (to != kNoToken) refer(t, {t, t + 1}, first_joined(to), Reason::pronoun, Grade::pronoun);
}

// "X spoke with Y, and they agreed": whoever did something together before it in the sentence.
bool PartyReader::resolve_partners(TokenIndex t) {
  const Sentence& s = context_.analysis.sentences[tree_.sentence(t)];
  for (TokenIndex w = t; w-- > s.first && t - w <= kFarTokens;) {
    const Mention* partner = cast_.at(w);
    if (partner == nullptr || partner->head != w || partner->member_count != 1) continue;
    if (tree_.relation(w) != Relation::obl || tree_.preposition(w) != "with") continue;
    const TokenIndex verb = tree_.head(w);
    const TokenIndex subject = verb != kNoToken && tree_.is_verb(verb) ? tree_.logical_subject(verb) : kNoToken;
    const Mention* actor = subject != kNoToken && subject < w ? ensure(subject) : nullptr;
    if (actor == nullptr || actor->member_count != 1) continue;
    const ReferentId first = cast_.members(*actor)[0].who, second = cast_.members(*cast_.at(w))[0].who;
    const auto acts = [&](ReferentId id) { return cast_.referent(id).nature != Nature::place; };
    if (first == second || !acts(first) || !acts(second)) continue;
    const Member members[2] = {{first, t}, {second, w}};
    Mention m = mention(t, {t, t + 1}, Grade::pronoun, Reason::pronoun);
    m.source = subject, m.plural = true;
    cast_.put(m, {members, 2});
    return true;
  }
  return false;
}

// The first of those that a phrase joins: "his Greek and French counterparts" of "X and his Greek and French
// counterparts".
TokenIndex PartyReader::first_joined(TokenIndex t) const {
  constexpr int kLongest = 8;
  for (int steps = 0; steps < kLongest && tree_.relation(t) == Relation::conj; ++steps) {
    const TokenIndex up = tree_.head(t);
    if (up == kNoToken || cast_.at(up) == nullptr) return t;
    t = up;
  }
  return t;
}

void PartyReader::resolve_thing(TokenIndex t) {
  const auto fits = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    if (r.nature != Nature::state && r.nature != Nature::organisation) return false;
    if (m.reason == Reason::nationality || (m.plural && !r.named)) return false;    // "the United Nations … it"
    if (m.reason == Reason::speaker || m.reason == Reason::narrator) return false;  // "we … its"
    const Relation relation = tree_.relation(m.head);
    return relation != Relation::compound && relation != Relation::amod;
  };
  TokenIndex to = told_to_do(t);
  if (to == kNoToken || !fits(*cast_.at(to))) to = antecedent(t, 2, fits);
  if (to != kNoToken) refer(t, {t, t + 1}, to, Reason::pronoun, Grade::pronoun);
}

// Who speaks in a transcript: "PRIME MINISTER KALLAS: Good morning. …"
const Mention* PartyReader::transcript_speaker(TokenIndex t) {
  constexpr std::uint32_t kLongestSpeech = 60;  // sentences
  constexpr TokenIndex kLongestName = 9;
  const std::uint32_t sentence = tree_.sentence(t);
  for (std::uint32_t back = 0; back <= kLongestSpeech && back <= sentence; ++back) {
    const Sentence& s = context_.analysis.sentences[sentence - back];
    const TokenIndex end = std::min({s.last, s.first + kLongestName, t});
    for (TokenIndex w = s.first; w < end; ++w) {
      const std::string_view form = tree_.form(w);
      if (form == ":" && w > s.first) {
        for (TokenIndex n = w; n-- > s.first;) {
          if (const Mention* m = ensure(n); m != nullptr) return m;
        }
        return nullptr;
      }
      const bool capitals = std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (!capitals) break;
    }
  }
  return nullptr;
}

// Whose word a joint statement is: the states, or their ministers, that its first sentence tells of together, the
// government whose page it stands on among them. None where somebody else speaks in it ("I congratulate …").
std::size_t PartyReader::signatories(Member* members) {
  const Sentence& s = context_.analysis.sentences[0];
  constexpr TokenIndex kLongest = 150;
  const TokenIndex end = std::min(s.last, s.first + kLongest);
  std::size_t count = 0;
  for (TokenIndex t = s.first; t < end; ++t) {
    if (words::one_of(tree_.form(t), {"I", "my"})) return 0;
    if (count < 2 && words::one_of(tree_.form(t), {"we", "We", "our"})) {
      // "We, the Foreign Ministers of Canada, France and Italy, condemn …"
      const TokenIndex who = tree_.child(t, Relation::appos);
      if (who == kNoToken || ensure(who) == nullptr) return 0;
      count = gather(who, members, 0, 0);
      continue;
    }
    if (!is_subject(t) || count > 1) continue;
    for (TokenIndex w = s.first; w < end; ++w) ensure(w);
    count = gather(t, members, 0, 0);
  }
  const auto code = [&](std::size_t i) { return cast_.referent(members[i].who).who.code; };
  bool home = false, several = false;
  for (std::size_t i = 0; i < count; ++i) {
    home |= code(i) == story_.home();
    several |= code(i) != code(0) && !code(i).empty();
  }
  return home && several ? count : 0;
}

// "we" and "I" of a quotation are the speaker's side; outside of one, the document's own voice.
void PartyReader::resolve_speaker(TokenIndex t, bool plural) {
  const Saying* saying = speech_.quotation(t);
  if (saying == nullptr) {
    for (const Saying& s : speech_.sayings()) {
      if (s.covers(t) && s.speaker != kNoToken && speech_.quoted(t)) saying = &s;
    }
  }
  if (saying != nullptr && saying->speaker != kNoToken && saying->speaker != t) {
    if (ensure(saying->speaker) != nullptr) refer(t, {t, t + 1}, saying->speaker, Reason::speaker, Grade::pronoun);
    return;
  }
  if (const Mention* speaker = transcript_speaker(t); speaker != nullptr && speaker->head < t) {
    return refer(t, {t, t + 1}, speaker->head, Reason::speaker, Grade::pronoun);
  }
  // Whose pages these are: a government's own.
  if (story_.home().empty()) return;
  if (plural) {
    Member members[Owner::kMost];
    if (const std::size_t count = signatories(members); count > 0) {
      Mention m = mention(t, {t, t + 1}, Grade::pronoun, Reason::speaker);
      m.source = members[0].token, m.plural = true;
      members[0].token = t;
      cast_.put(m, {members, count});
      return;
    }
  }
  Referent narrator;
  narrator.nature = plural ? Nature::organisation : Nature::person;
  narrator.who.code = story_.home();
  narrator.who.sectors = context_.document.source.ends_with(".mil") ? "MIL" : "GOV";
  put_one(mention(t, {t, t + 1}, Grade::pronoun, Reason::narrator),
          referent_for(hash_mix(6, plural ? 1 : 0), narrator));
}

// "the energy ministers": all those before who hold that office.
bool PartyReader::gather_holders(TokenIndex t, const Meaning& title, Words core) {
  const std::string_view word = context_.knowledge.text(context_.knowledge.roles()[title.id].word);
  Member members[Owner::kMost];
  std::size_t count = 0;
  const TokenIndex begin = t > kFarTokens ? t - kFarTokens : 0;
  for (TokenIndex w = t; w-- > begin && count < Owner::kMost;) {
    const Mention* m = cast_.at(w);
    if (m == nullptr || m->head != w || m->grade == Grade::pronoun) continue;
    for (const Member& member : cast_.members(*m)) {
      const Referent& r = cast_.referent(member.who);
      const bool again = std::any_of(members, members + count, [&](const Member& x) {
        return x.who == member.who || cast_.referent(x.who).who.code == r.who.code;
      });
      const std::string_view office =
          r.role == kNoRole ? std::string_view{} : context_.knowledge.text(context_.knowledge.roles()[r.role].word);
      const bool holds = r.role == title.id || (is_person(r) && office.size() > word.size() && office.ends_with(word));
      if (holds && !r.who.code.empty() && !again && count < Owner::kMost) members[count++] = {member.who, w};
    }
  }
  if (count < 2) return false;
  Mention m = mention(t, core, Grade::described, Reason::definite);
  m.source = members[0].token, m.plural = true;
  members[0].token = t;
  cast_.put(m, {members, count});
  return true;
}

// "the group", "the president", "the gunmen" again. False where nothing before fits.
bool PartyReader::resolve_definite(TokenIndex t, const Meaning& meaning, Words core) {
  // "The Secretary", and capitalised like a name: "…, Foreign Minister said".
  const bool like_name = is_proper(meaning.last - 1) && !tree_.has_child(t, Relation::det) && !is_plural(t);
  if (!is_definite(t) && !like_name) return false;
  for (TokenIndex c : tree_.children(t)) {
    const bool own = c >= meaning.first && c < meaning.last;
    if (!own && (tree_.relation(c) == Relation::amod || tree_.relation(c) == Relation::nummod)) return false;
  }
  const knowledge::RoleRecord& role = context_.knowledge.roles()[meaning.id];
  const std::string_view word = context_.knowledge.text(role.word);
  const std::string_view sector = context_.knowledge.text(role.sectors).substr(0, 3);
  const bool title = (role.flags & knowledge::kRoleTitle) != 0;
  const bool collective = (role.flags & knowledge::kRoleCollective) != 0;
  const auto same_role = [&](const Mention& m) {
    return cast_.first(m).role == meaning.id && m.grade != Grade::pronoun;
  };
  const auto fits = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    if (same_role(m)) return true;
    if (title && !is_plural(t)) {
      return is_person(r) &&
             (word_in(r.who.office, word) ||
              (r.role != kNoRole && word_in(context_.knowledge.text(context_.knowledge.roles()[r.role].word), word)));
    }
    if (r.nature != Nature::organisation && r.nature != Nature::state) return false;
    if (words::one_of(word, {"country", "nation", "state", "kingdom", "island", "republic"}))
      return r.nature == Nature::state;
    if (r.nature != Nature::organisation || !r.named) return false;
    if (words::one_of(word,
                      {"group", "organisation", "organization", "movement", "militia", "alliance", "bloc", "body"})) {
      return !words::one_of(r.who.sector(), {"GOV", "LEG", "JUD", "COP"});
    }
    if (word == "network") return words::one_of(r.who.sector(), {"JRN", "BUS", "CRM"});
    if (collective && r.who.sector() == sector && !words::one_of(sector, {"GOV", "MIL", "COP"})) return true;
    return word_in(r.who.name, word);
  };
  if (title && is_plural(t) && gather_holders(t, meaning, core)) return true;
  const TokenIndex to = antecedent(t, title ? kFarSentences : kNearSentences, fits);
  if (to == kNoToken && word == "group") {
    resolve_people(t);  // those who met
    return cast_.at(t) != nullptr;
  }
  if (to == kNoToken) return false;
  refer(t, core, to, Reason::definite, Grade::described);
  return true;
}

// "the two leaders", "both countries", "the sides": the last two that fit.
bool PartyReader::resolve_pair(TokenIndex t, Words core, std::string_view word) {
  const TokenIndex number = tree_.child(t, Relation::nummod);
  const TokenIndex det = tree_.child(t, Relation::det);
  const bool both = (number != kNoToken && words::one_of(tree_.lemma(number), {"two", "2"}) && det != kNoToken) ||
                    (det != kNoToken && tree_.lemma(det) == "both") || word == "both sides" || word == "two sides";
  if (!both || !(is_plural(t) || word.ends_with("sides"))) return false;
  const bool states =
      words::one_of(word, {"country", "nation", "state", "government", "neighbour", "neighbor", "ally", "power"});
  const bool persons =
      words::one_of(word, {"leader", "minister", "president", "official", "diplomat", "foreign minister",
                           "prime minister", "man", "counterpart", "head of state"});
  if (!states && !persons && !words::one_of(word, {"side", "both sides", "two sides", "party", "group", "faction"}))
    return false;
  Member members[2];
  std::size_t count = 0;
  const std::uint32_t sentence = tree_.sentence(t);
  for (std::uint32_t back = 0; back <= 2 && back <= sentence && count < 2; ++back) {
    const Sentence& s = context_.analysis.sentences[sentence - back];
    const TokenIndex end = back == 0 ? t : s.last;
    const TokenIndex begin = end - s.first > kFarTokens ? end - kFarTokens : s.first;
    for (TokenIndex w = begin; w < end && count < 2; ++w) {
      const Mention* m = cast_.at(w);
      if (m == nullptr || m->head != w || m->grade == Grade::generic || m->own_place) continue;
      const Referent& r = cast_.first(*m);
      if (states && r.nature != Nature::state) continue;
      if (persons && !is_person(r)) continue;
      if (r.nature == Nature::place || r.who.code.empty()) continue;
      const ReferentId who = cast_.members(*m)[0].who;
      if (count == 1 && (members[0].who == who || cast_.referent(members[0].who).who.code == r.who.code)) continue;
      members[count++] = {who, w};
    }
    if (count < 2 && back < 2 && !persons) continue;
    if (count < 2) count = 0;
  }
  if (count < 2) return false;
  Mention m = mention(t, core, Grade::described, Reason::definite);
  m.source = members[0].token, m.plural = true;
  members[0].token = t;
  cast_.put(m, {members, count});
  return true;
}

}  // namespace masudi::coding
