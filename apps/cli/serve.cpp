// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <pthread.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "countries.h"
#include "embedded/embedded.h"
#include "engine.h"
#include "feed_command.h"
#include "messages.h"
#include "record_settings.h"
#include "serve/http_server.h"

namespace masudi::cli {
namespace {

// The token of the file, else of the variable, without blanks around it; empty where there is none.
Result<std::string> token_of(const RecordSettings& record) {
  std::string token;
  if (!record.token_file.empty()) {
    std::ifstream file(record.token_file);
    if (!file) return fail(fmt::format("{}: the token cannot be read", record.token_file));
    token.assign(std::istreambuf_iterator<char>(file), {});
  } else if (const char* variable = std::getenv("MASUDI_TOKEN"); variable != nullptr) {
    token = variable;
  }
  constexpr const char* kBlanks = " \t\r\n";
  token.erase(0, token.find_first_not_of(kBlanks));
  token.erase(token.find_last_not_of(kBlanks) + 1);
  constexpr std::size_t kShortest = 16;
  if (token.empty() && record.token_file.empty()) return token;
  if (token.size() >= kShortest) return token;
  return fail(
      fmt::format("the token is shorter than {} characters; write a longer one that nobody can guess", kShortest));
}

Result<serve::ServiceSettings> settings_of(const Settings& settings, const RecordSettings& record) {
  serve::ServiceSettings out;
  auto endpoint = serve::parse_endpoint(record.listen);
  if (!endpoint) return tl::make_unexpected(std::move(endpoint.error()));
  auto token = token_of(record);
  if (!token) return tl::make_unexpected(std::move(token.error()));
  const auto knowledge = open_knowledge(settings.knowledge);
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  static std::vector<serve::Asset> dashboard;
  for (const embedded::File& file : embedded::dashboard()) dashboard.push_back({file.path, file.bytes});
  out.store = record.store, out.endpoint = std::move(*endpoint), out.token = std::move(*token);
  out.countries = countries_of(*knowledge), out.dashboard = dashboard, out.openapi = embedded::openapi();
  return out;
}

// Ends the server when the program is asked to end. To be made before any other thread is.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT), sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void watch(serve::HttpServer& server) {
    thread_ = std::thread([this, &server] {
      int signal = 0;
      sigwait(&set_, &signal);
      server.stop();
    });
  }
  ~Signals() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGTERM);  // no more than waking it, if it still waits
    thread_.join();
  }

 private:
  sigset_t set_{};
  std::thread thread_;
};

Result<void> run(const Settings& settings, const RecordSettings& record) {
  Signals signals;
  auto chosen = settings_of(settings, record);
  if (!chosen) return tl::make_unexpected(std::move(chosen.error()));
  const serve::Endpoint endpoint = chosen->endpoint;
  auto service = serve::Service::open(std::move(*chosen));
  if (!service) return tl::make_unexpected(std::move(service.error()));
  auto server = serve::HttpServer::open(**service, endpoint, record.connections);
  if (!server) return tl::make_unexpected(std::move(server.error()));
  signals.watch(**server);
  const bool is_v6 = endpoint.host.find(':') != std::string::npos;
  print_note(fmt::format("{} is shown at http://{}{}{}:{}/ (Ctrl-C ends it)", record.store, is_v6 ? "[" : "",
                         endpoint.host, is_v6 ? "]" : "", (*server)->port()));
  std::jthread feeds;
  if (record.feeds) {
    feeds = std::jthread([&](const std::stop_token& stop) {
      if (const auto done = follow_feeds(settings, record, {}, stop); !done) print_error(done.error().message);
    });
  }
  (*server)->run();
  print_note("ended");
  return {};
}

}  // namespace

int serve(const Settings& settings, const RecordSettings& record) {
  const auto done = run(settings, record);
  if (!done) print_error(done.error().message);
  return done ? kDone : kFailed;
}

}  // namespace masudi::cli
