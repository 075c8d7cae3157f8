#include "store/claim_store.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <stdexcept>

#include "store/claim_row.h"
#include "store/schema.h"
#include "store/schema_functions.h"
#include "store/search_text.h"

namespace tally {
namespace {

constexpr std::string_view kDocumentColumns =
    "d.path, d.sha256, d.title, s.name, d.url, d.published, d.published_estimated, d.numbers_seen, "
    "d.numbers_unread, "
    "d.published_time, d.language, d.origin, d.sketch, "
    "d.version, d.current, d.seen";
constexpr std::string_view kDocumentTables = " FROM documents d LEFT JOIN sources s ON s.id = d.source_id";

std::int64_t Integer(std::size_t value) { return static_cast<std::int64_t>(value); }

std::optional<std::string> DayText(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return FormatDay(*day);
}

constexpr std::size_t kHashDigits = 16;

std::string SketchText(const std::vector<std::uint64_t>& sketch) {
  std::string text;
  for (std::uint64_t hash : sketch) fmt::format_to(std::back_inserter(text), "{:016x}", hash);
  return text;
}

std::vector<std::uint64_t> ReadSketch(const Statement& row, int column) {
  std::string text = row.Text(column);
  std::vector<std::uint64_t> sketch(text.size() / kHashDigits);
  bool sound = text.size() % kHashDigits == 0;
  for (std::size_t i = 0; i < sketch.size() && sound; ++i) {
    const char* start = text.data() + i * kHashDigits;
    sound = std::from_chars(start, start + kHashDigits, sketch[i], 16).ptr == start + kHashDigits &&
            (i == 0 || sketch[i - 1] < sketch[i]);
  }
  if (!sound) row.ThrowDamaged("a document has a sketch that is none");
  return sketch;
}

// From a row of kDocumentColumns.
StoredVersion ReadVersion(const Statement& row) {
  StoredVersion version;
  DocumentInfo& document = version.document;
  document.path = row.Text(0);
  document.sha256 = row.Text(1);
  document.title = row.Text(2);
  document.source = row.Text(3);
  document.url = row.Text(4);
  if (!row.IsNull(5)) {
    document.published = ParseIsoDay(row.Text(5));
    if (!document.published) row.ThrowDamaged("a document was published on '" + row.Text(5) + "'");
  }
  document.published_estimated = row.Integer(6) != 0;
  document.numbers_seen = static_cast<std::size_t>(row.Integer(7));
  document.numbers_unread = static_cast<std::size_t>(row.Integer(8));
  document.published_time = row.Text(9);
  document.language = row.Text(10);
  document.origin = row.Text(11);
  document.sketch = ReadSketch(row, 12);
  version.version = static_cast<std::size_t>(row.Integer(13));
  version.current = row.Integer(14) != 0;
  version.seen = row.Text(15);
  return version;
}

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

// The id of the source, made where it is new; nullopt for an empty name.
std::optional<std::int64_t> SourceId(const Database& database, const std::string& name) {
  if (name.empty()) return std::nullopt;
  database.Prepare("INSERT INTO sources (name) VALUES (?) ON CONFLICT DO NOTHING").Bind(name).Run();
  Statement row = database.Prepare("SELECT id FROM sources WHERE name = ?");
  row.Bind(name).Step();
  return row.Integer(0);
}

// Binds title .. sketch.
void BindMetadata(const Database& database, const DocumentInfo& document, Statement& statement) {
  statement.Bind(document.title).Bind(SourceId(database, document.source)).Bind(document.url);
  statement.Bind(DayText(document.published)).Bind(std::int64_t{document.published_estimated});
  statement.Bind(Integer(document.numbers_seen)).Bind(Integer(document.numbers_unread));
  statement.Bind(document.published_time).Bind(document.language).Bind(document.origin);
  statement.Bind(SketchText(document.sketch));
}

// Makes a new version the current one; its id.
std::int64_t InsertVersion(const Database& database, const DocumentInfo& document, const Current& replaced,
                           std::int64_t run) {
  database.Prepare("UPDATE documents SET current = 0 WHERE id = ?").Bind(replaced.id).Run();
  Statement insert = database.Prepare(
      "INSERT INTO documents (path, version, sha256, current, title, source_id, url, published, "
      "published_estimated, numbers_seen, numbers_unread, published_time, language, origin, sketch, "
      "first_run, read_run, seen) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "(SELECT started FROM runs WHERE id = ?))");
  insert.Bind(document.path).Bind(replaced.version + 1).Bind(document.sha256);
  BindMetadata(database, document, insert);
  insert.Bind(run).Bind(run).Bind(run).Run();
  return database.LastInsertId();
}

// Prepares a stored version for claims that were read anew.
void ClearVersion(const Database& database, const DocumentInfo& document, std::int64_t id, std::int64_t run) {
  database.Prepare("DELETE FROM claims WHERE document_id = ?").Bind(id).Run();
  Statement update = database.Prepare(
      "UPDATE documents SET title = ?, source_id = ?, url = ?, published = ?, published_estimated = ?, "
      "numbers_seen = ?, numbers_unread = ?, published_time = ?, language = ?, origin = ?, sketch = ?, "
      "read_run = ? WHERE id = ?");
  BindMetadata(database, document, update);
  update.Bind(run).Bind(id).Run();
}

// The row of a text that is kept once; made where it is new.
std::int64_t SentenceId(const Database& database, const Claim& claim) {
  std::string beside = BesideContext(claim);
  std::string searched = claim.context + "\n" + beside;
  std::int64_t hash = TextHash(searched);
  Statement known = database.Prepare("SELECT id FROM sentences WHERE hash = ? AND text = ? AND beside = ?");
  if (known.Bind(hash).Bind(claim.context).Bind(beside).Step()) return known.Integer(0);
  database.Prepare("INSERT INTO sentences (hash, text, beside) VALUES (?, ?, ?)")
      .Bind(hash)
      .Bind(claim.context)
      .Bind(beside)
      .Run();
  std::int64_t id = database.LastInsertId();
  database.Prepare("INSERT INTO sentence_search (rowid, grams) VALUES (?, ?)")
      .Bind(id)
      .Bind(SearchGrams(searched))
      .Run();
  return id;
}

std::int64_t TraceId(const Database& database, const Claim& claim) {
  std::string lines = TraceLines(claim);
  Statement known = database.Prepare("SELECT id FROM traces WHERE lines = ?");
  if (known.Bind(lines).Step()) return known.Integer(0);
  database.Prepare("INSERT INTO traces (lines) VALUES (?)").Bind(lines).Run();
  return database.LastInsertId();
}

void InsertClaims(const Database& database, std::int64_t document_id, const std::vector<Claim>& claims) {
  Statement insert = database.Prepare(InsertClaimSql());
  for (std::size_t position = 0; position < claims.size(); ++position) {
    std::int64_t sentence = SentenceId(database, claims[position]);
    std::int64_t trace = TraceId(database, claims[position]);
    insert.Bind(document_id).Bind(Integer(position));
    BindClaim(claims[position], sentence, trace, insert);
    insert.Run();
  }
}

void CountPut(const Database& database, std::int64_t run, ClaimStore::Put put, std::size_t claims) {
  using Put = ClaimStore::Put;
  database
      .Prepare(
          "UPDATE runs SET documents_added = documents_added + ?, documents_changed = documents_changed + ?, "
          "documents_reread = documents_reread + ?, claims_stored = claims_stored + ? WHERE id = ?")
      .Bind(std::int64_t{put == Put::kAdded})
      .Bind(std::int64_t{put == Put::kNewVersion})
      .Bind(std::int64_t{put == Put::kReread})
      .Bind(Integer(claims))
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
      "SELECT documents_added, documents_changed, documents_reread, claims_stored FROM runs WHERE id = ?");
  if (!row.Bind(run).Step()) return {};
  auto count = [&row](int column) { return static_cast<std::size_t>(row.Integer(column)); };
  return {count(0), count(1), count(2), count(3)};
}

ClaimStore::Put ClaimStore::PutDocument(const DocumentInfo& document, const std::vector<Claim>& claims,
                                        std::int64_t run) {
  CheckArguments(*database_, document, claims, run);
  Transaction transaction(*database_);
  Current current = FindCurrent(*database_, document.path, run);
  bool same_content = current.id != 0 && current.sha256 == document.sha256;
  if (same_content && current.same_reader) return Put::kUnchanged;
  Put put = same_content ? Put::kReread : current.id == 0 ? Put::kAdded : Put::kNewVersion;
  if (same_content) {
    ClearVersion(*database_, document, current.id, run);
  } else {
    current.id = InsertVersion(*database_, document, current, run);
  }
  InsertClaims(*database_, current.id, claims);
  CountPut(*database_, run, put, claims.size());
  transaction.Commit();
  return put;
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
  Statement row = database_->Prepare("SELECT " + std::string(kDocumentColumns) +
                                     std::string(kDocumentTables) + " WHERE d.current = 1 ORDER BY d.path");
  std::vector<DocumentInfo> documents;
  while (row.Step()) documents.push_back(ReadVersion(row).document);
  return documents;
}

std::vector<DocumentInfo> ClaimStore::Documents(const std::set<std::string>& paths) const {
  Statement row = database_->Prepare("SELECT " + std::string(kDocumentColumns) +
                                     std::string(kDocumentTables) + " WHERE d.path = ? AND d.current = 1");
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
  Statement row =
      database_->Prepare("SELECT " + std::string(kDocumentColumns) + std::string(kDocumentTables) +
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

std::vector<StoredVersion> ClaimStore::Versions(const std::string& path) const {
  Statement row = database_->Prepare("SELECT " + std::string(kDocumentColumns) +
                                     std::string(kDocumentTables) + " WHERE d.path = ? ORDER BY d.version");
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
