// The git repository that the working directory lies in, read by running git: trees, the index, and what
// differs between them. Only objects and the index are read, never the work tree, and nothing is written.
// Paths are git's own: from the repository's root, with slashes, as bytes. Every function throws UserError
// with what to do where git cannot answer.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

// A state of all files: a commit, or the index (what the next commit would be made of).
struct GitState {
  std::string commit;  // the id; the empty tree's where there is no commit yet
  bool index = false;

  // For messages: "the index", or the first digits of the id.
  std::string Name() const;
};

struct GitFile {
  std::string path;
  std::string blob;
};

// A file that differs between two states. `path` is empty where it was deleted, `old_path` where it is new;
// both differ where git takes it for a renamed one.
struct GitChange {
  GitFile now;
  GitFile before;
};

// First and last line, from 1.
using GitLines = std::vector<std::pair<std::size_t, std::size_t>>;

class GitRepository {
 public:
  // Of the working directory.
  static GitRepository Open();

  // The path as seen from the working directory: "../a.md".
  std::string NameOf(const std::string& path) const;
  // The path of what was typed, "" for the root itself.
  std::string PathOf(const std::string& typed) const;

  // Where `ref` and HEAD parted: what a pull request is compared with. Throws for an unknown `ref`, also
  // where the clone is too shallow to tell.
  GitState BaseOf(const std::string& ref) const;
  GitState Head() const;
  // HEAD, or the empty tree before the first commit.
  GitState HeadOrNothing() const;
  static GitState Index() { return {"", true}; }

  // Regular files, sorted by path. Links and submodules are left out.
  std::vector<GitFile> Files(const GitState& state) const;
  // From a commit to a later state, sorted by path; renames are looked for.
  std::vector<GitChange> Changes(const GitState& from, const GitState& to) const;
  // For pairs of blobs (before, now) of Changes the lines that are new or changed in the second. A pair that
  // git holds for binary is missing.
  std::map<std::pair<std::string, std::string>, GitLines> ChangedLines(const GitState& from,
                                                                       const GitState& to) const;
  // The contents, in the order of `blobs`.
  std::vector<std::string> Contents(const std::vector<std::string>& blobs) const;

 private:
  std::string Run(std::vector<std::string> arguments, std::string_view input = {}) const;
  std::string Resolve(const std::string& ref) const;
  bool IsShallow() const;
  std::vector<std::string> Difference(const GitState& from, const GitState& to) const;

  std::string root_;    // absolute
  std::string prefix_;  // from the root to the working directory: "" or "content/posts/"
};

}  // namespace tally
