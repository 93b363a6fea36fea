// SPDX-License-Identifier: Apache-2.0
#include "language/network.h"

#include <algorithm>
#include <array>

namespace masudi::language {
namespace {

constexpr std::uint32_t kDistances = 16;
constexpr std::uint32_t kMostFeats = 4096;

// The bucket of head - dependent: the near ones alone, the far ones together.
constexpr std::ptrdiff_t kFar = 11;
constexpr auto kBuckets = [] {
  constexpr std::ptrdiff_t kEdges[] = {-10, -6, -4, -3, -2, -1, 1, 2, 3, 4, 5, 7, 11};
  std::array<std::uint8_t, 2 * kFar + 1> out{};
  for (std::ptrdiff_t d = -kFar; d <= kFar; ++d) {
    for (const std::ptrdiff_t edge : kEdges)
      if (d >= edge) ++out[static_cast<std::size_t>(d + kFar)];
  }
  return out;
}();
constexpr std::size_t kRootBucket = 14;

// Adds to the scores of all words as heads of word `w` what the distances between them say.
void add_distances(const float* by_distance, std::size_t w, std::size_t words, float* scores) {
  constexpr auto kNear = static_cast<std::size_t>(kFar);
  const std::size_t first = w > kNear ? w - kNear : 0, last = std::min(words, w + kNear + 1);
  for (std::size_t h = 0; h < first; ++h) scores[h] += by_distance[kBuckets.front()];
  for (std::size_t h = first; h < last; ++h) scores[h] += by_distance[kBuckets[h + kNear - w]];
  for (std::size_t h = last; h < words; ++h) scores[h] += by_distance[kBuckets.back()];
}

template <class T>
T* at_least(std::vector<T>& memory, std::size_t size) {
  if (memory.size() < size) memory.resize(size);
  return memory.data();
}

// Where a sentence too long to be read at once may best be parted.
bool parts_clauses(std::string_view form) { return form == ";" || form == "." || form == ":" || form == ","; }

// The parts of a sentence too long to be read at once hang below its first root.
void join_parts(Analysis& out) {
  for (const Sentence& sentence : out.sentences) {
    if (sentence.size() <= Network::kLongestPiece) continue;
    TokenIndex root = kNoToken;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      if (out.tokens.head[t] != kNoToken) continue;
      if (root == kNoToken) {
        root = t;
      } else {
        out.tokens.head[t] = root;
        out.tokens.relation[t] = Relation::parataxis;
      }
    }
  }
}

}  // namespace

Result<Network> Network::over(std::span<const std::byte> section) {
  SectionReader reader(section);
  if (reader.value<std::uint32_t>() != kFormat) {
    return fail(
        "has a network of another format; take the model that came with this masudi, or train one with make train");
  }
  const Error broken{"has a broken network; train it again with make train"};
  Network out;
  out.arc_ = reader.value<std::uint32_t>(), out.relation_ = reader.value<std::uint32_t>();
  out.tag_ = reader.value<std::uint32_t>(), out.name_ = reader.value<std::uint32_t>();
  out.feats_ = reader.value<std::uint32_t>();
  const bool tag_sets_agree =
      reader.value<std::uint32_t>() == kUposCount && reader.value<std::uint32_t>() == kXposCount &&
      reader.value<std::uint32_t>() == kRelationCount && reader.value<std::uint32_t>() == kNameTags;
  if (!reader.ok() || !tag_sets_agree) return tl::unexpected(broken);
  for (const std::uint32_t size : {out.arc_, out.relation_, out.tag_, out.name_}) {
    if (size == 0 || size > 1024 || size % 4 != 0) return tl::unexpected(broken);
  }
  if (out.feats_ == 0 || out.feats_ > kMostFeats) return tl::unexpected(broken);
  out.tag_scale_ = reader.value<float>(), out.name_scale_ = reader.value<float>();
  out.dependent_scale_ = reader.value<float>(), out.relation_scale_ = reader.value<float>();
  out.encoder_ = Encoder::read(reader);
  if (!reader.ok()) return tl::unexpected(broken);

  std::size_t at = 0;
  const auto part = [&](std::size_t size) { return at += size, at - size; };
  Parts& p = out.parts_;
  p.tag = part(out.tag_), p.name = part(out.name_), p.dependent = part(out.arc_), p.head = part(out.arc_);
  p.distance = part(kDistances), p.relation_dependent = part(out.relation_), p.relation_head = part(out.relation_);
  p.end = at;
  out.joint_ = Dense::read(reader, out.encoder_.width(), static_cast<std::uint32_t>(p.end));
  out.tags_ = Dense::read(reader, out.tag_, kUposCount + kXposCount + out.feats_);
  out.names_ = Dense::read(reader, out.name_, kNameTags);
  out.bilinear_ = Dense::read(reader, out.arc_, out.arc_);
  out.relations_ = Dense::read(reader, out.relation_, kRelationCount);
  out.root_head_ = reader.array<float>(out.arc_, 64);
  out.root_relation_ = reader.array<float>(out.relation_, 64);
  out.feats_at_ = reader.array<std::uint32_t>(out.feats_ + 1, 64);
  const float scales[] = {out.tag_scale_, out.name_scale_, out.dependent_scale_, out.relation_scale_};
  const bool moderate = all_moderate(out.root_head_) && all_moderate(out.root_relation_) && all_moderate(scales);
  if (!reader.ok() || !moderate || !std::is_sorted(out.feats_at_.begin(), out.feats_at_.end())) {
    return tl::unexpected(broken);
  }
  out.feats_text_ = reader.array<char>(out.feats_at_.back());
  if (!reader.at_end()) return tl::unexpected(broken);
  return out;
}

void Network::annotate(std::span<const Reading> readings, Scratch& s) const {
  if (s.votes.size() < readings.size()) s.votes.resize(readings.size());
  s.parts.clear(), s.pieces.clear();
  for (std::size_t r = 0; r < readings.size(); ++r) collect(readings[r], s.votes[r], s);
  if (!s.parts.empty()) run_batch(s);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    Analysis& out = *readings[r].analysis;
    s.votes[r].settle(readings[r].text, out.tokens.span, out.names);
    s.name_mender.mend(readings[r].text, out);
    join_parts(out);
  }
}

// Puts the sentences of a reading into batches, and runs those that are full.
void Network::collect(const Reading& reading, NameVote& vote, Scratch& s) const {
  Analysis& out = *reading.analysis;
  const std::size_t n = out.tokens.size();
  out.tokens.upos.resize(n), out.tokens.xpos.resize(n), out.tokens.feats.resize(reading.feats ? n : 0);
  out.tokens.head.assign(n, kNoToken), out.tokens.relation.resize(n);
  vote.clear();
  for (const Sentence& sentence : out.sentences) {
    for (TokenIndex begin = sentence.first; begin < sentence.last;) {
      TokenIndex end = std::min<TokenIndex>(sentence.last, begin + kLongestPiece);
      if (end < sentence.last) {
        TokenIndex cut = end;
        while (cut > begin + kLongestPiece / 2 && !parts_clauses(out.tokens.span[cut - 1].in(reading.text))) --cut;
        if (cut > begin + kLongestPiece / 2) end = cut;
      }
      const std::uint32_t row = s.pieces.empty() ? 0 : s.pieces.back().last;
      s.pieces.push_back({row, row + (end - begin)});
      s.parts.push_back({&reading, &vote, begin, s.pieces.back()});
      begin = end;
      if (s.pieces.back().last >= kBatch) run_batch(s);
    }
  }
}

void Network::run_batch(Scratch& s) const {
  const Kernels& k = kernels();
  const std::size_t words = s.pieces.back().last;
  at_least(s.rows, words), at_least(s.words, words);
  for (const Part& p : s.parts) {
    const auto spans = std::span(p.reading->analysis->tokens.span).subspan(p.first, p.piece.size());
    sentence_features(p.reading->text, spans, encoder_.vocabulary(),
                      std::span(s.rows).subspan(p.piece.first, p.piece.size()), s.words);
  }
  const auto states = encoder_.encode(std::span(s.rows).first(words), s.pieces, k, s.encoder);
  k.multiply(states.data(), words, joint_.inputs, joint_.weights.data(), joint_.outputs, joint_.scale.data(),
             joint_.bias.data(), at_least(s.joint, words * joint_.outputs), joint_.outputs);
  give_tags(words, s);
  find_names(words, s);
  for (const Part& p : s.parts) give_heads(p, s);
  give_relations(words, s);
  s.parts.clear(), s.pieces.clear();
}

void Network::give_tags(std::size_t words, Scratch& s) const {
  const Kernels& k = kernels();
  std::uint8_t* hidden = at_least(s.hidden, words * tag_);
  for (std::size_t w = 0; w < words; ++w) {
    k.rectify(s.joint.data() + w * joint_.outputs + parts_.tag, tag_, tag_scale_, hidden + w * tag_);
  }
  // The features of words, three quarters of the outputs, stand behind the tags.
  const bool feats = std::ranges::any_of(s.parts, [](const Part& p) { return p.reading->feats; });
  const std::size_t outputs = feats ? tags_.outputs : round_up(kUposCount + kXposCount, 16);
  float* result = at_least(s.result, words * outputs);
  k.multiply(hidden, words, tags_.inputs, tags_.weights.data(), outputs, tags_.scale.data(), tags_.bias.data(), result,
             outputs);
  for (const Part& p : s.parts) {
    Tokens& tokens = p.reading->analysis->tokens;
    if (p.reading->feats) give_feats(p, result + p.piece.first * outputs, outputs);
    for (std::uint32_t w = 0; w < p.piece.size(); ++w) {
      const float* row = result + (p.piece.first + w) * outputs;
      tokens.upos[p.first + w] = static_cast<Upos>(k.highest(row, kUposCount));
      tokens.xpos[p.first + w] = static_cast<Xpos>(k.highest(row + kUposCount, kXposCount));
    }
  }
}

void Network::give_feats(const Part& part, const float* scores, std::size_t stride) const {
  Tokens& tokens = part.reading->analysis->tokens;
  for (std::uint32_t w = 0; w < part.piece.size(); ++w) {
    const std::size_t best = kernels().highest(scores + w * stride + kUposCount + kXposCount, feats_);
    tokens.feats[part.first + w] = {feats_text_.data() + feats_at_[best], feats_at_[best + 1] - feats_at_[best]};
  }
}

void Network::find_names(std::size_t words, Scratch& s) const {
  const Kernels& k = kernels();
  std::uint8_t* hidden = at_least(s.hidden, words * name_);
  for (std::size_t w = 0; w < words; ++w) {
    k.rectify(s.joint.data() + w * joint_.outputs + parts_.name, name_, name_scale_, hidden + w * name_);
  }
  float* result = at_least(s.result, words * names_.outputs);
  k.multiply(hidden, words, names_.inputs, names_.weights.data(), names_.outputs, names_.scale.data(),
             names_.bias.data(), result, names_.outputs);
  for (const Part& p : s.parts) {
    std::vector<Name>& names = p.reading->analysis->names;
    const std::size_t known = names.size();
    const float* rows = result + p.piece.first * names_.outputs;
    s.names.decode({rows, p.piece.size() * names_.outputs}, p.piece.size(), names_.outputs, p.first, names);
    for (const Name& name : std::span(names).subspan(known)) {
      p.vote->add(rows + (name.first - p.first) * names_.outputs, name.last - name.first, names_.outputs);
    }
  }
}

void Network::give_heads(const Part& part, Scratch& s) const {
  const Kernels& k = kernels();
  const std::size_t n = part.piece.size();
  const std::size_t stride = round_up(static_cast<std::uint32_t>(n + 1), 16);
  // Heads as columns: the root, then the words, then zeros.
  float* heads = at_least(s.heads, arc_ * stride);
  std::uint8_t* hidden = at_least(s.hidden, n * arc_);
  for (std::size_t i = 0; i < arc_; ++i) {
    heads[i * stride] = root_head_[i];
    std::fill_n(heads + i * stride + n + 1, stride - n - 1, 0.0F);
  }
  const float* joints = s.joint.data() + std::size_t{part.piece.first} * joint_.outputs;
  k.turn(joints + parts_.head, n, joint_.outputs, arc_, heads + 1, stride);
  for (std::size_t w = 0; w < n; ++w) {
    k.rectify(joints + w * joint_.outputs + parts_.dependent, arc_, dependent_scale_, hidden + w * arc_);
  }
  float* dependents = at_least(s.result, n * bilinear_.outputs);
  k.multiply(hidden, n, bilinear_.inputs, bilinear_.weights.data(), bilinear_.outputs, bilinear_.scale.data(),
             bilinear_.bias.data(), dependents, bilinear_.outputs);
  float* scores = at_least(s.scores, n * stride);
  k.score(dependents, n, arc_, heads, stride, n + 1, scores);
  for (std::size_t w = 0; w < n; ++w) {
    float* row = scores + w * stride;
    const float* by_distance = joints + w * joint_.outputs + parts_.distance;
    row[0] += by_distance[kRootBucket];
    add_distances(by_distance, w, n, row + 1);
  }
  std::uint32_t* chosen = at_least(s.chosen, n);
  s.attacher.attach({scores, n * stride}, n, stride, {chosen, n});
  TokenIndex* head = part.reading->analysis->tokens.head.data() + part.first;
  for (std::size_t w = 0; w < n; ++w) head[w] = chosen[w] == 0 ? kNoToken : part.first + chosen[w] - 1;
}

void Network::give_relations(std::size_t words, Scratch& s) const {
  const Kernels& k = kernels();
  std::uint8_t* hidden = at_least(s.hidden, words * relation_);
  for (const Part& p : s.parts) {
    const float* joints = s.joint.data() + std::size_t{p.piece.first} * joint_.outputs;
    for (std::uint32_t w = 0; w < p.piece.size(); ++w) {
      const TokenIndex head = p.reading->analysis->tokens.head[p.first + w];
      const float* of_head =
          head == kNoToken ? root_relation_.data() : joints + (head - p.first) * joint_.outputs + parts_.relation_head;
      k.rectify_sum(joints + w * joint_.outputs + parts_.relation_dependent, of_head, relation_, relation_scale_,
                    hidden + (p.piece.first + w) * relation_);
    }
  }
  float* result = at_least(s.result, words * relations_.outputs);
  k.multiply(hidden, words, relations_.inputs, relations_.weights.data(), relations_.outputs, relations_.scale.data(),
             relations_.bias.data(), result, relations_.outputs);
  for (const Part& p : s.parts) {
    Tokens& tokens = p.reading->analysis->tokens;
    for (std::uint32_t w = 0; w < p.piece.size(); ++w) {
      // Relation 0 is root, which the root alone has.
      const float* row = result + (p.piece.first + w) * relations_.outputs;
      tokens.relation[p.first + w] = tokens.head[p.first + w] == kNoToken
                                         ? Relation::root
                                         : static_cast<Relation>(1 + k.highest(row + 1, kRelationCount - 1));
    }
  }
}

}  // namespace masudi::language
