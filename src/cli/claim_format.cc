#include "cli/claim_format.h"

#include "cli/arguments.h"
#include "report/claim_line.h"
#include "report/claim_table.h"

namespace tally {

namespace po = boost::program_options;

void AddClaimFormatOption(po::options_description& options) {
  AddOption(options, "format", "FORMAT",
            "table, jsonl, csv or markdown (default: table on a terminal, jsonl otherwise)");
}

ClaimFormat ClaimFormatOf(const Invocation& invocation) {
  if (!invocation.Has("format"))
    return invocation.console.out_is_terminal ? ClaimFormat::kTable : ClaimFormat::kJsonLines;
  std::string name = Choice("--format", invocation.Text("format"), {"table", "jsonl", "csv", "markdown"});
  if (name == "table") return ClaimFormat::kTable;
  if (name == "csv") return ClaimFormat::kCsv;
  return name == "markdown" ? ClaimFormat::kMarkdown : ClaimFormat::kJsonLines;
}

std::string FormatClaims(const std::vector<Claim>& claims, ClaimFormat format) {
  switch (format) {
    case ClaimFormat::kTable:
      return ClaimTable(claims);
    case ClaimFormat::kCsv:
      return ClaimCsv(claims);
    case ClaimFormat::kMarkdown:
      return ClaimMarkdown(claims);
    case ClaimFormat::kJsonLines:
      break;
  }
  std::string lines;
  for (const Claim& claim : claims) {
    AppendClaimLine(claim, lines);
    lines += '\n';
  }
  return lines;
}

}  // namespace tally
