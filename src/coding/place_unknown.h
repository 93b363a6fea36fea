// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "coding/places.h"

namespace masudi::coding {

// Gives each toponym that was not resolved, and of which the text does not say what it lies in, the country where it
// most likely lies: the one whose places its sentence names, else the one that an adjective of the sentence names
// ("the Philippine province of X"), else the one in which most of the document's known places lie. Where two are as
// likely it stays without. `toponyms`: those of the document, in the order of the text.
void place_unknown(const Context& context, std::vector<Toponym>& toponyms);

}  // namespace masudi::coding
