// Reads the JSON of a rule file key by key: unknown and duplicate keys, wrong types and wrong words are
// errors with their place and what would be right. nlohmann/json keeps the last of two equal keys silently,
// so duplicates are caught in the parse callback. One reader a file; what it appends to outlives it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "rules/rule_set.h"

namespace tally {

// An object of the file, and the JSON pointer that leads to it.
struct RuleNode {
  const nlohmann::json& json;
  std::string pointer;
};

class RuleReader {
 public:
  // Keeps references to both.
  RuleReader(const RuleFile& file, std::vector<RuleError>& errors) : file_(file), errors_(errors) {}

  // The parsed file; null (with the errors kept) where it is not one JSON object. Equal keys are told with
  // the places of both. `what`: "a predicate file".
  nlohmann::json Parse(std::string_view what);

  // Of the value at a pointer, and of a key.
  void Error(std::string pointer, std::string message);
  void KeyError(std::string pointer, std::string message);

  // Names each key that is not allowed.
  void CheckKeys(const RuleNode& node, const std::string& where, const std::vector<std::string>& allowed);

  // The value at a key, or what it is where the key is absent. A wrong type is an error, and read as absent.
  std::string String(const RuleNode& node, const char* key, std::string fallback = "");
  std::vector<std::string> Strings(const RuleNode& node, const char* key, bool fold = false);
  long Integer(const RuleNode& node, const char* key, long fallback);
  bool Bool(const RuleNode& node, const char* key, bool fallback);
  // One of the allowed words, as its index; `fallback` where the key is absent.
  std::size_t Choice(const RuleNode& node, const char* key, const std::vector<std::string>& allowed,
                     std::size_t fallback);
  // A list of words of which each must be allowed.
  std::vector<std::string> Choices(const RuleNode& node, const char* key,
                                   const std::vector<std::string>& allowed);
  // The objects of a list: "cues", "examples".
  std::vector<RuleNode> Objects(const RuleNode& node, const char* key);
  // The object at a key, where there is one.
  std::optional<RuleNode> Object(const RuleNode& node, const char* key);

  // The pointer of a key in a node.
  static std::string Below(const RuleNode& node, std::string_view key);

 private:
  void WrongType(const std::string& pointer, const std::string& key, std::string_view wanted,
                 const nlohmann::json& got);
  void TellFaults();

  const RuleFile& file_;
  std::vector<RuleError>& errors_;
};

// The words that several kinds of rule files use.
extern const std::vector<std::string> kRuleDimensions;

}  // namespace tally
