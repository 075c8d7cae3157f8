// Where sentences end in three writings; and that no figure is ever cut in two, whatever stands around it.
#include <gtest/gtest.h>

#include "document/sentences.h"
#include "document_fixture.h"

namespace tally {
namespace {

TEST(Sentences, KnowAbbreviationsQuotesAndRuns) {
  struct {
    std::string text;
    std::string sentences;
  } cases[] = {
      {"St. Louis paid. Mr. Li of No. 5 Corp. e.g. agreed.",
       "St. Louis paid.|Mr. Li of No. 5 Corp. e.g. agreed."},
      {"He said no. The firm paid. See No. 5.", "He said no.|The firm paid.|See No. 5."},
      {"It opened Jan. 3, 2024, at 5 p.m. The price was $3.5.",
       "It opened Jan. 3, 2024, at 5 p.m.|The price was $3.5."},
      {"It grew fast. $5 billion came. €3 went.", "It grew fast.|$5 billion came.|€3 went."},
      {"It is in the U.S. $5 billion was paid.", "It is in the U.S. $5 billion was paid."},
      {"「他說『投資3億。』」隨後離開。", "「他说『投资3亿。』」|随后离开。"},
      {"“He said ‘we won.’” Then he left.", "“He said 'we won.'”|Then he left."},
      {"真的？！5家公司！！", "真的?!|5家公司!!"},
      {"增長！5家虧損", "增长!|5家亏损"},
      {"約10…20億，10……20億", "约10…20亿，10……20亿"},
      {"1. Revenue rose 2. and 3.", "1. Revenue rose 2. and 3."},
  };
  for (const auto& c : cases) EXPECT_EQ(Show(Read("a.txt", c.text)), "body: " + c.sentences + "\n") << c.text;
}

// A small generator, the same on every machine.
class Dice {
 public:
  std::size_t Roll(std::size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_ = 42;
};

TEST(Sentences, NeverCutAFigure) {
  const std::vector<std::string> figures = {"3.5",           "$1,234.56",
                                            "1.2 million",   "U.S. $5 billion",
                                            "US$3.5 bn",     "No. 5",
                                            "Jan. 3, 2024",  "5 May 2025",
                                            "3 p.m.",        "11 a.m. EST",
                                            "5.0%",          "约3.5亿美元",
                                            "10…20亿",       "10……20亿",
                                            "2024.5.3",      "1/3",
                                            "Rs. 500 crore", "£1.5bn",
                                            "approx. 30",    "20:30",
                                            "30 million",    "1,000,000",
                                            "三、四亿",      "3、4亿",
                                            "3，000 亿",     "2025 年 5 月 3 日",
                                            "-5.5%",         "5 1/2",
                                            "3!5",           "130～150亿元"};
  const std::vector<std::string> before = {"",
                                           "It paid ",
                                           "Mr. Li paid ",
                                           "他说：「投资",
                                           "共",
                                           "总额为 ",
                                           "(",
                                           "In the U.S. they had ",
                                           "真的？！",
                                           "好。",
                                           "1. ",
                                           "It rose. ",
                                           "“‘We paid "};
  const std::vector<std::string> after = {
      "",       ".",     " in all. Then it fell.", "。」随后离开。", "！！",
      "，然后", "…… 完", ".’” He left.",           "; next",         ") ok",
      "?",      " p. 5."};
  Dice dice;
  for (int round = 0; round < 4000; ++round) {
    // Up to a few hundred frames in a row, so that overlong sentences are cut too.
    std::string text;
    std::vector<TextSpan> places;
    std::size_t frames = round % 50 == 0 ? 400 : 1 + dice.Roll(4);
    bool stops = dice.Roll(3) > 0;
    for (std::size_t i = 0; i < frames; ++i) {
      text += stops ? before[dice.Roll(before.size())] : " and ";
      const std::string& figure = figures[dice.Roll(figures.size())];
      places.push_back({text.size(), text.size() + figure.size()});
      text += figure + (stops ? after[dice.Roll(after.size())] : " they said") + " ";
    }
    std::vector<TextSpan> sentences = FindSentences(text, TestWords().abbreviations);
    for (const TextSpan& place : places) {
      bool whole = false;
      for (const TextSpan& sentence : sentences)
        whole = whole || (sentence.start <= place.start && place.end <= sentence.end);
      ASSERT_TRUE(whole) << text.substr(place.start > 60 ? place.start - 60 : 0, 160) << "\nfigure "
                         << text.substr(place.start, place.size());
    }
  }
}

}  // namespace
}  // namespace tally
