#include "report/gitlab_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "report/json_text.h"
#include "report/location_path.h"
#include "report/shown_findings.h"
#include "report/visible_text.h"

namespace tally {

namespace {

using Json = nlohmann::ordered_json;

// A description is one line in a list.
constexpr std::size_t kSides = 3;

const char* GitlabSeverity(const ShownFinding& shown) {
  switch (LoudnessOf(shown)) {
    case Loudness::kError:
      return "critical";
    case Loudness::kWarning:
      return "major";
    case Loudness::kNote:
      break;
  }
  bool exposed = shown.state.change == FindingChange::kExposed;
  return IsProblem(*shown.finding) && !exposed ? "minor" : "info";
}

std::string Description(const ShownFinding& shown) {
  std::vector<std::string> sides = OtherSides(shown, kSides);
  std::string out = VisibleText(shown.finding->message);
  if (!sides.empty()) out += fmt::format(" Compare {}.", fmt::join(sides, "; "));
  return out;
}

Json Issue(const ShownFinding& shown, const std::string& fingerprint, const CheckReport& check) {
  return {{"description", Description(shown)},
          {"check_name", FindingKindName(shown.finding->kind)},
          {"fingerprint", fingerprint},
          {"severity", GitlabSeverity(shown)},
          {"location",
           {{"path", LocationPath(check, shown.place().doc)},
            {"lines", {{"begin", shown.place().begin.line}, {"end", shown.place().end.line}}}}}};
}

}  // namespace

std::string GitlabReport(const CheckReport& check) {
  Json issues = Json::array();
  std::set<std::string> seen;
  for (const ShownFinding& shown : ShownFindings(check, SuppressedFindings::kLeaveOut)) {
    if (!shown.has_place()) continue;
    // GitLab drops all but the first of two that are equal.
    std::string fingerprint = shown.finding->id;
    for (int copy = 2; !seen.insert(fingerprint).second; ++copy)
      fingerprint = fmt::format("{}-{}", shown.finding->id, copy);
    issues.push_back(Issue(shown, fingerprint, check));
  }
  return DumpJson(issues, 2) + "\n";
}

}  // namespace tally
