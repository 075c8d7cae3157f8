// Findings for a terminal, in the form that compilers use and editors can jump by:
//   b.txt:14:9: high: The body says USD 13,000,000,000, the title 千億. [magnitude_conflict]
//       …公司先後投入 130 億美元，…
//                     ^^^^^^^^^^^
//     a.md:1:5: note: 千億 = no currency 100,000,000,000 – 999,000,000,000
//     likely: USD 13 bn is about CNY 94 bn: the headline may be in yuan
#pragma once

#include <string>
#include <vector>

#include "compare/finding.h"

namespace tally {

// In the order given. `focus` names the files under check: a finding points into one of them where it can.
// Colour (ANSI SGR) only where asked for; nothing from a document can add any.
std::string TextFindings(const std::vector<Finding>& findings, bool color,
                         const std::vector<std::string>& focus = {});

}  // namespace tally
