// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "serve/parameters.h"

namespace masudi::serve {

// A request, freed of the wire: what the answer may depend on.
struct Request {
  std::string method;  // "GET"
  std::string target;  // as it came: path and query, still encoded
  std::string path;    // decoded
  Parameters parameters;
  std::string body;
  // Headers, empty where they were not sent.
  std::string host, origin, fetch_site, authorization, if_none_match, last_event_id, content_type;
  bool takes_gzip = false;
};

// Takes the next bytes of a stream; false: the reader is gone.
using Write = std::function<bool(std::string_view)>;

struct Answer {
  int status = 200;
  std::string type = "application/json";
  std::shared_ptr<const std::string> body;  // null: none
  std::string encoding;                     // "gzip" where the body is compressed
  std::string etag;                         // with its quotation marks; empty: none
  std::string cache_control = "no-cache";
  std::string filename;    // to save it under; empty: it is to be shown
  std::string challenge;   // WWW-Authenticate
  std::string allow;       // methods, with 405
  int retry_after = 0;     // seconds, with 503; 0: not said
  std::string_view route;  // for the metrics
  // Writes the body bit by bit, instead of `body`; false: broken off. Runs on the thread of the connection.
  std::function<bool(const Write&)> stream;
};

}  // namespace masudi::serve
