#include "report/words.h"

#include <fmt/ranges.h>

#include <vector>

#include "report/value_text.h"
#include "report/visible_text.h"

namespace tally {

namespace {

// Findings are rule-made and their confidences coarse; four words are all that the number bears.
constexpr int kNearCertain = 90;
constexpr int kLikely = 70;
constexpr int kPossible = 50;

std::string_view FieldWords(Field field) {
  switch (field) {
    case Field::kTitle:
      return "in the title";
    case Field::kFrontMatter:
      return "in the front matter";
    case Field::kCaption:
      return "in a caption";
    case Field::kByline:
      return "in the byline";
    case Field::kBody:
      return "";
  }
  return "";
}

std::string_view ModalityWords(Modality modality) {
  switch (modality) {
    case Modality::kAsserted:
      return "";
    case Modality::kPlanned:
      return "planned";
    case Modality::kForecast:
      return "forecast";
    case Modality::kReported:
      return "reportedly";
    case Modality::kQuotedOpinion:
      return "quoted opinion";
    case Modality::kNegated:
      return "denied";
  }
  return "";
}

}  // namespace

std::string_view KindWords(FindingKind kind) {
  switch (kind) {
    case FindingKind::kValueConflict:
      return "Different values";
    case FindingKind::kMagnitudeConflict:
      return "Different order of magnitude";
    case FindingKind::kCurrencyConflict:
      return "Different currencies";
    case FindingKind::kCurrencyUnstated:
      return "Currency not stated";
    case FindingKind::kDateConflict:
      return "Different dates";
    case FindingKind::kPartyConflict:
      return "Different parties";
    case FindingKind::kStatusConflict:
      return "Different status";
    case FindingKind::kDerivedConflict:
      return "Arithmetic that fails";
    case FindingKind::kSuperseded:
      return "Update";
    case FindingKind::kRevised:
      return "Silent change";
    case FindingKind::kCorroboration:
      return "Agreement";
    case FindingKind::kSuppressionMalformed:
      return "Waiver that cannot be read";
    case FindingKind::kSuppressionExpired:
      return "Waiver that has expired";
    case FindingKind::kSuppressionUnused:
      return "Waiver that nothing needs";
  }
  return "";
}

std::string_view ScopeWords(Scope scope) {
  return scope == Scope::kInternal ? "within one document" : "between documents";
}

std::string_view ConfidenceWords(int percent) {
  if (percent >= kNearCertain) return "near certain";
  if (percent >= kLikely) return "likely";
  return percent >= kPossible ? "possible" : "doubtful";
}

std::string_view SeverityWords(Severity severity) {
  switch (severity) {
    case Severity::kLow:
      return "Low";
    case Severity::kMedium:
      return "Medium";
    case Severity::kHigh:
      return "High";
  }
  return "";
}

std::string CircumstanceWords(const Claim& claim) {
  std::vector<std::string> parts;
  auto add = [&](std::string part) {
    if (!part.empty()) parts.push_back(std::move(part));
  };
  add(std::string(FieldWords(claim.field)));
  add(std::string(ModalityWords(claim.modality)));
  if (claim.speaker) add("said by " + VisibleText(claim.speaker->name));
  add(VisibleText(claim.stage));
  // A date's own days are its value.
  if (claim.period && claim.value.dimension != Dimension::kDate) {
    std::string period = PeriodText(*claim.period);
    if (!period.empty()) add("for " + period);
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace tally
