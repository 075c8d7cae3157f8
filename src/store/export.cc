#include "store/export.h"

#include <fmt/format.h>

#include <map>
#include <span>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "store/export_rows.h"
#include "store/schema.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint point = DecodeUtf8(text, at);
    if (point.value == kReplacement && point.length == 1) return false;
    at += point.length;
  }
  return true;
}

Json TextJson(const std::string& text) {
  if (IsUtf8(text)) return text;
  std::string hex;
  for (char c : text) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return {{"bytes", hex}};
}

Json Cell(const Statement& row, int column) {
  if (row.IsNull(column)) return nullptr;
  if (row.IsInteger(column)) return row.Integer(column);
  return TextJson(row.Text(column));
}

std::string List(std::span<const std::string_view> columns, std::string_view prefix) {
  std::string list;
  for (std::string_view column : columns) list += fmt::format(", {}{}", prefix, column);
  return list;
}

class Exporter {
 public:
  Exporter(const Database& database, ExportParts parts, const std::function<void(std::string_view)>& take)
      : database_(database), all_(parts == ExportParts::kAll), take_(take) {}

  void Run() {
    Json head = {{"tally_export", kExportFormat}, {"schema", Migrations().size()}};
    if (!all_) head["parts"] = "content";
    Write(head);
    Runs();
    Documents();
    Findings();
    Decisions();
  }

 private:
  void Write(const Json& line) { take_(line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"); }

  void AddCells(const Statement& row, int first, std::span<const std::string_view> names, Json& line) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
      line[std::string(names[i])] = Cell(row, first + static_cast<int>(i));
    }
  }

  // Numbers runs as they began; those of one second as they came.
  void Runs() {
    Statement row =
        database_.Prepare("SELECT id" + List(kRunColumns, "") + " FROM runs ORDER BY started, id");
    while (row.Step()) {
      std::size_t number = runs_.size() + 1;
      runs_[row.Integer(0)] = number;
      Json line = {{"run", number}};
      AddCells(row, 1, kRunColumns, line);
      if (all_) Write(line);
    }
  }

  void AddRun(const Statement& row, int column, std::string_view name, Json& line) const {
    if (!all_) return;
    line[std::string(name)] = row.IsNull(column) ? Json() : Json(runs_.at(row.Integer(column)));
  }

  void Documents() {
    constexpr int kFirst = 9;
    Statement row = database_.Prepare(
        "SELECT d.id, d.path, d.version, s.name, d.first_run, d.read_run, d.removed_run, b.path, b.version" +
        List(kDocumentExport, "d.") +
        " FROM documents d LEFT JOIN sources s ON s.id = d.source_id LEFT JOIN documents b ON b.id = "
        "d.renamed_from ORDER BY d.path, d.version");
    while (row.Step()) {
      Json line = {{"document", Cell(row, 1)}, {"version", Cell(row, 2)}, {"source", Cell(row, 3)}};
      AddCells(row, kFirst, kDocumentExport, line);
      AddRun(row, 4, "first_run", line);
      AddRun(row, 5, "read_run", line);
      AddRun(row, 6, "removed_run", line);
      line["renamed_from"] =
          row.IsNull(7) ? Json() : Json({{"document", Cell(row, 7)}, {"version", Cell(row, 8)}});
      if (!all_) LeaveOutTimes(line);
      Write(line);
      Claims(row.Integer(0));
    }
  }

  // The time of a commit is of the content, that of a run is not.
  static void LeaveOutTimes(Json& line) {
    if (line["revision"] == "") line["seen"] = nullptr;
    line["removed"] = !line["removed"].is_null();
  }

  void Claims(std::int64_t document) {
    Statement row =
        database_.Prepare("SELECT c.claim_id, c.position, x.text, t.lines" + List(kClaimExport, "c.") +
                          " FROM claims c JOIN sentences x ON x.id = c.sentence_id JOIN traces t ON "
                          "t.id = c.trace_id WHERE c.document_id = ? ORDER BY c.position");
    row.Bind(document);
    while (row.Step()) {
      Json line = {{"claim", Cell(row, 0)}, {"position", Cell(row, 1)}};
      AddCells(row, 4, kClaimExport, line);
      line["context"] = Cell(row, 2);
      line["trace"] = Json::parse(row.Text(3), nullptr, false);
      if (line["trace"].is_discarded()) row.ThrowDamaged("a claim has a trace that is none");
      Write(line);
    }
  }

  void Findings() {
    Statement row = database_.Prepare("SELECT id, first_run, last_run" + List(kFindingExport, "") +
                                      " FROM findings ORDER BY id");
    while (row.Step()) {
      Json line = {{"finding", Cell(row, 0)}};
      AddCells(row, 3, kFindingExport, line);
      AddRun(row, 1, "first_run", line);
      AddRun(row, 2, "last_run", line);
      line["members"] = Members(row.Text(0));
      Write(line);
    }
  }

  Json Members(const std::string& finding) const {
    Statement row = database_.Prepare(
        "SELECT claim_id, path, sha256 FROM finding_members WHERE finding_id = ? ORDER BY position");
    row.Bind(finding);
    Json members = Json::array();
    while (row.Step()) {
      members.push_back({{"claim", Cell(row, 0)}, {"document", Cell(row, 1)}, {"sha256", Cell(row, 2)}});
    }
    return members;
  }

  void Decisions() {
    Statement row = database_.Prepare("SELECT decision, finding_id" + List(kDecisionExport, "") +
                                      " FROM decisions ORDER BY id");
    while (row.Step()) {
      Json line = {{"decision", Cell(row, 0)}, {"finding", Cell(row, 1)}};
      AddCells(row, 2, kDecisionExport, line);
      Write(line);
    }
  }

  const Database& database_;
  bool all_;
  const std::function<void(std::string_view)>& take_;
  std::map<std::int64_t, std::size_t> runs_;
};

}  // namespace

void ExportDatabase(const ClaimStore& store, ExportParts parts,
                    const std::function<void(std::string_view line)>& take) {
  Snapshot of_one_moment(store.database());
  Exporter(store.database(), parts, take).Run();
}

void ExportClaims(const ClaimStore& store,
                  const std::function<void(const std::vector<std::optional<std::string>>& row)>& take) {
  std::vector<std::optional<std::string>> cells;
  Statement name = store.database().Prepare("SELECT name FROM pragma_table_info('claim_view')");
  while (name.Step()) cells.emplace_back(name.Text(0));
  take(cells);
  Statement row =
      store.database().Prepare("SELECT * FROM claim_view ORDER BY doc, version, span_start, span_end, id");
  while (row.Step()) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      int column = static_cast<int>(i);
      cells[i] = row.IsNull(column) ? std::nullopt : std::optional(row.Text(column));
    }
    take(cells);
  }
}

}  // namespace tally
