// SPDX-License-Identifier: Apache-2.0
#include "read/page_text.h"

#include <algorithm>
#include <unordered_map>

#include "read/html_blocks.h"
#include "read/page_furniture.h"

namespace masudi::read {
namespace {

using Blocks = std::vector<Block>;

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// Running text, by its length and by how little of it is links.
bool is_paragraph(const Block& block) {
  constexpr std::size_t kFewestWords = 10;
  return !block.is_heading && !block.is_mostly_links() && words_in(block.text) >= kFewestWords;
}

std::size_t running_text(const Blocks& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) bytes += is_paragraph(block) ? block.text.size() : 0;
  return bytes;
}

// Where a page says that its article is: the body in microdata, the longest <article>, <main>.
struct Places {
  const GumboNode* body = nullptr;  // of the page
  const GumboNode* main = nullptr;
  const GumboNode* article_body = nullptr;
  std::vector<const GumboNode*> articles;  // none inside another
};

Places places_of(const GumboNode& root) {
  Places out;
  each_element(root, [&](const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_BODY) out.body = &node;
    const bool is_main = tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
    if (is_main && out.main == nullptr) out.main = &node;
    const bool is_text = attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
    if (is_text && out.article_body == nullptr) out.article_body = &node;
    return true;
  });
  each_element(root, [&](const GumboNode& node) {
    if (tag_of(node) != GUMBO_TAG_ARTICLE) return true;
    out.articles.push_back(&node);
    return false;
  });
  return out;
}

Blocks clean_blocks(const GumboNode& node) { return blocks_below(node, is_furniture); }

constexpr std::size_t kLeastText = 140;  // bytes of running text below which a place is not believed

// One article on the page stands out: its blocks. Several alike (a live page, a list): none.
Blocks blocks_of_article(const std::vector<const GumboNode*>& articles) {
  Blocks best;
  std::size_t longest = 0, all = 0;
  for (const GumboNode* article : articles) {
    Blocks blocks = clean_blocks(*article);
    const std::size_t bytes = running_text(blocks);
    all += bytes;
    if (bytes > longest) longest = bytes, best = std::move(blocks);
  }
  return longest * 2 > all ? best : Blocks{};
}

std::size_t all_text(const Blocks& blocks) {
  std::size_t bytes = 0;
  for (const Block& block : blocks) bytes += block.text.size();
  return bytes;
}

// Some texts are spread over several boxes: goes up as long as what comes in is running text for the most part.
Blocks with_neighbours(const GumboNode& node) {
  constexpr int kMostSteps = 4;
  Blocks best = clean_blocks(node);
  const GumboNode* around = node.parent;
  for (int step = 0; step < kMostSteps && around != nullptr && is_element(*around); ++step, around = around->parent) {
    Blocks more = clean_blocks(*around);
    const std::size_t more_running = running_text(more) - std::min(running_text(more), running_text(best));
    const std::size_t more_text = all_text(more) - std::min(all_text(more), all_text(best));
    if (more_running * 10 >= more_text * 7) best = std::move(more);
  }
  return best;
}

// For pages that say nothing: the element that most running text stands in. A paragraph counts whole for the element
// around it and half for the one around that, so that one box within the text does not win over the text.
Blocks blocks_of_densest(const Blocks& all) {
  std::unordered_map<const GumboNode*, std::size_t> weight;
  for (const Block& block : all) {
    if (!is_paragraph(block) || block.element == nullptr) continue;
    const GumboNode* around = block.element->parent;
    if (around == nullptr) continue;
    weight[around] += block.text.size() * 2;
    if (around->parent != nullptr) weight[around->parent] += block.text.size();
  }
  const GumboNode* best = nullptr;
  std::size_t most = 0;
  for (const Block& block : all) {  // in the order of the page: the outcome depends on no address
    const GumboNode* around = block.element != nullptr ? block.element->parent : nullptr;
    for (int up = 0; up < 2 && around != nullptr; ++up, around = around->parent) {
      const auto at = weight.find(around);
      if (at != weight.end() && at->second > most) best = around, most = at->second;
    }
  }
  return best != nullptr ? with_neighbours(*best) : all;
}

// The time of an entry or of the page, with a word or two: "Updated at 12:10".
bool is_stamp(const Block& block) {
  constexpr std::size_t kMostWords = 9;
  return block.has_time && words_in(block.text) <= kMostWords;
}

// What is left that is no text: lists of links, headings without anything below, lines such as "Advertisement".
Blocks without_leftovers(Blocks blocks, std::string_view title) {
  std::erase_if(blocks, [&](const Block& block) {
    return block.is_mostly_links() || is_stamp(block) || is_furniture_line(block.text) || block.text == title;
  });
  Blocks out;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const bool is_empty_heading = blocks[at].is_heading && (at + 1 == blocks.size() || blocks[at + 1].is_heading);
    if (!is_empty_heading) out.push_back(std::move(blocks[at]));
  }
  return out;
}

Blocks chosen_blocks(const GumboNode& root) {
  const Places places = places_of(root);
  if (places.article_body != nullptr) {
    Blocks blocks = clean_blocks(*places.article_body);
    if (running_text(blocks) >= kLeastText) return blocks;
  }
  Blocks blocks = blocks_of_article(places.articles);
  if (running_text(blocks) >= kLeastText) return blocks;
  if (places.main != nullptr) {
    blocks = clean_blocks(*places.main);
    if (running_text(blocks) >= kLeastText) return blocks;
  }
  const Blocks all = clean_blocks(places.body != nullptr ? *places.body : root);
  blocks = blocks_of_densest(all);
  if (running_text(blocks) > 0) return blocks;
  // Nothing is left: the words of a class were no furniture after all.
  return running_text(all) > 0 ? all : blocks_below(root, {});
}

}  // namespace

std::string page_text(const GumboNode& root, std::string_view title) {
  std::string out;
  for (const Block& block : without_leftovers(chosen_blocks(root), title)) {
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

}  // namespace masudi::read
