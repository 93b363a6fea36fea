// SPDX-License-Identifier: Apache-2.0
// Prints the parties of phrases, for parties.py and for a person who looks for a fault.
//   masudi-parties MODEL KNOWLEDGE < questions
// Questions: "D date source bytes" and that many bytes of text; "T" for its tree; then for each phrase "P begin end" in
// bytes of the text. Answers, a line a party, blank-separated fields by tabs: phrase number, code, sectors, name,
// sponsor, grade, place, head, why.
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

#include "coding/names.h"
#include "coding/parties.h"
#include "coding/speech.h"
#include "language/core.h"

namespace {

using namespace masudi;

struct Reader {
  const language::Core& core;
  const knowledge::Knowledge& knowledge;
  language::Workspace workspace;
  Document document;
  Analysis analysis;
  coding::Tree tree;
  coding::Names names;
  coding::Speech speech;
  coding::Places places;
  coding::Parties parties;

  coding::Context context() const { return {document, analysis, knowledge, tree, names}; }

  void read() {
    core.analyse(document.text, workspace, analysis);
    tree.build(analysis, document.text);
    names.find(knowledge, analysis, document.text);
    speech.read(context());
    places.read(context());
    parties.read(context(), speech, places);
  }

  // The token in the span whose head is outside, nominals first.
  TokenIndex head_in(Span span) const {
    TokenIndex best = kNoToken;
    for (TokenIndex t = 0; t < tree.size(); ++t) {
      if (!span.contains(tree.span(t))) continue;
      const TokenIndex h = tree.head(t);
      if (h != kNoToken && span.contains(tree.span(h))) continue;
      if (best == kNoToken || (!tree.is_nominal(best) && tree.is_nominal(t))) best = t;
    }
    return best;
  }

  // Whom the words of the phrase name where its head does not, as the tree has cut it: its last word that names
  // anybody, role words and names before nationalities.
  void inside(Span span, std::vector<coding::PartyMention>& found) const {
    TokenIndex best = kNoToken;
    for (TokenIndex t = tree.size(); t-- > 0;) {
      if (!span.contains(tree.span(t)) || !parties.heads(t)) continue;
      if (best == kNoToken) best = t;
      const bool modifies = tree.relation(t) == Relation::nmod_poss || tree.upos(t) == Upos::adj;
      if (!modifies) {
        best = t;
        break;
      }
    }
    if (best != kNoToken) parties.only_at(best, found);
  }

  void answer(int number, Span span) {
    static constexpr const char* kGrades[] = {"named", "described", "pronoun", "generic"};
    const TokenIndex head = head_in(span);
    std::vector<coding::PartyMention> found;
    if (head != kNoToken) parties.at(head, found);
    if (found.empty() && head != kNoToken) parties.opposed(head, found);  // "anti-government"
    if (found.empty()) inside(span, found);
    if (found.empty()) {
      std::printf("%d\t-\t\t\t\t\t\t%s\t\n", number, head == kNoToken ? "" : std::string(tree.form(head)).c_str());
    }
    for (const auto& m : found) {
      std::string sectors;
      for (const auto& s : m.party.sectors) sectors += (sectors.empty() ? "" : ";") + s;
      std::printf("%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\n", number, m.party.code.c_str(), sectors.c_str(),
                  m.party.name.c_str(), m.party.sponsor.c_str(), kGrades[static_cast<int>(m.grade)], m.place ? 1 : 0,
                  std::string(tree.form(head)).c_str(), parties.why(m).c_str());
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: masudi-parties MODEL KNOWLEDGE < questions\n", stderr), 2;
  auto core = language::Core::open(argv[1]);
  if (!core) return std::fprintf(stderr, "%s\n", core.error().message.c_str()), 1;
  auto knowledge = knowledge::Knowledge::open(argv[2]);
  if (!knowledge) return std::fprintf(stderr, "%s\n", knowledge.error().message.c_str()), 1;
  Reader reader{*core, *knowledge, {}, {}, {}, {}, {}, {}, {}, {}};
  int number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string kind;
    fields >> kind;
    if (kind == "D") {
      std::string date;
      std::size_t bytes = 0;
      fields >> date >> reader.document.source >> bytes;
      reader.document.date = parse_date(date).value_or(Date{});
      reader.document.text.resize(bytes);
      std::cin.read(reader.document.text.data(), static_cast<std::streamsize>(bytes));
      std::cin.ignore(1);
      reader.read();
    } else if (kind == "T") {
      for (TokenIndex t = 0; t < reader.tree.size(); ++t) {
        std::printf("%u\t%s\t%s\t%s\t%d\t%s\n", t, std::string(reader.tree.form(t)).c_str(),
                    std::string(name(reader.tree.upos(t))).c_str(), std::string(name(reader.tree.xpos(t))).c_str(),
                    static_cast<int>(reader.tree.head(t)), std::string(name(reader.tree.relation(t))).c_str());
      }
      for (const Name& n : reader.analysis.names) {
        std::printf("name %u %u kind %d\n", n.first, n.last, static_cast<int>(n.kind));
      }
    } else if (kind == "P") {
      Span span;
      fields >> span.begin >> span.end;
      reader.answer(number++, span);
    }
  }
}
