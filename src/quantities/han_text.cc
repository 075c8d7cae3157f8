#include "quantities/han_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// How far around a date its clause is looked at; keeps the search linear. 25 Han characters are a long
// clause.
constexpr std::size_t kClauseReach = 75;  // bytes
// How far back the date before may lie to be of the same sentence.
constexpr std::size_t kSentenceReach = 600;  // bytes

bool EndsSentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？' || c == U'!' || c == U'?'; }

bool EndsClause(char32_t c) {
  return EndsSentence(c) || c == U'，' || c == ',' || c == U'；' || c == ';' || c == U'：' || c == ':' ||
         c == '\n';
}

}  // namespace

HanPoint HanPoint::Unresolved(std::size_t end, std::string_view why) {
  HanPoint point;
  point.end = end;
  point.unresolved = why;
  return point;
}

HanPoint HanPoint::Span(std::size_t end, DateRange days, Grain grain) {
  HanPoint point;
  point.end = end;
  point.days = days;
  point.grain = grain;
  return point;
}

HanPoint HanPoint::Year(std::size_t end, int year) {
  HanPoint point = Span(end, DateRange::Year(year), Grain::kYear);
  point.year = year;
  return point;
}

HanPoint HanPoint::Month(std::size_t end, int year, int month) {
  HanPoint point = Span(end, DateRange::Months(year, month, month), Grain::kMonth);
  point.year = year;
  point.month = month;
  return point;
}

HanPoint HanPoint::Day(std::size_t end, tally::Day day) {
  HanPoint point = Span(end, DateRange::Of(day), Grain::kDay);
  point.year = YearOf(day);
  point.month = MonthOf(day);
  return point;
}

std::size_t HanText::SkipOf(std::size_t at) const {
  std::size_t next = SkipBlank(at);
  std::size_t after = Skip(next, {"的"});
  return after > next ? SkipBlank(after) : next;
}

std::size_t HanText::Skip(std::size_t at, std::initializer_list<std::string_view> any) const {
  constexpr std::size_t kCharacter = 3;  // bytes of most of the words, the last of which tells best
  if (at + kCharacter > text.size()) {
    for (std::string_view word : any) {
      if (Is(at, word)) return at + word.size();
    }
    return at;
  }
  char last = text[at + kCharacter - 1];
  for (std::string_view word : any) {
    if (word.size() >= kCharacter && word[kCharacter - 1] != last) continue;
    if (Is(at, word)) return at + word.size();
  }
  return at;
}

bool HanText::OpensClause(std::size_t at) const {
  if (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return true;
  char32_t before = DecodeUtf8(text, PreviousCodePoint(text, at)).value;
  bool letter =
      IsHan(before) || IsAlphabetic(before) || (before < 0x80 && IsAsciiAlnum(static_cast<char>(before)));
  // A closing quotation mark or bracket ends a name: 《明日之后》三天后.
  bool closes = before == U'》' || before == U'”' || before == U'」' || before == U')' || before == '"';
  if (!letter && !closes) return true;
  return LedIn(at);
}

bool HanText::LedIn(std::size_t at) const {
  if (at > 0 && text[at - 1] == ' ') --at;
  const WordList& openers = words().clause_openers;
  auto opener = openers.lexicon.LongestEndingAt(text, at, 0);
  return opener && openers.values[opener->value].empty();  // not 存在 and 由于
}

bool HanText::ClauseHas(const WordList& list, std::size_t at) const {
  std::size_t floor = at > kClauseReach ? at - kClauseReach : 0;
  while (at > floor) {
    at = PreviousCodePoint(text, at);
    if (EndsClause(DecodeUtf8(text, at).value)) return false;
    auto hit = list.lexicon.Longest(text, at);
    if (hit && list.values[hit->value].empty()) return true;
  }
  return false;
}

bool HanText::ClauseGoesOnWith(const WordList& list, std::size_t end) const {
  std::size_t ceiling = std::min(text.size(), end + kClauseReach);
  while (end < ceiling) {
    CodePoint c = DecodeUtf8(text, end);
    if (EndsClause(c.value)) return false;
    auto hit = list.lexicon.Longest(text, end);
    if (hit && list.values[hit->value].empty()) return true;
    end += c.length;
  }
  return false;
}

std::optional<HanText::PartEnd> HanText::EndOfPartAt(std::size_t at) const {
  if (at >= text.size()) return std::nullopt;
  auto hit = vocabulary.PartAt(text, at);
  if (!hit) return std::nullopt;
  std::string_view word = text.substr(at, hit->length);
  if (word == "末" || word == "底") return PartEnd{at + hit->length, true};
  if (word == "初") return PartEnd{at + hit->length, false};
  return std::nullopt;
}

std::optional<DateRange> HanText::LastInSentence(std::size_t at, int most_days) const {
  if (!context.last || !context.last->first || !context.last_end) return std::nullopt;
  auto covered = context.last->days();
  if (!covered || *covered > most_days) return std::nullopt;
  std::size_t from = *context.last_end;
  if (from > at || at - from > kSentenceReach) return std::nullopt;
  while (from < at) {
    CodePoint c = DecodeUtf8(text, from);
    if (EndsSentence(c.value)) return std::nullopt;
    from += c.length;
  }
  return context.last;
}

}  // namespace tally
