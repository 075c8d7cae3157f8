#include "quantities/date_reader.h"

#include "base/utf8.h"

namespace tally {
namespace {

enum class Grammar { kNone, kEnglish, kBoth };

// The Chinese grammar is not asked where words in Latin letters begin, nor where digits stand before such a
// word: "5 to", "6 on". None is asked before a percent sign.
Grammar GrammarAt(std::string_view text, std::size_t at) {
  if (IsAsciiAlpha(text[at])) return Grammar::kEnglish;
  if (!IsAsciiDigit(text[at])) return Grammar::kBoth;
  std::size_t next = at;
  while (next < text.size() && IsAsciiDigit(text[next])) ++next;
  if (next < text.size() && text[next] == '%') return Grammar::kNone;
  // Nothing goes on behind two blanks in Chinese.
  if (next + 1 < text.size() && text[next] == ' ' && text[next + 1] == ' ') return Grammar::kEnglish;
  while (next < text.size() && text[next] == ' ') ++next;
  bool latin = next < text.size() && (IsAsciiAlpha(text[next]) || text[next] == '%');
  return latin ? Grammar::kEnglish : Grammar::kBoth;
}

}  // namespace

DateReader::DateReader(const Vocabulary& vocabulary) : english_(vocabulary.rules()), han_(vocabulary) {}

std::optional<DateReading> DateReader::Read(std::string_view text, std::size_t at,
                                            const DateContext& context) const {
  Grammar grammar = GrammarAt(text, at);
  if (grammar == Grammar::kNone) return std::nullopt;
  if (grammar == Grammar::kBoth) {
    if (auto han = han_.Read(text, at, context)) return han;
  }
  return english_.Read(text, at, context);
}

void DateReader::AddStarts(StartFilter& filter) const {
  english_.AddStarts(filter);
  han_.AddStarts(filter);
}

}  // namespace tally
