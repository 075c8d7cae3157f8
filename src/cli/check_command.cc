// tally check: the findings that concern the files under check; made for CI.
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/check_formats.h"
#include "cli/decided_findings.h"
#include "cli/fail_level.h"
#include "cli/intake.h"
#include "cli/language_option.h"
#include "cli/stored_claims.h"

namespace tally {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

struct CheckOptions {
  ReadingOptions reading;
  std::vector<std::string> against_paths;
  std::vector<std::string> against_databases;
  std::vector<CheckFormat> formats;
  std::optional<Severity> fail_level;
  bool all = false;
  bool all_decisions = false;
};

void AddOptions(po::options_description& options) {
  AddListOption(options, "against", "PATH|DB",
                "articles, folders or a database to compare with; may be given several times (default: the "
                "files among themselves)");
  AddOption(
      options, "format", "LIST",
      "text, json, sarif, github, gitlab, junit, rdjson, markdown, with commas between; NAME=FILE writes "
      "to a file: text,sarif=tally.sarif (default: text)");
  AddOption(options, "fail-level", "LEVEL",
            "exit with 1 where a conflict is at or above low, medium or high; none: never (default: medium)");
  AddFlag(options, "all", "also what is newer or agrees, not only conflicts");
  AddFlag(options, "all-decisions", "also the findings that are decided in a database of --against");
  AddLanguageOption(options);
  AddReadingOptions(options);
}

CheckOptions OptionsOf(const Invocation& invocation) {
  CheckOptions options;
  options.reading = ReadingOptionsOf(invocation);
  options.formats = CheckFormatsOf(invocation);
  options.fail_level = FailLevelOf(invocation, "medium");
  options.all = invocation.Has("all");
  options.all_decisions = invocation.Has("all-decisions");
  if (!invocation.Has("against")) return options;
  for (const std::string& path : invocation.values["against"].as<std::vector<std::string>>()) {
    (IsDatabase(path) ? options.against_databases : options.against_paths).push_back(path);
  }
  return options;
}

// The same for every name of a file.
std::string Identity(const std::string& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(path, error);
  return error ? path : real.string();
}

// The articles of --against that are not under check themselves.
std::vector<Extraction> ReadOthers(const CheckOptions& options, const std::set<std::string>& checked,
                                   Intake& intake) {
  if (options.against_paths.empty()) return {};
  InputSource source(options.against_paths, options.reading);
  source.Drop([&](const std::string& path) { return checked.contains(Identity(path)); });
  return intake.All(source);
}

// Claims of databases; what is stored of a file under check is an older state of it, or the same once more.
void AddStored(const CheckOptions& options, const Toolkit& toolkit, const std::set<std::string>& checked,
               std::vector<Extraction>& extractions, Intake& intake) {
  std::set<std::string> contents;
  for (const Extraction& extraction : extractions) contents.insert(extraction.info.sha256);
  std::vector<Extraction> read = extractions;
  for (const std::string& path : options.against_databases) {
    for (Extraction& stored :
         LoadComparable(ClaimStore::Open(path, OpenMode::kReadOnly), read, toolkit.rules)) {
      if (checked.contains(Identity(stored.info.path)) || !contents.insert(stored.info.sha256).second)
        continue;
      intake.proof().AddStored(stored);
      extractions.push_back(std::move(stored));
    }
  }
}

std::vector<Finding> FindingsOf(const ReportInput& report, const std::vector<std::string>& focus, bool all) {
  std::vector<Finding> findings;
  std::ranges::copy_if(report.findings, std::back_inserter(findings), [&](const Finding& finding) {
    bool wanted = all || finding.verdict == Verdict::kConflict;
    return wanted && std::ranges::any_of(finding.members, [&](const Claim& member) {
             return std::ranges::find(focus, member.doc) != focus.end();
           });
  });
  return findings;
}

void UseDecisions(const CheckOptions& options, const Invocation& invocation, ReportInput& report) {
  DecisionBook book;
  for (const std::string& path : options.against_databases)
    book.Add(ClaimStore::Open(path, OpenMode::kReadOnly));
  report.decided = book.TakeOut(report.findings, Today());
  if (report.decided.all() > 0 && !invocation.global.quiet)
    invocation.console.err << DecidedText(report.decided) << "\n";
}

int Run(const Invocation& invocation) {
  CheckOptions options = OptionsOf(invocation);
  InputSource source(invocation.operands, options.reading);
  auto toolkit = LoadToolkit(invocation.global.rules);
  Intake intake(invocation, *toolkit, {.identifiers = false});
  std::vector<Extraction> extractions = intake.All(source);
  std::vector<std::string> focus;
  for (const Extraction& extraction : extractions) focus.push_back(extraction.info.path);
  std::set<std::string> checked;
  for (const std::string& path : focus) checked.insert(Identity(path));
  // A file of JSON Lines is another name than those of its documents.
  for (const std::string& path : source.files()) checked.insert(Identity(path));
  std::ranges::move(ReadOthers(options, checked, intake), std::back_inserter(extractions));
  AddStored(options, *toolkit, checked, extractions, intake);

  CheckReport check;
  check.report = MakeReportAbout(focus.size(), extractions, *toolkit, LanguageOf(invocation));
  check.report.findings = FindingsOf(check.report, focus, options.all);
  if (!options.all_decisions) UseDecisions(options, invocation, check.report);
  check.focus = focus;
  check.errors = intake.errors();
  check.warnings = intake.warnings();
  bool fails = ReachesFailLevel(check.report.findings, options.fail_level);
  check.exit_status = intake.failures() > 0 ? kExitFailed : fails ? kExitFindings : kExitClean;
  bool written = WriteFormats(check, options.formats, invocation);
  intake.PrintProof(check.report.claims_compared);
  return written ? check.exit_status : kExitFailed;
}

}  // namespace

Command CheckCommand() {
  return {
      "check",
      "conflicts that concern the given files; for CI",
      "FILE...",
      "Compares the claims of the files with each other and with the articles or the database of --against,\n"
      "and prints the conflicts that at least one of the files takes part in. A file that also lies below\n"
      "--against counts once. Folders are checked with all articles below them. What was decided in a\n"
      "database of --against (tally decide) is left out, with a word on how many.\n",
      "  tally check content/posts/new.md --against content/posts --against sources/\n"
      "  tally check new.md --against news.db --format text,github,sarif=tally.sarif\n"
      "  tally check *.md --fail-level high --format text,json=findings.json\n"
      "  tally check content/ --format gitlab=gl-code-quality-report.json,junit=junit.xml\n",
      "  0  no conflict is at or above --fail-level\n"
      "  1  a conflict is at or above --fail-level\n"
      "  2  a file is missing or cannot be read, even where others were checked, or a format cannot be\n"
      "     written, even where others were\n",
      AddOptions,
      Run};
}

}  // namespace tally
