// SPDX-License-Identifier: Apache-2.0
#include "alert/run_command.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

extern char** environ;

namespace masudi::alert {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMostOutput = 500;  // bytes that are kept

// An open file, closed at the end.
class File {
 public:
  explicit File(int handle) : handle_(handle) {}
  File(File&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
  File& operator=(File&&) = delete;
  ~File() { close(); }
  void close() {
    if (handle_ >= 0) ::close(std::exchange(handle_, -1));
  }
  int handle() const { return handle_; }

 private:
  int handle_;
};

// Two connected ends. A socket, not a pipe: writing to one whose other end is closed can be told not to raise a signal.
Result<std::pair<File, File>> ends() {
  std::array<int, 2> handles{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, handles.data()) != 0) return fail(std::strerror(errno));
  return std::pair(File(handles[0]), File(handles[1]));
}

// A child process in a group of its own.
class Child {
 public:
  // Gives 0, or the number of the error.
  int start(const std::string& program, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    std::array<char*, 2> arguments = {const_cast<char*>(program.c_str()), nullptr};
    const int failure = posix_spawn(&id_, program.c_str(), &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failure;
  }
  // Whether it has ended; status() is known then.
  bool has_ended() {
    if (!ended_) ended_ = waitpid(id_, &status_, WNOHANG) == id_;
    return ended_;
  }
  void kill_all() {
    ::kill(-id_, SIGKILL);
    while (!ended_ && waitpid(id_, &status_, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
  }
  int status() const { return status_; }

 private:
  pid_t id_ = 0;
  int status_ = 0;
  bool ended_ = false;
};

// Hands over what is left of the input, as far as it is taken; closes the end when all is done, or not wanted.
void give(File& to, std::string_view& input) {
  const ssize_t sent = send(to.handle(), input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
  if (input.empty() || (sent < 0 && errno != EAGAIN && errno != EINTR)) to.close();
}

// Takes output that is there; what is beyond the bound is thrown away. Closes the end when there will be no more.
void take(File& from, std::string& output) {
  std::array<char, 4096> bytes;
  const ssize_t got = recv(from.handle(), bytes.data(), bytes.size(), MSG_DONTWAIT);
  if (got > 0) output.append(bytes.data(), std::min(static_cast<std::size_t>(got), kMostOutput - output.size()));
  if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) from.close();
}

// Serves both ends until the child has ended. False: it did not in time.
bool attend(Child& child, File& input_end, std::string_view input, File& output_end, std::string& output,
            Clock::time_point end) {
  constexpr int kMoment = 20;  // milliseconds between two looks at the child
  while (!child.has_ended()) {
    if (Clock::now() >= end) return false;
    std::array<pollfd, 2> wanted = {{{input_end.handle(), POLLOUT, 0}, {output_end.handle(), POLLIN, 0}}};
    poll(wanted.data(), wanted.size(), kMoment);
    if (wanted[0].revents != 0) give(input_end, input);
    if (wanted[1].revents != 0) take(output_end, output);
    if (input_end.handle() < 0 && output_end.handle() < 0) poll(nullptr, 0, kMoment);
  }
  if (output_end.handle() >= 0) take(output_end, output);
  return true;
}

std::string how_it_ended(int status) {
  if (WIFSIGNALED(status)) return fmt::format("was ended by signal {}", WTERMSIG(status));
  return fmt::format("ended with exit code {}", WEXITSTATUS(status));
}

}  // namespace

Result<void> run_command(const std::string& program, std::string_view input, std::chrono::milliseconds patience) {
  auto in = ends();
  if (!in) return tl::make_unexpected(std::move(in.error()));
  auto out = ends();
  if (!out) return tl::make_unexpected(std::move(out.error()));
  Child child;
  const int failure = child.start(program, in->second.handle(), out->second.handle());
  if (failure != 0) return fail(fmt::format("{}: cannot be started: {}", program, std::strerror(failure)));
  in->second.close(), out->second.close();
  std::string output;
  if (!attend(child, in->first, input, out->first, output, Clock::now() + patience)) {
    child.kill_all();
    return fail(fmt::format("{}: was killed after {} ms", program, patience.count()));
  }
  if (WIFEXITED(child.status()) && WEXITSTATUS(child.status()) == 0) return {};
  return fail(fmt::format("{}: {}{}{}", program, how_it_ended(child.status()), output.empty() ? "" : ": ", output));
}

}  // namespace masudi::alert
