// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace masudi::cli {
namespace {

constexpr int kWidthElsewhere = 150;
constexpr int kNarrowest = 40;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

int width_of(std::FILE* stream) {
  winsize size{};
  if (!is_terminal(stream) || ioctl(fileno(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kWidthElsewhere;
  return std::max<int>(size.ws_col, kNarrowest);
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

bool wants_colour(std::FILE* stream) {
  const char* term = std::getenv("TERM");
  const bool is_dumb = term == nullptr || std::string_view(term) == "dumb";
  return is_terminal(stream) && !is_set("NO_COLOR") && !is_dumb;
}

format::Style style_of(std::FILE* stream) { return {wants_colour(stream), width_of(stream)}; }

}  // namespace masudi::cli
