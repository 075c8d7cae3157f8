// Files of every earlier schema, made by its own scripts, keep every claim when they are brought up to date.
#include <gtest/gtest.h>

#include <sstream>

#include "store/schema.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

// Rows as schema 1 had them: two versions of a path, sentences and traces that repeat, a quote that stands
// alone, open intervals, bytes that are no UTF-8.
constexpr const char* kOldRows = R"sql(
INSERT INTO runs (id, tool_version, rules_version, started, documents_added, documents_changed, claims_stored)
VALUES (1, '0.1.0', 'rules-a', '2025-05-08T09:30:00Z', 2, 0, 3), (2, '0.2.0', 'rules-b', '2025-06-01T00:00:00Z', 0, 1, 2);
INSERT INTO sources (id, name) VALUES (1, 'Example Daily');
INSERT INTO documents (id, path, version, sha256, current, title, source_id, url, published, published_estimated,
  numbers_seen, numbers_unread, first_run, read_run)
VALUES (1, 'a.md', 1, 'sha-1', 0, 'Title', 1, 'https://example.org/a', '2025-05-08', 0, 12, 3, 1, 1),
  (2, 'b.md', 1, 'sha-2', 1, '', NULL, '', NULL, 1, 0, 0, 1, 2),
  (3, 'a.md', 2, 'sha-3', 1, 'Title', 1, 'https://example.org/a', '2025-05-09', 0, 12, 3, 2, 2);
INSERT INTO claims (document_id, position, claim_id, span_start, span_end, line, column, end_line, end_column, quote,
  context, quote_in_context, field, dimension, unit, stated_min, stated_max, strict_min, strict_max, lenient_min,
  lenient_max, approx, modifier, vague, bare_magnitude, date_first, date_last, unresolved, fiscal_year, per, predicate,
  event, stage, subject_id, subject_name, subject_text, object_id, object_name, object_text, speaker_id, speaker_name,
  speaker_text, has_period, period_start, period_end, as_of, as_of_estimated, modality, rule, confidence, trace)
VALUES
  (1, 0, 'c1', 8, 14, 1, 2, 3, 4, '約 130 億', '微軟投資約 130 億美元', 12, 'body', 'money', 'USD', '13000000000',
   '13000000000', '13000000000', '13000000000', '12500000000', '13500000000', 1, 'none', 0, 0, NULL, NULL, '', NULL, NULL,
   'investment', 'invest', 'cumulative', 'microsoft', 'Microsoft', '微軟', 'openai', 'OpenAI', 'OpenAI', 's', 'S', 's',
   1, '2023-01-01', NULL, '2025-05-08', 0, 'reported', 'investment/cue:投资', 90, '["rule investment","two\nlines"]'),
  (1, 1, 'c2', 20, 21, 5, 1, 5, 2, '三成', '', 0, 'title', 'percent', '%', '-30', NULL, '-30', NULL, '-30.5', NULL, 0,
   'none', 1, 0, NULL, NULL, 'of what?', NULL, 'year', '', '', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
   1, NULL, NULL, NULL, 1, 'asserted', '', 40, '[]'),
  (2, 0, 'c3', 0, 10, 1, 1, 1, 11, '2023-01-23', CAST(x'61ff00622032303233' AS TEXT), 3, 'front_matter', 'date', NULL, NULL,
   NULL, NULL, NULL, NULL, NULL, 0, 'none', 0, 0, '2023-01-23', '2023-01-23', '', 2023, NULL, 'publish_date', '', '', NULL,
   NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, '2023-01-23', 0, 'asserted', 'publish_date/byline', 100,
   '[]'),
  (3, 0, 'c4', 8, 14, 1, 2, 3, 4, '約 130 億', '微軟投資約 130 億美元', 12, 'body', 'money', 'USD', '0.5', '7', '0.5', '7',
   '0.5', '7', 1, 'none', 0, 0, NULL, NULL, '', NULL, NULL, 'investment', 'invest', '', 'microsoft', 'Microsoft', '微軟',
   NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, '2025-05-09', 0, 'asserted', 'investment/cue:投资', 90,
   '["rule investment","two\nlines"]'),
  (3, 1, 'c5', 8, 14, 1, 2, 3, 4, '約 130 億', '微軟投資約 130 億美元', 12, 'body', 'money', 'USD', '0', '0', '0', '0',
   '0', '0', 1, 'none', 0, 0, NULL, NULL, '', NULL, NULL, 'investment', 'invest', '', 'microsoft', 'Microsoft', '微軟',
   NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, '2025-05-09', 0, 'asserted', 'investment/cue:投资', 90, '[]');
)sql";

// Every value of every row, as SQL writes it; the text and the trace of a claim looked up where they are kept
// now.
std::string Dump(const Database& database, bool old) {
  std::string columns =
      "position, claim_id, span_start, span_end, line, column, end_line, end_column, quote, "
      "quote_in_context, field, "
      "dimension, unit, stated_min, stated_max, strict_min, strict_max, lenient_min, lenient_max, approx, "
      "modifier, "
      "vague, bare_magnitude, date_first, date_last, unresolved, fiscal_year, per, predicate, event, stage, "
      "subject_id, "
      "subject_name, subject_text, object_id, object_name, object_text, speaker_id, speaker_name, "
      "speaker_text, "
      "has_period, period_start, period_end, as_of, as_of_estimated, modality, rule, confidence";
  std::string quoted;
  for (std::size_t at = 0; at < columns.size();) {
    std::size_t end = std::min(columns.find(", ", at), columns.size());
    quoted += "quote(c." + columns.substr(at, end - at) + ") || '|' || ";
    at = end + 2;
  }
  std::string rest =
      old ? "hex(c.context) || quote(c.trace) FROM claims c"
          : "hex(x.text) || quote(t.lines) FROM claims c JOIN sentences x ON x.id = c.sentence_id "
            "JOIN traces t ON t.id = c.trace_id";
  Statement row = database.Prepare("SELECT c.document_id || '|' || " + quoted + rest + " ORDER BY c.id");
  std::string dump;
  while (row.Step()) dump += row.Text(0) + "\n";
  return dump;
}

class MigrationTest : public StoreTest, public testing::WithParamInterface<std::size_t> {};

TEST_P(MigrationTest, KeepsEveryClaim) {
  std::string before;
  {
    Database old(Path(), OpenMode::kCreate);
    PrepareSchema(old, Migrations().first(GetParam()));
    old.Execute(kOldRows);
    before = Dump(old, true);
  }
  ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadWrite);
  Database database(Path(), OpenMode::kReadOnly);
  EXPECT_EQ(Dump(database, false), before);
  EXPECT_EQ(std::count(before.begin(), before.end(), '\n'), 5);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM sentences"), 3);
  EXPECT_EQ(database.QueryInteger("SELECT count(*) FROM traces"), 2);
  EXPECT_FALSE(database.Prepare("PRAGMA foreign_key_check").Step());
  Statement check = database.Prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.Step());
  EXPECT_EQ(check.Text(0), "ok");
}

TEST_P(MigrationTest, OldClaimsAreFoundByTheNewIndexes) {
  {
    Database old(Path(), OpenMode::kCreate);
    PrepareSchema(old, Migrations().first(GetParam()));
    old.Execute(kOldRows);
  }
  ClaimStore store = ClaimStore::Open(Path(), OpenMode::kReadWrite);
  auto found = [&](const ClaimFilter& filter) {
    std::string ids;
    for (const Claim& claim : store.Find(filter)) ids += claim.id + " ";
    return ids;
  };
  ClaimFilter filter;
  filter.current_only = false;
  filter.text = "投资";
  EXPECT_EQ(found(filter), "c1 c4 c5 ");
  filter.text = "成";
  EXPECT_EQ(found(filter), "c2 ");
  filter.text.reset();
  filter.stated = Interval{Decimal(-30), std::nullopt};
  EXPECT_EQ(found(filter), "c2 ");
  filter.stated = Interval::Exactly(Decimal(13).Scaled(9));
  EXPECT_EQ(found(filter), "c1 ");
  // A version was seen when its run began.
  EXPECT_EQ(store.Versions("a.md")[0].seen, "2025-05-08T09:30:00Z");
  EXPECT_EQ(store.Versions("a.md")[1].seen, "2025-06-01T00:00:00Z");
}

INSTANTIATE_TEST_SUITE_P(EverySchema, MigrationTest, testing::Values(1, 2, 3));

TEST_F(StoreTest, DecisionsAreNeitherChangedNorRemoved) {
  Create();
  Database database(Path(), OpenMode::kReadWrite);
  database.Execute(
      "INSERT INTO runs (id, tool_version, rules_version, started) VALUES (1, 't', 'r', "
      "'2025-05-08T09:30:00Z');"
      "INSERT INTO findings VALUES ('f', 'value_conflict', 'conflict', 'high', 90, 'cross', 'h', 'm', 'e', "
      "1, 1);"
      "INSERT INTO decisions VALUES (1, 'f', 'accept', 'why', NULL, 'me', '2025-05-08T09:30:00Z', 'e')");
  EXPECT_EQ(database.QueryInteger("SELECT holds FROM decision_view"), 1);
  EXPECT_THROW(database.Execute("UPDATE decisions SET reason = 'other'"), std::logic_error);
  EXPECT_THROW(database.Execute("DELETE FROM decisions"), std::logic_error);
  database.Execute("UPDATE findings SET evidence = 'other'");
  EXPECT_EQ(database.QueryInteger("SELECT holds FROM decision_view"), 0);
}

}  // namespace
}  // namespace tally
