// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "format/countries.h"
#include "format/writer.h"

namespace masudi::format {

// Writers of the layouts that other systems use, with their exact columns; docs/formats.md says what each column gets.
// What masudi does not know is what the layout has for missing; nothing is invented. `countries` must outlive the
// writer.
std::unique_ptr<Writer> gdelt_writer(const Countries& countries);    // GDELT 2.0 events, 61 columns
std::unique_ptr<Writer> gdelt_mentions_writer();                     // GDELT 2.0 mentions, 16 columns
std::unique_ptr<Writer> polecat_writer(const Countries& countries);  // 40 columns
std::unique_ptr<Writer> icews_writer(const Countries& countries);    // 20 columns
std::unique_ptr<Writer> phoenix_writer(const Countries& countries);  // 26 columns
std::unique_ptr<Writer> geojson_writer();                            // RFC 7946, a point for each event with a place
std::unique_ptr<Writer> graphml_writer();                            // who did it to whom: one edge a pair and event
std::unique_ptr<Writer> stix_writer();                               // STIX 2.1 bundle

// The writer of that name among these and jsonl, csv, tsv, table; null for a name that is none.
std::unique_ptr<Writer> event_writer_named(std::string_view name, const Countries& countries, const Style& style);

}  // namespace masudi::format
