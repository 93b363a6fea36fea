// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "format/context.h"
#include "format/labels.h"
#include "format/terminal.h"
#include "format/writer.h"

namespace masudi::format {
namespace {

enum Column { date, what, parties, via, where, status, voices, kColumnCount };
constexpr std::array<std::string_view, kColumnCount> kTitles = {"DATE",  "EVENT",  "WHO → WHOM",  "VIA",
                                                                "WHERE", "STATUS", "ACCORDING TO"};
// A column is never squeezed below this.
constexpr std::array<int, kColumnCount> kNarrowest = {10, 12, 24, 8, 8, 8, 12};
constexpr int kGap = 2;
constexpr int kContext = 28;  // narrower than this, the words of the text go on a line of their own

using Row = std::array<std::string, kColumnCount>;
using Widths = std::array<int, kColumnCount>;

std::string party_list(const std::vector<Party>& all, std::string_view text) {
  return join(all, " + ", [&](const Party& party) { return label(party, text); });
}

std::string who_to_whom(const Event& event, std::string_view text) {
  std::string out = party_list(event.actors, text);
  if (out.empty()) out = "?";
  if (!event.recipients.empty()) out += " → " + party_list(event.recipients, text);
  return out;
}

Row row_of(const Event& event, std::string_view text) {
  const auto voice = [&](const Voice& v) { return who(v.party, text); };
  Row row = {days(event),
             type_and_modes(event),
             who_to_whom(event, text),
             join(event.via, " + ", [&](const Party& party) { return who(party, text); }),
             join(event.places, "; ", [](const Place& place) { return place.name; }),
             std::string(name(event.status)),
             join(event.attribution, " ‹ ", voice)};
  for (std::string& cell : row) cell = printable(cell);
  return row;
}

// Columns as wide as their cells, the widest squeezed until all fit; columns without content have no width.
Widths widths_of(const std::vector<Row>& rows, int room) {
  Widths widths{};
  for (int c = 0; c < kColumnCount; ++c) {
    for (const Row& row : rows) widths[c] = std::max(widths[c], display_width(row[c]));
    if (widths[c] > 0) widths[c] = std::max(widths[c], display_width(kTitles[c]));
  }
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), 0,
                           [](int sum, int w) { return sum + (w > 0 ? w + kGap : 0); });
  };
  while (total() > room) {
    int widest = -1;
    for (int c = 0; c < kColumnCount; ++c) {
      const bool can_shrink = widths[c] > kNarrowest[c];
      if (can_shrink && (widest < 0 || widths[c] > widths[widest])) widest = c;
    }
    if (widest < 0) break;
    --widths[widest];
  }
  return widths;
}

class TableWriter final : public Writer {
 public:
  explicit TableWriter(Style style) : style_(style) {}

  void write(const Findings& findings, std::string& out) const override {
    if (findings.events.empty()) return;
    const std::string_view text = findings.document.text;
    std::vector<Row> rows;
    for (const Event& event : findings.events) rows.push_back(row_of(event, text));
    const Widths widths = widths_of(rows, style_.width - kContext);
    const int used =
        std::accumulate(widths.begin(), widths.end(), 0, [](int s, int w) { return s + (w > 0 ? w + kGap : 0); });
    const int left = style_.width - used;

    title(findings, out);
    header(widths, left >= kContext, out);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      line(rows[i], findings.events[i], widths, out);
      if (left < kContext) out += "\n    ";
      out += in_context(findings.events[i], text, left < kContext ? std::max(8, style_.width - 4) : left, style_);
      end_line(out);
    }
    out += '\n';
  }

  void tail(const Totals& totals, std::string& out) const override {
    const std::string sum = fmt::format("{} {} in {} {}", totals.events, totals.events == 1 ? "event" : "events",
                                        totals.documents, totals.documents == 1 ? "document" : "documents");
    out += paint(sum, Tone::faint, style_) + '\n';
  }

 private:
  void title(const Findings& findings, std::string& out) const {
    const Document& d = findings.document;
    out += paint(printable(d.title.empty() ? d.id : d.title), Tone::strong, style_) + " · " + to_string(d.date);
    if (!d.source.empty()) out += " · " + printable(d.source);
    out += '\n';
  }

  void header(const Widths& widths, bool with_context, std::string& out) const {
    std::string titles;
    for (int c = 0; c < kColumnCount; ++c) {
      if (widths[c] > 0) titles += fit(kTitles[c], widths[c]) + std::string(kGap, ' ');
    }
    if (with_context) titles += "IN THE TEXT";
    while (!titles.empty() && titles.back() == ' ') titles.pop_back();
    out += paint(titles, Tone::faint, style_) + '\n';
  }

  void line(const Row& row, const Event& event, const Widths& widths, std::string& out) const {
    for (int c = 0; c < kColumnCount; ++c) {
      if (widths[c] == 0) continue;
      Tone tone = Tone::plain;
      if (c == what) tone = tone_of(event);
      if (c == status && event.status != Status::actual) tone = Tone::tense;
      out += paint(fit(row[c], widths[c]), tone, style_) + std::string(kGap, ' ');
    }
  }

  static void end_line(std::string& out) {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  }

  Style style_;
};

}  // namespace

std::unique_ptr<Writer> table_writer(Style style) { return std::make_unique<TableWriter>(style); }

}  // namespace masudi::format
