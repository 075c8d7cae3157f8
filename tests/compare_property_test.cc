// What holds for any claims: the order of the input, copies and widening do not make findings.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/compare_fixture.h"

namespace tally {
namespace {

// Everything that a finding says, as text.
std::string Dump(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.id + ' ' + finding.message + ' ' + finding.severity_reason +
            std::to_string(finding.confidence);
    for (const Cause& cause : finding.causes) text += "\n  " + cause.id + ' ' + cause.text;
    for (const std::string& line : finding.arithmetic) text += "\n  " + line;
    for (const Claim& member : finding.members) text += "\n  " + member.id;
    for (const Reading& reading : finding.readings) text += "\n  " + reading.label + ' ' + reading.detail;
    text += '\n';
  }
  return text;
}

// Claims of few values, dates and documents, so that many meet.
Claims RandomClaims(std::mt19937& random, std::size_t count) {
  auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const char* predicates[] = {"investment", "capex", "equity_share", "price", "acquisition_price"};
  Claims claims;
  for (std::size_t i = 0; i < count; ++i) {
    ClaimBuilder claim("doc" + std::to_string(pick(4)));
    claim.About(predicates[pick(5)], "microsoft", "openai");
    const std::string digits = std::to_string(1 + pick(30));
    switch (pick(4)) {
      case 0:
        claim.AtMost(Dimension::kMoney, Number(digits, 8), "USD");
        break;
      case 1:
        claim.Vague(kBillions, "USD");
        break;
      default:
        claim.Money(digits, 8, pick(5) ? "USD" : "");
        break;
    }
    if (pick(3) == 0) claim.During(DateRange::Year(2019 + pick(3)));
    if (pick(3)) claim.AsOf("202" + std::to_string(pick(6)) + "-03-01");
    if (pick(6) == 0) claim.Stage("first");
    if (pick(6) == 0) claim.Said(Modality::kPlanned);
    if (pick(6) == 0) claim.Title();
    claims.push_back(claim);
  }
  return claims;
}

TEST(CompareProperty, TheOrderOfClaimsDoesNotMatter) {
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    Claims claims = RandomClaims(random, 40);
    std::string want = Dump(FindingsOf(claims));
    std::ranges::shuffle(claims, random);
    EXPECT_EQ(Dump(FindingsOf(claims)), want);
  }
}

TEST(CompareProperty, ADocumentReadTwiceSaysNothingNew) {
  std::mt19937 random(2);
  for (int round = 0; round < 50; ++round) {
    Claims claims = RandomClaims(random, 30);
    Claims twice = claims;
    for (Claim copy : claims) {
      copy.doc = "copies/" + copy.doc;
      twice.push_back(copy);
    }
    EXPECT_EQ(Summary(twice), Summary(claims));
  }
}

TEST(CompareProperty, WideningAClaimNeverMakesAConflict) {
  auto conflicts = [](const Claims& claims) {
    std::vector<Finding> findings = FindingsOf(claims);
    return std::ranges::any_of(findings, [](const Finding& f) { return f.verdict == Verdict::kConflict; });
  };
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    Claims claims;
    for (int i = 0; i < 4; ++i) {
      claims.push_back(Price("doc" + std::to_string(i)).Money(std::to_string(9 + random() % 4), 8, "USD"));
    }
    if (conflicts(claims)) continue;
    Value& value = claims[random() % 4].value;
    Decimal below = Number(std::to_string(random() % 300), 6);
    Decimal above = Number(std::to_string(random() % 300), 6);
    for (Interval* interval : {&value.strict, &value.lenient}) {
      *interval = {*interval->lo - below, *interval->hi + above};
    }
    EXPECT_FALSE(conflicts(claims));
  }
}

TEST(CompareProperty, ManyClaimsOfOneKeyTakeLinearTime) {
  Claims claims;
  for (int i = 0; i < 5000; ++i) claims.push_back(Price("a").Money(std::to_string(1 + i), 8, "USD"));
  CompareResult result = Compare({claims, {}}, Rules());
  EXPECT_EQ(result.claims_compared, 5000u);
  EXPECT_EQ(result.findings.at(0).members.size(), 5000u);
}

}  // namespace
}  // namespace tally
