// SPDX-License-Identifier: Apache-2.0
#include "format/datasets.h"

namespace masudi::format {

std::unique_ptr<Writer> event_writer_named(std::string_view name, const Countries& countries, const Style& style) {
  if (name == "jsonl") return jsonl_writer({});
  if (name == "csv") return csv_writer();
  if (name == "tsv") return tsv_writer();
  if (name == "table") return table_writer(style);
  if (name == "gdelt") return gdelt_writer(countries);
  if (name == "gdelt-mentions") return gdelt_mentions_writer();
  if (name == "polecat") return polecat_writer(countries);
  if (name == "icews") return icews_writer(countries);
  if (name == "phoenix") return phoenix_writer(countries);
  if (name == "geojson") return geojson_writer();
  if (name == "graphml") return graphml_writer();
  if (name == "stix") return stix_writer();
  return nullptr;
}

}  // namespace masudi::format
