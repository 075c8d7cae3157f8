#include "input/list_tree.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tally {
namespace {

// "content/" of "content/a.md", and of "content/posts/".
std::string FolderAbove(const std::string& path) {
  std::size_t slash = path.rfind('/', path.ends_with('/') ? path.size() - 2 : std::string::npos);
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

}  // namespace

TreeFilter::TreeFilter(const std::map<std::string, std::string>& ignore_files,
                       const std::vector<std::string>& exclude)
    : ignore_files_(ignore_files), excluded_(fmt::format("{}", fmt::join(exclude, "\n"))) {}

bool TreeFilter::IsExcluded(const std::string& path, bool is_folder) const {
  return excluded_.Of(path, is_folder) == IgnoreFile::Verdict::kIgnored;
}

const TreeFilter::Folder& TreeFilter::FolderNamed(const std::string& name) {
  if (auto known = folders_.find(name); known != folders_.end()) return known->second;
  Folder folder;
  if (!name.empty()) {
    const std::string above = FolderAbove(name);
    folder = FolderNamed(above);
    std::string path = name.substr(0, name.size() - 1);
    folder.hidden =
        folder.hidden || name[above.size()] == '.' || IsIgnored(folder.ignored.get(), "/" + path, true);
    folder.excluded = folder.excluded || IsExcluded(path, true);
  }
  if (auto file = ignore_files_.find(name + ".gitignore"); file != ignore_files_.end()) {
    folder.ignored = std::make_shared<const IgnoreChain>(
        IgnoreChain{folder.ignored, "/" + name, IgnoreFile(file->second)});
  }
  return folders_.emplace(name, std::move(folder)).first->second;
}

bool TreeFilter::IsArticle(const std::string& path) {
  const std::string above = FolderAbove(path);
  const Folder& folder = FolderNamed(above);
  std::string name = path.substr(above.size());
  if (folder.hidden || folder.excluded || name.starts_with('.') || !IsArticleName(name)) return false;
  return !IsExcluded(path, false) && !IsIgnored(folder.ignored.get(), "/" + path, false);
}

bool TreeFilter::IsArticleAsNamed(const std::string& path) {
  return !FolderNamed(FolderAbove(path)).excluded && !IsExcluded(path, false);
}

}  // namespace tally
