#include "report/shown_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// Quotes in messages; an annotation is a small box.
constexpr int kQuoteColumns = 60;

using Names = std::set<std::string_view>;

std::size_t PrimaryOf(const Finding& finding, const FindingState& state, const Names& focus) {
  if (state.changed_member && *state.changed_member < finding.members.size()) return *state.changed_member;
  auto found =
      std::ranges::find_if(finding.members, [&](const Claim& claim) { return focus.contains(claim.doc); });
  return found == finding.members.end() ? 0 : static_cast<std::size_t>(found - finding.members.begin());
}

bool IsExposed(const ShownFinding& shown) { return shown.state.change == FindingChange::kExposed; }

}  // namespace

std::vector<ShownFinding> ShownFindings(const CheckReport& check, SuppressedFindings suppressed) {
  Names focus(check.focus.begin(), check.focus.end());
  std::vector<ShownFinding> shown;
  for (std::size_t i = 0; i < check.report.findings.size(); ++i) {
    FindingState state = check.StateOf(i);
    if (state.suppressed() && suppressed == SuppressedFindings::kLeaveOut) continue;
    const Finding& finding = check.report.findings[i];
    shown.push_back({&finding, state, PrimaryOf(finding, state, focus)});
  }
  std::stable_partition(shown.begin(), shown.end(), [](const ShownFinding& one) { return !IsExposed(one); });
  return shown;
}

bool IsProblem(const Finding& finding) {
  return finding.verdict != Verdict::kSuperseded && finding.verdict != Verdict::kCorroboration;
}

Loudness LoudnessOf(const ShownFinding& shown) {
  if (!IsProblem(*shown.finding) || IsExposed(shown)) return Loudness::kNote;
  switch (shown.finding->severity) {
    case Severity::kHigh:
      return Loudness::kError;
    case Severity::kMedium:
      return Loudness::kWarning;
    case Severity::kLow:
      return Loudness::kNote;
  }
  return Loudness::kNote;
}

std::string KindTag(const ShownFinding& shown) {
  return std::string(FindingKindName(shown.finding->kind)) + (IsExposed(shown) ? ", exposed" : "");
}

std::string SideText(const Claim& claim) {
  return fmt::format("{}:{}: {} = {}", VisiblePath(claim.doc), claim.begin.line,
                     KeepFirst(VisibleText(claim.quote), kQuoteColumns), ValueText(claim.value));
}

std::vector<std::string> OtherSides(const ShownFinding& shown, std::size_t most) {
  std::vector<std::string> sides;
  const std::vector<Claim>& members = shown.finding->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i == shown.primary) continue;
    if (sides.size() == most) {
      // All but the one pointed at and those that stand.
      sides.push_back(fmt::format("and {} more", members.size() - 1 - most));
      break;
    }
    sides.push_back(SideText(members[i]));
  }
  return sides;
}

}  // namespace tally
