#include "rulecheck/check_examples.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/read_document.h"
#include "rulecheck/check_findings.h"

namespace tally {
namespace {

// What an example may say of a claim; empty parts are left open.
struct Facts {
  std::string quote;
  std::string subject;
  std::string object;
  std::string period;
  std::string modality;

  std::string ToString() const {
    std::string text = quote.empty() ? "a claim" : fmt::format("\"{}\"", quote);
    auto add = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) text += fmt::format(" {}={}", name, value);
    };
    add("subject", subject);
    add("object", object);
    add("period", period);
    add("modality", modality);
    return text;
  }
};

Facts WantedBy(const RuleExample& example) {
  return {example.quote, example.subject, example.object, example.period, example.modality};
}

// Of a claim, what the example speaks of, so that `got` reads beside `expected`.
Facts FactsOf(const Claim& claim, const Facts& wanted) {
  Facts facts;
  facts.quote = claim.quote;
  if (!wanted.subject.empty()) facts.subject = claim.subject ? claim.subject->id : "none";
  if (!wanted.object.empty()) facts.object = claim.object ? claim.object->id : "none";
  if (!wanted.period.empty()) facts.period = claim.period ? claim.period->ToString() : "none";
  if (!wanted.modality.empty()) facts.modality = ModalityName(claim.modality);
  return facts;
}

bool Satisfies(const Claim& claim, const Facts& wanted) {
  Facts facts = FactsOf(claim, wanted);
  if (wanted.quote.empty()) facts.quote.clear();
  return facts.ToString() == wanted.ToString();
}

// The claims of the predicate; where there are none, what became of the figures instead.
std::string Describe(const std::vector<Claim>& claims, const std::string& predicate, const Facts& wanted) {
  std::string own;
  std::string others;
  for (const Claim& claim : claims) {
    if (claim.rule_id() == predicate) {
      own += (own.empty() ? "" : "; ") + FactsOf(claim, wanted).ToString();
    } else {
      others += fmt::format("{}\"{}\" as {}", others.empty() ? "" : "; ", claim.quote,
                            claim.claimed() ? claim.rule_id() : DimensionName(claim.value.dimension));
    }
  }
  if (!own.empty()) return own;
  return others.empty() ? "no figure" : fmt::format("no claim ({})", others);
}

ExampleResult CheckOne(const PredicateRule& rule, std::size_t index, const Extractor& extractor,
                       const DocumentWords& words) {
  const RuleExample& example = rule.examples[index];
  Facts wanted = WantedBy(example);
  std::vector<Claim> claims = extractor.Read(ExampleDocument(example.text, words)).claims;
  bool fired = std::ranges::any_of(claims, [&](const Claim& claim) {
    return claim.rule_id() == rule.id && (!example.fires || Satisfies(claim, wanted));
  });
  ExampleResult result{rule.id, rule.file, index + 1, example.text, fired == example.fires, "", ""};
  result.expected = example.fires ? wanted.ToString() : "no claim";
  result.got = Describe(claims, rule.id, wanted);
  return result;
}

}  // namespace

Document ExampleDocument(const std::string& text, const DocumentWords& words) {
  Document document = ReadDocument("example.txt", text, words);
  Publication& publication = document.publication;
  if (!publication.date || publication.date_estimated) publication.date = MakeDay(2025, 5, 8);
  publication.date_estimated = false;
  return document;
}

std::string ExampleResult::ToString() const {
  return fmt::format("{}: example {} (\"{}\"): expected {}, got {}", file, number, text, expected, got);
}

std::vector<ExampleResult> CheckExamples(const RuleSet& rules, const Extractor& extractor,
                                         const DocumentWords& words) {
  std::vector<ExampleResult> results;
  for (const PredicateRule& rule : rules.predicates) {
    for (std::size_t i = 0; i < rule.examples.size(); ++i)
      results.push_back(CheckOne(rule, i, extractor, words));
  }
  AddCheckExamples(rules, extractor, words, results);
  return results;
}

}  // namespace tally
