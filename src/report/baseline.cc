#include "report/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/suggest.h"
#include "report/json_text.h"

namespace tally {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> kKeys = {"fingerprint", "kind", "places", "headline", "documents"};
constexpr std::string_view kRemedy = "make it anew with tally baseline create";

void CheckKeys(const Json& json) {
  for (const auto& item : json.items()) {
    if (std::ranges::find(kKeys, item.key()) != kKeys.end()) continue;
    throw UserError(
        fmt::format("unknown key '{}'{}", item.key(), DidYouMean(item.key(), {kKeys.begin(), kKeys.end()})));
  }
}

bool IsFingerprint(const std::string& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

BaselineEntry ParseEntry(std::string_view line) {
  Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) throw UserError("not a JSON object");
  CheckKeys(json);
  try {
    BaselineEntry entry{json.at("fingerprint"), json.at("kind"), json.at("places"), json.at("headline"),
                        json.at("documents")};
    if (!IsFingerprint(entry.fingerprint))
      throw UserError(fmt::format("'{}' is no fingerprint of 16 hexadecimal digits", entry.fingerprint));
    return entry;
  } catch (const Json::exception&) {
    throw UserError("an entry needs fingerprint, kind, places (a number), headline and documents (a list)");
  }
}

}  // namespace

Baseline ParseBaseline(std::string_view text, const std::string& name) {
  Baseline baseline;
  for (std::size_t line = 1; !text.empty(); ++line) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view entry_text = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (entry_text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      BaselineEntry entry = ParseEntry(entry_text);
      std::string fingerprint = entry.fingerprint;
      if (!baseline.emplace(fingerprint, std::move(entry)).second)
        throw UserError(fmt::format("the fingerprint {} stands twice", fingerprint));
    } catch (const UserError& error) {
      throw UserError(fmt::format("{}:{}: {}; {}", name, line, error.what(), kRemedy));
    }
  }
  return baseline;
}

std::string BaselineText(const Baseline& baseline) {
  std::string text;
  for (const auto& [fingerprint, entry] : baseline) {
    Json json = {{"fingerprint", fingerprint},
                 {"kind", entry.kind},
                 {"places", entry.places},
                 {"headline", entry.headline},
                 {"documents", entry.documents}};
    text += DumpJson(json, -1) + "\n";
  }
  return text;
}

Baseline BaselineOf(const std::vector<const Finding*>& findings) {
  Baseline baseline;
  for (const Finding* finding : findings) {
    BaselineEntry& entry = baseline[finding->id];
    entry.fingerprint = finding->id;
    entry.kind = FindingKindName(finding->kind);
    entry.places += finding->members.size();
    if (entry.headline.empty()) entry.headline = finding->headline;
    for (const Claim& member : finding->members) entry.documents.push_back(member.doc);
    std::ranges::sort(entry.documents);
    entry.documents.erase(std::unique(entry.documents.begin(), entry.documents.end()), entry.documents.end());
  }
  return baseline;
}

bool Accepts(const Baseline& baseline, const BaselineEntry& entry) {
  auto accepted = baseline.find(entry.fingerprint);
  return accepted != baseline.end() && entry.places <= accepted->second.places;
}

}  // namespace tally
