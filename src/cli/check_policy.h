// What the configuration says of findings and articles: how severe a kind is, what is off where, which level
// fails where, and where articles are at home.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/config_file.h"
#include "compare/finding.h"
#include "document/home.h"
#include "input/glob.h"
#include "rules/rule_set.h"

namespace tally {

class CheckPolicy {
 public:
  explicit CheckPolicy(const Config& config);

  // Sets the severity that the kind has by the configuration. False where the kind is off.
  bool Admit(Finding& finding) const;
  // Off for articles like this one.
  bool IsOff(FindingKind kind, const std::string& document) const;
  // The level that holds for an article; `otherwise` where no override says one. nullopt: never fails.
  std::optional<Severity> FailLevel(const std::string& document, std::optional<Severity> otherwise) const;
  // What `currency` and `time_zone` say of an article.
  Home HomeOf(const std::string& document) const;

 private:
  struct Override {
    std::vector<Glob> paths;
    const ConfigOverride* says;
  };
  bool Matches(const Override& override, const std::string& document) const;

  const Config& config_;
  std::vector<Override> overrides_;
};

// [thresholds] and [sources].
void ApplyToRules(const Config& config, RuleSet& rules);

}  // namespace tally
