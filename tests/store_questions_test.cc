// What the questions ask of the store: values, times, days of the past, SQL of the user's own, decisions.
#include <gtest/gtest.h>

#include <functional>

#include "store/claim_query.h"
#include "store/decision_store.h"
#include "store/finding_store.h"
#include "store/origin.h"
#include "store/schema_functions.h"
#include "store/sql_query.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

Interval Between(long long lo, long long hi) { return {Decimal(lo), Decimal(hi)}; }

class StoreQuestionsTest : public StoreTest {
 protected:
  StoreQuestionsTest() : store_(Create()) {}

  // A document of one claim; its id is the path.
  void Put(const std::string& path, const std::function<void(Claim&, DocumentInfo&)>& change,
           const char* seen = "2025-05-08T09:30:00Z", const std::string& content = "1") {
    DocumentInfo document = MakeDocument(path, "sha-" + path + content);
    Claim claim = MakeClaim(document, "microsoft", "investment", 13);
    claim.id = path + (content == "1" ? "" : content);
    change(claim, document);
    RunInfo run = kRun;
    run.started = seen;
    store_.PutDocument(document, {claim}, store_.BeginRun(run));
  }
  void PutStated(const std::string& path, const Interval& stated) {
    Put(path, [&](Claim& claim, DocumentInfo&) { claim.value.stated = stated; });
  }
  std::string Ids(const std::function<void(ClaimFilter&)>& set) const {
    ClaimFilter filter;
    set(filter);
    std::string ids;
    for (const Claim& claim : store_.Find(filter)) ids += (ids.empty() ? "" : " ") + claim.id;
    return ids;
  }

  ClaimStore store_;
};

TEST_F(StoreQuestionsTest, FindsWhatMeetsARangeWithOpenEnds) {
  PutStated("a-point", Interval::Exactly(13));
  PutStated("b-range", Between(20, 99));
  PutStated("c-atleast", {Decimal(50), std::nullopt});
  PutStated("d-atmost", {std::nullopt, Decimal(5)});
  PutStated("e-negative", Interval::Exactly(-13));
  PutStated("f-none", {});
  const std::vector<std::pair<Interval, std::string>> table = {
      {Interval::Exactly(13), "a-point"},
      {Between(13, 20), "a-point b-range"},
      {Between(99, 100), "b-range c-atleast"},
      {Between(30, 31), "b-range"},
      {Interval::Exactly(-13), "d-atmost e-negative"},
      {{Decimal(14), std::nullopt}, "b-range c-atleast"},
      {{std::nullopt, Decimal(12)}, "d-atmost e-negative"},
      {{*Decimal::Parse("12.9999999999999999999999999"), *Decimal::Parse("13.0000000000000000000000001")},
       "a-point"},
      {{*Decimal::Parse("13.0000000000000000000000001"), Decimal(14)}, ""},
  };
  for (const auto& [range, ids] : table) {
    EXPECT_EQ(Ids([&](ClaimFilter& f) { f.meets = range; }), ids) << range.ToString();
  }
}

TEST_F(StoreQuestionsTest, RoundFiguresHaveAWiderRange) {
  PutStated("a", Interval::Exactly(100));
  PutStated("b", Interval::Exactly(110));
  EXPECT_EQ(Ids([](ClaimFilter& f) { f.meets = Between(120, 140), f.meets_when_round = Between(70, 200); }),
            "a");
}

TEST_F(StoreQuestionsTest, HedgedFiguresAndThoseOfTwoDigitsHaveAWiderRange) {
  PutStated("a-two", Interval::Exactly(110));
  PutStated("b-three", Interval::Exactly(111));
  PutStated("c-far", Interval::Exactly(210));
  PutStated("d-near", Interval::Exactly(1215));
  Put("e-hedged", [](Claim& c, DocumentInfo&) {
    c.value.stated = Interval::Exactly(112);
    c.value.approx = true;
    c.value.modifier = Modifier::kApprox;
  });
  auto set = [](ClaimFilter& f) { f.meets = Between(1210, 1220), f.meets_when_loose = Between(70, 200); };
  EXPECT_EQ(Ids(set), "a-two d-near e-hedged");
}

TEST_F(StoreQuestionsTest, FindsDatesAndTimesThatMeet) {
  Put("a", [](Claim& c, DocumentInfo&) {
    c.value = {};
    c.value.dimension = Dimension::kDate;
    c.value.date = DateRange::Year(2023);
    c.period = DateRange::Year(2023);
  });
  Put("b", [](Claim& c, DocumentInfo&) { c.period = DateRange{On("2024-01-01"), std::nullopt}; });
  Put("c", [](Claim&, DocumentInfo&) {});
  auto dates = [&](const DateRange& range) { return Ids([&](ClaimFilter& f) { f.date_meets = range; }); };
  auto held = [&](const DateRange& range) { return Ids([&](ClaimFilter& f) { f.held = range; }); };
  EXPECT_EQ(dates(DateRange::Of(On("2023-05-08"))), "a");
  EXPECT_EQ(dates({On("2024-01-01"), std::nullopt}), "");
  EXPECT_EQ(held({On("2023-12-31"), On("2024-01-01")}), "a b");
  EXPECT_EQ(held({On("2030-01-01"), std::nullopt}), "b");
  EXPECT_EQ(held({std::nullopt, On("2022-12-31")}), "");
}

// Version 1 was published on 2025-05-08 and seen much later; version 2 was seen in June.
TEST_F(StoreQuestionsTest, KnowsWhatWasClaimedAsOfADay) {
  Put(
      "a", [](Claim&, DocumentInfo&) {}, "2025-05-20T00:00:00Z");
  Put(
      "a", [](Claim&, DocumentInfo&) {}, "2025-06-15T00:00:00Z", "2");
  Put(
      "undated", [](Claim& c, DocumentInfo& d) { c.as_of.reset(), d.published.reset(); },
      "2025-06-01T00:00:00Z");
  auto at = [&](const char* day) { return Ids([&](ClaimFilter& f) { f.at = On(day); }); };
  EXPECT_EQ(at("2025-05-07"), "");
  EXPECT_EQ(at("2025-05-08"), "a");
  EXPECT_EQ(at("2025-06-01"), "a undated");
  EXPECT_EQ(at("2025-06-15"), "a2 undated");
  EXPECT_EQ(store_.Held(On("2025-06-01")).size(), 2u);
  EXPECT_EQ(store_.Held(On("2025-05-07")).size(), 0u);
  EXPECT_EQ(store_.Held(On("2025-06-14"))[0].sha256, "sha-a1");
  EXPECT_EQ(store_.Held()[0].sha256, "sha-a2");
}

TEST_F(StoreQuestionsTest, OrdersByValueAndTurnsRoundWithTheUnorderedLast) {
  PutStated("a", Interval::Exactly(9));
  PutStated("b", Interval::Exactly(10));
  PutStated("c", {});
  PutStated("d", Interval::Exactly(-10));
  auto by = [&](ClaimFilter::Order order, bool descending) {
    return Ids([&](ClaimFilter& f) { f.order = order, f.descending = descending; });
  };
  EXPECT_EQ(by(ClaimFilter::Order::kValue, false), "d a b c");
  EXPECT_EQ(by(ClaimFilter::Order::kValue, true), "b a d c");
  EXPECT_EQ(by(ClaimFilter::Order::kDocument, true), "d c b a");
}

TEST_F(StoreQuestionsTest, TheLastWordOnAClaimIsTheCallers) {
  for (const char* path : {"a", "b", "c"}) PutStated(path, Interval::Exactly(13));
  ClaimFilter filter;
  filter.limit = 1;
  std::vector<Claim> claims = store_.Find(filter, [](const Claim& claim) { return claim.id != "a"; });
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].id, "b");
}

TEST_F(StoreQuestionsTest, ASearchByValueOrDateTouchesItsOwnPartOfTheIndex) {
  auto plan = [&](const std::function<void(ClaimFilter&)>& set) {
    ClaimFilter filter;
    set(filter);
    Database database(Path(), OpenMode::kReadOnly);
    DefineSchemaFunctions(database);
    Statement row = database.Prepare("EXPLAIN QUERY PLAN " + BuildQuery(filter).sql);
    std::string text;
    while (row.Step()) text += row.Text(3) + "\n";
    return text;
  };
  std::string value = plan([](ClaimFilter& f) {
    f.meets = Between(1, 2);
    f.meets_when_loose = f.meets_when_round = Between(1, 3);
  });
  EXPECT_NE(value.find("claims_value"), std::string::npos) << value;
  EXPECT_NE(value.find("claims_wide"), std::string::npos) << value;
  EXPECT_NE(value.find("claims_loose"), std::string::npos) << value;
  EXPECT_EQ(value.find("SCAN"), std::string::npos) << value;
  std::string date = plan([](ClaimFilter& f) { f.date_meets = DateRange::Year(2023); });
  EXPECT_NE(date.find("claims_date"), std::string::npos) << date;
  EXPECT_EQ(date.find("SCAN c\n"), std::string::npos) << date;
}

class SqlTest : public StoreQuestionsTest {
 protected:
  SqlTest() {
    PutStated("a", Interval::Exactly(13));
    PutStated("b", Interval::Exactly(9));
  }
  // Rows as "1|2; 3|4".
  std::string Rows(const std::string& sql, SqlLimits limits = {}) const {
    SqlResult result = RunSql(Path(), sql, limits);
    std::string text;
    for (const auto& row : result.rows) {
      std::string line;
      for (const SqlCell& cell : row) line += (line.empty() ? "" : "|") + cell.text;
      text += (text.empty() ? "" : "; ") + line;
    }
    return text + (result.more ? "; more" : "");
  }
  std::string Error(const std::string& sql) const {
    return ErrorOf([&] { RunSql(Path(), sql, {}); });
  }
};

TEST_F(SqlTest, ReadsEveryDocumentedView) {
  for (std::string_view view : DocumentedViews()) {
    EXPECT_EQ(Error("SELECT * FROM " + std::string(view)), "(no error)") << view;
  }
  EXPECT_EQ(Rows("SELECT doc, min FROM claim_view WHERE min_key > tally_sort_key('10') ORDER BY doc"),
            "a|13");
  EXPECT_EQ(Rows("SELECT count(*), 1.5, NULL, x'0aff' FROM claim_view"), "2|1.5||0aff");
  EXPECT_EQ(Rows("SELECT doc FROM claim_view ORDER BY doc", {.rows = 1}), "a; more");
  EXPECT_EQ(Rows("SELECT doc FROM claim_view ORDER BY doc", {.rows = 2}), "a; b");
  EXPECT_EQ(Rows("SELECT doc FROM claim_view ORDER BY doc", {.rows = 0}), "a; b");
}

// Nothing is changed, nothing outside of the views is read, nothing outside of the database is touched.
TEST_F(SqlTest, RefusesAllElse) {
  for (const char* sql :
       {"DELETE FROM claims", "UPDATE documents SET path = 'x'", "INSERT INTO decisions DEFAULT VALUES",
        "CREATE TABLE x (a)", "CREATE TEMP TABLE x (a)", "DROP VIEW claim_view", "PRAGMA user_version",
        "PRAGMA writable_schema = 1", "ATTACH 'other.db' AS other", "VACUUM INTO 'copy.db'", "BEGIN",
        "SAVEPOINT x", "REINDEX", "ANALYZE", "SELECT * FROM pragma_table_info('claims')"}) {
    EXPECT_EQ(Error(sql), "--sql: only SELECT is allowed") << sql;
  }
  for (const char* sql :
       {"SELECT quote FROM claims", "SELECT sql FROM sqlite_schema", "SELECT rowid FROM documents",
        "SELECT (SELECT lines FROM traces) FROM claim_view", "SELECT * FROM sentences",
        "WITH x AS (SELECT path FROM documents) SELECT * FROM x"}) {
    EXPECT_NE(Error(sql).find("is not for reading; the views are claim_view"), std::string::npos) << sql;
  }
  for (const char* name : {"load_extension('x')", "zeroblob(1000000000)", "randomblob(9)", "readfile('x')",
                           "writefile('x', 'y')", "edit('x')", "fts3_tokenizer('x')", "tally_grams('x')"}) {
    EXPECT_NE(Error(std::string("SELECT ") + name), "(no error)") << name;
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory_), {}), 3);  // the file and its log
}

TEST_F(SqlTest, SaysWhereAStatementIsWrong) {
  EXPECT_EQ(Error("SELECT subject_idd FROM claim_view"),
            "--sql:1:8: no such column: subject_idd; did you mean 'subject_id'?\n"
            "    SELECT subject_idd FROM claim_view\n           ^");
  EXPECT_EQ(Error("SELECT '億',\n  '億' || sorce FROM claim_view"),
            "--sql:2:10: no such column: sorce; did you mean 'source'?\n"
            "      '億' || sorce FROM claim_view\n"
            "              ^");
  EXPECT_EQ(Error("SELECT 1 FROM claimview"), "--sql: no such table: claimview; did you mean 'claim_view'?");
  EXPECT_EQ(Error("SELECT 1; SELECT 2"),
            "--sql:1:10: one statement at a time\n    SELECT 1; SELECT 2\n             ^");
  EXPECT_EQ(Error("SELECT 1; -- and no more"), "(no error)");
  EXPECT_EQ(Error(" -- nothing"), "--sql: there is no statement");
  EXPECT_EQ(Error("SELECT ?"), "--sql: parameters (?, :name) have no value here");
}

TEST_F(SqlTest, StopsAfterItsTime) {
  std::string endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  EXPECT_EQ(ErrorOf([&] { RunSql(Path(), endless, {.time = std::chrono::seconds(1)}); }),
            "--sql: stopped after 1 s; ask for less, or allow more with --timeout");
}

class DecisionTest : public StoreQuestionsTest {
 protected:
  DecisionTest() {
    run_ = store_.BeginRun(kRun);
    PutFindings(
        store_,
        {{"ab01", "value_conflict", "conflict", "high", 90, "cross", "Headline", "Message", "e1", {}},
         {"ab02", "value_conflict", "conflict", "high", 90, "cross", "Headline", "Message", "e1", {}}},
        run_);
  }
  std::int64_t run_ = 0;
};

TEST_F(DecisionTest, FindingsAreFoundByTheBeginningOfTheirIds) {
  EXPECT_EQ(FindingsLike(store_, "ab"), (std::vector<std::string>{"ab01", "ab02"}));
  EXPECT_EQ(FindingsLike(store_, "ab02"), std::vector<std::string>{"ab02"});
  EXPECT_EQ(FindingsLike(store_, "b"), std::vector<std::string>{});
  EXPECT_EQ(RunsOf(store_, "ab01")->last.id, run_);
  EXPECT_EQ(RunsOf(store_, "ff"), std::nullopt);
}

TEST_F(DecisionTest, ADecisionHoldsForItsEvidenceAndItsTime) {
  Decision decision{"ab01", DecisionKind::kWait,    "asked", On("2025-06-30"),
                    "Ada",  "2025-05-08T09:30:00Z", "e1"};
  AddDecision(store_, decision);
  std::vector<Decision> decisions = Decisions(store_);
  ASSERT_EQ(decisions.size(), 1u);
  EXPECT_EQ(decisions[0].by, "Ada");
  EXPECT_TRUE(decisions[0].Holds("e1", On("2025-06-30")));
  EXPECT_FALSE(decisions[0].Holds("e1", On("2025-07-01")));
  EXPECT_FALSE(decisions[0].Holds("e2", On("2025-06-01")));
  decision.until.reset();
  EXPECT_TRUE(decision.Holds("e1", On("9999-12-31")));
}

// A line that moves and a document that is renamed say what they said; another word of the sentence does not.
TEST_F(DecisionTest, EvidenceIsWhatTheClaimsSay) {
  Claim claim = MakeClaim(MakeDocument("a", "1"), "microsoft", "investment", 13);
  const std::string evidence = EvidenceOf({claim});
  auto with = [&](const std::function<void(Claim&)>& change) {
    Claim changed = claim;
    change(changed);
    return EvidenceOf({changed});
  };
  EXPECT_EQ(with([](Claim& c) {
              c.doc = "b", c.doc_sha256 = "2", c.span = {80, 82}, c.begin.line = 9;
            }),
            evidence);
  EXPECT_EQ(EvidenceOf({claim, claim}), evidence);
  EXPECT_NE(with([](Claim& c) { c.context = "It said 13."; }), evidence);
  EXPECT_NE(with([](Claim& c) { c.value.stated = Interval::Exactly(14); }), evidence);
  EXPECT_NE(with([](Claim& c) { c.value.unit = "CNY"; }), evidence);
  EXPECT_NE(with([](Claim& c) { c.modality = Modality::kPlanned; }), evidence);
}

}  // namespace
}  // namespace tally
