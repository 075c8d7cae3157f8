// Each cause has a function that looks for its signs and appends it or nothing; CausesOf calls them in order
// of likelihood.
#include "compare/causes.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "compare/candidate_currency.h"
#include "compare/clash.h"
#include "compare/comparable_sets.h"
#include "compare/digit_slips.h"
#include "compare/kind.h"
#include "compare/scope.h"
#include "compare/severity.h"
#include "compare/wording.h"

namespace tally {
namespace {

using Readings = std::vector<ReadingGroup>;

std::string Named(const Claim& claim, const Phrasebook& say) {
  return claim.field == Field::kTitle ? say("the title's {}", Quoted(claim)) : Quoted(claim);
}

std::string RangeText(const Interval& interval, const Phrasebook& say) {
  if (interval.IsPoint()) return say.Figure(*interval.lo);
  if (interval.lo && interval.hi) return say("{} to {}", say.Figure(*interval.lo), say.Figure(*interval.hi));
  return interval.lo ? say("at least {}", say.Figure(*interval.lo))
                     : say("at most {}", say.Figure(*interval.hi));
}

// ---- The currency ----

std::string CandidateText(const ReadingGroup& known, const CandidateCurrency& candidate,
                          const Phrasebook& say) {
  return say("; {} at {} to {} {} per {} would be about {} {}", known.label, candidate.rate_low,
             candidate.rate_high, candidate.code, candidate.base, candidate.code,
             RangeText(Converted(known.measure().stated, candidate), say));
}

// The first candidate that reconciles each known reading, named with its rates.
std::string CandidatesText(const ReadingGroup& unstated, const Readings& readings, const Phrasebook& say) {
  std::string text;
  for (const ReadingGroup& known : readings) {
    if (!known.measure().unit) continue;
    if (Match(unstated.measure(), known.measure()) != ValueMatch::kDisjoint) continue;
    for (const CandidateCurrency& candidate : CandidatesFor(*known.measure().unit)) {
      if (!Reconciles(unstated.measure(), known.measure(), candidate)) continue;
      text += CandidateText(known, candidate, say);
      break;
    }
  }
  return text.empty() ? text : say("{}, which would fit", text);
}

void AddCurrencyUnstated(const Readings& readings, CauseList& causes) {
  if (readings.front().measure().unit_class != "money" || readings.size() > kMaxSlipReadings) return;
  bool any_known =
      std::ranges::any_of(readings, [](const ReadingGroup& r) { return r.measure().unit.has_value(); });
  if (!any_known) return;
  for (const ReadingGroup& reading : readings) {
    if (reading.measure().unit) continue;
    const Claim& claim = reading.claim();
    causes.push_back(
        {"currency_unstated", causes.say("{} names no currency, the others do{}", Named(claim, causes.say),
                                         CandidatesText(reading, readings, causes.say))});
  }
}

// One number under two currencies: what it would be if it had been converted.
void AddCurrencyLost(const Readings& readings, CauseList& causes) {
  for (const ReadingGroup& known : readings) {
    for (const CandidateCurrency& candidate : CandidatesFor(*known.measure().unit)) {
      auto other = std::ranges::find_if(
          readings, [&](const ReadingGroup& r) { return r.measure().unit == candidate.code; });
      if (other == readings.end()) continue;
      causes.push_back(
          {"currency_lost", causes.say("{} and {} are one number{}", Quoted(known.claim()),
                                       Quoted(other->claim()), CandidateText(known, candidate, causes.say))});
    }
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
     {2, "factor_100",
      "million read as 億 (a hundred million), two digits too many, or a percentage read as a number"},
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

void AddSlips(const Readings& readings, CauseList& causes) {
  std::size_t count = std::min(readings.size(), kMaxSlipReadings);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      for (const Slip& slip : kSlips) {
        if (!IsSlip(readings[i], readings[j], slip)) continue;
        causes.push_back(
            {std::string(slip.id),
             causes.say("{} ÷ {} = {}: {}", Quoted(readings[j].claim()), Quoted(readings[i].claim()),
                        Decimal(1).Scaled(slip.power).ToString(), causes.say(slip.text))});
      }
    }
  }
}

void AddVague(const Readings& readings, CauseList& causes) {
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
      std::string end = above ? causes.say("at most {}", causes.say.Figure(*range.hi))
                              : causes.say("at least {}", RangeText({range.lo, range.lo}, causes.say));
      causes.push_back(
          {"vague_magnitude",
           causes.say("{} is {}; {} is {}: the vague word cannot hold the figure", Quoted(vague.claim()), end,
                      Quoted(other.claim()), RangeText(other.measure().stated, causes.say))});
      break;
    }
  }
}

// ---- Dates, scope, age ----

void AddYearSlip(const Readings& readings, CauseList& causes) {
  Extremes extremes = ExtremesOf(readings);
  const DateRange& early = extremes.low->claim().value.date;
  const DateRange& late = extremes.high->claim().value.date;
  if (!early.last || !late.first || YearOf(*late.first) - YearOf(*early.last) != 1) return;
  causes.push_back(
      {"year_off_by_one", causes.say("{} and {} are one year apart: “last year” may have been counted "
                                     "from another date",
                                     YearOf(*early.last), YearOf(*late.first))});
}

// 4,200 a month and 4,200 a year, 6 % and 6 percentage points.
bool IsOneNumber(const Readings& readings) {
  return std::ranges::all_of(readings, [&](const ReadingGroup& reading) {
    return reading.measure().stated == readings.front().measure().stated;
  });
}

void AddOtherBasis(const Readings& readings, CauseList& causes) {
  if (readings.size() < 2 || !IsOneNumber(readings)) return;
  causes.push_back(
      {"other_basis", causes.say("{} and {} are one number, told of two things: one of the texts "
                                 "likely took it for the other",
                                 readings.front().label, readings.back().label)});
}

void AddSmallDifference(const Readings& readings, CauseList& causes) {
  if (IsOneNumber(readings)) return;

  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  if (!gap || !IsTimes(*gap, 1) ||
      IsTimes(*gap, Decimal(1) + Decimal(causes.limits.medium_percent).Scaled(-2)))
    return;
  causes.push_back(
      {"rounding", causes.say("{} and {} are less than {} % apart: one may be rounded or an older count",
                              causes.say.Figure(gap->below), causes.say.Figure(gap->above),
                              causes.limits.medium_percent)});
}

void AddPartAndTotal(const Draft& draft, const Readings& readings, CauseList& causes) {
  if (!IsRepeatable(*draft.rule) || readings.size() < 2) return;
  const Claim& smaller = readings.front().claim();
  if (!smaller.stage.empty() || smaller.period) return;
  causes.push_back(
      {"part_and_total", causes.say("{} names neither date nor stage: it may be one part, and {} the total",
                                    Quoted(smaller), Quoted(readings.back().claim()))});
}

void AddAge(const Draft& draft, CauseList& causes) {
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
  int days = draft.verdict == Verdict::kSuperseded ? 0 : causes.limits.same_news_days;
  if (!first || *first + std::chrono::days(days) >= *last) return;
  causes.push_back(
      {"newer", causes.say("the earliest was published on {}, the latest on {}: the figure may have changed",
                           FormatDay(*first), FormatDay(*last))});
}

void AddBasis(const Draft& draft, CauseList& causes) {
  if (!draft.inexact_scope) return;
  causes.push_back(
      {"basis",
       causes.say(
           "the periods are not given alike: a fiscal year may stand against a calendar year, or a dated "
           "figure against one without a date")});
}

// A value that several texts share although more texts give another is seldom mistaken twice: one has it from
// the other.
void AddSharedError(const Readings& readings, CauseList& causes) {
  auto documents = [](const ReadingGroup& reading) {
    std::set<std::string> names;
    for (const ComparedClaim* item : reading.items) names.insert(DocumentOf(*item->claim));
    return names.size();
  };
  std::size_t all = 0;
  for (const ReadingGroup& reading : readings) all += documents(reading);
  for (const ReadingGroup& reading : readings) {
    std::size_t sharing = documents(reading);
    if (sharing < 2 || sharing * 2 >= all) continue;
    causes.push_back(
        {"copied", causes.say("{} stands in {} of {} documents: one may have taken it from the other",
                              Quoted(reading.claim()), sharing, all)});
    return;
  }
}

void AddLikeWords(const Draft& draft, const Readings& readings, CauseList& causes) {
  if (!draft.by_wording || IsOneNumber(readings)) return;
  causes.push_back(
      {std::string(kLikeWordsCause),
       causes.say("the figures were not read as one thing's, but the words around them are alike "
                  "and they are one keystroke apart: one is likely mistyped")});
}

void AddMisread(const Draft& draft, CauseList& causes) {
  const ComparedClaim* least =
      *std::ranges::min_element(draft.items, {}, [](const ComparedClaim* i) { return i->claim->confidence; });
  if (least->claim->confidence >= causes.limits.doubtful_confidence) return;
  causes.push_back({"misread", causes.say("{} was read with {} % confidence: tally may have misread it",
                                          Quoted(*least->claim), least->claim->confidence)});
}

// ---- Why claims that agree do not look alike ----

void AddLikeness(const Readings& readings, CauseList& causes) {
  auto with_shape = [&](auto test) { return std::ranges::find_if(readings, test); };
  auto figure = with_shape([](const ReadingGroup& r) { return r.measure().shape == Shape::kFigure; });
  auto bound = with_shape([](const ReadingGroup& r) {
    return r.measure().shape == Shape::kAtLeast || r.measure().shape == Shape::kAtMost;
  });
  auto none = readings.end();
  if (figure != none && bound != none) {
    causes.push_back({"bound", causes.say("{} gives a bound, {} the figure itself", Quoted(bound->claim()),
                                          Quoted(figure->claim()))});
  } else if (readings.size() > 1 && readings.front().measure().stated != readings.back().measure().stated) {
    causes.push_back(
        {"rounding", causes.say("{} and {} state one value with different precision",
                                Quoted(readings.front().claim()), Quoted(readings.back().claim()))});
  } else if (readings.size() > 1 && readings.front().measure().unit_class == "ratio") {
    causes.push_back(
        {"reciprocal", causes.say("{} and {} are one ratio seen from its two sides",
                                  Quoted(readings.front().claim()), Quoted(readings.back().claim()))});
  }
}

}  // namespace

std::vector<Cause> CausesOf(const Draft& draft, FindingKind kind, const Readings& readings,
                            const CompareSettings& settings) {
  CauseList causes{settings.say, settings.limits, {}};
  AddCurrencyUnstated(readings, causes);
  if (kind == FindingKind::kCorroboration) {
    AddLikeness(readings, causes);
    AddBasis(draft, causes);
    return std::move(causes.list);
  }
  bool revised_date = kind == FindingKind::kRevised && readings.front().measure().unit_class == "date";
  if (kind == FindingKind::kCurrencyConflict) {
    AddCurrencyLost(readings, causes);
  } else if (kind == FindingKind::kDateConflict || revised_date) {
    AddYearSlip(readings, causes);
  } else if (draft.corrected) {
    causes.push_back({"corrected", causes.say("the newer text says that the earlier figure is wrong")});
  } else if ((!draft.kind && kind != FindingKind::kSuperseded) || kind == FindingKind::kRevised) {
    AddOtherBasis(readings, causes);
    AddSlips(readings, causes);
    AddDigitSlips(readings, causes);
    AddVague(readings, causes);
    AddSmallDifference(readings, causes);
    AddPartAndTotal(draft, readings, causes);
  }
  if (draft.verdict == Verdict::kConflict) AddSharedError(readings, causes);
  AddAge(draft, causes);
  AddBasis(draft, causes);
  AddLikeWords(draft, readings, causes);
  AddMisread(draft, causes);
  return std::move(causes.list);
}

}  // namespace tally
