#include "quantities/date_reader.h"

#include "base/utf8.h"

namespace tally {
namespace {

// The Chinese grammar is not asked where words in Latin letters begin, nor where digits stand before such a
// word or a percent sign: "5 to", "6 on", "1%".
bool MayBeHan(std::string_view text, std::size_t at) {
  if (IsAsciiAlpha(text[at])) return false;
  if (!IsAsciiDigit(text[at])) return true;
  std::size_t next = at;
  while (next < text.size() && IsAsciiDigit(text[next])) ++next;
  while (next < text.size() && text[next] == ' ') ++next;
  return next >= text.size() || !(IsAsciiAlpha(text[next]) || text[next] == '%');
}

}  // namespace

DateReader::DateReader(const Vocabulary& vocabulary) : english_(vocabulary.rules()), han_(vocabulary) {}

std::optional<DateReading> DateReader::Read(std::string_view text, std::size_t at,
                                            const DateContext& context) const {
  if (MayBeHan(text, at)) {
    if (auto han = han_.Read(text, at, context)) return han;
  }
  return english_.Read(text, at, context);
}

void DateReader::AddStarts(StartFilter& filter) const {
  english_.AddStarts(filter);
  han_.AddStarts(filter);
}

}  // namespace tally
