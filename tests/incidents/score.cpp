// SPDX-License-Identifier: Apache-2.0
#include "score.h"

namespace masudi::incidents {

void add(const std::vector<Item>& items, BCubed& score) {
  for (const Item& item : items) {
    ++score.items;
    if (item.found == 0) continue;
    double wanted = 0;
    double found = 0;
    double both = 0;
    for (const Item& other : items) {
      wanted += other.wanted == item.wanted;
      found += other.found == item.found;
      both += other.wanted == item.wanted && other.found == item.found;
    }
    score.precision += both / found;
    score.recall += both / wanted;
  }
}

}  // namespace masudi::incidents
