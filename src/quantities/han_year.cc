#include "quantities/han_year.h"

#include "base/utf8.h"
#include "quantities/date_arithmetic.h"

namespace tally {
namespace {

constexpr std::string_view kYearSign = "年";
constexpr std::string_view kDecadeSign = "年代";
constexpr std::string_view kCenturySign = "世纪";
// The calendar of the Republic of China counts from 1912; three digits are its years 80 to 150 (1991 to
// 2061).
constexpr int kRepublicEpoch = 1911;
// China and its reigns used the lunar calendar until here.
constexpr int kGregorianSince = 1912;

// Years of a decade or century, as offsets from its first.
struct Part {
  std::string_view word;
  int first;
  int last;
};

constexpr Part kDecadeParts[] = {{"初期", 0, 3}, {"早期", 0, 3}, {"前期", 0, 3}, {"初", 0, 3},
                                 {"中期", 4, 6}, {"中叶", 4, 6}, {"中", 4, 6},   {"末期", 7, 9},
                                 {"后期", 7, 9}, {"晚期", 7, 9}, {"末", 7, 9}};
constexpr Part kCenturyParts[] = {
    {"初期", 0, 19},   {"早期", 0, 19},   {"初", 0, 19},      {"中期", 40, 59},   {"中叶", 40, 59},
    {"末期", 80, 99},  {"后期", 80, 99},  {"晚期", 80, 99},   {"末", 80, 99},     {"上半叶", 0, 49},
    {"前半叶", 0, 49}, {"前半期", 0, 49}, {"下半叶", 50, 99}, {"后半叶", 50, 99}, {"后半期", 50, 99}};

HanPoint YearsOf(std::size_t end, int first, int last) {
  return HanPoint::Span(end, {DateRange::Year(first).first, DateRange::Year(last).last});
}

template <std::size_t N>
HanPoint PartOrWhole(const HanText& t, std::size_t end, int first, int years, const Part (&parts)[N]) {
  for (const Part& part : parts) {
    if (t.Is(end, part.word)) return YearsOf(end + part.word.size(), first + part.first, first + part.last);
  }
  return YearsOf(end, first, first + years - 1);
}

// 116年度, 117年底, 预定123年通车: a year of the Republic of China without its name.
bool IsRepublicYear(const HanText& t, std::size_t at, const DateNumber& n, std::size_t end) {
  if (n.han || n.digits != 3 || n.value < 100 || n.value > 150) return false;
  if (t.Is(end, "度") && !t.Is(end, "度假")) return true;
  if (t.Is(end, "底") && !t.Is(end, "底蕴")) return true;
  std::string_view before = t.text.substr(0, at);
  bool span = t.Skip(end, {"的", "后", "内", "来", "间", "前", "期", "历史"}) != end;
  for (std::string_view word : {"预定", "目标", "拟于", "订于", "定于", "将于"}) {
    if (before.ends_with(word)) return n.value >= 110 && !span;
  }
  return false;
}

// 90年代末, 2010年代初
std::optional<HanPoint> ReadDecade(const HanText& t, const DateNumber& n) {
  std::size_t sign = t.SkipBlank(n.end);
  if (!t.Is(sign, kDecadeSign)) return std::nullopt;
  bool four = n.digits == 4;
  bool two = n.digits == 2 || (n.han && n.digits == 0 && n.value < 100);
  if ((!four && !two) || n.value % 10 != 0) return std::nullopt;
  int year = n.value;
  if (two) {
    year = ExpandTwoDigitYear(n.value, t.context.published);
    // 30年代 said in 2025 looks back, 30 年 as a year may look ahead.
    if (t.context.published && year > YearOf(*t.context.published)) year -= 100;
  }
  return PartOrWhole(t, sign + kDecadeSign.size(), year, 10, kDecadeParts);
}

// 七八十年代, 70、80年代, 七十至八十年代: the decades `first` and `last` (70 and 80) of a century.
struct DecadePair {
  int first;
  int last;
  std::size_t end;
};

std::optional<DecadePair> DecadePairAt(const HanText& t, std::size_t at) {
  static constexpr std::string_view kDigits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (at >= t.text.size()) return std::nullopt;
  char32_t c = DecodeUtf8(t.text, at).value;
  bool begins = IsHanNumeral(c) || (c < 0x80 && IsAsciiDigit(static_cast<char>(c)));
  if (!begins) return std::nullopt;
  if (std::size_t i = std::u32string_view(U"一二三四五六七八").find(c); i > 0 && i < 8) {
    std::size_t second = at + kDigits[i].size();
    second = t.Skip(second, {"、"});
    std::size_t tens = t.Skip(second, {kDigits[i + 1]});
    std::size_t sign = t.Skip(tens, {"十"});
    bool pair = tens != second && sign != tens && t.Is(sign, kDecadeSign);
    int tens_of = 10 * static_cast<int>(i + 1);
    if (pair) return DecadePair{tens_of, tens_of + 10, sign + kDecadeSign.size()};
  }
  auto n = ReadDateNumber(t.text, at);
  if (!n || n->value >= 100 || n->value % 10 != 0 || n->value == 0) return std::nullopt;
  std::size_t mark = t.Skip(t.Skip(n->end, {kDecadeSign}), {"、", "至", "到", "-", "~", "—", "和"});
  if (mark == n->end || mark == n->end + kDecadeSign.size()) return std::nullopt;
  auto m = ReadDateNumber(t.text, mark);
  if (!m || m->value >= 100 || m->value % 10 != 0 || m->value <= n->value || !t.Is(m->end, kDecadeSign))
    return std::nullopt;
  return DecadePair{n->value, m->value, m->end + kDecadeSign.size()};
}

// What may follow 19世纪: 70年代, 初, 上半叶. Centuries run from 1800 to 1899, as ISO 8601 and the decades in
// them have it.
HanPoint WithinCentury(const HanText& t, std::size_t end, int first) {
  std::size_t next = t.SkipOf(end);
  if (auto pair = DecadePairAt(t, next))
    return YearsOf(pair->end, first + pair->first, first + pair->last + 9);
  auto n = ReadDateNumber(t.text, next);
  if (n && n->value < 100 && n->value % 10 == 0) {
    std::size_t sign = t.SkipBlank(n->end);
    if (t.Is(sign, kDecadeSign))
      return PartOrWhole(t, sign + kDecadeSign.size(), first + n->value, 10, kDecadeParts);
  }
  return PartOrWhole(t, end, first, 100, kCenturyParts);
}

std::optional<HanPoint> ReadCentury(const HanText& t, const DateNumber& n) {
  std::size_t sign = t.SkipBlank(n.end);
  // 三世纪 may be three of them.
  if (!t.Is(sign, kCenturySign) || n.value < 10 || n.value > 22) return std::nullopt;
  return WithinCentury(t, sign + kCenturySign.size(), (n.value - 1) * 100);
}

bool IsFourDigitYear(const DateNumber& n) {
  // 两千零八年 is spoken for 2008; 两千年 counts.
  bool spelled = n.han && n.digits == 0 && n.value % 10 != 0;
  return n.value >= 1000 && n.value <= 2999 && (n.digits == 4 || spelled);
}

bool MonthFollows(const HanText& t, std::size_t at) {
  auto month = ReadDateNumber(t.text, t.SkipBlank(at));
  return month && month->value >= 1 && month->value <= 12 && t.Is(t.SkipBlank(month->end), "月");
}

// 92 年 is the year 1992 where it is followed by a month or a part of the year, or led in by 从, 在, 到 … and
// not followed by a word of time spans (内, 来, 的时间); otherwise it is a span of 92 years. Years from 60 on
// are hardly spans. 08年 and 九七年 are written as no count is.
bool TwoDigitsAreYear(const HanText& t, std::size_t at, const DateNumber& n, std::size_t end) {
  if (n.neighbours && n.han) return false;
  if (MonthFollows(t, end) || t.Is(end, "度")) return true;
  std::size_t next = t.SkipBlank(end);
  if (next < t.text.size()) {
    auto part = t.vocabulary.PartAt(t.text, next);
    if (part && part->part.of != DatePart::Of::kMonth) return true;
    if (t.Is(next, "第")) return !n.han || n.digits == 2;
    auto holiday = t.words().holidays.At(t.text, next);
    if (holiday && holiday->value.by != Holiday::By::kNone) return true;
    if (t.Has(t.words().lunar_marks.list(), next)) return true;
  }
  if (n.leading_zero || n.han) return true;
  if (next < t.text.size() && t.Has(t.words().duration_marks, next)) return false;
  if (Vocabulary::EndsWithWord(t.words().year_prepositions, t.text, at)) return true;
  bool round = n.value % 10 == 0;
  return n.value >= 60 && !round;
}

// 2014-2018年, 2014至18年, 07、08年
std::optional<HanPoint> ReadYearSpan(const HanText& t, const DateNumber& n) {
  bool four = n.digits == 4 && IsFourDigitYear(n);
  bool two = n.digits == 2 && !n.han;
  if (!four && !two) return std::nullopt;
  std::size_t at = t.SkipBlank(n.end);
  std::size_t mark = t.Skip(at, {"至", "到", "-", "~", "—", "–", "、"});
  if (mark == at) return std::nullopt;
  bool listed = t.Is(at, "、");
  if (two && !listed) return std::nullopt;  // 10-20年 counts
  auto second = ReadDateNumber(t.text, t.SkipBlank(mark));
  if (!second || second->han != n.han) return std::nullopt;
  std::size_t sign = t.SkipBlank(second->end);
  if (!t.Is(sign, kYearSign) || t.Is(sign, kDecadeSign)) return std::nullopt;
  int from = four ? n.value : ExpandTwoDigitYear(n.value, t.context.published);
  int to = second->value;
  if (four && second->digits == 2 && !listed) to += from / 100 * 100;
  if (two) to = second->digits == 2 ? ExpandTwoDigitYear(to, t.context.published) : 0;
  if (to <= from || to > 2999) return std::nullopt;
  return YearsOf(sign + kYearSign.size(), from, to);
}

// 度, 财年 and the like after a year.
std::size_t YearEnd(const HanText& t, std::size_t end) { return t.Skip(end, {"度", "财年", "财政年度"}); }

HanPoint ToldYear(const HanText& t, std::size_t end, int year) {
  HanPoint point = HanPoint::Year(YearEnd(t, end), year);
  point.year_told = true;
  return point;
}

}  // namespace

std::optional<HanPoint> ReadDecadePair(const HanText& t, std::size_t at) {
  // 五六七十年代 is not begun at 六.
  auto pair = DecadePairAt(t, at);
  bool inside = pair && at > 0 && IsHanNumeral(DecodeUtf8(t.text, PreviousCodePoint(t.text, at)).value);
  if (!pair || inside) return std::nullopt;
  int last = ExpandTwoDigitYear(pair->last, t.context.published);
  // As of one decade alone: 30年代 said in 2025 looks back.
  if (t.context.published && last > YearOf(*t.context.published)) last -= 100;
  return YearsOf(pair->end, last - pair->last + pair->first, last + 9);
}

std::optional<HanPoint> ReadNumberedYear(const HanText& t, std::size_t at, const DateNumber& n) {
  if (auto span = ReadYearSpan(t, n)) return span;
  std::size_t sign = t.SkipBlank(n.end);
  if (t.Is(sign, kCenturySign)) return ReadCentury(t, n);
  for (std::string_view fiscal : {"财年", "财政年度"}) {
    bool two = n.digits == 2 && !n.han;
    if ((n.digits != 4 && !two) || !t.Is(sign, fiscal)) continue;
    int year = two ? ExpandTwoDigitYear(n.value, t.context.published) : n.value;
    HanPoint point = ToldYear(t, sign + fiscal.size(), year);
    point.fiscal_year = year;
    return point;
  }
  if (!t.Is(sign, kYearSign)) return std::nullopt;
  if (t.Is(sign, kDecadeSign)) return ReadDecade(t, n);
  std::size_t end = sign + kYearSign.size();
  if (IsFourDigitYear(n)) {
    // 2000年的历史 counts
    std::size_t next = t.SkipOf(end);
    bool counts = n.value % 100 == 0 && (t.Is(next, "历史") || t.Is(next, "之久"));
    if (counts) return std::nullopt;
    return ToldYear(t, end, n.value);
  }
  if (!n.han && n.digits == 3 && n.value >= 80 && n.value <= 150 && MonthFollows(t, end))
    return ToldYear(t, end, kRepublicEpoch + n.value);
  if (IsRepublicYear(t, at, n, end)) return ToldYear(t, end, kRepublicEpoch + n.value);
  bool kind = t.Skip(end, {"级", "期", "薪", "制"}) != end;  // 92年级, 10年期
  if (n.digits == 2 && !kind && TwoDigitsAreYear(t, at, n, end))
    return ToldYear(t, end, ExpandTwoDigitYear(n.value, t.context.published));
  return std::nullopt;
}

std::optional<HanPoint> ReadNamedYear(const HanText& t, std::size_t at) {
  for (std::string_view word : {"上个世纪", "上世纪", "本世纪", "这个世纪"}) {
    if (!t.Is(at, word)) continue;
    std::size_t end = at + word.size();
    if (!t.context.published) return HanPoint::Unresolved(end, kNoPublication);
    int century = YearOf(*t.context.published) / 100 * 100;
    return WithinCentury(t, end, word.starts_with("上") ? century - 100 : century);
  }
  std::size_t era = t.Skip(at, {"公元", "西元"});
  if (era != at) {
    bool before = t.Is(era, "前");
    std::size_t begin = t.SkipBlank(before ? era + std::string_view("前").size() : era);
    auto n = ReadDateNumber(t.text, begin);
    std::size_t sign = n ? t.SkipBlank(n->end) : begin;
    if (!n || !t.Is(sign, kYearSign) || n->value < 1 || n->value > 2999) return std::nullopt;
    std::size_t end = sign + kYearSign.size();
    if (before) return HanPoint::Unresolved(end, "a year before the common era");
    return ToldYear(t, end, n->value);
  }
  auto reign = t.words().reigns.At(t.text, at);
  if (!reign) return std::nullopt;
  std::size_t begin = t.SkipBlank(at + reign->length);
  auto n = ReadDateNumber(t.text, begin);
  std::size_t number_end = n ? n->end : t.Skip(begin, {"元"});
  if (number_end == begin || (n && (n->value < 1 || n->value > 200))) return std::nullopt;
  std::size_t sign = t.SkipBlank(number_end);
  if (!t.Is(sign, kYearSign) || t.Is(sign, kDecadeSign)) return std::nullopt;
  std::size_t end = sign + kYearSign.size();
  int year = reign->value + (n ? n->value : 1);
  if (year < kGregorianSince && MonthFollows(t, end)) {
    auto month = ReadDateNumber(t.text, t.SkipBlank(end));
    return HanPoint::Unresolved(t.SkipBlank(month->end) + std::string_view("月").size(), kLunar);
  }
  return ToldYear(t, end, year);
}

}  // namespace tally
