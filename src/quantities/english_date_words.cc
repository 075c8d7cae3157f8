// The lists are months, weekdays_en, ordinals_en, date_words_en, holidays_en and number_words; the first one
// that has a spelling keeps it (second is the ordinal).
#include "quantities/english_date_words.h"

#include <fmt/format.h>

#include <charconv>
#include <string>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

using Kind = DateWord::Kind;

struct NamedKind {
  std::string_view name;
  Kind kind;
};
constexpr NamedKind kKinds[] = {
    {"which", Kind::kWhich},
    {"nearest", Kind::kNearest},
    {"named", Kind::kNamed},
    {"day", Kind::kDay},
    {"unit", Kind::kUnit},
    {"part", Kind::kPart},
    {"quarter", Kind::kQuarter},
    {"half", Kind::kHalf},
    {"season", Kind::kSeason},
    {"fiscal", Kind::kFiscal},
    {"ago", Kind::kAgo},
    {"from_now", Kind::kFromNow},
    {"before", Kind::kBefore},
    {"after", Kind::kAfter},
    {"from", Kind::kFrom},
    {"starting", Kind::kStarting},
    {"within", Kind::kWithin},
    {"year_end", Kind::kYearEnd},
    {"now", Kind::kNow},
    {"year_edge", Kind::kYearEdge},
    {"month_edge", Kind::kMonthEdge},
    {"vague", Kind::kVague},
    {"event", Kind::kEvent},
    {"origin", Kind::kOrigin},
};

[[noreturn]] void Refuse(const char* list, const std::string& value, std::string_view form) {
  throw UserError(fmt::format("words/{}.txt: the value '{}' is not of the form {}", list, value, form));
}

// Reads an integer at the front of `text` and removes it.
std::optional<int> TakeInt(std::string_view& text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

DateWord ParseWord(const std::string& value) {
  std::string_view rest = value;
  auto blank = rest.find(' ');
  std::string_view name = rest.substr(0, blank);
  rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
  auto number = TakeInt(rest);
  for (const NamedKind& known : kKinds) {
    if (known.name == name && number && rest.empty()) return {.kind = known.kind, .value = *number};
  }
  std::string names;
  for (const NamedKind& known : kKinds) names += (names.empty() ? "" : ", ") + std::string(known.name);
  Refuse("date_words_en", value, "'kind number'; the kinds are " + names);
}

DateWord ParseWeekday(const std::string& value) {
  std::string_view rest = value;
  auto number = TakeInt(rest);
  if (!number || *number < 1 || *number > 7 || !(rest.empty() || rest == " short" || rest == " plural"))
    Refuse("weekdays_en", value, "'1' to '7', with 'short' or 'plural' behind it or not");
  return {.kind = Kind::kWeekday, .value = *number, .weak = rest == " short", .plural = rest == " plural"};
}

}  // namespace

EnglishDateWords::EnglishDateWords(const RuleSet& rules) {
  auto number = [](const char* list, const std::string& value) {
    std::string_view rest = value;
    auto parsed = TakeInt(rest);
    if (!parsed || !rest.empty()) Refuse(list, value, "a whole number");
    return *parsed;
  };
  auto each = [&](const char* list, auto take) {
    const WordList& words = rules.Words(list);
    for (std::size_t i = 0; i < words.spellings.size(); ++i) take(words.spellings[i], words.values[i]);
  };
  each("months", [&](const std::string& word, const std::string& value) {
    Add(word, {.kind = Kind::kMonth, .value = number("months", value)});
  });
  each("weekdays_en",
       [&](const std::string& word, const std::string& value) { Add(word, ParseWeekday(value)); });
  each("ordinals_en", [&](const std::string& word, const std::string& value) {
    Add(word, {.kind = Kind::kOrdinal, .value = number("ordinals_en", value)});
  });
  each("date_words_en", [&](const std::string& word, const std::string& value) {
    DateWord parsed = ParseWord(value);
    parsed.plural = parsed.kind == Kind::kUnit && word.ends_with('s');
    Add(word, parsed);
  });
  each("holidays_en", [&](const std::string& word, const std::string& value) { AddHoliday(word, value); });
  each("number_words", [&](const std::string& word, const std::string& value) {
    // "several" and "half" count no days; "a week ago" counts one.
    std::string_view rest = value == "article" ? std::string_view("1") : std::string_view(value);
    auto parsed = TakeInt(rest);
    if (parsed && rest.empty() && *parsed > 0 && *parsed < 100)
      Add(word, {.kind = Kind::kCardinal, .value = *parsed});
  });
  lexicon_.Freeze();
}

void EnglishDateWords::Add(std::string_view spelling, DateWord word) {
  lexicon_.Add(spelling, static_cast<std::uint32_t>(words_.size()));
  words_.push_back(word);
  spellings_.emplace_back(spelling);
  kinds_[LettersAt(spelling, 0)] |= Bit(word.kind);
}

void EnglishDateWords::AddStarts(StartFilter& filter) const {
  // These stand behind a date's first word, or beside it.
  constexpr std::uint32_t kNoStarts =
      Bit(Kind::kAgo) | Bit(Kind::kFromNow) | Bit(Kind::kBefore) | Bit(Kind::kAfter) | Bit(Kind::kFrom) |
      Bit(Kind::kStarting) | Bit(Kind::kNow) | Bit(Kind::kVague) | Bit(Kind::kEvent) | Bit(Kind::kOrigin);
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    if ((Bit(words_[i].kind) & kNoStarts) == 0) filter.Add(spellings_[i]);
  }
  for (std::string_view word : {"in", "the", "FY"})
    filter.Add(word);  // in two years, the third quarter, FY25
}

// "12-25", "easter-2", "4-4-11+1": the fourth Thursday of November and a day
void EnglishDateWords::AddHoliday(std::string_view spelling, const std::string& value) {
  Holiday holiday;
  std::string_view rest = value;
  std::string_view easter = "easter";
  bool understood = false;
  if (rest.starts_with(easter)) {
    rest.remove_prefix(easter.size());
    holiday.of = Holiday::Of::kEaster;
    auto offset = TakeInt(rest);
    understood = offset && rest.empty();
    holiday.offset = offset.value_or(0);
  } else if (rest.size() == 5 && rest[2] == '-') {
    auto month = TakeInt(rest);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    auto day = TakeInt(rest);
    understood = month && day && rest.empty() && MakeDay(2000, *month, *day);
    holiday.month = month.value_or(1);
    holiday.day = day.value_or(1);
  } else {
    holiday.of = Holiday::Of::kWeekday;
    auto nth = TakeInt(rest);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    auto weekday = TakeInt(rest);
    if (rest.starts_with('-')) rest.remove_prefix(1);
    auto month = TakeInt(rest);
    auto offset = rest.empty() ? std::optional(0) : TakeInt(rest);
    understood = nth && weekday && month && offset && rest.empty() && *weekday >= 1 && *weekday <= 7 &&
                 *month >= 1 && *month <= 12 && *nth >= -1 && *nth <= 4 && *nth != 0;
    holiday.nth = nth.value_or(1);
    holiday.weekday = weekday.value_or(1);
    holiday.month = month.value_or(1);
    holiday.offset = offset.value_or(0);
  }
  if (!understood) Refuse("holidays_en", value, "12-25, easter-2 or 4-4-11+1");
  Add(spelling, {.kind = Kind::kHoliday, .value = static_cast<int>(holidays_.size())});
  holidays_.push_back(holiday);
}

std::optional<DateWord> EnglishDateWords::At(std::string_view text, std::size_t at) const {
  if (KindsAt(text, at) == 0) return std::nullopt;
  auto hit = lexicon_.Longest(text, at);
  if (!hit) return std::nullopt;
  DateWord word = words_[hit->value];
  word.end = at + hit->length;
  return word;
}

std::optional<DateWord> EnglishDateWords::AtOf(std::string_view text, std::size_t at, Kind kind) const {
  auto word = At(text, at);
  return word && word->kind == kind ? word : std::nullopt;
}

std::optional<Day> EnglishDateWords::HolidayIn(int index, int year) const {
  using std::chrono::days;
  const Holiday& holiday = holidays_[static_cast<std::size_t>(index)];
  switch (holiday.of) {
    case Holiday::Of::kEaster:
      return EasterSunday(year) + days(holiday.offset);
    case Holiday::Of::kWeekday: {
      DateRange month = DateRange::Months(year, holiday.month, holiday.month);
      if (!month.first || !month.last) return std::nullopt;
      int first = static_cast<int>(std::chrono::weekday(*month.first).iso_encoding());
      Day day = *month.first + days((holiday.weekday - first + 7) % 7);
      if (holiday.nth > 0) return day + days(7 * (holiday.nth - 1) + holiday.offset);
      while (day + days(7) <= *month.last) day += days(7);
      return day + days(holiday.offset);
    }
    default:
      return MakeDay(year, holiday.month, holiday.day);
  }
}

Day EasterSunday(int year) {
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31;
  int day = (h + l - 7 * m + 114) % 31 + 1;
  return MakeDay(year, month, day).value_or(Day());
}

}  // namespace tally
