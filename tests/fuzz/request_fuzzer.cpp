// SPDX-License-Identifier: Apache-2.0
// Any bytes as the query of a request: parameters, filter and the SQL that it becomes, asked of a real store; and as a
// path, an address to listen on and a header.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "query/events.h"
#include "query/incident_pages.h"
#include "serve/guard.h"
#include "serve/kept.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "store/recorder.h"
#include "store/testing.h"

namespace {

using namespace masudi;

store::Store& a_store() {
  static store::testing::Folder folder("fuzz-request");
  static store::Store store = [] {
    auto made = store::Store::open_to_write(folder.file("s.db")).value();
    if (!made.connection().begin()) std::abort();
    if (!store::Recorder::open(made, {"1", "m", "k"}).value().put(store::testing::full_story("one"), "")) std::abort();
    if (!made.connection().commit()) std::abort();
    return made;
  }();
  return store;
}

void ask(const serve::Parameters& parameters) {
  const auto filter = serve::filter_of(parameters);
  if (!filter) return;
  // Whatever the filter says, it is a question that SQLite understands.
  const query::Page page{10, "", parameters.has("newest")};
  if (!query::find_events(a_store(), *filter, page)) std::abort();
  if (!query::find_incidents(a_store(), *filter, page)) std::abort();
  const std::string cursor = parameters.one("cursor");
  if (query::is_incident_cursor(cursor) && !query::find_incidents(a_store(), *filter, {10, cursor, false}))
    std::abort();
  if (query::is_event_cursor(cursor) && !query::find_events(a_store(), *filter, {10, cursor, false})) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto parameters = serve::Parameters::read(text)) ask(*parameters);
  if (const auto path = serve::decoded(text, false)) serve::match(*path), serve::match_download(*path);
  (void)serve::parse_endpoint(text);
  serve::names_etag(text, "\"a\"");
  serve::Request request;
  request.method = "POST", request.host = text, request.origin = text, request.authorization = text;
  (void)serve::Guard({"127.0.0.1", 1}, "a token that is secret").refuse(request);
  request.host = "localhost", request.origin.clear();
  if (!serve::Guard({"127.0.0.1", 1}, "a token that is secret").refuse(request)) std::abort();
  return 0;
}
