// A run of ingest: what it puts into the database, batch by batch, and what it counts. A batch is stored
// whole or not at all; counts are of what is stored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "cli/history_feed.h"
#include "pipeline.h"
#include "store/claim_store.h"

namespace tally {

struct IngestCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t reread = 0;
  std::size_t unchanged = 0;
  std::size_t renamed = 0;
  std::size_t removed = 0;
  std::set<std::string> revised;  // findings

  // "3 added, 1 changed, 0 reread, 2 unchanged, 0 failed", then what not every run has: ", 1 removed".
  std::string Line(std::size_t failed) const;
};

class Ingestion {
 public:
  // Begins a run. Both must live as long.
  Ingestion(ClaimStore& store, const Toolkit& toolkit);

  const ClaimStore& store() const { return store_; }
  const IngestCounts& counts() const { return counts_; }

  // Marks as removed what the database has below the folders and the disk has no more. Paths that are no
  // folders say nothing of others.
  void RemoveMissing(const std::vector<std::string>& paths);
  // True where the document need not be read; then it is counted.
  bool IsUpToDate(const std::string& path, const std::string& sha256);
  void CountUnchanged(std::size_t count) { counts_.unchanged += count; }
  void Put(const std::vector<Extraction>& batch);
  // The same with what the history says of each, and what it removes between them.
  void PutHistory(const std::vector<Extraction>& batch, HistoryFeed& history);

 private:
  void PutOne(const Extraction& extraction, const VersionOrigin& origin, IngestCounts& counts);
  void PutRevised(const std::string& path, IngestCounts& counts);

  ClaimStore& store_;
  const Toolkit& toolkit_;
  std::int64_t run_;
  IngestCounts counts_;
};

}  // namespace tally
