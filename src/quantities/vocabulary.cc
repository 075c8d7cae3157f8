#include "quantities/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

int ParseInt(std::string_view text, const std::string& list, const std::string& whole) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw UserError(fmt::format("words/{}.txt: the value '{}' is not understood", list, whole));
  }
  return value;
}

Modifier ParseModifier(const std::string& name, const std::string& list) {
  if (name == "none") return Modifier::kNone;
  if (name == "approx") return Modifier::kApprox;
  if (name == "at_least") return Modifier::kAtLeast;
  if (name == "more_than") return Modifier::kMoreThan;
  if (name == "at_most") return Modifier::kAtMost;
  if (name == "up_to") return Modifier::kUpTo;
  if (name == "nearly") return Modifier::kNearly;
  if (name == "less_than") return Modifier::kLessThan;
  throw UserError(
      fmt::format("words/{}.txt: unknown modifier '{}'; allowed: none, approx, at_least, more_than, "
                  "at_most, up_to, nearly, less_than",
                  list, name));
}

// "m3-5", "d21-31", "fiscal", "none"
DatePart ParsePart(const std::string& value) {
  if (value == "none") return {DatePart::Of::kNone};
  if (value == "fiscal") return {DatePart::Of::kFiscal};
  auto dash = value.find('-');
  if (dash == std::string::npos || (value[0] != 'm' && value[0] != 'd')) {
    throw UserError(fmt::format(
        "words/date_parts.txt: the value '{}' is not of the form m1-3, d1-10, fiscal or none", value));
  }
  DatePart part;
  part.of = value[0] == 'm' ? DatePart::Of::kYear : DatePart::Of::kMonth;
  part.first = ParseInt(std::string_view(value).substr(1, dash - 1), "date_parts", value);
  part.last = ParseInt(std::string_view(value).substr(dash + 1), "date_parts", value);
  return part;
}

// "year-1", "same_year+0", "near_year-1", "fiscal+0", "day+0..1"; "none" is a name that only begins like a
// date.
RelativeDate ParseRelative(const std::string& value) {
  using Unit = RelativeDate::Unit;
  RelativeDate relative;
  if (value == "none") {
    relative.unit = Unit::kNone;
    return relative;
  }
  auto sign = value.find_first_of("+-");
  if (sign == std::string::npos) {
    throw UserError(fmt::format("words/relative_dates.txt: the value '{}' is not of the form year-1", value));
  }
  std::string_view name = std::string_view(value).substr(0, sign);
  if (name.starts_with("same_")) {
    relative.from_context = true;
    name.remove_prefix(5);
  } else if (name.starts_with("near_")) {
    relative.near_context = true;
    name.remove_prefix(5);
  }
  static constexpr std::pair<std::string_view, Unit> kUnits[] = {
      {"year", Unit::kYear},       {"half", Unit::kHalf},    {"weekday", Unit::kDayOfWeek},
      {"quarter", Unit::kQuarter}, {"month", Unit::kMonth},  {"week", Unit::kWeek},
      {"day", Unit::kDay},         {"fiscal", Unit::kFiscal}};
  auto unit = std::ranges::find(kUnits, name, &std::pair<std::string_view, Unit>::first);
  if (unit == std::end(kUnits)) {
    throw UserError(fmt::format("words/relative_dates.txt: unknown unit in '{}'", value));
  }
  relative.unit = unit->second;
  std::string_view offsets = std::string_view(value).substr(sign);
  auto dots = offsets.find("..");
  relative.offset = ParseInt(offsets.substr(0, dots), "relative_dates", value);
  relative.last_offset = dots == std::string_view::npos
                             ? relative.offset
                             : ParseInt(offsets.substr(dots + 2), "relative_dates", value);
  return relative;
}

// One of the names that a list allows as values.
template <class T, std::size_t N>
T ParseName(const std::string& value, const char* list, const std::pair<std::string_view, T> (&names)[N]) {
  for (const auto& [name, meaning] : names) {
    if (name == value) return meaning;
  }
  throw UserError(fmt::format("words/{}.txt: the value '{}' is not understood", list, value));
}

// "10-01": {10, 1}
std::optional<std::pair<int, int>> ParseMonthDay(std::string_view pair, const char* list,
                                                 const std::string& value) {
  auto dash = pair.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  return std::pair(ParseInt(pair.substr(0, dash), list, value), ParseInt(pair.substr(dash + 1), list, value));
}

// "10-01", "lunar 8-15", "lunar eve", "sun 270", "moves", "none"
Holiday ParseHoliday(const std::string& value) {
  if (value == "none") return {};
  if (value == "moves") return {Holiday::By::kMoves};
  if (value == "lunar eve") return {Holiday::By::kNewYearsEve};
  std::string_view all(value);
  auto rest = [&](std::string_view lead) { return all.substr(lead.size()); };
  constexpr std::string_view kLunar = "lunar ";
  constexpr std::string_view kSun = "sun ";
  if (all.starts_with(kSun)) return {Holiday::By::kSun, 0, ParseInt(rest(kSun), "holidays", value)};
  bool lunar = all.starts_with(kLunar);
  auto day = ParseMonthDay(lunar ? rest(kLunar) : all, "holidays", value);
  if (!day) {
    throw UserError(
        fmt::format("words/holidays.txt: the value '{}' is not of the form 10-01, lunar 8-15, lunar eve, sun "
                    "270, moves or none",
                    value));
  }
  return {lunar ? Holiday::By::kLunar : Holiday::By::kGregorian, day->first, day->second};
}

// "calendar", "12", "leap 4", "1-1"
LunarMark ParseLunarMark(const std::string& value) {
  if (value == "calendar") return {};
  constexpr std::string_view kLeap = "leap ";
  std::string_view all(value);
  if (auto day = ParseMonthDay(all, "lunar_marks", value)) return {day->first, false, day->second};
  bool leap = all.starts_with(kLeap);
  if (leap) all.remove_prefix(kLeap.size());
  return {ParseInt(all, "lunar_marks", value), leap, 0};
}

DateUnit ParseUnit(const std::string& value) {
  return ParseName<DateUnit>(value, "date_units",
                             {{"day", DateUnit::kDay},
                              {"week", DateUnit::kWeek},
                              {"month", DateUnit::kMonth},
                              {"quarter", DateUnit::kQuarter},
                              {"year", DateUnit::kYear}});
}

CountedMark ParseMark(const std::string& value) {
  return ParseName<CountedMark>(value, "counted_marks",
                                {{"none", CountedMark::kNone},
                                 {"before", CountedMark::kBefore},
                                 {"after", CountedMark::kAfter},
                                 {"within", CountedMark::kWithin}});
}

CountedLead ParseLead(const std::string& value) {
  return ParseName<CountedLead>(value, "counted_leads",
                                {{"none", CountedLead::kNone},
                                 {"past", CountedLead::kPast},
                                 {"next", CountedLead::kNext},
                                 {"coming", CountedLead::kComing},
                                 {"recent", CountedLead::kRecent}});
}

}  // namespace

HanDateWords::HanDateWords(const RuleSet& rules)
    : weekdays(rules.Words("han_weekdays"),
               [](const std::string& v) { return v == "none" ? 0 : ParseInt(v, "han_weekdays", v); }),
      holidays(rules.Words("holidays"), ParseHoliday),
      units(rules.Words("date_units"), ParseUnit),
      marks(rules.Words("counted_marks"), ParseMark),
      leads(rules.Words("counted_leads"), ParseLead),
      reigns(rules.Words("reigns"), [](const std::string& v) { return ParseInt(v, "reigns", v) - 1; }),
      lunar_marks(rules.Words("lunar_marks"), ParseLunarMark),
      past_speech(rules.Words("past_speech")),
      future_marks(rules.Words("future_marks")),
      duration_marks(rules.Words("duration_marks")),
      year_prepositions(rules.Words("year_prepositions")),
      clause_openers(rules.Words("clause_openers")),
      not_numbers(rules.Words("not_numbers")),
      measure_words(rules.Words("measure_words")),
      recurrences(rules.Words("recurrences")),
      quarter_followers(rules.Words("quarter_followers")) {}

Vocabulary::Vocabulary(const RuleSet& rules)
    : rules_(rules),
      before_words_(rules.Words("modifiers_before")),
      after_words_(rules.Words("modifiers_after")),
      part_words_(rules.Words("date_parts")),
      relative_words_(rules.Words("relative_dates")),
      han_dates_(rules) {
  for (const std::string& v : before_words_.values) before_.push_back(ParseModifier(v, "modifiers_before"));
  for (const std::string& v : after_words_.values) after_.push_back(ParseModifier(v, "modifiers_after"));
  for (const std::string& v : rules.Words("date_parts").values) parts_.push_back(ParsePart(v));
  for (const std::string& v : rules.Words("relative_dates").values) relatives_.push_back(ParseRelative(v));
}

std::optional<Vocabulary::ModifierHit> Vocabulary::ModifierEndingAt(std::string_view text,
                                                                    std::size_t at) const {
  auto hit = before_words_.lexicon.LongestEndingAt(text, at, 0);
  if (!hit || before_[hit->value] == Modifier::kNone) return std::nullopt;
  return ModifierHit{before_[hit->value], hit->length};
}

std::optional<Vocabulary::ModifierHit> Vocabulary::ModifierAt(std::string_view text, std::size_t at) const {
  auto hit = after_words_.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return ModifierHit{after_[hit->value], hit->length};
}

std::optional<Vocabulary::ModifierHit> Vocabulary::BoundBeforeVerb(std::string_view text, std::size_t at,
                                                                   std::size_t floor) const {
  // 至少进行了|三次, 最多可容纳|五百人
  constexpr int kVerbCharacters = 4;
  std::size_t end = at;
  for (int step = 0; step <= kVerbCharacters && end > floor; ++step) {
    auto hit = step > 0 ? ModifierEndingAt(text, end) : std::nullopt;
    if (hit) {
      // One character before a verb is part of it: 满意度为.
      constexpr std::size_t kOneCharacter = 3;
      bool adverb = hit->length > kOneCharacter &&
                    (hit->modifier == Modifier::kAtLeast || hit->modifier == Modifier::kAtMost) &&
                    IsHan(DecodeUtf8(text, end - hit->length).value) && end - hit->length >= floor;
      if (adverb) return ModifierHit{hit->modifier, at - (end - hit->length)};
      return std::nullopt;
    }
    if (static_cast<unsigned char>(text[end - 1]) < 0x80) return std::nullopt;
    std::size_t previous = PreviousCodePoint(text, end);
    if (!IsHan(DecodeUtf8(text, previous).value)) return std::nullopt;
    end = previous;
  }
  return std::nullopt;
}

std::optional<Vocabulary::PartHit> Vocabulary::PartAt(std::string_view text, std::size_t at) const {
  auto hit = part_words_.lexicon.Longest(text, at);
  if (!hit || parts_[hit->value].of == DatePart::Of::kNone) return std::nullopt;
  return PartHit{parts_[hit->value], hit->length};
}

std::optional<Vocabulary::RelativeHit> Vocabulary::RelativeAt(std::string_view text, std::size_t at) const {
  auto hit = relative_words_.lexicon.Longest(text, at);
  if (!hit) return std::nullopt;
  return RelativeHit{relatives_[hit->value], hit->length};
}

bool Vocabulary::EndsWithWord(const WordList& list, std::string_view text, std::size_t at) {
  if (list.lexicon.LongestEndingAt(text, at, 0)) return true;
  return at > 0 && text[at - 1] == ' ' && list.lexicon.LongestEndingAt(text, at - 1, 0).has_value();
}

}  // namespace tally
