// The lunar calendar and the solar terms: days known from the almanacs.
#include "base/lunar_date.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "base/solar_term.h"

namespace tally {
namespace {

std::string Show(std::optional<Day> day) { return day ? FormatDay(*day) : "none"; }

TEST(LunarDate, NewYearsOfTheAlmanacs) {
  struct Row {
    int year;
    const char* day;
  };
  for (const Row& row : std::vector<Row>{{1949, "1949-01-29"},
                                         {1985, "1985-02-20"},
                                         {2000, "2000-02-05"},
                                         {2007, "2007-02-18"},
                                         {2020, "2020-01-25"},
                                         {2023, "2023-01-22"},
                                         {2024, "2024-02-10"},
                                         {2025, "2025-01-29"},
                                         {2026, "2026-02-17"},
                                         {2034, "2034-02-19"},
                                         {1899, "none"},
                                         {2101, "none"}}) {
    EXPECT_EQ(Show(GregorianDay({{row.year, 1, false}, 1})), row.day) << row.year;
  }
}

TEST(LunarDate, LeapMonthsFollowTheMonthOfTheirNumber) {
  struct Row {
    LunarMonth month;
    const char* days;
  };
  for (const Row& row : std::vector<Row>{{{2020, 4, false}, "2020-04-23..2020-05-22"},
                                         {{2020, 4, true}, "2020-05-23..2020-06-20"},
                                         {{2020, 5, false}, "2020-06-21..2020-07-20"},
                                         {{2023, 2, true}, "2023-03-22..2023-04-19"},
                                         {{2025, 6, true}, "2025-07-25..2025-08-22"},
                                         {{2033, 11, true}, "2033-12-22..2034-01-19"},
                                         {{2024, 4, true}, "none"},
                                         {{2024, 13, false}, "none"},
                                         {{2024, 0, false}, "none"}}) {
    auto days = LunarMonthDays(row.month);
    EXPECT_EQ(days ? days->ToString() : "none", row.days) << row.month.year << "-" << row.month.month;
  }
}

TEST(LunarDate, FestivalsAndDaysThatAMonthLacks) {
  EXPECT_EQ(Show(GregorianDay({{2024, 8, false}, 15})), "2024-09-17");
  EXPECT_EQ(Show(GregorianDay({{2025, 5, false}, 5})), "2025-05-31");
  EXPECT_EQ(Show(GregorianDay({{2024, 12, false}, 29})), "2025-01-28");
  EXPECT_EQ(Show(GregorianDay({{2024, 12, false}, 30})), "none");
  EXPECT_EQ(Show(GregorianDay({{2024, 12, false}, 0})), "none");
}

TEST(LunarDate, EachDayHasOneNameAndBackAgain) {
  Day last = *MakeDay(2100, 12, 31);
  for (Day day = *MakeDay(1900, 1, 31); day <= last; day += std::chrono::days(1)) {
    auto lunar = LunarDateOf(day);
    ASSERT_TRUE(lunar) << FormatDay(day);
    ASSERT_EQ(GregorianDay(*lunar), day) << FormatDay(day);
  }
  EXPECT_FALSE(LunarDateOf(*MakeDay(1900, 1, 1)));
}

TEST(LunarDate, ThreadsMayAskForTheSameYears) {
  std::vector<std::string> seen(8);
  std::vector<std::thread> threads;
  for (std::string& out : seen) {
    threads.emplace_back([&out] {
      for (int year = 1950; year < 2000; ++year) out += Show(GregorianDay({{year, 1, false}, 1}));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& out : seen) EXPECT_EQ(out, seen[0]);
}

TEST(SolarTerm, DaysOfTheAlmanacs) {
  struct Row {
    int year;
    int longitude;
    const char* day;
  };
  for (const Row& row : std::vector<Row>{{2024, 270, "2024-12-21"},
                                         {2023, 270, "2023-12-22"},
                                         {2024, 315, "2024-02-04"},
                                         {2025, 315, "2025-02-03"},
                                         {2024, 15, "2024-04-04"},
                                         {2023, 15, "2023-04-05"},
                                         {2017, 300, "2017-01-20"},
                                         {2021, 285, "2021-01-05"},
                                         {2024, 90, "2024-06-21"},
                                         {2024, 180, "2024-09-22"},
                                         // A minute before midnight: not told.
                                         {2021, 270, "none"},
                                         {1800, 270, "none"}}) {
    EXPECT_EQ(Show(SolarTermDay(row.year, row.longitude)), row.day) << row.year << " " << row.longitude;
  }
}

}  // namespace
}  // namespace tally
