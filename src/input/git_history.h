// What a git history says of the files below some paths: their content at a revision, and each change on the
// way from there to HEAD. Merges count as one change of the line that they went into. Needs the program git.
// Of one thread.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "input/list_inputs.h"
#include "input/process_stream.h"

namespace tally {

// A file that came, changed, or went away.
struct FileChange {
  std::string path;          // as ListInputs names the file
  std::string renamed_from;  // likewise, where the commit moved it
  bool removed = false;
  std::string revision;  // the commit, all digits
  std::string time;      // of the commit: "2025-05-08T09:30:00Z"
  std::size_t place =
      0;             // of the commit on the line, from 0, which is the revision that the history begins at
  std::string blob;  // git's name of the content
};

class GitHistory {
 public:
  // `path`: a folder or file that is in a repository. `since`: whatever git takes for a commit that HEAD
  // comes from. Throws UserError with what git said.
  GitHistory(const std::string& path, const std::string& since, const ListOptions& options);

  // In the order of the commits, within one by path; what goes away before what comes.
  const std::vector<FileChange>& changes() const { return changes_; }
  // The place of a commit; nullptr where it is not on the line.
  const std::size_t* PlaceOf(const std::string& revision) const;
  // The bytes of a change that is no removal.
  std::string Content(const FileChange& change);

 private:
  std::string Git(const std::vector<std::string>& arguments) const;
  void AddTree(const std::string& revision);
  void AddLog(const std::string& revision);
  void Add(std::vector<FileChange> commit);
  bool Wanted(const std::string& below) const;
  std::string PathOf(const std::string& below) const;

  std::string folder_;  // where git runs
  std::string file_;    // the one file that was asked for; empty: all of the folder
  const ListOptions& options_;
  std::vector<FileChange> changes_;
  std::map<std::string, std::size_t> places_;
  std::unique_ptr<ChildProcess> contents_;
};

}  // namespace tally
