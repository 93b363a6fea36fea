// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace masudi::incidents {

// BCubed precision and recall of a clustering, summed over items. Source: A. Bagga and B. Baldwin, Algorithms for
// scoring coreference chains, 1998; E. Amigó et al., A comparison of extrinsic clustering evaluation metrics, 2009.
struct BCubed {
  double precision = 0;  // sums; divide by items
  double recall = 0;
  std::size_t items = 0;

  double p() const { return items == 0 ? 0 : precision / static_cast<double>(items); }
  double r() const { return items == 0 ? 0 : recall / static_cast<double>(items); }
  double f1() const { return p() + r() == 0 ? 0 : 2 * p() * r() / (p() + r()); }
};

// An item's cluster as it should be and as it was found; found 0: the item itself was not found, and it counts nothing.
struct Item {
  std::size_t wanted;
  std::size_t found;
};

// Adds the items of one set.
void add(const std::vector<Item>& items, BCubed& score);

}  // namespace masudi::incidents
