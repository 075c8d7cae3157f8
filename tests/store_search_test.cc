// What the indexes of the store are made of: texts that sort as numbers do, and grams that find any piece of
// a text.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "store/schema.h"
#include "store/search_text.h"
#include "store/sort_key.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

TEST(SortKey, IsMadeOfSignPowerAndDigits) {
  struct {
    const char* number;
    const char* key;
  } cases[] = {
      {"0", "1"},         {"1300", "2500313"}, {"13", "2500113"},    {"0.05", "249985"},
      {"3.5", "2500035"}, {"-1", "049998~"},   {"-1.5", "0499984~"}, {"-1300", "0499686~"},
  };
  for (const auto& test : cases) EXPECT_EQ(DecimalSortKey(*Decimal::Parse(test.number)), test.key);
  EXPECT_EQ(PlainSortKey("007.500"), PlainSortKey("7.5"));
  for (const char* text : {"", "-", "1e5", "five", "+1"}) EXPECT_EQ(PlainSortKey(text), "") << text;
}

// Numbers of few digits and near powers, so that they often begin alike, and some that no machine word holds.
Decimal RandomDecimal(std::mt19937& random) {
  auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  Decimal value(below(3) == 0 ? below(10) : below(3) == 0 ? below(1000) : 999'999'000 + below(2000));
  if (below(8) == 0) value = value * value * value * value + Decimal(below(100));
  value = value.Scaled(below(13) - 6);
  return below(2) == 0 ? -value : value;
}

TEST(SortKey, OrderIsThatOfTheNumbers) {
  std::mt19937 random(1);
  for (int i = 0; i < 50'000; ++i) {
    Decimal a = RandomDecimal(random);
    Decimal b = RandomDecimal(random);
    ASSERT_EQ(DecimalSortKey(a) <=> DecimalSortKey(b), a <=> b) << a.ToString() << " " << b.ToString();
  }
}

TEST(SortKey, NumbersBeyondAllFiguresStayAtTheirEnd) {
  Decimal largest_figure = Decimal(9).Scaled(4998);
  EXPECT_LT(DecimalSortKey(largest_figure), DecimalSortKey(Decimal(1).Scaled(7000)));
  EXPECT_LT(DecimalSortKey(Decimal(-1).Scaled(7000)), DecimalSortKey(-largest_figure));
  EXPECT_LT(DecimalSortKey(Decimal(0)), DecimalSortKey(Decimal(9).Scaled(-7000)));
}

TEST(SearchText, GramsAreTwoHanOrThreeOthersAndWhatIsLeftAtAnEnd) {
  EXPECT_EQ(SearchGrams("微軟投资"), "微软 软投 投资 资 ");
  EXPECT_EQ(SearchGrams("OpenAI 130億。"), "ope pen ena nai ai i 130 30 0 亿 ");
  EXPECT_EQ(SearchGrams(" ，。 "), "");
}

TEST(SearchText, ExpressionsAskForWholeGramsAndBeginnings) {
  EXPECT_EQ(SearchExpression("投資"), "\"投资\"");
  EXPECT_EQ(SearchExpression("億"), "\"亿\" *");
  EXPECT_EQ(SearchExpression("Open AI"), "\"ope\" AND \"pen\" AND \"ai\" *");
  EXPECT_EQ(SearchExpression("\"*"), std::nullopt);
}

class SearchTest : public StoreTest {};

// A text of pieces in which runs, blanks, marks and odd bytes meet.
std::string RandomText(std::mt19937& random, int pieces) {
  static const char* const kPieces[] = {"微", "軟", "投", "資", "亿", "a",  "B", "ai",   "1", "3",
                                        "0",  " ",  "，", "é",  "\"", "ハ", "*", "\xff", "한"};
  std::string text;
  for (int i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

// The slow twin looks into every text.
TEST_F(SearchTest, FindsEveryTextThatHoldsThePiece) {
  Database database(Path(), OpenMode::kCreate);
  database.Execute(
      "CREATE VIRTUAL TABLE search USING fts5 (grams, content = '', detail = none, columnsize = 0, "
      "tokenize = 'ascii')");
  std::mt19937 random(2);
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) {
    texts.push_back(RandomText(random, 12));
    database.Prepare("INSERT INTO search (rowid, grams) VALUES (?, ?)")
        .Bind(std::int64_t{i})
        .Bind(SearchGrams(texts.back()))
        .Run();
  }
  int found = 0;
  for (int i = 0; i < 1000; ++i) {
    std::string words = RandomText(random, 1 + static_cast<int>(random() % 4));
    std::optional<std::string> expression = SearchExpression(words);
    if (!expression) continue;
    std::vector<bool> candidates(texts.size());
    Statement row = database.Prepare("SELECT rowid FROM search WHERE search MATCH ?");
    row.Bind(*expression);
    while (row.Step()) candidates[static_cast<std::size_t>(row.Integer(0))] = true;
    for (std::size_t at = 0; at < texts.size(); ++at) {
      bool holds = FoldForSearch(texts[at]).find(FoldForSearch(words)) != std::string::npos;
      found += holds;
      ASSERT_TRUE(!holds || candidates[at]) << words << " in " << texts[at];
    }
  }
  EXPECT_GT(found, 1000);
}

TEST_F(SearchTest, AClaimIsFoundByItsSentenceAndByAQuoteBesideIt) {
  ClaimStore store = Create();
  DocumentInfo document = MakeDocument("a.md", "sha");
  Claim title = MakeClaim(document, "a", "b", 1);
  title.quote = "約 100 億";
  title.context = "";
  title.quote_in_context = 0;
  Claim body = MakeClaim(document, "a", "b", 2);
  body.context = "微軟投資了 2 家公司";
  body.span = {90, 91};
  store.PutDocument(document, {title, body}, store.BeginRun(kRun));
  auto found = [&](const char* words) {
    ClaimFilter filter;
    filter.text = words;
    std::string quotes;
    for (const Claim& claim : store.Find(filter)) quotes += claim.quote + "|";
    return quotes;
  };
  EXPECT_EQ(found("100亿"), "");  // a blank stands between
  EXPECT_EQ(found("100 亿"), "約 100 億|");
  EXPECT_EQ(found("投资"), "2|");
  EXPECT_EQ(found("公"), "2|");
  EXPECT_EQ(found("银行"), "");
}

TEST_F(SearchTest, SentencesAndTracesAreKeptOnce) {
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  for (const char* sha256 : {"one", "two"}) {
    DocumentInfo document = MakeDocument("a.md", sha256);
    Claim claim = MakeClaim(document, "a", "b", 1);
    claim.trace = {"rule b"};
    store.PutDocument(document, {claim, claim}, run);
  }
  Database database(Path(), OpenMode::kReadOnly);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM claims"), 4);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM sentences"), 1);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM traces"), 1);
}

}  // namespace
}  // namespace tally
