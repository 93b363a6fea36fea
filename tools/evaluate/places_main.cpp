// SPDX-License-Identifier: Apache-2.0
// Prints the places of texts and of events, for places.py and for a person who looks for a fault.
//   masudi-places MODEL KNOWLEDGE < questions
// Questions: "D date source bytes" and that many bytes of text; then for each event "E begin end nearby", the bytes
// of its trigger. Answers, fields parted by tabs: for each toponym "T begin end country latitude longitude precision
// name", for each place of an event "E number country latitude longitude precision name".
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>

#include "coding/names.h"
#include "coding/places.h"
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
  coding::Places places;

  coding::Context context() const { return {document, analysis, knowledge, tree, names}; }

  void read() {
    core.analyse(document.text, workspace, analysis);
    tree.build(analysis, document.text);
    names.find(knowledge, analysis, document.text);
    places.read(context());
  }

  // The token in the span whose head is outside.
  TokenIndex head_in(Span span) const {
    for (TokenIndex t = 0; t < tree.size(); ++t) {
      if (!span.overlaps(tree.span(t))) continue;
      const TokenIndex h = tree.head(t);
      if (h == kNoToken || !span.overlaps(tree.span(h))) return t;
    }
    return kNoToken;
  }
};

void print(const Place& place) {
  std::printf("%s\t", place.country.c_str());
  if (place.position) {
    std::printf("%.4f\t%.4f\t", place.position->first, place.position->second);
  } else {
    std::printf("\t\t");
  }
  std::string name = place.name;
  for (char& c : name) c = c == '\n' || c == '\t' ? ' ' : c;
  std::printf("%s\t%s\n", std::string(masudi::name(place.precision)).c_str(), name.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: masudi-places MODEL KNOWLEDGE < questions\n", stderr), 2;
  auto core = language::Core::open(argv[1]);
  if (!core) return std::fprintf(stderr, "%s\n", core.error().message.c_str()), 1;
  auto knowledge = knowledge::Knowledge::open(argv[2]);
  if (!knowledge) return std::fprintf(stderr, "%s\n", knowledge.error().message.c_str()), 1;
  Reader reader{*core, *knowledge, {}, {}, {}, {}, {}, {}};
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
      std::printf("D\n");
      for (const auto& t : reader.places.all()) {
        std::printf("T\t%u\t%u\t", t.place.span.begin, t.place.span.end);
        print(t.place);
      }
    } else if (kind == "E") {
      Span span;
      bool nearby = true;
      fields >> span.begin >> span.end >> nearby;
      std::vector<Place> found;
      const TokenIndex head = reader.head_in(span);
      if (head != kNoToken)
        reader.places.of_event(reader.context(), head, found,
                               nearby ? coding::PlaceReach::sentence : coding::PlaceReach::clause);
      for (const Place& place : found) {
        std::printf("E\t%d\t", number);
        print(place);
      }
      ++number;
    }
  }
}
