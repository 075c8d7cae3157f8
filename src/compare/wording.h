// The sentences of a finding. Plain text: whoever prints it escapes it for where it goes.
#pragma once

#include <string>
#include <vector>

#include "compare/readings.h"

namespace tally {

// "Microsoft → OpenAI: investment".
std::string Headline(const Claim& claim, const PredicateRule& rule, const Phrasebook& say);

// One sentence that an editor could send to an author.
std::string Message(const Draft& draft, FindingKind kind, const std::vector<ReadingGroup>& readings,
                    std::size_t sources, const std::vector<CopyCount>& copies, const Phrasebook& say);

// The comparisons, a line each: "130 億美元 = USD 13000000000; 數十億美元 = USD 2000000000 to 9900000000;
// 13000000000 > 9900000000".
std::vector<std::string> Arithmetic(const Draft& draft, const std::vector<ReadingGroup>& readings,
                                    const Phrasebook& say);

// The quote between “ and ”, on one line, malformed bytes replaced, long ones cut.
std::string Quoted(const Claim& claim);

// Messages name this many readings, and say how many more there are.
inline constexpr std::size_t kMaxNamedReadings = 4;
// A quote longer than this is a sentence, not a figure.
inline constexpr std::size_t kMaxQuoteCodePoints = 40;
// Lines of arithmetic: neighbours among the named readings, and the two extremes.
inline constexpr std::size_t kMaxArithmetic = 6;

}  // namespace tally
