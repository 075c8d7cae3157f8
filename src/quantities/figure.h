// A figure with its unit while it is being read: what the readers of ranges, compounds and signs pass on.
#pragma once

#include <optional>
#include <string_view>

#include "quantities/numeral.h"
#include "quantities/unit_reader.h"

namespace tally {

struct Figure {
  Numeral low;
  Numeral high;  // equal to low where there is no range
  std::optional<UnitReading> unit;
  bool range = false;
  std::size_t end = 0;  // behind the unit

  static Figure Of(const Numeral& numeral, const std::optional<UnitReading>& unit) {
    std::size_t end = unit && unit->end > numeral.text.end ? unit->end : numeral.text.end;
    return {numeral, numeral, unit, false, end};
  }
};

// A question that is asked only where its answer matters. Refers to what it is made of.
class Question {
 public:
  template <class Answer>
  Question(const Answer& answer)  // NOLINT: a lambda is a question
      : answer_(&answer), ask_([](const void* a) -> bool { return (*static_cast<const Answer*>(a))(); }) {}
  bool operator()() const { return ask_(answer_); }

 private:
  const void* answer_;
  bool (*ask_)(const void*);
};

// The figure behind a mark of a range that turned out to be none: it is read again as one of its own, from
// here.
struct ReadAhead {
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::size_t at = kNowhere;        // where it begins
  Numeral numeral;                  // as NumeralReader reads it
  Numeral bent;                     // as UnitReader::After leaves it
  std::optional<UnitReading> unit;  // what that gives
};

// Extends the figure to a second one behind it: 10-20亿, 90%或95%, 3000万到5000万元, between 3 and 5 billion.
// The unit and the scale of the second are the first one's where that has none. "from 5% to 10%" is a change
// and stays two figures, and so does "rose by $3bn to $12bn": `reached` says that the figure is how far
// something moved. `ahead` keeps the second figure where it is none of a range.
void ReadRange(std::string_view text, const NumeralReader& numerals, const UnitReader& units,
               const Question& reached, Figure& figure, ReadAhead& ahead);

// Extends the figure by the smaller units that go on behind it: 九元九角, 3 dollars and 5 cents, 两年三个月,
// an hour and a half. The unit becomes the smallest of a duration, the currency itself of money.
void ReadCompound(std::string_view text, const NumeralReader& numerals, const UnitReader& units,
                  Figure& figure);

// A price that begins with the smaller unit: 5 毛钱, 九角九分, 壹角. nullopt where none begins at the
// numeral's end.
std::optional<UnitReading> MinorUnitAfter(std::string_view text, const Numeral& numeral,
                                          const NumeralReader& numerals, const UnitReader& units);

}  // namespace tally
