// The database of claims: documents with their versions, the claims read from them, and the runs that read
// them. One store belongs to one thread; any number of threads and processes may have one each on the same
// file. Every function throws UserError where the file cannot be used (see store/database.h).
//
// A path holds one current version, or none where it is no longer there. Other content under the same path
// becomes the current version, and the replaced one keeps its claims. Content that comes back after a change
// is a new version again: that it came back is history too.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "store/claim_query.h"
#include "store/claim_writer.h"
#include "store/database.h"
#include "store/document_row.h"

namespace tally {

// What reads the documents, and when: equal content read by equal versions gives equal claims.
struct RunInfo {
  std::string tool_version;
  std::string rules_version;
  std::string started;  // "2025-05-08T09:30:00Z"; the store has no clock
};

struct RunCounts {
  std::size_t documents_added = 0;
  std::size_t documents_changed = 0;
  std::size_t documents_reread = 0;
  std::size_t documents_removed = 0;
  std::size_t documents_renamed = 0;
  std::size_t claims_stored = 0;
  bool operator==(const RunCounts&) const = default;
};

// Which content a path holds, and what has read it: equal ones have equal claims.
struct HeldDocument {
  std::string path;
  std::string sha256;
  std::string reader;  // versions of the tool and its rules
  bool operator==(const HeldDocument&) const = default;
};

class ClaimStore {
 public:
  enum class Put : std::uint8_t {
    kAdded,       // a path not seen before
    kNewVersion,  // other content than the path had
    kUnchanged,   // same content, read by the same tool and rules before: nothing was written
    kReread,      // same content, read by another tool or other rules: its claims were replaced
    kRenamed,     // a path not seen before that goes on from one that is no longer there
  };

  // Puts and removals between the constructor and Commit are stored together, or not at all: a sync of the
  // disk for many documents. Others cannot write meanwhile.
  class Batch {
   public:
    explicit Batch(ClaimStore& store);
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    ~Batch();
    // When it returns, all survive a crash.
    void Commit();

   private:
    ClaimStore& store_;
    Transaction transaction_;
  };

  // Opens the file and brings its schema up to date. Throws UserError also for a file that is not ours or too
  // new.
  static ClaimStore Open(const std::string& path, OpenMode mode);

  // Opens a run; its id goes with every document that it stores.
  std::int64_t BeginRun(const RunInfo& run);
  // What the run has stored so far. Unknown runs have stored nothing.
  RunCounts CountsOf(std::int64_t run) const;

  // Stores a document with its claims, whole or not at all; when it returns outside of a Batch, they survive
  // a crash. The claims must be of this document, and the run one of BeginRun: anything else is a
  // std::logic_error.
  Put PutDocument(const DocumentInfo& document, const std::vector<Claim>& claims, std::int64_t run,
                  const VersionOrigin& origin = {});
  // The path is no longer there, since the time in `origin`: its current version is kept as its last one.
  // False where it has none.
  bool RemoveDocument(const std::string& path, std::int64_t run, const VersionOrigin& origin = {});

  // True where the path's current version has this content.
  bool Knows(const std::string& path, const std::string& sha256) const;
  // True where PutDocument would return kUnchanged, so that the document need not be read.
  bool IsUpToDate(const std::string& path, const std::string& sha256, std::int64_t run) const;

  // Current versions, by path.
  std::vector<DocumentInfo> Documents() const;
  // Those of the paths; what the store does not hold is left out. A sketch is a kilobyte: whoever needs few
  // documents does not read all.
  std::vector<DocumentInfo> Documents(const std::set<std::string>& paths) const;
  // The versions that the claims were read from; each once, in no order that means anything.
  std::vector<DocumentInfo> DocumentsOf(const std::vector<Claim>& claims) const;
  // What the current versions are, or were on a day, by path.
  std::vector<HeldDocument> Held(const std::optional<Day>& at = {}) const;
  // Paths with a current version that begin with `folder` ("articles/"; empty: all), sorted.
  std::vector<std::string> CurrentPaths(const std::string& folder) const;
  // The last version of a path, current or removed; nullopt where it has none.
  std::optional<StoredVersion> LastVersion(const std::string& path) const;
  // All versions of a path, oldest first.
  std::vector<StoredVersion> Versions(const std::string& path) const;

  // `keep`, where given, has the last word on each claim; the limit counts those that it keeps.
  std::vector<Claim> Find(const ClaimFilter& filter,
                          const std::function<bool(const Claim&)>& keep = nullptr) const;
  // The names of all sources, sorted.
  std::vector<std::string> Sources() const;
  // A figure's line through time: the current claims of the subject (and predicate, and object, where given),
  // by the time that they hold for.
  std::vector<Claim> History(const std::string& subject, const std::optional<std::string>& predicate = {},
                             const std::optional<std::string>& object = {}) const;

  // For the other files of store/.
  const Database& database() const { return *database_; }

 private:
  explicit ClaimStore(std::unique_ptr<Database> database);
  void InsertClaims(std::int64_t document_id, const std::vector<Claim>& claims);

  std::unique_ptr<Database> database_;
  std::unique_ptr<ClaimWriter> batch_writer_;  // while there is a Batch; points into the database
};

}  // namespace tally
