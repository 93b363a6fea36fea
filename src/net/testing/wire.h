// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace masudi::net::testing {

// A server on 127.0.0.1 for tests. What it sends is written byte by byte by the test, so it can do wrong what a proper
// server would not: promise more than it sends, never end, never answer. One request a connection.
class Wire {
 public:
  struct Request {
    std::string method, path, head, body;  // head: all header lines, in lower case
    std::string header(std::string_view name) const;
  };
  class Line {
   public:
    Line(int socket, const std::atomic<bool>& stopping) : socket_(socket), stopping_(stopping) {}
    bool send(std::string_view bytes);  // false: the other side has hung up, or the test is over
    void wait_until_hung_up();

   private:
    int socket_;
    const std::atomic<bool>& stopping_;
  };
  // Called on a thread of each connection.
  using Answer = std::function<void(const Request&, Line&)>;

  explicit Wire(Answer answer);
  ~Wire();
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  // A whole answer.
  static std::string reply(std::string_view status, std::string_view headers, std::string_view body);

 private:
  void accept_calls();
  void serve(int socket);

  Answer answer_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::list<std::thread> calls_;
  std::thread thread_;
};

}  // namespace masudi::net::testing
