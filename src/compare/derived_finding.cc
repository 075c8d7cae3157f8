#include "compare/derived_finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "compare/claim_key.h"
#include "compare/comparable_sets.h"
#include "compare/finding_builder.h"
#include "compare/readings.h"
#include "compare/severity.h"

namespace tally {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::string_view kArticleId = "article";

// Whom the surest of the figures is about.
const Claim* Speaking(const Binding& binding) {
  std::vector<const Claim*> figures = binding.Figures();
  // A date only says when.
  auto named = [](const Claim* c) {
    return std::tuple(c->value.dimension != Dimension::kDate, c->subject.has_value(), c->confidence);
  };
  return *std::ranges::max_element(figures, {}, named);
}

ClaimKey KeyOf(const DerivedDraft& draft) {
  const Claim* claim = Speaking(draft.binding);
  return {draft.check->id, {"subject=" + (claim->subject ? claim->subject->id : "?")}, true};
}

bool IsHedged(const Claim* claim) {
  return claim->value.approx || claim->value.vague || claim->value.modifier != Modifier::kNone;
}

struct ConfidenceVerdict {
  int percent = 0;
  std::string reason;
};

ConfidenceVerdict ConfidenceOf(const DerivedDraft& draft, const Phrasebook& say) {
  int start = draft.failure.relation->confidence;
  ConfidenceVerdict verdict{start, say("the check {} is right in about {} %", draft.check->id, start)};
  auto take_off = [&](bool applies, int penalty, std::string_view why) {
    if (!applies) return;
    verdict.percent -= penalty;
    verdict.reason += say("; −{}: {}", penalty, say(why));
  };
  std::vector<const Claim*> figures = draft.binding.Figures();
  take_off(std::ranges::any_of(figures, IsHedged), kHedgedPenalty, "a figure is hedged or a bound");
  bool open = std::ranges::any_of(figures, [](const Claim* claim) {
    return claim->value.dimension == Dimension::kMoney && !claim->value.unit;
  });
  take_off(open, kOpenCurrencyPenalty, "an amount names no currency");
  verdict.percent = std::max(verdict.percent, kMinConfidence);
  return verdict;
}

// By how much the two sides miss each other, by what is stated.
SeverityVerdict SeverityOf(const DerivedDraft& draft, const CompareSettings& settings) {
  const Thresholds& limits = settings.limits;
  const Phrasebook& say = settings.say;
  const Failure& failure = draft.failure;
  if (failure.relation->weak) return {Severity::kLow, say("the text may leave something out")};
  const Interval& a = failure.left.stated;
  const Interval& b = failure.right.stated;
  bool left_above = a.lo && b.hi && *a.lo > *b.hi;
  const std::optional<Decimal>& above = left_above ? a.lo : b.lo;
  const std::optional<Decimal>& below = left_above ? b.hi : a.hi;
  if (!above || !below) return {Severity::kMedium, say("the arithmetic fails")};
  Gap gap{*below, *above};
  if (below->is_negative() != above->is_negative())
    return {Severity::kMedium, say("what is printed and what follows have different signs")};
  if (IsTimes(gap, limits.high_factor))
    return {Severity::kHigh, say("what follows is {} times off or more", TimesText(gap))};
  Decimal tenth = Decimal(1) + Decimal(limits.medium_percent).Scaled(-2);
  if (IsTimes(gap, tenth))
    return {Severity::kMedium, say("the arithmetic fails by {} % or more", limits.medium_percent)};
  return {Severity::kLow, say("the arithmetic fails by less than {} %", limits.medium_percent)};
}

std::string Headline(const DerivedDraft& draft, const Phrasebook& say) {
  const Claim* claim = Speaking(draft.binding);
  const std::string& what = say.Choose(draft.check->name_en, draft.check->name_zh, draft.check->name_zh_hant);
  // A date of publication is of the article itself.
  bool named = claim->subject && claim->subject->id != kArticleId;
  return named ? claim->subject->name + std::string(say.colon()) + what : what;
}

// A reading for each role and value, with the figures of all drafts that state it.
void AddMembers(const std::vector<DerivedDraft>& drafts, Finding& finding) {
  std::map<const Claim*, std::size_t> places;
  for (const DerivedDraft& draft : drafts) {
    for (const Claim* claim : draft.binding.Figures()) {
      if (places.emplace(claim, finding.members.size()).second) finding.members.push_back(*claim);
    }
  }
  const std::vector<CheckRole>& roles = drafts.front().check->roles;
  std::map<std::pair<std::size_t, std::string>, std::set<std::size_t>> readings;
  for (const DerivedDraft& draft : drafts) {
    for (std::size_t role = 0; role < roles.size(); ++role) {
      for (const Claim* claim : draft.binding.roles[role])
        readings[{role, ValueLabel(claim->value)}].insert(places.at(claim));
    }
  }
  for (const auto& [name, at] : readings) {
    std::string detail = roles[name.first].name;
    const Value& value = finding.members[*at.begin()].value;
    if (value.dimension != Dimension::kDate) detail += ": lenient " + value.lenient.ToString();
    finding.readings.push_back({name.second, detail, {at.begin(), at.end()}});
  }
  // In the order in which the text names them.
  std::ranges::stable_sort(finding.readings, {}, [](const Reading& r) { return r.members.front(); });
}

bool IsInternal(const std::vector<const Claim*>& figures) {
  return std::ranges::all_of(
      figures, [&](const Claim* claim) { return DocumentOf(*claim) == DocumentOf(*figures.front()); });
}

// As of other findings: kind, key, and each publication with what it says.
std::string Fingerprint(const std::vector<DerivedDraft>& drafts, const SourceIndex& sources) {
  std::set<std::string> said;
  for (const DerivedDraft& draft : drafts) {
    for (std::size_t role = 0; role < draft.binding.roles.size(); ++role) {
      for (const Claim* claim : draft.binding.roles[role]) {
        said.insert(sources.PublicationOf(*claim) + '\t' + draft.check->roles[role].name + '\t' +
                    StatedText(*claim));
      }
    }
  }
  std::string text =
      std::string(FindingKindName(FindingKind::kDerivedConflict)) + '\n' + KeyText(KeyOf(drafts.front()));
  for (const std::string& line : said) text += '\n' + line;
  return Sha256Hex(text).substr(0, kIdDigits);
}

}  // namespace

std::string StatedText(const Claim& claim) {
  bool date = claim.value.dimension == Dimension::kDate;
  std::string value = date ? claim.value.date.ToString() : claim.value.stated.ToString();
  return value + ' ' + claim.value.unit.value_or("") + ' ' + claim.value.per.value_or("");
}

std::string SubjectMatter(const DerivedDraft& draft) {
  std::string text = KeyText(KeyOf(draft));
  for (std::size_t role = 0; role < draft.binding.roles.size(); ++role) {
    for (const Claim* claim : draft.binding.roles[role])
      text += '\n' + std::to_string(role) + ' ' + StatedText(*claim);
  }
  return text;
}

Finding BuildDerivedFinding(const std::vector<DerivedDraft>& drafts, const SourceIndex& sources,
                            const CompareSettings& settings) {
  const Phrasebook& say = settings.say;
  const DerivedDraft& draft = drafts.front();
  Finding finding;
  finding.kind = FindingKind::kDerivedConflict;
  finding.verdict = Verdict::kConflict;
  SeverityVerdict severity = SeverityOf(draft, settings);
  finding.severity = severity.severity;
  finding.severity_reason = severity.reason;
  ConfidenceVerdict confidence = ConfidenceOf(draft, say);
  finding.confidence = confidence.percent;
  finding.confidence_reason = confidence.reason;
  finding.scope = IsInternal(draft.binding.Figures()) ? Scope::kInternal : Scope::kCross;
  finding.key = KeyOf(draft);
  finding.headline = Headline(draft, say);
  const CheckRelation& relation = *draft.failure.relation;
  finding.message = say("{}: {} says {}.", finding.headline, FileName(draft.binding.Figures().front()->doc),
                        Filled(say.Choose(relation.message_en, relation.message_zh, relation.message_zh_hant),
                               draft.binding, say));
  finding.arithmetic = Steps(draft.failure, draft.binding, say);
  AddMembers(drafts, finding);
  std::vector<ComparedClaim> compared;
  for (const Claim& claim : finding.members) compared.push_back({.claim = &claim, .measure = {}, .key = {}});
  Items items;
  for (const ComparedClaim& item : compared) items.push_back(&item);
  finding.independent_sources = sources.CountIndependent(items);
  finding.copies = sources.CountCopies(items);
  finding.id = Fingerprint(drafts, sources);
  return finding;
}

}  // namespace tally
