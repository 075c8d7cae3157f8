#include "rulecheck/check_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/compare.h"

namespace tally {
namespace {

bool Shows(const Finding& finding, const CheckExample& example) {
  bool quoted = example.quote.empty() ||
                std::ranges::find(finding.members, example.quote, &Claim::quote) != finding.members.end();
  bool reckoned =
      example.arithmetic.empty() || std::ranges::any_of(finding.arithmetic, [&](const std::string& line) {
        return line.find(example.arithmetic) != std::string::npos;
      });
  return quoted && reckoned;
}

std::string Wanted(const CheckExample& example) {
  if (!example.finds) return "no finding";
  std::string text = "a finding";
  if (!example.quote.empty()) text += fmt::format(" with \"{}\"", example.quote);
  if (!example.arithmetic.empty()) text += fmt::format(" by \"{}\"", example.arithmetic);
  return text;
}

// What the check found; where it found nothing, the figures that it could have looked at.
std::string Got(const std::vector<Finding>& findings, const std::vector<Claim>& claims) {
  std::string text;
  for (const Finding& finding : findings) {
    text += (text.empty() ? "" : "; ") + finding.message;
    if (!finding.arithmetic.empty()) text += " (" + finding.arithmetic.front() + ")";
  }
  if (!text.empty()) return text;
  for (const Claim& claim : claims)
    text += fmt::format("{}\"{}\" as {}", text.empty() ? "" : "; ", claim.quote, claim.rule_id());
  return text.empty() ? "no figure" : fmt::format("no finding ({})", text);
}

ExampleResult RunOne(const CheckRule& check, std::size_t index, const RuleSet& rules,
                     const Extractor& extractor, const DocumentWords& words) {
  const CheckExample& example = check.examples[index];
  Extraction extraction = extractor.Read(ExampleDocument(example.text, words));
  std::vector<Finding> findings = Compare({extraction.claims, {extraction.info}}, rules).findings;
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.kind != FindingKind::kDerivedConflict || finding.key.rule != check.id;
  });
  bool shown = std::ranges::any_of(findings, [&](const Finding& f) { return Shows(f, example); });
  bool passed = example.finds ? shown : findings.empty();
  return {check.id,
          check.file,
          index + 1,
          example.text,
          passed,
          Wanted(example),
          Got(findings, extraction.claims)};
}

}  // namespace

void AddCheckExamples(const RuleSet& rules, const Extractor& extractor, const DocumentWords& words,
                      std::vector<ExampleResult>& results) {
  for (const CheckRule& check : rules.checks) {
    for (std::size_t i = 0; i < check.examples.size(); ++i)
      results.push_back(RunOne(check, i, rules, extractor, words));
  }
}

}  // namespace tally
