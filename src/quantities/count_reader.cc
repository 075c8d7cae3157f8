// The part of UnitReader that reads what is counted: nouns, measure words, measures, and English plurals that
// no table knows.
#include <algorithm>

#include "base/utf8.h"
#include "quantities/unit_reader.h"

namespace tally {
namespace {

// How many code points may stand between a measure word and the noun it counts: 三次大型模型训练.
constexpr std::size_t kNounReach = 6;
// How many English words may stand between a figure and the noun: "225,000 full-time employees".
constexpr int kEnglishNounWords = 3;
const Decimal kOne = 1;

// The word that begins at `at`, in small letters throughout; empty where there is none.
std::string_view SmallWord(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] >= 'a' && text[end] <= 'z')) ++end;
  bool whole = end >= text.size() || !(IsAsciiAlnum(text[end]) || text[end] == '\'' || text[end] == '-');
  return whole ? text.substr(at, end - at) : std::string_view();
}

// "sites", "yurts", but not "glass", "analysis" and "famous".
bool LooksPlural(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  if (word.size() < kShortest || word.back() != 's') return false;
  for (std::string_view ending : {"ss", "is", "us", "ous"}) {
    if (word.ends_with(ending)) return false;
  }
  return true;
}

// The end of a name of goods that begins with a noun of the tables, printed with a capital, and goes on with
// a number or a capital: Model 3, iPhone 17, Xbox Series; `end`, that of the noun, where it is none.
std::size_t VersionEnd(std::string_view text, std::size_t start, std::size_t end) {
  bool capital = std::ranges::any_of(text.substr(start, end - start), IsAsciiUpper);
  if (!capital || text[end - 1] == 's' || end + 1 >= text.size() || text[end] != ' ') return end;
  std::size_t at = end + 1;
  bool letters = IsAsciiUpper(text[at]);
  while (at < text.size() && (letters ? IsAsciiAlnum(text[at]) : IsAsciiDigit(text[at]))) ++at;
  bool whole = at > end + 1 && (at == text.size() || !IsAsciiAlnum(text[at]));
  return whole ? at : end;
}

}  // namespace

// a 200-bed hospital, a 6.4-magnitude quake, a 40-acre farm: one noun or measure behind the hyphen, in the
// singular.
std::optional<UnitReading> UnitReader::Compound(std::string_view text, const Numeral& numeral,
                                                std::size_t at) const {
  // A two-horse race counts no horses.
  const Decimal kSmallest = 5;
  std::string_view magnitude = "magnitude";
  bool quake = text.substr(at).starts_with(magnitude) && numeral.lo < Decimal(10);
  if (quake) {
    UnitReading unit;
    unit.id = magnitude;
    unit.end = at + magnitude.size();
    return unit;
  }
  if (numeral.word || numeral.lo < kSmallest) return std::nullopt;
  auto unit = FromTable(text, at, measures_, Dimension::kCount);
  if (!unit) unit = FromTable(text, at, nouns_, Dimension::kCount);
  if (!unit || unit->end >= text.size() || text[unit->end] != ' ' || text[unit->end - 1] == 's')
    return std::nullopt;
  return unit;
}

// 12名受伤乘客 are counted for what befell them.
bool UnitReader::BefallsPeople(const UnitReading& noun) const {
  auto unit = person_units_.lexicon.Find(noun.id);
  return unit && person_units_.values[*unit] == "fate";
}

// 五家汽车公司 are companies: in Chinese what is counted stands last.
std::optional<UnitReading> UnitReader::HeadBehind(std::string_view text, const UnitReading& noun,
                                                  Measured by) const {
  if (noun.end >= text.size() || !IsHan(DecodeUtf8(text, noun.end).value) || BefallsPeople(noun))
    return std::nullopt;
  // 70个大中城市新房: of places much is told.
  auto place = noun_heads_.lexicon.LongestEndingAt(text, noun.end, 0);
  if (place && noun_heads_.values[place->value] == "place") return std::nullopt;
  auto head = FromTable(text, noun.end, nouns_, Dimension::kCount);
  return head && !BefallsPeople(*head) && EndsAs(text, noun.end, head->end, by) ? head : std::nullopt;
}

// Whether a noun is what such a measure word counts, by its last characters.
bool UnitReader::EndsAs(std::string_view text, std::size_t start, std::size_t end, Measured by) const {
  auto head = noun_heads_.lexicon.LongestEndingAt(text, end, start);
  if (!head) return false;
  std::string_view kind = noun_heads_.values[head->value];
  switch (by) {
    case Measured::kPeople:
      return kind == "person";
    case Measured::kBodies:
      return kind == "body";
    case Measured::kThings:
      return kind.empty() || kind == "body";
    case Measured::kEvents:
      return kind == "event";
    case Measured::kUntold:
      return false;
  }
  return false;
}

// The noun that begins at `at` or, behind a measure word, a few characters later in the same phrase.
std::optional<UnitReading> UnitReader::Noun(std::string_view text, std::size_t at, std::size_t reach,
                                            Measured by) const {
  for (std::size_t step = 0; step <= reach && at < text.size(); ++step) {
    auto noun = FromTable(text, at, nouns_, Dimension::kCount);
    // Not the trains of 两起列车脱轨事故 and the companies of 10名公司负责人.
    bool other = noun && ((by == Measured::kEvents && !EndsAs(text, at, noun->end, by)) ||
                          (by == Measured::kPeople && EndsAs(text, at, noun->end, Measured::kThings)));
    if (other && by == Measured::kPeople && HeadBehind(text, *noun, by)) other = false;
    if (other) noun.reset();
    if (noun) {
      noun->noun = IsAsciiAlpha(text[at]);
      if (noun->noun && VersionEnd(text, at, noun->end) > noun->end) return std::nullopt;
      while (auto head = HeadBehind(text, *noun, by)) noun = head;
      return noun;
    }
    auto stop = noun_breaks_.lexicon.Longest(text, at);
    bool within = stop && noun_breaks_.values[stop->value] == "none";
    if (stop && !within && step > 0) return std::nullopt;
    if (within) {
      at += stop->length;
      continue;
    }
    CodePoint c = DecodeUtf8(text, at);
    bool inside = IsHan(c.value) || c.value == ' ' || IsAlphabetic(c.value);
    bool verb_or_break = c.value == U'的' && step > 0;
    if (!inside || verb_or_break) return std::nullopt;
    at += c.length;
  }
  return std::nullopt;
}

std::optional<UnitReading> UnitReader::Count(std::string_view text, const Numeral& numeral, std::size_t at,
                                             LexiconFilter::Mask begins) const {
  if ((begins & kNouns) != 0) {
    if (auto noun = Noun(text, at, 0, Measured::kUntold)) return noun;
  }
  auto hit = (begins & kClassifiers) != 0 ? classifiers_.lexicon.Longest(text, at) : std::nullopt;
  if (hit && !numeral.letter && !IsOtherWord(text, at, hit->length)) {
    std::size_t end = at + hit->length;
    // 一个 is an article, whatever follows: by far the commonest numeral of all.
    bool article = numeral.han && numeral.lo == kOne && numeral.hi == kOne;
    std::string_view counted = classifiers_.values[hit->value];
    article = article || counted == "age";  // 28 岁男子 is one man
    // 一人失踪 is a figure, one 名 of people is none.
    bool fate = article && text.substr(at, hit->length) == "人";
    constexpr std::string_view kAlone = " alone";
    bool alone = counted.ends_with(kAlone);
    if (alone) counted.remove_suffix(kAlone.size());
    Measured by = counted == "people"                    ? Measured::kPeople
                  : text.substr(at, hit->length) == "起" ? Measured::kEvents
                  : counted == "organizations"           ? Measured::kBodies
                                                         : Measured::kThings;
    auto noun = alone || (article && !fate) ? std::nullopt
                                            : Noun(text, SkipBlanks(text, end), fate ? 0 : kNounReach, by);
    if (noun) return noun;
    UnitReading unit;
    unit.id = counted;
    unit.end = end;
    unit.classifier = true;
    return unit;
  }
  bool attached = at > 0 && IsAsciiDigit(text[at - 1]);  // his 20th goal
  // 500 MW solar farms are megawatts; 155mm shells millimetres.
  if ((begins & kMeasures) != 0 || attached) {
    if (auto measure = Measure(text, at)) return measure;
  }
  return IsAsciiAlpha(text[at]) && !attached ? EnglishCount(text, at) : std::nullopt;
}

// 120 mph, 300km/h.
std::optional<UnitReading> UnitReader::Rate(std::string_view text, std::size_t at) const {
  if (auto rate = FromTable(text, at, rates_, Dimension::kRate)) return rate;
  return Attached(text, at, rates_, Dimension::kRate);
}

// 48.6C, 119F in a text on the weather.
std::optional<UnitReading> UnitReader::Temperature(std::string_view text, std::size_t at) const {
  constexpr std::size_t kAround = 200;  // bytes
  bool degrees = at > 0 && IsAsciiDigit(text[at - 1]) && (text[at] == 'C' || text[at] == 'F') &&
                 IsWordEdge(text, at + 1);
  if (!degrees) return std::nullopt;
  std::size_t from = at > kAround ? at - kAround : 0;
  std::size_t to = std::min(text.size(), at + kAround);
  bool weather = false;
  for (std::size_t word = from; word < to && !weather; ++word)
    weather = temperature_words_.lexicon.Longest(text, word).has_value();
  if (!weather) return std::nullopt;
  UnitReading reading;
  reading.id = text[at] == 'C' ? "degC" : "degF";
  reading.end = at + 1;
  return reading;
}

std::optional<UnitReading> UnitReader::Measure(std::string_view text, std::size_t at) const {
  if (auto measure = FromTable(text, at, measures_, Dimension::kCount)) return measure;
  if (auto measure = Attached(text, at, measures_, Dimension::kCount)) return measure;
  return Temperature(text, at);
}

// 828m tall: the m that was read as a million.
std::optional<UnitReading> UnitReader::Metres(std::string_view text, Numeral& numeral, std::size_t at) const {
  constexpr int kMillion = 6;
  if (text[numeral.text.end - 1] != 'm') return std::nullopt;
  std::size_t start = numeral.text.start;
  if (start > 0 && text[start - 1] != ' ' && text[start - 1] != '(') return std::nullopt;
  auto follower =
      at > numeral.text.end && at < text.size() ? metre_followers_.lexicon.Longest(text, at) : std::nullopt;
  bool told = follower && metre_followers_.values[follower->value].empty();
  // "as deep as 60m"
  if (!told && start > 1) {
    auto leader = metre_followers_.lexicon.LongestEndingAt(text, start - 1, 0);
    told = leader && metre_followers_.values[leader->value] == "before";
  }
  if (!told) return std::nullopt;
  numeral.lo = numeral.lo.Scaled(-kMillion);
  numeral.hi = numeral.hi.Scaled(-kMillion);
  numeral.last_place -= kMillion;
  numeral.scaled = numeral.letter = false;
  numeral.scale_power = numeral.closing_power = 0;
  UnitReading metres;
  metres.id = "m";
  return metres;
}

// 155mm: right behind the digits, where no word begins.
std::optional<UnitReading> UnitReader::Attached(std::string_view text, std::size_t at, const Table& table,
                                                Dimension dimension) {
  if (at == 0 || !IsAsciiDigit(text[at - 1]) || !IsAsciiAlpha(text[at])) return std::nullopt;
  auto hit = table.lexicon.LongestLoose(text, at);
  if (!hit || hit->length < 2 || !IsWordEdge(text, at + hit->length)) return std::nullopt;
  return UnitReading::Of(dimension, table.units[hit->value], at + hit->length);
}

// The first known noun among the next words; a small word of grammar ends the phrase. Where no table has one,
// a plural in small letters right behind the figure, or behind one adjective, names what is counted itself.
std::optional<UnitReading> UnitReader::EnglishCount(std::string_view text, std::size_t at) const {
  std::size_t start = at;
  for (int word = 0; word <= kEnglishNounWords && at < text.size() && IsAsciiAlpha(text[at]); ++word) {
    LexiconFilter::Mask begins = begins_.At(text, at);
    if ((begins & kNouns) != 0) {
      if (auto noun = FromTable(text, at, nouns_, Dimension::kCount)) {
        noun->noun = true;
        std::size_t version = VersionEnd(text, at, noun->end);
        if (version == noun->end) return noun;
        at = SkipBlanks(text, version);  // 127,000 Model 3 cars
        continue;
      }
    }
    if ((begins & kBreaks) != 0 && phrase_breaks_.lexicon.Longest(text, at)) {
      if (word == 0) return std::nullopt;
      break;
    }
    while (at < text.size() && (IsAsciiAlnum(text[at]) || text[at] == '-' || text[at] == '\'')) ++at;
    at = SkipBlanks(text, at);
  }
  return UnknownPlural(text, start);
}

std::optional<UnitReading> UnitReader::UnknownPlural(std::string_view text, std::size_t at) const {
  // Behind digits or a scale: "three ways" and "two things" are no figures.
  std::string_view figure = text.substr(0, at);
  while (!figure.empty() && figure.back() == ' ') figure.remove_suffix(1);
  bool digits = !figure.empty() && IsAsciiDigit(figure.back());
  for (std::string_view scale : {"thousand", "million", "billion"})
    digits = digits || figure.ends_with(scale);
  if (!digits) return std::nullopt;
  for (int word = 0; word < 2 && at < text.size(); ++word) {
    std::string_view noun = SmallWord(text, at);
    if (noun.empty() || phrase_breaks_.lexicon.Longest(text, at) || not_nouns_.lexicon.Find(noun)) break;
    if (LooksPlural(noun)) {
      UnitReading reading;
      reading.id = noun;
      reading.end = at + noun.size();
      reading.noun = true;
      return reading;
    }
    at = SkipBlanks(text, at + noun.size());
  }
  return std::nullopt;
}

// "the 41,206 who turned up", "34 were unaccounted for": what only people do tells what is counted.
std::optional<UnitReading> UnitReader::People(std::string_view text, std::size_t at) const {
  if (!people_words_.lexicon.Longest(text, at)) return std::nullopt;
  UnitReading people;
  people.id = "people";
  people.noun = true;
  return people;
}

// "three of 22 branches", "about 11,000 of its 22,700 employees", "97 of the deaths": the part is of the kind
// of the whole.
std::optional<UnitReading> UnitReader::OfWhole(std::string_view text, const Numeral& numeral,
                                               std::size_t at) const {
  std::string_view of = "of ";
  if (!text.substr(at).starts_with(of)) return std::nullopt;
  at += of.size();
  bool owned = false;
  for (std::string_view owner :
       {"the ", "its ", "their ", "his ", "her ", "our ", "all ", "those ", "these "}) {
    if (!text.substr(at).starts_with(owner)) continue;
    owned = true;
    at += owner.size();
    break;
  }
  std::size_t digits = at;
  while (at < text.size() && (IsAsciiDigit(text[at]) || text[at] == ',' || text[at] == '.')) ++at;
  if (at > digits) {
    // 1.1m of 1.5m pupils, two of 3 million users
    std::size_t scaled = SkipBlanks(text, at);
    auto scale = scaled < text.size() ? scales_.lexicon.LongestLoose(text, scaled) : std::nullopt;
    if (scale && IsWordEdge(text, scaled + scale->length)) at = scaled + scale->length;
    if (at >= text.size() || text[at] != ' ') return std::nullopt;
    ++at;
  } else if (!owned || numeral.fraction || numeral.last_place < 0) {
    return std::nullopt;  // "half of his shares" is a share
  }
  if (at >= text.size() || !IsAsciiAlpha(text[at]) || shares_.lexicon.Longest(text, at) ||
      durations_.lexicon.Longest(text, at) || measures_.lexicon.Longest(text, at))
    return std::nullopt;
  auto whole = EnglishCount(text, at);
  if (whole) whole->end = 0;  // the noun is the other figure's
  return whole;
}

}  // namespace tally
