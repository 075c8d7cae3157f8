// A version of a document as a row of the table `documents`, with the name of its source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "claims/claim.h"
#include "store/database.h"

namespace tally {

// How a version came to us, where that is more than that a run read it.
struct VersionOrigin {
  std::string seen;          // the time of its commit; empty: the start of the run
  std::string revision;      // the commit; empty where there is none
  std::string renamed_from;  // the path that it goes on from; empty: told by equal content
};

struct StoredVersion {
  DocumentInfo document;
  std::size_t version = 1;  // from 1, in the order of arrival
  bool current = false;
  std::string seen;  // "2025-05-08T09:30:00Z": start of the run that first stored it, or time of its commit
  std::string revision;  // the commit that brought it; empty where there is none
  // Since when its path is no longer there; empty for all but the last version of such a path.
  std::string removed;
  std::string renamed_from;  // the path that it goes on from; empty where there is none
};

// The columns of a version, and the tables that they are read from: documents d and others.
std::string DocumentColumns();
std::string DocumentTables();

// Reads the columns, which begin the row. Throws UserError where it holds what no tally has written.
StoredVersion ReadVersion(const Statement& row);

// The row of a source, made where it is new; nullopt for an empty name.
std::optional<std::int64_t> SourceId(const Database& database, const std::string& name);

// Binds title, source_id, url, published, published_estimated, numbers_seen, numbers_unread, published_time,
// language, origin, sketch. A source that is new gets a row.
void BindDocument(const Database& database, const DocumentInfo& document, Statement& statement);

}  // namespace tally
