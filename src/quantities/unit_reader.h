// What stands beside a numeral and makes it a quantity: percent, 倍, currency, a span of time, a measure, a
// counted noun.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "quantities/blanks.h"
#include "quantities/numeral.h"
#include "quantities/quantity.h"
#include "rules/rule_set.h"

namespace tally {

struct UnitReading {
  Dimension dimension = Dimension::kCount;
  std::string_view
      id;  // points into the rules, or the text; empty: money whose currency the text does not name (元)
  Decimal factor = 1;
  std::size_t start = 0;     // of a prefix
  std::size_t end = 0;       // of a suffix; 0 for a prefix
  bool classifier = false;   // a Chinese measure word, without the noun that it counts
  bool foreign = false;      // money of a country that the text does not name: never the home currency
  bool any_dollar = false;   // a dollar of a country that the text does not name: the American one, mostly
  bool yuan_or_yen = false;  // ¥
  bool noun = false;         // an English noun that is counted, no measure

  // Whose money the row of the table names: its id is a currency, or one of those in currency_reader.cc.
  void SetCurrency(const Unit& row);

  // A unit of the tables that ends at `end`.
  static UnitReading Of(Dimension dimension, const Unit& unit, std::size_t end) {
    UnitReading reading;
    reading.dimension = dimension;
    reading.id = unit.id;
    reading.factor = unit.factor;
    reading.end = end;
    return reading;
  }

  bool Same(const UnitReading& other) const { return dimension == other.dimension && id == other.id; }
};

class UnitReader {
 public:
  // Keeps references into the rules. Throws UserError where a word list holds a value that is not of its
  // form.
  explicit UnitReader(const RuleSet& rules);

  // The unit that follows the numeral, which ends at `at`; blanks may stand between. May move the numeral's
  // value (两倍半, 一年半, 七成六).
  std::optional<UnitReading> After(std::string_view text, Numeral& numeral, std::size_t at) const;
  // A currency that begins at `at`: 美元, dollars, €.
  std::optional<UnitReading> CurrencyAt(std::string_view text, std::size_t at) const;
  // A currency that ends at `at` or one blank before it, not before `floor`: US$, RMB, 人民币.
  std::optional<UnitReading> CurrencyBefore(std::string_view text, std::size_t at, std::size_t floor) const;
  // Where a currency sign or code that begins at `at` ends: the "$" of "$3 to $5 billion"; `at` where none
  // is.
  std::size_t SkipCurrencySign(std::string_view text, std::size_t at) const;
  // The money is that of the home whose currency this is; empty: not known. `told`: by an editor, not by the
  // text.
  bool IsOfHome(const UnitReading& money, std::string_view currency, bool told) const;
  // A tenth or hundredth of the currency unit (角, 毛, 分) at `at`: its factor and its end.
  std::optional<UnitReading> MinorUnitAt(std::string_view text, std::size_t at) const;

 private:
  // What a measure word tells of the noun behind it: 名 and 位, 起, 家, another one, none.
  enum class Measured { kPeople, kEvents, kBodies, kThings, kUntold };

  using Table = RuleSet::UnitTable;
  bool ScaleFollows(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> PenceAt(std::string_view text, std::size_t at) const;
  std::size_t SkipSmallWords(std::string_view text, std::size_t at, const Numeral& numeral) const;
  std::optional<UnitReading> Share(std::string_view text, Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> Times(std::string_view text, std::size_t at) const;
  std::optional<Lexicon::Hit> TimeUnitAt(std::string_view text, std::size_t at, bool attached,
                                         bool bare_month) const;
  std::optional<UnitReading> Duration(std::string_view text, Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> FromTable(std::string_view text, std::size_t at, const Table& table,
                                       Dimension dimension) const;
  static std::optional<UnitReading> Attached(std::string_view text, std::size_t at, const Table& table,
                                             Dimension dimension);
  std::optional<UnitReading> Count(std::string_view text, const Numeral& numeral, std::size_t at,
                                   LexiconFilter::Mask begins) const;
  std::optional<UnitReading> Rate(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> Measure(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> Temperature(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> Metres(std::string_view text, Numeral& numeral, std::size_t at) const;
  bool IsPence(std::string_view text, TextSpan digits) const;
  std::optional<UnitReading> Compound(std::string_view text, const Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> EnglishCount(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> UnknownPlural(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> People(std::string_view text, std::size_t at) const;
  std::optional<UnitReading> OfWhole(std::string_view text, const Numeral& numeral, std::size_t at) const;
  std::optional<UnitReading> Noun(std::string_view text, std::size_t at, std::size_t reach,
                                  Measured by) const;
  // Which tables may have a word that begins at text[at].
  enum Begins : LexiconFilter::Mask {
    kShares = 1,
    kCurrencies = 2,
    kRates = 4,
    kDurations = 8,
    kMeasures = 16,
    kNouns = 32,
    kClassifiers = 64,
    kAdjectives = 128,
    kBreaks = 256,
    kPeople = 512,
    kUnits = kShares | kCurrencies | kRates | kDurations | kMeasures | kNouns | kClassifiers,
  };
  bool IsOtherWord(std::string_view text, std::size_t at, std::size_t length) const;
  bool IsInterest(std::string_view text, std::size_t at) const;
  bool BefallsPeople(const UnitReading& noun) const;
  std::optional<UnitReading> HeadBehind(std::string_view text, const UnitReading& noun, Measured by) const;
  bool EndsAs(std::string_view text, std::size_t start, std::size_t end, Measured by) const;
  bool IsTenth(std::string_view text, std::size_t digit_at, std::size_t after) const;

  const Table& shares_;
  const Table& currencies_;
  const WordList& dollars_;
  const Table& rates_;
  const Table& durations_;
  const Table& measures_;
  const Table& nouns_;
  const Table& scales_;
  const WordList& classifiers_;
  const WordList& ordinal_nouns_;
  const WordList& noun_breaks_;
  const WordList& noun_heads_;
  const WordList& person_units_;
  const WordList& rate_words_;
  const WordList& not_numbers_;
  const WordList& duration_marks_;
  const WordList& not_units_;
  const WordList& minor_units_;
  const WordList& adjectives_;
  const WordList& phrase_breaks_;
  const WordList& not_nouns_;
  const WordList& people_words_;
  const WordList& pence_leads_;
  const WordList& temperature_words_;
  const WordList& metre_followers_;
  LexiconFilter begins_;
  std::vector<Decimal> minor_factors_;  // by payload of minor_units_
};

}  // namespace tally
