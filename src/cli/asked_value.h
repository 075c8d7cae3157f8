// Values as a user types them: read as an article's would be, so that 130億美元, "13 billion dollars", 30%
// and 2023年 are all understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "compare/value_range.h"
#include "pipeline.h"
#include "store/claim_query.h"

namespace tally {

// The figure that the text is, all of it. Throws UserError "--value: …" where it is none, or more than one,
// or a date that cannot be resolved. `where`: the option or command.
Value AskedValue(std::string_view where, const std::string& text, const Toolkit& toolkit);

// --value, --min, --max.
void AddValueOptions(boost::program_options::options_description& options);
// nullopt where none of them is given. Throws UserError where they do not go together.
std::optional<ValueRange> AskedRange(const Invocation& invocation, const Toolkit& toolkit);

// Has the filter leave out most of what does not meet the range; Meets decides about the rest.
void NarrowTo(const ValueRange& range, ClaimFilter& filter);
// The same for figures that may repeat the value (compare/repeats.h).
void NarrowToRepeats(const Value& value, ClaimFilter& filter);

}  // namespace tally
