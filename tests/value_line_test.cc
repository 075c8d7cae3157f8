// The one-line forms of values and keys, which tests and `explain` show.
#include <gtest/gtest.h>

#include <functional>

#include "claims/claim.h"

namespace tally {
namespace {

TEST(ValueTextTest, SaysWhatIsSetAndNothingElse) {
  struct {
    std::function<void(Value&)> set;
    const char* line;
  } cases[] = {
      {[](Value& v) { v.stated = Interval::Exactly(7); }, "number [7, 7]"},
      {[](Value& v) {
         v.dimension = Dimension::kMoney, v.unit = "USD", v.stated = {Decimal(5), std::nullopt},
         v.modifier = Modifier::kMoreThan;
       },
       "money [5, +inf) USD more_than"},
      {[](Value& v) {
         v.dimension = Dimension::kMoney, v.unit = "USD", v.stated = Interval::Exactly(5), v.per = "year",
         v.approx = true, v.modifier = Modifier::kApprox;
       },
       "money [5, 5] USD per year approx"},
      {[](Value& v) { v.vague = v.bare_magnitude = true; }, "number (-inf, +inf) vague bare"},
      {[](Value& v) {
         v.dimension = Dimension::kDate, v.unit = "date", v.date = DateRange::Months(2023, 1, 3);
       },
       "date 2023-01-01..2023-03-31"},
      {[](Value& v) { v.dimension = Dimension::kDate, v.unresolved = "no year", v.fiscal_year = 2025; },
       "date unresolved (no year) fiscal 2025"},
  };
  for (const auto& test : cases) {
    Value value;
    test.set(value);
    EXPECT_EQ(ToString(value), test.line);
  }
}

TEST(ValueTextTest, NamesAreReadBackAndUnknownOnesAreNot) {
  for (std::uint8_t i = 0; i < 8; ++i) {
    EXPECT_EQ(DimensionFromName(DimensionName(static_cast<Dimension>(i))), static_cast<Dimension>(i));
    EXPECT_EQ(ModifierFromName(ModifierName(static_cast<Modifier>(i))), static_cast<Modifier>(i));
  }
  for (std::uint8_t i = 0; i < 6; ++i) {
    EXPECT_EQ(ModalityFromName(ModalityName(static_cast<Modality>(i))), static_cast<Modality>(i));
  }
  EXPECT_EQ(DimensionFromName("weight"), std::nullopt);
  EXPECT_EQ(ModifierFromName(""), std::nullopt);
  EXPECT_EQ(ModalityFromName("Asserted"), std::nullopt);
}

TEST(ValueTextTest, AKeyShowsItsPredicateAndParts) {
  EXPECT_EQ((ClaimKey{"investment", {"subject=microsoft", "object=?"}, false}).ToString(),
            "investment subject=microsoft object=?");
}

}  // namespace
}  // namespace tally
