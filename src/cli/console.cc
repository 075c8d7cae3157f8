#include "cli/console.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>

#include "base/error.h"
#include "report/visible_text.h"

namespace tally {

Console Console::Standard() {
  std::signal(SIGPIPE, SIG_IGN);
  const char* no_color = std::getenv("NO_COLOR");
  return {std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1,
          no_color != nullptr && *no_color != '\0'};
}

void Console::Error(std::string_view message) const { err << "tally: error: " << VisiblePath(message) << "\n"; }

void Console::Warning(std::string_view message) const { err << "tally: warning: " << VisiblePath(message) << "\n"; }

void Console::CheckOutput() const {
  errno = 0;
  out.flush();
  if (out) return;
  throw UserError(std::string("cannot write to standard output") +
                  (errno != 0 ? std::string(": ") + std::strerror(errno) : ""));
}

std::string UtcNow() {
  std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

}  // namespace tally
