// Who a figure is about by the words of its clause: the subject before the verb, whom a preposition leads in,
// what a label, a title or a comparison says.
#include <gtest/gtest.h>

#include "subject_fixture.h"

namespace tally {
namespace {

TEST(ClauseSubject, AnEnglishClauseTellsItBeforeItsVerb) {
  const std::string trial = "# Vasquez jailed\n\nLeandro Vasquez was jailed for nine years on Friday.\n\n";
  ExpectSubjects({
      {"no name, no noun of the list", trial + "Strikers blocked the gate for 15 hours.\n", "15 hours",
       "Strikers"},
      {"with what a preposition adds", trial + "The jury of 12 took nine hours to reach a verdict.\n",
       "nine hours", "jury"},
      {"before a relative clause", trial + "The defence, which called five experts, will appeal.\n",
       "five experts", "defence"},
      {"behind what leads the clause in",
       trial + "Crews reached the town of Tarbet, where the stream rose 2.3 metres.\n", "2.3 metres",
       "stream"},
      {"what is measured is nobody", trial + "Turnover fell 12% last year.\n", "12%", "Leandro Vasquez"},
      {"how many is not who", trial + "Some 1,900 of the workers took 40 days off.\n", "40 days",
       "Leandro Vasquez"},
      {"what one says of oneself is no name", trial + "\"I've waited 17 years,\" she said.\n", "17 years",
       "Leandro Vasquez"},
      {"a name goes before", trial + "Mendes Dredging paid $78 million.\n", "$78 million", "Mendes Dredging"},
  });
}

TEST(ClauseSubject, EachNounOfAListHasItsOwnFigure) {
  ExpectSubjects({
      {"the first", "# 新药试验公布结果\n\n试验组408人、对照组204人。\n", "408人", "试验组"},
      {"and the next", "# 新药试验公布结果\n\n试验组408人、对照组204人。\n", "204人", "对照组"},
  });
}

TEST(ClauseSubject, WhoseManItIsDoesNotActForHim) {
  const std::string title = "# Vote called in Hexley\n\nA vote was called in Hexley on Friday.\n\n";
  ExpectSubjects({
      {"he is spoken of", title + "Labour's Gareth Pelham was suspended for 21 days.\n", "21 days",
       "Gareth Pelham"},
      {"he speaks for it", title + "Northridge's Mary Olsen said revenue rose to $12 million.\n",
       "$12 million", "Northridge"},
  });
}

TEST(ClauseSubject, WhoGivesDataSpeaksOfOthersAndOfItsOwnResults) {
  const std::string title = "# Halden Systems gains\n\nHalden Systems gained ground on Monday.\n\n";
  ExpectSubjects({
      {"its trade", title + "Shipments rose 12% last year, IDC data showed.\n", "12%", "Halden Systems"},
      {"its own results", title + "IDC said revenue rose 12% last year.\n", "12%", "IDC"},
  });
}

TEST(ClauseSubject, WhomAWordLeadsInDoesNotAct) {
  const std::string title = "# 恒远集团公布年报\n\n恒远集团周一公布年报。\n\n";
  ExpectSubjects({
      {"by whom it is done", title + "恒远集团被北岭公司起诉，索赔3亿元。\n", "3亿元", "恒远集团"},
      {"of what it comes", title + "受中东局势影响，运费上涨12%。\n", "12%", "恒远集团"},
      {"the rest of a list too", title + "恒远集团在中国、韩国和澳大利亚设有87家工厂。\n", "87家工厂",
       "恒远集团"},
      {"behind 由, who acts", title + "该项目完成12亿元融资，由鼎石公司出资5亿元。\n", "5亿元", "鼎石公司"},
  });
}

TEST(ClauseSubject, ANameIsSeenWhereItOnlyOwnsSpeaksOrIsQuoted) {
  const std::string title = "# 恒远集团公布年报\n\n恒远集团周一公布年报。\n\n";
  ExpectSubjects({
      {"an owner at the head", "# Tax to rise\n\nMilbury's council approved a $612 million budget.\n",
       "$612 million", "Milbury"},
      {"a brother's name is another", "# 法院宣判\n\n董事长沈国梁获刑。其弟沈国栋被罚150万元，沈国梁上诉。\n",
       "150万元", "沈国栋"},
      {"a work", title + "《百鸟图》展期112天，吸引41万人。\n", "112天", "百鸟图"},
      {"a report speaks", title + "《年度报告》显示，员工有800人。\n", "800人", "恒远集团"},
      {"behind the word for a firm", "# 募資\n\n生产商「好食光」完成募資。好食光去年營收4.6億元。\n",
       "4.6億元", "好食光"},
      {"which factory", "# 年报\n\n恒远集团买下一座工厂。该厂去年营收9.4亿元。\n", "9.4亿元", "该厂"},
      {"which schools", "# 学费\n\n恒远集团公布年报。直资学校学费平均2.9万元。\n", "2.9万元", "直资学校"},
  });
}

TEST(ClauseSubject, ASentenceGoesOnAboutWhatTheOneBeforeBeganWith) {
  ExpectSubjects({
      {"not about whom a preposition leads in",
       "# 恒远集团公布年报\n\n恒远集团周一公布年报。与北岭公司合作的项目已开工。年营收4亿元。\n", "4亿元",
       "恒远集团"},
      {"the whole town is the one of the body's name",
       "# 疫情\n\n高雄市新增31例。台南市防治中心指出，全市動員1,240人次。\n", "1,240人次", "Tainan"},
  });
}

TEST(ClauseSubject, WhatWasChangedFromIsOfThePredicateOfItsResult) {
  Extraction read =
      ExtractOne(InputFile{"a.md", "# 漲價\n\n中國大陸的汽油由45元調到49元。\n"}, TestToolkit());
  std::vector<std::string> predicates;
  for (const Claim& claim : read.claims) predicates.push_back(claim.predicate);
  EXPECT_EQ(predicates, (std::vector<std::string>{"price", "price"}));
  // How far it rose is not by how much.
  read = ExtractOne(InputFile{"a.md", "# 普查\n\n台湾的拒访率也升到4.8%。\n"}, TestToolkit());
  ASSERT_EQ(read.claims.size(), 1u);
  EXPECT_NE(read.claims.front().predicate, "growth");
}

TEST(ClauseSubject, WhatTheWordsAroundAFigureSay) {
  const std::string title = "# 恒远集团公布年报\n\n恒远集团周一公布年报。\n\n";
  ExpectSubjects({
      {"a label that holds a name", title + "- 台中巨蛋：1.5萬席，總經費87億元。\n", "87億元", "台中巨蛋"},
      {"whose figure another is compared with", title + "台中负债率为46%，低于高雄的91%。\n", "91%",
       "Kaohsiung"},
      {"what 该厂 ends", title + "恒远集团收购东明化工厂。该厂去年营收9.4亿元。\n", "9.4亿元", "东明化工厂"},
      {"whose title, and not his body", title + "泽能集团实际控制人邱万里向官员行贿8640万元。\n", "8640万元",
       "邱万里"},
      {"a speaker's body is told of", title + "泽能集团总裁邱万里表示，去年营收9亿元。\n", "9亿元",
       "泽能集团"},
      {"behind a semicolon", title + "公告显示，北岭集团去年营收9.8亿元；今年前三季度营收8亿元。\n", "8亿元",
       "北岭集团"},
      {"of whom a company is not one", title + "恒远集团行政总裁方家俊在会上表示，公司负债7亿元。\n", "7亿元",
       "恒远集团"},
      {"a court speaks of others", title + "恒远集团受审。临河市中级人民法院昨改判，罚金300万元。\n",
       "300万元", "恒远集团"},
      {"whose a quoted product is",
       title + "恒远集团发布新品。其首款产品“青鸟一号”售价19万元，“青鸟一号”续航4小时。\n", "19万元",
       "青鸟一号"},
  });
}

TEST(ClauseSubject, APersonByHisAgeAndANameInTwoParts) {
  ExpectSubjects({
      {"the person of that age",
       "# Monteiro signs\n\nRafael Monteiro has joined Westhaven United. The 23-year-old, who scored 24 "
       "goals, "
       "left Porto.\n",
       "24 goals", "Rafael Monteiro"},
      {"two parts with a dot", "工党领袖科林·巴恩斯在选举中获得1120票。\n", "1120票", "科林·巴恩斯"},
      {"kin", "其妻子丁晓梅获刑七年，罚金800万元。\n", "七年", "丁晓梅"},
      {"no character of a name", "前秘书宋涛因立功，被判处有期徒刑三年。\n", "三年", "宋涛"},
      {"the second word of a name",
       "# Lynx cuts costs\n\nHarlan Vantage lost again. A fan of Vantage left early, and so did Vantage "
       "staff. "
       "Vantage paid £5m to Vantage owners.\n",
       "£5m", "Harlan Vantage"},
  });
}

TEST(ClauseSubject, AnAgeIsOfTheNounBehindIt) {
  ExpectSubjects({
      {"english", "# Ferry sinks\n\nPolice in Kendari questioned the 52-year-old captain.\n", "52-year-old",
       "captain"},
      {"chinese", "# 山火蔓延\n\n消防部门说，一名61岁的牧场主遇难。\n", "61岁", "牧场主"},
      {"no noun", "# Monteiro signs\n\nRafael Monteiro said the 23-year-old was happy.\n", "23-year-old",
       "Rafael Monteiro"},
  });
}

TEST(ClauseSubject, ATitleHasTheShortNameOfTheText) {
  ExpectSubjects({
      {"of a company",
       "# Gearbox maker Brandt to cut 3,200 jobs\n\nBrandt Antriebe will shrink. Some of Brandt goes.\n",
       "3,200 jobs", "Brandt Antriebe"},
      {"a place that no table knows",
       "# Vote in Maravi\n\nPORT SOLENNE, June 17 (Reuben News) - Elena Marchetti received 462,110 votes.\n",
       "462,110 votes", "Elena Marchetti"},
  });
}

TEST(ClauseSubject, AWordForAnEventMeansTheOneWithAName) {
  const std::string title = "# Crews gain on the Cedar Gulch Fire\n\n";
  ExpectSubjects({
      {"another word for it",
       title + "The Cedar Gulch Fire began on Monday. The blaze has burned 31,700 acres.\n", "31,700 acres",
       "Cedar Gulch Fire"},
      {"a storm", "# Hurricane Melva nears\n\nHurricane Melva hit Cuba. The storm killed 12 people.\n",
       "12 people", "Hurricane Melva"},
      {"the last of two",
       title +
           "The Cedar Gulch Fire began on Monday. The Pine Ridge Fire began on Friday. The blaze has burned "
           "5,600 acres.\n",
       "5,600 acres", "Pine Ridge Fire"},
      {"another one",
       "# Hurricane Melva remembered\n\nHurricane Melva killed 230 people. A cyclone hit Chile on Monday. "
       "The cyclone "
       "killed 12 people.\n",
       "12 people", "cyclone"},
      {"a firm that is called so",
       "# Blaze Pizza grows\n\nBlaze Pizza opened in Chile. The blaze killed 12 people in Chile.\n",
       "12 people", "blaze"},
      {"several fires are none", title + "Wildfires have burned 900,000 acres in Chile.\n", "900,000 acres",
       "Wildfires"},
  });
}

TEST(ClauseSubject, WhoSaysWhatHappenedIsNotWhatHappened) {
  ExpectSubjects({
      {"a speaker of unknown kind",
       "# Ferry sinks\n\nThe KM Star Tarawa went down on Sunday. Tebano Kaure said 31 people "
       "were "
       "missing.\n",
       "31 people were missing", "KM Star Tarawa"},
      {"an analyst's bank",
       "# Corliss rises\n\nShares of Corliss Therapeutics rose. Analysts at Leerink expect sales of $1.9 "
       "billion.\n",
       "$1.9 billion", "Corliss Therapeutics"},
      {"whose the figure is that another is compared with",
       "# Biscuits\n\nHalden Foods has less than 5% of the market, compared with 17% for Marlowe Foods.\n",
       "17%", "Marlowe Foods"},
  });
}

TEST(ClauseSubject, WhereATextWasSentFromIsNobody) {
  ExpectSubjects({
      {"柏林10月9日电",
       "中新社柏林10月9日电 制造商博朗德9日宣布裁员，其员工总数为8000人。博朗德表示遗憾。博朗德公布数据。\n",
       "8000人", "博朗德"},
  });
}

TEST(ClauseSubject, ANameBesideTheFigureItself) {
  const std::string title = "# Port Hallam is shut\n\nPort Hallam was shut on Monday.\n\n";
  ExpectSubjects({
      {"the name behind an attribute", title + "The longest ship, the 366-metre Astra Meridian, left.\n",
       "366-metre", "Astra Meridian"},
      {"an age in commas", title + "Denise Ruiz, 52, has worked there for years.\n", "52", "Denise Ruiz"},
      {"it is no name that a preposition leads in",
       title + "A wholesaler in Denby, Marsh & Lowe, said that it would lose £90,000.\n", "£90,000",
       "Marsh & Lowe"},
      {"an apposition to words that no table knows",
       title + "Copperbelt, the worst hit of the provinces, accounts for 97 of the deaths.\n", "97",
       "Copperbelt"},
      {"adjectives before the noun",
       title + "An experimental migraine drug cut the number of attacks by 52%.\n", "52%", "drug"},
      {"without the word that joins the clause",
       "# 住宅成交下降\n\n预售住宅成交量下降34%，但七期新房均价仍在每坪110万元。\n", "110万元", "七期新房"},
      {"what is counted goes on for the amounts of its sentence",
       "# 恒远集团公布年报\n\n恒远集团周一公布年报。\n\n16家俱乐部总收入43.2亿元，合计亏损11.6亿元。\n",
       "11.6亿元", "俱乐部"},
  });
}

TEST(ClauseSubject, WhoIsAskedIsNotWhomTheNewsIsAbout) {
  ExpectSubjects({
      {"the source of the news",
       "# 塔岭电站并网\n\n记者30日从云谷能源集团获悉，塔岭光伏电站全部并网。塔岭光伏电站历时17个月建成。\n",
       "17个月", "塔岭光伏电站"},
  });
}

}  // namespace
}  // namespace tally
