// The JSON of a check, checked key by key. The roles are read first: patterns, relations and messages speak
// of them.
#include "rules/load_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/check_expression.h"
#include "rules/check_pattern.h"
#include "rules/rule_reader.h"

namespace tally {
namespace {

const std::vector<std::string> kFunctionNames = {"sum", "span", "months", "years"};
const std::vector<std::string> kSameParts = {"rule", "subject", "object", "period", "unit", "narrowed"};

std::vector<CheckRole> ReadRoles(RuleReader& reader, const RuleNode& root) {
  std::vector<CheckRole> roles;
  auto node = reader.Object(root, "roles");
  if (!node) return roles;
  for (const auto& [name, value] : node->json.items()) {
    if (!value.is_object()) {
      reader.Error(RuleReader::Below(*node, name), fmt::format("the role '{}' wants an object {{…}}", name));
      continue;
    }
    RuleNode role_node{value, RuleReader::Below(*node, name)};
    reader.CheckKeys(role_node, "roles",
                     {"dimensions", "units", "not_units", "rules", "not_rules", "stages", "changes"});
    CheckRole role;
    role.name = name;
    role.dimensions = reader.Choices(role_node, "dimensions", kRuleDimensions);
    role.units = reader.Strings(role_node, "units");
    role.not_units = reader.Strings(role_node, "not_units");
    role.rules = reader.Strings(role_node, "rules");
    role.not_rules = reader.Strings(role_node, "not_rules");
    role.stages = reader.Strings(role_node, "stages");
    role.changes =
        reader.Choices(role_node, "changes", {"none", "increase", "decrease", "increase_to", "decrease_to"});
    if (std::ranges::find(kFunctionNames, name) != kFunctionNames.end()) {
      reader.KeyError(
          role_node.pointer,
          fmt::format("'{}' is what expressions call a function; give the role another name", name));
    }
    if (role.dimensions.empty())
      reader.Error(role_node.pointer, fmt::format("the role '{}' wants 'dimensions', at least one", name));
    roles.push_back(std::move(role));
  }
  if (roles.empty())
    reader.Error("/roles", "'roles' wants at least one role: {\"total\": {\"dimensions\": […]}}");
  return roles;
}

MessageTemplate ReadMessage(RuleReader& reader, const RuleNode& node, const char* language,
                            const std::vector<CheckRole>& roles) {
  std::string source = reader.String(node, language);
  std::string error;
  auto message = ParseMessageTemplate(source, roles, error);
  if (source.empty()) {
    error = fmt::format("'message' wants {{\"en\": …, \"zh\": …}}; '{}' is missing", language);
    message.reset();
  }
  if (!message) reader.Error(RuleReader::Below(node, language), error);
  return message.value_or(MessageTemplate());
}

void ReadEquation(RuleReader& reader, const std::string& pointer, const std::string& source,
                  const std::vector<CheckRole>& roles, CheckRelation& relation) {
  std::string error;
  auto equation = ParseCheckEquation(source, roles, error);
  if (!equation) reader.Error(pointer, error);
  if (equation) relation.holds.push_back(std::move(*equation));
}

CheckRelation ReadRelation(RuleReader& reader, const RuleNode& node, const std::vector<CheckRole>& roles) {
  reader.CheckKeys(node, "relations", {"holds", "or", "slack", "confidence", "weak", "message"});
  CheckRelation relation;
  ReadEquation(reader, RuleReader::Below(node, "holds"), reader.String(node, "holds"), roles, relation);
  std::vector<std::string> others = reader.Strings(node, "or");
  for (std::size_t i = 0; i < others.size(); ++i)
    ReadEquation(reader, fmt::format("{}/{}", RuleReader::Below(node, "or"), i), others[i], roles, relation);
  relation.slack = static_cast<int>(std::clamp(reader.Integer(node, "slack", 0), 0L, 100L));
  relation.confidence = static_cast<int>(std::clamp(reader.Integer(node, "confidence", 80), 5L, 100L));
  relation.weak = reader.Bool(node, "weak", false);
  auto message = reader.Object(node, "message");
  if (!message) {
    reader.Error(node.pointer, "a relation wants a 'message' {\"en\": …, \"zh\": …}");
    return relation;
  }
  reader.CheckKeys(*message, "message", {"en", "zh", "zh-Hant"});
  relation.message_en = ReadMessage(reader, *message, "en", roles);
  relation.message_zh = ReadMessage(reader, *message, "zh", roles);
  bool traditional = message->json.contains("zh-Hant");
  relation.message_zh_hant =
      traditional ? ReadMessage(reader, *message, "zh-Hant", roles) : relation.message_zh;
  return relation;
}

CheckExample ReadExample(RuleReader& reader, const RuleNode& node) {
  reader.CheckKeys(node, "examples", {"text", "finds", "quote", "arithmetic"});
  CheckExample example;
  example.text = reader.String(node, "text");
  example.finds = reader.Bool(node, "finds", true);
  example.quote = reader.String(node, "quote");
  example.arithmetic = reader.String(node, "arithmetic");
  if (example.text.empty()) reader.Error(node.pointer, "an example wants a 'text'");
  return example;
}

void ReadPatterns(RuleReader& reader, const RuleNode& root, CheckRule& rule) {
  std::vector<std::string> sources = reader.Strings(root, "patterns");
  for (std::size_t i = 0; i < sources.size(); ++i) {
    std::string error;
    auto pattern = ParseCheckPattern(sources[i], rule.roles, error);
    if (pattern) rule.patterns.push_back(std::move(*pattern));
    if (!pattern) reader.Error(fmt::format("/patterns/{}", i), error);
  }
}

bool Binds(const CheckPattern& pattern, std::size_t role) {
  return std::ranges::any_of(pattern.pieces, [&](const CheckPiece& piece) {
    return piece.kind == CheckPiece::Kind::kSlot && piece.role == role;
  });
}

bool BindsAll(const CheckPattern& pattern, const CheckRelation& relation) {
  std::vector<std::size_t> roles = RolesOf(relation.holds.front().left);
  for (std::size_t role : RolesOf(relation.holds.front().right)) roles.push_back(role);
  return std::ranges::all_of(roles, [&](std::size_t role) { return Binds(pattern, role); });
}

// A pattern that no relation can be tested on is a slip.
void CheckPatterns(RuleReader& reader, const CheckRule& rule) {
  for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
    bool tested = std::ranges::any_of(
        rule.relations, [&](const CheckRelation& relation) { return BindsAll(rule.patterns[i], relation); });
    if (!tested) {
      reader.Error(
          fmt::format("/patterns/{}", i),
          fmt::format("the pattern \"{}\" has not all roles of any relation", rule.patterns[i].source));
    }
  }
}

void CheckExamplesOf(RuleReader& reader, const CheckRule& rule) {
  auto finds = std::ranges::count_if(rule.examples, [](const CheckExample& e) { return e.finds; });
  auto silent = static_cast<long>(rule.examples.size()) - finds;
  if (finds >= 2 && silent >= 2) return;
  reader.KeyError("/examples",
                  fmt::format("a check carries at least two examples that give a finding and two "
                              "that must not; here are {} and {}",
                              finds, silent));
}

}  // namespace

void LoadCheck(const RuleFile& file, const std::string& id, std::vector<CheckRule>& checks,
               std::vector<RuleError>& errors) {
  std::size_t before = errors.size();
  RuleReader reader(file, errors);
  nlohmann::json json = reader.Parse("a check file");
  if (!json.is_object()) return;
  RuleNode root{json, ""};
  reader.CheckKeys(root, "check",
                   {"id", "name", "roles", "patterns", "claims", "with", "without", "same", "only",
                    "mixes_plans", "relations", "draft", "examples", "note"});
  CheckRule rule;
  rule.file = file.name;
  rule.id = reader.String(root, "id");
  if (rule.id != id) reader.Error("/id", fmt::format("the id '{}' is not the file's name '{}'", rule.id, id));
  if (auto name = reader.Object(root, "name")) {
    reader.CheckKeys(*name, "name", {"en", "zh", "zh-Hant"});
    rule.name_en = reader.String(*name, "en");
    rule.name_zh = reader.String(*name, "zh");
    rule.name_zh_hant = reader.String(*name, "zh-Hant", rule.name_zh);
  }
  if (rule.name_en.empty() || rule.name_zh.empty())
    reader.Error("/name", "'name' wants {\"en\": …, \"zh\": …}");
  reader.String(root, "note");
  rule.roles = ReadRoles(reader, root);
  ReadPatterns(reader, root, rule);
  rule.with = reader.Strings(root, "with", true);
  rule.without = reader.Strings(root, "without", true);
  rule.same = reader.Choices(root, "same", kSameParts);
  rule.only = reader.Choices(root, "only", kRuleDimensions);
  rule.mixes_plans = reader.Bool(root, "mixes_plans", false);
  rule.draft = reader.Bool(root, "draft", false);
  if (auto claims = reader.Object(root, "claims")) {
    reader.CheckKeys(*claims, "claims", {"find", "same"});
    rule.claims.kind = static_cast<ClaimSelection::Kind>(
        1 + reader.Choice(*claims, "find", {"tranches", "conversions", "breakdowns"}, 0));
    rule.claims.same = reader.Choices(*claims, "same", kSameParts);
  }
  for (const RuleNode& node : reader.Objects(root, "relations"))
    rule.relations.push_back(ReadRelation(reader, node, rule.roles));
  if (rule.relations.empty()) reader.Error("/relations", "'relations' wants at least one");
  for (const RuleNode& node : reader.Objects(root, "examples"))
    rule.examples.push_back(ReadExample(reader, node));
  if (!json.contains("patterns") && rule.claims.kind == ClaimSelection::Kind::kNone)
    reader.Error("/patterns", "a check wants 'patterns', or 'claims'");
  if (errors.size() == before) CheckPatterns(reader, rule);
  CheckExamplesOf(reader, rule);
  if (errors.size() == before) checks.push_back(std::move(rule));
}

}  // namespace tally
