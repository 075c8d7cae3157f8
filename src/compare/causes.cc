// Each cause has a function that looks for its signs and appends it or nothing; CausesOf calls them in order
// of likelihood.
#include "compare/causes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/figure_text.h"
#include "compare/candidate_currency.h"
#include "compare/clash.h"
#include "compare/kind.h"
#include "compare/scope.h"
#include "compare/severity.h"
#include "compare/wording.h"

namespace tally {
namespace {

using Readings = std::vector<ReadingGroup>;

std::string Place(const Claim& claim) { return claim.field == Field::kTitle ? "the title's " : ""; }

std::string RangeText(const Interval& interval) {
  if (interval.IsPoint()) return FigureText(*interval.lo);
  if (interval.lo && interval.hi) return FigureText(*interval.lo) + " to " + FigureText(*interval.hi);
  return interval.lo ? "at least " + FigureText(*interval.lo) : "at most " + FigureText(*interval.hi);
}

// ---- The currency ----

std::string CandidateText(const ReadingGroup& known, const CandidateCurrency& candidate) {
  return fmt::format("; {} at {} to {} {} per {} would be about {} {}", known.label, candidate.rate_low,
                     candidate.rate_high, candidate.code, candidate.base, candidate.code,
                     RangeText(Converted(known.measure().stated, candidate)));
}

// The first candidate that reconciles each known reading, named with its rates.
std::string CandidatesText(const ReadingGroup& unstated, const Readings& readings) {
  std::string text;
  for (const ReadingGroup& known : readings) {
    if (!known.measure().unit) continue;
    if (Match(unstated.measure(), known.measure()) != ValueMatch::kDisjoint) continue;
    for (const CandidateCurrency& candidate : CandidatesFor(*known.measure().unit)) {
      if (!Reconciles(unstated.measure(), known.measure(), candidate)) continue;
      text += CandidateText(known, candidate);
      break;
    }
  }
  return text.empty() ? text : text + ", which would fit";
}

void AddCurrencyUnstated(const Readings& readings, std::vector<Cause>& causes) {
  if (readings.front().measure().unit_class != "money" || readings.size() > kMaxSlipReadings) return;
  bool any_known =
      std::ranges::any_of(readings, [](const ReadingGroup& r) { return r.measure().unit.has_value(); });
  if (!any_known) return;
  for (const ReadingGroup& reading : readings) {
    if (reading.measure().unit) continue;
    const Claim& claim = reading.claim();
    causes.push_back(
        {"currency_unstated", fmt::format("{}{} names no currency, the others do{}", Place(claim),
                                          Quoted(claim), CandidatesText(reading, readings))});
  }
}

// ---- Slips of magnitude ----

struct Slip {
  int power;
  std::string_view id;
  std::string_view text;
};
// What writers and translators confuse: the scales of English go by thousands, those of Chinese by ten
// thousands.
constexpr std::array<Slip, 5> kSlips = {
    {{1, "factor_10", "billion read as 億 (a billion is 10 億), or a digit too many"},
     {2, "factor_100", "two digits too many, or a percentage read as a number"},
     {3, "factor_1000", "million and billion confused, or a thousand lost"},
     {4, "factor_10000", "萬 (ten thousand) lost or doubled, or 萬 and 億 confused"},
     {8, "factor_100000000", "億 (a hundred million) lost or doubled"}}};

// high / low is exactly this power of ten, by what is stated.
bool IsSlip(const ReadingGroup& low, const ReadingGroup& high, const Slip& slip) {
  const Interval& small = low.measure().stated;
  const Interval& large = high.measure().stated;
  bool points = small.IsPoint() && large.IsPoint();
  return points && !small.lo->is_zero() && small.lo->Scaled(slip.power) == *large.lo;
}

void AddSlips(const Readings& readings, std::vector<Cause>& causes) {
  std::size_t count = std::min(readings.size(), kMaxSlipReadings);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      for (const Slip& slip : kSlips) {
        if (!IsSlip(readings[i], readings[j], slip)) continue;
        causes.push_back(
            {std::string(slip.id),
             fmt::format("{} ÷ {} = {}: {}", Quoted(readings[j].claim()), Quoted(readings[i].claim()),
                         Decimal(1).Scaled(slip.power).ToString(), slip.text)});
      }
    }
  }
}

void AddVague(const Readings& readings, std::vector<Cause>& causes) {
  for (const ReadingGroup& vague : readings) {
    if (causes.size() >= kMaxSlipReadings) return;
    if (vague.measure().shape != Shape::kVague) continue;
    for (const ReadingGroup& other : readings) {
      if (other.measure().shape == Shape::kVague ||
          Match(vague.measure(), other.measure()) != ValueMatch::kDisjoint) {
        continue;
      }
      bool above = GapOf({&vague, &other}) && *vague.measure().stated.hi < *other.measure().stated.lo;
      const Interval& range = vague.measure().stated;
      causes.push_back(
          {"vague_magnitude", fmt::format("{} is at {} {}; {} is {}: the vague word cannot hold the figure",
                                          Quoted(vague.claim()), above ? "most" : "least",
                                          above ? FigureText(*range.hi) : RangeText({range.lo, range.lo}),
                                          Quoted(other.claim()), RangeText(other.measure().stated))});
      break;
    }
  }
}

// ---- Dates, scope, age ----

void AddYearSlip(const Readings& readings, std::vector<Cause>& causes) {
  Extremes extremes = ExtremesOf(readings);
  const DateRange& early = extremes.low->claim().value.date;
  const DateRange& late = extremes.high->claim().value.date;
  if (!early.last || !late.first || YearOf(*late.first) - YearOf(*early.last) != 1) return;
  causes.push_back(
      {"year_off_by_one", fmt::format("{} and {} are one year apart: “last year” may have been counted "
                                      "from another date",
                                      YearOf(*early.last), YearOf(*late.first))});
}

void AddSmallDifference(const Readings& readings, std::vector<Cause>& causes) {
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  if (!gap || !IsTimes(*gap, 1) || IsTimes(*gap, Decimal(1) + Decimal(kMediumPercent).Scaled(-2))) return;
  causes.push_back(
      {"rounding", fmt::format("{} and {} are less than {} % apart: one may be rounded or an older count",
                               FigureText(gap->below), FigureText(gap->above), kMediumPercent)});
}

void AddPartAndTotal(const Draft& draft, const Readings& readings, std::vector<Cause>& causes) {
  if (!IsRepeatable(*draft.rule) || readings.size() < 2) return;
  const Claim& smaller = readings.front().claim();
  if (!smaller.stage.empty() || smaller.period) return;
  causes.push_back(
      {"part_and_total", fmt::format("{} names neither date nor stage: it may be one part, and {} the total",
                                     Quoted(smaller), Quoted(readings.back().claim()))});
}

void AddAge(const Draft& draft, std::vector<Cause>& causes) {
  std::optional<Day> first;
  std::optional<Day> last;
  for (const Items* items : {&draft.items, &draft.old}) {
    for (const ComparedClaim* item : *items) {
      const std::optional<Day>& as_of = item->claim->as_of;
      if (as_of && (!first || *as_of < *first)) first = as_of;
      if (as_of && (!last || *as_of > *last)) last = as_of;
    }
  }
  // Among contradictions of one month's news, age explains nothing.
  int days = draft.verdict == Verdict::kSuperseded ? 0 : kSameNewsDays;
  if (!first || *first + std::chrono::days(days) >= *last) return;
  causes.push_back(
      {"newer", fmt::format("the earliest was published on {}, the latest on {}: the figure may have changed",
                            FormatDay(*first), FormatDay(*last))});
}

void AddBasis(const Draft& draft, std::vector<Cause>& causes) {
  if (!draft.inexact_scope) return;
  causes.push_back(
      {"basis",
       "the periods are not given alike: a fiscal year may stand against a calendar year, or a dated "
       "figure against one without a date"});
}

void AddLikeWords(const Draft& draft, std::vector<Cause>& causes) {
  if (!draft.by_wording) return;
  causes.push_back({std::string(kLikeWordsCause),
                    "the figures were not read as one thing's, but the words around them are alike and they "
                    "are one keystroke apart: one is likely mistyped"});
}

void AddMisread(const Draft& draft, std::vector<Cause>& causes) {
  const ComparedClaim* least =
      *std::ranges::min_element(draft.items, {}, [](const ComparedClaim* i) { return i->claim->confidence; });
  if (least->claim->confidence >= kDoubtfulConfidence) return;
  causes.push_back({"misread", fmt::format("{} was read with {} % confidence: tally may have misread it",
                                           Quoted(*least->claim), least->claim->confidence)});
}

// ---- Why claims that agree do not look alike ----

void AddLikeness(const Readings& readings, std::vector<Cause>& causes) {
  auto with_shape = [&](auto test) { return std::ranges::find_if(readings, test); };
  auto figure = with_shape([](const ReadingGroup& r) { return r.measure().shape == Shape::kFigure; });
  auto bound = with_shape([](const ReadingGroup& r) {
    return r.measure().shape == Shape::kAtLeast || r.measure().shape == Shape::kAtMost;
  });
  auto none = readings.end();
  if (figure != none && bound != none) {
    causes.push_back({"bound", fmt::format("{} gives a bound, {} the figure itself", Quoted(bound->claim()),
                                           Quoted(figure->claim()))});
  } else if (readings.size() > 1 && readings.front().measure().stated != readings.back().measure().stated) {
    causes.push_back(
        {"rounding", fmt::format("{} and {} state one value with different precision",
                                 Quoted(readings.front().claim()), Quoted(readings.back().claim()))});
  } else if (readings.size() > 1 && readings.front().measure().unit_class == "ratio") {
    causes.push_back(
        {"reciprocal", fmt::format("{} and {} are one ratio seen from its two sides",
                                   Quoted(readings.front().claim()), Quoted(readings.back().claim()))});
  }
}

}  // namespace

std::vector<Cause> CausesOf(const Draft& draft, FindingKind kind, const Readings& readings) {
  std::vector<Cause> causes;
  AddCurrencyUnstated(readings, causes);
  if (kind == FindingKind::kCorroboration) {
    AddLikeness(readings, causes);
    AddBasis(draft, causes);
    return causes;
  }
  if (kind == FindingKind::kDateConflict) {
    AddYearSlip(readings, causes);
  } else if (kind != FindingKind::kSuperseded) {
    AddSlips(readings, causes);
    AddVague(readings, causes);
    AddSmallDifference(readings, causes);
    AddPartAndTotal(draft, readings, causes);
  }
  AddAge(draft, causes);
  AddBasis(draft, causes);
  AddLikeWords(draft, causes);
  AddMisread(draft, causes);
  return causes;
}

}  // namespace tally
