// SPDX-License-Identifier: Apache-2.0
#include "read/html_tree.h"

#include <fmt/format.h>

#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <vector>

namespace masudi::read {

// Gives gumbo its memory, and takes it back at once: gumbo's own freeing goes down the tree by recursion, which a page
// of a million nested elements would turn into a crash. Where too much is asked for, or for too long, parsing is left
// by longjmp; all that gumbo holds lies in the arena, so nothing is lost.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t most_bytes) : bytes_left_(most_bytes), begun_(thread_time()) {}

  static void* allocate(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void release(void*, void*) {}

  std::jmp_buf too_much;

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;

  // Elements nested a hundred thousand deep take gumbo minutes, without much memory. What it does between two calls is
  // no more than a walk up the tree, so it is enough to look here.
  bool has_taken_too_long() {
    constexpr unsigned kCallsBetweenLooks = 256;
    constexpr std::clock_t kMostTime = 2 * CLOCKS_PER_SEC;
    if (++calls_ % kCallsBetweenLooks != 0) return false;
    return thread_time() - begun_ > kMostTime;
  }

  static std::clock_t thread_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * CLOCKS_PER_SEC + now.tv_nsec / (1'000'000'000 / CLOCKS_PER_SEC);
  }

  void* take(std::size_t size) {
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    size = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (size > bytes_left_ || has_taken_too_long()) std::longjmp(too_much, 1);
    bytes_left_ -= size;
    if (size > room_) {
      room_ = std::max(kBlock, size);
      blocks_.push_back(std::make_unique<std::byte[]>(room_));
      at_ = blocks_.back().get();
    }
    void* out = at_;
    at_ += size, room_ -= size;
    return out;
  }

  std::size_t bytes_left_;
  std::clock_t begun_;
  unsigned calls_ = 0;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* at_ = nullptr;
  std::size_t room_ = 0;
};

HtmlTree::HtmlTree(std::string html, std::unique_ptr<Arena> arena, const GumboOutput* output)
    : html_(std::make_unique<std::string>(std::move(html))), arena_(std::move(arena)), output_(output) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

const GumboNode& HtmlTree::root() const { return *output_->root; }

Result<HtmlTree> HtmlTree::parse(std::string html) {
  constexpr std::size_t kBytesAByte = 60, kBytesMore = 4 << 20, kLargest = 8 << 20;
  if (html.size() > kLargest) return fail(fmt::format("the page is larger than {} MB", kLargest >> 20));
  auto arena = std::make_unique<Arena>(html.size() * kBytesAByte + kBytesMore);
  HtmlTree tree(std::move(html), std::move(arena), nullptr);
  if (setjmp(tree.arena_->too_much) != 0) return fail("the page's tags are nested so wildly that it cannot be read");
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = tree.arena_.get();
  options.max_errors = 0;
  tree.output_ = gumbo_parse_with_options(&options, tree.html_->data(), tree.html_->size());
  return tree;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found != nullptr ? found->value : std::string_view();
}

bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

namespace {

void add_text(const GumboNode& node, std::string& out, int depth) {
  if (is_text(node)) {
    for (const char* c = node.v.text.text; *c != '\0'; ++c) {
      const bool is_blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
      if (!is_blank) out += *c;
      if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
    }
  }
  if (!is_element(node) || depth > HtmlTree::kDeepest) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    add_text(*static_cast<const GumboNode*>(children.data[i]), out, depth + 1);
  }
}

}  // namespace

std::string text_below(const GumboNode& node) {
  std::string out;
  add_text(node, out, 0);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace masudi::read
