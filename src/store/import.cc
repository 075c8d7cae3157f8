#include "store/import.h"

#include <fmt/format.h>

#include <span>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "store/claim_row.h"
#include "store/export.h"
#include "store/export_rows.h"
#include "store/sort_key.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

// Above all version numbers, while those of a path are given anew.
constexpr std::int64_t kAside = std::int64_t{1} << 40;

const Json& Member(const Json& line, std::string_view name) {
  auto found = line.find(name);
  if (found == line.end()) throw UserError(fmt::format("has no \"{}\"", name));
  return *found;
}

std::string BytesOf(const Json& value) {
  std::string hex = value.value("bytes", "");
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  }
  return bytes;
}

std::string TextOf(const Json& line, std::string_view name) {
  const Json& value = Member(line, name);
  if (value.is_object()) return BytesOf(value);
  if (!value.is_string()) throw UserError(fmt::format("has a \"{}\" that is no text", name));
  return value.get<std::string>();
}

std::int64_t NumberOf(const Json& line, std::string_view name) {
  const Json& value = Member(line, name);
  if (!value.is_number_integer()) throw UserError(fmt::format("has a \"{}\" that is no whole number", name));
  return value.get<std::int64_t>();
}

void BindCell(const Json& line, std::string_view name, Statement& statement) {
  const Json& value = Member(line, name);
  if (value.is_null()) {
    statement.BindNull();
  } else if (value.is_number_integer()) {
    statement.Bind(value.get<std::int64_t>());
  } else {
    statement.Bind(TextOf(line, name));
  }
}

void BindCells(const Json& line, std::span<const std::string_view> names, Statement& statement) {
  for (std::string_view name : names) BindCell(line, name, statement);
}

// "INSERT INTO table (a, b) VALUES (?, ?)".
std::string InsertSql(std::string_view table, std::string_view first,
                      std::span<const std::string_view> columns) {
  std::string names(first);
  for (std::string_view column : columns) names += fmt::format(", {}", column);
  std::string marks = "?";
  for (char c : names) marks += c == ',' ? ", ?" : "";
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, marks);
}

std::optional<std::int64_t> FirstInteger(Statement row) {
  if (!row.Step() || row.IsNull(0)) return std::nullopt;
  return row.Integer(0);
}

}  // namespace

Importer::Importer(const ClaimStore& store)
    : database_(store.database()),
      transaction_(database_),
      writer_(database_),
      insert_claim_(database_.Prepare(
          InsertSql("claims", "document_id, position, claim_id, min_key, max_key, sentence_id, trace_id",
                    kClaimExport))),
      last_own_run_(database_.QueryInteger("SELECT coalesce(max(id), 0) FROM runs")),
      was_empty_(last_own_run_ == 0) {}

void Importer::Take(std::string_view text) {
  Json line = Json::parse(text, nullptr, false);
  if (!line.is_object() || line.empty()) throw UserError("is no line of an export");
  if (!has_head_ && line.begin().key() != "tally_export") {
    throw UserError("an export begins with {\"tally_export\":1,…}");
  }
  try {
    TakeLine(line);
  } catch (const Json::exception&) {
    throw UserError("holds a value of another type than an export has there");
  } catch (const std::logic_error&) {
    // What the tables refuse: two versions of one number, a flag that is none.
    throw UserError("does not fit what is above it, or what the database holds");
  }
}

void Importer::TakeLine(const Json& line) {
  const std::string& what = line.begin().key();
  if (what != "claim") FinishDocument();
  if (what == "tally_export") return TakeHead(line);
  if (what == "run") return TakeRun(line);
  if (what == "document") return TakeDocument(line);
  if (what == "claim") return TakeClaim(line);
  if (what == "finding") return TakeFinding(line);
  if (what == "decision") return TakeDecision(line);
  throw UserError(fmt::format("'{}' is none of run, document, claim, finding, decision", what));
}

void Importer::TakeHead(const Json& line) {
  has_head_ = true;
  if (NumberOf(line, "tally_export") != kExportFormat)
    throw UserError("of another format than this program reads");
  if (line.contains("parts"))
    throw UserError("holds the content alone (db export --content), without the runs");
}

void Importer::TakeRun(const Json& line) {
  std::int64_t number = NumberOf(line, "run");
  if (!was_empty_) {
    Statement known =
        database_.Prepare("SELECT id FROM runs WHERE tool_version = ? AND rules_version = ? AND started = ?");
    known.Bind(TextOf(line, "tool_version"))
        .Bind(TextOf(line, "rules_version"))
        .Bind(TextOf(line, "started"));
    if (known.Step()) {
      runs_[number] = known.Integer(0);
      return;
    }
  }
  Statement insert = database_.Prepare(InsertSql("runs", kRunColumns[0], std::span(kRunColumns).subspan(1)));
  BindCells(line, kRunColumns, insert);
  insert.Run();
  runs_[number] = database_.LastInsertId();
}

std::int64_t Importer::RunOf(const Json& line, const char* name) const {
  auto run = runs_.find(NumberOf(line, name));
  if (run == runs_.end())
    throw UserError(fmt::format("names run {}, which is not above it", NumberOf(line, name)));
  return run->second;
}

// The path had this content at that time, or the next version has it: what two saw on different days is one
// version.
std::optional<std::int64_t> Importer::Known(const std::string& path, const Json& line) const {
  if (was_empty_) return std::nullopt;
  std::string seen = TextOf(line, "seen");
  Statement row = database_.Prepare(
      "SELECT id FROM documents WHERE sha256 = ?3 AND id IN ("
      "(SELECT id FROM documents WHERE path = ?1 AND seen <= ?2 AND (removed IS NULL OR removed > ?2) ORDER "
      "BY seen "
      "DESC, version DESC LIMIT 1), "
      "(SELECT id FROM documents WHERE path = ?1 AND seen > ?2 ORDER BY seen, version LIMIT 1))");
  row.Bind(path).Bind(seen).Bind(TextOf(line, "sha256"));
  return FirstInteger(std::move(row));
}

// What the other has seen go since then is gone here too, unless there is a later version, or a later run
// here that may have found it unchanged: of that no trace is kept.
void Importer::TakeRemoval(std::int64_t row, const std::string& path, const Json& line) {
  if (Member(line, "removed_run").is_null()) return;
  database_
      .Prepare(
          "UPDATE documents SET removed = ?1, removed_run = ?2, current = 0 WHERE id = ?3 AND removed IS "
          "NULL "
          "AND seen < ?1 AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.path = ?4 AND (d.seen, d.version) "
          "> (documents.seen, documents.version)) AND NOT EXISTS (SELECT 1 FROM runs WHERE id <= ?5 AND "
          "started > ?1)")
      .Bind(TextOf(line, "removed"))
      .Bind(RunOf(line, "removed_run"))
      .Bind(row)
      .Bind(path)
      .Bind(last_own_run_)
      .Run();
}

void Importer::TakeDocument(const Json& line) {
  std::string path = TextOf(line, "document");
  claims_follow_ = true;
  if (std::optional<std::int64_t> known = Known(path, line)) {
    TakeRemoval(*known, path, line);
    ++counts_.known;
    return;
  }
  std::int64_t version = NumberOf(line, "version");
  std::optional<std::int64_t> source;
  if (!Member(line, "source").is_null()) source = SourceId(database_, TextOf(line, "source"));
  std::optional<std::int64_t> last;
  if (!was_empty_) {
    Statement row = database_.Prepare("SELECT max(version) FROM documents WHERE path = ?");
    row.Bind(path);
    last = FirstInteger(std::move(row));
  }
  if (last) joined_paths_.insert(path);
  Statement insert = database_.Prepare(
      InsertSql("documents", "path, version, source_id, first_run, read_run, removed_run", kDocumentExport));
  insert.Bind(path).Bind(last ? kAside + *last : version).Bind(source);
  insert.Bind(RunOf(line, "first_run")).Bind(RunOf(line, "read_run"));
  bool removed = !Member(line, "removed_run").is_null();
  removed ? insert.Bind(RunOf(line, "removed_run")) : insert.BindNull();
  // A path has one current version at a time: who is current is settled when all are there.
  for (std::string_view name : kDocumentExport) {
    if (name == "current" && last) {
      insert.Bind(std::int64_t{0});
    } else {
      BindCell(line, name, insert);
    }
  }
  insert.Run();
  document_ = database_.LastInsertId();
  rows_[{path, version}] = document_;
  const Json& from = Member(line, "renamed_from");
  if (!from.is_null()) renamed_.push_back({document_, TextOf(from, "document"), NumberOf(from, "version")});
  ++counts_.documents;
}

void Importer::TakeClaim(const Json& line) {
  if (!claims_follow_) throw UserError("is a claim without a document above it");
  if (document_ == 0) return;
  Claim claim;
  claim.quote = TextOf(line, "quote");
  claim.context = TextOf(line, "context");
  const Json& trace = Member(line, "trace");
  if (!trace.is_array()) throw UserError("has a \"trace\" that is no list");
  for (const Json& step : trace) claim.trace.push_back(step.get<std::string>());
  insert_claim_.Bind(document_).Bind(NumberOf(line, "position")).Bind(TextOf(line, "claim"));
  for (const char* end : {"stated_min", "stated_max"}) {
    bool open = Member(line, end).is_null();
    open ? insert_claim_.BindNull() : insert_claim_.Bind(PlainSortKey(TextOf(line, end)));
  }
  insert_claim_.Bind(writer_.SentenceId(claim)).Bind(writer_.TraceId(claim));
  BindCells(line, kClaimExport, insert_claim_);
  insert_claim_.Run();
  ++counts_.claims;
}

// Reads what was written of the last document: whatever no tally would have written is refused.
void Importer::FinishDocument() {
  claims_follow_ = false;
  if (document_ == 0) return;
  Statement version = database_.Prepare("SELECT " + DocumentColumns() + DocumentTables() + " WHERE d.id = ?");
  Statement claim =
      database_.Prepare("SELECT " + ClaimColumns() + " FROM " + ClaimTables() + " WHERE c.document_id = ?");
  version.Bind(document_).Step();
  claim.Bind(document_);
  document_ = 0;
  try {
    ReadVersion(version);
    while (claim.Step()) ReadClaim(claim, 0);
  } catch (const UserError&) {
    throw UserError("the document above it holds what no tally has written");
  }
}

void Importer::TakeFinding(const Json& line) {
  std::string id = TextOf(line, "finding");
  std::int64_t first = RunOf(line, "first_run");
  std::int64_t last = RunOf(line, "last_run");
  Statement later = database_.Prepare(
      "SELECT 1 FROM findings f JOIN runs old ON old.id = f.last_run JOIN runs new ON new.id = ? WHERE f.id "
      "= ? AND "
      "new.started <= old.started");
  if (later.Bind(last).Bind(id).Step()) return;
  database_.Prepare("DELETE FROM finding_members WHERE finding_id = ?").Bind(id).Run();
  Statement insert = database_.Prepare(
      InsertSql("findings", "id, first_run, last_run", kFindingExport) +
      " ON CONFLICT (id) DO UPDATE SET last_run = excluded.last_run, kind = excluded.kind, verdict = "
      "excluded.verdict, severity = excluded.severity, confidence = excluded.confidence, scope = "
      "excluded.scope, "
      "headline = excluded.headline, message = excluded.message, evidence = excluded.evidence");
  insert.Bind(id).Bind(first).Bind(last);
  BindCells(line, kFindingExport, insert);
  insert.Run();
  Statement member = database_.Prepare(
      "INSERT INTO finding_members (finding_id, position, claim_id, path, sha256) VALUES (?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const Json& json : Member(line, "members")) {
    member.Bind(id).Bind(position++).Bind(TextOf(json, "claim")).Bind(TextOf(json, "document"));
    member.Bind(TextOf(json, "sha256")).Run();
  }
  ++counts_.findings;
}

void Importer::TakeDecision(const Json& line) {
  auto bind = [&](Statement& statement) {
    statement.Bind(TextOf(line, "decision")).Bind(TextOf(line, "finding"));
    BindCells(line, kDecisionExport, statement);
  };
  if (!was_empty_) {
    Statement known = database_.Prepare(
        "SELECT 1 FROM decisions WHERE decision = ? AND finding_id = ? AND reason = ? AND until IS ? AND "
        "decided_by = "
        "? AND decided_at = ? AND evidence = ?");
    bind(known);
    if (known.Step()) return;
  }
  Statement insert = database_.Prepare(InsertSql("decisions", "decision, finding_id", kDecisionExport));
  bind(insert);
  insert.Run();
  ++counts_.decisions;
}

void Importer::LinkRenamed() {
  for (const Renamed& link : renamed_) {
    auto row = rows_.find({link.path, link.version});
    if (row == rows_.end()) continue;  // its earlier version was here already, under a number of its own
    database_.Prepare("UPDATE documents SET renamed_from = ? WHERE id = ?")
        .Bind(row->second)
        .Bind(link.row)
        .Run();
  }
}

// By the time when they were seen; the last one is current, unless its path is gone.
void Importer::OrderVersions(const std::string& path) {
  Statement row =
      database_.Prepare("SELECT id, removed IS NULL FROM documents WHERE path = ? ORDER BY seen, version");
  row.Bind(path);
  std::vector<std::int64_t> ids;
  bool there = false;
  while (row.Step()) {
    ids.push_back(row.Integer(0));
    there = row.Integer(1) != 0;
  }
  database_.Prepare("UPDATE documents SET current = 0, version = version + ? WHERE path = ?")
      .Bind(2 * kAside)
      .Bind(path)
      .Run();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    database_.Prepare("UPDATE documents SET version = ?, current = ? WHERE id = ?")
        .Bind(static_cast<std::int64_t>(i + 1))
        .Bind(std::int64_t{there && i + 1 == ids.size()})
        .Bind(ids[i])
        .Run();
  }
}

// Of two databases joined: what each run has stored of what is here now.
void Importer::CountRuns() {
  database_.Execute(
      "UPDATE runs SET documents_added = (SELECT count(*) FROM documents WHERE first_run = runs.id AND "
      "version = 1 "
      "AND renamed_from IS NULL), documents_renamed = (SELECT count(*) FROM documents WHERE first_run = "
      "runs.id AND "
      "version = 1 AND renamed_from IS NOT NULL), documents_changed = (SELECT count(*) FROM documents WHERE "
      "first_run = runs.id AND version > 1), documents_removed = (SELECT count(*) FROM documents WHERE "
      "removed_run = "
      "runs.id), claims_stored = max(claims_stored, (SELECT count(*) FROM claims c JOIN documents d ON d.id "
      "= "
      "c.document_id WHERE d.read_run = runs.id))");
}

ImportCounts Importer::Finish() {
  if (!has_head_) throw UserError("is empty");
  FinishDocument();
  LinkRenamed();
  for (const std::string& path : joined_paths_) OrderVersions(path);
  if (!was_empty_) CountRuns();
  transaction_.Commit();
  return counts_;
}

}  // namespace tally
