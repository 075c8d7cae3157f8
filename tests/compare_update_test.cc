// What is compared for some documents only is what a full comparison says of them, in whatever order they
// come; and what grows with the number of claims is counted, not timed.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "compare/outline_of.h"
#include "compare/update.h"
#include "compare/value_match.h"
#include "tests/compare_fixture.h"

namespace tally {
namespace {

std::string Dump(const CompareResult& result) {
  std::string text = std::to_string(result.claims_compared);
  for (const std::string& cluster : result.origin_clusters) text += ' ' + cluster;
  for (const Finding& finding : result.findings) {
    text += '\n' + finding.id + ' ' + finding.message + ' ' + finding.severity_reason + ' ' +
            std::to_string(finding.confidence) + ' ' + std::to_string(finding.independent_sources) + ' ' +
            CopiesText(finding.copies);
    for (const Cause& cause : finding.causes) text += "\n  " + cause.id + ' ' + cause.text;
    for (const std::string& line : finding.arithmetic) text += "\n  " + line;
    for (const Claim& member : finding.members) text += "\n  " + member.id;
  }
  return text;
}

struct Arrival {
  DocumentInfo document;
  Claims claims;
};

// Documents about a few companies. Some tell one story (figures of three digits in common), some are copies,
// some have a figure mistyped.
std::vector<Arrival> RandomArrivals(std::mt19937& random) {
  auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const char* predicates[] = {"investment", "capex", "equity_share", "price", "acquisition_price", "ratio"};
  const char* subjects[] = {"microsoft", "apple", "tsmc"};
  std::vector<Arrival> arrivals(4 + pick(6));
  for (std::size_t i = 0; i < arrivals.size(); ++i) {
    Arrival& arrival = arrivals[i];
    arrival.document.path = "doc" + std::to_string(i);
    arrival.document.sha256 = "sha of " + arrival.document.path;
    if (pick(3) == 0) arrival.document.source = "Daily " + std::to_string(pick(2));
    if (pick(5) == 0) arrival.document.origin = "Daily " + std::to_string(pick(2));
    std::uint64_t text = pick(arrivals.size() + 2);
    for (std::uint64_t hash = 0; hash < 80; ++hash) arrival.document.sketch.push_back(1000 * text + hash);
    std::size_t count = 3 + pick(8);
    for (std::size_t k = 0; k < count; ++k) {
      ClaimBuilder claim(arrival.document.path);
      claim.At(1000 * k + 10).About(predicates[pick(6)], subjects[pick(3)], pick(3) ? "openai" : "");
      std::size_t figure = 101 + 37 * pick(5);
      claim.Money(std::to_string(pick(4) ? figure : figure + 10 * pick(3)), 8, pick(9) ? "USD" : "EUR");
      if (pick(3) == 0) claim.During(DateRange::Year(2021 + static_cast<int>(pick(2))));
      claim.AsOf(pick(2) ? "2023-03-01" : "2023-03-09");
      Claim made = claim;
      made.begin.line = 10 * k;
      made.context = "the company spent it on machines and buildings " + made.quote;
      made.quote_in_context = made.context.size() - made.quote.size();
      arrival.claims.push_back(made);
    }
  }
  return arrivals;
}

CompareInput InputOf(const std::vector<Arrival>& arrivals) {
  CompareInput input;
  for (const Arrival& arrival : arrivals) {
    input.documents.push_back(arrival.document);
    input.claims.insert(input.claims.end(), arrival.claims.begin(), arrival.claims.end());
  }
  return input;
}

// Counts how often claims are read.
ComparedDocument Compared(const Arrival& arrival, std::size_t* reads = nullptr) {
  ComparedDocument document{arrival.document, OutlineOf(arrival.claims, Rules()), {}, {}, {}};
  auto claims = std::make_shared<const Claims>(arrival.claims);
  document.claims = [claims, reads] {
    if (reads != nullptr) ++*reads;
    return claims;
  };
  return document;
}

std::vector<ComparedDocument> Compared(const std::vector<Arrival>& arrivals) {
  std::vector<ComparedDocument> documents;
  for (const Arrival& arrival : arrivals) documents.push_back(Compared(arrival));
  return documents;
}

TEST(CompareUpdate, TheOrderOfTheDocumentsDoesNotMatter) {
  std::mt19937 random(9);
  std::size_t findings = 0;
  std::size_t by_wording = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<Arrival> arrivals = RandomArrivals(random);
    CompareResult want = Compare(InputOf(arrivals), Rules());
    std::ranges::shuffle(arrivals, random);
    CompareResult result = Compare(InputOf(arrivals), Rules());
    std::ranges::sort(want.origin_clusters);
    std::ranges::sort(result.origin_clusters);
    ASSERT_EQ(Dump(result), Dump(want)) << "round " << round;
    findings += want.findings.size();
    by_wording += std::ranges::count_if(want.findings, [](const Finding& finding) {
      return std::ranges::any_of(finding.causes, [](const Cause& c) { return c.id == "like_words"; });
    });
  }
  EXPECT_GT(findings, 500u);
  EXPECT_GT(by_wording, 50u);
}

TEST(CompareUpdate, TheFindingsAboutSomeDocumentsAreThoseOfAFullComparison) {
  std::mt19937 random(10);
  for (int round = 0; round < 300; ++round) {
    std::vector<Arrival> arrivals = RandomArrivals(random);
    CompareInput input = InputOf(arrivals);
    std::set<std::string> about = {arrivals[0].document.sha256, arrivals[1].document.sha256};
    CompareResult want = Compare(input, Rules());
    std::erase_if(want.findings, [&](const Finding& finding) {
      return std::ranges::none_of(finding.members,
                                  [&](const Claim& member) { return about.contains(member.doc_sha256); });
    });
    CompareResult result = CompareAbout(Compared(arrivals), 2, Language::kEnglish, Rules());
    want.claims_compared = result.claims_compared;
    ASSERT_EQ(Dump(result), Dump(want)) << "round " << round;
  }
}

// Arrivals 0 and 1 are there after only, 2 and 3 before only, the others in both.
TEST(CompareUpdate, TheFindingsOfTwoStatesAreThoseOfTwoFullComparisons) {
  std::mt19937 random(11);
  std::size_t changes = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<Arrival> arrivals = RandomArrivals(random);
    if (arrivals.size() < 5) continue;
    std::vector<Arrival> after(arrivals.begin(), arrivals.begin() + 2);
    after.insert(after.end(), arrivals.begin() + 4, arrivals.end());
    std::vector<Arrival> before(arrivals.begin() + 2, arrivals.end());
    std::vector<Arrival> before_only(arrivals.begin() + 2, arrivals.begin() + 4);
    std::vector<ComparedDocument> documents_after = Compared(after);
    std::vector<ComparedDocument> documents_before = Compared(before_only);
    StatesResult got = CompareStates({documents_after, 2, documents_before}, Rules());
    auto ids = [](const std::vector<Finding>& findings) {
      std::set<std::string> set;
      for (const Finding& finding : findings) set.insert(finding.id);
      return set;
    };
    std::set<std::string> was = ids(Compare(InputOf(before), Rules()).findings);
    std::set<std::string> is = ids(Compare(InputOf(after), Rules()).findings);
    std::set<std::string> got_after = ids(got.after.findings);
    std::set<std::string> got_before = ids(got.before);
    // What one state alone has must be there, and nothing that the state does not have.
    for (const std::string& id : is) {
      if (was.contains(id)) continue;
      EXPECT_TRUE(got_after.contains(id)) << "round " << round;
      ++changes;
    }
    for (const std::string& id : was)
      EXPECT_TRUE(is.contains(id) || got_before.contains(id)) << "round " << round;
    for (const std::string& id : got_after) EXPECT_TRUE(is.contains(id)) << "round " << round;
    for (const std::string& id : got_before) EXPECT_TRUE(was.contains(id)) << "round " << round;
  }
  EXPECT_GT(changes, 200u);
}

// Of a thousand companies with three articles each, one article needs those of its company.
TEST(CompareUpdate, ClaimsAreReadOnlyOfTheDocumentsThatAreMet) {
  std::vector<ComparedDocument> documents;
  std::size_t reads = 0;
  for (std::size_t i = 0; i < 3000; ++i) {
    Arrival arrival;
    arrival.document.path = "doc" + std::to_string(i);
    arrival.document.sha256 = "sha of " + arrival.document.path;
    ClaimBuilder claim(arrival.document.path);
    claim.At(10).About("acquisition_price", "company-" + std::to_string(i % 1000), "openai");
    claim.Money(std::to_string(4001 + i), 6, "USD").AsOf("2023-03-01");
    arrival.claims.push_back(claim);
    documents.push_back(Compared(arrival, &reads));
  }
  EXPECT_EQ(CompareAbout(documents, 1, Language::kEnglish, Rules()).findings.size(), 1u);
  EXPECT_LE(reads, 4u);
  EXPECT_EQ(MetBy(documents, 1, {}).size(), 3u);
  reads = 0;
  std::vector<ComparedDocument> none;
  EXPECT_EQ(CompareStates({documents, 1, none}, Rules()).after.findings.size(), 1u);
  EXPECT_LE(reads, 12u);
}

// How often a value is looked at, for each claim.
std::size_t LooksPerClaim(std::size_t count, bool one_document) {
  Claims claims;
  for (std::size_t i = 0; i < count; ++i) {
    ClaimBuilder claim(one_document ? "doc" : "doc" + std::to_string(i));
    claim.At(100 * i).About("price", "widget").Money(std::to_string(1 + i * 7919 % 99991), 8, "USD");
    claims.push_back(claim);
  }
  std::size_t before = ValuesLookedAt();
  CompareResult result = Compare({claims, {}}, Rules());
  EXPECT_EQ(result.claims_compared, count);
  return (ValuesLookedAt() - before) / count;
}

// The twin of this is that a conflict of so many claims is still one finding with all of them.
TEST(CompareUpdate, AHundredThousandClaimsOfOneKeyAreLookedAtNearlyOnce) {
  std::size_t few = LooksPerClaim(1000, false);
  std::size_t many = LooksPerClaim(100000, false);
  EXPECT_LE(many, 2 * few + 20);
  EXPECT_LE(many, 200u);
}

TEST(CompareUpdate, ATextOfAHundredThousandFiguresIsLookedAtNearlyOnce) {
  EXPECT_LE(LooksPerClaim(100000, true), 400u);
}

}  // namespace
}  // namespace tally
