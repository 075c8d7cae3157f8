// --lang: the language that findings are told in.
#pragma once

#include <string>

#include "cli/command.h"
#include "compare/phrasebook.h"

namespace tally {

void AddLanguageOption(boost::program_options::options_description& options);

// `otherwise` where the option is not given. Throws UserError for a language that there is not.
Language LanguageOf(const Invocation& invocation, const std::string& otherwise = "en");

}  // namespace tally
