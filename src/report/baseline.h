// tally-baseline.jsonl: findings that are known and accepted for now, so that only new ones fail. A JSON
// object a line, sorted:
//
//   {"fingerprint":"0f…","kind":"value_conflict","places":2,"headline":"…","documents":["a.md","b.md"]}
//
// The fingerprint is the finding's id, which stays when articles are moved, renamed or wrapped otherwise.
// `places` is the number of members: a further place that says the same wrong figure is new debt. Headline
// and documents are for the reader.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compare/finding.h"

namespace tally {

struct BaselineEntry {
  std::string fingerprint;
  std::string kind;
  std::size_t places = 0;
  std::string headline;
  std::vector<std::string> documents;  // sorted
};

// By fingerprint.
using Baseline = std::map<std::string, BaselineEntry>;

// Throws UserError with `name` and the line of what is wrong.
Baseline ParseBaseline(std::string_view text, const std::string& name);
std::string BaselineText(const Baseline& baseline);

// What findings would be accepted by. Findings of one fingerprint are one entry.
Baseline BaselineOf(const std::vector<const Finding*>& findings);

// True where the baseline accepts as much of the entry's fingerprint, or more.
bool Accepts(const Baseline& baseline, const BaselineEntry& entry);

}  // namespace tally
