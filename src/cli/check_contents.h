// The bytes of the documents that findings quote, for formats that count in bytes or hash lines.
#pragma once

#include "report/check_report.h"

namespace tally {

// Reads the files that are on disk as they were when their claims were read; others (stored, packed, changed
// since, lines of a JSON file) are left out, and so are those that `check` has already.
void AddContents(CheckReport& check);

}  // namespace tally
