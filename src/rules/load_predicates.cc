// The JSON of a predicate, checked key by key.
#include "rules/load_predicates.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/rule_reader.h"

namespace tally {
namespace {

using Node = RuleNode;
using Reader = RuleReader;

const std::vector<std::string> kKinds = {"company", "organization", "person", "product",
                                         "event",   "programme",    "place",  "media"};

SlotRule ReadSlot(Reader& reader, const Node& root, const char* key) {
  SlotRule slot;
  auto node = reader.Object(root, key);
  if (!node) return slot;
  reader.CheckKeys(*node, key, {"kinds", "required", "where"});
  slot.kinds = reader.Choices(*node, "kinds", kKinds);
  slot.required = reader.Bool(*node, "required", false);
  slot.where =
      reader.Choices(*node, "where", {"before", "after", "sentence", "noun", "topic", "document", "cue"});
  return slot;
}

CueRule ReadCue(Reader& reader, const Node& node) {
  reader.CheckKeys(node, "cues",
                   {"words", "not", "without", "with", "value", "within", "event", "stage", "object", "per",
                    "changed", "dimensions", "units", "subject_kinds", "weight"});
  CueRule cue;
  cue.words = reader.Strings(node, "words", true);
  cue.not_words = reader.Strings(node, "not", true);
  cue.without = reader.Strings(node, "without", true);
  cue.with = reader.Strings(node, "with", true);
  cue.value = static_cast<Side>(reader.Choice(node, "value", {"before", "after", "either"}, 2));
  cue.within = static_cast<std::size_t>(std::max(0L, reader.Integer(node, "within", 24)));
  cue.event = reader.String(node, "event");
  cue.stage = reader.String(node, "stage");
  cue.object = reader.String(node, "object");
  cue.per = reader.String(node, "per");
  cue.changed = reader.Bool(node, "changed", false);
  cue.dimensions = reader.Choices(node, "dimensions", kRuleDimensions);
  cue.units = reader.Strings(node, "units");
  cue.subject_kinds = reader.Choices(node, "subject_kinds", kKinds);
  cue.weight = static_cast<int>(reader.Integer(node, "weight", 0));
  return cue;
}

RuleExample ReadExample(Reader& reader, const Node& node) {
  reader.CheckKeys(node, "examples", {"text", "fires", "quote", "subject", "object", "period", "modality"});
  RuleExample example;
  example.text = reader.String(node, "text");
  example.fires = reader.Bool(node, "fires", true);
  example.quote = reader.String(node, "quote");
  example.subject = reader.String(node, "subject");
  example.object = reader.String(node, "object");
  example.period = reader.String(node, "period");
  example.modality = reader.String(node, "modality");
  if (example.text.empty()) reader.Error(node.pointer, "an example wants a 'text'");
  return example;
}

// What the rule is called and which figures it takes.
void ReadHead(Reader& reader, const Node& root, PredicateRule& rule) {
  rule.id = reader.String(root, "id");
  rule.families = reader.Strings(root, "family");
  if (auto name = reader.Object(root, "name")) {
    reader.CheckKeys(*name, "name", {"en", "zh", "zh-Hant"});
    rule.name_en = reader.String(*name, "en");
    rule.name_zh = reader.String(*name, "zh");
    rule.name_zh_hant = reader.String(*name, "zh-Hant", rule.name_zh);
  }
  if (rule.name_en.empty() || rule.name_zh.empty())
    reader.Error("/name", "'name' wants {\"en\": …, \"zh\": …}");
  rule.dimensions = reader.Choices(root, "dimensions", kRuleDimensions);
  if (rule.dimensions.empty()) reader.Error("/dimensions", "'dimensions' wants at least one");
  rule.units = reader.Strings(root, "units");
  rule.number_unit = reader.String(root, "number_unit");
  rule.part = reader.Bool(root, "part", false);
  rule.per = reader.Choices(root, "per", {"share", "person"});
  rule.time = static_cast<TimeKind>(reader.Choice(root, "time", {"event", "state", "period", "timeless"}, 1));
  const std::vector<std::string> parts = {"subject", "object",   "event", "stage",
                                          "unit",    "document", "noun",  "counted"};
  rule.key = reader.Choices(root, "key", parts);
  rule.needs = reader.Choices(root, "needs", parts);
  rule.compared_as = reader.String(root, "compared_as");
  rule.grows = reader.Bool(root, "grows", false);
  rule.recurs = reader.Bool(root, "recurs", false);
  rule.changes_daily = reader.Strings(root, "changes_daily");
  rule.draft = reader.Bool(root, "draft", false);
  rule.compared = reader.Bool(root, "compared", true) && !rule.draft;
}

}  // namespace

void LoadPredicate(const RuleFile& file, const std::string& id, std::vector<PredicateRule>& predicates,
                   std::vector<RuleError>& errors) {
  std::size_t before = errors.size();
  Reader reader(file, errors);
  nlohmann::json json = reader.Parse("a predicate file");
  if (!json.is_object()) return;
  Node root{json, ""};
  reader.CheckKeys(
      root, "predicate",
      {"id",    "name",    "family", "dimensions",    "units",   "number_unit", "part",     "per",
       "time",  "grows",   "recurs", "changes_daily", "key",     "needs",       "compared", "compared_as",
       "draft", "subject", "object", "cues",          "phrases", "examples",    "note"});
  PredicateRule rule;
  rule.file = file.name;
  ReadHead(reader, root, rule);
  if (rule.id != id) reader.Error("/id", fmt::format("the id '{}' is not the file's name '{}'", rule.id, id));
  reader.String(root, "note");
  rule.subject = ReadSlot(reader, root, "subject");
  rule.object = ReadSlot(reader, root, "object");
  for (const Node& cue : reader.Objects(root, "cues")) rule.cues.push_back(ReadCue(reader, cue));
  rule.phrases = reader.Strings(root, "phrases", true);
  for (const Node& example : reader.Objects(root, "examples"))
    rule.examples.push_back(ReadExample(reader, example));
  auto fires = std::ranges::count_if(rule.examples, [](const RuleExample& e) { return e.fires; });
  auto quiet = static_cast<long>(rule.examples.size()) - fires;
  if (fires < 2 || quiet < 1) {
    reader.KeyError("/examples", fmt::format("a rule carries at least two examples that fire and one that "
                                             "must not; here are {} and {}",
                                             fires, quiet));
  }
  if (errors.size() == before) predicates.push_back(std::move(rule));
}

}  // namespace tally
