#include "quantities/elided_unit.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// How far before a figure its head may stand, in bytes: "the death toll has now risen to" and
// 员工总数今年将增至.
constexpr std::size_t kHeadReach = 30;
// The same for magnitudes: 规模达 6.8, 风力最大可达 14 级.
constexpr std::size_t kScaleReach = 15;
// How far apart two figures that share a noun may stand, in bytes.
constexpr std::size_t kLendReach = 90;
// No earthquake and no wind scale goes further.
const Decimal kStrongestQuake = 10;
const Decimal kStrongestWind = 18;
const Decimal kOldest = 125;
const Decimal kYoungestTold = 5;
// Bare figures below are more often a part of a name or a rank than a count with its noun left out.
const Decimal kSmallestLent = 10;
// Characters between a noun and its figure: 用户为 2.378 亿, 用户已达.
constexpr int kWordsToNoun = 2;
// Powers of ten by which a figure may be more than the one whose noun it shares.
constexpr int kMostPowersLent = 5;

// What measure words for many things stand for where no noun tells more (words/classifiers.txt).
constexpr std::string_view kOpenCounts[] = {"items", "units", "rooms",  "buildings", "organizations",
                                            "sites", "sets",  "sheets", "pieces"};
// What may stand between a noun and its figure: 共, 共有, 已达约.
constexpr std::u32string_view kLinks = U"共有达约为逾超近仅已到过计至";
constexpr int kMostLinks = 3;

bool EndsPhrase(char32_t c) {
  switch (c) {
    case ',':
    case '.':
    case ';':
    case '(':
    case ')':
    case '%':
    case '$':
    case '"':
    case '\n':
    case U'，':
    case U'。':
    case U'；':
    case U'、':
    case U'！':
    case U'？':
    case U'”':
    case U'“':
      return true;
    default:
      return false;
  }
}

// Where the two capitalised words begin that end at `end`, as a person's name has them; npos where there are
// none.
std::size_t NameStart(std::string_view text, std::size_t end, std::size_t floor) {
  constexpr std::size_t kWords = 40;  // bytes
  auto letter = [&](std::size_t i) {
    return IsAsciiAlpha(text[i]) || text[i] == '-' || text[i] == '\'' ||
           static_cast<unsigned char>(text[i]) >= 0x80;
  };
  std::size_t lowest = std::max(floor, end > kWords ? end - kWords : 0);
  std::size_t start = end;
  for (int words = 0; words < 2; ++words) {
    if (words > 0 && (start <= lowest || text[start - 1] != ' ')) return std::string_view::npos;
    std::size_t word_end = words > 0 ? start - 1 : start;
    start = word_end;
    while (start > lowest && letter(start - 1)) --start;
    bool capital =
        start < word_end && (IsAsciiUpper(text[start]) || static_cast<unsigned char>(text[start]) >= 0xC3);
    if (word_end - start < 2 || !capital) return std::string_view::npos;
  }
  return start;
}

// said head ranger Morag Telfer, 54.
bool IsToldBy(std::string_view text, std::size_t name, std::size_t floor, const Lexicon& quoting) {
  constexpr int kRole = 5;  // words
  for (int words = 0; words < kRole && name > floor && text[name - 1] == ' '; ++words) {
    std::size_t end = name - 1;
    if (quoting.LongestEndingAt(text, end, floor)) return true;
    name = end;
    while (name > floor && IsAsciiAlpha(text[name - 1])) --name;
    // "said that it beat Sky News, 54", "said Tom Hay of Leeds United, 54"
    std::string_view word = text.substr(name, end - name);
    if (word == "of" || word == "that" || word == "at" || word == "by" || word == "it") return false;
  }
  return false;
}

// "Denise Ruiz, 52, who has worked": a number in commas behind a name of two words, where the sentence goes
// on in small letters; at its end, where the name is that of who speaks.
bool IsAgeInCommas(std::string_view text, std::size_t at, std::size_t floor, const Numeral& n,
                   const Lexicon& quoting) {
  constexpr std::string_view kComma = ", ";
  std::size_t end = n.text.end;
  bool whole = !n.han && !n.word && !n.scaled && !n.grouped && n.last_place == 0;
  if (!whole || n.lo < kYoungestTold || n.lo > kOldest || !text.substr(0, at).ends_with(kComma)) return false;
  std::size_t name = NameStart(text, at - kComma.size(), floor);
  if (name == std::string_view::npos) return false;
  std::string_view rest = text.substr(end);
  if (rest.starts_with('.') && (rest.size() == 1 || rest[1] == ' '))
    return IsToldBy(text, name, floor, quoting);
  if (!rest.starts_with(kComma)) return false;
  rest.remove_prefix(kComma.size());
  if (rest.empty() || rest[0] < 'a' || rest[0] > 'z') return false;
  constexpr std::string_view kListLinks[] = {"and ",  "or ",    "to ",          "respectively",
                                             "plus ", "while ", "in that order"};
  return std::ranges::none_of(kListLinks, [&](std::string_view link) { return rest.starts_with(link); });
}

// Behind the 级 at `at`; 0 where none is.
std::size_t SkipGrade(std::string_view text, std::size_t at) {
  std::string_view grade = "级";
  return text.substr(at).starts_with(grade) ? at + grade.size() : 0;
}

// 规模 7.2 的强震 and 5 级地震 are of an earthquake; a 规模 alone may be of anything.
bool QuakeBeside(std::string_view text, std::size_t start, std::size_t end) {
  constexpr std::size_t kBeside = 24;  // bytes
  std::size_t from = start > kBeside ? start - kBeside : 0;
  return text.substr(from, end + kBeside - from).find("震") != std::string_view::npos;
}

}  // namespace

ElidedUnits::ElidedUnits(const RuleSet& rules)
    : heads_(rules.Words("count_heads")),
      elision_words_(rules.Words("elision_words")),
      quoting_(rules.Words("quoting").lexicon),
      measures_(rules.UnitsOf("measures")),
      nouns_(rules.UnitsOf("nouns")) {}

std::optional<UnitReading> ElidedUnits::HeadBefore(std::string_view text, std::size_t at, std::size_t floor,
                                                   const Figure& figure) const {
  const Numeral& n = figure.low;
  if (n.leading_zero || n.letter || n.fraction || figure.range || n.vague) return std::nullopt;
  if (auto label = LabelBefore(text, at, floor)) return label;
  if (IsAgeInCommas(text, at, floor, n, quoting_)) {
    UnitReading age;
    age.id = "age";
    return age;
  }
  std::size_t lowest = at > floor + kHeadReach ? at - kHeadReach : floor;
  std::size_t end = at;
  while (end > lowest) {
    if (text[end - 1] == ' ') {
      --end;
      continue;
    }
    if (auto hit = heads_.lexicon.LongestEndingAt(text, end, floor)) {
      std::string_view id = heads_.values[hit->value];
      std::size_t grade = SkipGrade(text, n.text.end);
      bool magnitude = id == "magnitude";
      bool wind = id == "wind_force";
      bool scale = magnitude || wind;
      if (scale && at - end > kScaleReach) return std::nullopt;
      if (magnitude && (n.lo >= kStrongestQuake || n.scaled)) return std::nullopt;
      bool open = magnitude && text.substr(0, end).ends_with("规模");
      if (open && !QuakeBeside(text, end - hit->length, n.text.end)) return std::nullopt;
      if (wind && (grade == 0 || n.lo > kStrongestWind)) return std::nullopt;
      if (id == "age" && (n.lo > kOldest || n.scaled)) return std::nullopt;
      // 人口 2.5 is nothing that is counted.
      if (!scale && (n.last_place < 0 || grade > 0)) return std::nullopt;
      UnitReading unit;
      unit.id = id;
      unit.end = scale ? grade : 0;
      return unit;
    }
    if (IsAsciiAlpha(text[end - 1])) {
      --end;
      continue;
    }
    end = PreviousCodePoint(text, end);
    CodePoint c = DecodeUtf8(text, end);
    if (EndsPhrase(c.value) || (c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value)))) break;
  }
  return std::nullopt;
}

// "Seats: 45" of a list or a cell of a table.
std::optional<UnitReading> ElidedUnits::LabelBefore(std::string_view text, std::size_t at,
                                                    std::size_t floor) const {
  std::size_t end = at;
  while (end > floor && text[end - 1] == ' ') --end;
  if (end == floor || text[end - 1] != ':') return std::nullopt;
  --end;
  while (end > floor && text[end - 1] == ' ') --end;
  auto hit = nouns_.lexicon.LongestEndingAt(text, end, floor);
  if (!hit) return std::nullopt;
  // The noun is all that the label says, or its last word.
  UnitReading unit;
  unit.id = nouns_.units[hit->value].id;
  return unit;
}

std::string_view ElidedUnits::NounBefore(std::string_view text, std::size_t at, std::size_t floor,
                                         const UnitReading& classifier) const {
  bool open = classifier.classifier && std::ranges::find(kOpenCounts, classifier.id) != std::end(kOpenCounts);
  std::size_t end = at;
  for (int links = 0; open && links <= kMostLinks; ++links) {
    while (end > floor && text[end - 1] == ' ') --end;
    if (end == floor) break;
    if (auto hit = nouns_.lexicon.LongestEndingAt(text, end, floor)) {
      const std::string& id = nouns_.units[hit->value].id;
      return IsHan(DecodeUtf8(text, end - hit->length).value) ? id : std::string_view();
    }
    std::size_t link = PreviousCodePoint(text, end);
    if (kLinks.find(DecodeUtf8(text, link).value) == std::u32string_view::npos) break;
    end = link;
  }
  return {};
}

// Whether the noun is left out behind the figure: the clause ends, or a word of grammar follows.
bool ElidedUnits::EndsBare(std::string_view text, std::size_t end) const {
  std::size_t next = SkipBlanks(text, end);
  if (next >= text.size()) return true;
  CodePoint c = DecodeUtf8(text, next);
  if (EndsPhrase(c.value)) return c.value != '%' && c.value != '$' && c.value != '(';
  return next > end && IsAsciiAlpha(text[next]) && elision_words_.lexicon.Longest(text, next).has_value();
}

// 7,500 名员工，每日活跃用户为 2.378 亿: a noun that is counted stands right before the figure, or a word
// off.
bool ElidedUnits::HasOwnNoun(std::string_view text, std::size_t start, const Quantity& before) const {
  std::size_t end = start;
  for (int words = 0; words <= kWordsToNoun && end > before.text.end; ++words) {
    while (end > before.text.end && text[end - 1] == ' ') --end;
    if (end == before.text.end || static_cast<unsigned char>(text[end - 1]) < 0x80) return false;
    auto hit = nouns_.lexicon.LongestEndingAt(text, end, before.text.end);
    if (hit) return nouns_.units[hit->value].id != *before.value.unit;
    end = PreviousCodePoint(text, end);
  }
  return false;
}

void ElidedUnits::Lend(std::string_view text, const Quantity& before, Quantity& q) const {
  Value& value = q.value;
  bool count = before.value.dimension == Dimension::kCount && before.value.unit;
  if (!count || q.text.start < before.text.end) return;
  // "of whom 830 were treated": people of the kind that was told.
  std::string_view lead = text.substr(before.text.end, q.text.start - before.text.end);
  bool of_them = value.unit == "people" && (lead.ends_with("whom ") || lead.ends_with("of them "));
  if (value.dimension != Dimension::kNumber && !of_them) return;
  if (q.text.start - before.text.end > kLendReach) return;
  // Ages, ranks and measures are not counted on.
  const std::string& unit = *before.value.unit;
  for (std::string_view single : {"age", "rank", "times", "points", "magnitude", "wind_force"}) {
    if (unit == single) return;
  }
  if (std::ranges::find(measures_.units, unit, &Unit::id) != measures_.units.end()) return;
  const auto& lo = value.stated.lo;
  if (!lo || *lo < kSmallestLent || lo->last_digit_exponent() < 0 || !EndsBare(text, q.text.end)) return;
  std::string_view between = text.substr(before.text.end, q.text.start - before.text.end);
  for (std::string_view stop : {". ", "! ", "? ", "。", "！", "？", "；", "; ", "\n", ": "}) {
    if (between.find(stop) != std::string_view::npos) return;
  }
  if (HasOwnNoun(text, q.text.start, before)) return;
  // 釀5死 農損逾12億: no 1.2 billion deaths.
  const auto& lender = before.value.stated.lo;
  if (lender && lo->first_digit_exponent() - lender->first_digit_exponent() > kMostPowersLent) return;
  value.dimension = Dimension::kCount;
  value.unit = before.value.unit;
  value.bare_magnitude = false;
}

}  // namespace tally
