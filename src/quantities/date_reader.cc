#include "quantities/date_reader.h"

#include "base/utf8.h"

namespace tally {

DateReader::DateReader(const Vocabulary& vocabulary) : english_(vocabulary.rules()), han_(vocabulary) {}

std::optional<DateReading> DateReader::Read(std::string_view text, std::size_t at,
                                            const DateContext& context) const {
  // Words in Latin letters and figures with separators are no matter of the Chinese grammar.
  if (!IsAsciiAlpha(text[at])) {
    if (auto han = han_.Read(text, at, context)) return han;
  }
  return english_.Read(text, at, context);
}

void DateReader::AddStarts(StartFilter& filter) const {
  english_.AddStarts(filter);
  han_.AddStarts(filter);
}

}  // namespace tally
