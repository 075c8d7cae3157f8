// The JSON of a predicate, checked key by key. nlohmann/json keeps the last of two equal keys silently, so
// duplicates are caught in the parse callback.
#include "rules/load_predicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "base/fold.h"
#include "base/suggest.h"
#include "rules/json_places.h"

namespace tally {
namespace {

using Json = nlohmann::json;

std::string_view TypeWords(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object:
      return "an object {…}";
    case Json::value_t::array:
      return "a list […]";
    case Json::value_t::string:
      return "text";
    case Json::value_t::boolean:
      return "true or false";
    case Json::value_t::null:
      return "null";
    default:
      return "a number";
  }
}

// An object of the file, and the JSON pointer that leads to it.
struct Node {
  const Json& json;
  std::string pointer;
};

class Reader {
 public:
  Reader(const RuleFile& file, std::vector<RuleError>& errors) : file_(file), errors_(errors) {}

  // Of the value at a pointer, and of a key.
  void Error(std::string pointer, std::string message) {
    errors_.push_back({file_.name, 0, std::move(message), 0, std::move(pointer), false});
  }
  void KeyError(std::string pointer, std::string message) {
    errors_.push_back({file_.name, 0, std::move(message), 0, std::move(pointer), true});
  }

  void WrongType(const std::string& pointer, const std::string& key, std::string_view wanted,
                 const Json& got) {
    Error(pointer, fmt::format("'{}' wants {}, not {}", key, wanted, TypeWords(got)));
  }

  // Names each key that is not allowed.
  void CheckKeys(const Node& node, const std::string& where, const std::vector<std::string>& allowed) {
    for (const auto& [key, value] : node.json.items()) {
      if (std::ranges::find(allowed, key) != allowed.end()) continue;
      KeyError(Below(node, key), fmt::format("{}: unknown key '{}'; allowed: {}{}", where, key,
                                             fmt::join(allowed, ", "), DidYouMean(key, allowed)));
    }
  }

  std::string String(const Node& node, const char* key, std::string fallback = "") {
    auto found = node.json.find(key);
    if (found == node.json.end()) return fallback;
    if (found->is_string()) return found->get<std::string>();
    WrongType(Below(node, key), key, "text in quotes", *found);
    return fallback;
  }

  std::vector<std::string> Strings(const Node& node, const char* key, bool fold = false) {
    std::vector<std::string> list;
    auto found = node.json.find(key);
    if (found == node.json.end()) return list;
    if (!found->is_array()) {
      WrongType(Below(node, key), key, "a list of texts, [\"…\", \"…\"]", *found);
      return list;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
      const Json& item = (*found)[i];
      if (!item.is_string()) {
        WrongType(fmt::format("{}/{}", Below(node, key), i), key, "texts only", item);
        continue;
      }
      list.push_back(fold ? Fold(item.get<std::string>()) : item.get<std::string>());
    }
    return list;
  }

  long Integer(const Node& node, const char* key, long fallback) {
    auto found = node.json.find(key);
    if (found == node.json.end()) return fallback;
    if (found->is_number_integer()) return found->get<long>();
    WrongType(Below(node, key), key, "a whole number", *found);
    return fallback;
  }

  bool Bool(const Node& node, const char* key, bool fallback) {
    auto found = node.json.find(key);
    if (found == node.json.end()) return fallback;
    if (found->is_boolean()) return found->get<bool>();
    WrongType(Below(node, key), key, "true or false", *found);
    return fallback;
  }

  // One of the allowed words, as its index; `fallback` where the key is absent.
  std::size_t Choice(const Node& node, const char* key, const std::vector<std::string>& allowed,
                     std::size_t fallback) {
    std::string word = String(node, key, allowed[fallback]);
    auto found = std::ranges::find(allowed, word);
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    Error(Below(node, key), fmt::format("'{}' is '{}'; allowed: {}{}", key, word, fmt::join(allowed, ", "),
                                        DidYouMean(word, allowed)));
    return fallback;
  }

  // A list of words of which each must be allowed.
  std::vector<std::string> Choices(const Node& node, const char* key,
                                   const std::vector<std::string>& allowed) {
    std::vector<std::string> words = Strings(node, key);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (std::ranges::find(allowed, words[i]) != allowed.end()) continue;
      Error(fmt::format("{}/{}", Below(node, key), i),
            fmt::format("'{}' holds '{}'; allowed: {}{}", key, words[i], fmt::join(allowed, ", "),
                        DidYouMean(words[i], allowed)));
    }
    return words;
  }

  // The objects of a list: "cues", "examples".
  std::vector<Node> Objects(const Node& node, const char* key) {
    std::vector<Node> objects;
    auto found = node.json.find(key);
    if (found == node.json.end()) return objects;
    if (!found->is_array()) {
      WrongType(Below(node, key), key, "a list of objects, [{…}, {…}]", *found);
      return objects;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
      std::string pointer = fmt::format("{}/{}", Below(node, key), i);
      if ((*found)[i].is_object()) {
        objects.push_back({(*found)[i], std::move(pointer)});
      } else {
        WrongType(pointer, key, "objects {…} only", (*found)[i]);
      }
    }
    return objects;
  }

  // The object at a key, where there is one.
  std::optional<Node> Object(const Node& node, const char* key) {
    auto found = node.json.find(key);
    if (found == node.json.end()) return std::nullopt;
    if (found->is_object()) return Node{*found, Below(node, key)};
    WrongType(Below(node, key), key, "an object {…}", *found);
    return std::nullopt;
  }

  // The parsed file; null (with the errors kept) where it is not one JSON object. Equal keys are told with
  // the places of both.
  Json Parse() {
    bool twice = false;
    std::vector<std::set<std::string>> keys;
    Json::parser_callback_t watch = [&](int, Json::parse_event_t event, Json& parsed) {
      if (event == Json::parse_event_t::object_start) keys.emplace_back();
      if (event == Json::parse_event_t::object_end) keys.pop_back();
      if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second)
        twice = true;
      return true;
    };
    Json root = Json::parse(file_.content, watch, false);
    if (root.is_discarded() || twice) TellFaults();
    if (root.is_discarded()) return nullptr;
    if (root.is_object()) return root;
    Error("", fmt::format("a predicate file is one JSON object {{…}}, not {}", TypeWords(root)));
    return nullptr;
  }

  static std::string Below(const Node& node, std::string_view key) {
    std::string pointer = node.pointer + "/";
    for (char c : key) {
      if (c == '~') pointer += "~0";
      if (c == '/') pointer += "~1";
      if (c != '~' && c != '/') pointer += c;
    }
    return pointer;
  }

 private:
  void TellFaults() {
    JsonPlaces places = FindJsonPlaces(file_.content);
    for (const JsonPlaces::Duplicate& d : places.duplicates) {
      errors_.push_back(
          {file_.name, d.again.line,
           fmt::format("the key '{}' stands twice, first in line {}; keep one of them", d.key, d.first.line),
           d.again.column});
    }
    if (places.fault)
      errors_.push_back(
          {file_.name, places.fault->place.line, places.fault->message, places.fault->place.column});
  }

  const RuleFile& file_;
  std::vector<RuleError>& errors_;
};

const std::vector<std::string> kDimensions = {"number", "money",    "percent", "ratio",
                                              "count",  "duration", "date",    "rate"};
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
  cue.dimensions = reader.Choices(node, "dimensions", kDimensions);
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
    reader.CheckKeys(*name, "name", {"en", "zh"});
    rule.name_en = reader.String(*name, "en");
    rule.name_zh = reader.String(*name, "zh");
  }
  if (rule.name_en.empty() || rule.name_zh.empty())
    reader.Error("/name", "'name' wants {\"en\": …, \"zh\": …}");
  rule.dimensions = reader.Choices(root, "dimensions", kDimensions);
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
  rule.draft = reader.Bool(root, "draft", false);
  rule.compared = reader.Bool(root, "compared", true) && !rule.draft;
}

}  // namespace

void LoadPredicate(const RuleFile& file, const std::string& id, std::vector<PredicateRule>& predicates,
                   std::vector<RuleError>& errors) {
  std::size_t before = errors.size();
  Reader reader(file, errors);
  Json json = reader.Parse();
  if (!json.is_object()) return;
  Node root{json, ""};
  reader.CheckKeys(root, "predicate",
                   {"id",    "name",    "family", "dimensions", "units",   "number_unit", "part",
                    "per",   "time",    "grows",  "key",        "needs",   "compared",    "compared_as",
                    "draft", "subject", "object", "cues",       "phrases", "examples",    "note"});
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
