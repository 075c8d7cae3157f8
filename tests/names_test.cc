// Names by their shape and by the whole document, and whose figure a figure is: tables in three writings.
#include <gtest/gtest.h>

#include "document_fixture.h"
#include "mentions/document_names.h"
#include "rules_fixture.h"

namespace tally {
namespace {

// The names of a text that no table knows: "words=id(kind)", in order.
std::string NamesOf(const std::string& text) {
  MentionReader reader(TestRules());
  Document document = Read("a.txt", text);
  DocumentNames names(reader, TestRules(), document);
  std::string shown;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const std::string& folded = document.blocks[b].text.str();
    for (const Mention& m : names.Read(b)) {
      if (m.from_table) continue;
      if (!shown.empty()) shown += ' ';
      shown += folded.substr(m.text.start, m.text.size()) + "=" + m.id + "(" + m.kind + ")";
    }
  }
  return shown;
}

TEST(Names, BeginAtTheEdgeOfAWord) {
  struct {
    std::string text;
    std::string names;
  } cases[] = {
      {"全年资本开支上升，提高资本回报。", ""},
      {"上市公司的数量增加。", ""},
      {"澄岳集团宣布扩产。", "澄岳集团=澄岳集团(company)"},
      {"監管部門要求澄岳集團說明。", "澄岳集团=澄岳集团(company)"},
      {"Orlanda Bank said profits rose.", "Orlanda Bank=orlanda-bank(company)"},
      {"It hired staff at the Ministry of Harbours of the north.",
       "Ministry of Harbours=ministry-of-harbours(organization)"},
      {"中国家电大厂东禾集团公布财报。", "东禾集团=东禾集团(company)"},
      {"农业主管部门未回应。", ""},
      {"The day began badly - Rescue teams dug through mud.", ""},
      {"主教练韦尔哈根透露，他要再等一周。", "韦尔哈根=韦尔哈根(person)"},
      {"其中教练费就占六成。", ""},
      {"Westfield-style shops opened on Sundays.", ""},
      // towns by shape, not words that only end so
      {"昨天在青溪市，火灾造成损失。", "青溪市=青溪市(place)"},
      {"雲嵐縣種植小麥。", "云岚县=云岚县(place)"},
      {"亚洲股市下跌，住宅区停电，多个社区受灾。", ""},
      // an adjective of a country names no one
      {"He joined the Spanish club.", ""},
      {"Young French voters stayed at home.", ""},
      {"Squalid Victorian cells hold two men each.", ""},
      // a day of the year acts for nobody
      {"The figures came out ahead of World Blood Donor Day.", ""},
      // the code of a share is no part of the company's name
      {"In Lima Kestrel Copper KSC.L cut its forecast.", "Kestrel Copper=kestrel-copper(name)"},
      // whose age is told
      {"巡查員王保國今年58歲。", "王保国=this-王保国(person)"},
      {"金毛犬今年3歲，高中生今年18歲，王女士今年40歲。", ""},
      {"今年62歲的詹益祥說，今年欠收。", "詹益祥=詹益祥(person)"},
      {"今年62歲的老人說，今年欠收。", ""},
      {"他和弟弟今年18歲。", ""},
      // as courts print names
      {"黄某海当庭认罪，张某说，黄某海是主犯。",
       "黄某海=this-黄某海(person) 张某=this-张某(person) 黄某海=this-黄某海(person)"},
      {"李某某被判三年。", "李某某=this-李某某(person)"},
      {"某公司称，某些人迟到。他任某公司董事长，又任某公司顾问。", ""},
      {"Last week Jason Day won at Bay Hill.", "Jason Day=jason-day(person) Bay Hill=bay-hill(name)"},
      // a name in quotation marks behind a common noun
      {"望遠鏡「希帕蒂亞」升空，「希帕蒂亞」重四噸。",
       "希帕蒂亚=希帕蒂亚(product) 希帕蒂亚=希帕蒂亚(product)"},
      {"颱風「蓮霧」登陸。", "莲雾=莲雾(event)"},
  };
  for (const auto& c : cases) EXPECT_EQ(NamesOf(c.text), c.names) << c.text;
}

TEST(Names, AreToldByTheirPlaceInTheText) {
  struct {
    std::string text;
    std::string names;
  } cases[] = {
      // what opens clause after clause and acts, but no ordinary word that does
      {"远桥宣布扩产。远桥成立于北方，远桥将招股。", "远桥=远桥(name) 远桥=远桥(name) 远桥=远桥(name)"},
      {"需求预计上升。需求将增加，需求获支持。", ""},
      {"估值预计上升。估值将增加，估值获支持。", ""},
      // an ordinary ending: once is enough where it does what only a body does, be it on a day
      {"昨天，海芯科技宣布融资。", "海芯科技=海芯科技(company)"},
      {"海芯科技2月26日公布业绩。", "海芯科技=海芯科技(company)"},
      {"海芯科技昨日裁员。", "海芯科技=海芯科技(company)"},
      {"海芯科技营收大涨，海芯科技股价上升。", "海芯科技=海芯科技(company) 海芯科技=海芯科技(company)"},
      {"绿色科技将改变生活。", ""},
      {"发展绿色科技宣布不易。", ""},
      // before a Latin name or the code of a share
      {"与赫尔曼（Hellmann AG）扩产，与赫尔曼签约。",
       "赫尔曼=hellmann-ag(name) Hellmann AG=hellmann-ag(company) 赫尔曼=hellmann-ag(name)"},
      {"Orbel Foods（欧贝尔）扩产，欧贝尔签约。",
       "Orbel Foods=orbel-foods(company) 欧贝尔=orbel-foods(company) 欧贝尔=orbel-foods(company)"},
      {"国内生产总值（GDP）增长，生产总值上升。", ""},
      {"净利润（Net profit）为五亿元，净利润上升。", ""},
      // a nickname in quotation marks is of its own text alone
      {"“小巨人”扩产。“小巨人”上市。", "小巨人=this-小巨人(product) 小巨人=this-小巨人(product)"},
      // a storm without quotation marks
      {"颱風燕鷗登陸，燕鷗將增強，燕鷗造成災情。", "燕鸥=燕鸥(event) 燕鸥=燕鸥(event) 燕鸥=燕鸥(event)"},
      // a name with a particle is no shorter one of the tables; a line in capitals names no one
      {"It was Lotte de Wit who left.", "Lotte de Wit=lotte-de-wit(name)"},
      {"FULLY FUNDED", ""},
      // who speaks, or whose age is told, is a person
      {"\"Enough,\" said Adaeze Orban on Monday.", "Adaeze Orban=adaeze-orban(person)"},
      {"Then Maren Holst, 52, left.", "Maren Holst=maren-holst(person)"},
  };
  for (const auto& c : cases) EXPECT_EQ(NamesOf(c.text), c.names) << c.text;
}

TEST(Names, AreToldInTheWritingOfTheirText) {
  Extraction read = TestToolkit().extractor->Read(Read("a.txt", "澄岳集團去年營收6.3億元，較前年增加。"));
  std::string names;
  for (const Claim& claim : read.claims) {
    if (claim.predicate == "revenue" && claim.subject) names += claim.subject->name + "/" + claim.subject->id;
  }
  EXPECT_EQ(names, "澄岳集團/澄岳集团");
}

TEST(Names, AShortNameIsTheLongOneOfItsDocument) {
  struct {
    std::string text;
    std::string names;
  } cases[] = {
      {"澄岳生物科技宣布扩产。去年澄岳生物亏损。",
       "澄岳生物科技=澄岳生物科技(company) 澄岳生物=澄岳生物科技(company)"},
      {"Brenholt Therapeutics hired. Last year Brenholt lost money.",
       "Brenholt Therapeutics=brenholt-therapeutics(company) Brenholt=brenholt-therapeutics(company)"},
      {"Chief executive Paul Varnek spoke. Then Varnek left.",
       "Paul Varnek=paul-varnek(person) Varnek=paul-varnek(person)"},
  };
  for (const auto& c : cases) EXPECT_EQ(NamesOf(c.text), c.names) << c.text;
}

// "quote:subject" of the claims of a text.
std::string SubjectsOf(const std::string& text) {
  std::string shown;
  for (const Claim& claim : TestToolkit().extractor->Read(Read("a.txt", text)).claims) {
    if (!claim.claimed() || claim.predicate == "publish_date") continue;
    if (!shown.empty()) shown += ' ';
    shown += claim.quote + ":" + (claim.subject ? claim.subject->id : "?");
  }
  return shown;
}

TEST(Currency, OfABareYuanIsThatOfThePlace) {
  struct {
    std::string text;
    std::string unit;
  } cases[] = {
      {"（記者林致遠／台北報導）門票一張120元。", "TWD"}, {"港鐵與國泰航空合作，門票一張120元。", "HKD"},
      {"門票一張120元，價格與去年相同。", "none"},        {"高雄與香港合辦，門票一張120元。", "none"},
      {"门票一张120元，价格与去年相同。", "CNY"},
  };
  for (const auto& c : cases) {
    for (const Claim& claim : TestToolkit().extractor->Read(Read("a.txt", c.text)).claims) {
      if (claim.value.dimension != Dimension::kMoney) continue;
      EXPECT_EQ(claim.value.unit.value_or("none"), c.unit) << c.text;
    }
  }
}

TEST(Subjects, AreWhoseFigureItIs) {
  struct {
    std::string text;
    std::string subjects;
  } cases[] = {
      // dealt out to a list
      {"微软和谷歌分别持股30%和20%。", "30%:microsoft 20%:google"},
      {"微軟、谷歌分別投資5億美元和6億美元。", "5億美元:microsoft 6億美元:google"},
      {"Microsoft and Google invested $5 million and $6 million respectively.",
       "$5 million:microsoft $6 million:google"},
      // a relative clause
      {"The round was led by Microsoft, which invested $300 million.", "$300 million:microsoft"},
      // who says it is not whose it is
      {"微软去年扩张。总经理林致远表示，公司营收为6.3亿元。", "去年:microsoft 6.3亿元:microsoft"},
      // a place that tells where
      {"谷歌总部位于合肥，营收为6.3亿元。", "6.3亿元:google"},
      // a body that reports on others is not what it reports on
      {"国家统计局9日发布数据，全国粮食产量增长2%。", "2%:china"},
      {"International Monetary Fund forecasts that output in Japan will fall 2%. Japan grew 1%.",
       "2%:japan 1%:japan"},
      // but a body may speak of itself
      {"Microsoft said it had 5,000 employees.", "5,000 employees:microsoft"},
      // a name right before its figure
      {"農業損失以高雄市1億元最多，屏東縣5000萬元次之。", "1億元:kaohsiung 5000萬元:pingtung"},
      // 该厂 and 全市 are the ones named
      {"东升化工厂发生爆炸，该厂营收为3亿元。", "3亿元:东升化工厂"},
      // a noun that only says which is no subject: the wall is not the flood
      {"Microsoft will build a flood wall for $5 million.", "$5 million:microsoft"},
      // nouns in the plural
      {"The storms killed 12 people.", "12 people:this-typhoon"},
      // a relative clause and an apposition are passed over
      {"Microsoft, which makes the chips of Nintendo, invested $5 million.", "$5 million:microsoft"},
      {"Microsoft, a rival of Google, invested $5 million.", "$5 million:microsoft"},
      // a name that only says which, and the head of a list that opens nothing
      {"Microsoft fell, beating the LSEG consensus of $9 billion in revenue.", "$9 billion:microsoft"},
      {"Microsoft, which runs 618 shops in Britain and Ireland and had sales of £3 billion, rose.",
       "618 shops:microsoft £3 billion:microsoft"},
      // a name behind a name is the one that is spoken of
      {"苹果供应商鸿海营收660亿美元。", "660亿美元:foxconn"},
      {"Tesla fell. Its rival BYD employs 900,000 people.", "900,000 people:byd"},
      {"OpenAI, in which Microsoft has a board seat, lost $5 billion.", "$5 billion:openai"},
      {"持有OpenAI股权的微软营收达700亿美元。", "700亿美元:microsoft"},
      {"微软对OpenAI投资130亿美元，该公司估值8520亿美元。", "130亿美元:microsoft 8520亿美元:openai"},
      // a comparison with a cue or an owner of its own
      {"Apple's revenue was $94 billion, compared with Microsoft's profit of $27 billion.",
       "$94 billion:apple $27 billion:microsoft"},
      // an age counts no one, a label that is a cue names no one
      {"微软说，65岁以上失业率7%。", "65岁以上:microsoft 7%:?"},
      // a sum is of all of a list
      {"微软、谷歌合计获利120亿元。", "120亿元:this-微软、谷歌"},
      // one of two
      {"微软与谷歌成立合资公司，前者出资3亿元，后者出资2亿元。", "3亿元:microsoft 2亿元:google"},
      // the company named last
      {"行政院補助澄岳公司。該公司營收為3億元。", "3億元:澄岳公司"},
      // who opens the clause of the figure
      {"微软提供资助3亿元，谷歌2亿元。", "3亿元:microsoft 2亿元:google"},
      // people and things told by what they are, with what says which
      {"五期项目投资3亿元。", "3亿元:this-五期项目"},
      {"16家俱乐部总收入为43亿元。", "16家俱乐部:? 43亿元:this-俱乐部"},
      // a label before a colon
      {"捷運藍線：全長24.8公里，總經費1,615億元。", "24.8公里:this-捷运蓝线 1,615億元:this-捷运蓝线"},
      // a time that opens its sentence
      {"In 2014, Microsoft was founded.", "2014:microsoft"},
      // whose age it is
      {"74岁的董事长林致远持股3%。", "74岁:林致远 3%:林致远"},
      // who wrote the text is not who it is about
      {"（記者林致遠／台北報導）微軟營收為3億元。", "3億元:microsoft"},
      // what belongs to someone, whoever acts
      {"微软营收为9亿元。摩根士丹利将其目标价调升至185元。", "9亿元:microsoft 185元:microsoft"},
  };
  for (const auto& c : cases) EXPECT_EQ(SubjectsOf(c.text), c.subjects) << c.text;
}

}  // namespace
}  // namespace tally
