// A finding: a verdict on claims that share a key, with its reason.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace tally {

enum class FindingKind : std::uint8_t {
  kValueConflict,
  kMagnitudeConflict,
  kCurrencyConflict,
  kCurrencyUnstated,
  kDateConflict,
  kPartyConflict,
  kStatusConflict,
  kDerivedConflict,
  kSuperseded,
  kRevised,
  kCorroboration,
  // Of a tally-ignore in an article, not of a figure.
  kSuppressionMalformed,
  kSuppressionExpired,
  kSuppressionUnused,
};
enum class Verdict : std::uint8_t { kConflict, kSuperseded, kCorroboration, kNotice };
enum class Severity : std::uint8_t { kLow, kMedium, kHigh };
enum class Scope : std::uint8_t { kInternal, kCross };

// The stable ids of the output contract: "value_conflict", "conflict", "high", "internal", …
std::string_view FindingKindName(FindingKind kind);
std::string_view VerdictName(Verdict verdict);
std::string_view SeverityName(Severity severity);
std::string_view ScopeName(Scope scope);
// In the order of the enumerators.
std::span<const FindingKind> AllFindingKinds();
bool IsSuppressionKind(FindingKind kind);
std::optional<Severity> SeverityFromName(std::string_view name);

// A likely cause, best first, with its arithmetic in words.
struct Cause {
  std::string id;    // "currency_unstated", "factor_10", "rounding", …
  std::string text;  // "130 億 ÷ 13 億 = 10: billion read as 億"
};

// Claims of a finding that state the same thing.
struct Reading {
  std::string label;                 // normalised value: "USD 13,000,000,000"
  std::string detail;                // the intervals compared: "lenient [12500000000, 13500000000]"
  std::vector<std::size_t> members;  // indexes into Finding::members
  bool superseded = false;           // out of date: another reading of the finding took its place
};

// Documents that hold a text which another document of the finding holds too.
struct CopyCount {
  std::string of;         // the publication, or the file that stands for the copies
  std::size_t count = 0;  // without that one
};
// "copies: 2 of Example Daily, 1 of b.txt"; empty without copies.
std::string CopiesText(const std::vector<CopyCount>& copies);

struct Finding {
  std::string
      id;  // fingerprint of kind, key, values and sources: 16 hexadecimal digits; never of line numbers
  FindingKind kind = FindingKind::kValueConflict;
  Verdict verdict = Verdict::kConflict;
  Severity severity = Severity::kLow;
  std::string severity_reason;
  int confidence = 0;             // percent, 0..100
  std::string confidence_reason;  // what it rests on, and what was taken off
  Scope scope = Scope::kCross;
  ClaimKey key;
  std::string headline;                 // "Microsoft → OpenAI: investment"
  std::string message;                  // one sentence that an editor could send to an author
  std::vector<std::string> arithmetic;  // the comparisons, a line each
  std::vector<Cause> causes;
  std::vector<Reading> readings;
  std::vector<Claim> members;
  std::size_t independent_sources = 0;
  std::vector<CopyCount> copies;  // what independent_sources leaves out as copies
};

}  // namespace tally
