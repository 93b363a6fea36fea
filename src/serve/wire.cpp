// SPDX-License-Identifier: Apache-2.0
#include "serve/wire.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace masudi::serve {
namespace {

int milliseconds_until(Wire::Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Wire::Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

// Whether the socket is ready for these events before the deadline.
bool is_ready(int socket, short events, Wire::Clock::time_point deadline) {
  for (;;) {
    pollfd one{socket, events, 0};
    const int ready = ::poll(&one, 1, milliseconds_until(deadline));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

using Address = int (*)(int, sockaddr*, socklen_t*);
void name_end(int socket, Address address, std::string& ip, int& port) {
  sockaddr_storage end{};
  socklen_t size = sizeof end;
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  auto* const generic = reinterpret_cast<sockaddr*>(&end);
  if (address(socket, generic, &size) != 0) return;
  if (::getnameinfo(generic, size, host.data(), host.size(), service.data(), service.size(),
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
    return;
  }
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

bool Wire::wait(std::chrono::milliseconds longest) {
  const auto until = Clock::now() + longest;
  while (at_ == end_) {
    std::array<pollfd, 2> both = {pollfd{socket_, POLLIN, 0}, pollfd{stopping_, POLLIN, 0}};
    const int ready = ::poll(both.data(), both.size(), milliseconds_until(until));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0 || both[1].revents != 0) return false;
    break;
  }
  bytes_left_ = limits_.request_bytes;
  deadline_ = Clock::now() + limits_.request_time;
  return at_ < end_ || fill();
}

bool Wire::fill() {
  if (!is_ready(socket_, POLLIN, deadline_)) return false;
  const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
  if (got <= 0) return false;
  at_ = 0, end_ = static_cast<std::size_t>(got);
  return true;
}

bool Wire::is_readable() const { return at_ < end_ || is_ready(socket_, POLLIN, deadline_); }
bool Wire::is_writable() const { return is_ready(socket_, POLLOUT, Clock::now() + limits_.write_time); }

ssize_t Wire::read(char* to, std::size_t size) {
  if (bytes_left_ == 0 || (at_ == end_ && !fill())) return -1;
  const std::size_t count = std::min({size, end_ - at_, bytes_left_});
  std::memcpy(to, buffer_.data() + at_, count);
  at_ += count, bytes_left_ -= count;
  return static_cast<ssize_t>(count);
}

ssize_t Wire::write(const char* bytes, std::size_t size) {
  constexpr std::size_t kPart = 256 * 1024;
  size = std::min(size, kPart);
  const auto deadline = Clock::now() + limits_.write_time;
  std::size_t sent = 0;
  while (sent < size) {
    const ssize_t count = ::send(socket_, bytes + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0) {
      sent += static_cast<std::size_t>(count);
    } else if (count < 0 && errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) {
      return -1;
    } else if (!is_ready(socket_, POLLOUT, deadline)) {
      return -1;
    }
  }
  return static_cast<ssize_t>(sent);
}

void Wire::get_remote_ip_and_port(std::string& ip, int& port) const { name_end(socket_, ::getpeername, ip, port); }
void Wire::get_local_ip_and_port(std::string& ip, int& port) const { name_end(socket_, ::getsockname, ip, port); }

}  // namespace masudi::serve
