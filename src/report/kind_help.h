// What a kind of finding means, for an author who has not met it: shown by code hosts beside an alert.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/finding.h"

namespace tally {

struct KindHelp {
  FindingKind kind;
  std::string_view what;     // one sentence: what was found
  std::string_view why;      // why it is worth a look
  std::string_view example;  // two sides that give it
  std::string_view remedy;   // what to do about it
};

// Every kind once, in the order of FindingKind.
const std::vector<KindHelp>& KindHelps();

// The help of a kind as plain text and as Markdown. Without links.
std::string HelpText(const KindHelp& help);
std::string HelpMarkdown(const KindHelp& help);

}  // namespace tally
