// What the store keeps: claims come back as they went in, versions stay, and filters find what they say.
#include <gtest/gtest.h>

#include <stdexcept>

#include "store/claim_row.h"
#include "store/schema.h"
#include "tests/store_fixture.h"

namespace tally {
namespace {

std::string Repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

void ExpectEqual(const Value& left, const Value& right) {
  EXPECT_EQ(left.dimension, right.dimension);
  EXPECT_EQ(left.unit, right.unit);
  EXPECT_EQ(left.stated, right.stated);
  EXPECT_EQ(left.approx, right.approx);
  EXPECT_EQ(left.modifier, right.modifier);
  EXPECT_EQ(left.vague, right.vague);
  EXPECT_EQ(left.strict, right.strict);
  EXPECT_EQ(left.lenient, right.lenient);
  EXPECT_EQ(left.date, right.date);
  EXPECT_EQ(left.unresolved, right.unresolved);
  EXPECT_EQ(left.fiscal_year, right.fiscal_year);
  EXPECT_EQ(left.per, right.per);
  EXPECT_EQ(left.bare_magnitude, right.bare_magnitude);
}

void ExpectEqual(const Claim& left, const Claim& right) {
  EXPECT_EQ(left.id, right.id);
  EXPECT_EQ(left.doc, right.doc);
  EXPECT_EQ(left.doc_sha256, right.doc_sha256);
  EXPECT_EQ(left.span, right.span);
  EXPECT_EQ(left.begin.line, right.begin.line);
  EXPECT_EQ(left.begin.column, right.begin.column);
  EXPECT_EQ(left.end.line, right.end.line);
  EXPECT_EQ(left.end.column, right.end.column);
  EXPECT_EQ(left.quote, right.quote);
  EXPECT_EQ(left.context, right.context);
  EXPECT_EQ(left.quote_in_context, right.quote_in_context);
  EXPECT_EQ(left.field, right.field);
  ExpectEqual(left.value, right.value);
  EXPECT_EQ(left.predicate, right.predicate);
  EXPECT_EQ(left.event, right.event);
  EXPECT_EQ(left.stage, right.stage);
  EXPECT_EQ(left.subject, right.subject);
  EXPECT_EQ(left.object, right.object);
  EXPECT_EQ(left.period, right.period);
  EXPECT_EQ(left.as_of, right.as_of);
  EXPECT_EQ(left.as_of_estimated, right.as_of_estimated);
  EXPECT_EQ(left.modality, right.modality);
  EXPECT_EQ(left.speaker, right.speaker);
  EXPECT_EQ(left.rule, right.rule);
  EXPECT_EQ(left.confidence, right.confidence);
  EXPECT_EQ(left.trace, right.trace);
}

// Every field differs from its default, and from its neighbours of the same type.
Claim FullClaim(const DocumentInfo& document) {
  Claim claim = MakeClaim(document, "microsoft", "investment", 13'000'000'000);
  claim.span = {812, 828};
  claim.begin = {14, 9};
  claim.end = {15, 17};
  claim.quote = "約 130 億美元";
  claim.context = "微軟投資\"約 130 億美元\"給 OpenAI's lab";
  claim.quote_in_context = 13;
  claim.field = Field::kCaption;
  claim.value.stated = {Decimal::Parse("-12.5"), Decimal::Parse("13000000000.125")};
  claim.value.approx = true;
  claim.value.modifier = Modifier::kNearly;
  claim.value.vague = true;
  claim.value.strict = {Decimal::Parse("0.0001"), Decimal::Parse("2")};
  claim.value.lenient = {Decimal::Parse("0"), Decimal::Parse("3")};
  claim.value.date = {On("2019-07-01"), On("2019-07-31")};
  claim.value.unresolved = "no publication date";
  claim.value.fiscal_year = 2025;
  claim.value.per = "year";
  claim.value.bare_magnitude = true;
  claim.event = "launch";
  claim.stage = "cumulative";
  claim.subject = EntityRef{"microsoft", "Microsoft", "微軟"};
  claim.object = EntityRef{"openai", "OpenAI", "OpenAI's"};
  claim.period = DateRange{On("2023-01-01"), On("2023-04-30")};
  claim.as_of = On("2025-03-20");
  claim.as_of_estimated = true;
  claim.modality = Modality::kQuotedOpinion;
  claim.speaker = EntityRef{"", "某人", "他"};
  claim.rule = "investment/cue:投资";
  claim.confidence = 90;
  claim.trace = {"quantity \"約 130 億\"", "", "two\nlines"};
  return claim;
}

// The claims that need care: open ends, nothing set, bytes that are not text, numbers of any length.
std::vector<Claim> OddClaims(const DocumentInfo& document) {
  std::vector<Claim> claims(7, MakeClaim(document, "a", "b", 1));
  claims[0].value.stated = {Decimal(5), std::nullopt};
  claims[0].value.strict = {std::nullopt, Decimal(-5)};
  claims[0].value.lenient = {};
  claims[1].value.unit.reset();
  claims[1].subject.reset();
  claims[1].as_of.reset();
  claims[1].predicate.clear();
  claims[2].period = DateRange{};  // open at both ends, which is not the same as none
  claims[3].period = DateRange{std::nullopt, On("9999-12-31")};
  claims[3].value.date = {On("0001-01-01"), std::nullopt};
  claims[4].value.dimension = Dimension::kDate;
  claims[4].value.stated = {};
  claims[4].value.unresolved = "three years ago, of what?";
  claims[4].value.fiscal_year = 0;
  claims[5].quote = std::string("a\0b\xff\xfe", 5);
  claims[5].context = std::string("\0", 1);
  claims[5].subject = EntityRef{"", "", ""};
  claims[5].value.unit = "";
  claims[6].value.stated = {*Decimal::Parse(Repeat("9", 60)) * *Decimal::Parse("0." + Repeat("7", 59)),
                            Decimal(3).Scaled(200)};
  return claims;
}

TEST_F(StoreTest, ReadsBackEveryFieldAsItWasWritten) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  std::vector<Claim> written = {FullClaim(document)};
  ClaimStore store = Create();
  store.PutDocument(document, written, store.BeginRun(kRun));
  std::vector<Claim> read = ClaimStore::Open(Path(), OpenMode::kReadOnly).Find({});
  ASSERT_EQ(read.size(), 1U);
  ExpectEqual(read[0], written[0]);
}

TEST_F(StoreTest, ReadsBackOddClaimsAsTheyWereWritten) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  std::vector<Claim> written = OddClaims(document);
  // The store orders by span; here, the order of writing.
  for (std::size_t i = 0; i < written.size(); ++i) {
    written[i].as_of.reset();
    written[i].span = {i, i + 1};
  }
  ClaimStore store = Create();
  store.PutDocument(document, written, store.BeginRun(kRun));
  std::vector<Claim> read = store.Find({});
  ASSERT_EQ(read.size(), written.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    SCOPED_TRACE(i);
    ExpectEqual(read[i], written[i]);
  }
}

TEST_F(StoreTest, ReadsBackEveryNameOfEveryEnumeration) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  std::vector<Claim> written;
  for (std::uint8_t i = 0; i < 8; ++i) {
    Claim claim = MakeClaim(document, "a", "b", i);
    claim.span = {i, i + 1U};
    claim.value.dimension = static_cast<Dimension>(i);
    claim.value.modifier = static_cast<Modifier>(i);
    claim.modality = static_cast<Modality>(i % 6);
    claim.field = static_cast<Field>(i % 5);
    written.push_back(claim);
  }
  ClaimStore store = Create();
  store.PutDocument(document, written, store.BeginRun(kRun));
  std::vector<Claim> read = store.Find({});
  ASSERT_EQ(read.size(), written.size());
  for (std::size_t i = 0; i < read.size(); ++i) ExpectEqual(read[i], written[i]);
}

TEST_F(StoreTest, ReadsBackDocuments) {
  DocumentInfo full = MakeDocument("b.md", "sha-b");
  full.published_estimated = true;
  DocumentInfo bare;
  bare.path = "a.md";
  bare.sha256 = "sha-a";
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  store.PutDocument(full, {}, run);
  store.PutDocument(bare, {}, run);
  std::vector<DocumentInfo> read = store.Documents();
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].path, "a.md");
  EXPECT_EQ(read[0].source, "");
  EXPECT_EQ(read[0].published, std::nullopt);
  EXPECT_EQ(read[1].path, "b.md");
  EXPECT_EQ(read[1].sha256, "sha-b");
  EXPECT_EQ(read[1].title, "Title of b.md");
  EXPECT_EQ(read[1].source, "Example Daily");
  EXPECT_EQ(read[1].origin, full.origin);
  EXPECT_EQ(read[1].language, full.language);
  EXPECT_EQ(read[1].published_time, full.published_time);
  EXPECT_EQ(read[1].sketch, full.sketch);
  EXPECT_EQ(read[1].url, "https://example.org/b.md");
  EXPECT_EQ(read[1].published, On("2025-05-08"));
  EXPECT_TRUE(read[1].published_estimated);
  EXPECT_EQ(read[1].numbers_seen, 12U);
  EXPECT_EQ(read[1].numbers_unread, 3U);
}

TEST_F(StoreTest, ReadsTheDocumentsOfPaths) {
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  for (const char* path : {"a.md", "b.md", "c.md"}) store.PutDocument(MakeDocument(path, "sha"), {}, run);
  store.PutDocument(MakeDocument("c.md", "changed"), {}, run);
  std::vector<DocumentInfo> read = store.Documents({"missing.md", "c.md", "a.md"});
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].path, "a.md");
  EXPECT_EQ(read[1].sha256, "changed");
  EXPECT_TRUE(store.Documents(std::set<std::string>()).empty());
}

TEST_F(StoreTest, SkipsUnchangedContent) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  EXPECT_FALSE(store.Knows("a.md", "sha-1"));
  EXPECT_EQ(store.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, run), ClaimStore::Put::kAdded);
  EXPECT_TRUE(store.Knows("a.md", "sha-1"));
  EXPECT_FALSE(store.Knows("a.md", "sha-2"));
  EXPECT_FALSE(store.Knows("b.md", "sha-1"));
  EXPECT_EQ(store.PutDocument(document, {MakeClaim(document, "a", "b", 2)}, run),
            ClaimStore::Put::kUnchanged);
  ASSERT_EQ(store.Find({}).size(), 1U);
  EXPECT_EQ(store.Find({})[0].quote, "1");
  EXPECT_EQ(store.CountsOf(run), (RunCounts{1, 0, 0, 0, 0, 1}));
}

TEST_F(StoreTest, KeepsReplacedVersionsWithTheirClaims) {
  DocumentInfo old_document = MakeDocument("a.md", "sha-1");
  DocumentInfo new_document = MakeDocument("a.md", "sha-2");
  ClaimStore store = Create();
  store.PutDocument(old_document, {MakeClaim(old_document, "a", "b", 1)}, store.BeginRun(kRun));
  std::int64_t later = store.BeginRun({"0.1.0", "rules-a", "2025-06-01T00:00:00Z"});
  EXPECT_EQ(store.PutDocument(new_document, {MakeClaim(new_document, "a", "b", 2)}, later),
            ClaimStore::Put::kNewVersion);
  EXPECT_EQ(store.CountsOf(later), (RunCounts{0, 1, 0, 0, 0, 1}));
  EXPECT_FALSE(store.Knows("a.md", "sha-1"));

  ASSERT_EQ(store.Find({}).size(), 1U);
  EXPECT_EQ(store.Find({})[0].quote, "2");
  ClaimFilter all;
  all.current_only = false;
  ASSERT_EQ(store.Find(all).size(), 2U);
  EXPECT_EQ(store.Find(all)[0].quote, "1");
  EXPECT_EQ(store.Find(all)[0].doc_sha256, "sha-1");
  ASSERT_EQ(store.Documents().size(), 1U);
  EXPECT_EQ(store.Documents()[0].sha256, "sha-2");

  std::vector<StoredVersion> versions = store.Versions("a.md");
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].version, 1U);
  EXPECT_FALSE(versions[0].current);
  EXPECT_EQ(versions[0].seen, "2025-05-08T09:30:00Z");
  EXPECT_EQ(versions[1].version, 2U);
  EXPECT_TRUE(versions[1].current);
  EXPECT_EQ(versions[1].seen, "2025-06-01T00:00:00Z");
}

TEST_F(StoreTest, ContentThatComesBackIsANewVersion) {
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  for (const char* sha256 : {"sha-1", "sha-2", "sha-1"}) {
    DocumentInfo document = MakeDocument("a.md", sha256);
    store.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, run);
  }
  EXPECT_EQ(store.Versions("a.md").size(), 3U);
  EXPECT_TRUE(store.Knows("a.md", "sha-1"));
  EXPECT_EQ(store.Find({}).size(), 1U);
}

TEST_F(StoreTest, OtherRulesReplaceTheClaimsOfUnchangedContent) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  ClaimStore store = Create();
  std::int64_t first = store.BeginRun(kRun);
  store.PutDocument(document, {MakeClaim(document, "a", "b", 1)}, first);
  EXPECT_TRUE(store.IsUpToDate("a.md", "sha-1", first));
  std::int64_t later = store.BeginRun({"0.1.0", "rules-b", "2025-06-01T00:00:00Z"});
  EXPECT_FALSE(store.IsUpToDate("a.md", "sha-1", later));
  document.title = "Read better";
  std::vector<Claim> better = {MakeClaim(document, "a", "b", 2), MakeClaim(document, "a", "c", 3)};
  EXPECT_EQ(store.PutDocument(document, better, later), ClaimStore::Put::kReread);
  EXPECT_TRUE(store.IsUpToDate("a.md", "sha-1", later));
  EXPECT_EQ(store.CountsOf(later), (RunCounts{0, 0, 1, 0, 0, 2}));

  ClaimFilter all;
  all.current_only = false;
  EXPECT_EQ(store.Find(all).size(), 2U);
  ASSERT_EQ(store.Versions("a.md").size(), 1U);
  EXPECT_EQ(store.Versions("a.md")[0].document.title, "Read better");
  // The content was seen when it first came.
  EXPECT_EQ(store.Versions("a.md")[0].seen, "2025-05-08T09:30:00Z");
}

TEST_F(StoreTest, RefusesClaimsOfAnotherDocumentAndUnknownRuns) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  Claim stranger = MakeClaim(MakeDocument("b.md", "sha-1"), "a", "b", 1);
  EXPECT_THROW(store.PutDocument(document, {stranger}, run), std::logic_error);
  EXPECT_THROW(store.PutDocument(document, {}, run + 1), std::logic_error);
  EXPECT_TRUE(store.Documents().empty());
}

TEST_F(StoreTest, StoresNothingOfADocumentThatFailsHalfWay) {
  DocumentInfo document = MakeDocument("a.md", "sha-1");
  std::vector<Claim> claims(3, MakeClaim(document, "a", "b", 1));
  claims[2].as_of = On("9999-12-31") + std::chrono::days(1);
  ClaimStore store = Create();
  std::int64_t run = store.BeginRun(kRun);
  EXPECT_THROW(store.PutDocument(document, claims, run), std::logic_error);
  EXPECT_TRUE(store.Documents().empty());
  EXPECT_TRUE(store.Find({}).empty());
  EXPECT_EQ(store.CountsOf(run), RunCounts{});
  claims.pop_back();
  EXPECT_EQ(store.PutDocument(document, claims, run), ClaimStore::Put::kAdded);
}

}  // namespace
}  // namespace tally
