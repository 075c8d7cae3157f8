// The JSON of a predicate, checked key by key. nlohmann/json keeps the last of two equal keys silently, so
// duplicates are caught in the parse callback.
#include "rules/load_predicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "base/fold.h"

namespace tally {
namespace {

using Json = nlohmann::json;

class Reader {
 public:
  Reader(const RuleFile& file, std::vector<RuleError>& errors) : file_(file), errors_(errors) {}

  void Error(std::string message) { errors_.push_back({file_.name, 0, std::move(message)}); }

  // Names the first key that is not allowed.
  void CheckKeys(const Json& object, const std::string& where, const std::vector<std::string>& allowed) {
    for (const auto& [key, value] : object.items()) {
      if (std::ranges::find(allowed, key) == allowed.end()) {
        Error(fmt::format("{}: unknown key '{}'; allowed: {}", where, key, fmt::join(allowed, ", ")));
      }
    }
  }

  std::string String(const Json& object, const char* key, std::string fallback = "") {
    auto found = object.find(key);
    if (found == object.end()) return fallback;
    if (!found->is_string()) {
      Error(fmt::format("'{}' wants a string", key));
      return fallback;
    }
    return found->get<std::string>();
  }

  std::vector<std::string> Strings(const Json& object, const char* key, bool fold = false) {
    std::vector<std::string> list;
    auto found = object.find(key);
    if (found == object.end()) return list;
    if (!found->is_array()) {
      Error(fmt::format("'{}' wants a list of strings", key));
      return list;
    }
    for (const Json& item : *found) {
      if (!item.is_string()) {
        Error(fmt::format("'{}' wants strings only", key));
        continue;
      }
      list.push_back(fold ? Fold(item.get<std::string>()) : item.get<std::string>());
    }
    return list;
  }

  long Integer(const Json& object, const char* key, long fallback) {
    auto found = object.find(key);
    if (found == object.end()) return fallback;
    if (!found->is_number_integer()) {
      Error(fmt::format("'{}' wants a whole number", key));
      return fallback;
    }
    return found->get<long>();
  }

  bool Bool(const Json& object, const char* key, bool fallback) {
    auto found = object.find(key);
    if (found == object.end()) return fallback;
    if (!found->is_boolean()) Error(fmt::format("'{}' wants true or false", key));
    return found->is_boolean() ? found->get<bool>() : fallback;
  }

  // One of the allowed words, as its index; `fallback` where the key is absent.
  std::size_t Choice(const Json& object, const char* key, const std::vector<std::string>& allowed,
                     std::size_t fallback) {
    std::string word = String(object, key, allowed[fallback]);
    auto found = std::ranges::find(allowed, word);
    if (found == allowed.end()) {
      Error(fmt::format("'{}' is '{}'; allowed: {}", key, word, fmt::join(allowed, ", ")));
      return fallback;
    }
    return static_cast<std::size_t>(found - allowed.begin());
  }

  void CheckAll(const std::vector<std::string>& words, const char* key,
                const std::vector<std::string>& allowed) {
    for (const std::string& word : words) {
      if (std::ranges::find(allowed, word) == allowed.end()) {
        Error(fmt::format("'{}' holds '{}'; allowed: {}", key, word, fmt::join(allowed, ", ")));
      }
    }
  }

  // The parsed file; null (with an error kept) where it is not one JSON object without duplicate keys.
  Json Parse() {
    std::vector<std::set<std::string>> keys;
    Json::parser_callback_t watch = [&](int, Json::parse_event_t event, Json& parsed) {
      if (event == Json::parse_event_t::object_start) keys.emplace_back();
      if (event == Json::parse_event_t::object_end) keys.pop_back();
      if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second) {
        Error(fmt::format("the key '{}' stands twice", parsed.get<std::string>()));
      }
      return true;
    };
    try {
      Json root = Json::parse(file_.content, watch);
      if (root.is_object()) return root;
      Error("wants one JSON object");
    } catch (const Json::parse_error& error) {
      std::size_t line =
          1 +
          static_cast<std::size_t>(std::count(
              file_.content.begin(),
              file_.content.begin() + static_cast<long>(std::min(error.byte, file_.content.size())), '\n'));
      errors_.push_back({file_.name, line, "is not valid JSON here"});
    }
    return {};
  }

 private:
  const RuleFile& file_;
  std::vector<RuleError>& errors_;
};

const std::vector<std::string> kKinds = {"company", "organization", "person", "product",
                                         "event",   "programme",    "place",  "media"};

SlotRule ReadSlot(Reader& reader, const Json& root, const char* key) {
  SlotRule slot;
  auto found = root.find(key);
  if (found == root.end()) return slot;
  reader.CheckKeys(*found, key, {"kinds", "required", "where"});
  slot.kinds = reader.Strings(*found, "kinds");
  reader.CheckAll(slot.kinds, "kinds", kKinds);
  slot.required = reader.Bool(*found, "required", false);
  slot.where = reader.Strings(*found, "where");
  reader.CheckAll(slot.where, "where", {"before", "after", "sentence", "noun", "topic", "document", "cue"});
  return slot;
}

CueRule ReadCue(Reader& reader, const Json& json) {
  reader.CheckKeys(json, "cues",
                   {"words", "not", "without", "with", "value", "within", "event", "stage", "object", "per",
                    "subject_kinds", "weight"});
  CueRule cue;
  cue.words = reader.Strings(json, "words", true);
  cue.not_words = reader.Strings(json, "not", true);
  cue.without = reader.Strings(json, "without", true);
  cue.with = reader.Strings(json, "with", true);
  cue.value = static_cast<Side>(reader.Choice(json, "value", {"before", "after", "either"}, 2));
  cue.within = static_cast<std::size_t>(std::max(0L, reader.Integer(json, "within", 24)));
  cue.event = reader.String(json, "event");
  cue.stage = reader.String(json, "stage");
  cue.object = reader.String(json, "object");
  cue.per = reader.String(json, "per");
  cue.subject_kinds = reader.Strings(json, "subject_kinds");
  reader.CheckAll(cue.subject_kinds, "subject_kinds", kKinds);
  cue.weight = static_cast<int>(reader.Integer(json, "weight", 0));
  return cue;
}

void ReadExamples(Reader& reader, const Json& root, std::vector<RuleExample>& examples) {
  auto found = root.find("examples");
  if (found == root.end()) return;
  for (const Json& json : *found) {
    reader.CheckKeys(json, "examples", {"text", "fires", "quote", "subject", "object", "period", "modality"});
    RuleExample example;
    example.text = reader.String(json, "text");
    example.fires = reader.Bool(json, "fires", true);
    example.quote = reader.String(json, "quote");
    example.subject = reader.String(json, "subject");
    example.object = reader.String(json, "object");
    example.period = reader.String(json, "period");
    example.modality = reader.String(json, "modality");
    examples.push_back(std::move(example));
  }
}

}  // namespace

void LoadPredicate(const RuleFile& file, const std::string& id, std::vector<PredicateRule>& predicates,
                   std::vector<RuleError>& errors) {
  std::size_t before = errors.size();
  Reader reader(file, errors);
  Json root = reader.Parse();
  if (root.is_null()) return;
  reader.CheckKeys(root, "predicate",
                   {"id", "name", "dimensions", "units", "time", "key", "needs", "compared", "subject",
                    "object", "cues", "phrases", "examples", "note"});
  PredicateRule rule;
  rule.file = file.name;
  rule.id = reader.String(root, "id");
  if (rule.id != id) reader.Error(fmt::format("the id '{}' is not the file's name '{}'", rule.id, id));
  if (root.contains("name") && root["name"].is_object()) {
    rule.name_en = reader.String(root["name"], "en");
    rule.name_zh = reader.String(root["name"], "zh");
  }
  if (rule.name_en.empty() || rule.name_zh.empty()) reader.Error("'name' wants {\"en\": …, \"zh\": …}");
  rule.dimensions = reader.Strings(root, "dimensions");
  reader.CheckAll(rule.dimensions, "dimensions",
                  {"number", "money", "percent", "ratio", "count", "duration", "date", "rate"});
  if (rule.dimensions.empty()) reader.Error("'dimensions' wants at least one");
  rule.units = reader.Strings(root, "units");
  rule.time = static_cast<TimeKind>(reader.Choice(root, "time", {"event", "state", "period", "timeless"}, 1));
  rule.key = reader.Strings(root, "key");
  rule.needs = reader.Strings(root, "needs");
  const std::vector<std::string> parts = {"subject", "object", "event", "stage", "unit", "document", "noun"};
  reader.CheckAll(rule.key, "key", parts);
  reader.CheckAll(rule.needs, "needs", parts);
  rule.compared = reader.Bool(root, "compared", true);
  rule.subject = ReadSlot(reader, root, "subject");
  rule.object = ReadSlot(reader, root, "object");
  if (root.contains("cues")) {
    for (const Json& cue : root["cues"]) rule.cues.push_back(ReadCue(reader, cue));
  }
  rule.phrases = reader.Strings(root, "phrases", true);
  ReadExamples(reader, root, rule.examples);
  auto fires = std::ranges::count_if(rule.examples, [](const RuleExample& e) { return e.fires; });
  if (fires < 2 || fires == static_cast<long>(rule.examples.size())) {
    reader.Error("a rule carries at least two examples that fire and one that must not");
  }
  if (errors.size() == before) predicates.push_back(std::move(rule));
}

}  // namespace tally
