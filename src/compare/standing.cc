#include "compare/standing.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/comparable_sets.h"
#include "compare/sources.h"

namespace tally {
namespace {

// A version of a document repeats the ids of its claims, so that the id alone is not enough; two files of one
// content are one document, which is compared once.
using Place = std::tuple<std::string, std::string, std::size_t>;

Place PlaceOf(const Claim& claim) {
  return {DocumentOf(claim), std::string(claim.rule_id()), claim.span.start};
}

void Mark(const Finding& finding, std::map<Place, ClaimStanding>& standings) {
  for (const Reading& reading : finding.readings) {
    for (std::size_t member : reading.members) {
      ClaimStanding& standing = standings[PlaceOf(finding.members[member])];
      standing.findings.push_back(finding.id);
      if (finding.verdict == Verdict::kConflict) standing.standing = Standing::kConflict;
      if (reading.superseded) standing.standing = std::max(standing.standing, Standing::kSuperseded);
    }
  }
}

}  // namespace

std::string_view StandingName(Standing standing) {
  return standing == Standing::kConflict ? "conflict" : standing == Standing::kSuperseded ? "superseded" : "";
}

std::vector<ClaimStanding> StandingsOf(const CompareInput& input, const RuleSet& rules) {
  std::map<Place, ClaimStanding> standings;
  SourceIndex sources(ListOf(input.documents));
  CompareFrame frame{.sources = sources, .language = input.language};
  for (const Finding& finding : CompareByKey(input.claims, frame, rules).findings) {
    if (finding.verdict != Verdict::kCorroboration) Mark(finding, standings);
  }
  std::vector<ClaimStanding> result;
  for (const Claim& claim : input.claims) {
    ClaimStanding standing = standings[PlaceOf(claim)];
    std::ranges::sort(standing.findings);
    standing.findings.erase(std::unique(standing.findings.begin(), standing.findings.end()),
                            standing.findings.end());
    result.push_back(std::move(standing));
  }
  return result;
}

}  // namespace tally
