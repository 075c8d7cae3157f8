// Findings for a terminal, in the form that compilers use and editors can jump by:
//   b.txt:14:9: high: The body says USD 13,000,000,000, the title 千億. [magnitude_conflict]
//       …公司先後投入 130 億美元，…
//                     ^^^^^^^^^^^
//     a.md:1:5: note: 千億 = no currency 100,000,000,000 – 999,000,000,000
//     likely: USD 13 bn is about CNY 94 bn: the headline may be in yuan
#pragma once

#include <string>

#include "report/shown_findings.h"

namespace tally {

// Those that are not suppressed. Colour (ANSI SGR) only where asked for; nothing from a document can add any,
// nor a command for the runner that keeps the log (log_text.h).
std::string TextFindings(const CheckReport& check, bool color);
// One of them.
std::string TextFinding(const ShownFinding& shown, bool color);

}  // namespace tally
