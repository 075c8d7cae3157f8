// The articles of `tally check --since REF` and `--staged`: what a change touches, what it leaves alone, and
// what was there before; read from git's objects.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/input_source.h"
#include "compare/change_role.h"
#include "input/git_repository.h"

namespace tally {

struct ChangeOptions {
  std::string since;  // a commit; empty with `staged`
  bool staged = false;
};

class ChangeSource {
 public:
  // `paths`: what is under check of the change; empty: all of it. Throws UserError for a path outside of the
  // repository or in neither state.
  ChangeSource(const ChangeOptions& options, const std::vector<std::string>& paths, ReadingOptions reading);

  // Articles that the change added or touched, those that it left alone, and the touched, renamed and deleted
  // ones as they were. Names are as seen from the working directory.
  InputSource Changed() const { return SourceOf(changed_); }
  InputSource Unchanged() const { return SourceOf(unchanged_); }
  InputSource Before() const { return SourceOf(before_); }

  // By the names of the changed files; documents of a file that holds several have names of their own.
  const ChangedDocuments& lines() const { return lines_; }
  // The bytes of the changed files, by name.
  std::map<std::string, std::string> ContentsOfChanged() const;
  // True for a file on the disk that one of the states holds: what git has of it is what counts.
  bool Holds(const std::string& path) const;
  // "since 1a2b3c4d5", for messages.
  const std::string& what() const { return what_; }
  const std::vector<std::string>& changed_files() const { return changed_.names; }

 private:
  struct FileSet {
    std::vector<std::string> names;
    std::map<std::string, std::string> blobs;  // by name

    void Add(const std::string& name, const std::string& blob) {
      names.push_back(name);
      blobs.emplace(name, blob);
    }
  };
  InputSource SourceOf(const FileSet& files) const;
  void AddChange(const GitChange& change,
                 const std::map<std::pair<std::string, std::string>, GitLines>& lines);

  GitRepository repository_;
  ReadingOptions reading_;
  std::string what_;
  FileSet changed_;
  FileSet unchanged_;
  FileSet before_;
  ChangedDocuments lines_;
};

}  // namespace tally
