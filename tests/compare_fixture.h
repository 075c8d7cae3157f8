// What the tests of the comparison share: a few typical rules, and findings on one line each.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "tests/claim_builder.h"
#include "tests/rules_fixture.h"

namespace tally {

using Claims = std::vector<Claim>;

inline PredicateRule Rule(const std::string& id, TimeKind time, std::vector<std::string> key,
                          std::vector<std::string> needs) {
  PredicateRule rule;
  rule.id = id;
  rule.name_en = id;
  rule.time = time;
  rule.key = std::move(key);
  rule.needs = std::move(needs);
  return rule;
}

inline const RuleSet& Rules() {
  static const RuleSet rules = [] {
    RuleSet set;
    using enum TimeKind;
    set.predicates = {
        Rule("acquisition_price", kEvent, {"subject", "object"}, {"subject", "object"}),
        Rule("capex", kPeriod, {"subject"}, {"subject"}),
        Rule("count", kState, {"subject", "object", "unit"}, {"subject"}),
        Rule("duration", kTimeless, {"subject", "object"}, {"subject"}),
        Rule("equity_share", kState, {"subject", "object"}, {"subject", "object"}),
        Rule("event_date", kEvent, {"subject", "object", "event"}, {"subject", "event"}),
        Rule("investment", kEvent, {"subject", "object", "stage"}, {"subject", "object"}),
        Rule("price", kTimeless, {"subject"}, {"subject"}),
        Rule("publish_date", kEvent, {"document"}, {"document"}),
        Rule("ratio", kTimeless, {"subject", "object"}, {"subject"}),
    };
    set.predicates[8].compared = false;
    set.thresholds = TestRules().thresholds;
    for (const char* list : {"earlier_figures", "event_recurrence", "generic_counts", "messages_zh_hans",
                             "messages_zh_hant", "rectifications"})
      set.words[list] = TestRules().words.at(list);
    for (const char* word : {"has", "已"}) set.words["completed"].lexicon.Add(word, 0);
    set.words["completed"].lexicon.Freeze();
    return set;
  }();
  return rules;
}

inline std::vector<Finding> FindingsOf(const Claims& claims, std::vector<DocumentInfo> documents = {}) {
  return Compare({claims, std::move(documents)}, Rules()).findings;
}

// "conflict/value_conflict: a | b": verdict, kind, and the labels of the readings; a line a finding.
inline std::string Summary(const std::vector<Finding>& findings) {
  const std::map<FindingKind, std::string> kinds = {{FindingKind::kValueConflict, "value_conflict"},
                                                    {FindingKind::kMagnitudeConflict, "magnitude_conflict"},
                                                    {FindingKind::kCurrencyConflict, "currency_conflict"},
                                                    {FindingKind::kCurrencyUnstated, "currency_unstated"},
                                                    {FindingKind::kCurrencyConflict, "currency_conflict"},
                                                    {FindingKind::kPartyConflict, "party_conflict"},
                                                    {FindingKind::kStatusConflict, "status_conflict"},
                                                    {FindingKind::kDateConflict, "date_conflict"},
                                                    {FindingKind::kDerivedConflict, "derived_conflict"},
                                                    {FindingKind::kSuperseded, "superseded"},
                                                    {FindingKind::kRevised, "revised"},
                                                    {FindingKind::kCorroboration, "corroboration"}};
  std::string text;
  for (const Finding& finding : findings) {
    text += (text.empty() ? "" : "\n") + kinds.at(finding.kind) + ":";
    for (const Reading& reading : finding.readings) {
      text += " " + reading.label + " x" + std::to_string(reading.members.size()) + ";";
    }
  }
  return text;
}
inline std::string Summary(const Claims& claims) { return Summary(FindingsOf(claims)); }

inline bool HasCause(const Finding& finding, const std::string& id, const std::string& words = "") {
  return std::ranges::any_of(finding.causes, [&](const Cause& cause) {
    return cause.id == id && cause.text.find(words) != std::string::npos;
  });
}

inline ClaimBuilder Investment(const std::string& doc) {
  return ClaimBuilder(doc).About("investment", "microsoft", "openai");
}
inline ClaimBuilder Capex(const std::string& doc) { return ClaimBuilder(doc).About("capex", "microsoft"); }
inline ClaimBuilder Stake(const std::string& doc) {
  return ClaimBuilder(doc).About("equity_share", "microsoft", "openai");
}
inline ClaimBuilder Price(const std::string& doc) { return ClaimBuilder(doc).About("price", "widget"); }
inline ClaimBuilder Joining(const std::string& doc) {
  return ClaimBuilder(doc).About("event_date", "nadella", "microsoft").Event("join");
}

inline const Interval kBillions = {Number("2", 9), Number("9.9", 9)};
inline const Interval kHundredBillions = {Number("1", 11), Number("9.99", 11)};

inline Claims InvestmentClaims() {
  return {
      Investment("a.md").Title().Quote("千億").Vague(kHundredBillions, "").AsOf("2025-05-08"),
      Investment("a.md").Quote("數十億美元").Vague(kBillions, "USD").AsOf("2025-05-08"),
      Investment("b.txt").Quote("130 億美元").Money("130", 8, "USD").AsOf("2025-03-07"),
      Investment("b.txt").Quote("130 億美元").Money("130", 8, "USD").AsOf("2025-03-07"),
      Investment("b.txt")
          .Quote("10 億美元")
          .Money("10", 8, "USD")
          .During(DateRange::Months(2019, 7, 7))
          .AsOf("2025-03-07"),
      Investment("b.txt")
          .Quote("10 億美元")
          .Money("10", 8, "USD")
          .During(DateRange::Year(2019))
          .AsOf("2025-03-07"),
      Investment("b.txt")
          .Quote("約 100 億美元")
          .Money("100", 8, "USD")
          .During(DateRange::Months(2023, 1, 3))
          .AsOf("2025-03-07"),
      Investment("c.txt").Quote("数十亿美金").Vague(kBillions, "USD").AsOf("2025-05-05"),
  };
}

}  // namespace tally
