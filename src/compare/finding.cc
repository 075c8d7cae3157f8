#include "compare/finding.h"

#include <array>

namespace tally {

std::string_view FindingKindName(FindingKind kind) {
  switch (kind) {
    case FindingKind::kValueConflict:
      return "value_conflict";
    case FindingKind::kMagnitudeConflict:
      return "magnitude_conflict";
    case FindingKind::kCurrencyConflict:
      return "currency_conflict";
    case FindingKind::kCurrencyUnstated:
      return "currency_unstated";
    case FindingKind::kDateConflict:
      return "date_conflict";
    case FindingKind::kPartyConflict:
      return "party_conflict";
    case FindingKind::kStatusConflict:
      return "status_conflict";
    case FindingKind::kDerivedConflict:
      return "derived_conflict";
    case FindingKind::kSuperseded:
      return "superseded";
    case FindingKind::kRevised:
      return "revised";
    case FindingKind::kCorroboration:
      return "corroboration";
    case FindingKind::kSuppressionMalformed:
      return "suppression_malformed";
    case FindingKind::kSuppressionExpired:
      return "suppression_expired";
    case FindingKind::kSuppressionUnused:
      return "suppression_unused";
  }
  return "";
}

std::span<const FindingKind> AllFindingKinds() {
  static constexpr std::array kKinds = {FindingKind::kValueConflict,      FindingKind::kMagnitudeConflict,
                                        FindingKind::kCurrencyConflict,   FindingKind::kCurrencyUnstated,
                                        FindingKind::kDateConflict,       FindingKind::kPartyConflict,
                                        FindingKind::kStatusConflict,     FindingKind::kDerivedConflict,
                                        FindingKind::kSuperseded,         FindingKind::kRevised,
                                        FindingKind::kCorroboration,      FindingKind::kSuppressionMalformed,
                                        FindingKind::kSuppressionExpired, FindingKind::kSuppressionUnused};
  return kKinds;
}

bool IsSuppressionKind(FindingKind kind) { return kind >= FindingKind::kSuppressionMalformed; }

std::string_view VerdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kConflict:
      return "conflict";
    case Verdict::kSuperseded:
      return "superseded";
    case Verdict::kCorroboration:
      return "corroboration";
    case Verdict::kNotice:
      return "notice";
  }
  return "";
}

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kLow:
      return "low";
    case Severity::kMedium:
      return "medium";
    case Severity::kHigh:
      return "high";
  }
  return "";
}

std::string_view ScopeName(Scope scope) {
  switch (scope) {
    case Scope::kInternal:
      return "internal";
    case Scope::kCross:
      return "cross";
  }
  return "";
}

std::optional<Severity> SeverityFromName(std::string_view name) {
  for (Severity severity : {Severity::kLow, Severity::kMedium, Severity::kHigh}) {
    if (SeverityName(severity) == name) return severity;
  }
  return std::nullopt;
}

std::string CopiesText(const std::vector<CopyCount>& copies) {
  std::string text;
  for (const CopyCount& copy : copies) {
    text += (text.empty() ? "copies: " : ", ") + std::to_string(copy.count) + " of " + copy.of;
  }
  return text;
}

}  // namespace tally
