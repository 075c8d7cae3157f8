// The slow twin of the comparison: the same verdicts, found by looking at every pair of claims. Claims are
// generated, each in a document of its own, so that what a text knows of its own figures plays no part.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "compare/slip.h"
#include "tests/slow_twin.h"

namespace tally {
namespace {

FoundLines FastFindings(const Claims& claims) {
  FoundLines found;
  for (const Finding& finding : FindingsOf(claims)) {
    // Currencies are compared across the sets that the twin looks at.
    if (finding.verdict == Verdict::kCorroboration || finding.kind == FindingKind::kCurrencyConflict)
      continue;
    std::set<std::string> ids;
    for (const Claim& member : finding.members) ids.insert(member.id);
    std::string line(VerdictName(finding.verdict));
    for (const std::string& id : ids) line += ' ' + id;
    found.insert(line);
  }
  return found;
}

// ---- What is compared ----

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Claims Some() {
    Claims claims;
    int count = 2 + Pick(9);
    const char* predicates[] = {"investment", "capex", "equity_share", "price", "acquisition_price"};
    int predicate = Pick(5);
    for (int i = 0; i < count; ++i) {
      ClaimBuilder claim("doc" + std::to_string(i));
      claim.At(100).About(predicates[Pick(8) ? predicate : Pick(5)], "microsoft", "openai");
      SetValue(claim);
      SetTime(claim);
      if (Pick(6) == 0) claim.Stage(Pick(2) ? "first" : "total");
      if (Pick(5) == 0) claim.Said(Pick(2) ? Modality::kPlanned : Modality::kForecast);
      if (Pick(8) == 0) claim.Said(Modality::kReported);
      if (Pick(9) == 0) claim.Confidence(30);
      claims.push_back(claim);
    }
    return claims;
  }

  int Pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

 private:
  void SetValue(ClaimBuilder& claim) {
    static const char* const kDigits[] = {"1",  "10",  "12",  "13",  "13.4", "9",
                                          "95", "100", "101", "130", "1300"};
    const char* digits = kDigits[Pick(11)];
    const char* unit = Pick(7) ? "USD" : Pick(2) ? "" : "EUR";
    Decimal value = Number(digits, 8);
    switch (Pick(9)) {
      case 0:
        claim.AtMost(Dimension::kMoney, value, unit);
        break;
      case 1:
        claim.AtLeast(Dimension::kMoney, value, unit);
        break;
      case 2:
        claim.Range(Dimension::kMoney, {value, value * Decimal(2)}, unit);
        break;
      case 3:
        claim.Vague(Pick(2) ? kBillions : kHundredBillions, unit);
        break;
      default:
        claim.Money(digits, 8, unit);
        break;
    }
    if (Pick(12) == 0) claim.Per("year");
  }

  void SetTime(ClaimBuilder& claim) {
    int year = 2021 + Pick(3);
    switch (Pick(5)) {
      case 0:
        claim.During(DateRange::Year(year));
        break;
      case 1: {
        int month = 1 + 3 * Pick(4);
        claim.During(DateRange::Months(year, month, month + (Pick(2) ? 2 : 0)));
        break;
      }
      case 2:
        if (Pick(3) == 0) claim.During({MakeDay(2015, 1, 1), MakeDay(2023, 1, 1)});
        break;
      default:
        break;
    }
    if (Pick(5) == 0) return;
    std::string month = std::to_string(1 + Pick(9));
    claim.AsOf(std::to_string(2021 + Pick(4)) + "-0" + month + (Pick(2) ? "-05" : "-20"));
  }

  std::mt19937 random_;
};

TEST(CompareTwin, EveryPairComparedGivesTheSameVerdicts) {
  Generator generator(6);
  int conflicts = 0;
  int updates = 0;
  for (int round = 0; round < 6000; ++round) {
    Claims claims = generator.Some();
    FoundLines slow = SlowFindings(claims);
    ASSERT_EQ(FastFindings(claims), slow) << "round " << round;
    for (const std::string& line : slow) ++(line.starts_with("conflict") ? conflicts : updates);
  }
  // The claims give it something to judge.
  EXPECT_GT(conflicts, 2000);
  EXPECT_GT(updates, 500);
}

// ---- Agreement ----

FoundLines FastAgreements(const Claims& claims) {
  FoundLines found;
  for (const Finding& finding : FindingsOf(claims)) {
    if (finding.verdict != Verdict::kCorroboration) continue;
    std::set<std::string> ids;
    for (const Reading& reading : finding.readings) {
      if (reading.detail.starts_with("compatible")) continue;
      for (std::size_t member : reading.members) ids.insert(finding.members[member].id);
    }
    std::string line(VerdictName(finding.verdict));
    for (const std::string& id : ids) line += ' ' + id;
    found.insert(line);
  }
  return found;
}

TEST(CompareTwin, EveryPairComparedGivesTheSameAgreements) {
  Generator generator(7);
  for (int round = 0; round < 3000; ++round) {
    Claims claims = generator.Some();
    for (Claim& claim : claims) {
      claim.predicate = "price";  // timeless: one lane
      claim.stage.clear();
    }
    ASSERT_EQ(FastAgreements(claims), SlowAgreements(claims)) << "round " << round;
  }
}

// ---- Slips ----

TEST(CompareTwin, ValuesOneSlipApartShareASignature) {
  std::mt19937 random(8);
  int slips = 0;
  std::vector<Value> values;
  for (int i = 0; i < 900; ++i) {
    Claim claim = ClaimBuilder("a").Money(std::to_string(1 + random() % (i % 3 == 0 ? 60000u : 300u)),
                                          static_cast<int>(random() % 4) - 2, "USD");
    values.push_back(claim.value);
  }
  for (const Value& a : values) {
    std::vector<SlipSignature> x = SlipSignatures(a);
    for (const Value& b : values) {
      if (!IsOneSlip(a, b)) continue;
      ++slips;
      std::vector<SlipSignature> y = SlipSignatures(b);
      bool shared = std::ranges::any_of(x, [&](auto s) { return std::ranges::find(y, s) != y.end(); });
      EXPECT_TRUE(shared) << a.stated.ToString() << ' ' << b.stated.ToString();
      EXPECT_TRUE(IsOneSlip(b, a)) << a.stated.ToString() << ' ' << b.stated.ToString();
    }
  }
  EXPECT_GT(slips, 5000);
}

}  // namespace
}  // namespace tally
