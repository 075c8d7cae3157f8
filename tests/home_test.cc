// tally.toml says where articles are at home: what a bare 元 or $ is, and which day a time in UTC is.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/time_zone.h"
#include "git_fixture.h"
#include "tests/rules_fixture.h"

namespace tally {
namespace {

std::string Units(const std::string& text, const std::string& currency) {
  InputFile input{"a.txt", text};
  input.home.currency = currency;
  std::string units;
  for (const Claim& claim : ExtractOne(input, TestToolkit()).claims) {
    if (claim.value.dimension == Dimension::kMoney) units += claim.value.unit.value_or("?") + " ";
  }
  return units;
}

TEST(Home, SaysWhatMoneyWithoutACountryIs) {
  struct Row {
    std::string text;
    std::string otherwise;
    std::string currency;
    std::string at_home;
  };
  const Row table[] = {
      {"公司投資100億元建廠。", "? ", "TWD", "TWD "},
      {"公司投资100亿元建厂。", "CNY ", "SGD", "SGD "},
      {"公司投資100億美元建廠。", "USD ", "TWD", "USD "},
      {"公司投資100億建廠。", "? ", "TWD", "? "},
      {"The firm spent $5 million on a mill.", "USD ", "AUD", "AUD "},
      {"The firm spent 5 million dollars on a mill.", "USD ", "CAD", "CAD "},
      {"The firm spent US$5 million and A$3 million on a mill.", "USD AUD ", "CAD", "USD AUD "},
      // Who pays in pounds still means the American one by $.
      {"The firm spent $5 million on a mill.", "USD ", "GBP", "USD "},
      {"It costs 50 cents.", "USD ", "NZD", "NZD "},
      {"公司投資$500億元建廠。", "USD ", "TWD", "TWD "},
      {"一碗麵$80塊。", "USD ", "HKD", "HKD "},
      {"The firm spent ¥500 billion on a mill.", "? ", "AUD", "? "},
      {"The firm spent ¥500 billion on a mill.", "? ", "JPY", "JPY "},
      {"公司投资¥500亿建厂。", "CNY ", "CNY", "CNY "},
  };
  for (const Row& row : table) {
    EXPECT_EQ(Units(row.text, ""), row.otherwise) << row.text;
    EXPECT_EQ(Units(row.text, row.currency), row.at_home) << row.text;
  }
}

TEST(Home, HasADayOfItsOwn) {
  struct Row {
    std::string date;
    std::string zone;
    std::string day;
    std::string time;
  };
  const Row table[] = {
      {"2025-05-08T16:30:00Z", "Asia/Taipei", "2025-05-09", "00:30+08:00"},
      {"2025-05-08T15:30:00Z", "Asia/Taipei", "2025-05-08", "23:30+08:00"},
      {"2025-03-01T03:00:00Z", "America/New_York", "2025-02-28", "22:00-05:00"},
      {"2025-07-01T03:59:00+00:00", "America/New_York", "2025-06-30", "23:59-04:00"},
      {"2025-05-08T20:00:00Z", "Asia/Kolkata", "2025-05-09", "01:30+05:30"},
      // Whoever writes an offset lives by it, and a day is a day.
      {"2025-05-08T23:30:00-05:00", "Asia/Taipei", "2025-05-08", "23:30-05:00"},
      {"2025-05-08T23:30:00", "Asia/Taipei", "2025-05-08", "23:30"},
      {"2025-05-08", "Asia/Taipei", "2025-05-08", ""},
      {"2025-05-08T16:30:00Z", "", "2025-05-08", "16:30+00:00"},
  };
  for (const Row& row : table) {
    InputFile input{"a.md", "---\ndate: " + row.date + "\n---\nProfit rose to $5 million yesterday.\n"};
    input.home.time_zone = row.zone;
    DocumentInfo info = ExtractOne(input, TestToolkit()).info;
    ASSERT_TRUE(info.published) << row.date;
    EXPECT_EQ(FormatDay(*info.published), row.day) << row.date << " " << row.zone;
    EXPECT_EQ(info.published_time, row.time) << row.date << " " << row.zone;
  }
}

// What is printed stays the place of the date, and becomes no event of the article.
TEST(Home, LeavesTheDateOfPublicationWhereItIsPrinted) {
  InputFile input{"a.md", "---\ndate: 2024-03-01T23:00:00Z\n---\nApple opened a store in Leeds.\n"};
  for (const char* zone : {"", "Australia/Sydney"}) {
    input.home.time_zone = zone;
    std::vector<Claim> claims = ExtractOne(input, TestToolkit()).claims;
    ASSERT_EQ(claims.size(), 1u) << zone;
    EXPECT_EQ(claims[0].predicate, "publish_date") << zone;
    EXPECT_EQ(claims[0].quote.substr(0, 10), "2024-03-01") << zone;
  }
}

TEST(Home, ZonesAreThoseOfTheIanaDatabase) {
  for (const char* name : {"Asia/Taipei", "Europe/London", "UTC", "America/Argentina/Ushuaia"})
    EXPECT_TRUE(IsTimeZone(name)) << name;
  for (const char* name : {"", "Taipei", "Asia/Nowhere", "asia taipei", "Etc/Unknown"})
    EXPECT_FALSE(IsTimeZone(name)) << name;
}

TEST(Home, OfAFolderOutranksThatOfTheRepository) {
  GitFixture git("home");
  git.Write("tally.toml",
            "currency = \"AUD\"\ncache = \"c\"\n[[overrides]]\npaths = [\"us/**\"]\ncurrency = \"USD\"\n");
  git.Write("here.md", "Northwind Robotics raised $13 million in its Series B round.\n");
  git.Write("us/there.md", "Northwind Robotics raised $13 million in its Series B round.\n");
  auto units = [&] {
    nlohmann::json report = nlohmann::json::parse(git.Shell("tally check . -q --format json").out);
    std::string text;
    for (const auto& claim : report["claims"])
      text += claim["doc"].get<std::string>() + " " + claim["value"]["unit"].get<std::string>() + "\n";
    return text;
  };
  EXPECT_EQ(units(), "here.md AUD\nus/there.md USD\n");
  // What was kept of an article at home somewhere else is not used.
  git.Write("tally.toml", "currency = \"CAD\"\ncache = \"c\"\n");
  EXPECT_EQ(units(), "here.md CAD\nus/there.md CAD\n");
}

}  // namespace
}  // namespace tally
