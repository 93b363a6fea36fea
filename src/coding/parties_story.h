// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "coding/context.h"
#include "coding/parties_meaning.h"

namespace masudi::coding {

// The countries that a document is about: what a careful reader takes for the country of "the police" or "three people"
// where the phrase itself does not say.
class Story {
 public:
  void read(const Context& context, const Meanings& meanings);

  // The country that fits best for the token: of its sentence, of those before, of the whole. `home` asks for the state
  // in whose name somebody acts ("the government"), otherwise for the place where people are. Empty where nothing is
  // named.
  std::string_view country_at(TokenIndex t, bool home) const { return best_at(t, home, {}); }
  // The same for a state that is not the one whose government publishes the document.
  std::string_view abroad_at(TokenIndex t) const { return best_at(t, true, home_); }
  // The first country in which a phrase of the sentence, or of the few before it, places something; not the home
  // country; empty for none.
  std::string_view place_before(std::uint32_t sentence) const;
  // The country whose government publishes the document itself; empty for the press.
  std::string_view home() const { return home_; }
  // Whether the document names the country, or somebody or something of it.
  bool names(std::string_view code) const;
  // The country that the whole document is most about.
  std::string_view main() const { return main_; }

  // A word that names a country, or somebody or something of it.
  struct Cue {
    TokenIndex token;
    std::string_view code;
    bool place;    // it says where: "in Gaza"
    bool guest;    // the nation of a private person, who need not be at home: "a Swiss tourist"
    bool subject;  // the subject of its clause
  };
  // How much a country is spoken of.
  struct Named {
    std::string_view code;
    std::uint32_t weight;
  };
  // The cues of a sentence before a token, and behind it, in the order of the text; only the nearest kMostCues.
  std::span<const Cue> cues_before(std::uint32_t sentence, TokenIndex t) const;
  std::span<const Cue> cues_behind(std::uint32_t sentence, TokenIndex t) const;
  // Those of the first sentence.
  std::span<const Cue> opening() const { return cues(0).first(std::min(cues(0).size(), kMostCues)); }
  static constexpr std::size_t kMostCues = 50;
  // The most named first.
  std::span<const Named> countries() const { return weights_; }
  std::uint32_t weight_of_all() const { return weight_of_all_; }

 private:
  std::span<const Cue> cues(std::uint32_t sentence) const {
    return std::span(cues_).subspan(first_cue_[sentence], first_cue_[sentence + 1] - first_cue_[sentence]);
  }
  // Here `without` is a country that is not meant; empty for none.
  std::string_view best_at(TokenIndex t, bool home, std::string_view without) const;
  const Cue* in_sentence(std::uint32_t sentence, TokenIndex t, bool home, std::string_view without) const;
  std::string_view most_named(std::string_view without) const;

  const Tree* tree_ = nullptr;
  std::vector<Cue> cues_;
  std::vector<std::uint32_t> first_cue_;  // by sentence
  std::vector<Named> weights_;
  std::uint32_t weight_of_all_ = 0;
  std::string_view main_;
  std::string_view home_;
};

}  // namespace masudi::coding
