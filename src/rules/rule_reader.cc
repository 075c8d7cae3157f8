#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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

}  // namespace

const std::vector<std::string> kRuleDimensions = {"number", "money",    "percent", "ratio",
                                                  "count",  "duration", "date",    "rate"};

void RuleReader::Error(std::string pointer, std::string message) {
  errors_.push_back({file_.name, 0, std::move(message), 0, std::move(pointer), false});
}

void RuleReader::KeyError(std::string pointer, std::string message) {
  errors_.push_back({file_.name, 0, std::move(message), 0, std::move(pointer), true});
}

void RuleReader::WrongType(const std::string& pointer, const std::string& key, std::string_view wanted,
                           const Json& got) {
  Error(pointer, fmt::format("'{}' wants {}, not {}", key, wanted, TypeWords(got)));
}

void RuleReader::CheckKeys(const RuleNode& node, const std::string& where,
                           const std::vector<std::string>& allowed) {
  for (const auto& [key, value] : node.json.items()) {
    if (std::ranges::find(allowed, key) != allowed.end()) continue;
    KeyError(Below(node, key), fmt::format("{}: unknown key '{}'; allowed: {}{}", where, key,
                                           fmt::join(allowed, ", "), DidYouMean(key, allowed)));
  }
}

std::string RuleReader::String(const RuleNode& node, const char* key, std::string fallback) {
  auto found = node.json.find(key);
  if (found == node.json.end()) return fallback;
  if (found->is_string()) return found->get<std::string>();
  WrongType(Below(node, key), key, "text in quotes", *found);
  return fallback;
}

std::vector<std::string> RuleReader::Strings(const RuleNode& node, const char* key, bool fold) {
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

long RuleReader::Integer(const RuleNode& node, const char* key, long fallback) {
  auto found = node.json.find(key);
  if (found == node.json.end()) return fallback;
  if (found->is_number_integer()) return found->get<long>();
  WrongType(Below(node, key), key, "a whole number", *found);
  return fallback;
}

bool RuleReader::Bool(const RuleNode& node, const char* key, bool fallback) {
  auto found = node.json.find(key);
  if (found == node.json.end()) return fallback;
  if (found->is_boolean()) return found->get<bool>();
  WrongType(Below(node, key), key, "true or false", *found);
  return fallback;
}

std::size_t RuleReader::Choice(const RuleNode& node, const char* key, const std::vector<std::string>& allowed,
                               std::size_t fallback) {
  std::string word = String(node, key, allowed[fallback]);
  auto found = std::ranges::find(allowed, word);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  Error(Below(node, key), fmt::format("'{}' is '{}'; allowed: {}{}", key, word, fmt::join(allowed, ", "),
                                      DidYouMean(word, allowed)));
  return fallback;
}

std::vector<std::string> RuleReader::Choices(const RuleNode& node, const char* key,
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

std::vector<RuleNode> RuleReader::Objects(const RuleNode& node, const char* key) {
  std::vector<RuleNode> objects;
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

std::optional<RuleNode> RuleReader::Object(const RuleNode& node, const char* key) {
  auto found = node.json.find(key);
  if (found == node.json.end()) return std::nullopt;
  if (found->is_object()) return RuleNode{*found, Below(node, key)};
  WrongType(Below(node, key), key, "an object {…}", *found);
  return std::nullopt;
}

nlohmann::json RuleReader::Parse(std::string_view what) {
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
  Error("", fmt::format("{} is one JSON object {{…}}, not {}", what, TypeWords(root)));
  return nullptr;
}

std::string RuleReader::Below(const RuleNode& node, std::string_view key) {
  std::string pointer = node.pointer + "/";
  for (char c : key) {
    if (c == '~') pointer += "~0";
    if (c == '/') pointer += "~1";
    if (c != '~' && c != '/') pointer += c;
  }
  return pointer;
}

void RuleReader::TellFaults() {
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

}  // namespace tally
