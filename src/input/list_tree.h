// Which files of a git tree are read: those that ListInputs would give of the folder that the tree makes,
// with the .gitignore files as the tree holds them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "input/ignore_rules.h"
#include "input/list_inputs.h"

namespace tally {

// Not thread-safe: remembers folders.
class TreeFilter {
 public:
  // `ignore_files`: the contents of the .gitignore files by their paths from the root; none where they do not
  // count. `exclude`: ListOptions::exclude.
  TreeFilter(const std::map<std::string, std::string>& ignore_files, const std::vector<std::string>& exclude);

  // `path`: from the root, with slashes.
  bool IsArticle(const std::string& path);
  // The same of a file that was named: whatever it is called, unless it is excluded.
  bool IsArticleAsNamed(const std::string& path);

 private:
  struct Folder {
    bool hidden = false;
    bool excluded = false;
    std::shared_ptr<const IgnoreChain> ignored;
  };
  // `name`: "" for the root, else with a slash at its end.
  const Folder& FolderNamed(const std::string& name);
  bool IsExcluded(const std::string& path, bool is_folder) const;

  std::map<std::string, std::string> ignore_files_;
  IgnoreFile excluded_;
  std::map<std::string, Folder> folders_;
};

}  // namespace tally
