#include "compare/kind.h"

#include <algorithm>

#include "compare/candidate_currency.h"

namespace tally {
namespace {

// More readings than this are not one figure with a missing currency.
constexpr std::size_t kMaxCurrencyReadings = 8;

bool AreApart(const ReadingGroup& a, const ReadingGroup& b) {
  return Match(a.measure(), b.measure()) == ValueMatch::kDisjoint;
}

// Every contradiction is between a figure that names a currency and one that does not.
bool OnlyUnstatedClash(const std::vector<ReadingGroup>& readings) {
  for (const ReadingGroup& a : readings) {
    for (const ReadingGroup& b : readings) {
      bool one_stated = a.measure().unit.has_value() != b.measure().unit.has_value();
      if (!one_stated && AreApart(a, b)) return false;
    }
  }
  return true;
}

bool ReconcilesAll(const std::vector<ReadingGroup>& readings, const CandidateCurrency& candidate) {
  for (const ReadingGroup& unstated : readings) {
    if (unstated.measure().unit) continue;
    for (const ReadingGroup& known : readings) {
      if (known.measure().unit && !Reconciles(unstated.measure(), known.measure(), candidate)) return false;
    }
  }
  return true;
}

// The missing currency is the only problem where a single candidate makes all figures agree. A vague
// magnitude is too wide for that proof: 千億 would fit almost anything.
bool IsOnlyCurrency(const std::vector<ReadingGroup>& readings) {
  if (readings.front().measure().unit_class != "money" || readings.size() > kMaxCurrencyReadings)
    return false;
  auto known =
      std::ranges::find_if(readings, [](const ReadingGroup& r) { return r.measure().unit.has_value(); });
  bool vague = std::ranges::any_of(readings, [](const ReadingGroup& r) {
    return !r.measure().unit && r.measure().shape == Shape::kVague;
  });
  bool unstated = std::ranges::any_of(readings, [](const ReadingGroup& r) { return !r.measure().unit; });
  if (known == readings.end() || !unstated || vague || !OnlyUnstatedClash(readings)) return false;
  return std::ranges::any_of(CandidatesFor(*known->measure().unit), [&](const CandidateCurrency& candidate) {
    return ReconcilesAll(readings, candidate);
  });
}

// One number in two currencies (compare/misprint.h).
bool IsOtherCurrency(const std::vector<ReadingGroup>& readings) {
  const std::optional<std::string>& unit = readings.front().measure().unit;
  return readings.front().measure().unit_class == "money" && unit &&
         std::ranges::any_of(
             readings, [&](const ReadingGroup& r) { return r.measure().unit && r.measure().unit != unit; });
}

bool DiffersInMagnitude(const std::vector<ReadingGroup>& readings, int factor) {
  // All readings of a conflict contradict another one: a vague one among them cannot hold what the others
  // say.
  bool vague =
      std::ranges::any_of(readings, [](const ReadingGroup& r) { return r.measure().shape == Shape::kVague; });
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  return vague || (gap && IsTimes(*gap, factor));
}

}  // namespace

FindingKind KindOf(const Draft& draft, const std::vector<ReadingGroup>& readings, const Thresholds& limits) {
  if (draft.kind) return *draft.kind;
  if (draft.verdict == Verdict::kSuperseded) return FindingKind::kSuperseded;
  if (draft.verdict == Verdict::kCorroboration) return FindingKind::kCorroboration;
  if (readings.front().measure().unit_class == "date") return FindingKind::kDateConflict;
  if (IsOtherCurrency(readings)) return FindingKind::kCurrencyConflict;
  if (IsOnlyCurrency(readings)) return FindingKind::kCurrencyUnstated;
  return DiffersInMagnitude(readings, limits.magnitude_factor) ? FindingKind::kMagnitudeConflict
                                                               : FindingKind::kValueConflict;
}

}  // namespace tally
