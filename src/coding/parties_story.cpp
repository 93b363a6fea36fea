// SPDX-License-Identifier: Apache-2.0
#include "coding/parties_story.h"

#include <algorithm>

#include "coding/parties_who.h"

namespace masudi::coding {
namespace {

bool is_locative(std::string_view preposition) {
  for (std::string_view p :
       {"in", "at", "near", "inside", "outside", "across", "throughout", "around", "within", "on"}) {
    if (preposition == p) return true;
  }
  return false;
}

bool is_country(std::string_view code) {
  return code.size() == 3 && code != "UNO" && code != "IGO" && code != "NGO" && code != "IMG" && code != "ISM" &&
         code != "MNC" && code != "EUR";
}

// "the French embassy" says nothing of where the story is.
bool stands_abroad(const Tree& tree, const Meaning& m) {
  const TokenIndex h = tree.head(m.head);
  if (h == kNoToken) return false;
  const std::string_view lemma = tree.lemma(h);
  return lemma == "embassy" || lemma == "Embassy" || lemma == "consulate" || lemma == "Consulate" ||
         lemma == "ambassador";
}

constexpr std::uint32_t kSentencesBack = 4;
constexpr TokenIndex kWindow = 150;  // no reader looks farther back than that; keeps long lists linear

}  // namespace

void Story::read(const Context& context, const Meanings& meanings) {
  tree_ = &context.tree;
  cues_.clear(), weights_.clear();
  first_cue_.assign(context.analysis.sentences.size() + 1, 0);
  for (const Meaning& m : meanings.all()) {
    if (m.sense == Sense::role) continue;
    std::string_view code = m.code;
    if (m.sense == Sense::entity)
      code = who_is(context.knowledge, context.knowledge.entities()[m.id], context.document.date).code;
    if (!is_country(code) || stands_abroad(context.tree, m)) continue;
    const bool place =
        m.is_geographic() && m.sense != Sense::nationality && is_locative(context.tree.preposition(m.head));
    cues_.push_back({m.first, code, place});
    const std::uint32_t sentence = context.tree.sentence(m.first);
    ++first_cue_[sentence + 1];
    const std::uint32_t weight = (sentence == 0 ? 2 : 1) + (place ? 1 : 0);
    const auto known = std::find_if(weights_.begin(), weights_.end(), [&](const auto& w) { return w.first == code; });
    if (known == weights_.end()) {
      weights_.emplace_back(code, weight);
    } else {
      known->second += weight;
    }
  }
  for (std::size_t s = 1; s < first_cue_.size(); ++s) first_cue_[s] += first_cue_[s - 1];
  // Top-level domains that one government alone may use. Source: RFC 1591; 41 CFR 102-173.
  const std::string_view source = context.document.source;
  home_ = source.ends_with(".gov") || source.ends_with(".mil") ? "USA" : "";
  main_ = {};
  std::uint32_t most = 0;
  for (const auto& [code, weight] : weights_) {
    if (weight > most) main_ = code, most = weight;
  }
}

std::string_view Story::in_sentence(std::uint32_t sentence, TokenIndex t, bool home) const {
  std::string_view best;
  double best_score = -1e9;
  const auto from = cues_.begin() + first_cue_[sentence], to = cues_.begin() + first_cue_[sentence + 1];
  const TokenIndex window = t > kWindow ? t - kWindow : 0;
  auto at = std::lower_bound(from, to, window, [](const Cue& cue, TokenIndex token) { return cue.token < token; });
  if (at == to && from != to) --at;  // a later sentence asks: its last words are nearest
  for (; at != to && at->token < t + kWindow; ++at) {
    const Cue& cue = *at;
    const double distance = cue.token > t ? cue.token - t : t - cue.token;
    double score = -distance / 12.0;
    if (cue.place) score += home ? 1.0 : 3.0;
    if (cue.code == main_) score += home ? 1.0 : 0.3;
    if (score > best_score) best = cue.code, best_score = score;
  }
  return best;
}

std::string_view Story::place_in(std::uint32_t sentence) const {
  for (std::uint32_t i = first_cue_[sentence]; i < first_cue_[sentence + 1]; ++i) {
    if (cues_[i].place) return cues_[i].code;
  }
  return {};
}

std::string_view Story::country_at(TokenIndex t, bool home) const {
  const std::uint32_t sentence = tree_->sentence(t);
  if (const auto here = in_sentence(sentence, t, home); !here.empty()) return here;
  for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
    const std::uint32_t s = sentence - back;
    std::string_view place;
    for (std::uint32_t i = first_cue_[s]; i < first_cue_[s + 1]; ++i) {
      if (cues_[i].place) place = cues_[i].code;
    }
    if (!place.empty()) return place;
  }
  return main_;
}

}  // namespace masudi::coding
