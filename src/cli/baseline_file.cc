#include "cli/baseline_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.h"

namespace tally {

std::optional<Baseline> LoadBaseline(const CheckOptions& options) {
  const std::string& path = options.baseline;
  std::error_code error;
  if (path.empty()) return std::nullopt;
  if (!std::filesystem::exists(path, error) && !options.baseline_named) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(path, error)) {
    throw UserError(
        fmt::format("{}: this baseline cannot be read; make it with tally baseline create", path));
  }
  return ParseBaseline(std::string(std::istreambuf_iterator<char>(in), {}), path);
}

std::vector<BaselineEntry> StaleEntries(const Baseline& baseline, const Baseline& found,
                                        const std::set<std::string>& read,
                                        const std::set<std::string>& checked) {
  std::vector<BaselineEntry> stale;
  for (const auto& [fingerprint, entry] : baseline) {
    auto is_read = [&](const std::string& document) { return read.contains(document); };
    auto is_checked = [&](const std::string& document) { return checked.contains(document); };
    bool seen =
        std::ranges::all_of(entry.documents, is_read) && std::ranges::any_of(entry.documents, is_checked);
    if (seen && !found.contains(fingerprint)) stale.push_back(entry);
  }
  return stale;
}

}  // namespace tally
