#include "cli/language_option.h"

#include <fmt/format.h>

#include "base/error.h"
#include "cli/arguments.h"

namespace tally {

void AddLanguageOption(boost::program_options::options_description& options) {
  AddOption(options, "lang", "TAG",
            "the language of messages: en, zh-Hans (also zh) or zh-Hant; names and quotes stay as printed "
            "(default: en)");
}

Language LanguageOf(const Invocation& invocation, const std::string& otherwise) {
  std::string name = invocation.Text("lang", otherwise);
  std::optional<Language> language = LanguageFromName(name);
  if (!language) throw UserError(fmt::format("--lang: '{}' is none of en, zh-Hans, zh-Hant", name));
  return *language;
}

}  // namespace tally
