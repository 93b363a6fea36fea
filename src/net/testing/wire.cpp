// SPDX-License-Identifier: Apache-2.0
#include "net/testing/wire.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace masudi::net::testing {
namespace {

constexpr int kPatience = 50;  // milliseconds between looks at whether the test is over

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool ready(int socket, short events) {
  pollfd one{socket, events, 0};
  return poll(&one, 1, kPatience) > 0;
}

}  // namespace

std::string Wire::Request::header(std::string_view name) const {
  const std::size_t at = head.find("\n" + lower(std::string(name)) + ": ");
  if (at == std::string::npos) return {};
  const std::size_t first = at + name.size() + 3;
  return head.substr(first, head.find('\r', first) - first);
}

bool Wire::Line::send(std::string_view bytes) {
  while (!bytes.empty()) {
    while (!ready(socket_, POLLOUT)) {
      if (stopping_) return false;
    }
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent <= 0 || stopping_) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Wire::Line::wait_until_hung_up() {
  char byte = 0;
  while (!stopping_) {
    if (ready(socket_, POLLIN) && recv(socket_, &byte, 1, 0) <= 0) return;
  }
}

Wire::Wire(Answer answer) : answer_(std::move(answer)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool listens = bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(listener_, 64) == 0;
  if (!listens || getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) std::abort();
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { accept_calls(); });
}

Wire::~Wire() {
  stopping_ = true;
  thread_.join();
  for (std::thread& call : calls_) call.join();
  close(listener_);
}

void Wire::accept_calls() {
  while (!stopping_) {
    if (!ready(listener_, POLLIN)) continue;
    const int socket = accept(listener_, nullptr, nullptr);
    if (socket >= 0) calls_.emplace_back([this, socket] { serve(socket); });
  }
}

void Wire::serve(int socket) {
  std::string bytes;
  std::size_t end = std::string::npos, wanted = 0;
  while (!stopping_ && (end == std::string::npos || bytes.size() < end + 4 + wanted)) {
    if (!ready(socket, POLLIN)) continue;
    char block[4096];
    const ssize_t got = recv(socket, block, sizeof block, 0);
    if (got <= 0) break;
    bytes.append(block, static_cast<std::size_t>(got));
    end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) continue;
    wanted = static_cast<std::size_t>(
        std::atoi(Request{"", "", lower(bytes.substr(0, end + 2)), ""}.header("content-length").c_str()));
  }
  if (end != std::string::npos) {
    Request request{"", "", lower(bytes.substr(0, end + 2)), bytes.substr(end + 4)};
    const std::size_t blank = bytes.find(' ');
    request.method = bytes.substr(0, blank);
    request.path = bytes.substr(blank + 1, bytes.find(' ', blank + 1) - blank - 1);
    Line line(socket, stopping_);
    answer_(request, line);
  }
  shutdown(socket, SHUT_RDWR);
  close(socket);
}

std::string Wire::reply(std::string_view status, std::string_view headers, std::string_view body) {
  return "HTTP/1.1 " + std::string(status) + "\r\nConnection: close\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace masudi::net::testing
