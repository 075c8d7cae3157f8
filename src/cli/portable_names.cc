#include "cli/portable_names.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace tally {
namespace {

namespace fs = std::filesystem;

bool IsBelow(const fs::path& path, const fs::path& folder) {
  auto [end, _] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

fs::path CommonFolder(const fs::path& a, const fs::path& b) {
  fs::path common;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && *x == *y; ++x, ++y) common /= *x;
  return common;
}

}  // namespace

std::map<std::string, std::string> PortableNames(const std::vector<std::string>& paths,
                                                 const std::string& working_directory) {
  std::vector<fs::path> outside;
  for (const fs::path path : paths) {
    if (path.is_absolute() && !IsBelow(path, working_directory)) outside.push_back(path);
  }
  fs::path common = outside.empty() ? fs::path() : outside.front().parent_path();
  for (const fs::path& path : outside) common = CommonFolder(common, path.parent_path());
  // The folder's own name stays in the names: it says which collection this is.
  fs::path base = common.parent_path();
  std::map<std::string, std::string> names;
  std::map<std::string, std::size_t> uses;
  for (const std::string& path : paths) {
    fs::path name = path;
    if (name.is_absolute())
      name = name.lexically_relative(IsBelow(name, working_directory) ? fs::path(working_directory) : base);
    names[path] = name.generic_string();
    ++uses[names[path]];
  }
  for (auto& [path, name] : names) {
    if (uses[name] > 1) name = path;
  }
  return names;
}

std::map<std::string, std::string> UsePortableNames(std::vector<Extraction>& extractions) {
  std::vector<std::string> paths;
  for (const Extraction& extraction : extractions) paths.push_back(extraction.info.path);
  std::error_code error;
  auto names = PortableNames(paths, fs::current_path(error).string());
  for (Extraction& extraction : extractions) {
    const std::string& name = names.at(extraction.info.path);
    for (Claim& claim : extraction.claims) claim.doc = name;
    extraction.info.path = name;
  }
  std::ranges::stable_sort(extractions, {},
                           [](const Extraction& extraction) { return extraction.info.path; });
  return names;
}

}  // namespace tally
