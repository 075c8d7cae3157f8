#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void ThrowWrite(const std::string& path, const std::string& reason) {
  throw UserError(fmt::format("{}: cannot write: {}", path, reason));
}

// 0, or the errno of what failed. On disk when it returns, as far as the system can promise.
int WriteAll(const std::string& path, std::string_view content) {
  int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  int failure = 0;
  while (!content.empty() && failure == 0) {
    ssize_t written = ::write(file, content.data(), content.size());
    if (written >= 0) {
      content.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      failure = errno;
    }
  }
  if (failure == 0 && ::fsync(file) != 0 && errno != EINVAL) failure = errno;
  if (::close(file) != 0 && failure == 0) failure = errno;
  return failure;
}

}  // namespace

void WriteFileAtomically(const std::string& path, std::string_view content) {
  std::error_code error;
  fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) ThrowWrite(path, error.message());
  // The process id keeps two runs apart that write the same report.
  std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
  int failure = WriteAll(temporary, content);
  if (failure == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) failure = errno;
  if (failure == 0) return;
  ::unlink(temporary.c_str());
  ThrowWrite(path, std::strerror(failure));
}

}  // namespace tally
