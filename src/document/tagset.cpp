// SPDX-License-Identifier: Apache-2.0
#include "document/tagset.h"

#include <algorithm>
#include <array>

namespace masudi {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, kXposCount> kXpos = {
    "CC",   "CD",   "DT",    "EX",    "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",  "NNS",
    "NNP",  "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",  "UH",
    "VB",   "VBD",  "VBG",   "VBN",   "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "ADD", "AFX", "GW",
    "HYPH", "NFP",  "-LRB-", "-RRB-", ",",   ".",    ":",   "``",  "''",  "$",   "#",   "XX"};

constexpr std::array<std::string_view, kRelationCount> kRelations = {
    "root",       "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",
    "aux",        "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt",
    "conj",       "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",
    "discourse",  "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",
    "mark",       "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",
    "nummod",     "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",
    "reparandum", "vocative",   "xcomp"};

template <class Tag, std::size_t N>
std::optional<Tag> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
  const auto at = std::find(names.begin(), names.end(), wanted);
  if (at == names.end()) return std::nullopt;
  return static_cast<Tag>(at - names.begin());
}

}  // namespace

std::string_view name(Upos tag) { return kUpos[static_cast<std::size_t>(tag)]; }
std::string_view name(Xpos tag) { return kXpos[static_cast<std::size_t>(tag)]; }
std::string_view name(Relation relation) { return kRelations[static_cast<std::size_t>(relation)]; }
std::optional<Upos> upos_named(std::string_view text) { return find<Upos>(kUpos, text); }
std::optional<Xpos> xpos_named(std::string_view text) { return find<Xpos>(kXpos, text); }
std::optional<Relation> relation_named(std::string_view text) { return find<Relation>(kRelations, text); }

}  // namespace masudi
