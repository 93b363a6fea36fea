// SPDX-License-Identifier: Apache-2.0
#include "train/transition/tagger.h"

#include <algorithm>

#include "base/hash.h"
#include "train/random.h"

namespace masudi::train::transition {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// A letter for the kind of a character; kinds in a row count as two at most: "U.S." is XxX., "1998" 00, "McDonald"
// XaXaa.
char kind_of(char c) {
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= '0' && c <= '9') return '0';
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? 'a' : c;
}

std::uint64_t shape_of(std::string_view form) {
  std::uint64_t hash = kHashSeed;
  char last = 0, before = 0;
  for (const char c : form) {
    const char kind = kind_of(c);
    if (kind != last || kind != before) hash = hash_bytes({&kind, 1}, hash);
    before = last;
    last = kind;
  }
  return hash;
}

// The forms of a sentence with two blank places at either side, and the tags found so far.
class Window {
 public:
  explicit Window(std::span<const std::string> forms) : traits_(forms.size() + 4), tags_(forms.size() + 4, kNone) {
    bool has_small = false;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      traits_[i + 2] = traits_of(forms[i]);
      has_small =
          has_small || std::any_of(forms[i].begin(), forms[i].end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }
    shouted_ = has_small ? 0 : 1;
  }

  void set_xpos(std::size_t i, std::size_t tag) { tags_[i + 2].xpos = static_cast<std::uint8_t>(tag); }
  void set_upos(std::size_t i, std::size_t tag) { tags_[i + 2].upos = static_cast<std::uint8_t>(tag); }
  Tags tags(std::size_t i) const { return tags_[i + 2]; }

  void xpos_features(std::size_t at, HashedFeatures& f) const {
    const std::size_t i = at + 2;
    const FormTraits &w = traits_[i], &before = traits_[i - 1], &after = traits_[i + 1];
    const std::uint64_t t1 = tags_[i - 1].xpos, t2 = tags_[i - 2].xpos, first = at == 0 ? 1 : 0;
    f.start(1);
    f.add(0);
    add_form(w, first, f);
    f.add(w.shape, before.shape, after.shape);
    f.add(before.lower), f.add(after.lower), f.add(traits_[i - 2].lower), f.add(traits_[i + 2].lower);
    f.add(before.lower, w.lower), f.add(w.lower, after.lower), f.add(before.lower, after.lower);
    f.add(after.lower, traits_[i + 2].lower);
    f.add(before.suffixes[2]), f.add(after.suffixes[2]), f.add(after.suffixes[1], w.suffixes[2]);
    f.add(t1), f.add(t1, t2), f.add(t1, w.lower), f.add(t1, t2, w.lower), f.add(t1, w.suffixes[2]);
    f.add(t1, after.lower), f.add(t1, w.lower, after.lower), f.add(t1, t2, after.lower);
    f.add(t1, w.suffixes[1], after.suffixes[2]);
    f.add(t1, w.shape, first);
  }

  void upos_features(std::size_t at, HashedFeatures& f) const {
    const std::size_t i = at + 2;
    const FormTraits &w = traits_[i], &before = traits_[i - 1], &after = traits_[i + 1];
    const std::uint64_t x = tags_[i].xpos, x1 = tags_[i - 1].xpos, x2 = tags_[i - 2].xpos, y1 = tags_[i + 1].xpos,
                        y2 = tags_[i + 2].xpos, u1 = tags_[i - 1].upos, u2 = tags_[i - 2].upos;
    f.start(2);
    f.add(x);
    add_form(w, at == 0 ? 1 : 0, f);
    f.add(x, w.lower), f.add(x, w.lower, y1), f.add(x, w.lower, x1), f.add(x, w.lower, u1);
    f.add(x, y1, y2), f.add(x, y1), f.add(x, x1), f.add(x, x1, x2), f.add(x1, x, y1), f.add(x, u1), f.add(x, u1, u2);
    f.add(x, w.lower, after.lower), f.add(x, before.lower), f.add(x, before.lower, w.lower), f.add(x, after.lower);
    f.add(w.lower, y1, y2), f.add(x, traits_[i + 2].lower), f.add(w.lower, traits_[i + 2].lower);
    f.add(x, w.suffixes[2], u1);
  }

 private:
  static constexpr Tags kNone{254, 254};

  void add_form(const FormTraits& w, std::uint64_t first, HashedFeatures& f) const {
    f.add(w.lower), f.add(w.exact, first), f.add(w.shape, first), f.add(w.shape, shouted_);
    for (const std::uint64_t p : w.prefixes) f.add(p);
    for (const std::uint64_t s : w.suffixes) f.add(s);
    f.add(w.shape, w.suffixes[2]);
  }

  std::vector<FormTraits> traits_;
  std::vector<Tags> tags_;
  std::uint64_t shouted_;  // 1: no small letter in the sentence
};

std::size_t best_of(const Perceptron& model, const HashedFeatures& features) {
  Perceptron::Scores scores;
  model.score(features, scores);
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(model.classes());
  return static_cast<std::size_t>(std::max_element(scores.begin(), end) - scores.begin());
}

std::size_t learn_one(Perceptron& model, const HashedFeatures& features, std::size_t gold) {
  const std::size_t found = best_of(model, features);
  if (found != gold) model.update(features, gold, found);
  model.tick();
  return found;
}

}  // namespace

FormTraits traits_of(std::string_view form) {
  std::string low(form);
  std::transform(low.begin(), low.end(), low.begin(), lower);
  const std::string_view view = low;
  FormTraits out{hash_bytes(form), hash_bytes(view), shape_of(form), {}, {}};
  for (std::size_t i = 0; i < out.prefixes.size(); ++i) out.prefixes[i] = hash_bytes(view.substr(0, i + 1));
  for (std::size_t i = 0; i < out.suffixes.size(); ++i) {
    out.suffixes[i] = hash_bytes(view.substr(view.size() - std::min(i + 1, view.size())));
  }
  return out;
}

Tagger::Tagger(const LabelSets& labels, std::uint32_t bits)
    : xpos_(labels.xpos.size(), bits), upos_(labels.upos.size(), bits) {}

void Tagger::learn(const Sentence& sentence) {
  Window window(sentence.forms);
  HashedFeatures features;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    window.xpos_features(i, features);
    window.set_xpos(i, learn_one(xpos_, features, sentence.gold_tags[i].xpos));
  }
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    window.upos_features(i, features);
    window.set_upos(i, learn_one(upos_, features, sentence.gold_tags[i].upos));
  }
}

void Tagger::learn(std::span<const Sentence* const> sentences, int passes) {
  std::vector<const Sentence*> order(sentences.begin(), sentences.end());
  Random random(1);
  for (int pass = 0; pass < passes; ++pass) {
    random.shuffle(order);
    for (const Sentence* s : order) learn(*s);
  }
  xpos_.average();
  upos_.average();
}

void Tagger::tag(std::span<const std::string> forms, std::vector<Tags>& out) const {
  Window window(forms);
  HashedFeatures features;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    window.xpos_features(i, features);
    window.set_xpos(i, best_of(xpos_, features));
  }
  out.clear();
  for (std::size_t i = 0; i < forms.size(); ++i) {
    window.upos_features(i, features);
    window.set_upos(i, best_of(upos_, features));
    out.push_back(window.tags(i));
  }
}

void tag_across(std::span<Sentence> sentences, const LabelSets& labels, std::uint32_t bits, std::size_t folds,
                int passes) {
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Sentence*> others;
    for (const Sentence& s : sentences) {
      if (s.document % folds != fold) others.push_back(&s);
    }
    Tagger tagger(labels, bits);
    tagger.learn(others, passes);
    for (Sentence& s : sentences) {
      if (s.document % folds == fold) tagger.tag(s.forms, s.tags);
    }
  }
}

}  // namespace masudi::train::transition
