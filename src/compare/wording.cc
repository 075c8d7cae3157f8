#include "compare/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/figure_text.h"
#include "base/utf8.h"
#include "compare/comparable_sets.h"
#include "compare/sources.h"

namespace tally {
namespace {

bool IsDate(const ReadingGroup& reading) { return reading.measure().unit_class == "date"; }

std::string Where(const Claim& claim) {
  switch (claim.field) {
    case Field::kTitle:
      return FileName(claim.doc) + " (title)";
    case Field::kFrontMatter:
      return FileName(claim.doc) + " (front matter)";
    case Field::kCaption:
      return FileName(claim.doc) + " (caption)";
    case Field::kByline:
      return FileName(claim.doc) + " (byline)";
    case Field::kBody:
      break;
  }
  return FileName(claim.doc);
}

std::string SayingClause(const ReadingGroup& reading) {
  const Claim& claim = reading.claim();
  std::string others = reading.items.size() > 1 ? fmt::format(", {} times in all", reading.items.size()) : "";
  return fmt::format("{} says {} ({}{})", Where(claim), Quoted(claim), reading.label, others);
}

// "a", "a and b", "a, b and c".
std::string JoinAnd(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

// The lowest and the highest are always among the named.
std::string SayingClauses(const std::vector<ReadingGroup>& readings) {
  std::vector<std::string> clauses;
  std::size_t named = std::min(readings.size(), kMaxNamedReadings);
  for (std::size_t i = 0; i + 1 < named; ++i) clauses.push_back(SayingClause(readings[i]));
  clauses.push_back(SayingClause(readings.back()));
  if (named < readings.size())
    clauses.push_back(fmt::format("{} other readings lie between", readings.size() - named));
  return JoinAnd(clauses);
}

std::string ConflictClause(FindingKind kind, const std::vector<ReadingGroup>& readings) {
  if (kind == FindingKind::kDateConflict) return "one event cannot be on both dates";
  if (kind == FindingKind::kCurrencyUnstated)
    return "they agree only if the unnamed currency is another one: name it";
  if (kind == FindingKind::kCurrencyConflict) return "one number cannot be right in two currencies";
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  std::string times = gap && gap->below != gap->above ? TimesText(*gap) : "";
  if (times.empty()) return "these cannot all be right as printed";
  return fmt::format("these cannot all be right as printed, the highest is at least {} times the lowest",
                     times);
}

std::string DateOf(const Claim& claim) {
  if (!claim.as_of) return "undated";
  return FormatDay(*claim.as_of) + (claim.as_of_estimated ? " (estimated)" : "");
}

const ComparedClaim* Earliest(const Items& items) {
  return *std::ranges::min_element(items, {}, [](const ComparedClaim* item) { return item->claim->as_of; });
}

const ComparedClaim* Newest(const Items& items) {
  return *std::ranges::max_element(items, {}, [](const ComparedClaim* item) { return item->claim->as_of; });
}

std::string DatedClause(const Claim& claim) {
  return fmt::format("{} ({}) in {} of {}", Quoted(claim), ValueLabel(claim.value), Where(claim),
                     DateOf(claim));
}

std::string SupersededSentence(const Draft& draft) {
  return fmt::format("{} is superseded by {}.", DatedClause(*Earliest(draft.old)->claim),
                     DatedClause(*Newest(draft.items)->claim));
}

// The narrowest reading stands for all: figures before bounds, ranges and vague magnitudes, which are wider
// or open.
const ReadingGroup& MostPrecise(const std::vector<ReadingGroup>& readings) {
  auto width = [](const ReadingGroup& reading) {
    const Interval& strict = reading.measure().strict;
    bool open = !strict.lo || !strict.hi;
    return std::pair(open, open ? Decimal() : *strict.hi - *strict.lo);
  };
  return *std::ranges::min_element(readings, {}, width);
}

std::string CorroborationSentence(const Draft& draft, const std::vector<ReadingGroup>& readings,
                                  std::size_t sources, const std::vector<CopyCount>& copies) {
  std::set<std::string> documents;
  for (const ComparedClaim* item : draft.items) documents.insert(DocumentOf(*item->claim));
  std::string where = documents.size() == 1 ? "within " + FileName(draft.items.front()->claim->doc)
                                            : fmt::format("in {} documents", documents.size());
  std::string not_counted = copies.empty() ? "" : "; " + CopiesText(copies);
  return fmt::format("{} claims {} agree on {} ({} independent source{}{}).", draft.items.size(), where,
                     MostPrecise(readings).label, sources, sources == 1 ? "" : "s", not_counted);
}

std::string DateLine(const ReadingGroup& low, const ReadingGroup& high) {
  return fmt::format("{} = {}; {} = {}; {} is before {}", Quoted(low.claim()), low.label,
                     Quoted(high.claim()), high.label, FormatDay(*low.claim().value.date.last),
                     FormatDay(*high.claim().value.date.first));
}

// The comparison that sets two readings apart; empty where they are not.
std::string ApartLine(const ReadingGroup& low, const ReadingGroup& high) {
  if (Match(low.measure(), high.measure()) != ValueMatch::kDisjoint) return "";
  std::optional<Gap> gap = GapOf({&low, &high});
  if (!gap || gap->above < gap->below) return "";
  if (IsDate(low)) return DateLine(low, high);
  return fmt::format("{} = {}; {} = {}; {} > {}", Quoted(high.claim()), high.label, Quoted(low.claim()),
                     low.label, FigureText(gap->above), FigureText(gap->below));
}

std::string FactorLine(const std::vector<ReadingGroup>& readings) {
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  if (!gap || gap->below == gap->above || IsDate(readings.front())) return "";
  std::string times = TimesText(*gap);
  if (times.empty()) return "";
  return fmt::format("{} ÷ {} = {} (cut)", FigureText(gap->above), FigureText(gap->below), times);
}

}  // namespace

std::string Quoted(const Claim& claim) {
  std::string text = "“";
  std::size_t count = 0;
  bool blank = false;
  for (std::size_t at = 0; at < claim.quote.size();) {
    CodePoint c = DecodeUtf8(claim.quote, at);
    at += c.length;
    if (c.value <= 0x20) {
      blank = true;
      continue;
    }
    if (++count > kMaxQuoteCodePoints) return text + "…”";
    if (blank) text += ' ';
    blank = false;
    AppendUtf8(c.value, text);
  }
  return text + "”";
}

std::string Headline(const Claim& claim, const PredicateRule& rule) {
  std::string parties = claim.subject ? claim.subject->name : "";
  if (claim.object) parties += " → " + claim.object->name;
  std::string what = rule.name_en.empty() ? rule.id : rule.name_en;
  if (!claim.event.empty()) what += " (" + claim.event + ")";
  return parties.empty() ? what : parties + ": " + what;
}

std::string Message(const Draft& draft, FindingKind kind, const std::vector<ReadingGroup>& readings,
                    std::size_t sources, const std::vector<CopyCount>& copies) {
  std::string about = Headline(*readings.front().items.front()->claim, *draft.rule) + ": ";
  switch (draft.verdict) {
    case Verdict::kSuperseded:
      return about + SupersededSentence(draft);
    case Verdict::kCorroboration:
      return about + CorroborationSentence(draft, readings, sources, copies);
    case Verdict::kConflict:
      break;
  }
  return about + SayingClauses(readings) + "; " + ConflictClause(kind, readings) + ".";
}

std::vector<std::string> Arithmetic(const Draft& draft, const std::vector<ReadingGroup>& readings) {
  std::vector<std::string> lines;
  if (draft.verdict == Verdict::kCorroboration) {
    if (readings.size() == 1) return lines;
    for (const ReadingGroup& reading : readings) {
      if (lines.size() == kMaxArithmetic) break;
      lines.push_back(fmt::format("{} = {}, {}", Quoted(reading.claim()), reading.label,
                                  "strict " + reading.measure().strict.ToString()));
    }
    return lines;
  }
  auto add = [&](const std::string& line) {
    bool known = std::ranges::find(lines, line) != lines.end();
    if (!line.empty() && !known && lines.size() < kMaxArithmetic) lines.push_back(line);
  };
  Extremes extremes = ExtremesOf(readings);
  if (extremes.low && extremes.high) add(ApartLine(*extremes.low, *extremes.high));
  for (std::size_t i = 0; i + 1 < std::min(readings.size(), kMaxNamedReadings); ++i) {
    add(ApartLine(readings[i], readings[i + 1]));
  }
  add(FactorLine(readings));
  return lines;
}

}  // namespace tally
