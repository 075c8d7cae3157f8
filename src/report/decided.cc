#include "report/decided.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "report/overview.h"

namespace tally {

std::string DecidedText(const DecidedCounts& decided) {
  if (decided.all() == 0) return "";
  std::vector<std::string> parts;
  if (decided.accepted > 0) parts.push_back(fmt::format("{} accepted", decided.accepted));
  if (decided.rejected > 0) parts.push_back(fmt::format("{} rejected", decided.rejected));
  if (decided.waiting > 0) {
    std::string waiting = decided.waiting == 1 ? "1 waits" : fmt::format("{} wait", decided.waiting);
    if (decided.first_until) {
      waiting += fmt::format("{} until {}", decided.waiting == 1 ? "" : ", the first",
                             FormatDay(*decided.first_until));
    }
    parts.push_back(std::move(waiting));
  }
  return fmt::format("{} decided: {}", Count(decided.all(), "finding"), fmt::join(parts, ", "));
}

}  // namespace tally
