// SPDX-License-Identifier: Apache-2.0
#include "coding/testing/example.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "base/date.h"

namespace masudi::coding::testing {

const knowledge::Knowledge& compiled_knowledge() {
  static const auto knowledge = knowledge::Knowledge::open(MASUDI_KNOWLEDGE);
  if (!knowledge) {
    std::fputs(knowledge.error().message.c_str(), stderr);
    std::abort();
  }
  return *knowledge;
}

Example::Example(std::string_view rows, std::string_view date) {
  document.id = "example";
  document.date = parse_date(date).value();
  std::istringstream in{std::string(rows)};
  Tokens& tokens = analysis.tokens;
  TokenIndex first = 0;
  const auto end_sentence = [&] {
    if (first == tokens.size()) return;
    analysis.sentences.push_back({first, tokens.size(), cover(tokens.span[first], tokens.span.back())});
    first = tokens.size();
  };
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma, upos, xpos, relation;
    TokenIndex head = 0;
    if (!(fields >> form >> lemma >> upos >> xpos >> head >> relation)) {
      end_sentence();
      continue;
    }
    const bool joined = form.size() > 1 && form.back() == '+';
    if (joined) form.pop_back();
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += form;
    tokens.span.push_back({begin, static_cast<std::uint32_t>(document.text.size())});
    if (!joined) document.text += ' ';
    tokens.joined.push_back(joined ? 1 : 0);
    tokens.upos.push_back(upos_named(upos).value());
    tokens.xpos.push_back(xpos_named(xpos).value());
    tokens.feats.push_back({});
    tokens.lemma.push_back(analysis.strings.keep(lemma));
    tokens.head.push_back(head == 0 ? kNoToken : first + head - 1);
    tokens.relation.push_back(relation_named(relation).value());
  }
  end_sentence();
  tree.build(analysis, document.text);
  names.find(compiled_knowledge(), analysis, document.text);
}

TokenIndex Example::token(std::string_view form, TokenIndex from) const {
  for (TokenIndex t = from; t < analysis.tokens.size(); ++t) {
    if (tree.form(t) == form) return t;
  }
  return kNoToken;
}

}  // namespace masudi::coding::testing
