// tally coverage: the numbers that were seen and not understood.
#include <fmt/format.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/intake.h"
#include "report/coverage.h"

namespace tally {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kAllOfThem = 100;

struct CoverageOptions {
  ReadingOptions reading;
  std::string format;
  CoverageList list = CoverageList::kUnread;
  std::size_t min_coverage = 0;  // percent
};

void AddOptions(po::options_description& options) {
  AddOption(options, "format", "FORMAT",
            "table, jsonl or csv (default: table on a terminal, jsonl otherwise)");
  AddOption(options, "list", "WHAT",
            "none; unread: what was not understood; unclaimed: also what no rule wants; all: also digits "
            "that are no number (default: unread)");
  AddOption(
      options, "min-coverage", "PERCENT",
      "exit with 1 where less of the numbers of all inputs together was understood; a whole number, 0 to "
      "100 (default: 0)");
  AddReadingOptions(options);
}

CoverageList ListOf(const Invocation& invocation) {
  std::string list =
      Choice("--list", invocation.Text("list", "unread"), {"none", "unread", "unclaimed", "all"});
  if (list == "none") return CoverageList::kNone;
  if (list == "all") return CoverageList::kAll;
  return list == "unread" ? CoverageList::kUnread : CoverageList::kUnclaimed;
}

CoverageOptions OptionsOf(const Invocation& invocation) {
  CoverageOptions options{ReadingOptionsOf(invocation), "", ListOf(invocation), 0};
  std::string otherwise = invocation.console.out_is_terminal ? "table" : "jsonl";
  options.format = Choice("--format", invocation.Text("format", otherwise), {"table", "jsonl", "csv"});
  options.min_coverage = CountOf("--min-coverage", invocation.Text("min-coverage", "0"));
  if (options.min_coverage > kAllOfThem) throw UserError("--min-coverage must be 0 to 100");
  return options;
}

std::string Format(const std::vector<DocumentCoverage>& documents, const CoverageOptions& options) {
  if (options.format == "table") return CoverageTable(documents);
  if (options.format == "csv") return CoverageCsv(documents, options.list == CoverageList::kNone);
  std::string lines;
  for (const DocumentCoverage& document : documents) lines += CoverageJsonLine(document);
  return lines;
}

int Run(const Invocation& invocation) {
  CoverageOptions options = OptionsOf(invocation);
  InputSource source(invocation.operands, options.reading);
  auto toolkit = LoadToolkit(invocation.global.rules);
  Intake intake(invocation, *toolkit, {.sketch = false});
  std::vector<DocumentCoverage> documents;
  intake.Run(source, [&](std::vector<Extraction>& batch) {
    for (const Extraction& extraction : batch) documents.push_back(CoverageOf(extraction, options.list));
  });
  invocation.console.out << Format(documents, options);
  invocation.console.CheckOutput();
  DocumentCoverage total = TotalOf(documents);
  bool enough = total.percent() >= options.min_coverage;
  if (!enough) {
    invocation.console.err << fmt::format(
        "tally: {} of {} numbers understood: {} % is below --min-coverage {}\n", total.understood,
        total.numbers, total.percent(), options.min_coverage);
  }
  intake.PrintProof();
  if (intake.failures() > 0) return kExitFailed;
  return enough ? kExitClean : kExitFindings;
}

}  // namespace

Command CoverageCommand() {
  return {"coverage",
          "the numbers that were seen and not understood",
          "PATH...",
          "Says of each article how many numbers it has, how many were understood and how many a rule\n"
          "claimed, and lists those that were not understood with their place and the reason.\n"
          "A number is understood where its value is resolved, and it has a unit or a rule claimed it.\n"
          "Not understood are plain numbers that no rule used (\"no unit\") and dates that lack a part\n"
          "(\"unresolved: ...\"). Digits that are no number of the article are counted apart: names such\n"
          "as GPT-4 (\"identifier\"), times of day, numbers of pictures, counts of readers beside the\n"
          "article (\"passed over\"). The percentage is rounded down; an article without numbers has\n"
          "100 %, and --min-coverage compares the rounded one.\n",
          "  tally coverage articles/\n"
          "  tally coverage --list unclaimed --format csv draft.md > unclaimed.csv\n"
          "  tally coverage --list none --min-coverage 90 content/posts\n",
          "  0  all inputs were read\n"
          "  1  less than --min-coverage of the numbers of all inputs together was understood\n"
          "  2  an input could not be read; the others are listed\n",
          AddOptions,
          Run};
}

}  // namespace tally
