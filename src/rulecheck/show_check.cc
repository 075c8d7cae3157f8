#include "rulecheck/show_check.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace tally {
namespace {

std::string_view Selection(ClaimSelection::Kind kind) {
  switch (kind) {
    case ClaimSelection::Kind::kNone:
      return "";
    case ClaimSelection::Kind::kTranches:
      return "of claims, a cumulative total and its dated or numbered parts";
    case ClaimSelection::Kind::kConversions:
      return "amounts with what the text says that they are in another currency, two by two";
    case ClaimSelection::Kind::kBreakdowns:
      return "lists of parts that follow a total";
  }
  return "";
}

std::string ListLine(std::string_view name, const std::vector<std::string>& words) {
  return words.empty() ? "" : fmt::format("{}: {}\n", name, fmt::join(words, ", "));
}

std::string RoleLine(const CheckRole& role) {
  std::string line = fmt::format(
      "role {}{}: {}", role.name, role.many ? " (a list)" : "",
      role.dimensions.empty() ? "any figure" : fmt::format("{}", fmt::join(role.dimensions, ", ")));
  auto add = [&](std::string_view name, const std::vector<std::string>& values) {
    if (!values.empty()) line += fmt::format("; {}: {}", name, fmt::join(values, ", "));
  };
  add("in", role.units);
  add("not in", role.not_units);
  add("read as", role.rules);
  add("not read as", role.not_rules);
  add("stage", role.stages);
  add("change", role.changes);
  return line + "\n";
}

std::string RelationLines(const CheckRelation& relation) {
  std::string lines;
  for (const CheckEquation& equation : relation.holds)
    lines += fmt::format("{}: {}\n", lines.empty() ? "holds" : "  or", equation.source);
  if (relation.slack != 0) lines += fmt::format("  slack: {} %\n", relation.slack);
  return lines + fmt::format("  where it fails: a conflict of {} %{}\n", relation.confidence,
                             relation.weak ? ", of low severity" : "");
}

std::string ExampleLine(const CheckExample& example) {
  std::string line = fmt::format("{}: {}", example.finds ? "finds" : "quiet", example.text);
  if (!example.quote.empty()) line += fmt::format(" -> \"{}\"", example.quote);
  if (!example.arithmetic.empty()) line += fmt::format(" by \"{}\"", example.arithmetic);
  return line + "\n";
}

}  // namespace

std::string ShowCheck(const CheckRule& check) {
  std::string text = fmt::format("{} ({}, {}), {}{}\n", check.id, check.name_en, check.name_zh, check.file,
                                 check.draft ? ", draft" : "");
  for (const CheckRole& role : check.roles) text += RoleLine(role);
  for (const CheckPattern& pattern : check.patterns) text += fmt::format("pattern: {}\n", pattern.source);
  if (check.claims.kind != ClaimSelection::Kind::kNone)
    text += fmt::format("found without a pattern: {}\n", Selection(check.claims.kind));
  text += ListLine("claims that share", check.claims.same);
  text += ListLine("only in a sentence with", check.with);
  text += ListLine("not in a sentence with", check.without);
  text += ListLine("the same in all figures", check.same);
  text += ListLine("no other figures of", check.only);
  if (check.mixes_plans) text += "plans may stand beside facts\n";
  for (const CheckRelation& relation : check.relations) text += RelationLines(relation);
  for (const CheckExample& example : check.examples) text += ExampleLine(example);
  return text;
}

}  // namespace tally
