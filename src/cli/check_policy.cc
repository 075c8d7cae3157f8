#include "cli/check_policy.h"

#include <algorithm>
#include <filesystem>

namespace tally {
namespace {

namespace fs = std::filesystem;

// As the globs of the configuration see it: from its folder.
std::string FromFolder(const std::string& document, const std::string& folder) {
  std::error_code error;
  fs::path base = fs::absolute(folder.empty() ? "." : folder, error).lexically_normal();
  fs::path path = fs::absolute(document, error).lexically_normal();
  return error ? document : path.lexically_relative(base).generic_string();
}

}  // namespace

CheckPolicy::CheckPolicy(const Config& config) : config_(config) {
  for (const ConfigOverride& override : config.overrides) {
    overrides_.push_back({{}, &override});
    for (const std::string& path : override.paths) overrides_.back().paths.emplace_back(path);
  }
}

bool CheckPolicy::Admit(Finding& finding) const {
  std::string key = "severity." + std::string(FindingKindName(finding.kind));
  std::string severity = config_.Text(key);
  if (severity.empty()) return true;
  if (severity == "off") return false;
  finding.severity = *SeverityFromName(severity);
  finding.severity_reason = config_.file + ": " + key;
  return true;
}

bool CheckPolicy::Matches(const Override& override, const std::string& document) const {
  std::string path = FromFolder(document, config_.folder);
  return std::ranges::any_of(override.paths, [&](const Glob& glob) { return glob.Matches(path); });
}

bool CheckPolicy::IsOff(FindingKind kind, const std::string& document) const {
  return std::ranges::any_of(overrides_, [&](const Override& override) {
    const std::vector<std::string>& off = override.says->off;
    bool named = std::ranges::find(off, FindingKindName(kind)) != off.end();
    return named && Matches(override, document);
  });
}

std::optional<Severity> CheckPolicy::FailLevel(const std::string& document,
                                               std::optional<Severity> otherwise) const {
  std::optional<Severity> level = otherwise;
  for (const Override& override : overrides_) {
    if (override.says->fail_level && Matches(override, document))
      level = SeverityFromName(*override.says->fail_level);
  }
  return level;
}

Home CheckPolicy::HomeOf(const std::string& document) const {
  Home home{config_.Text("currency"), config_.Text("time_zone")};
  for (const Override& override : overrides_) {
    const ConfigOverride& says = *override.says;
    if ((!says.currency && !says.time_zone) || !Matches(override, document)) continue;
    home.currency = says.currency.value_or(home.currency);
    home.time_zone = says.time_zone.value_or(home.time_zone);
  }
  return home;
}

void ApplyToRules(const Config& config, RuleSet& rules) {
  for (const auto& [name, number] : config.Below("thresholds.")) {
    auto known = std::ranges::find(kThresholdNames, name, &ThresholdName::name);
    if (known != kThresholdNames.end()) rules.thresholds.*(known->number) = std::stoi(number);
  }
  for (const auto& [name, rank] : config.Below("sources.")) {
    auto known = std::ranges::find(kSourceRankNames, rank);
    rules.source_ranks.Add(name, static_cast<SourceRank>(known - kSourceRankNames.begin()));
  }
}

}  // namespace tally
