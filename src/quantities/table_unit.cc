#include "quantities/table_unit.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// Heads longer than this are sentences. Bytes.
constexpr std::size_t kLongestHead = 120;

struct HanScale {
  std::string_view spelling;
  int power;
};
// 兆 is left out: a million in one country, a million million in another.
constexpr std::array kHanScales = {HanScale{"万亿", 12}, HanScale{"千亿", 11}, HanScale{"百亿", 10},
                                   HanScale{"十亿", 9},  HanScale{"亿", 8},    HanScale{"千万", 7},
                                   HanScale{"百万", 6},  HanScale{"十万", 5},  HanScale{"万", 4},
                                   HanScale{"千", 3},    HanScale{"百", 2}};

bool HasLetters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    bool letter = c.value < 0x80 ? IsAsciiAlnum(static_cast<char>(c.value))
                                 : IsHan(c.value) || IsAlphabetic(c.value) || IsHanNumeralStart(c.value);
    if (letter) return true;
    at += c.length;
  }
  return false;
}

// The figure is all that the cell says: signs before it, footnote marks and brackets behind it.
bool IsAlone(std::string_view text, const RowCell& cell, TextSpan figure) {
  if (figure.start < cell.text.start || figure.end > cell.text.end) return false;
  constexpr std::size_t kMostMarks = 8;
  std::string_view before = text.substr(cell.text.start, figure.start - cell.text.start);
  if (before.size() > kMostMarks || before.find_first_of("(0123456789") != kNone) return false;
  // A currency sign, US$ or RMB, is read with the figure.
  std::string_view after = text.substr(figure.end, cell.text.end - figure.end);
  while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
  bool brackets = after.starts_with("(") || after.starts_with("[");
  return brackets || !HasLetters(after);
}

}  // namespace

TableUnits::TableUnits(const RuleSet& rules)
    : currencies_(rules.UnitsOf("currencies")),
      shares_(rules.UnitsOf("shares")),
      scales_(rules.UnitsOf("scales")),
      measures_(rules.UnitsOf("measures")),
      nouns_(rules.UnitsOf("nouns")),
      heads_(rules.Words("count_heads")),
      notes_(rules.Words("table_notes")),
      ratios_(rules.Words("table_ratios")),
      generic_(rules.Words("table_heads")),
      classifiers_(rules.Words("classifiers")) {}

std::optional<UnitReading> TableUnits::Of(std::string_view text, const RowCells& row, TextSpan figure) const {
  const RowCell* cell = row.At(figure.start);
  if (cell == nullptr || !IsAlone(text, *cell, figure)) return std::nullopt;
  auto cut = [&](TextSpan part) { return text.substr(part.start, part.size()); };
  std::string_view column = cut(cell->head).substr(0, kLongestHead);
  bool names_itself = cell->text.start == row.name().start;
  std::string_view line = names_itself ? std::string_view() : cut(row.name()).substr(0, kLongestHead);
  // 单位：万辆 says more of 销量 than that it counts.
  bool note_counts = row.note().size() > 0 && cut(row.note()).find("单位") != kNone && !InHead(column);
  auto counted = note_counts ? InHead(cut(row.note())) : std::nullopt;
  if (counted && counted->dimension == Dimension::kCount && !Says(column, "")) return counted;
  if (auto unit = OfHead(column)) {
    unit->noun = false;
    return unit;
  }
  // What a row counts is counted where the column says no more than when, or whose.
  bool bare = IsBareHead(column);
  if (bare || (!Says(column, "amount") && !Says(column, ""))) {
    auto unit = OfHead(line);
    // Apple is whom the row is about, "Apples" may be what it counts.
    bool name = unit && unit->noun;
    if (unit && !name) return unit;
  } else if (auto unit = InHead(line)) {
    return unit;
  }
  if (row.note().empty() || Says(column, "") || Says(line, "")) return std::nullopt;
  std::string_view note = cut(row.note());
  auto unit = InHead(note);
  // "thousands of homes" is no unit, 单位：万辆 is one.
  bool counts = unit && unit->dimension == Dimension::kCount && note.find("单位") == kNone;
  return counts ? std::nullopt : unit;
}

// The unit that a head says, or what it counts.
std::optional<UnitReading> TableUnits::OfHead(std::string_view head) const {
  auto unit = InHead(head);
  if (unit && unit->dimension != Dimension::kNumber) return unit;
  auto counted = Counted(head);
  if (!counted || !unit) return counted ? counted : unit;
  counted->factor = unit->factor;  // Users (millions)
  return counted;
}

std::optional<UnitReading> TableUnits::InHead(std::string_view head) const {
  for (std::size_t open = head.find_first_of("(["); open != kNone;
       open = head.find_first_of("([", open + 1)) {
    std::size_t close = std::min(head.find_first_of(")]", open), head.size());
    std::string_view inside = head.substr(open + 1, close - open - 1);
    auto unit = Phrase(inside);
    for (auto [letter, power] : {std::pair{"K", 3}, {"M", 6}, {"B", 9}, {"T", 12}}) {
      if (unit || inside != letter) continue;  // Parameters (B)
      unit.emplace();
      unit->dimension = Dimension::kNumber;
      unit->factor = Decimal(1).Scaled(power);
    }
    if (!unit) continue;
    unit->noun = false;
    return unit;
  }
  if (head.find_first_of("([") != kNone) return std::nullopt;
  return AtTheEnd(head);
}

// "Amount, $bn", "Stake %", 营收 亿元, 金额:万元, or the unit alone.
std::optional<UnitReading> TableUnits::AtTheEnd(std::string_view head) const {
  if (head.ends_with(" =")) head.remove_suffix(2);
  for (std::size_t at = 0; at < head.size();) {
    if (auto unit = Phrase(head.substr(at))) {
      // A noun there is what is counted, or whom the head is about: Users, Apple.
      if (!unit->noun) return unit;
    }
    std::size_t next = head.find_first_of(" ,:/", at);
    if (next == kNone) return std::nullopt;
    at = next + 1;
  }
  return std::nullopt;
}

// The length of the scale at `at`, which goes to `factor`; 0 where none is. A letter alone scales money only:
// 5 m are metres.
std::size_t TableUnits::ScaleAt(std::string_view text, std::size_t at, bool money, Decimal& factor) const {
  std::string_view rest = text.substr(at);
  for (const HanScale& scale : kHanScales) {
    if (!rest.starts_with(scale.spelling)) continue;
    factor = Decimal(1).Scaled(scale.power);
    return scale.spelling.size();
  }
  for (std::string_view thousand : {"'000s", "'000", "000s", "000"}) {
    if (!rest.starts_with(thousand)) continue;
    factor = 1000;
    return thousand.size();
  }
  auto hit = scales_.lexicon.LongestLoose(text, at);
  if (!hit || (hit->length == 1 && !money)) return 0;
  if (at + hit->length < text.size() && IsAsciiAlpha(text[at + hit->length])) return 0;
  factor = scales_.units[hit->value].factor;
  return hit->length;
}

// All of the text as a unit, up to a comma.
std::optional<UnitReading> TableUnits::Phrase(std::string_view text) const {
  UnitReading unit;
  unit.dimension = Dimension::kNumber;
  Decimal scale = 1;
  bool scaled = false;
  bool named = false;
  if (auto mark = notes_.lexicon.Longest(text, 0); mark && text.starts_with("单位")) {
    text.remove_prefix(mark->length);
  }
  for (std::size_t at = 0; at < text.size();) {
    char c = text[at];
    if (c == ',' || c == ';') break;
    if (c == ' ' || c == ':' || c == '.' || c == '-' || c == '=') {
      ++at;
      continue;
    }
    bool joined = false;
    for (std::string_view word : {"in ", "of ", "figures ", "amounts ", "unit", "units", "current ", "as "}) {
      if (AsciiLower(text.substr(at, word.size())) != word) continue;
      at += word.size();
      joined = true;
      break;
    }
    if (joined) continue;
    bool money = unit.dimension == Dimension::kMoney;
    if (auto hit = currencies_.lexicon.LongestLoose(text, at); hit && !named) {
      bool letter = hit->length == 1 && IsAsciiAlpha(c);
      bool cut = at + hit->length < text.size() && IsAsciiAlpha(text[at + hit->length]) &&
                 IsAsciiAlpha(text[at + hit->length - 1]);
      if (!letter && !cut) {
        const Unit& row = currencies_.units[hit->value];
        UnitReading whose;
        whose.SetCurrency(row);
        bool other = whose.foreign || (!whose.id.empty() && whose.id != unit.id);
        if (money && !unit.id.empty() && other) return std::nullopt;
        if (!whose.id.empty() || unit.id.empty()) unit.SetCurrency(row);
        unit.factor = row.factor;  // "EUR million" is one word of the table
        at += hit->length;
        continue;
      }
    }
    if (std::size_t length = ScaleAt(text, at, money, scale); length > 0 && !scaled) {
      scaled = true;
      at += length;
      continue;
    }
    if (money || named) return std::nullopt;
    auto share = shares_.lexicon.LongestLoose(text, at);
    auto measure = share ? std::nullopt : measures_.lexicon.LongestLoose(text, at);
    auto noun = share || measure ? std::nullopt : nouns_.lexicon.Longest(text, at);
    // 万辆
    auto piece = share || measure || noun ? std::nullopt : classifiers_.lexicon.Longest(text, at);
    if (piece && !classifiers_.values[piece->value].empty()) {
      unit.dimension = Dimension::kCount;
      unit.id = classifiers_.values[piece->value];
      at += piece->length;
      named = true;
      continue;
    }
    if (!share && !measure && !noun) return std::nullopt;
    const Unit& row = share     ? shares_.units[share->value]
                      : measure ? measures_.units[measure->value]
                                : nouns_.units[noun->value];
    unit.dimension = Dimension::kCount;
    if (share) unit.dimension = row.id == "x" ? Dimension::kRatio : Dimension::kPercent;
    unit.id = row.id;
    unit.factor = row.factor;
    unit.noun = noun.has_value();
    at += (share ? share : measure ? measure : noun)->length;
    if (at < text.size() && IsAsciiAlpha(text[at]) && IsAsciiAlpha(text[at - 1])) return std::nullopt;
    named = true;
  }
  if (!scaled && !named && unit.dimension != Dimension::kMoney) return std::nullopt;
  unit.factor = unit.factor * scale;
  return unit;
}

// "Houses destroyed", 人口: what the head counts. None where it names money or a part.
std::optional<UnitReading> TableUnits::Counted(std::string_view head) const {
  for (std::string_view other : {"元", "%", "$", "€", "£", "率"}) {
    if (head.find(other) != kNone) return std::nullopt;
  }
  if (Says(head, "amount")) return std::nullopt;
  UnitReading unit;
  for (std::size_t i = 0; i < head.size(); i += DecodeUtf8(head, i).length) {
    if (auto noun = nouns_.lexicon.Longest(head, i)) {
      unit.id = nouns_.units[noun->value].id;
      bool latin = IsAsciiAlpha(head[i]);
      bool plural = latin && head[i + noun->length - 1] == 's';
      if (latin && !plural) continue;
      // 苹果 and 理想汽车 may be names; 员工人数 is none.
      unit.noun = !plural && !head.ends_with("数") && !head.ends_with("量");
      return unit;
    }
    if (auto word = heads_.lexicon.Longest(head, i)) {
      unit.id = heads_.values[word->value];
      return unit;
    }
  }
  return std::nullopt;
}

// "Value", 数值: a head that names nothing.
bool TableUnits::IsBareHead(std::string_view head) const {
  auto word = generic_.lexicon.Find(head);
  return word && generic_.values[*word].empty();
}

// A word of words/table_ratios.txt of this value stands in the head.
bool TableUnits::Says(std::string_view head, std::string_view value) const {
  for (std::size_t i = 0; i < head.size(); i += DecodeUtf8(head, i).length) {
    auto hit = ratios_.lexicon.Longest(head, i);
    if (hit && ratios_.values[hit->value] == value) return true;
  }
  return false;
}

std::size_t TableYearEnd(const Block& block, const RowCells& row, std::size_t at, const WordList& dated) {
  std::string_view text = block.text.str();
  std::size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  bool year = end - at == 4 && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20");
  const RowCell* cell = row.At(at);
  if (!year || cell == nullptr) return at;
  // 2023/24: a season, or a year of someone's.
  std::size_t second = end + 1;
  while (second < text.size() && IsAsciiDigit(text[second])) ++second;
  bool season = end < text.size() && text[end] == '/' && (second - end == 3 || second - end == 5);
  if (season) end = second;
  // 2024E, 2025F: expected, forecast.
  std::size_t mark = end;
  if (mark < text.size() && std::string_view("EFAPe").find(text[mark]) != kNone) ++mark;
  // 2023年9月 is read as what it is.
  if (text.substr(end).starts_with("年")) return at;
  // 2024 H1, 2024 Q3
  std::size_t part = mark + (text.substr(mark, 1) == " " ? 1 : 0);
  bool of_year = part + 1 < text.size() && (text[part] == 'Q' || text[part] == 'H') &&
                 text[part + 1] >= '1' && text[part + 1] <= (text[part] == 'Q' ? '4' : '2') &&
                 IsWordEdge(text, part + 2);
  if (of_year && mark == end) mark = part + 2;
  std::string_view next = text.substr(mark, 1);
  std::string_view last = at == 0 ? std::string_view() : text.substr(at - 1, 1);
  bool cut_off =
      (next.empty() || !(IsAsciiAlnum(next[0]) || std::string_view(".,-/%").find(next[0]) != kNone)) &&
      (last.empty() || !(IsAsciiAlnum(last[0]) || std::string_view(".,-/$").find(last[0]) != kNone));
  if (!cut_off) return at;
  bool in_head = block.table == TablePart::kHeads || at < cell->head.end;
  if (in_head) return mark;
  bool whole = cell->text.start == at && cell->text.end == mark;
  if (!whole) return at;
  if (cell->text.start == row.name().start) return mark;
  for (TextSpan head : {cell->head, row.name()}) {
    auto kind = dated.lexicon.Find(text.substr(head.start, head.size()));
    if (kind && dated.values[*kind] == "date") return mark;
  }
  return at;
}

}  // namespace tally
