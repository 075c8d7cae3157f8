// tally report: the discrepancy report, of articles or of the database.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/decided_findings.h"
#include "cli/fail_level.h"
#include "cli/intake.h"
#include "cli/language_option.h"
#include "cli/output_file.h"
#include "cli/portable_names.h"
#include "cli/stored_claims.h"
#include "cli/stored_findings.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "report/overview.h"

namespace tally {
namespace {

namespace po = boost::program_options;

struct ReportOptions {
  ReadingOptions reading;
  std::vector<std::string> formats;
  std::string output;  // a folder, or "-"
  std::optional<Severity> fail_level;
  bool all_decisions = false;
};

void AddOptions(po::options_description& options) {
  AddOption(options, "format", "LIST", "html, md, json, with commas between (default: html,md,json)");
  AddOption(options, "output,o", "DIR",
            "where discrepancies.html, .md and .json go; - for standard output, with one format (default: "
            "reports)");
  AddOption(options, "fail-level", "LEVEL",
            "exit with 1 where a conflict is at or above low, medium or high; none: never (default: none)");
  AddFlag(options, "all-decisions", "of the database: also the findings that are decided (tally decide)");
  AddLanguageOption(options);
  AddReadingOptions(options);
}

ReportOptions OptionsOf(const Invocation& invocation) {
  ReportOptions options;
  options.reading = ReadingOptionsOf(invocation);
  options.formats = Choices("--format", invocation.Text("format", "html,md,json"), {"html", "md", "json"});
  options.output = invocation.Text("output", "reports");
  options.fail_level = FailLevelOf(invocation, "none");
  options.all_decisions = invocation.Has("all-decisions");
  if (options.output == "-" && options.formats.size() != 1) {
    throw UserError("-o -: standard output takes one format; choose it with --format");
  }
  if (options.output.empty()) throw UserError("-o: the name of the folder is empty");
  return options;
}

std::string Render(const ReportInput& report, const std::string& format) {
  if (format == "html") return HtmlReport(report);
  return format == "md" ? MarkdownReport(report) : JsonReport(report);
}

void Write(const ReportInput& report, const ReportOptions& options, const Invocation& invocation) {
  if (options.output == "-") {
    invocation.console.out << Render(report, options.formats.front());
    return;
  }
  std::vector<std::string> written;
  for (const std::string& format : options.formats) {
    std::string folder = options.output.ends_with('/') ? options.output : options.output + "/";
    written.push_back(fmt::format("{}discrepancies.{}", folder, format));
    WriteFileAtomically(written.back(), Render(report, format));
  }
  if (invocation.global.quiet) return;
  invocation.console.err << fmt::format("{}; written to {}\n", Overview(report).Title(),
                                        fmt::join(written, ", "));
}

// `changes`: where the documents come from the database, the versions of them that followed each other.
std::vector<Extraction> Collect(const Invocation& invocation, const ReportOptions& options, Intake& intake,
                                std::vector<TextChange>& changes) {
  if (!invocation.operands.empty()) {
    InputSource source(invocation.operands, options.reading);
    return intake.All(source);
  }
  ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly);
  auto stored = LoadAll(store);
  changes = LoadTextChanges(store);
  for (const Extraction& extraction : stored) intake.proof().AddStored(extraction);
  return stored;
}

// The names that the database knows the documents by.
using StoredPaths = std::map<std::string, std::string>;

// By the names that the report gives them.
StoredPaths StoredPathsOf(const std::map<std::string, std::string>& given_names) {
  StoredPaths paths;
  for (const auto& [stored, given] : given_names) paths[given] = stored;
  return paths;
}

// Keeps what was found, so that it can be decided. The report does not depend on it.
void Record(const std::vector<Finding>& findings, const StoredPaths& paths, const Toolkit& toolkit,
            const Invocation& invocation) {
  try {
    ClaimStore store = ClaimStore::Open(invocation.global.database, OpenMode::kReadWrite);
    std::int64_t run = store.BeginRun({std::string(ToolVersion()), toolkit.rules.version, UtcNow()});
    std::vector<StoredFinding> stored;
    for (const Finding& finding : findings) {
      stored.push_back(ToStored(finding));
      for (FindingMember& member : stored.back().members) {
        if (auto path = paths.find(member.path); path != paths.end()) member.path = path->second;
      }
    }
    PutFindings(store, stored, run);
  } catch (const UserError& error) {
    invocation.console.Warning(fmt::format("the findings are not recorded: {}", error.what()));
  }
}

void UseDecisions(const Invocation& invocation, ReportInput& report) {
  DecisionBook book;
  book.Add(ClaimStore::Open(invocation.global.database, OpenMode::kReadOnly));
  report.decided = book.TakeOut(report.findings, Today());
  if (report.decided.all() > 0 && !invocation.global.quiet)
    invocation.console.err << DecidedText(report.decided) << "\n";
}

void Rename(std::vector<TextChange>& changes, const std::map<std::string, std::string>& names) {
  auto rename = [&](DocumentInfo& document, std::vector<Claim>& claims) {
    auto name = names.find(document.path);
    if (name == names.end()) return;
    document.path = name->second;
    for (Claim& claim : claims) claim.doc = name->second;
  };
  for (TextChange& change : changes) {
    rename(change.before, change.old_claims);
    rename(change.after, change.new_claims);
  }
}

int Run(const Invocation& invocation) {
  ReportOptions options = OptionsOf(invocation);
  auto toolkit = LoadToolkit(invocation.global.rules);
  Intake intake(invocation, *toolkit, {.identifiers = false});
  std::vector<TextChange> changes;
  std::vector<Extraction> extractions = Collect(invocation, options, intake, changes);
  // A report of nothing must not replace one of something.
  if (extractions.empty() && intake.failures() > 0) return kExitFailed;
  std::map<std::string, std::string> names = UsePortableNames(extractions);
  Rename(changes, names);
  ReportInput report = MakeReport(extractions, *toolkit, LanguageOf(invocation));
  AddRevised(changes, *toolkit, LanguageOf(invocation), report);
  bool of_database = invocation.operands.empty();
  if (of_database) Record(report.findings, StoredPathsOf(names), *toolkit, invocation);
  if (of_database && !options.all_decisions) UseDecisions(invocation, report);
  Write(report, options, invocation);
  intake.PrintProof(report.claims_compared);
  if (intake.failures() > 0) return kExitFailed;
  return ReachesFailLevel(report.findings, options.fail_level) ? kExitFindings : kExitClean;
}

}  // namespace

Command ReportCommand() {
  return {
      "report",
      "the discrepancy report, of articles or of the database",
      "[PATH...]",
      "Compares all claims with each other and writes what disagrees, what is newer and what agrees.\n"
      "With paths it reads those articles and needs no database; without, it takes the current versions\n"
      "in the database (--db), records there what it finds, and leaves out what was decided (tally decide),\n"
      "with a word on how many. Equal inputs give equal bytes: no time and no absolute path is written.\n",
      "  tally report articles/ -o reports\n"
      "  tally report --format json -o - a.md b.md | jq .findings\n"
      "  tally --db news.db report --fail-level high\n",
      "  0  the report is written\n"
      "  1  a conflict is at or above --fail-level\n"
      "  2  an input could not be read (the report holds the others), or the report could not be written\n",
      AddOptions,
      Run};
}

}  // namespace tally
