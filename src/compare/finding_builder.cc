#include "compare/finding_builder.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/sha256.h"
#include "compare/causes.h"
#include "compare/claim_key.h"
#include "compare/comparable_sets.h"
#include "compare/kind.h"
#include "compare/readings.h"
#include "compare/severity.h"
#include "compare/wording.h"

namespace tally {
namespace {

constexpr std::size_t kIdDigits = 16;

// All claims that the verdict is about, by file name and place.
Items Concerned(const Draft& draft) {
  Items all = draft.items;
  all.insert(all.end(), draft.old.begin(), draft.old.end());
  std::ranges::sort(all, {},
                    [](const ComparedClaim* item) { return std::tie(item->claim->doc, item->claim->span); });
  return all;
}

template <class Test>
bool Any(const Items& items, Test test) {
  return std::ranges::any_of(items, test);
}

bool MixesCurrencies(const Items& items) {
  auto named = [](const ComparedClaim* item) { return item->measure.unit.has_value(); };
  bool money = items.front()->measure.unit_class == "money";
  return money && Any(items, named) && !std::ranges::all_of(items, named);
}

int ConfidenceOf(const Draft& draft, const Items& concerned) {
  int confidence = 100;
  for (const ComparedClaim* item : concerned) confidence = std::min(confidence, item->claim->confidence);
  if (Any(concerned, [](const ComparedClaim* i) { return MissingParts(i->key) > 0; }))
    confidence -= kMissingPartPenalty;
  if (MixesCurrencies(concerned)) confidence -= kUnstatedCurrencyPenalty;
  if (draft.by_wording) confidence -= kByWordingPenalty;
  if (draft.inexact_scope) confidence -= kInexactScopePenalty;
  bool estimated = Any(concerned, [](const ComparedClaim* i) { return i->claim->as_of_estimated; });
  if (estimated && draft.verdict == Verdict::kSuperseded) confidence -= kEstimatedDatePenalty;
  return std::max(confidence, kMinConfidence);
}

bool IsInternal(const Items& items) {
  return std::ranges::all_of(items, [&](const ComparedClaim* i) {
    return DocumentOf(*i->claim) == DocumentOf(*items.front()->claim);
  });
}

// Kind, key, and each source with what it says and for when: the same finding keeps its id when lines move,
// when articles lie in another directory, and when a source repeats itself.
std::string Fingerprint(FindingKind kind, const ClaimKey& key, const Items& items,
                        const SourceIndex& sources) {
  std::set<std::string> said;
  for (const ComparedClaim* item : items) {
    const Claim& claim = *item->claim;
    std::string period = claim.period ? claim.period->ToString() : "";
    // The value itself, never its wording: a better wording must not rename a finding.
    bool date = claim.value.dimension == Dimension::kDate;
    std::string value = date ? claim.value.date.ToString() : claim.value.stated.ToString();
    value += ' ' + claim.value.unit.value_or("") + ' ' + claim.value.per.value_or("");
    said.insert(sources.NameOf(claim) + '\t' + value + '\t' + period + '\t' + claim.stage);
  }
  std::string text = std::string(FindingKindName(kind)) + '\n' + KeyText(key);
  for (const std::string& line : said) text += '\n' + line;
  return Sha256Hex(text).substr(0, kIdDigits);
}

std::string Detail(const Measure& measure, std::string_view note) {
  std::string text(note);
  if (measure.unit_class == "date") return text + "days compared";
  return text + "strict " + measure.strict.ToString() + ", lenient " + measure.lenient.ToString();
}

// Appends a reading; members are found again by their items.
void AddReading(const ReadingGroup& group, std::string_view note,
                const std::map<const ComparedClaim*, std::size_t>& places, Finding& finding) {
  Reading reading{group.label, Detail(group.measure(), note), {}};
  for (const ComparedClaim* item : group.items) reading.members.push_back(places.at(item));
  std::ranges::sort(reading.members);
  finding.readings.push_back(std::move(reading));
}

void AddMembers(const Draft& draft, const Items& concerned, Finding& finding) {
  std::map<const ComparedClaim*, std::size_t> places;
  Items all = concerned;
  all.insert(all.end(), draft.compatible.begin(), draft.compatible.end());
  for (const ComparedClaim* item : all) {
    places.emplace(item, finding.members.size());
    finding.members.push_back(*item->claim);
  }
  bool superseded = draft.verdict == Verdict::kSuperseded;
  if (superseded) {
    for (const ReadingGroup& group : GroupReadings(draft.old)) AddReading(group, "old: ", places, finding);
  }
  std::string_view note = superseded ? "new: " : "";
  for (const ReadingGroup& group : GroupReadings(draft.items)) AddReading(group, note, places, finding);
  for (const ReadingGroup& group : GroupReadings(draft.compatible)) {
    AddReading(group, "compatible, not counted: ", places, finding);
  }
}

// The key that most is known of: a claim that names stage and unit speaks for those that leave them out.
const ClaimKey& KeyOfAll(const Items& items) {
  auto unknown = [](const ComparedClaim* item) {
    return std::ranges::count_if(item->key.parts,
                                 [](const std::string& part) { return part.ends_with("=?"); });
  };
  return (*std::ranges::min_element(items, {}, unknown))->key;
}

}  // namespace

Finding BuildFinding(const Draft& draft, const SourceIndex& sources) {
  Items concerned = Concerned(draft);
  std::vector<ReadingGroup> readings = GroupReadings(concerned);
  Finding finding;
  finding.kind = KindOf(draft, readings);
  finding.verdict = draft.verdict;
  SeverityVerdict severity = SeverityOf(finding.kind, readings);
  finding.severity = severity.severity;
  finding.severity_reason = severity.reason;
  finding.confidence = ConfidenceOf(draft, concerned);
  finding.scope = IsInternal(concerned) ? Scope::kInternal : Scope::kCross;
  finding.key = KeyOfAll(concerned);
  finding.independent_sources = sources.CountIndependent(concerned);
  finding.copies = sources.CountCopies(concerned);
  finding.headline = Headline(*concerned.front()->claim, *draft.rule);
  finding.message = Message(draft, finding.kind, readings, finding.independent_sources, finding.copies);
  finding.arithmetic = Arithmetic(draft, readings);
  finding.causes = CausesOf(draft, finding.kind, readings);
  finding.id = Fingerprint(finding.kind, finding.key, concerned, sources);
  AddMembers(draft, concerned, finding);
  return finding;
}

}  // namespace tally
