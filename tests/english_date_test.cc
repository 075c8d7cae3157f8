// What the reader of English and numeric dates reads, published on Thursday, 8 May 2025: two-column tables of
// text and readings. Other quantities in the texts are left out of the second column.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "quantities/quantity_reader.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

struct Row {
  const char* text;
  const char* readings;  // "quote = first..last", joined by "; "; no last day: open
};

const QuantityReader& Reader() {
  static const QuantityReader reader(TestRules());
  return reader;
}

std::string ReadDates(const std::string& text, std::optional<Day> published) {
  Block block;
  block.text.Append(text, 0);
  std::string out;
  for (const Quantity& q : Reader().Read(block, published)) {
    if (q.value.dimension != Dimension::kDate) continue;
    if (!out.empty()) out += "; ";
    out += text.substr(q.span.start, q.span.size()) + " = ";
    out += q.value.date.first ? q.value.date.ToString() : "unresolved";
  }
  return out;
}

void Check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(ReadDates(row.text, MakeDay(2025, 5, 8)), row.readings) << row.text;
}

TEST(EnglishDates, APassiveOfTheFutureIsNotThePast) {
  Check({
      {"The vote will be held on May 25.", "May 25 = 2025-05-25"},
      {"He is to be sentenced on October 3.", "October 3 = 2025-10-03"},
      {"The hearing is set for July 7, the clerk said.", "July 7 = 2025-07-07"},
  });
}

TEST(EnglishDates, DaysAndMonthsAndVerbsThatLookLikeThem) {
  Check({
      {"The plant opened on May 8, 2025", "May 8, 2025 = 2025-05-08"},
      {"The plant opened on 8 May 2025", "8 May 2025 = 2025-05-08"},
      {"It closed on March 5.", "March 5 = 2025-03-05"},
      {"They met on Dec. 31, 1999.", "Dec. 31, 1999 = 1999-12-31"},
      {"They met on Dec. 31 , 1999.", "Dec. 31 , 1999 = 1999-12-31"},
      {"A vote on the 4th of July 1995", "the 4th of July 1995 = 1995-07-04"},
      {"A vote on July 4th", "July 4th = 2025-07-04"},
      {"fourth of july 1995", "fourth of july 1995 = 1995-07-04"},
      {"the second of March", "the second of March = 2025-03-02"},
      {"the 15th of February", "the 15th of February = 2025-02-15"},
      {"shipped 05-Aug-2016", "05-Aug-2016 = 2016-08-05"},
      {"shipped 3-June-92", "3-June-92 = 1992-06-03"},
      {"shipped Sep-23-2020", "Sep-23-2020 = 2020-09-23"},
      {"opened Feb13", "Feb13 = 2025-02-13"},
      {"born on twenty five January nineteen eighty six",
       "twenty five January nineteen eighty six = 1986-01-25"},
      {"They arrived 13 Sept nineteen seventy two", "13 Sept nineteen seventy two = 1972-09-13"},
      {"May 2024", "May 2024 = 2024-05-01..2024-05-31"},
      {"in October two thousand and five", "October two thousand and five = 2005-10-01..2005-10-31"},
      {"June '24 results", "June '24 = 2024-06-01..2024-06-30"},
      {"Mon Aug 4 13:54:13 2025", "Mon Aug 4 13:54:13 2025 = 2025-08-04"},
      {"will open on January 20", "January 20 = 2026-01-20"},
      {"shipped in October", "October = 2024-10-01..2024-10-31"},
      {"it may ship in May", "May = 2025-05-01..2025-05-31"},
      {"In May 12 people left", "May = 2025-05-01..2025-05-31"},
      {"The Sept. 9 talks", "Sept. 9 = 2025-09-09"},
      {"March 5 employees", ""},
      {"a March report", ""},
      {"They march on", ""},
      {"The company may 3 times raise", ""},
      {"$12 December futures", ""},
  });
}

TEST(EnglishDates, WeekdaysBelongToTheWeekThatTheClauseMeans) {
  Check({
      {"The board met on Tuesday", "Tuesday = 2025-05-06"},
      {"shares fell on Friday", "Friday = 2025-05-02"},
      {"The deal will close on Friday", "Friday = 2025-05-09"},
      {"Tuesday, March 4", "Tuesday, March 4 = 2025-03-04"},
      {"Friday 4/11", "Friday 4/11 = 2025-04-11"},
      {"Wednesday the thirtieth", "Wednesday the thirtieth = 2025-04-30"},
      {"Mon 12th", "Mon 12th = 2025-05-12"},
      {"next Monday", "next Monday = 2025-05-12"},
      {"last Tuesday", "last Tuesday = 2025-04-29"},
      {"this past Saturday", "this past Saturday = 2025-05-03"},
      {"the coming Thursday", "the coming Thursday = 2025-05-15"},
      {"Monday of this week", "Monday of this week = 2025-05-05"},
      {"Tuesday of last week", "Tuesday of last week = 2025-04-29"},
      {"next week Wednesday", "next week Wednesday = 2025-05-14"},
      {"three Fridays from now", "three Fridays from now = 2025-05-23"},
      {"Black Friday sales", ""},
      {"every Monday", ""},
      {"the second Tuesday of each month", ""},
      {"he wed and sat", ""},
      {"20 March 2025 (Thursday)", "20 March 2025 (Thursday) = 2025-03-20"},
      {"Over the weekend it rained", "the weekend = 2025-05-03..2025-05-04"},
      {"the weekend of May 24", "the weekend of May 24 = 2025-05-24..2025-05-25"},
  });
}

TEST(EnglishDates, YearsAreToldFromCounts) {
  Check({
      {"It was founded in 1998", "1998 = 1998-01-01..1998-12-31"},
      {"in 2018, 2019 and 2021",
       "2018 = 2018-01-01..2018-12-31; 2019 = 2019-01-01..2019-12-31; 2021 = 2021-01-01..2021-12-31"},
      {"since 2019", "2019 = 2019-01-01.."},
      {"in nineteen ninety six", "nineteen ninety six = 1996-01-01..1996-12-31"},
      {"in two thousand and fifteen", "two thousand and fifteen = 2015-01-01..2015-12-31"},
      {"the 1990s", "1990s = 1990-01-01..1999-12-31"},
      {"the early 1980s", "the early 1980s = 1980-01-01..1983-12-31"},
      {"the '90s", "'90s = 1990-01-01..1999-12-31"},
      {"left in '98", "'98 = 1998-01-01..1998-12-31"},
      {"in 1776 the colony", "1776 = 1776-01-01..1776-12-31"},
      {"2014-2018", "2014-2018 = 2014-01-01..2018-12-31"},
      {"from 2014 to 2018", "2014 to 2018 = 2014-01-01..2018-12-31"},
      {"between 2007 and 2009", "2007 and 2009 = 2007-01-01..2009-12-31"},
      {"the 2023-24 season", "the 2023-24 = 2023-01-01..2024-12-31"},
      {"2014–15", "2014–15 = 2014-01-01..2015-12-31"},
      {"2019 to date", "2019 to date = 2019-01-01..2025-05-08"},
      {"by 2030", "2030 = 2030-01-01..2030-12-31"},
      {"2018", "2018 = 2018-01-01..2018-12-31"},
      {"They hired 2000 employees", ""},
      {"up to 2000 jobs", ""},
      {"from 2000 to 2050 employees", ""},
      {"in 2019 people left", ""},
      {"in 2000 villages", ""},
      {"a total of 2000", ""},
      {"Windows 2000", ""},
      {"in the 15th century", "the 15th century = 1400-01-01..1499-12-31"},
      {"the next decade", "the next decade = 2030-01-01..2039-12-31"},
  });
}

TEST(EnglishDates, QuartersHalvesPartsAndTheNthOfSomething) {
  Check({
      {"in the third quarter of 2024", "the third quarter of 2024 = 2024-07-01..2024-09-30"},
      {"Q3 2024", "Q3 2024 = 2024-07-01..2024-09-30"},
      {"q3 2019", "q3 2019 = 2019-07-01..2019-09-30"},
      {"Q1 of last year", "Q1 of last year = 2024-01-01..2024-03-31"},
      {"2019-H2", "2019-H2 = 2019-07-01..2019-12-31"},
      {"2019 q3", "2019 q3 = 2019-07-01..2019-09-30"},
      {"24Q4", "24Q4 = 2024-10-01..2024-12-31"},
      {"1Q25", "1Q25 = 2025-01-01..2025-03-31"},
      {"2H 2023", "2H 2023 = 2023-07-01..2023-12-31"},
      {"Q3'24", "Q3'24 = 2024-07-01..2024-09-30"},
      {"in the fourth quarter", "the fourth quarter = 2024-10-01..2024-12-31"},
      {"second-quarter sales", "second-quarter = 2025-04-01..2025-06-30"},
      {"it expects the fourth quarter to be weak", "the fourth quarter = 2025-10-01..2025-12-31"},
      {"the first half of 2024", "the first half of 2024 = 2024-01-01..2024-06-30"},
      {"first half of this year", "first half of this year = 2025-01-01..2025-06-30"},
      {"last year's third quarter", "last year's third quarter = 2024-07-01..2024-09-30"},
      {"2024's second half", "2024's second half = 2024-07-01..2024-12-31"},
      {"late 2023", "late 2023 = 2023-10-01..2023-12-31"},
      {"early 2019", "early 2019 = 2019-01-01..2019-03-31"},
      {"mid-2024", "mid-2024 = 2024-06-01..2024-07-31"},
      {"the end of 2008", "the end of 2008 = 2008-12-01..2008-12-31"},
      {"the beginning of 2017", "the beginning of 2017 = 2017-01-01..2017-03-31"},
      {"mid-November", "mid-November = 2025-11-11..2025-11-20"},
      {"late last month", "late last month = 2025-04-21..2025-04-30"},
      {"early next week", "early next week = 2025-05-12..2025-05-14"},
      {"later this year", "later this year = 2025-05-08..2025-12-31"},
      {"earlier this month", "earlier this month = 2025-05-01..2025-05-07"},
      {"the end of the month", "the end of the month = 2025-05-21..2025-05-31"},
      {"fiscal 2025", "fiscal 2025 = 2025-01-01..2025-12-31"},
      {"FY25", "FY25 = 2025-01-01..2025-12-31"},
      {"FY2025 Q2", "FY2025 Q2 = unresolved"},
      {"the fiscal third quarter", "the fiscal third quarter = unresolved"},
      {"fiscal years 2023 to 2025", "fiscal years 2023 to 2025 = unresolved"},
      {"summer of 2008", "summer of 2008 = 2008-06-01..2008-08-31"},
      {"last summer", "last summer = 2024-06-01..2024-08-31"},
      {"fall 2019", "fall 2019 = 2019-09-01..2019-11-30"},
      {"A fall in sales", ""},
      {"an Audi Q3", ""},
      {"the first half was dull", ""},
      {"by year-end", "year-end = 2025-12-01..2025-12-31"},
      {"January-March", "January-March = 2025-01-01..2025-03-31"},
      {"first nine months of 2024", "first nine months of 2024 = 2024-01-01..2024-09-30"},
      {"last two weeks of October 2024", "last two weeks of October 2024 = 2024-10-18..2024-10-31"},
      {"first week of October 2024", "first week of October 2024 = 2024-09-30..2024-10-06"},
      {"last Friday of October", "last Friday of October = 2025-10-31"},
      {"third Thursday in May 2024", "third Thursday in May 2024 = 2024-05-16"},
      {"fifth last day of May", "fifth last day of May = 2025-05-27"},
      {"last week of 2016", "last week of 2016 = 2016-12-26..2017-01-01"},
      {"the week of March 3", "the week of March 3 = 2025-03-03..2025-03-09"},
      {"week 3 of 2027", "week 3 of 2027 = 2027-01-18..2027-01-24"},
      {"week 3 of the trial", ""},
      {"the week after next", "the week after next = 2025-05-19..2025-05-25"},
      {"Easter 2019", "Easter 2019 = 2019-04-21"},
      {"before Christmas", "Christmas = 2025-12-25"},
      {"Christmas sales", ""},
      {"last Easter", "last Easter = 2025-04-20"},
      {"Thanksgiving 2024", "Thanksgiving 2024 = 2024-11-28"},
  });
}

TEST(EnglishDates, RelativeDatesKeepTheirOwnPrecision) {
  Check({
      {"today", "today = 2025-05-08"},
      {"yesterday's talks", "yesterday = 2025-05-07"},
      {"the day after tomorrow", "the day after tomorrow = 2025-05-10"},
      {"this week", "this week = 2025-05-05..2025-05-11"},
      {"last month", "last month = 2025-04-01..2025-04-30"},
      {"next year", "next year = 2026-01-01..2026-12-31"},
      {"the previous quarter", "the previous quarter = 2025-01-01..2025-03-31"},
      {"the past year", "the past year = 2024-05-09..2025-05-08"},
      {"next 3 days", "next 3 days = 2025-05-09..2025-05-11"},
      {"the next two weeks", "the next two weeks = 2025-05-12..2025-05-25"},
      {"over the past three years", "the past three years = 2022-01-01..2024-12-31"},
      {"the last four quarters", "the last four quarters = 2024-04-01..2025-03-31"},
      {"two days ago", "two days ago = 2025-05-06"},
      {"a week ago", "a week ago = 2025-05-01"},
      {"six months ago", "six months ago = 2024-11-01..2024-11-30"},
      {"two years ago", "two years ago = 2023-01-01..2023-12-31"},
      {"10 days from now", "10 days from now = 2025-05-18"},
      {"two days after today", "two days after today = 2025-05-10"},
      {"2 weeks from January 15", "2 weeks from January 15 = 2025-01-29"},
      {"three days before May 1", "three days before May 1 = 2025-04-28"},
      {"3 years after 2011", "3 years after 2011 = 2014-01-01..2014-12-31"},
      {"two days after the merger", "two days after = unresolved"},
      {"3 days starting from next Monday", "3 days starting from next Monday = 2025-05-12..2025-05-14"},
      {"for 3 days from today", "3 days from today = 2025-05-08..2025-05-10"},
      {"it will end in two months", "in two months = 2025-07-08"},
      {"will invest $10bn in four years", ""},
      {"profit doubled in three years", ""},
      {"in two weeks' time", "in two weeks' time = 2025-05-22"},
      {"It will be done within 10 days", "within 10 days = 2025-05-08..2025-05-17"},
      {"In June 2023 it cut jobs that month",
       "June 2023 = 2023-06-01..2023-06-30; that month = 2023-06-01..2023-06-30"},
      {"the same quarter last year", "last year = 2024-01-01..2024-12-31"},
      {"up 5% from a year earlier", ""},
      {"It saves €450m a year from 2027.", "2027 = 2027-01-01..2027-12-31"},
      {"5 days a week", ""},
      {"the year was good", ""},
      {"that day", "that day = unresolved"},
      {"USA Today", ""},
      {"in a second", ""},
  });
}

TEST(EnglishDates, RangesIncludeBothEnds) {
  Check({
      {"January to April 2015", "January to April 2015 = 2015-01-01..2015-04-30"},
      {"Jan 5 to Feb 3, 2024", "Jan 5 to Feb 3, 2024 = 2024-01-05..2024-02-03"},
      {"July 13-15", "July 13-15 = 2025-07-13..2025-07-15"},
      {"July 13 to 15, 2024", "July 13 to 15, 2024 = 2024-07-13..2024-07-15"},
      {"13 to 15 July", "13 to 15 July = 2025-07-13..2025-07-15"},
      {"from the 13th to the 15th of July", "the 13th to the 15th of July = 2025-07-13..2025-07-15"},
      {"between the ninth and the seventeenth of April",
       "the ninth and the seventeenth of April = 2025-04-09..2025-04-17"},
      {"18 and 19 June", "18 = 2025-06-18; 19 June = 2025-06-19"},
      {"Nov 18-Dec 19, 2015", "Nov 18-Dec 19, 2015 = 2015-11-18..2015-12-19"},
      {"from 2007 to the end of 2008", "2007 to the end of 2008 = 2007-01-01..2008-12-31"},
      {"Oct. 1, 2024 to March 31, 2025", "Oct. 1, 2024 to March 31, 2025 = 2024-10-01..2025-03-31"},
      {"Q1 to Q3 2024", "Q1 to Q3 2024 = 2024-01-01..2024-09-30"},
      {"next Monday to Friday", "next Monday to Friday = 2025-05-12..2025-05-16"},
      {"since March", "March = 2025-03-01.."},
      {"since last week", "last week = 2025-04-28.."},
      {"from May 1 to now", "May 1 to now = 2025-05-01..2025-05-08"},
      {"12 to 16 percent", ""},
      {"5 to 6 May", "5 to 6 May = 2025-05-05..2025-05-06"},
      {"from 5 to 6 percent on May 5", "May 5 = 2025-05-05"},
  });
}

TEST(EnglishDates, FiguresAreDatesOnlyWhereTheirOrderIsTold) {
  Check({
      {"2019/04/19", "2019/04/19 = 2019-04-19"},
      {"2019.9.6", "2019.9.6 = 2019-09-06"},
      {"2019-9-6", "2019-9-6 = 2019-09-06"},
      {"2025-05-08T10:00:00Z", "2025-05-08 = 2025-05-08"},
      {"31/10/1974", "31/10/1974 = 1974-10-31"},
      {"10/31/1974", "10/31/1974 = 1974-10-31"},
      {"31.10.1974", "31.10.1974 = 1974-10-31"},
      {"3/3/2015", "3/3/2015 = 2015-03-03"},
      {"3/4/2015", "3/4/2015 = unresolved"},
      {"31/10/74", "31/10/74 = 1974-10-31"},
      {"on 15/2", "15/2 = 2025-02-15"},
      {"15/2 of the sum", ""},
      {"2016-11", "2016-11 = 2016-11-01..2016-11-30"},
      {"2014/10", "2014/10 = 2014-10-01..2014-10-31"},
      {"2010-12", "2010-12 = unresolved"},
      {"20200701", "20200701 = 2020-07-01"},
      {"20250508-5698", ""},
      {"2019-aug-1", "2019-aug-1 = 2019-08-01"},
      {"10/1/2018-10/7/2018", "10/1/2018-10/7/2018 = unresolved"},
      {"version 10.12.2", ""},
      {"24/7 support", ""},
  });
}

TEST(EnglishDates, TheNearestVerbTellsPastFromFuture) {
  Check({
      {"It will open in January", "January = 2026-01-01..2026-01-31"},
      {"The deal, announced in January, will cost $5bn", "January = 2025-01-01..2025-01-31"},
      {"The bank said on Friday it would cut jobs", "Friday = 2025-05-02"},
      {"On Friday the bank said so", "Friday = 2025-05-02"},
      {"On Friday the bank will say so", "Friday = 2025-05-09"},
      {"It expects sales to rise in the first quarter", "the first quarter = 2025-01-01..2025-03-31"},
  });
}

TEST(EnglishDates, AYearNamedInTheSentenceHoldsForItsMonths) {
  Check({
      {"In March 2019 it bought a rival, and in June a bank",
       "March 2019 = 2019-03-01..2019-03-31; June = 2019-06-01..2019-06-30"},
      {"In March 2019 it bought a rival. In June it sold a bank",
       "March 2019 = 2019-03-01..2019-03-31; June = 2024-06-01..2024-06-30"},
  });
}

TEST(EnglishDates, TermsEndOnADayAndLooksBackKeepTheirWidth) {
  Check({
      {"They will leave in two months", "in two months = 2025-07-08"},
      {"The lease will end in 3 years' time", "in 3 years' time = 2028-05-08"},
      {"due in a fortnight's time", "in a fortnight's time = 2025-05-22"},
      {"It ends two years from now", "two years from now = 2027-05-08"},
      {"It began two years ago", "two years ago = 2023-01-01..2023-12-31"},
      {"It began less than two weeks ago", "two weeks ago = 2025-04-25..2025-05-08"},
      {"It began less than two years ago", "two years ago = 2023-05-09..2025-05-08"},
      {"done less than 3 days after tomorrow", "3 days after tomorrow = 2025-05-09..2025-05-11"},
      {"done fewer than 3 days before May 1, 2025", "3 days before May 1, 2025 = 2025-04-29..2025-05-01"},
      {"in the next few days", "the next few days = 2025-05-09..2025-05-11"},
      {"over the past couple of weeks", "the past couple of weeks = 2025-04-21..2025-05-04"},
      {"the past few years", ""},
      {"The firm will put $10bn to work in four years", ""},
      {"We will ship by EOY", "EOY = 2025-12-01..2025-12-31"},
      {"BOM", "BOM = 2025-05-01..2025-05-10"},
      {"the BOM forecasts rain", ""},
      {"BOY HURT IN FALL", ""},
      {"the boy", ""},
      {"printed 2016/ 11", "2016/ 11 = 2016-11-01..2016-11-30"},
      {"printed 2016- 11 times", ""},
  });
}

TEST(EnglishDates, WeekendsOfHolidaysHoldTheHoliday) {
  Check({
      {"open for Memorial Day weekend", "Memorial Day weekend = 2025-05-24..2025-05-26"},
      {"Crowds grew over the Thanksgiving weekend", "the Thanksgiving weekend = 2024-11-28..2024-12-01"},
      {"the weekend of Thanksgiving 2023", "the weekend of Thanksgiving 2023 = 2023-11-23..2023-11-26"},
      {"over the Easter weekend", "the Easter weekend = 2025-04-19..2025-04-20"},
  });
}

TEST(EnglishDates, WeekdaysLookTheWayTheirVerbLooks) {
  Check({
      {"The chipmaker will report on Tuesday", "Tuesday = 2025-05-13"},
      {"The chipmaker reported on Tuesday", "Tuesday = 2025-05-06"},
      {"On Monday the plant will open", "Monday = 2025-05-12"},
      {"On Monday the bank said it will open", "Monday = 2025-05-05"},
      {"Shares fell on Monday and will trade again on Wednesday",
       "Monday = 2025-05-05; Wednesday = 2025-05-14"},
      {"They will meet from Monday to Wednesday", "Monday to Wednesday = 2025-05-12..2025-05-14"},
      {"They met from Monday to Wednesday", "Monday to Wednesday = 2025-05-05..2025-05-07"},
      {"She works Monday through Friday", ""},
      {"open daily from Monday to Friday", ""},
      {"open Mon-Fri", ""},
      {"Friday after next", "Friday after next = 2025-05-16"},
      {"the closest Monday to October 5", "Monday to October 5 = 2025-10-06"},
      {"the nearest Friday to 10 May 2024", "Friday to 10 May 2024 = 2024-05-10"},
  });
}

TEST(EnglishDates, DaysThatNameEventsTellNoYear) {
  Check({
      {"the Sept. 11 attacks", "Sept. 11 = unresolved"},
      {"the Jan. 6 riot", "Jan. 6 = unresolved"},
      {"A March 3 attack hurt two", "March 3 = 2025-03-03"},
      {"on March 3 attackers struck", "March 3 = 2025-03-03"},
      {"in 2023 exports fell", "2023 = 2023-01-01..2023-12-31"},
      {"in 2,023 homes", ""},
      {"in May 12 people died", "May = 2025-05-01..2025-05-31"},
  });
}

TEST(EnglishDates, AYearLentOnlyToWhatIsOfItsTime) {
  Check({
      {"The shop, founded in July 2015, raised $5m in October",
       "July 2015 = 2015-07-01..2015-07-31; October = 2024-10-01..2024-10-31"},
      {"The shop (founded in 2015) raised $5m in October",
       "2015 = 2015-01-01..2015-12-31; October = 2024-10-01..2024-10-31"},
      {"Founded in 2015, the shop raised $5m in October",
       "2015 = 2015-01-01..2015-12-31; October = unresolved"},
      {"The sale, announced in March 2019, closed in June",
       "March 2019 = 2019-03-01..2019-03-31; June = unresolved"},
      {"The sale, announced in March 2024, closed in June",
       "March 2024 = 2024-03-01..2024-03-31; June = 2024-06-01..2024-06-30"},
      {"Sales rose in December 2024, up from November",
       "December 2024 = 2024-12-01..2024-12-31; November = 2024-11-01..2024-11-30"},
      {"In December 2022 it filed, and in February it listed",
       "December 2022 = 2022-12-01..2022-12-31; February = 2023-02-01..2023-02-28"},
  });
}

TEST(EnglishDates, ThisWinterIsTheRunningOne) {
  struct Case {
    std::optional<Day> published;
    const char* readings;
  };
  for (const Case& c : {Case{MakeDay(2025, 2, 3), "this winter = 2024-12-01..2025-02-28"},
                        Case{MakeDay(2024, 12, 3), "this winter = 2024-12-01..2025-02-28"},
                        Case{MakeDay(2024, 6, 3), "this winter = 2024-12-01..2025-02-28"}}) {
    EXPECT_EQ(ReadDates("this winter", c.published), c.readings);
  }
}

TEST(EnglishDates, WithoutAPublicationTheReasonIsGiven) {
  struct Case {
    const char* text;
    const char* why;
  };
  for (const Case& c : std::vector<Case>{
           {"on Friday", "told from the publication, which has no date"},
           {"last week", "told from the publication, which has no date"},
           {"on May 5", "a day without a year, in a text without a date"},
           {"3/4/2015", "day and month cannot be told apart"},
           {"FY2025 Q2", "a quarter of a fiscal year: belongs to a company"},
           {"two days after the merger", "counted from what is named beside it, not from a date"},
           {"that day", "told from a date named before, which the text does not have"},
       }) {
    Block block;
    block.text.Append(c.text, 0);
    auto found = Reader().Read(block, {});
    ASSERT_EQ(found.size(), 1u) << c.text;
    EXPECT_FALSE(found[0].value.date.first) << c.text;
    EXPECT_EQ(found[0].value.unresolved, c.why) << c.text;
  }
}

TEST(EnglishDates, RowsOfDatesAreReadInTimeLinearInTheText) {
  for (const char* unit : {"from 5 to 6 on May 5 ", "two days after ", "Jan-Feb-", "2014-2015-",
                           "last week of ", "in 2 days ", "the end of ", "Friday said ", "closest Monday to ",
                           "Monday to Friday will ", "founded in 2015, raised in May, "}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += unit;
    auto start = std::chrono::steady_clock::now();
    ReadDates(text, MakeDay(2025, 5, 8));
    auto took = std::chrono::steady_clock::now() - start;
    // A quadratic reader takes minutes; the bound is wide for slow machines.
    EXPECT_LT(took, std::chrono::seconds(20)) << unit;
  }
}

}  // namespace
}  // namespace tally
