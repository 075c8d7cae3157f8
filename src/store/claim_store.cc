#include "store/claim_store.h"

#include <fmt/format.h>

#include <stdexcept>

#include "store/claim_row.h"
#include "store/document_row.h"
#include "store/schema.h"
#include "store/schema_functions.h"

namespace tally {
namespace {

// The path's current version; id 0 where there is none.
struct Current {
  std::int64_t id = 0;
  std::int64_t version = 0;
  std::string sha256;
  bool same_reader = false;  // its claims were read by the tool and rules of the run that asks
};

Current FindCurrent(const Database& database, const std::string& path, std::int64_t run) {
  Statement row = database.Prepare(
      "SELECT d.id, d.version, d.sha256, "
      "EXISTS (SELECT 1 FROM runs r WHERE r.id = ? AND r.tool_version = was.tool_version AND r.rules_version "
      "= was.rules_version) "
      "FROM documents d JOIN runs was ON was.id = d.read_run WHERE d.path = ? AND d.current = 1");
  row.Bind(run).Bind(path);
  if (!row.Step()) return {};
  return {row.Integer(0), row.Integer(1), row.Text(2), row.Integer(3) != 0};
}

// Of the last version of a path, current or removed; nullopt where it has none.
std::optional<std::int64_t> LastVersionNumber(const Database& database, const std::string& path) {
  Statement row = database.Prepare("SELECT max(version) FROM documents WHERE path = ?");
  if (!row.Bind(path).Step() || row.IsNull(0)) return std::nullopt;
  return row.Integer(0);
}

// The removed version that a new path goes on from: the one named, or one of equal content that no other path
// goes on from; the first by path, so that it does not depend on the order of arrival. nullopt without one.
std::optional<std::int64_t> RenamedFrom(const Database& database, const DocumentInfo& document,
                                        const VersionOrigin& origin) {
  bool named = !origin.renamed_from.empty();
  Statement row = database.Prepare(
      std::string("SELECT d.id FROM documents d WHERE ") + (named ? "d.path = ?" : "d.sha256 = ?") +
      " AND d.removed IS NOT NULL AND d.version = (SELECT max(version) FROM documents v WHERE v.path = "
      "d.path) "
      "AND NOT EXISTS (SELECT 1 FROM documents n WHERE n.renamed_from = d.id) ORDER BY d.path LIMIT 1");
  if (!row.Bind(named ? origin.renamed_from : document.sha256).Step()) return std::nullopt;
  return row.Integer(0);
}

// Where a new version comes to stand.
struct Place {
  std::int64_t version = 1;
  std::optional<std::int64_t> renamed_from;
};

Place PlaceOf(const Database& database, const DocumentInfo& document, const VersionOrigin& origin) {
  if (auto last = LastVersionNumber(database, document.path)) return {*last + 1, std::nullopt};
  return {1, RenamedFrom(database, document, origin)};
}

// Makes a new version the current one; its id.
std::int64_t InsertVersion(const Database& database, const DocumentInfo& document, std::int64_t replaced,
                           const Place& place, std::int64_t run, const VersionOrigin& origin) {
  database.Prepare("UPDATE documents SET current = 0 WHERE id = ?").Bind(replaced).Run();
  Statement insert = database.Prepare(
      "INSERT INTO documents (path, version, sha256, current, title, source_id, url, published, "
      "published_estimated, numbers_seen, numbers_unread, published_time, language, origin, sketch, "
      "first_run, read_run, revision, renamed_from, seen) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, "
      "?, ?, ?, ?, coalesce(nullif(?, ''), (SELECT started FROM runs WHERE id = ?)))");
  insert.Bind(document.path).Bind(place.version).Bind(document.sha256);
  BindDocument(database, document, insert);
  insert.Bind(run).Bind(run).Bind(origin.revision).Bind(place.renamed_from);
  insert.Bind(origin.seen).Bind(run).Run();
  return database.LastInsertId();
}

// Prepares a stored version for claims that were read anew.
void ClearVersion(const Database& database, const DocumentInfo& document, std::int64_t id, std::int64_t run) {
  database.Prepare("DELETE FROM claims WHERE document_id = ?").Bind(id).Run();
  Statement update = database.Prepare(
      "UPDATE documents SET title = ?, source_id = ?, url = ?, published = ?, published_estimated = ?, "
      "numbers_seen = ?, numbers_unread = ?, published_time = ?, language = ?, origin = ?, sketch = ?, "
      "read_run = ? WHERE id = ?");
  BindDocument(database, document, update);
  update.Bind(run).Bind(id).Run();
}

void CountPut(const Database& database, std::int64_t run, ClaimStore::Put put, std::size_t claims) {
  using Put = ClaimStore::Put;
  database
      .Prepare(
          "UPDATE runs SET documents_added = documents_added + ?, documents_changed = documents_changed + ?, "
          "documents_reread = documents_reread + ?, documents_renamed = documents_renamed + ?, "
          "claims_stored = claims_stored + ? WHERE id = ?")
      .Bind(std::int64_t{put == Put::kAdded})
      .Bind(std::int64_t{put == Put::kNewVersion})
      .Bind(std::int64_t{put == Put::kReread})
      .Bind(std::int64_t{put == Put::kRenamed})
      .Bind(static_cast<std::int64_t>(claims))
      .Bind(run)
      .Run();
}

void CheckArguments(const Database& database, const DocumentInfo& document, const std::vector<Claim>& claims,
                    std::int64_t run) {
  for (const Claim& claim : claims) {
    if (claim.doc != document.path || claim.doc_sha256 != document.sha256) {
      throw std::logic_error("PutDocument: a claim of " + claim.doc + " among those of " + document.path);
    }
  }
  if (!database.Prepare("SELECT 1 FROM runs WHERE id = ?").Bind(run).Step()) {
    throw std::logic_error("PutDocument: no run " + std::to_string(run));
  }
}

}  // namespace

ClaimStore::ClaimStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

ClaimStore::Batch::Batch(ClaimStore& store) : store_(store), transaction_(*store.database_) {
  store_.batch_writer_ = std::make_unique<ClaimWriter>(*store.database_);
}

ClaimStore::Batch::~Batch() { store_.batch_writer_.reset(); }

void ClaimStore::Batch::Commit() { transaction_.Commit(); }

ClaimStore ClaimStore::Open(const std::string& path, OpenMode mode) {
  auto database = std::make_unique<Database>(path, mode);
  PrepareSchema(*database, Migrations());
  DefineSchemaFunctions(*database);
  return ClaimStore(std::move(database));
}

std::int64_t ClaimStore::BeginRun(const RunInfo& run) {
  database_->Prepare("INSERT INTO runs (tool_version, rules_version, started) VALUES (?, ?, ?)")
      .Bind(run.tool_version)
      .Bind(run.rules_version)
      .Bind(run.started)
      .Run();
  return database_->LastInsertId();
}

RunCounts ClaimStore::CountsOf(std::int64_t run) const {
  Statement row = database_->Prepare(
      "SELECT documents_added, documents_changed, documents_reread, documents_removed, documents_renamed, "
      "claims_stored FROM runs WHERE id = ?");
  if (!row.Bind(run).Step()) return {};
  auto count = [&row](int column) { return static_cast<std::size_t>(row.Integer(column)); };
  return {count(0), count(1), count(2), count(3), count(4), count(5)};
}

void ClaimStore::InsertClaims(std::int64_t document_id, const std::vector<Claim>& claims) {
  if (batch_writer_) return batch_writer_->Insert(document_id, claims);
  ClaimWriter(*database_).Insert(document_id, claims);
}

ClaimStore::Put ClaimStore::PutDocument(const DocumentInfo& document, const std::vector<Claim>& claims,
                                        std::int64_t run, const VersionOrigin& origin) {
  CheckArguments(*database_, document, claims, run);
  std::optional<Transaction> transaction;
  if (!database_->InTransaction()) transaction.emplace(*database_);
  Current current = FindCurrent(*database_, document.path, run);
  bool same_content = current.id != 0 && current.sha256 == document.sha256;
  if (same_content && current.same_reader) return Put::kUnchanged;
  Put put = Put::kReread;
  if (same_content) {
    ClearVersion(*database_, document, current.id, run);
  } else {
    Place place = PlaceOf(*database_, document, origin);
    put = place.renamed_from ? Put::kRenamed : place.version == 1 ? Put::kAdded : Put::kNewVersion;
    current.id = InsertVersion(*database_, document, current.id, place, run, origin);
  }
  InsertClaims(current.id, claims);
  CountPut(*database_, run, put, claims.size());
  if (transaction) transaction->Commit();
  return put;
}

bool ClaimStore::RemoveDocument(const std::string& path, std::int64_t run, const VersionOrigin& origin) {
  std::optional<Transaction> transaction;
  if (!database_->InTransaction()) transaction.emplace(*database_);
  database_
      ->Prepare(
          "UPDATE documents SET current = 0, removed_run = ?, removed = coalesce(nullif(?, ''), "
          "(SELECT started FROM runs WHERE id = ?)) WHERE path = ? AND current = 1")
      .Bind(run)
      .Bind(origin.seen)
      .Bind(run)
      .Bind(path)
      .Run();
  if (database_->ChangedRows() == 0) return false;
  database_->Prepare("UPDATE runs SET documents_removed = documents_removed + 1 WHERE id = ?")
      .Bind(run)
      .Run();
  if (transaction) transaction->Commit();
  return true;
}

bool ClaimStore::Knows(const std::string& path, const std::string& sha256) const {
  return database_->Prepare("SELECT 1 FROM documents WHERE path = ? AND sha256 = ? AND current = 1")
      .Bind(path)
      .Bind(sha256)
      .Step();
}

bool ClaimStore::IsUpToDate(const std::string& path, const std::string& sha256, std::int64_t run) const {
  Current current = FindCurrent(*database_, path, run);
  return current.id != 0 && current.sha256 == sha256 && current.same_reader;
}

std::vector<DocumentInfo> ClaimStore::Documents() const {
  Statement row = database_->Prepare("SELECT " + DocumentColumns() + DocumentTables() +
                                     " WHERE d.current = 1 ORDER BY d.path");
  std::vector<DocumentInfo> documents;
  while (row.Step()) documents.push_back(ReadVersion(row).document);
  return documents;
}

std::vector<DocumentInfo> ClaimStore::Documents(const std::set<std::string>& paths) const {
  Statement row = database_->Prepare("SELECT " + DocumentColumns() + DocumentTables() +
                                     " WHERE d.path = ? AND d.current = 1");
  std::vector<DocumentInfo> documents;
  for (const std::string& path : paths) {
    if (row.Bind(path).Step()) documents.push_back(ReadVersion(row).document);
    row.Reset();
  }
  return documents;
}

std::vector<DocumentInfo> ClaimStore::DocumentsOf(const std::vector<Claim>& claims) const {
  std::set<std::pair<std::string_view, std::string_view>> wanted;
  for (const Claim& claim : claims) wanted.emplace(claim.doc, claim.doc_sha256);
  // A content that came back is two versions of one text.
  Statement row = database_->Prepare("SELECT " + DocumentColumns() + DocumentTables() +
                                     " WHERE d.path = ? AND d.sha256 = ? ORDER BY d.version DESC LIMIT 1");
  std::vector<DocumentInfo> documents;
  for (const auto& [path, sha256] : wanted) {
    if (row.Bind(path).Bind(sha256).Step()) documents.push_back(ReadVersion(row).document);
    row.Reset();
  }
  return documents;
}

std::vector<HeldDocument> ClaimStore::Held(const std::optional<Day>& at) const {
  std::string sql =
      "SELECT d.path, d.sha256, r.tool_version || ' ' || r.rules_version FROM documents d "
      "JOIN runs r ON r.id = d.read_run WHERE ";
  std::string day = at ? FormatDay(*at) : "";
  sql += at ? std::string(CurrentOnDay()) + " AND coalesce(d.published, substr(d.seen, 1, 10)) <= ?"
            : "d.current = 1";
  Statement row = database_->Prepare(sql + " ORDER BY d.path");
  if (at) row.Bind(day).Bind(day).Bind(day);
  std::vector<HeldDocument> documents;
  while (row.Step()) documents.push_back({row.Text(0), row.Text(1), row.Text(2)});
  return documents;
}

std::optional<StoredVersion> ClaimStore::LastVersion(const std::string& path) const {
  Statement row = database_->Prepare("SELECT " + DocumentColumns() + DocumentTables() +
                                     " WHERE d.path = ? ORDER BY d.version DESC LIMIT 1");
  if (!row.Bind(path).Step()) return std::nullopt;
  return ReadVersion(row);
}

std::vector<std::string> ClaimStore::CurrentPaths(const std::string& folder) const {
  Statement row = database_->Prepare(
      "SELECT path FROM documents WHERE current = 1 AND path >= ? AND (? = '' OR path < ?) ORDER BY path");
  std::string behind = folder;
  if (!behind.empty()) ++behind.back();  // "articles0" is the first that does not begin with "articles/"
  row.Bind(folder).Bind(folder).Bind(behind);
  std::vector<std::string> paths;
  while (row.Step()) paths.push_back(row.Text(0));
  return paths;
}

std::vector<StoredVersion> ClaimStore::Versions(const std::string& path) const {
  Statement row = database_->Prepare("SELECT " + DocumentColumns() + DocumentTables() +
                                     " WHERE d.path = ? ORDER BY d.version");
  row.Bind(path);
  std::vector<StoredVersion> versions;
  while (row.Step()) versions.push_back(ReadVersion(row));
  return versions;
}

std::vector<Claim> ClaimStore::Find(const ClaimFilter& filter,
                                    const std::function<bool(const Claim&)>& keep) const {
  ClaimFilter unlimited = filter;
  if (keep) unlimited.limit = 0;
  ClaimQuery query = BuildQuery(unlimited);
  Statement row = database_->Prepare(query.sql);
  for (const auto& parameter : query.parameters) row.Bind(parameter);
  std::vector<Claim> claims;
  while ((filter.limit == 0 || claims.size() < filter.limit) && row.Step()) {
    Claim claim = ReadClaim(row, 2);
    claim.doc = row.Text(0);
    claim.doc_sha256 = row.Text(1);
    if (!keep || keep(claim)) claims.push_back(std::move(claim));
  }
  return claims;
}

std::vector<std::string> ClaimStore::Sources() const {
  Statement row = database_->Prepare("SELECT name FROM sources ORDER BY name");
  std::vector<std::string> names;
  while (row.Step()) names.push_back(row.Text(0));
  return names;
}

std::vector<Claim> ClaimStore::History(const std::string& subject,
                                       const std::optional<std::string>& predicate,
                                       const std::optional<std::string>& object) const {
  ClaimFilter filter;
  filter.subject = subject;
  filter.predicate = predicate;
  filter.object = object;
  filter.order = ClaimFilter::Order::kHeld;
  return Find(filter);
}

}  // namespace tally
