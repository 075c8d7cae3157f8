// .gitignore: which paths are not looked at. The rules are those of git (gitignore(5)).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "input/glob.h"

namespace tally {

// The lines of one file.
class IgnoreFile {
 public:
  enum class Verdict { kSilent, kIgnored, kKept };

  explicit IgnoreFile(std::string_view content);
  // What the last line says that matches. `path`: from the folder of the file, with slashes.
  Verdict Of(std::string_view path, bool is_folder) const;

 private:
  struct Line {
    Glob glob;
    bool negated;       // "!draft.md"
    bool folders_only;  // "build/"
    bool by_name;       // without a slash: the name of a file in any folder
  };
  void Add(std::string_view line);

  std::vector<Line> lines_;
};

// The files that hold in a folder: its own before those of the folders above it.
struct IgnoreChain {
  std::shared_ptr<const IgnoreChain> above;
  std::string folder;  // absolute
  IgnoreFile file;
};

// `path`: absolute, below all folders of the chain.
bool IsIgnored(const IgnoreChain* chain, std::string_view path, bool is_folder);

// The chain with the folder's own .gitignore, where it has one.
std::shared_ptr<const IgnoreChain> WithFolder(std::shared_ptr<const IgnoreChain> above,
                                              const std::string& folder);
// What holds in a folder by the repository that it lies in: .git/info/exclude and the .gitignore of the
// folders from the repository's down to the one above `folder`. nullptr outside of repositories.
std::shared_ptr<const IgnoreChain> ChainAbove(const std::string& folder);

}  // namespace tally
