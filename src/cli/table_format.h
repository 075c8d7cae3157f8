// Rows in the formats that the questions print: table, jsonl, csv, markdown.
#pragma once

#include <string>

#include "cli/claim_format.h"
#include "report/data_table.h"

namespace tally {

// For all formats but JSON Lines, which is the caller's. `table` is what people read, `data` what csv holds.
std::string FormatTable(const DataTable& table, const DataTable& data, ClaimFormat format);

}  // namespace tally
