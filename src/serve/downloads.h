// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "format/countries.h"
#include "serve/api.h"
#include "serve/exchange.h"
#include "serve/routes.h"

namespace masudi::serve {

// A file that is written while it is read from the store.
struct DownloadBody {
  std::string type;                             // of the content
  std::string ending;                           // of its name
  std::function<bool(const Write&)> write_all;  // false: broken off
};

// Events in every format that the command line has, incidents as jsonl, csv, tsv and geojson. Opens the store once
// more, as a slow reader may take long. `countries` must outlive the body.
tl::expected<DownloadBody, Failure> open_download(const std::string& store, const Parameters& parameters,
                                                  const Download& wanted, const format::Countries& countries);

}  // namespace masudi::serve
