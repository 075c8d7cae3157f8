#include "input/process_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.h"

namespace tally {
namespace {

constexpr std::size_t kPart = 1 << 16;
constexpr int kNotRun = 127;  // as shells say it

// Neither end is handed on to other programs that we start.
std::array<int, 2> Pipe(const std::string& name) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw UserError(fmt::format("{} cannot be run: {}", name, std::strerror(errno)));
  }
  return ends;
}

[[noreturn]] void Become(std::vector<char*>& arguments, int input, int output, int error) {
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(error, STDERR_FILENO);
  signal(SIGPIPE, SIG_DFL);
  execvp(arguments.front(), arguments.data());
  _exit(kNotRun);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments) : name_(arguments.front()) {
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  std::array<int, 2> in = Pipe(name_);
  std::array<int, 2> out = Pipe(name_);
  error_ = memfd_create("stderr", MFD_CLOEXEC);
  child_ = fork();
  if (child_ == 0) Become(raw, in[0], out[1], error_);
  close(in[0]);
  close(out[1]);
  input_ = in[1];
  output_ = out[0];
  if (child_ < 0) throw UserError(fmt::format("{} cannot be run: {}", name_, std::strerror(errno)));
}

ChildProcess::~ChildProcess() {
  CloseInput();
  close(output_);
  if (child_ > 0) {
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
  }
  close(error_);
}

void ChildProcess::CloseInput() {
  if (input_ >= 0) close(input_);
  input_ = -1;
}

void ChildProcess::Write(std::string_view text) {
  while (!text.empty()) {
    ssize_t written = write(input_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw UserError(fmt::format("{} ended too early", name_));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

// More of the output into `read_`; false at its end.
bool ChildProcess::Fill() {
  if (at_ > 0) read_.erase(0, at_);
  at_ = 0;
  std::size_t size = read_.size();
  read_.resize(size + kPart);
  ssize_t count = 0;
  do {
    count = read(output_, read_.data() + size, kPart);
  } while (count < 0 && errno == EINTR);
  read_.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0;
}

std::string ChildProcess::ReadLine() {
  std::size_t end = 0;
  while ((end = read_.find('\n', at_)) == std::string::npos) {
    if (!Fill()) return Read(read_.size() - at_);
  }
  std::string line = read_.substr(at_, end - at_);
  at_ = end + 1;
  return line;
}

std::string ChildProcess::Read(std::size_t size) {
  while (read_.size() - at_ < size && Fill()) {
  }
  std::string bytes = read_.substr(at_, size);
  at_ += bytes.size();
  return bytes;
}

std::string ChildProcess::ReadAll() {
  CloseInput();
  while (Fill()) {
  }
  return Read(read_.size() - at_);
}

int ChildProcess::Wait() {
  CloseInput();
  int status = 0;
  while (waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : kNotRun;
}

std::string ChildProcess::ErrorText() const {
  std::string text;
  std::array<char, 4096> part{};
  for (off_t at = 0;;) {
    ssize_t count = pread(error_, part.data(), part.size(), at);
    if (count <= 0) break;
    text.append(part.data(), static_cast<std::size_t>(count));
    at += count;
  }
  text.erase(text.find_last_not_of(" \n") + 1);
  return text;
}

}  // namespace tally
