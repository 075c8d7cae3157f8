// Claims in the formats that extract and query print: table, jsonl, csv, markdown.
#pragma once

#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>

#include "claims/claim.h"
#include "cli/command.h"

namespace tally {

enum class ClaimFormat { kTable, kJsonLines, kCsv, kMarkdown };

void AddClaimFormatOption(boost::program_options::options_description& options);
// --format; where it is not given, a table on a terminal and JSON Lines anywhere else.
ClaimFormat ClaimFormatOf(const Invocation& invocation);
std::string FormatClaims(const std::vector<Claim>& claims, ClaimFormat format);

}  // namespace tally
