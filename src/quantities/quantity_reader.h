// One pass over a block's folded text: every figure with its unit, its hedges and bounds, and what it is not
// (versions, ids, times of day). Thread-safe; linear in the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "quantities/date_reader.h"
#include "quantities/elided_unit.h"
#include "quantities/figure.h"
#include "quantities/fraction_reader.h"
#include "quantities/numeral.h"
#include "quantities/quantity.h"
#include "quantities/start_filter.h"
#include "quantities/table_unit.h"
#include "quantities/unit_reader.h"
#include "quantities/vocabulary.h"

namespace tally {

// What a reader has to know of the document that a block stands in.
struct Setting {
  Setting(std::optional<Day> day = std::nullopt, std::string_view currency = {},
          bool told = false)  // NOLINT: a day is a setting
      : published(day), home_currency(currency), currency_told(told) {}

  std::optional<Day> published;    // resolves 去年, "last month"
  std::string_view home_currency;  // ISO 4217: what a bare 元 is; empty where that cannot be known
  bool currency_told;              // by an editor: then a bare $ is that too, where it is a dollar
};

class QuantityReader {
 public:
  // Keeps a reference to the rules. Throws UserError where a word list holds a value that is not of its form.
  explicit QuantityReader(const RuleSet& rules);

  // The quantities of a block in order, without overlaps.
  std::vector<Quantity> Read(const Block& block, const Setting& setting) const;

 private:
  struct Scan;
  // These fill a new quantity, or leave it as it was and return false.
  bool ReadAt(Scan& scan, std::size_t at, Quantity& quantity) const;
  bool ReadDigitsAt(Scan& scan, std::size_t at, Quantity& quantity) const;
  bool ReadDate(Scan& scan, std::size_t at, Quantity& quantity) const;
  // 2023 in the head of a table: a year that nothing but its place says.
  bool ReadTableYear(const Scan& scan, std::size_t at, Quantity& quantity) const;
  void TakeTableUnit(const Scan& scan, std::size_t at, Figure& figure) const;
  bool ReadFraction(Scan& scan, std::size_t at, const Numeral* numeral, Quantity& quantity) const;
  bool IsDoubtfulFraction(const Scan& scan, TextSpan fraction) const;
  bool ReadPartOfUnit(Scan& scan, std::size_t at, const FractionReading& fraction, Quantity& quantity) const;
  bool ReadMultiple(Scan& scan, std::size_t at, Quantity& quantity) const;
  bool ReadRank(Scan& scan, std::size_t at, Quantity& quantity) const;
  bool ReadFigure(Scan& scan, std::size_t at, std::optional<Numeral>& numeral, Quantity& quantity) const;
  bool MakeQuantity(Scan& scan, std::size_t at, std::size_t figure_at, Figure& figure,
                    Quantity& quantity) const;
  std::optional<Numeral> NumeralAt(const Scan& scan, std::size_t at) const;
  std::optional<Numeral> ReadArticle(std::string_view text, std::size_t at) const;
  // Looks up what stands before the figure at `at`, for Scan::EndsBefore.
  void LookBefore(Scan& scan, std::size_t at) const;
  std::optional<UnitReading> CurrencyBefore(const Scan& scan, std::size_t at) const;
  bool ReachedByChange(const Scan& scan, std::size_t at) const;
  bool IsFigure(const Scan& scan, std::size_t at, const Figure& figure, bool prefix, bool negative) const;
  bool IsArticle(const Scan& scan, std::size_t at, const Figure& figure) const;
  // Moves `start` to the sign before it, where there is one. `measured`: the figure has a currency, a percent
  // sign or a scale.
  bool NegativeBefore(const Scan& scan, bool measured, std::size_t figure_end, std::size_t& start) const;
  void Modify(const Scan& scan, Quantity& quantity) const;
  void FindPer(const Scan& scan, Quantity& quantity) const;
  // 每秒 43 公尺, 时速 120 公里: a measure per second or hour is a rate, in m/s, km/h, m3/s.
  static void MakeRate(Quantity& quantity);
  // How the figure that begins at `at` came about.
  Change ChangeBefore(const Scan& scan, std::size_t at) const;
  void FindConversion(Scan& scan, Quantity& quantity) const;
  std::size_t PassOver(std::string_view text, std::size_t at) const;
  std::size_t SkipNoNumber(std::string_view text, std::size_t at) const;

  Vocabulary vocabulary_;
  NumeralReader numerals_;
  UnitReader units_;
  ElidedUnits elided_;
  TableUnits table_units_;
  DateReader dates_;
  StartFilter starts_;
  const WordList& not_numbers_;
  const WordList& per_time_;
  const WordList& multiples_;
  const WordList& signs_;
  const WordList& changes_;
  const WordList& conversions_;
  const WordList& clock_marks_;
  const WordList& labels_;
  const WordList& year_marks_;
  const WordList& generic_counts_;
  const WordList& fate_verbs_;
  const WordList& small_counts_;
  const WordList& table_heads_;
  const WordList& fraction_words_;
  // What may begin where digits do.
  static constexpr LexiconFilter::Mask kNotNumber = 1;
  static constexpr LexiconFilter::Mask kMultiple = 2;
  LexiconFilter digit_starts_;
  // What may stand behind a numeral.
  static constexpr LexiconFilter::Mask kClockMark = 1;
  static constexpr LexiconFilter::Mask kModifier = 2;
  static constexpr LexiconFilter::Mask kMinorUnit = 4;
  LexiconFilter behind_;
  // What may stand before one.
  static constexpr LexiconFilter::Mask kCurrencyWord = 1;
  static constexpr LexiconFilter::Mask kSign = 2;
  static constexpr LexiconFilter::Mask kBound = 4;
  static constexpr LexiconFilter::Mask kChange = 8;
  LexiconFilter before_;
  std::vector<Decimal> factors_;   // by payload of multiples_
  std::vector<Change> change_of_;  // by payload of changes_
};

}  // namespace tally
