#include "cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>

#include "base/error.h"
#include "report/log_text.h"
#include "report/visible_text.h"

namespace tally {

Console Console::Standard() {
  std::signal(SIGPIPE, SIG_IGN);
  // Nothing here uses stdio, and the streams are several times faster without it.
  std::ios::sync_with_stdio(false);
  const char* no_color = std::getenv("NO_COLOR");
  return {std::cin,
          std::cout,
          std::cerr,
          isatty(STDOUT_FILENO) == 1,
          isatty(STDERR_FILENO) == 1,
          no_color != nullptr && *no_color != '\0'};
}

void Console::Error(std::string_view message) const { Say("error: ", message); }

void Console::Note(std::string_view message) const { Say("note: ", message); }
void Console::Warning(std::string_view message) const { Say("warning: ", message); }

// Each line begins with our name, so that no line feed in the name of a file can begin a line with something
// else: a code host reads lines such as "::error::" as commands.
void Console::Say(std::string_view kind, std::string_view message) const {
  for (std::size_t at = 0; at <= message.size();) {
    std::size_t end = std::min(message.find('\n', at), message.size());
    err << "tally: " << (at == 0 ? kind : "") << LogLine(VisiblePath(message.substr(at, end - at))) << "\n";
    at = end + 1;
  }
}

void Console::CheckOutput() const {
  // A stream that has failed before does not flush again, and errno is still that of the failure.
  if (out) errno = 0;
  out.flush();
  if (out) return;
  std::string reason = errno != 0 ? std::string(": ") + std::strerror(errno) : "";
  throw UserError("cannot write to standard output" + reason);
}

std::string UtcNow() {
  std::time_t now = std::time(nullptr);
  // Tests and reproducible builds set the clock: https://reproducible-builds.org/specs/source-date-epoch/
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) now = std::strtoll(epoch, nullptr, 10);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

}  // namespace tally
