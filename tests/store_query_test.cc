// Filters find what they say, in an order that depends on nothing but the contents, and by an index.
#include <gtest/gtest.h>

#include <functional>

#include "store/claim_query.h"
#include "store/schema_functions.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

class StoreQueryTest : public StoreTest {
 protected:
  // Three documents, put in an order that is not that of their names or dates.
  StoreQueryTest() : store_(Create()) {
    Put("c.md", "2025-03-01",
        {[](Claim& c) { c.quote = "約 130 億美元", c.context = "微軟向 OpenAI 投資約 130 億美元。"; },
         [](Claim& c) {
           c.predicate = "valuation", c.value.stated = {Decimal(5), std::nullopt};
         }});
    Put("a.md", "2025-01-01",
        {[](Claim& c) {
           c.object = EntityRef{"anthropic", "", ""}, c.value.unit = "CNY";
         },
         [](Claim& c) {
           c.subject = EntityRef{"nvidia", "", ""}, c.modality = Modality::kPlanned;
         }});
    Put("b.md", "2025-01-01",
        {[](Claim& c) { c.as_of.reset(), c.value.dimension = Dimension::kCount; },
         [](Claim& c) { c.predicate = "", c.context = "Shares fell"; }});
  }

  void Put(const std::string& path, const char* published,
           const std::vector<std::function<void(Claim&)>>& changes) {
    DocumentInfo document = MakeDocument(path, "sha-" + path);
    document.published = On(published);
    std::vector<Claim> claims;
    for (const auto& change : changes) {
      Claim claim = MakeClaim(document, "microsoft", "investment", 13);
      claim.rule = "investment/cue:invested";
      claim.object = EntityRef{"openai", "OpenAI", "OpenAI"};
      claim.id = path + std::to_string(claims.size());
      claim.span = {claims.size(), claims.size() + 1};
      change(claim);
      claims.push_back(claim);
    }
    store_.PutDocument(document, claims, store_.BeginRun(kRun));
  }

  // The ids of the claims that the filter finds.
  std::string Ids(const std::function<void(ClaimFilter&)>& set) const {
    ClaimFilter filter;
    set(filter);
    return Join(store_.Find(filter));
  }
  static std::string Join(const std::vector<Claim>& claims) {
    std::string ids;
    for (const Claim& claim : claims) ids += (ids.empty() ? "" : " ") + claim.id;
    return ids;
  }

  ClaimStore store_;
};

TEST_F(StoreQueryTest, OrdersByPublicationDocumentAndPlaceWithTheUndatedLast) {
  EXPECT_EQ(Ids([](ClaimFilter&) {}), "a.md0 a.md1 b.md1 c.md0 c.md1 b.md0");
}

TEST_F(StoreQueryTest, FiltersByEachField) {
  using F = ClaimFilter;
  EXPECT_EQ(Ids([](F& f) { f.id = "b.md1"; }), "b.md1");
  EXPECT_EQ(Ids([](F& f) { f.subject = "nvidia"; }), "a.md1");
  EXPECT_EQ(Ids([](F& f) { f.predicate = "valuation"; }), "c.md1");
  EXPECT_EQ(Ids([](F& f) { f.predicate = ""; }), "b.md1");
  EXPECT_EQ(Ids([](F& f) { f.rule = "share_price"; }), "");
  EXPECT_EQ(Ids([](F& f) { f.rule = "investment"; }), Ids([](F&) {}));
  EXPECT_EQ(Ids([](F& f) { f.object = "anthropic"; }), "a.md0");
  EXPECT_EQ(Ids([](F& f) { f.doc = "c.md"; }), "c.md0 c.md1");
  EXPECT_EQ(Ids([](F& f) { f.unit = "CNY"; }), "a.md0");
  EXPECT_EQ(Ids([](F& f) { f.dimension = Dimension::kCount; }), "b.md0");
  EXPECT_EQ(Ids([](F& f) { f.modality = Modality::kPlanned; }), "a.md1");
  EXPECT_EQ(Ids([](F& f) { f.limit = 2; }), "a.md0 a.md1");
}

TEST_F(StoreQueryTest, FiltersByPublicationDayWithBothEndsIncluded) {
  using F = ClaimFilter;
  EXPECT_EQ(Ids([](F& f) { f.published_from = On("2025-03-01"); }), "c.md0 c.md1");
  EXPECT_EQ(Ids([](F& f) { f.published_to = On("2025-01-01"); }), "a.md0 a.md1 b.md1");
  EXPECT_EQ(Ids([](F& f) { f.published_from = On("2025-01-02"), f.published_to = On("2025-02-28"); }), "");
}

TEST_F(StoreQueryTest, FiltersByStatedInterval) {
  using F = ClaimFilter;
  EXPECT_EQ(Ids([](F& f) { f.stated = Interval{Decimal(5), std::nullopt}; }), "c.md1");
  EXPECT_EQ(Ids([](F& f) { f.stated = Interval::Exactly(13), f.doc = "a.md"; }), "a.md0 a.md1");
  EXPECT_EQ(Ids([](F& f) { f.stated = Interval::Exactly(5); }), "");
}

TEST_F(StoreQueryTest, FindsTextInEitherScriptAndCase) {
  using F = ClaimFilter;
  EXPECT_EQ(Ids([](F& f) { f.text = "投资约 130 亿"; }), "c.md0");
  EXPECT_EQ(Ids([](F& f) { f.text = "投資約 130 億"; }), "c.md0");
  EXPECT_EQ(Ids([](F& f) { f.text = "sHARES FELL"; }), "b.md1");
  EXPECT_EQ(Ids([](F& f) { f.text = "%"; }), "");
}

TEST_F(StoreQueryTest, TakesWhatTheUserWroteAsDataOnly) {
  EXPECT_EQ(Ids([](ClaimFilter& f) { f.subject = "x' OR 1=1 --"; }), "");
  EXPECT_EQ(Ids([](ClaimFilter& f) { f.text = "'); DROP TABLE claims; --"; }), "");
  EXPECT_EQ(Ids([](ClaimFilter& f) { f.limit = 1; }), "a.md0");
}

TEST_F(StoreQueryTest, HistoryRunsByTheTimeThatClaimsHoldFor) {
  Put("d.md", "2025-04-01",
      {[](Claim& c) { c.period = DateRange::Year(2024); }, [](Claim& c) { c.period = DateRange::Year(2019); },
       [](Claim& c) {
         c.period = DateRange{std::nullopt, On("2020-01-01")};
       },
       [](Claim& c) { c.as_of.reset(); }});
  EXPECT_EQ(Join(store_.History("microsoft", "investment", "openai")), "d.md1 d.md2 d.md0 c.md0 b.md0 d.md3");
  EXPECT_EQ(Join(store_.History("nvidia")), "a.md1");
}

// The plan of a query, a line a step: "SEARCH c USING INDEX …".
std::string PlanOf(const std::string& path, const ClaimFilter& filter) {
  Database database(path, OpenMode::kReadOnly);
  DefineSchemaFunctions(database);
  Statement row = database.Prepare("EXPLAIN QUERY PLAN " + BuildQuery(filter).sql);
  std::string plan;
  while (row.Step()) plan += row.Text(3) + "\n";
  return plan;
}

TEST_F(StoreQueryTest, FindsBySubjectAndPredicateThroughTheIndex) {
  ClaimFilter filter;
  filter.subject = "microsoft";
  filter.predicate = "investment";
  EXPECT_EQ(PlanOf(Path(), filter),
            "SEARCH c USING INDEX claims_subject (subject_id=? AND predicate=?)\n"
            "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)\n"
            "SEARCH x USING INTEGER PRIMARY KEY (rowid=?)\n"
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)\n"
            "USE TEMP B-TREE FOR ORDER BY\n");
  filter.object = "openai";
  EXPECT_NE(PlanOf(Path(), filter)
                .find("USING INDEX claims_subject (subject_id=? AND predicate=? AND object_id=?)"),
            std::string::npos);
}

TEST_F(StoreQueryTest, FindsOtherKeysThroughTheirIndexes) {
  struct {
    std::function<void(ClaimFilter&)> set;
    const char* step;
  } cases[] = {
      {[](ClaimFilter& f) { f.id = "x"; }, "SEARCH c USING INDEX claims_claim_id (claim_id=?)"},
      {[](ClaimFilter& f) { f.object = "x"; }, "SEARCH c USING INDEX claims_object (object_id=?)"},
      {[](ClaimFilter& f) { f.predicate = "x"; }, "SEARCH c USING INDEX claims_predicate (predicate=?)"},
      {[](ClaimFilter& f) { f.stated = Interval::Exactly(1); },
       "SEARCH c USING INDEX claims_value (min_key=? AND max_key=?)"},
      {[](ClaimFilter& f) { f.text = "x"; }, "SEARCH c USING INDEX claims_sentence (sentence_id=?)"},
      {[](ClaimFilter& f) { f.text = "x"; }, "SCAN sentence_search VIRTUAL TABLE INDEX 0:M1"},
      {[](ClaimFilter& f) { f.doc = "x"; }, "SEARCH d USING INDEX documents_current (path=?)"},
      {[](ClaimFilter& f) { f.doc = "x"; }, "SEARCH c USING INDEX sqlite_autoindex_claims_1 (document_id=?)"},
  };
  for (const auto& test : cases) {
    ClaimFilter filter;
    test.set(filter);
    std::string plan = PlanOf(Path(), filter);
    EXPECT_NE(plan.find(test.step), std::string::npos) << test.step << "\nis not in\n" << plan;
  }
}

// What the check of an article asks (cli/stored_claims.cc): by its keys, never by reading a table.
TEST_F(StoreQueryTest, AnArticleIsCheckedThroughIndexesAlone) {
  struct {
    std::optional<std::string> ClaimFilter::*part;
    const char* index;
  } cases[] = {
      {&ClaimFilter::subject, "claims_subject (subject_id=? AND predicate=?)"},
      {&ClaimFilter::object, "claims_object (object_id=? AND predicate=?)"},
      {&ClaimFilter::speaker, "claims_speaker (speaker_id=? AND predicate=?)"},
  };
  for (const auto& test : cases) {
    ClaimFilter filter;
    filter.predicate = "investment";
    filter.*test.part = "microsoft";
    std::string plan = PlanOf(Path(), filter);
    EXPECT_NE(plan.find(std::string("SEARCH c USING INDEX ") + test.index), std::string::npos) << plan;
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << plan;
  }
  Database database(Path(), OpenMode::kReadOnly);
  Statement row = database.Prepare("EXPLAIN QUERY PLAN SELECT " + DocumentColumns() + DocumentTables() +
                                   " WHERE d.path = ? AND d.current = 1");
  while (row.Step()) EXPECT_EQ(row.Text(3).find("SCAN"), std::string::npos) << row.Text(3);
}

TEST_F(StoreQueryTest, TheViewShowsTheThreeTimes) {
  Put("d.md", "2025-04-01", {[](Claim& c) { c.period = DateRange::Year(2024); }});
  Database database(Path(), OpenMode::kReadOnly);
  Statement row = database.Prepare(
      "SELECT period_start, as_of, seen, source, min, max, unit, doc, current FROM claim_view WHERE id = "
      "'d.md0'");
  ASSERT_TRUE(row.Step());
  std::string line;
  for (int column = 0; column < 9; ++column) line += row.Text(column) + " ";
  EXPECT_EQ(line, "2024-01-01 2025-04-01 2025-05-08T09:30:00Z Example Daily 13 13 USD d.md 1 ");
}

}  // namespace
}  // namespace tally
