// SPDX-License-Identifier: Apache-2.0
#include "record/origins.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "record/graph.h"
#include "record/outlets.h"
#include "record/tellers.h"
#include "record/texts.h"

namespace masudi::record {
namespace {

using Node = std::uint32_t;

struct Edge {
  Node from;
  Node to;
  CitationKind kind;
  std::uint32_t report;  // in which it stands
};

// Texts are the nodes 0 to texts.count-1, sources follow.
class Tracing {
 public:
  Tracing(const Book& book, std::span<const std::uint32_t> mentions)
      : book_(book), mentions_(mentions), texts_(texts_of(book, mentions)) {}

  Grounds run() {
    for (const std::uint32_t report : texts_.reports) add_outlet(report);
    find_offices();
    for (const std::uint32_t mention : mentions_) add_voices(mention);
    add_those_without_voice();
    find_components();
    find_circles();
    Grounds out;
    put_origins(out.origins);
    put_citations(out.citations);
    return out;
  }

 private:
  Node node(const Source& source) {
    const auto [at, is_new] = numbers_.emplace(source.key, texts_.count + static_cast<Node>(sources_.size()));
    if (is_new) sources_.push_back(source);
    return at->second;
  }

  // A report without a known outlet stands for itself.
  Source outlet_of_report(const Digest& report) const {
    if (!report.outlet.empty()) return outlet_source(report.outlet);
    return {"report:" + report.id, report.id, OriginKind::outlet};
  }

  void link(Node from, Node to, CitationKind kind, std::uint32_t report) { edges_.push_back({from, to, kind, report}); }

  // An outlet points to its own texts: who cites it relies on what it relies on.
  void add_outlet(std::uint32_t report) {
    const Node outlet = node(outlet_of_report(book_.reports[report]));
    owned_.push_back({outlet, texts_.text(report)});
  }

  // The countries of the offices that are named with one, by sector.
  void find_offices() {
    for (const std::uint32_t mention : mentions_) {
      for (const Teller& teller : book_.mention(mention).voices) {
        if (!teller.who.code.empty()) offices_.emplace(teller.who.sector, teller.who.code);
      }
    }
  }

  // Unnamed officials of no known country may well be those of a known one.
  Source source_of(const Who& who, std::uint32_t text) const {
    Source own = outlet_source(canonical_outlet(who.name.empty() ? who.words : who.name));
    if (numbers_.contains(own.key)) return own;
    Source source = voice_source(who, std::to_string(text));
    const auto office = offices_.find(who.sector);
    if (who.code.empty() && source.key.starts_with("office:") && office != offices_.end()) {
      source.key = "office:" + office->second + ' ' + who.sector;
    }
    return source;
  }

  void add_voices(std::uint32_t mention) {
    const std::uint32_t report = book_.mentions[mention].report;
    const Node text = texts_.text(report);
    const std::string own = outlet_of_report(book_.reports[report]).key;
    Node from = text;
    for (const Teller& teller : book_.mention(mention).voices) {
      const Source source = source_of(teller.who, text);
      if (source.key == own) continue;
      const Node to = node(source);
      link(from, to, CitationKind::cites, report);
      from = to;
      has_voice_.insert(text);
    }
  }

  void add_those_without_voice() {
    std::set<Node> done;
    for (const std::uint32_t report : texts_.reports) {
      const Node text = texts_.text(report);
      const Digest& digest = book_.reports[report];
      for (const std::string& agency : digest.agencies) {
        if (!has_voice_.contains(text))
          link(text, node(outlet_source(agency)), CitationKind::copies, report), done.insert(text);
      }
    }
    for (const std::uint32_t report : texts_.reports) {
      const Node text = texts_.text(report);
      if (has_voice_.contains(text) || done.contains(text)) continue;
      for (const std::string& who : book_.reports[report].contributors) {
        link(text, node(outlet_source(who)), CitationKind::contributed, report), done.insert(text);
      }
    }
    for (const std::uint32_t report : texts_.reports) {
      const Node text = texts_.text(report);
      if (!has_voice_.contains(text) && done.insert(text).second)
        owned_.push_back({text, node(outlet_of_report(book_.reports[report]))});
    }
  }

  void find_components() {
    std::vector<std::vector<Node>> next(texts_.count + sources_.size());
    for (const Edge& edge : edges_) next[edge.from].push_back(edge.to);
    for (const auto& [from, to] : owned_) next[from].push_back(to);
    component_ = components(next);
    const std::size_t count = component_.empty() ? 0 : 1 + *std::max_element(component_.begin(), component_.end());
    reached_.resize(count);
    is_end_.assign(count, true);
    for (Node from = 0; from < next.size(); ++from) {
      for (const Node to : next[from]) {
        if (component_[from] != component_[to]) is_end_[component_[from]] = false;
      }
    }
    find_ends(next);
  }

  // Which sources rest on each other. Here an outlet rests on what its own reports name, not on what copies of them do.
  void find_circles() {
    std::vector<std::vector<Node>> next(sources_.size());
    for (const Edge& edge : edges_) next[source_from(edge)].push_back(edge.to - texts_.count);
    circle_ = components(next);
  }

  // Who says it: the outlet of the report, or the voice before in the chain.
  Node source_from(const Edge& edge) const {
    const Node from =
        edge.from < texts_.count ? numbers_.at(outlet_of_report(book_.reports[edge.report]).key) : edge.from;
    return from - texts_.count;
  }

  bool is_circular(const Edge& edge) const {
    const Node from = source_from(edge), to = edge.to - texts_.count;
    return edge.kind == CitationKind::cites && from != to && circle_[from] == circle_[to];
  }

  // The ends that each component reaches. Components that are reached have lower numbers, so that one pass does.
  void find_ends(const std::vector<std::vector<Node>>& next) {
    std::vector<std::vector<Node>> members(reached_.size());
    for (Node n = 0; n < component_.size(); ++n) members[component_[n]].push_back(n);
    for (std::uint32_t c = 0; c < members.size(); ++c) {
      if (is_end_[c]) reached_[c].insert(c);
      for (const Node n : members[c]) {
        for (const Node to : next[n])
          reached_[c].insert(reached_[component_[to]].begin(), reached_[component_[to]].end());
      }
    }
  }

  void put_origins(std::vector<Origin>& origins) const {
    std::map<std::uint32_t, Origin> by_end;
    for (const std::uint32_t report : texts_.reports) {
      for (const std::uint32_t end : reached_[component_[texts_.text(report)]]) {
        by_end[end].reports.push_back(book_.reports[report].id);
      }
    }
    for (auto& [end, origin] : by_end) {
      std::sort(origin.reports.begin(), origin.reports.end());
      describe(end, origin);
      origins.push_back(std::move(origin));
    }
    std::sort(origins.begin(), origins.end(), [](const Origin& a, const Origin& b) {
      return std::tie(a.name, a.reports) < std::tie(b.name, b.reports);
    });
  }

  // An end is a voice, an outlet with its own texts, or several outlets that cite each other.
  void describe(std::uint32_t end, Origin& origin) const {
    std::vector<const Source*> sources;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (component_[texts_.count + i] == end) sources.push_back(&sources_[i]);
    }
    std::sort(sources.begin(), sources.end(), [](const Source* a, const Source* b) { return a->name < b->name; });
    if (sources.empty()) return;
    origin.kind = sources.front()->kind;
    for (const Source* source : sources) origin.name += (origin.name.empty() ? "" : " and ") + source->name;
    const auto closes_circle = [&](const Edge& e) { return component_[e.to] == end && is_circular(e); };
    if (sources.size() > 1 && std::any_of(edges_.begin(), edges_.end(), closes_circle))
      origin.kind = OriginKind::circle;
  }

  void put_citations(std::vector<Citation>& citations) const {
    for (const Edge& edge : edges_) {
      const Digest& report = book_.reports[edge.report];
      citations.push_back({sources_[source_from(edge)].name, sources_[edge.to - texts_.count].name, report.id,
                           edge.kind, is_circular(edge)});
    }
    put_copies(citations);
    const auto order = [](const Citation& c) { return std::tie(c.from, c.to, c.report, c.kind); };
    std::sort(citations.begin(), citations.end(),
              [&](const Citation& a, const Citation& b) { return order(a) < order(b); });
    citations.erase(std::unique(citations.begin(), citations.end(),
                                [&](const Citation& a, const Citation& b) { return order(a) == order(b); }),
                    citations.end());
  }

  // The likest earlier text among the reports of the happening.
  void put_copies(std::vector<Citation>& citations) const {
    for (const std::uint32_t report : texts_.reports) {
      for (const CopyLink& copy : book_.links[report]) {
        if (!std::binary_search(texts_.reports.begin(), texts_.reports.end(), copy.of)) continue;
        const std::string from = outlet_of_report(book_.reports[report]).name;
        const std::string to = outlet_of_report(book_.reports[copy.of]).name;
        if (from != to) citations.push_back({from, to, book_.reports[report].id, CitationKind::copies, false});
        break;
      }
    }
  }

  const Book& book_;
  std::span<const std::uint32_t> mentions_;
  Texts texts_;
  std::map<std::string, Node> numbers_;
  std::vector<Source> sources_;
  std::map<std::string, std::string> offices_;  // a code by sector
  std::vector<Edge> edges_;
  std::vector<std::pair<Node, Node>> owned_;  // an outlet and its text, a text and its outlet: no citations
  std::set<Node> has_voice_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint32_t> circle_;  // of each source
  std::vector<bool> is_end_;
  std::vector<std::set<std::uint32_t>> reached_;
};

}  // namespace

Grounds trace(const Book& book, std::span<const std::uint32_t> mentions) { return Tracing(book, mentions).run(); }

}  // namespace masudi::record
