// SPDX-License-Identifier: Apache-2.0
// Pronouns and definite phrases: whom "he", "they", "we", "the group", "the two leaders" mean, from what came before.
#include <algorithm>

#include "base/hash.h"
#include "coding/parties_antecedent.h"
#include "coding/parties_reader.h"
#include "coding/parties_words.h"

namespace masudi::coding {
namespace {

bool is_person(const Referent& r) { return r.nature == Nature::person; }

bool word_in(std::string_view phrase, std::string_view word) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  return std::search(phrase.begin(), phrase.end(), word.begin(), word.end(), same) != phrase.end();
}

// Those whom a ship or an aeroplane has.
bool is_on_board(std::string_view lemma) {
  return words::one_of(lemma, {"captain", "crew", "crewman", "crewmember", "engineer", "passenger", "pilot", "sailor",
                               "seaman", "skipper"});
}

// Words for whoever did an attack, which follow one another in a story.
bool is_attacker(std::string_view word) {
  return words::one_of(word.substr(word.rfind(' ') + 1),
                       {"attacker", "gunman", "shooter", "assailant", "perpetrator", "knifeman", "bomber"});
}

// Whether the holder of an office goes by the word: "the Secretary" is the Secretary of State, not the Secretary
// General.
bool is_called(std::string_view office, std::string_view word) {
  return word_in(office, word) && (!word_in(office, "general") || word_in(word, "general"));
}

}  // namespace

// "Police fired at them": the subject of a verb and its object are not the same, unless the pronoun says so.
bool PartyReader::acts_on(TokenIndex subject, TokenIndex pronoun) const {
  const Relation r = tree_.relation(pronoun);
  if (r != Relation::obj && r != Relation::iobj && r != Relation::obl) return false;
  const std::string_view form = tree_.form(pronoun);
  const TokenIndex verb = tree_.head(pronoun);
  return verb != kNoToken && !form.ends_with("self") && !form.ends_with("selves") && tree_.is_verb(verb) &&
         tree_.logical_subject(verb) == subject;
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

// "Iran's Guard and its police", "Hamas and its allies": what is joined to somebody, or to what is somebody's, is
// theirs. kNoToken for others.
TokenIndex PartyReader::joined_owner(TokenIndex possessive) {
  const TokenIndex noun = tree_.head(possessive);
  if (tree_.relation(possessive) != Relation::nmod_poss || noun == kNoToken || tree_.relation(noun) != Relation::conj)
    return kNoToken;
  const TokenIndex first = tree_.head(noun);
  if (first == kNoToken || first > possessive) return kNoToken;
  const TokenIndex owner = tree_.child(first, Relation::nmod_poss);
  if (owner != kNoToken && ensure(owner) != nullptr) return owner;
  return ensure(first) != nullptr ? first : kNoToken;
}

// "sanctions on Belarus for its crackdown", "thanked them for their help": what somebody is treated so for is his.
// kNoToken for others.
TokenIndex PartyReader::treated_for(TokenIndex possessive) {
  const TokenIndex noun = tree_.head(possessive);
  if (tree_.relation(possessive) != Relation::nmod_poss || noun == kNoToken || tree_.preposition(noun) != "for")
    return kNoToken;
  const TokenIndex up = tree_.head(noun);
  if (up == kNoToken || up > possessive) return kNoToken;
  TokenIndex treated = kNoToken;
  for (TokenIndex c : tree_.children(up)) {
    if (c <= up || c >= noun) continue;
    const std::string_view p = tree_.preposition(c);
    const bool whom = tree_.relation(c) == Relation::obj ||
                      ((tree_.relation(c) == Relation::obl || tree_.relation(c) == Relation::nmod) &&
                       words::one_of(p, {"on", "upon", "against", "to"}));
    if (whom && ensure(c) != nullptr) treated = c;
  }
  return treated;
}

// "a claim by Russia that it had closed the strait": the subject of what a noun of saying is about is its author.
// kNoToken for others.
TokenIndex PartyReader::author_of(TokenIndex pronoun) {
  const TokenIndex verb = tree_.head(pronoun);
  if (!is_subject(pronoun) || verb == kNoToken) return kNoToken;
  TokenIndex noun = tree_.head(verb);
  const Relation r = tree_.relation(verb);
  // Far from the noun, parsers tie the clause to the verb above it.
  if (noun != kNoToken && (r == Relation::ccomp || r == Relation::parataxis) && tree_.is_verb(noun))
    noun = tree_.child(noun, Relation::obj);
  else if (r != Relation::acl && r != Relation::acl_relcl)
    return kNoToken;
  if (noun == kNoToken || noun > pronoun ||
      !words::one_of(tree_.lemma(noun), {"admission", "allegation", "announcement", "assertion", "claim", "declaration",
                                         "promise", "report", "statement", "suggestion", "threat", "vow", "warning"}))
    return kNoToken;
  for (TokenIndex c : tree_.children(noun)) {
    const bool author =
        tree_.relation(c) == Relation::nmod_poss || tree_.relation(c) == Relation::amod || tree_.preposition(c) == "by";
    if (author && c < pronoun && ensure(c) != nullptr) return c;
  }
  return kNoToken;
}

void PartyReader::refer(TokenIndex t, Words phrase, TokenIndex to, Reason reason, Grade grade) {
  const Mention* found = cast_.at(to);
  if (found == nullptr) return;
  Mention m = mention(t, phrase, grade, reason);
  m.source = to;
  m.plural = found->plural;
  Several several;
  const std::string_view lemma = tree_.lemma(t);
  if (is_plural(t) || words::one_of(lemma, {"they", "their", "both"})) {
    gather(to, several, 0);
  } else {
    // "The council" of "both sides" is the one of them that it fits.
    const bool one_of = reason == Reason::definite && lemma != "group";
    for (const Member& member : cast_.members(*found).first(one_of ? 1 : found->member_count)) several.add(member);
  }
  if (several.count == 0) return;
  m.plural |= several.count > 1;
  several.list[0].token = t;
  cast_.put(m, several.members());
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
  if (words::one_of(form, {"you", "your", "yours", "yourself"})) return resolve_addressee(t);
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

void PartyReader::resolve_thing(TokenIndex t) {
  const TokenIndex whose = tree_.head(t);
  if (tree_.relation(t) == Relation::nmod_poss && whose != kNoToken && is_on_board(tree_.lemma(whose))) {
    // "seized a trawler and arrested its crew"
    const TokenIndex craft = antecedent(t, 1, [&](const Mention& m) { return is_craft(cast_.first(m)); });
    if (craft != kNoToken) return refer(t, {t, t + 1}, craft, Reason::pronoun, Grade::pronoun);
  }
  const auto fits = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    if (r.nature != Nature::state && r.nature != Nature::organisation) return false;
    if (m.reason == Reason::nationality || (m.plural && !r.named)) return false;    // "the United Nations … it"
    if (m.reason == Reason::speaker || m.reason == Reason::narrator) return false;  // "we … its"
    const Relation relation = tree_.relation(m.head);
    return relation != Relation::compound && relation != Relation::amod;
  };
  TokenIndex to = joined_owner(t);
  if (to == kNoToken || !fits(*cast_.at(to))) to = told_to_do(t);
  if (to == kNoToken || !fits(*cast_.at(to))) to = author_of(t);
  if (to == kNoToken || !fits(*cast_.at(to))) to = treated_for(t);
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

// Whose word a joint statement is: the states, or their ministers, that its first sentences tell of together, the
// government whose page it stands on among them. None where somebody else speaks in it ("I congratulate …").
void PartyReader::signatories(Several& out) {
  constexpr std::uint32_t kOpening = 4;  // sentences, with the headings of a page
  const auto& sentences = context_.analysis.sentences;
  for (std::uint32_t s = 0; s < kOpening && s < sentences.size(); ++s) {
    if (signatories_in(sentences[s], s == 0, out)) return;
  }
  out = {};
}

bool PartyReader::signatories_in(const Sentence& s, bool first, Several& out) {
  constexpr TokenIndex kLongest = 150;
  const TokenIndex end = std::min(s.last, s.first + kLongest);
  for (TokenIndex t = s.first; t < end; ++t) {
    if (words::one_of(tree_.form(t), {"I", "my"})) return false;
    // "We, the Foreign Ministers of Canada, France and Italy, condemn …"
    const bool we = words::one_of(tree_.form(t), {"we", "We"}) && t + 1 < end && tree_.form(t + 1) == ",";
    if (!we && (!first || !is_subject(t))) continue;
    for (TokenIndex w = t + 1; w < end; ++w) ensure(w);
    out = {};
    if (!we) ensure(t), gather(t, out, 0);
    for (TokenIndex c : tree_.children(t)) {
      if (we && (tree_.relation(c) == Relation::appos || tree_.relation(c) == Relation::conj)) gather(c, out, 0);
    }
    const auto code = [&](std::size_t i) { return cast_.referent(out.list[i].who).who.code; };
    bool home = false, several = false;
    for (std::size_t i = 0; i < out.count; ++i) {
      home |= code(i) == story_.home();
      several |= code(i) != code(0) && !code(i).empty();
    }
    if (home && several) return true;
  }
  return false;
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
    Several all;
    signatories(all);
    if (all.count > 0) return put_several(t, {t, t + 1}, all, Grade::pronoun, Reason::speaker);
  }
  Referent narrator;
  narrator.nature = plural ? Nature::organisation : Nature::person;
  narrator.who.code = story_.home();
  narrator.who.sectors = context_.document.source.ends_with(".mil") ? "MIL" : "GOV";
  put_one(mention(t, {t, t + 1}, Grade::pronoun, Reason::narrator),
          referent_for(hash_mix(6, plural ? 1 : 0), narrator));
}

// A ship or an aircraft, also by its name.
bool PartyReader::is_craft(const Referent& r) const {
  if (r.role == kNoRole) return false;
  const std::string_view word = context_.knowledge.text(context_.knowledge.roles()[r.role].word);
  return words::craft(word.substr(word.rfind(' ') + 1));
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
    const std::uint32_t other = cast_.first(m).role;
    if (other == kNoRole || m.grade == Grade::pronoun) return false;
    return other == meaning.id || (is_attacker(word) && m.plural == is_plural(t) &&
                                   is_attacker(context_.knowledge.text(context_.knowledge.roles()[other].word)));
  };
  const auto fits = [&](const Mention& m) {
    const Referent& r = cast_.first(m);
    if (same_role(m)) return true;
    if (title && !is_plural(t)) {
      const std::string_view own =
          r.role == kNoRole ? std::string_view{} : context_.knowledge.text(context_.knowledge.roles()[r.role].word);
      return is_person(r) && (is_called(r.who.office, word) || is_called(own, word));
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

}  // namespace masudi::coding
