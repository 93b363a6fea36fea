// SPDX-License-Identifier: Apache-2.0
#include "read/html_blocks.h"

#include <algorithm>

namespace masudi::read {
namespace {

// Elements whose content is no text for readers.
bool is_unread(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON: return true;
    default: return false;
  }
}

// Elements within a line; all others begin and end a block.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: return true;
    default: return false;
  }
}

// Rows with little in them are of tables that say something; others lay out the page.
bool is_row(const GumboNode& node) {
  if (tag_of(node) != GUMBO_TAG_TR) return false;
  constexpr std::size_t kMostText = 300;
  bool is_plain = text_below(node).size() <= kMostText;
  each_element(node, [&](const GumboNode& below) {
    const GumboTag tag = tag_of(below);
    is_plain = is_plain && tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_BR;
    return is_plain;
  });
  return is_plain;
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

class Collector {
 public:
  explicit Collector(const std::function<bool(const GumboNode&)>& leave_out) : leave_out_(leave_out) {}

  void walk(const GumboNode& node, int depth) {
    if (is_text(node)) return add(node.v.text.text);
    if (!is_element(node) || depth > HtmlTree::kDeepest) return;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_BR) return line_break();
    if (is_unread(tag) || (leave_out_ && leave_out_(node))) return;
    const bool is_cell = row_ > 0 && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH);
    if (is_cell && !block_.text.empty()) block_.text += block_.text.back() == ' ' ? "| " : " | ";
    const bool parts = !is_inline(tag) && !is_cell && (row_ == 0 || tag == GUMBO_TAG_TABLE);
    if (parts) begin(node);
    const bool is_data = is_row(node);
    row_ += is_data, links_ += tag == GUMBO_TAG_A;
    block_.has_time |= tag == GUMBO_TAG_TIME;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) walk(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
    row_ -= is_data, links_ -= tag == GUMBO_TAG_A;
    if (parts) begin(*node.parent);
  }

  std::vector<Block> finish() {
    flush();
    return std::move(blocks_);
  }

 private:
  void begin(const GumboNode& node) {
    flush();
    block_.element = &node;
    block_.is_heading = is_element(node) && is_heading(tag_of(node));
  }

  void flush() {
    while (!block_.text.empty() && (block_.text.back() == ' ' || block_.text.back() == '|')) block_.text.pop_back();
    const bool is_text = block_.text.find_first_not_of(" |\u00A0") != std::string::npos;
    const GumboNode* element = block_.element;
    if (is_text) blocks_.push_back(std::move(block_));
    block_ = {};
    block_.element = element;
    breaks_ = 0;
  }

  // Two line breaks part blocks, one is a blank.
  void line_break() {
    if (++breaks_ >= 2 && row_ == 0) flush();
    blank();
  }
  void blank() {
    if (!block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
  }

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool is_nbsp = text.substr(at).starts_with("\u00A0");
      at += is_nbsp;
      if (is_nbsp || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        blank();
        continue;
      }
      breaks_ = 0;
      block_.text += c;
      block_.link_bytes += links_ > 0;
    }
  }

  const std::function<bool(const GumboNode&)>& leave_out_;
  std::vector<Block> blocks_;
  Block block_;
  int row_ = 0, links_ = 0, breaks_ = 0;
};

}  // namespace

std::vector<Block> blocks_below(const GumboNode& node, const std::function<bool(const GumboNode&)>& leave_out) {
  Collector collector(leave_out);
  collector.walk(node, 0);
  return collector.finish();
}

std::string html_text(const std::string& html) {
  const auto tree = HtmlTree::parse(html);
  if (!tree) return {};
  std::string out;
  for (const Block& block : blocks_below(tree->root(), {})) {
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

}  // namespace masudi::read
