// What git's plumbing prints, read into values. Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/git_repository.h"

namespace tally {

// `git ls-tree -r -z` and `git ls-files -s -z`. Throws UserError for an index with unmerged files.
std::vector<GitFile> ReadGitFiles(std::string_view text);

// `git diff-tree -r -z --raw --no-abbrev`: ":100644 100644 ID ID M\0path\0", two paths for R and C.
std::vector<GitChange> ReadGitChanges(std::string_view text);

// `git diff-tree -p -U0 --full-index`: hunks by the ids in the line "index ID..ID".
std::map<std::pair<std::string, std::string>, GitLines> ReadGitHunks(std::string_view text);

}  // namespace tally
