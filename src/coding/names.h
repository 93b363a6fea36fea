// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/analysis.h"
#include "knowledge/knowledge.h"

namespace masudi::coding {

// A phrase of the names index that stands in the text: tokens [first, last) of one sentence.
struct NameMatch {
  TokenIndex first;
  TokenIndex last;
  std::uint32_t ref_first;  // its meanings: Names::refs()
  std::uint32_t ref_count;
};

// The known names and role words of one document: longest match first, whole tokens only, case heeded (see case_fits),
// no two overlapping. find() keeps memory from document to document.
class Names {
 public:
  void find(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text);

  std::span<const NameMatch> all() const { return matches_; }
  // The match that covers the token; null if none does.
  const NameMatch* at(TokenIndex t) const { return covering_[t] == 0 ? nullptr : &matches_[covering_[t] - 1]; }
  // What the match may mean, of every kind (country, adjective, entity, role, place …), in the order of the knowledge.
  // Meanings that are only safe after a full name (`risky`) are here only if the full name stands in the document,
  // or, for acronyms, a name of their country.
  std::span<const knowledge::NameRef> refs(const NameMatch& match) const {
    return std::span(refs_).subspan(match.ref_first, match.ref_count);
  }
  // The words of tokens [first, last), as names are compared.
  std::span<const knowledge::Atom> atoms(TokenIndex first, TokenIndex last) const {
    return std::span(atoms_).subspan(atom_begin_[first], atom_begin_[last] - atom_begin_[first]);
  }
  // The first meaning of this kind; null if there is none.
  const knowledge::NameRef* meaning(const NameMatch& match, knowledge::NameKind kind) const;

 private:
  struct Candidate {
    TokenIndex last;
    knowledge::IndexRange refs;
    bool comma;  // a comma or bracket stands between its words
  };

  void scan(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text, bool allow_risky);
  void prefer_longer(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text,
                     const Sentence& sentence, bool allow_risky);
  bool match(const knowledge::Knowledge& knowledge, const Analysis& analysis, std::string_view text,
             const Sentence& sentence, TokenIndex first, bool allow_risky);
  bool supported(const knowledge::Knowledge& knowledge, const knowledge::NameRef& ref) const;
  bool fits(std::string_view name, std::string_view written, std::span<const knowledge::Atom> text, bool comma);

  std::vector<NameMatch> matches_;
  std::vector<knowledge::NameRef> refs_;
  std::vector<std::uint8_t> no_name_;    // by token: none begins there, whatever is allowed
  std::vector<std::uint32_t> covering_;  // by token: 1 + index of its match
  std::vector<knowledge::Atom> atoms_;
  std::vector<std::uint32_t> atom_begin_;  // by token
  std::vector<knowledge::Atom> name_atoms_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint64_t> full_;          // what has a safe name in the document, sorted
  std::vector<std::string_view> countries_;  // the codes of the countries that the document names, sorted
  bool risky_seen_ = false;
};

}  // namespace masudi::coding
