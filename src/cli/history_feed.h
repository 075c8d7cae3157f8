// The documents of a git history as ingest takes them: each version with its commit, and between them what
// went away. What the database has already is passed over, so that a history can be read again, and further.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/input_source.h"
#include "input/git_history.h"
#include "store/claim_store.h"

namespace tally {

class HistoryFeed {
 public:
  // Throws UserError where git has no such history. `options` must live as long.
  HistoryFeed(const std::vector<std::string>& paths, const std::string& since, const ReadingOptions& options);

  // The next document whose version `store` has not; nullopt at the end.
  std::optional<InputFile> Next(const ClaimStore& store);
  // The steps up to the next document that Next gave and TakeSteps has not, in order; the last of them is
  // that document's. After the end: what remains.
  std::vector<FileChange> TakeSteps();

  std::size_t total() const;
  std::vector<std::string>& problems() { return problems_; }
  // Files of many documents, whose history this is not.
  const std::set<std::string>& without_history() const { return without_history_; }
  // Versions that were in the database already.
  std::size_t known() const { return known_; }

 private:
  static bool IsKnown(const ClaimStore& store, const GitHistory& history, const FileChange& change);

  const ReadingOptions& options_;
  std::vector<std::unique_ptr<GitHistory>> histories_;
  std::size_t history_ = 0;
  std::size_t change_ = 0;
  std::deque<FileChange> steps_;
  std::vector<std::string> problems_;
  std::set<std::string> without_history_;
  std::size_t known_ = 0;
};

}  // namespace tally
