#include "compare/wording.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "compare/comparable_sets.h"
#include "compare/sources.h"

namespace tally {
namespace {

bool IsDate(const ReadingGroup& reading) { return reading.measure().unit_class == "date"; }

std::string Where(const Claim& claim, const Phrasebook& say) {
  switch (claim.field) {
    case Field::kTitle:
      return say("{} (title)", FileName(claim.doc));
    case Field::kFrontMatter:
      return say("{} (front matter)", FileName(claim.doc));
    case Field::kCaption:
      return say("{} (caption)", FileName(claim.doc));
    case Field::kByline:
      return say("{} (byline)", FileName(claim.doc));
    case Field::kBody:
      break;
  }
  return FileName(claim.doc);
}

std::string SayingClause(const ReadingGroup& reading, const Phrasebook& say) {
  const Claim& claim = reading.claim();
  std::string others = reading.items.size() > 1 ? say(", {} times in all", reading.items.size()) : "";
  return say("{} says {} ({}{})", Where(claim, say), Quoted(claim), reading.label, others);
}

// "a", "a and b", "a, b and c".
std::string JoinAnd(const std::vector<std::string>& parts, const Phrasebook& say) {
  std::string text = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    text = i + 1 == parts.size() ? say("{} and {}", text, parts[i]) : say("{}, {}", text, parts[i]);
  }
  return text;
}

// The lowest and the highest are always among the named.
std::string SayingClauses(const std::vector<ReadingGroup>& readings, const Phrasebook& say) {
  std::vector<std::string> clauses;
  std::size_t named = std::min(readings.size(), kMaxNamedReadings);
  for (std::size_t i = 0; i + 1 < named; ++i) clauses.push_back(SayingClause(readings[i], say));
  clauses.push_back(SayingClause(readings.back(), say));
  if (named < readings.size())
    clauses.push_back(say("{} other readings lie between", readings.size() - named));
  return JoinAnd(clauses, say);
}

std::string ConflictClause(FindingKind kind, const std::vector<ReadingGroup>& readings,
                           const Phrasebook& say) {
  if (kind == FindingKind::kDateConflict) return say("one event cannot be on both dates");
  if (kind == FindingKind::kCurrencyUnstated)
    return say("they agree only if the unnamed currency is another one: name it");
  if (kind == FindingKind::kCurrencyConflict)
    return say("one number cannot be right in two currencies: the currency was lost or not converted");
  if (kind == FindingKind::kPartyConflict) return say("one deal cannot have both");
  if (kind == FindingKind::kStatusConflict) return say("it cannot be both");
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  std::string times = gap && gap->below != gap->above ? TimesText(*gap) : "";
  if (times.empty()) return say("these cannot all be right as printed");
  return say("these cannot all be right as printed, the highest is at least {} times the lowest", times);
}

std::string DateOf(const Claim& claim, const Phrasebook& say) {
  if (!claim.as_of) return say("undated");
  return claim.as_of_estimated ? say("{} (estimated)", FormatDay(*claim.as_of)) : FormatDay(*claim.as_of);
}

const ComparedClaim* Earliest(const Items& items) {
  return *std::ranges::min_element(items, {}, [](const ComparedClaim* item) { return item->claim->as_of; });
}

const ComparedClaim* Newest(const Items& items) {
  return *std::ranges::max_element(items, {}, [](const ComparedClaim* item) { return item->claim->as_of; });
}

std::string DatedClause(const Claim& claim, const Phrasebook& say) {
  return say("{} ({}) in {} of {}", Quoted(claim), ValueLabel(claim.value, say), Where(claim, say),
             DateOf(claim, say));
}

// Two versions of one text, of which the file's name is all that both share.
std::string RevisedSentence(const Draft& draft, const Phrasebook& say) {
  const Claim& old = *draft.old.front()->claim;
  const Claim& now = *draft.items.front()->claim;
  return say("{} says {} ({}) where it said {} ({}); no sentence with a figure says that it was changed.",
             Where(now, say), Quoted(now), ValueLabel(now.value, say), Quoted(old),
             ValueLabel(old.value, say));
}

std::string SupersededSentence(const Draft& draft, const Phrasebook& say) {
  std::string old = DatedClause(*Earliest(draft.old)->claim, say);
  std::string now = DatedClause(*Newest(draft.items)->claim, say);
  return draft.corrected ? say("{} is corrected by {}.", old, now) : say("{} is superseded by {}.", old, now);
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
                                  std::size_t sources, const std::vector<CopyCount>& copies,
                                  const Phrasebook& say) {
  std::set<std::string> documents;
  for (const ComparedClaim* item : draft.items) documents.insert(DocumentOf(*item->claim));
  std::string where = documents.size() == 1 ? say("within {}", FileName(draft.items.front()->claim->doc))
                                            : say("in {} documents", documents.size());
  std::string not_counted;
  for (const CopyCount& copy : copies) not_counted += say("; copies: {} of {}", copy.count, copy.of);
  std::string agreement =
      say("{} claims {} agree on {}", draft.items.size(), where, MostPrecise(readings).label);
  return sources == 1 ? say("{} ({} independent source{}).", agreement, sources, not_counted)
                      : say("{} ({} independent sources{}).", agreement, sources, not_counted);
}

std::string DateLine(const ReadingGroup& low, const ReadingGroup& high, const Phrasebook& say) {
  return say("{} = {}; {} = {}; {} is before {}", Quoted(low.claim()), low.label, Quoted(high.claim()),
             high.label, FormatDay(*low.claim().value.date.last), FormatDay(*high.claim().value.date.first));
}

// The comparison that sets two readings apart; empty where they are not.
std::string ApartLine(const ReadingGroup& low, const ReadingGroup& high, const Phrasebook& say) {
  if (Match(low.measure(), high.measure()) != ValueMatch::kDisjoint) return "";
  std::optional<Gap> gap = GapOf({&low, &high});
  if (!gap || gap->above < gap->below) return "";
  if (IsDate(low)) return DateLine(low, high, say);
  return say("{} = {}; {} = {}; {} > {}", Quoted(high.claim()), high.label, Quoted(low.claim()), low.label,
             say.Figure(gap->above), say.Figure(gap->below));
}

std::string FactorLine(const std::vector<ReadingGroup>& readings, const Phrasebook& say) {
  std::optional<Gap> gap = GapOf(ExtremesOf(readings));
  if (!gap || gap->below == gap->above || IsDate(readings.front())) return "";
  std::string times = TimesText(*gap);
  if (times.empty()) return "";
  return say("{} ÷ {} = {} (cut)", say.Figure(gap->above), say.Figure(gap->below), times);
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

std::string Headline(const Claim& claim, const PredicateRule& rule, const Phrasebook& say) {
  std::string parties = claim.subject ? claim.subject->name : "";
  if (claim.object) parties += " → " + claim.object->name;
  std::string what = say.NameOf(rule);
  if (!claim.event.empty()) what += " (" + say(claim.event) + ")";
  return parties.empty() ? what : parties + std::string(say.colon()) + what;
}

std::string Message(const Draft& draft, FindingKind kind, const std::vector<ReadingGroup>& readings,
                    std::size_t sources, const std::vector<CopyCount>& copies, const Phrasebook& say) {
  std::string about = Headline(*readings.front().items.front()->claim, *draft.rule, say);
  about += say.colon();
  switch (draft.verdict) {
    case Verdict::kSuperseded:
      return about +
             (kind == FindingKind::kRevised ? RevisedSentence(draft, say) : SupersededSentence(draft, say));
    case Verdict::kCorroboration:
      return about + CorroborationSentence(draft, readings, sources, copies, say);
    case Verdict::kConflict:
    case Verdict::kNotice:
      break;
  }
  about += SayingClauses(readings, say);
  about += say.semicolon();
  about += ConflictClause(kind, readings, say);
  about += say.period();
  return about;
}

std::vector<std::string> Arithmetic(const Draft& draft, const std::vector<ReadingGroup>& readings,
                                    const Phrasebook& say) {
  std::vector<std::string> lines;
  if (draft.verdict == Verdict::kCorroboration) {
    if (readings.size() == 1) return lines;
    for (const ReadingGroup& reading : readings) {
      if (lines.size() == kMaxArithmetic) break;
      lines.push_back(say("{} = {}, strict {}", Quoted(reading.claim()), reading.label,
                          reading.measure().strict.ToString()));
    }
    return lines;
  }
  auto add = [&](const std::string& line) {
    bool known = std::ranges::find(lines, line) != lines.end();
    if (!line.empty() && !known && lines.size() < kMaxArithmetic) lines.push_back(line);
  };
  Extremes extremes = ExtremesOf(readings);
  if (extremes.low && extremes.high) add(ApartLine(*extremes.low, *extremes.high, say));
  for (std::size_t i = 0; i + 1 < std::min(readings.size(), kMaxNamedReadings); ++i) {
    add(ApartLine(readings[i], readings[i + 1], say));
  }
  if (!draft.kind) add(FactorLine(readings, say));
  return lines;
}

}  // namespace tally
