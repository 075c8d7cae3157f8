// tally db export, import, merge.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/db_actions.h"
#include "input/read_input.h"
#include "report/csv.h"
#include "report/overview.h"
#include "store/export.h"
#include "store/import.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// A large export is written as it is read, and is there under its name when it is whole.
class ExportFile {
 public:
  ExportFile(const Invocation& invocation, std::string path)
      : console_(invocation.console), path_(std::move(path)) {
    if (path_.empty()) return;
    file_.emplace(Unfinished(), std::ios::binary | std::ios::trunc);
    if (!*file_) throw UserError(fmt::format("{}: cannot write", path_));
  }
  ~ExportFile() {
    std::error_code ignored;
    if (file_) fs::remove(Unfinished(), ignored);
  }
  void Write(std::string_view text) {
    (file_ ? static_cast<std::ostream&>(*file_) : console_.out) << text;
    if (++lines_ % kCheckLines == 0) Check();
  }
  void Finish() {
    if (file_) file_->flush();
    Check();
    if (!file_) return;
    file_->close();
    std::error_code error;
    fs::rename(Unfinished(), path_, error);
    if (error) throw UserError(fmt::format("{}: cannot write: {}", path_, error.message()));
    file_.reset();
  }

 private:
  static constexpr std::size_t kCheckLines = 1 << 14;
  std::string Unfinished() const { return path_ + ".part"; }
  void Check() {
    if (!file_) return console_.CheckOutput();
    if (!*file_) throw UserError(fmt::format("{}: cannot write; the disk may be full", path_));
  }

  const Console& console_;
  std::string path_;
  std::optional<std::ofstream> file_;
  std::size_t lines_ = 0;
};

void Report(const Invocation& invocation, const ImportCounts& counts) {
  if (invocation.global.quiet) return;
  std::string known =
      counts.known > 0 ? fmt::format("; {} there already", Count(counts.known, "version")) : "";
  invocation.console.out << fmt::format("{}, {}, {}, {} added{}\n", Count(counts.documents, "version"),
                                        Count(counts.claims, "claim"), Count(counts.findings, "finding"),
                                        Count(counts.decisions, "decision"), known);
}

}  // namespace

int ExportDb(const Invocation& invocation, const std::vector<std::string>&) {
  std::string format = Choice("--format", invocation.Text("format", "jsonl"), {"jsonl", "csv"});
  if (format == "csv" && invocation.Has("content")) throw UserError("db export: --content goes with jsonl");
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  ExportFile file(invocation, invocation.Text("output"));
  if (format == "jsonl") {
    ExportParts parts = invocation.Has("content") ? ExportParts::kContent : ExportParts::kAll;
    ExportDatabase(store, parts, [&](std::string_view line) { file.Write(line); });
  } else {
    ExportClaims(store, [&](const std::vector<std::optional<std::string>>& row) {
      std::vector<std::string> cells;
      for (const std::optional<std::string>& cell : row) cells.push_back(cell.value_or(""));
      file.Write(CsvLine(cells));
    });
  }
  file.Finish();
  return kExitClean;
}

int ImportDb(const Invocation& invocation, const std::vector<std::string>& operands) {
  InputOptions options;
  options.standard_input = &invocation.console.in;
  std::vector<std::string> problems;
  auto input = OpenedInput::Open(operands.front(), options, problems);
  if (input == nullptr) throw UserError(problems.front());
  std::istream lines(&input->bytes());
  std::string line;
  std::size_t number = 0;
  auto next = [&] { return static_cast<bool>(std::getline(lines, line)); };
  bool any = next();
  // Before the database is made.
  if (!any || line.find("\"tally_export\"") == std::string::npos) {
    throw UserError(
        fmt::format("{}: not an export of tally; make one with tally db export", operands.front()));
  }
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kCreate);
  Importer importer(store);
  try {
    for (; any; any = next()) {
      ++number;
      importer.Take(line);
    }
    if (!input->Error().empty()) throw UserError(input->Error());
    Report(invocation, importer.Finish());
  } catch (const UserError& error) {
    throw UserError(fmt::format("{}:{}: {}; nothing was imported", operands.front(), number, error.what()));
  }
  return kExitClean;
}

int MergeDb(const Invocation& invocation, const std::vector<std::string>& operands) {
  ClaimStore other = ClaimStore::Open(operands.front(), OpenMode::kReadOnly);
  std::error_code ignored;
  if (fs::equivalent(operands.front(), invocation.global.database, ignored)) {
    throw UserError(fmt::format("db merge: {} is the database itself", operands.front()));
  }
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadWrite);
  Importer importer(store);
  try {
    ExportDatabase(other, ExportParts::kAll,
                   [&](std::string_view line) { importer.Take(line.substr(0, line.size() - 1)); });
    Report(invocation, importer.Finish());
  } catch (const UserError& error) {
    throw UserError(fmt::format("{}: {}; nothing was merged", operands.front(), error.what()));
  }
  return kExitClean;
}

}  // namespace tally
