// --lang: the language that findings are told in.
#pragma once

#include "cli/command.h"
#include "compare/phrasebook.h"

namespace tally {

void AddLanguageOption(boost::program_options::options_description& options);

// English where the option is not given. Throws UserError for a language that there is not.
Language LanguageOf(const Invocation& invocation);

}  // namespace tally
