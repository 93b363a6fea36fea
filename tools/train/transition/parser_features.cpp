// SPDX-License-Identifier: Apache-2.0
#include "train/transition/parser_features.h"

#include <algorithm>

#include "base/hash.h"

namespace masudi::train::transition {
namespace {

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  return c >= '0' && c <= '9' ? '0' : c;
}

std::uint32_t half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ hash >> 32); }

std::uint64_t distance(std::uint16_t a, std::uint16_t b) {
  const int between = std::abs(a - b);
  return static_cast<std::uint64_t>(between < 5 ? between : between < 8 ? 5 : between < 13 ? 6 : 7);
}

// A word of the state with all that templates ask of it.
struct Seen {
  std::uint64_t w, t, wt;  // form, tag, both
  const State::Node* node;
  std::uint16_t place;

  Seen(const State& state, std::span<const ParsedWord> words, std::uint16_t at)
      : w(words[at].form), t(words[at].tag), wt(w << 16 | t), node(&state.node(at)), place(at) {}
  std::uint64_t counts() const { return static_cast<std::uint64_t>(node->lefts) << 8 | node->rights; }
};

// The word before or after a word in the text; nothing beyond the ends.
Seen beside(const State& state, std::span<const ParsedWord> words, std::uint16_t place, int step) {
  const int at = place + step;
  return {state, words, at < 0 || at >= state.root() ? state.none() : static_cast<std::uint16_t>(at)};
}

// Tags of up to four words as one number.
std::uint64_t tags(const Seen& a, const Seen& b) { return a.t << 16 | b.t; }
std::uint64_t tags(const Seen& a, const Seen& b, const Seen& c) { return tags(a, b) << 16 | c.t; }
std::uint64_t tags(const Seen& a, const Seen& b, const Seen& c, const Seen& d) { return tags(a, b, c) << 16 | d.t; }

}  // namespace

std::vector<ParsedWord> parsed_words(std::span<const std::string> forms, std::span<const Tags> tags) {
  std::vector<ParsedWord> out(forms.size() + 2);
  std::string form;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    form.assign(forms[i]);
    std::transform(form.begin(), form.end(), form.begin(), folded);
    out[i].form = half(hash_bytes(form));
    out[i].ending =
        half(hash_bytes(std::string_view(form).substr(form.size() - std::min<std::size_t>(form.size(), 3))));
    out[i].tag = static_cast<std::uint16_t>(1 + (tags[i].upos << 8 | tags[i].xpos));
  }
  out[forms.size()] = {1, 1, 0xFFFF};
  return out;
}

void move_features(const State& state, std::span<const ParsedWord> words, HashedFeatures& f) {
  const auto seen = [&](std::uint16_t place) { return Seen(state, words, place); };
  const Seen s0 = seen(state.stack(0)), s1 = seen(state.stack(1)), s2 = seen(state.stack(2));
  const Seen b0 = seen(state.buffer(0)), b1 = seen(state.buffer(1)), b2 = seen(state.buffer(2));
  const Seen s0l = seen(s0.node->left1), s0r = seen(s0.node->right1), s1l = seen(s1.node->left1),
             s1r = seen(s1.node->right1), b0l = seen(b0.node->left1);
  const Seen s0l2 = seen(s0.node->left2), s0r2 = seen(s0.node->right2), s1r2 = seen(s1.node->right2),
             b0l2 = seen(b0.node->left2);
  const Seen b3 = seen(state.buffer(3)), s0_after = beside(state, words, s0.place, 1),
             s0_before = beside(state, words, s0.place, -1), b0_before = beside(state, words, b0.place, -1);
  f.start(1);
  f.add(0);
  for (const Seen* x : {&s0, &s1, &b0, &b1}) f.add(x->w), f.add(x->t), f.add(x->wt);
  f.add(b2.wt), f.add(b2.t), f.add(s2.t), f.add(s2.wt);
  f.add(words[s0.place].ending, b0.t), f.add(words[b0.place].ending, s0.t), f.add(words[b1.place].ending, s0.t, b0.t);

  f.add(s0.wt, b0.wt), f.add(s0.wt, b0.w), f.add(s0.w, b0.wt), f.add(s0.wt, b0.t), f.add(s0.t, b0.wt);
  f.add(s0.w, b0.w), f.add(tags(s0, b0)), f.add(tags(b0, b1));
  f.add(s1.wt, s0.wt), f.add(s1.w, s0.w), f.add(s1.wt, s0.t), f.add(s1.t, s0.wt), f.add(tags(s1, s0));
  f.add(s1.wt, b0.t), f.add(s1.t, b0.wt), f.add(s1.w, b0.w), f.add(tags(s1, b0));
  f.add(s0.wt, tags(b0, b1)), f.add(tags(s0, b1), b0.w), f.add(b1.wt, tags(s0, b0));

  f.add(tags(s0, b0, b1)), f.add(tags(b0, b1, b2)), f.add(tags(s0, b0, b1, b2)), f.add(tags(s1, s0, b0));
  f.add(tags(s2, s1, s0)), f.add(tags(s2, s1, s0, b0)), f.add(tags(s1, s0, b0, b1));
  f.add(s0.w, tags(s1, b0)), f.add(s1.w, tags(s0, b0)), f.add(b0.w, tags(s1, s0)), f.add(s1.w, s0.t, b0.w);
  f.add(tags(s0, s0l, b0)), f.add(tags(s0, s0r, b0)), f.add(tags(s0, b0, b0l)), f.add(tags(s1, s0, s0l));
  f.add(tags(s1, s0, s0r)), f.add(tags(s1, s1r, s0)), f.add(tags(s1, s1l, s0)), f.add(tags(s1, s1r, s0, b0));
  f.add(tags(s0, s0l, s0l2)), f.add(tags(s0, s0r, s0r2)), f.add(tags(b0, b0l, b0l2)), f.add(tags(s1, s1r, s1r2));

  f.add(tags(s0, s0_after, b0)), f.add(tags(s0, b0_before, b0)), f.add(tags(s0, s0_after, b0_before, b0));
  f.add(tags(s0_before, s0, b0)), f.add(tags(b0, b1, b2, b3)), f.add(tags(s0, b0), b1.w), f.add(tags(s0, b0, b1), b2.w);

  for (const Seen* x : {&s0l, &s0r, &s1r, &b0l}) f.add(x->w), f.add(x->t, x->node->relation);
  for (const Seen* x : {&s1l, &s0l2, &s0r2, &s1r2, &b0l2}) f.add(x->t, x->node->relation);
  f.add(s0.t, s0r.w, b0.w), f.add(s1.t, s0.w, s0l.w), f.add(s1.w, s0.t, s0l.w);

  const std::uint64_t far = distance(s0.place, b0.place), gap = distance(s1.place, s0.place);
  f.add(s0.w, far), f.add(s0.t, far), f.add(b0.w, far), f.add(b0.t, far), f.add(tags(s0, b0), far);
  f.add(tags(s1, s0), gap), f.add(s1.w, gap), f.add(s0.w, gap);
  f.add(s0.w, s0.counts()), f.add(s0.t, s0.counts()), f.add(s1.w, s1.counts()), f.add(s1.t, s1.counts());
  f.add(b0.w, b0.node->lefts), f.add(b0.t, b0.node->lefts);

  f.add(s0.w, s0.node->left_set), f.add(s0.t, s0.node->left_set), f.add(s0.w, s0.node->right_set);
  f.add(s0.t, s0.node->right_set), f.add(b0.w, b0.node->left_set), f.add(b0.t, b0.node->left_set);
  f.add(s1.t, s1.node->right_set), f.add(s1.t, s1.node->left_set), f.add(s1.w, s1.node->right_set);
  f.add(tags(s0, b0), s0.node->left_set, b0.node->left_set), f.add(tags(s1, s0), s1.node->right_set, s0.node->left_set);
  f.add(tags(s0, b0), s0.node->right_set), f.add(tags(s1, s0, b0), s1.node->right_set, s1.node->left_set);
}

void relation_features(const State& state, std::span<const ParsedWord> words, std::uint16_t head, HashedFeatures& f) {
  const auto seen = [&](std::uint16_t place) { return Seen(state, words, place); };
  const Seen h = seen(head), d = seen(state.stack(0));
  const bool left = d.place < head;
  const Seen dl = seen(d.node->left1), dr = seen(d.node->right1), dl2 = seen(d.node->left2);
  const Seen sibling = seen(left ? h.node->left1 : h.node->right1);
  const Seen before = beside(state, words, d.place, -1), after = beside(state, words, d.place, 1),
             head_before = beside(state, words, head, -1), head_after = beside(state, words, head, 1);
  f.start(left ? 2 : 3);
  f.add(0);
  f.add(h.w), f.add(h.t), f.add(h.wt), f.add(d.w), f.add(d.t), f.add(d.wt);
  f.add(h.wt, d.wt), f.add(h.w, d.w), f.add(h.wt, d.t), f.add(h.t, d.wt), f.add(tags(h, d));
  f.add(words[d.place].ending, h.t), f.add(words[head].ending, d.t), f.add(words[d.place].ending, words[head].ending);
  f.add(tags(h, d), distance(h.place, d.place)), f.add(d.wt, distance(h.place, d.place));
  f.add(tags(before, d, h)), f.add(tags(d, after, h)), f.add(tags(before, d, after, h)), f.add(before.w, d.t, h.t);
  f.add(after.w, d.t, h.t), f.add(tags(d, head_before, h)), f.add(tags(d, h, head_after));
  for (const Seen* x : {&dl, &dr, &dl2, &sibling}) {
    f.add(x->w, tags(h, d)), f.add(x->t, tags(h, d), x->node->relation), f.add(x->w, d.w), f.add(x->w, h.w, d.t);
  }
  f.add(dl.w, dr.w, d.t), f.add(dl.w, h.w), f.add(d.wt, dl.node->relation);
  f.add(d.t, d.node->left_set), f.add(d.t, d.node->right_set), f.add(tags(h, d), d.node->left_set, d.node->right_set);
  f.add(h.w, d.node->left_set, d.t), f.add(h.t, h.node->left_set, d.t), f.add(h.t, h.node->right_set, d.t);
  f.add(h.w, h.node->left_set, d.t), f.add(h.w, h.node->right_set, d.t), f.add(d.w, h.node->left_set);
  f.add(d.w, h.node->right_set);
  f.add(tags(h, d), d.counts()), f.add(tags(h, d), h.counts());
}

}  // namespace masudi::train::transition
