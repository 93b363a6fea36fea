// SPDX-License-Identifier: Apache-2.0
#include "coding/triggers.h"

#include <algorithm>
#include <numeric>

#include "base/hash.h"
#include "coding/clause.h"
#include "document/event.h"

namespace masudi::coding {
namespace {

using knowledge::ConditionKind;
using knowledge::TriggerKind;

// What became of a token.
enum : std::uint8_t {
  kFree,
  kWord,
  kHead
};  // kWord: it belongs to a trigger or is a light verb; kHead: it is the head of one

std::uint64_t lower_hash(std::string_view word, std::uint64_t hash = kHashSeed) {
  for (char c : word) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    hash = hash_bytes({&lower, 1}, hash);
  }
  return hash;
}

// What a person's own dictionary says goes before all that we say.
float own_weight(const knowledge::TriggerRecord& record) { return record.own != 0 ? 100.0F : 0.0F; }

std::uint64_t key_of(TriggerKind kind, std::uint64_t lemma_hash) {
  return hash_mix(lemma_hash, static_cast<std::uint64_t>(kind) + 1);
}

// Whether a word that is tagged as something else stands where a noun does: "Ukraine's counteroffensive".
bool stands_for_noun(const Tree& tree, TokenIndex t) {
  const Relation r = tree.relation(t);
  return r == Relation::nsubj || r == Relation::nsubj_pass || r == Relation::obj || r == Relation::obl ||
         tree.has_child(t, Relation::nmod_poss);
}

// A form in -ing that the tagger takes for a verb, where it stands as a noun: "the shelling", "after the bombing of".
bool stands_as_noun(const Tree& tree, TokenIndex t) {
  switch (tree.relation(t)) {
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::obj:
    case Relation::obl:
    case Relation::nmod:
    case Relation::conj: break;
    default: return false;
  }
  return tree.has_child(t, Relation::det) || tree.has_child(t, Relation::nmod_poss) ||
         tree.has_child(t, Relation::nmod);
}

// "in March", "March 4": the month, not the people who march.
bool is_month(const Tree& tree, TokenIndex t) {
  if (tree.form(t) != "March" || tree.upos(t) != Upos::propn) return false;
  const auto counts = [&](TokenIndex at) { return at < tree.size() && tree.upos(at) == Upos::num; };
  if (counts(t + 1) || (t > 0 && counts(t - 1))) return true;
  return !tree.has_child(t, Relation::det) && !tree.has_child(t, Relation::nmod_poss) &&
         !tree.has_child(t, Relation::compound) && !tree.has_child(t, Relation::amod);
}

}  // namespace

void Triggers::find(const Context& context) {
  context_ = &context;
  const Tree& tree = context.tree;
  const std::uint32_t n = tree.size();
  lemma_hash_.resize(n), form_hash_.resize(n);
  for (TokenIndex t = 0; t < n; ++t)
    lemma_hash_[t] = lower_hash(tree.lemma(t)), form_hash_[t] = lower_hash(tree.form(t));
  for (TokenIndex t = 0; t < n; ++t) mend_lemma(t);
  taken_.assign(n, 0), event_noun_.assign(n, 0);
  found_.clear(), pool_.clear(), triggers_.clear(), words_.clear(), lights_.clear();
  for (TokenIndex t = 0; t < n; ++t) find_at(t);
  choose();
  link_light_verbs();
  std::sort(triggers_.begin(), triggers_.end(), [](const Trigger& a, const Trigger& b) { return a.head < b.head; });
}

// "troops", "supplies": plurals of their own to the treebanks, and of a singular to the lexicon.
std::uint64_t Triggers::singular_hash(TokenIndex t) const {
  const std::string_view form = context_->tree.form(t);
  if (form.size() < 5 || !form.ends_with('s') || form.ends_with("ss")) return form_hash_[t];
  if (form.ends_with("ies")) return hash_bytes("y", lower_hash(form.substr(0, form.size() - 3)));
  const bool hisses =
      form.ends_with("shes") || form.ends_with("ches") || form.ends_with("sses") || form.ends_with("xes");
  return lower_hash(form.substr(0, form.size() - (hisses ? 2 : 1)));
}

// The lemmatizer guesses at verbs that its treebank lacks ("extraditing" might come of "extradit"): where the lexicon
// does not know the guess, another stem that it knows is right.
void Triggers::mend_lemma(TokenIndex t) {
  if (context_->tree.xpos(t) == Xpos::nns && lemma_hash_[t] == form_hash_[t]) lemma_hash_[t] = singular_hash(t);
  const auto known = [&](std::uint64_t lemma) {
    return !context_->knowledge.triggers(key_of(TriggerKind::verb, lemma)).empty();
  };
  if (context_->tree.upos(t) != Upos::verb || known(lemma_hash_[t])) return;
  const std::string_view form = context_->tree.form(t);
  for (const std::string_view ending : {"ed", "ing", "es", "s"}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    const std::uint64_t bare = lower_hash(stem);
    // "patrolled": the last letter is written twice.
    const bool twice = stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2];
    const std::uint64_t single = twice ? lower_hash(stem.substr(0, stem.size() - 1)) : bare;
    for (const std::uint64_t candidate : {bare, hash_bytes("e", bare), single}) {
      if (!known(candidate)) continue;
      lemma_hash_[t] = candidate;
      return;
    }
  }
}

// The lemma of a word in two halves, "pull-out", at its second; that of the second alone where there is no first.
std::uint64_t Triggers::hyphenated_hash(TokenIndex t) const {
  const Tree& tree = context_->tree;
  const auto joined = [&](TokenIndex a, TokenIndex b) { return tree.span(a).end == tree.span(b).begin; };
  if (t < 2 || tree.form(t - 1) != "-" || !joined(t - 2, t - 1) || !joined(t - 1, t)) return lemma_hash_[t];
  return lower_hash(tree.lemma(t), hash_bytes("-", form_hash_[t - 2]));
}

void Triggers::find_at(TokenIndex t) {
  const Tree& tree = context_->tree;
  const std::uint64_t hyphenated = hyphenated_hash(t);
  if (hyphenated != lemma_hash_[t]) {
    try_entries(key_of(TriggerKind::noun, hyphenated), t);
    if (tree.is_verb(t)) try_entries(key_of(TriggerKind::verb, hyphenated), t);
  }
  switch (tree.upos(t)) {
    case Upos::verb:
    case Upos::aux:
      // "Iranian-backed militias": a quality, not a deed; "a Qatari-brokered truce" tells of one.
      if (t > 0 && tree.xpos(t - 1) == Xpos::hyph && tree.relation(t) == Relation::amod) {
        try_entries(key_of(TriggerKind::adjective, form_hash_[t]), t);
        break;
      }
      try_entries(key_of(TriggerKind::verb, lemma_hash_[t]), t);
      // "the shelling of the town", "a besieged town"
      if (tree.xpos(t) == Xpos::vbg && stands_as_noun(tree, t))
        try_entries(key_of(TriggerKind::noun, form_hash_[t]), t);
      if (tree.xpos(t) != Xpos::vbg && stands_for_noun(tree, t) && !tree.has_child(t, Relation::nsubj))
        try_entries(key_of(TriggerKind::noun, form_hash_[t]), t);
      if (tree.relation(t) == Relation::amod) try_entries(key_of(TriggerKind::adjective, form_hash_[t]), t);
      break;
    case Upos::noun:
    case Upos::propn:
      // Names of people and places are no events, however they sound.
      if (const NameMatch* name = context_->names.at(t);
          name != nullptr && tree.upos(t) == Upos::propn && name->last - name->first > 1)
        break;
      if (is_month(tree, t)) break;
      try_entries(key_of(TriggerKind::noun, lemma_hash_[t]), t);
      if (form_hash_[t] != lemma_hash_[t]) try_entries(key_of(TriggerKind::noun, form_hash_[t]), t);
      break;
    case Upos::adj: try_entries(key_of(TriggerKind::adjective, form_hash_[t]), t); [[fallthrough]];
    case Upos::adv:
      if (stands_for_noun(tree, t)) try_entries(key_of(TriggerKind::noun, form_hash_[t]), t);
      break;
    case Upos::punct: return;
    default: break;
  }
  try_entries(key_of(TriggerKind::phrase, form_hash_[t]), t);
  try_entries(key_of(TriggerKind::phrase, hash_bytes("*", lemma_hash_[t])), t);
}

void Triggers::try_entries(std::uint64_t key, TokenIndex t) {
  const auto& knowledge = context_->knowledge;
  for (const std::uint32_t id : knowledge.triggers(key)) {
    const auto& record = knowledge.all_triggers()[id];
    Found found{};
    found.trigger.record = id;
    found.trigger.head = t;
    found.trigger.first_word = static_cast<std::uint32_t>(pool_.size());
    found.is_light = record.type == knowledge::kTypeLight;
    found.lent = kNoToken;
    const bool fit = record.kind == TriggerKind::phrase ? fits_phrase(record, t, found) : fits(record, t, found);
    if (!fit) {
      pool_.resize(found.trigger.first_word);
      continue;
    }
    found.trigger.word_count = static_cast<std::uint32_t>(pool_.size()) - found.trigger.first_word;
    std::sort(pool_.begin() + found.trigger.first_word, pool_.end());
    if (record.kind == TriggerKind::noun && record.type != knowledge::kTypeNone) event_noun_[t] = 1;
    found_.push_back(found);
  }
}

bool Triggers::fits(const knowledge::TriggerRecord& record, TokenIndex t, Found& found) {
  pool_.push_back(t);
  float specificity = 1;
  for (const auto& condition : context_->knowledge.conditions(record.conditions)) {
    const std::uint64_t word = condition.word;
    TokenIndex at = kNoToken;
    switch (condition.kind) {
      case ConditionKind::particle:
      case ConditionKind::follows:
        at = particle(t, word);
        if (at == kNoToken && found.trigger.object != kNoToken) at = marked(found.trigger.object, word);
        specificity += 1.5F;
        break;
      case ConditionKind::object:
        at = object_among(t, condition.words);
        if (at == kNoToken) at = behind_particle(found, condition.words);
        found.trigger.object = at;
        specificity += 2;
        break;
      case ConditionKind::complement:
        at = complement(t, word, condition.words);
        // "cut off {aid}": a particle stands where an entry may as well have a preposition.
        if (at == kNoToken && has_particle(t, word)) found.trigger.object = at = object_among(t, condition.words);
        specificity += 2.5F;
        break;
      case ConditionKind::modifier:
        at = modifier(t, condition.words);
        specificity += 2;
        break;
    }
    if (at == kNoToken) return false;
    pool_.push_back(at);
  }
  found.trigger.specificity = specificity + own_weight(record);
  return true;
}

// "agree* to hold talks": word by word as they stand, by lemma where the entry says so; then any further conditions.
bool Triggers::fits_phrase(const knowledge::TriggerRecord& record, TokenIndex t, Found& found) {
  const auto& sentence = context_->analysis.sentences[context_->tree.sentence(t)];
  pool_.push_back(t);
  TokenIndex next = t + 1;
  float specificity = 2;
  for (const auto& condition : context_->knowledge.conditions(record.conditions)) {
    if (condition.kind != ConditionKind::follows) {
      const TokenIndex at = condition.kind == ConditionKind::object ? object_among(t, condition.words)
                                                                    : complement(t, condition.word, condition.words);
      if (at == kNoToken) return false;
      pool_.push_back(at);
      specificity += 2;
      continue;
    }
    if (next >= sentence.last) return false;
    if ((condition.by_lemma != 0 ? lemma_hash_[next] : form_hash_[next]) != condition.word) return false;
    pool_.push_back(next++);
    specificity += 1.5F;
  }
  found.trigger.specificity = specificity + own_weight(record);
  // The word that the others hang on.
  const Tree& tree = context_->tree;
  for (TokenIndex w = t; w < next; ++w) {
    const TokenIndex up = tree.head(w);
    const bool outside = up == kNoToken || up < t || up >= next;
    if (outside && (tree.is_verb(w) || tree.is_nominal(w) || tree.upos(w) == Upos::adj)) {
      found.trigger.head = w;
      break;
    }
  }
  return true;
}

// The event noun that a light verb lends to: its object, or the noun of its preposition.
TokenIndex Triggers::lent_noun(const Found& light) const {
  const Tree& tree = context_->tree;
  const TokenIndex verb = light.trigger.head;
  const auto accept = [&](TokenIndex n) {
    if (n == kNoToken) return kNoToken;
    const TokenIndex content = content_of(tree, n);
    if (content < event_noun_.size() && event_noun_[content]) return content;
    return event_noun_[n] ? n : kNoToken;
  };
  for (std::uint32_t i = 0; i < light.trigger.word_count; ++i) {
    const TokenIndex word = pool_[light.trigger.first_word + i];
    if (word == verb || (tree.relation(word) != Relation::case_ && tree.relation(word) != Relation::mark)) continue;
    return accept(tree.head(word));
  }
  if (const TokenIndex n = accept(tree.logical_object(verb)); n != kNoToken) return n;
  // "launched attacks and raids": a noun joined to the object.
  const TokenIndex object = tree.logical_object(verb);
  if (object == kNoToken) return kNoToken;
  for (TokenIndex c : tree.children(object)) {
    if (tree.relation(c) != Relation::conj) continue;
    if (const TokenIndex n = accept(c); n != kNoToken) return n;
  }
  return kNoToken;
}

// The most specific entries first; a word that one has taken is not a trigger any more.
void Triggers::choose() {
  for (Found& f : found_) {
    if (!f.is_light) continue;
    f.lent = lent_noun(f);
    f.trigger.specificity = f.lent == kNoToken ? 0 : f.trigger.specificity + 1;
  }
  // "rejected calls from the council": what another said is an event too.
  const auto answers_another = [&](const Found& f) {
    return context_->knowledge.all_triggers()[f.trigger.record].type == static_cast<std::uint32_t>(EventType::reject) &&
           is_from_another(context_->tree, f.trigger.object);
  };
  order_.resize(found_.size());
  std::iota(order_.begin(), order_.end(), 0U);
  const auto is_none = [&](const Found& f) {
    return context_->knowledge.all_triggers()[f.trigger.record].type == knowledge::kTypeNone;
  };
  const auto is_accusation = [&](const Found& f) {
    return context_->knowledge.all_triggers()[f.trigger.record].type == static_cast<std::uint32_t>(EventType::accuse);
  };
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Found &x = found_[a], &y = found_[b];
    if (x.trigger.specificity != y.trigger.specificity) return x.trigger.specificity > y.trigger.specificity;
    return is_none(x) > is_none(y);
  });
  for (const std::uint32_t i : order_) {
    const Found& f = found_[i];
    if (f.trigger.specificity == 0 || taken_[f.trigger.head] != kFree) continue;
    if (f.is_light) {
      if (taken_[f.lent] == kWord) continue;
      lights_.push_back(f);
      taken_[f.trigger.head] = kWord;
      continue;
    }
    Trigger chosen = f.trigger;
    chosen.first_word = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t w = 0; w < chosen.word_count; ++w) {
      const TokenIndex word = pool_[f.trigger.first_word + w];
      // "condemned the attack" is two events: the deed that is condemned stays free.
      const bool free = word == f.trigger.object && event_noun_[word] && (is_accusation(f) || answers_another(f));
      if (taken_[word] == kFree && !free) taken_[word] = kWord;
      words_.push_back(word);
    }
    taken_[chosen.head] = kHead;
    triggers_.push_back(chosen);
  }
}

void Triggers::link_light_verbs() {
  for (const Found& light : lights_) {
    for (Trigger& t : triggers_) {
      if (t.head != light.lent || t.light != kNoToken) continue;
      t.light = light.trigger.head;
      t.light_record = light.trigger.record;
    }
  }
}

}  // namespace masudi::coding
