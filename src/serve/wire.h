// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>

namespace masudi::serve {

// A connection as the HTTP library reads and writes it, with bounds that the library lacks: on the bytes of a request,
// on the time that it may take in all, and on the time that a reader may take for each part of the answer. One thread
// at a time. Closes nothing.
class Wire final : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;
  struct Limits {
    std::size_t request_bytes = 256 * 1024;          // line, headers and body
    std::chrono::milliseconds request_time{10'000};  // from its first byte to its last
    std::chrono::milliseconds write_time{20'000};    // for each part of an answer
  };

  // `stopping`: a descriptor that becomes readable when the server stops.
  Wire(int socket, int stopping, const Limits& limits) : socket_(socket), stopping_(stopping), limits_(limits) {}

  // Waits for the first byte of the next request and sets its bounds. False: there will be none.
  bool wait(std::chrono::milliseconds longest);

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* bytes, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  int socket() const override { return socket_; }

 private:
  bool fill();  // the buffer, from the socket

  int socket_, stopping_;
  const Limits& limits_;
  std::array<char, 4096> buffer_;
  std::size_t at_ = 0, end_ = 0;  // of what was received and is not read yet
  std::size_t bytes_left_ = 0;
  Clock::time_point deadline_;
};

}  // namespace masudi::serve
