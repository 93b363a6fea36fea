// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/sheet.h"
#include "query/filter.h"
#include "store/store.h"

namespace masudi::query {

// Who relies on whom over all incidents of which an event passes the filter. Sources go by the names that the record
// gives them; two unnamed officials of one name ("Afghan officials (AFG)") cannot be told apart. `limit` 0: all rows.

// A row for each pair and kind (cites, copies, contributed), the most frequent first: in how many incidents and
// reports, in how many of these incidents in a circle, and from which day of publication to which.
Result<Sheet> citations(const store::Store& store, const Filter& filter, std::uint64_t limit);

// What goes back to whom: a row for each independent origin, the one with most incidents first: its kind, the
// incidents, for how many it is the only origin, the reports and outlets that go back to it, and the ids of the
// incidents behind. `kind`: only origins of this kind ("unnamed-voice"); empty: of all.
Result<Sheet> origins(const store::Store& store, const Filter& filter, const std::string& kind, std::uint64_t limit);

// The same as a graph: the nodes with kind, incidents and alone as in origins(), which are not known of who is never an
// origin; an edge for each row of citations().
Result<Graph> citation_graph(const store::Store& store, const Filter& filter, std::uint64_t limit);

}  // namespace masudi::query
