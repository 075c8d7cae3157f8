// The findings of a check in the order that every format shows them in, and what formats say alike of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/check_report.h"

namespace tally {

// Points into the CheckReport, which must outlive it.
struct ShownFinding {
  const Finding* finding = nullptr;
  FindingState state;
  std::size_t primary = 0;  // the member that formats point at; of no meaning without members

  bool has_place() const { return !finding->members.empty(); }
  const Claim& place() const { return finding->members[primary]; }
};

// Those of the change first, exposed ones after them; else in the order of the report. Each points at the
// member of the change, else at the first one in a document under check, else at its first. Suppressed ones
// only where asked for.
enum class SuppressedFindings { kLeaveOut, kInclude };
std::vector<ShownFinding> ShownFindings(const CheckReport& check, SuppressedFindings suppressed);

// False for what is only newer or in agreement: nobody has to do anything about it.
bool IsProblem(const Finding& finding);

// How loud a format should be.
enum class Loudness { kError, kWarning, kNote };
// By severity; what is no problem, and what an older article is exposed to, is a note.
Loudness LoudnessOf(const ShownFinding& shown);

// The kind as formats show it in brackets: "value_conflict", "value_conflict, exposed".
std::string KindTag(const ShownFinding& shown);

// The other sides of a conflict, a line each without line feed: "b.txt:6: 130 億美元 = USD 13,000,000,000".
// Of more than `most` the last line says how many were left out. Visible text.
std::vector<std::string> OtherSides(const ShownFinding& shown, std::size_t most);
// One side; the quote is cut to a small box's width.
std::string SideText(const Claim& claim);

}  // namespace tally
