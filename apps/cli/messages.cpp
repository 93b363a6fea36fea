// SPDX-License-Identifier: Apache-2.0
#include "messages.h"

#include <fmt/format.h>

#include <cstdio>

#include "format/terminal.h"
#include "terminal.h"

namespace masudi::cli {
namespace {

void print(std::string_view kind, format::Tone tone, std::string_view message) {
  const format::Style style{wants_colour(stderr), 0};
  fmt::print(stderr, "masudi: {}{}\n", format::paint(kind, tone, style), format::printable(message));
}

}  // namespace

void print_error(std::string_view message) { print("error: ", format::Tone::bad, message); }
void print_warning(std::string_view message) { print("warning: ", format::Tone::tense, message); }
void print_note(std::string_view message) { print("", format::Tone::plain, message); }

}  // namespace masudi::cli
