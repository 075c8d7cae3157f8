// Whose a figure is where its clause names nobody: what the paragraph goes on about, or the whole text.
#include <gtest/gtest.h>

#include "subject_fixture.h"

namespace tally {
namespace {

const std::string kReportTitle = "# 恒远集团公布年报\n\n恒远集团周一公布年报，全年营收52亿元。\n\n";

TEST(SubjectRanking, AParagraphGoesOnAboutWhatItBeganWith) {
  const std::string& title = kReportTitle;
  ExpectSubjects({
      {"the sentence before began with another company", title + "北岭集团去年推出新芯片。净利润达3亿元。\n",
       "3亿元", "北岭集团"},
      {"and the next paragraph names nobody", title + "北岭集团去年推出新芯片。\n\n净利润达3亿元。\n",
       "3亿元", "恒远集团"},
      {"it was named in passing only", title + "新芯片由北岭集团制造。净利润达3亿元。\n", "3亿元",
       "恒远集团"},
      {"who speaks is not who is spoken of", title + "分析师林致远表示，业绩好于预期。净利润达3亿元。\n",
       "3亿元", "恒远集团"},
      {"in English",
       "# Halden Systems reports\n\nHalden Systems reported on Monday.\n\nNorthridge Corp. opened a plant "
       "last year. Revenue rose to $12 million.\n",
       "$12 million", "Northridge Corp"},
  });
}

TEST(SubjectRanking, ItIsWhatTheTextIsAboutAndNoNameInPassing) {
  const std::string title =
      "# Halden Systems raises its forecast\n\nHalden Systems raised its forecast on Monday.\n\n";
  ExpectSubjects({
      {"a name behind a preposition",
       title +
           "More of the money goes to partners such as Brennock Corp. It spent $10.6 billion on buildings.\n",
       "$10.6 billion", "Halden Systems"},
      {"whose figures the sentence before gives",
       title + "Brennock Corp. had revenue of $3 million. It spent $10.6 billion on buildings.\n",
       "$10.6 billion", "Brennock Corp"},
  });
}

TEST(SubjectRanking, WhatGoesOnThroughAQuietSentenceAndWhoseManSpeaks) {
  const std::string& title = kReportTitle;
  ExpectSubjects({
      {"a sentence without a name between", title + "北岭集团去年推出新芯片。销量好于预期。净利润达3亿元。\n",
       "3亿元", "北岭集团"},
      {"a place that the paragraph is about",
       title + "东屿县去年接待游客146万人次。今年前10个月已升到205万人次。\n", "205万人次", "东屿县"},
      {"a quotation before the one who says it",
       title + "“我们只剩下300名员工。”北岭集团总裁林致远在会上说。\n", "300名员工", "北岭集团"},
      {"in English, by what he is of",
       "# Halden Systems reports\n\nHalden Systems reported on Monday.\n\n\"We lost 300 employees last "
       "year,\" said Mary Olsen, head of sales at Acme Tools.\n",
       "300 employees", "Acme Tools"},
      {"an authority speaks of others", title + "“营收不足40亿元。”市监管局副局长林致远说。\n", "不足40亿元",
       "恒远集团"},
  });
}

TEST(SubjectRanking, TheTraceSaysThePoints) {
  std::string trace;
  for (const Claim& claim : ClaimsOf(
           "# 恒远集团公布年报\n\n恒远集团周一公布年报。\n\n北岭集团去年推出新芯片。净利润达3亿元。\n")) {
    for (const std::string& line : claim.trace) trace += line + "\n";
  }
  EXPECT_NE(trace.find("carried from before (55 points: topic before +45, usual +10)"), std::string::npos)
      << trace;
}

TEST(SubjectRanking, BrokenPointsAreTold) {
  std::vector<RuleFile> files = CollectRuleFiles("");
  for (RuleFile& file : files) {
    if (file.name == "words/subject_points.txt") file.content = "main\t30\nluck\t5\nusual\tmany\n";
  }
  std::string told;
  try {
    MakeToolkit(files);
  } catch (const RuleErrors& broken) {
    for (const RuleError& error : broken.errors()) told += error.ToString() + "\n";
  }
  const std::string wanted =
      "wanted one of main, topic before, subject before, usual, person, organization, place, and a whole "
      "number\n";
  EXPECT_EQ(told, "words/subject_points.txt: 'luck' with '5': " + wanted +
                      "words/subject_points.txt: 'usual' with 'many': " + wanted);
}

}  // namespace
}  // namespace tally
