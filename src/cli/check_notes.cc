#include "cli/check_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "report/overview.h"

namespace tally {
namespace {

// Of a long list; the rest is counted.
constexpr std::size_t kMostStale = 5;

std::string StaleNote(const std::vector<BaselineEntry>& stale, const std::string& file) {
  std::string note =
      fmt::format("{}: {} found no more:", file,
                  stale.size() == 1 ? "1 entry is" : fmt::format("{} entries are", stale.size()));
  for (std::size_t i = 0; i < std::min(stale.size(), kMostStale); ++i)
    note += fmt::format("{} {} ({})", i == 0 ? "" : ",", stale[i].headline, stale[i].fingerprint);
  if (stale.size() > kMostStale) note += fmt::format(" and {} more", stale.size() - kMostStale);
  return note + "; tally baseline prune takes them out";
}

}  // namespace

void RequireRules(const RuleSet& rules) {
  bool compares = std::ranges::any_of(rules.predicates,
                                      [](const PredicateRule& rule) { return rule.compared && !rule.draft; });
  bool checks = std::ranges::any_of(rules.checks, [](const CheckRule& check) { return !check.draft; });
  if (compares || checks) return;
  throw UserError(
      fmt::format("none of the {} is compared: all are drafts or say \"compared\": false, and any article "
                  "would be clean; "
                  "take \"draft\" out of a rule that is ready",
                  Count(rules.predicates.size() + rules.checks.size(), "rule")));
}

std::vector<std::string> CheckNotes(const CheckOptions& options, const Proof& proof,
                                    const CheckJudgement& judgement) {
  std::vector<std::string> notes;
  if (proof.files() > 0 && proof.numbers() == 0) {
    notes.push_back(fmt::format("no number in {}: nothing was compared", Count(proof.files(), "file")));
  } else if (proof.numbers() > 0 && proof.claims() == 0) {
    notes.push_back(
        fmt::format("no rule claims any of {}: nothing was compared", Count(proof.numbers(), "number")));
  }
  if (!options.fail_level) notes.emplace_back("the fail level is none: conflicts are shown and fail nothing");
  if (judgement.waived > 0)
    notes.push_back(fmt::format("{} waived by a tally-ignore", Count(judgement.waived, "finding")));
  if (judgement.known > 0)
    notes.push_back(fmt::format("{} known by {}", Count(judgement.known, "finding"), options.baseline));
  if (!judgement.stale.empty()) notes.push_back(StaleNote(judgement.stale, options.baseline));
  return notes;
}

}  // namespace tally
