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

struct ConfidenceVerdict {
  int percent = 0;
  std::string reason;
};

// The weakest member's, less what is open in the comparison. That texts of one story agree in a figure is as
// sure as its surest reading: the others show the same figure, however they were read.
ConfidenceVerdict ConfidenceOf(const Draft& draft, const Items& concerned, const CompareSettings& settings) {
  const Thresholds& limits = settings.limits;
  const Phrasebook& say = settings.say;
  bool by_figure = draft.by_story && draft.verdict == Verdict::kCorroboration;
  auto confidence = [](const ComparedClaim* item) { return item->claim->confidence; };
  const ComparedClaim* told = by_figure ? *std::ranges::max_element(concerned, {}, confidence)
                                        : *std::ranges::min_element(concerned, {}, confidence);
  ConfidenceVerdict verdict{confidence(told), ""};
  verdict.reason = by_figure ? say("its surest claim was read with {} %", verdict.percent)
                             : say("its weakest claim was read with {} %", verdict.percent);
  auto take_off = [&](bool applies, int penalty, std::string_view why) {
    if (!applies) return;
    verdict.percent -= penalty;
    verdict.reason += say("; −{}: {}", penalty, say(why));
  };
  take_off(!by_figure && Any(concerned, [](const ComparedClaim* i) { return MissingParts(i->key) > 0; }),
           limits.missing_part_penalty, "a claim leaves out a part of what they are compared by");
  take_off(MixesCurrencies(concerned), limits.unstated_currency_penalty, "a claim names no currency");
  take_off(draft.by_wording, limits.by_wording_penalty,
           "only the words around the figures tell that one thing is meant");
  take_off(draft.by_story, limits.by_wording_penalty,
           "only figures that texts of one story share tell that one thing is meant");
  take_off(draft.inexact_scope, limits.inexact_scope_penalty, "the times are not given alike");
  bool estimated = Any(concerned, [](const ComparedClaim* i) { return i->claim->as_of_estimated; });
  take_off(estimated && draft.verdict == Verdict::kSuperseded, limits.estimated_date_penalty,
           "a date of publication is estimated");
  take_off(draft.read_by == ReadBy::kParties, limits.other_party_penalty,
           "two deals may share an amount, or one party have two names");
  verdict.percent = std::max(verdict.percent, kMinConfidence);
  return verdict;
}

bool IsInternal(const Items& items) {
  return std::ranges::all_of(items, [&](const ComparedClaim* i) {
    return DocumentOf(*i->claim) == DocumentOf(*items.front()->claim);
  });
}

// Kind, key, and each publication with what it says and for when: the same finding keeps its id when lines
// move, when articles get another name or place, and when a source repeats itself.
std::string Fingerprint(FindingKind kind, const Draft& draft, const ClaimKey& key, const Items& items,
                        const SourceIndex& sources) {
  std::set<std::string> said;
  // The new figures of a silent change: the way back is another change.
  std::set<const ComparedClaim*> came;
  if (kind == FindingKind::kRevised) came.insert(draft.items.begin(), draft.items.end());
  for (const ComparedClaim* item : items) {
    const Claim& claim = *item->claim;
    std::string period = claim.period ? claim.period->ToString() : "";
    // The value itself, never its wording: a better wording must not rename a finding.
    bool date = claim.value.dimension == Dimension::kDate;
    std::string value = date ? claim.value.date.ToString() : claim.value.stated.ToString();
    value += ' ' + claim.value.unit.value_or("") + ' ' + claim.value.per.value_or("");
    if (draft.read_by == ReadBy::kStatus) value += ' ' + std::string(StatusName(claim.modality));
    if (draft.read_by == ReadBy::kParties) value += ' ' + claim.subject->id + ' ' + claim.object->id;
    if (came.contains(item)) value += " new";
    said.insert(sources.PublicationOf(claim) + '\t' + value + '\t' + period + '\t' + claim.stage);
  }
  std::string text = std::string(FindingKindName(kind)) + '\n' + KeyText(key);
  for (const std::string& line : said) text += '\n' + line;
  return Sha256Hex(text).substr(0, kIdDigits);
}

std::string Detail(const ReadingGroup& reading, std::string_view note, const Phrasebook& say) {
  const Measure& measure = reading.measure();
  if (measure.unit_class == "date") return say(note, say("days compared"));
  // 739 mm are compared as 0.739 m.
  bool converted = measure.unit && measure.stated != reading.claim().value.stated;
  std::string unit = converted ? ' ' + *measure.unit : "";
  return say(note, say("strict {}, lenient {}", measure.strict.ToString() + unit,
                       measure.lenient.ToString() + unit));
}

// Appends a reading; members are found again by their items.
void AddReading(const ReadingGroup& group, std::string_view note,
                const std::map<const ComparedClaim*, std::size_t>& places, const Phrasebook& say,
                Finding& finding) {
  Reading reading{group.label, Detail(group, note, say), {}};
  for (const ComparedClaim* item : group.items) reading.members.push_back(places.at(item));
  std::ranges::sort(reading.members);
  finding.readings.push_back(std::move(reading));
}

void AddMembers(const Draft& draft, const Items& concerned, const Phrasebook& say, Finding& finding) {
  std::map<const ComparedClaim*, std::size_t> places;
  Items all = concerned;
  all.insert(all.end(), draft.compatible.begin(), draft.compatible.end());
  for (const ComparedClaim* item : all) {
    places.emplace(item, finding.members.size());
    finding.members.push_back(*item->claim);
  }
  bool superseded = draft.verdict == Verdict::kSuperseded;
  if (superseded) {
    for (const ReadingGroup& group : GroupReadings(draft.old, say, draft.read_by))
      AddReading(group, "old: {}", places, say, finding);
    for (Reading& reading : finding.readings) reading.superseded = true;
  }
  std::string_view note = superseded ? "new: {}" : "{}";
  for (const ReadingGroup& group : GroupReadings(draft.items, say, draft.read_by))
    AddReading(group, note, places, say, finding);
  for (const ReadingGroup& group : GroupReadings(draft.compatible, say)) {
    AddReading(group, "compatible, not counted: {}", places, say, finding);
  }
}

// Where the user's table ranks one reading's sources above all others', that is said first.
void AddSourceRank(const std::vector<ReadingGroup>& readings, const SourceIndex& sources,
                   const CompareSettings& settings, std::vector<Cause>& causes) {
  std::optional<SourceRank> best;
  const Claim* claim = nullptr;
  bool alone = false;
  for (const ReadingGroup& reading : readings) {
    std::optional<SourceRank> of_reading;
    const Claim* teller = nullptr;
    for (const ComparedClaim* item : reading.items) {
      std::optional<SourceRank> rank = settings.ranks.Of(sources.NameOf(*item->claim));
      if (!rank || (of_reading && *of_reading <= *rank)) continue;
      of_reading = rank;
      teller = item->claim;
    }
    if (!of_reading) return;
    alone = !best || *of_reading != *best ? alone : false;
    if (best && *of_reading >= *best) continue;
    best = of_reading;
    claim = teller;
    alone = true;
  }
  if (!alone) return;
  causes.insert(causes.begin(),
                {"source_rank",
                 settings.say("{} is from {}, ranked {}; the others are ranked below it", Quoted(*claim),
                              sources.NameOf(*claim), kSourceRankNames[static_cast<std::size_t>(*best)])});
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

Finding BuildFinding(const Draft& draft, const SourceIndex& sources, const CompareSettings& settings) {
  const Thresholds& limits = settings.limits;
  const Phrasebook& say = settings.say;
  Items concerned = Concerned(draft);
  std::vector<ReadingGroup> readings = GroupReadings(concerned, say, draft.read_by);
  Finding finding;
  finding.kind = KindOf(draft, readings, limits);
  finding.verdict = draft.verdict;
  SeverityVerdict severity = SeverityOf(finding.kind, readings, settings);
  finding.severity = severity.severity;
  finding.severity_reason = severity.reason;
  if (draft.by_wording) {
    // A hint to look again; two things told in like words would make it a false alarm.
    finding.severity = Severity::kLow;
    finding.severity_reason = say("only the words around the figures tell that one thing is meant");
  }
  ConfidenceVerdict confidence = ConfidenceOf(draft, concerned, settings);
  finding.confidence = confidence.percent;
  finding.confidence_reason = confidence.reason;
  finding.scope = IsInternal(concerned) ? Scope::kInternal : Scope::kCross;
  finding.key = KeyOfAll(concerned);
  finding.independent_sources = sources.CountIndependent(concerned);
  finding.copies = sources.CountCopies(concerned);
  finding.headline = Headline(*concerned.front()->claim, *draft.rule, say);
  finding.message = Message(draft, finding.kind, readings, finding.independent_sources, finding.copies, say);
  finding.arithmetic = Arithmetic(draft, readings, say);
  finding.causes = CausesOf(draft, finding.kind, readings, settings);
  if (draft.verdict == Verdict::kConflict) AddSourceRank(readings, sources, settings, finding.causes);
  finding.id = Fingerprint(finding.kind, draft, finding.key, concerned, sources);
  AddMembers(draft, concerned, say, finding);
  return finding;
}

}  // namespace tally
