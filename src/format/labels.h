// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/event.h"

namespace masudi::format {

// The items in words, joined by `between`; empty words are left out.
template <class Item, class Word>
std::string join(const std::vector<Item>& items, std::string_view between, Word word) {
  std::string out;
  for (const Item& item : items) {
    const std::string next = std::invoke(word, item);
    if (next.empty()) continue;
    if (!out.empty()) out += between;
    out += next;
  }
  return out;
}

// "3", "12–", "–5", "10–20".
std::string label(const Range& range);
// "USA GOV", "IRQ PRM (for IRN)"; what is unknown is left out.
std::string code_label(const Party& party);
// How a reader would call the party: its usual name, else its words in the text, else its code.
std::string who(const Party& party, std::string_view text);
// "Antony Blinken (USA GOV)".
std::string label(const Party& party, std::string_view text);
// "dead 3; injured 12–; 2 × aircraft carrier".
std::string quantities(const Event& event);
// "2023-10-07" or "2023-10-07..2023-10-09".
std::string days(const Event& event);
// "THREATEN violence".
std::string type_and_modes(const Event& event);

}  // namespace masudi::format
