// SPDX-License-Identifier: Apache-2.0
#include "format/context.h"

#include <algorithm>

#include "base/utf8.h"
#include "format/terminal.h"

namespace masudi::format {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// The last `width` columns of the text, led by "…" where something is cut.
std::string fit_end(std::string_view text, int width) {
  int left = display_width(text);
  if (left <= width) return std::string(text);
  std::size_t at = 0;
  while (at < text.size() && left > width - 1) {
    const utf8::Decoded d = utf8::decode(text, at);
    left -= display_width(text.substr(at, d.size));
    at += d.size;
  }
  return "…" + std::string(text.substr(at));
}

std::string fit_start(std::string_view text, int width) {
  return display_width(text) <= width ? std::string(text) : fit(text, width);
}

}  // namespace

std::string in_context(const Event& event, std::string_view text, int width, const Style& style) {
  const Span s = event.sentence_span;
  const Span t = event.trigger;
  if (!s.contains(t) || t.empty()) return fit(printable(s.in(text)), width);

  std::string before = printable(Span{s.begin, t.begin}.in(text));
  std::string after = printable(Span{t.end, s.end}.in(text));
  if (t.begin > s.begin && is_blank(text[t.begin - 1])) before += ' ';
  if (t.end < s.end && is_blank(text[t.end])) after.insert(0, " ");

  const std::string marks[2] = {style.colour ? "" : "«", style.colour ? "" : "»"};
  const int for_marks = style.colour ? 0 : 2;
  const std::string trigger = fit_start(printable(t.in(text)), std::max(1, width - for_marks));
  const int room = std::max(0, width - for_marks - display_width(trigger));
  const int after_width = display_width(after);
  const int for_before = std::max(room / 2, room - after_width);
  before = fit_end(before, for_before);
  after = fit(after, room - display_width(before));
  return before + marks[0] + paint(trigger, Tone::strong, style) + marks[1] + after;
}

}  // namespace masudi::format
