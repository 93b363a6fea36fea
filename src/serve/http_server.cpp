// SPDX-License-Identifier: Apache-2.0
#include "serve/http_server.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <string>

#include "serve/wire.h"

namespace masudi::serve {
namespace {

// What no answer goes without. Everything comes from this server itself; nothing runs that is not a file of it.
const httplib::Headers kHeaders = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src "
     "'self'; "
     "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

// Whether the list of codings has gzip and does not rule it out.
bool takes_gzip(std::string_view codings) {
  while (!codings.empty()) {
    const std::size_t end = std::min(codings.find(','), codings.size());
    std::string_view one = codings.substr(0, end);
    codings.remove_prefix(std::min(end + 1, codings.size()));
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    if (!one.starts_with("gzip")) continue;
    const std::string_view weight = one.substr(4);
    return weight.find("q=0") == std::string_view::npos || weight.find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

// The request without the wire; a message where it cannot be understood.
Result<Request> request_of(const httplib::Request& in) {
  Request out;
  out.method = in.method, out.target = in.target, out.body = in.body;
  const std::size_t question = std::min(in.target.find('?'), in.target.size());
  auto path = decoded(std::string_view(in.target).substr(0, question), false);
  if (!path || !path->starts_with('/')) return fail("the path is no UTF-8 text, or a %-escape in it is broken");
  out.path = std::move(*path);
  auto parameters = Parameters::read(std::string_view(in.target).substr(std::min(question + 1, in.target.size())));
  if (!parameters) return tl::make_unexpected(std::move(parameters.error()));
  out.parameters = std::move(*parameters);
  out.host = in.get_header_value("Host"), out.origin = in.get_header_value("Origin");
  out.fetch_site = in.get_header_value("Sec-Fetch-Site");
  out.authorization = in.get_header_value("Authorization");
  out.if_none_match = in.get_header_value("If-None-Match");
  out.last_event_id = in.get_header_value("Last-Event-ID");
  out.content_type = in.get_header_value("Content-Type");
  out.takes_gzip = takes_gzip(in.get_header_value("Accept-Encoding"));
  return out;
}

void put(Answer answer, httplib::Response& out) {
  out.status = answer.status;
  out.set_header("Cache-Control", answer.cache_control);
  out.set_header("Vary", "Accept-Encoding");
  const auto header = [&](const char* name, const std::string& value) {
    if (!value.empty()) out.set_header(name, value);
  };
  header("ETag", answer.etag), header("Content-Encoding", answer.encoding), header("Allow", answer.allow);
  header("WWW-Authenticate", answer.challenge);
  if (answer.retry_after > 0) out.set_header("Retry-After", std::to_string(answer.retry_after));
  if (!answer.filename.empty()) {
    out.set_header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", answer.filename));
  }
  if (answer.stream) {
    out.set_chunked_content_provider(answer.type, [stream = answer.stream](std::size_t, httplib::DataSink& sink) {
      const bool fine = stream([&](std::string_view bytes) { return sink.write(bytes.data(), bytes.size()); });
      if (fine) sink.done();
      return fine;
    });
  } else if (answer.body && !answer.body->empty()) {
    out.set_content_provider(answer.body->size(), answer.type,
                             [body = answer.body](std::size_t at, std::size_t length, httplib::DataSink& sink) {
                               return sink.write(body->data() + at, length);
                             });
  }
}

}  // namespace

// The library's server over our own wire.
class HttpServer::Impl final : public httplib::Server {
 public:
  Impl(Service& service, std::size_t connections) : service_(service), stopping_(::eventfd(0, EFD_CLOEXEC)) {
    new_task_queue = [this, connections] { return new Threads(*this, connections); };
    constexpr time_t kBetweenLooks = 200'000;  // microseconds
    set_idle_interval(0, kBetweenLooks);
    constexpr std::size_t kLongestBody = 64 * 1024;
    set_payload_max_length(kLongestBody);
    set_default_headers(kHeaders);
    set_keep_alive_timeout(kIdle.count()), set_keep_alive_max_count(1'000'000);  // as the header Keep-Alive tells
    set_tcp_nodelay(true);
    // The library would share the port with whoever else asks for it.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    // What has no body is answered before the library looks for files or handlers.
    set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
      if (in.method == "POST" || in.method == "PUT" || in.method == "DELETE") return HandlerResponse::Unhandled;
      handle(in, out);
      return HandlerResponse::Handled;
    });
    const auto with_body = [this](const httplib::Request& in, httplib::Response& out) { handle(in, out); };
    Post(".*", with_body), Put(".*", with_body), Delete(".*", with_body);
    // What the library refuses by itself gets words, too.
    set_error_handler(HandlerWithResponse([this](const httplib::Request&, httplib::Response& out) {
      if (out.content_length_ > 0 || out.content_provider_ || !out.body.empty()) return HandlerResponse::Unhandled;
      put(service_.refuse(out.status, words_for(out.status)), out);
      return HandlerResponse::Handled;
    }));
    set_exception_handler([this](const httplib::Request&, httplib::Response& out, const std::exception_ptr&) {
      put(service_.refuse(500, "there is not enough memory for this answer"), out);
    });
  }
  ~Impl() override { ::close(stopping_); }

  Result<void> bind(const Endpoint& endpoint) {
    port_ = endpoint.port == 0 ? bind_to_any_port(endpoint.host) : endpoint.port;
    const bool is_bound = endpoint.port == 0 ? port_ > 0 : bind_to_port(endpoint.host, endpoint.port);
    if (!is_bound) {
      return fail(fmt::format("--listen: {} port {} cannot be listened on; is another program listening there?",
                              endpoint.host, endpoint.port));
    }
    constexpr int kBacklog = 512;  // the library's own is 5
    ::listen(svr_sock_, kBacklog);
    return {};
  }

  int port() const { return port_; }

  void run() {
    if (!stopped_) listen_after_bind();
  }

  void halt() {
    stopped_ = true;
    service_.stop();
    const std::uint64_t one = 1;
    (void)!::write(stopping_, &one, sizeof one);  // never read: every connection sees it
    stop();
  }

 private:
  // stop() passes over a server that is just about to begin; so the wish is looked at again.
  class Threads final : public httplib::ThreadPool {
   public:
    Threads(Impl& server, std::size_t count) : ThreadPool(count), server_(server) {}
    void on_idle() override {
      if (server_.stopped_) server_.stop();
    }

   private:
    Impl& server_;
  };

  static constexpr std::chrono::seconds kIdle{30};  // that a connection may be quiet

  static std::string_view words_for(int status) {
    switch (status) {
      case 400: return "this is no request of HTTP/1.1";
      case 413: return "the request is too long";
      case 414: return "the address is too long";
      case 416: return "the header Range cannot be understood";
      default: return "the request cannot be answered";
    }
  }

  void handle(const httplib::Request& in, httplib::Response& out) {
    auto request = request_of(in);
    put(request ? service_.answer(*request) : service_.refuse(400, request.error().message), out);
  }

  bool process_and_close_socket(socket_t socket) override {
    Wire wire(socket, stopping_, limits_);
    bool is_fine = true, is_last = false;
    while (!is_last && wire.wait(kIdle)) {
      bool is_closed = false;
      is_fine = process_request(wire, stopped_, is_closed, [&](httplib::Request& request) {
        request.ranges.clear();  // a part of an answer is never sent
        // Brotli would be tried at its slowest; gzip alone is offered.
        const bool gzip = takes_gzip(request.get_header_value("Accept-Encoding"));
        request.headers.erase("Accept-Encoding");
        if (gzip) request.headers.emplace("Accept-Encoding", "gzip");
        // Bytes that nobody reads must not be taken for the next request.
        const bool reads_body = request.method == "POST" || request.method == "PUT" || request.method == "DELETE";
        is_last = !reads_body && (request.has_header("Content-Length") || request.has_header("Transfer-Encoding"));
      });
      if (!is_fine || is_closed || stopped_) break;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return is_fine;
  }

  Service& service_;
  Wire::Limits limits_;
  int stopping_;
  int port_ = 0;
  std::atomic<bool> stopped_ = false;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::open(Service& service, const Endpoint& endpoint,
                                                     std::size_t connections) {
  auto impl = std::make_unique<Impl>(service, connections);
  if (auto bound = impl->bind(endpoint); !bound) return tl::make_unexpected(std::move(bound.error()));
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

int HttpServer::port() const { return impl_->port(); }
void HttpServer::run() { impl_->run(); }
void HttpServer::stop() { impl_->halt(); }

}  // namespace masudi::serve
