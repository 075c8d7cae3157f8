// Each test is one way in which two statements in like words are of two things.
#include "compare/two_things.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"

namespace tally {

namespace {

bool IsOpinion(const Claim& claim) {
  return claim.modality == Modality::kQuotedOpinion || claim.modality == Modality::kForecast;
}

}  // namespace

bool IsInHan(const Claim& claim) {
  for (std::size_t at = 0; at < claim.context.size();) {
    CodePoint c = DecodeUtf8(claim.context, at);
    if (IsHan(c.value)) return true;
    at += c.length;
  }
  return false;
}

namespace {

// They do not say alike of what part: the whole and a part are two things, however like the words are.
// Another language may say it in words that are not known to, and a title leaves it out.
bool OtherParts(const Claim& a, const Claim& b) {
  if (a.narrowed.empty() && b.narrowed.empty()) return false;
  bool shorter = a.field != b.field || IsInHan(a) != IsInHan(b);
  if ((a.narrowed.empty() || b.narrowed.empty()) && shorter) return false;
  auto says = [](const Claim& claim, const std::string& part) {
    bool party = (claim.subject && claim.subject->id == part) || (claim.object && claim.object->id == part);
    return party || std::ranges::find(claim.narrowed, part) != claim.narrowed.end();
  };
  return std::ranges::none_of(a.narrowed, [&](const auto& part) { return says(b, part); }) &&
         std::ranges::none_of(b.narrowed, [&](const auto& part) { return says(a, part); });
}

// A round that has a letter in one text may be told without it in the other.
bool OtherStages(const Claim& a, const Claim& b) {
  auto is_letter = [](const std::string& stage) { return stage.empty() || stage.starts_with("series-"); };
  bool open = a.stage.empty() || b.stage.empty();
  return a.stage != b.stage && !(open && is_letter(a.stage) && is_letter(b.stage));
}

// A share of the capital is none of the votes.
bool OtherShares(const Claim& a, const Claim& b) {
  auto is_known = [](const Claim& claim) {
    return claim.predicate != "percent_of" && claim.predicate != "other";
  };
  return a.value.dimension == Dimension::kPercent && a.predicate != b.predicate && is_known(a) && is_known(b);
}

}  // namespace

// Both say for when, and it is not the same time.
bool OtherPeriods(const Claim& a, const Claim& b) {
  if (a.value.dimension == Dimension::kDate || !a.period || !b.period) return false;
  const DateRange& x = *a.period;
  const DateRange& y = *b.period;
  return (x.last && y.first && *x.last < *y.first) || (y.last && x.first && *y.last < *x.first);
}

namespace {

// What a company tells of its year has a name each (revenue, profit): read as two of them, it is two.
bool AreTwoAccounts(const ComparedClaim& a, const ComparedClaim& b) {
  return a.rule->time == TimeKind::kPeriod && b.rule->time == TimeKind::kPeriod &&
         a.claim->predicate != b.claim->predicate;
}

// It says that it was so in a year before, and the other speaks of now. What is told by the year (revenue) is
// always of a year before.
bool IsOfThePast(const ComparedClaim& a, const ComparedClaim& b) {
  const std::optional<DateRange>& period = a.claim->period;
  return a.rule->time != TimeKind::kPeriod && !IsOutlook(a.claim->modality) && period && period->last &&
         !b.claim->period && a.claim->as_of && YearOf(*period->last) < YearOf(*a.claim->as_of);
}

// What must be reached and what is expected or so are told of one price in like words; a deal that is
// planned in one text is done in the next. A title has no tense.
bool OtherOutlook(const ComparedClaim& x, const ComparedClaim& y) {
  const Claim& a = *x.claim;
  const Claim& b = *y.claim;
  bool event = x.rule->time == TimeKind::kEvent || y.rule->time == TimeKind::kEvent;
  return !event && a.field == Field::kBody && b.field == Field::kBody && a.modality != b.modality &&
         (a.modality == Modality::kPlanned || b.modality == Modality::kPlanned);
}

}  // namespace

bool UnitsMeet(const Claim& a, const Claim& b) {
  if (a.value.unit == b.value.unit) return true;
  bool money = a.value.dimension == Dimension::kMoney && b.value.dimension == Dimension::kMoney;
  if (money) return !a.value.unit || !b.value.unit;
  return a.value.dimension == Dimension::kCount && a.rule_id() == b.rule_id() && a.rule_id() != "count";
}

bool IsOtherRate(const Claim& a, const Claim& b) {
  return a.value.per && b.value.per && a.value.per != b.value.per && a.value.unit == b.value.unit &&
         a.value.stated.IsPoint() && a.value.stated == b.value.stated;
}

bool IsPercentForPoints(const Claim& a, const Claim& b) {
  return a.value.dimension == Dimension::kPercent && b.value.dimension == Dimension::kPercent &&
         a.value.unit != b.value.unit && a.value.stated.IsPoint() && a.value.stated == b.value.stated;
}

// Up in one, down in the other, by the same figure.
bool IsOtherSign(const Claim& a, const Claim& b) {
  bool up_and_down =
      (a.event == "increase" && b.event == "decrease") || (a.event == "decrease" && b.event == "increase");
  return up_and_down && UnitsMeet(a, b) && a.value.stated.IsPoint() && a.value.stated == b.value.stated;
}

namespace {

std::string IdOf(const std::optional<EntityRef>& entity) { return entity ? entity->id : std::string(); }

}  // namespace

// What makes them two things, however like the words are.
bool AreTwoThings(const ComparedClaim& x, const ComparedClaim& y, const Thresholds& limits) {
  const Claim& a = *x.claim;
  const Claim& b = *y.claim;
  if (OtherStages(a, b) || OtherParts(a, b)) return true;
  if (OtherShares(a, b) || AreTwoAccounts(x, y) || IsOfThePast(x, y) || IsOfThePast(y, x)) return true;
  if (OtherOutlook(x, y)) return true;
  // A date is one of something that happened: without it, it may be any day of a story.
  bool date = a.value.dimension == Dimension::kDate;
  // What is said and what has been so since a day are many things, and what happens again has many dates.
  bool vague =
      a.event.empty() || a.event == "since" || a.event == "say" || x.recurrence == Recurrence::kAgain;
  if (date && (vague || a.event != b.event || IdOf(a.subject) != IdOf(b.subject))) return true;
  if (!a.event.empty() && !b.event.empty() && a.event != b.event && !IsOtherSign(a, b)) return true;
  bool other_rate = a.value.per && b.value.per && a.value.per != b.value.per && !IsOtherRate(a, b);
  if (other_rate || OtherPeriods(a, b)) return true;
  if (IsOpinion(a) && IsOpinion(b) && a.speaker && b.speaker && a.speaker != b.speaker) return true;
  // What was written later may be an update.
  return a.as_of && b.as_of &&
         std::chrono::abs(*a.as_of - *b.as_of) > std::chrono::days(limits.same_news_days) &&
         DocumentOf(a) != DocumentOf(b);
}

}  // namespace tally
