#include "compare/waiver_use.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/suggest.h"

namespace tally {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::string_view kAll = "all";

std::vector<std::string> WaivableKinds() {
  std::vector<std::string> kinds = {std::string(kAll)};
  for (FindingKind kind : AllFindingKinds()) {
    if (!IsSuppressionKind(kind)) kinds.emplace_back(FindingKindName(kind));
  }
  return kinds;
}

bool IsOfKind(const Waiver& waiver, std::string_view kind) {
  return std::ranges::any_of(waiver.kinds,
                             [&](const std::string& named) { return named == kind || named == kAll; });
}

// "value_conflct is no kind of finding; did you mean …". Empty where all are known.
std::string UnknownKind(const Waiver& waiver, const Phrasebook& say) {
  std::vector<std::string> known = WaivableKinds();
  for (const std::string& kind : waiver.kinds) {
    if (std::ranges::find(known, kind) != known.end()) continue;
    std::string near = Nearest(kind, known);
    return near.empty() ? say("'{}' is no kind of finding", kind)
                        : say("'{}' is no kind of finding; did you mean '{}'?", kind, near);
  }
  return "";
}

// The kinds of which two members alone can tell whether they contradict each other.
bool AreApart(const Claim& a, const Claim& b) {
  if (a.value.dimension == Dimension::kDate || b.value.dimension == Dimension::kDate)
    return !a.value.date.Overlaps(b.value.date);
  return a.value.unit != b.value.unit || !a.value.lenient.Overlaps(b.value.lenient);
}

// `waived`: by member.
bool StaysContradicted(const Finding& finding, const std::vector<bool>& waived) {
  // The arithmetic of a text has no two sides.
  if (finding.kind == FindingKind::kDerivedConflict) return false;
  bool by_value = finding.kind == FindingKind::kValueConflict ||
                  finding.kind == FindingKind::kMagnitudeConflict ||
                  finding.kind == FindingKind::kDateConflict;
  std::vector<const Claim*> left;  // a member of each reading that has one
  for (const Reading& reading : finding.readings) {
    auto member = std::ranges::find_if(reading.members, [&](std::size_t at) { return !waived[at]; });
    if (member != reading.members.end()) left.push_back(&finding.members[*member]);
  }
  if (!by_value) return left.size() > 1;
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = i + 1; j < left.size(); ++j) {
      if (AreApart(*left[i], *left[j])) return true;
    }
  }
  return false;
}

Finding ProblemFinding(FindingKind kind, const PlacedWaiver& placed, const std::string& document,
                       std::string headline, std::string message, const Phrasebook& say) {
  Finding finding;
  finding.kind = kind;
  finding.verdict = Verdict::kNotice;
  finding.severity = Severity::kLow;
  finding.severity_reason = say("the articles themselves are not concerned");
  finding.confidence = 100;
  finding.confidence_reason = say("it stands there");
  finding.scope = Scope::kInternal;
  finding.key = {std::string(FindingKindName(kind)), {}, true};
  finding.headline = std::move(headline);
  finding.message = std::move(message);
  Claim place;
  place.doc = document;
  place.doc_sha256 = placed.doc_sha256;
  place.span = placed.span;
  place.begin = placed.begin;
  place.end = placed.end;
  place.quote = placed.quote;
  place.context = placed.quote;
  place.confidence = 100;
  finding.id = Sha256Hex(finding.key.rule + '\n' + placed.quote).substr(0, kIdDigits);
  place.id = finding.id;
  finding.members.push_back(std::move(place));
  return finding;
}

}  // namespace

WaiverUse::WaiverUse(const std::vector<ComparedDocument>& documents, Day today) : today_(today) {
  for (const ComparedDocument& document : documents) {
    for (const PlacedWaiver& placed : document.waivers) uses_[document.info.path].push_back({&placed});
  }
}

WaiverUse::Use* WaiverUse::Covering(const Claim& member, std::string_view kind) {
  auto uses = uses_.find(member.doc);
  if (uses == uses_.end()) return nullptr;
  for (Use& use : uses->second) {
    const Waiver& waiver = use.waiver->waiver;
    bool in_time = !waiver.until || today_ <= *waiver.until;
    if (in_time && IsOfKind(waiver, kind) && waiver.Covers(member.begin.line, member.end.line)) return &use;
  }
  return nullptr;
}

std::optional<std::string> WaiverUse::ReasonFor(const Finding& finding) {
  std::vector<bool> waived;
  std::optional<std::string> reason;
  for (const Claim& member : finding.members) {
    Use* use = uses_.empty() ? nullptr : Covering(member, FindingKindName(finding.kind));
    waived.push_back(use != nullptr);
    if (use == nullptr) continue;
    use->used = true;
    if (!reason) reason = use->waiver->waiver.reason;
  }
  if (!reason || StaysContradicted(finding, waived)) return std::nullopt;
  return reason;
}

std::vector<Finding> WaiverUse::Problems(const std::set<std::string>& documents,
                                         const Phrasebook& say) const {
  std::vector<Finding> findings;
  for (const std::string& document : documents) {
    auto uses = uses_.find(document);
    if (uses == uses_.end()) continue;
    for (const Use& use : uses->second) {
      const Waiver& waiver = use.waiver->waiver;
      std::string problem = waiver.problem.empty() ? UnknownKind(waiver, say) : waiver.problem;
      if (!problem.empty()) {
        findings.push_back(ProblemFinding(FindingKind::kSuppressionMalformed, *use.waiver, document,
                                          say("a tally-ignore that cannot be read"),
                                          say("This tally-ignore waives nothing: {}.", problem), say));
      } else if (waiver.until && *waiver.until < today_) {
        findings.push_back(ProblemFinding(
            FindingKind::kSuppressionExpired, *use.waiver, document, say("a tally-ignore that has expired"),
            say("This tally-ignore ended on {}: take it out, or give it another day.",
                FormatDay(*waiver.until)),
            say));
      } else if (!use.used) {
        findings.push_back(ProblemFinding(
            FindingKind::kSuppressionUnused, *use.waiver, document, say("a tally-ignore that nothing needs"),
            say("This tally-ignore waives nothing that was found: take it out."), say));
      }
    }
  }
  return findings;
}

}  // namespace tally
