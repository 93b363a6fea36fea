// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace masudi {

// The closed tag sets of Universal Dependencies 2.16 English. The numbers are stored in model files: append only.

// Universal part of speech. https://universaldependencies.org/u/pos/
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};
constexpr int kUposCount = 17;

// Penn-style English tag as used in UD English.
enum class Xpos : std::uint8_t {
  cc,
  cd,
  dt,
  ex,
  fw,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nn,
  nns,
  nnp,
  nnps,
  pdt,
  pos,
  prp,
  prp_poss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_poss,
  wrb,
  add,
  afx,
  gw,
  hyph,
  nfp,
  lrb,
  rrb,
  comma,
  period,
  colon,
  open_quote,
  close_quote,
  dollar,
  hash,
  xx,
};
constexpr int kXposCount = 51;

// Dependency relation with its subtype. https://universaldependencies.org/en/dep/
enum class Relation : std::uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp,
};
constexpr int kRelationCount = 51;

// The names as CoNLL-U writes them ("NOUN", "PRP$", "nsubj:pass").
std::string_view name(Upos tag);
std::string_view name(Xpos tag);
std::string_view name(Relation relation);
std::optional<Upos> upos_named(std::string_view name);
std::optional<Xpos> xpos_named(std::string_view name);
std::optional<Relation> relation_named(std::string_view name);

}  // namespace masudi
