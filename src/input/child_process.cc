// posix_spawn and three pipes, served by one poll loop: a program that writes before it has read all of its
// input would otherwise wait for us while we wait for it.
#include "input/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.h"

extern char** environ;

namespace tally {
namespace {

constexpr std::size_t kPart = 1 << 16;

[[noreturn]] void ThrowSystem(const std::string& program, int reason) {
  throw UserError(fmt::format("{}: cannot be started: {}", program, std::strerror(reason)));
}

// Both ends close on exec and with the object.
class Pipe {
 public:
  explicit Pipe(const std::string& program) {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ThrowSystem(program, errno);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    Close(0);
    Close(1);
  }
  int operator[](std::size_t end) const { return ends_[end]; }
  void Close(std::size_t end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
};

std::vector<char*> Pointers(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> Environment(const std::vector<std::string>& first) {
  std::vector<std::string> all = first;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    std::string_view text = *entry;
    std::string_view name = text.substr(0, text.find('=') + 1);
    bool replaced = false;
    for (const std::string& ours : first) replaced = replaced || ours.starts_with(name);
    if (!replaced) all.emplace_back(text);
  }
  return all;
}

// True while there may be more to read.
bool ReadSome(int file, std::string& to) {
  std::size_t before = to.size();
  to.resize(before + kPart);
  ssize_t count = ::read(file, to.data() + before, kPart);
  to.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

// True while there is more to write. A program that stops reading has its reasons, which it says itself.
bool WriteSome(int file, std::string_view& from) {
  ssize_t count = ::write(file, from.data(), std::min(from.size(), kPart));
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  from.remove_prefix(static_cast<std::size_t>(count));
  return !from.empty();
}

void Serve(Pipe& in, Pipe& out, Pipe& err, std::string_view input, ProcessResult& result) {
  ::fcntl(in[1], F_SETFL, O_NONBLOCK);
  if (input.empty()) in.Close(1);
  while (in[1] >= 0 || out[0] >= 0 || err[0] >= 0) {
    // poll passes over what is negative.
    std::array<pollfd, 3> waiting = {{{in[1], POLLOUT, 0}, {out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if (waiting[0].revents != 0 && !WriteSome(in[1], input)) in.Close(1);
    if (waiting[1].revents != 0 && !ReadSome(out[0], result.out)) out.Close(0);
    if (waiting[2].revents != 0 && !ReadSome(err[0], result.err)) err.Close(0);
  }
}

}  // namespace

ProcessResult RunProcess(const std::vector<std::string>& arguments, std::string_view input,
                         const std::vector<std::string>& environment) {
  const std::string& program = arguments.front();
  Pipe in(program);
  Pipe out(program);
  Pipe err(program);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  std::vector<std::string> variables = Environment(environment);
  // Writing to a program that has ended is no end of ours.
  struct sigaction ignore = {};
  struct sigaction before = {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &before);
  pid_t child = 0;
  int failure = ::posix_spawnp(&child, program.c_str(), &actions, nullptr, Pointers(arguments).data(),
                               Pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  ProcessResult result;
  if (failure == 0) {
    in.Close(0);
    out.Close(1);
    err.Close(1);
    Serve(in, out, err, input, result);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  ::sigaction(SIGPIPE, &before, nullptr);
  result.found = failure != ENOENT;
  if (failure != 0 && failure != ENOENT) ThrowSystem(program, failure);
  return result;
}

}  // namespace tally
