// SPDX-License-Identifier: Apache-2.0
#include "serve/service.h"

#include <fmt/format.h>

#include <chrono>

#include "format/answers.h"
#include "serve/changes.h"
#include "serve/downloads.h"
#include "serve/search_book.h"

namespace masudi::serve {
namespace {

constexpr std::string_view kNoPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>masudi</title><h1>masudi</h1>"
    "<p>This masudi was built without its dashboard (npm was not to be had when it was built). The API is here:</p><ul>"
    "<li><a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a> says what can be asked"
    "<li><a href=\"/api/v1/incidents\">/api/v1/incidents</a><li><a href=\"/api/v1/events\">/api/v1/events</a>"
    "<li><a href=\"/api/v1/timeline\">/api/v1/timeline</a><li><a "
    "href=\"/api/v1/incidents.atom\">/api/v1/incidents.atom</a>"
    "<li><a href=\"/metrics\">/metrics</a></ul></html>\n";

Answer with_body(int status, std::string type, std::string body) {
  Answer answer;
  answer.status = status, answer.type = std::move(type);
  answer.body = std::make_shared<const std::string>(std::move(body));
  return answer;
}

// One of a bounded number of places, held until the object goes.
class Place {
 public:
  Place(std::atomic<std::size_t>& taken, std::size_t most) : taken_(taken), has_(++taken <= most) {}
  ~Place() { --taken_; }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  explicit operator bool() const { return has_; }

 private:
  std::atomic<std::size_t>& taken_;
  bool has_;
};

}  // namespace

Result<std::unique_ptr<Service>> Service::open(ServiceSettings settings) {
  if (!settings.endpoint.is_loopback() && settings.token.empty()) {
    return fail(fmt::format(
        "--listen: {} can be reached from other machines; name a token with --token-file FILE or MASUDI_TOKEN, or "
        "listen on 127.0.0.1",
        settings.endpoint.host));
  }
  auto pool = StorePool::open(settings.store, settings.questions);
  if (!pool) return tl::make_unexpected(std::move(pool.error()));
  auto watcher = Watcher::open(settings.store);
  if (!watcher) return tl::make_unexpected(std::move(watcher.error()));
  return std::unique_ptr<Service>(new Service(std::move(settings), std::move(*pool), std::move(*watcher)));
}

Service::Service(ServiceSettings settings, StorePool pool, std::unique_ptr<Watcher> watcher)
    : settings_(std::move(settings)),
      guard_(settings_.endpoint, settings_.token),
      assets_(settings_.dashboard),
      openapi_(std::make_shared<const Kept>("application/json", std::string(settings_.openapi))),
      pool_(std::move(pool)),
      watcher_(std::move(watcher)),
      boards_(settings_.countries),
      cache_(settings_.cache_bytes),
      warmer_([this] { keep_board_ready(); }) {}

void Service::stop() {
  watcher_->stop();
  if (warmer_.joinable()) warmer_.join();
}

// So that the first who asks after a change does not wait for the board.
void Service::keep_board_ready() {
  constexpr std::chrono::seconds kOften{1};
  std::string ready;
  while (!watcher_->is_stopped()) {
    const auto state = watcher_->state();
    if (state.revision != ready) {
      if (auto loan = pool_.lend(settings_.patience)) {
        if (auto board = boards_.at(state.revision, loan->store())) (void)board->whole->gzipped();
      }
      ready = state.revision;
    }
    (void)watcher_->next(state.change, kOften);
  }
}

Answer Service::refuse(int status, std::string_view message) const {
  return with_body(status, "application/json", format::error_json(message));
}

Answer Service::answer(const Request& request) {
  const auto begin = std::chrono::steady_clock::now();
  Answer answer = route(request);
  if (answer.route.empty()) answer.route = "other";
  metrics_.count(answer.route, answer.status, std::chrono::steady_clock::now() - begin);
  return answer;
}

Answer Service::route(const Request& request) {
  if (auto refusal = guard_.refuse(request)) {
    Answer answer = refuse(refusal->status, refusal->message);
    answer.challenge = std::move(refusal->challenge);
    return answer;
  }
  if (request.method != "GET" && request.method != "HEAD") return change(request);
  if (const auto found = match(request.path)) return ask(*found->route, found->name, request);
  if (const auto found = match_download(request.path)) return download(request, found->what, found->format);
  if (request.path == "/api/v1/changes") return changes(request);
  if (request.path == "/api/v1/openapi.json") return give(*openapi_, request);
  if (request.path == "/healthz") return with_body(200, "text/plain; charset=utf-8", "ok\n");
  if (request.path == "/metrics") return metrics();
  return page(request);
}

// Saved searches are all that can be changed.
Answer Service::change(const Request& request) {
  constexpr std::string_view kSearches = "/api/v1/searches", kSearch = "/api/v1/searches/";
  const bool is_one = request.path.size() > kSearch.size() && request.path.starts_with(kSearch);
  Answer answer;
  if (request.path == kSearches && request.method == "POST") {
    const auto form = Parameters::read(request.body);
    if (!form) return refuse(400, form.error().message);
    const auto saved = save_search(settings_.store, *form);
    answer = saved ? with_body(201, "application/json", format::name_json(*saved))
                   : refuse(saved.error().status, saved.error().message);
    answer.route = kSearches;
  } else if (is_one && request.method == "DELETE") {
    const auto removed = remove_search(settings_.store, request.path.substr(kSearch.size()));
    answer = removed ? with_body(200, "application/json", format::name_json(*removed))
                     : refuse(removed.error().status, removed.error().message);
    answer.route = "/api/v1/searches/{id}";
  } else {
    answer = refuse(405, "only GET and HEAD are understood here");
    answer.allow = request.path == kSearches ? "GET, HEAD, POST" : is_one ? "GET, HEAD, DELETE" : "GET, HEAD";
  }
  return answer;
}

Answer Service::ask(const Route& route, std::string_view name, const Request& request) {
  const auto state = watcher_->state();
  const std::string key = request.host + request.target;  // feeds name their own address
  auto kept = cache_.find(key, state.commits);
  metrics_.count_cache(kept != nullptr);
  Answer answer;
  if (!kept) {
    auto loan = pool_.lend(settings_.patience);
    if (!loan) {
      answer = refuse(503, "too many questions are being asked; try again in a moment");
      answer.route = route.path, answer.retry_after = 2;
      return answer;
    }
    const std::string base = "http://" + request.host + "/";
    const std::string self = "http://" + request.host + request.target;
    const Outcome outcome = route.handler(
        {request.parameters, name, base, self, loan->store(), boards_, state.revision, settings_.countries});
    if (!outcome) {
      const bool too_much = loan->gave_up();
      answer = refuse(too_much ? 503 : outcome.error().status,
                      too_much ? "the question takes too long; ask for less" : outcome.error().message);
      answer.route = route.path;
      return answer;
    }
    kept = *outcome;
    cache_.keep(key, state.commits, kept);
  }
  answer = give(*kept, request);
  answer.route = route.path;
  return answer;
}

Answer Service::give(const Kept& kept, const Request& request) const {
  Answer answer;
  answer.type = kept.type(), answer.etag = kept.etag(), answer.filename = kept.filename();
  if (names_etag(request.if_none_match, kept.etag())) {
    answer.status = 304;
    return answer;
  }
  if (request.takes_gzip) answer.body = kept.gzipped();
  answer.encoding = answer.body ? "gzip" : "";
  if (!answer.body) answer.body = kept.body();
  return answer;
}

Answer Service::page(const Request& request) const {
  if (const auto file = assets_.find(request.path)) {
    Answer answer = give(*file, request);
    answer.route = "/";
    if (!guard_.has_token()) answer.cache_control = Assets::cache_control(request.path);
    return answer;
  }
  if (request.path == "/") return with_body(200, "text/html; charset=utf-8", std::string(kNoPage));
  return refuse(404, fmt::format("there is nothing at {}; /api/v1/openapi.json says what there is", request.path));
}

Answer Service::changes(const Request& request) {
  auto place = std::make_shared<Place>(listeners_, settings_.listeners);
  Answer answer;
  if (!*place) {
    answer = refuse(503, "too many are listening already");
    answer.retry_after = 30;
  } else {
    answer.type = "text/event-stream";
    answer.stream = [this, place, last = request.last_event_id](const Write& write) {
      return stream_changes(*watcher_, last, write);
    };
  }
  answer.route = "/api/v1/changes";
  return answer;
}

Answer Service::download(const Request& request, std::string_view what, std::string_view format) {
  auto place = std::make_shared<Place>(downloads_, settings_.downloads);
  Answer answer;
  auto body = open_download(settings_.store, request.parameters, {what, format}, settings_.countries);
  if (!*place) {
    answer = refuse(503, "too many downloads are under way; try again in a moment");
    answer.retry_after = 10;
  } else if (!body) {
    answer = refuse(body.error().status, body.error().message);
  } else {
    answer.type = std::move(body->type), answer.filename = fmt::format("{}.{}", what, body->ending);
    answer.stream = [place, write_all = std::move(body->write_all)](const Write& write) { return write_all(write); };
  }
  answer.route = what == "events" ? "/api/v1/events.{format}" : "/api/v1/incidents.{format}";
  return answer;
}

Answer Service::metrics() {
  auto loan = pool_.lend(settings_.patience);
  std::vector<Metrics::Gauge> gauges = {
      {"masudi_listeners", "Connections that listen for changes.", static_cast<double>(listeners_.load())},
      {"masudi_downloads", "Downloads under way.", static_cast<double>(downloads_.load())},
      {"masudi_cache_bytes", "Memory of answers that are kept.", static_cast<double>(cache_.bytes())},
      {"masudi_store_changes", "States of the store seen since the start.",
       static_cast<double>(watcher_->state().commits)}};
  if (loan) {
    const auto size = [&](std::string_view name, std::string_view help, std::string_view sql) {
      if (const auto count = loan->store().connection().integer(sql)) {
        gauges.push_back({name, help, static_cast<double>(*count)});
      }
    };
    size("masudi_store_documents", "Documents in the store.", "SELECT count(*) FROM document");
    size("masudi_store_events", "Events in the store.", "SELECT count(*) FROM event");
    size("masudi_store_incidents", "Incidents in the store.", "SELECT count(*) FROM incident");
  }
  Answer answer = with_body(200, "text/plain; version=0.0.4; charset=utf-8", metrics_.text(gauges));
  answer.route = "/metrics";
  return answer;
}

}  // namespace masudi::serve
