#include "claims/text_setting.h"

#include <algorithm>
#include <optional>

#include "quantities/blanks.h"

namespace tally {
namespace {

// A note of the currency stands beside one of the first amounts: within so many bytes of the text.
constexpr std::size_t kNoteReach = 4000;

std::string_view CurrencyOfText(const Document& document, const DocumentNames& names) {
  if (document.script == Script::kSimplified) return "CNY";
  return document.script == Script::kTraditional ? names.HomeCurrency() : "";
}

// Of a spelling that ends at a place, or begins there, marks and blanks aside.
std::string_view CurrencyBeside(std::string_view text, TextSpan note, bool before,
                                const RuleSet::UnitTable& currencies) {
  std::optional<Lexicon::Hit> hit;
  if (before) {
    text = text.substr(0, note.start);
    constexpr std::string_view kMarks[] = {" ", "(", ")", ",", "，", "、", ":", "："};
    for (bool more = true; more;) {
      auto mark = std::ranges::find_if(kMarks, [&](std::string_view m) { return text.ends_with(m); });
      more = mark != std::end(kMarks);
      if (more) text.remove_suffix(mark->size());
    }
    hit = currencies.lexicon.LongestEndingAt(text, text.size(), 0);
  } else {
    hit = currencies.lexicon.LongestLoose(text, SkipBlanks(text, note.end));
  }
  if (!hit) return {};
  std::string_view id = currencies.units[hit->value].id;
  return id.starts_with("XX") ? std::string_view() : id;
}

// 486 亿元人民币（下同）: empty where no such note stands.
std::string_view NotedCurrency(const Document& document, const RuleSet& rules) {
  const WordList& notes = rules.Words("currency_notes");
  const RuleSet::UnitTable& currencies = rules.UnitsOf("currencies");
  std::size_t seen = 0;
  for (const Block& block : document.blocks) {
    std::string_view text = block.text.str();
    text = text.substr(0, std::min(text.size(), kNoteReach - seen));
    seen += text.size();
    for (std::size_t i = 0; i < notes.spellings.size(); ++i) {
      std::size_t at = text.find(notes.spellings[i]);
      if (at == std::string_view::npos) continue;
      TextSpan note{at, at + notes.spellings[i].size()};
      std::string_view currency = CurrencyBeside(text, note, notes.values[i] == "before", currencies);
      if (!currency.empty()) return currency;
    }
  }
  return {};
}

std::string_view PlaceOf(std::string_view currency) {
  if (currency == "CNY") return "china";
  if (currency == "TWD") return "taiwan";
  return currency == "HKD" ? "hong-kong" : "";
}

}  // namespace

Setting SettingOf(const Document& document, const DocumentNames& names, const RuleSet& rules) {
  const std::optional<Day>& published = document.publication.date;
  std::string_view noted = NotedCurrency(document, rules);
  if (!noted.empty()) return {published, noted, true};
  if (!document.home.currency.empty()) return {published, document.home.currency, true};
  return {published, CurrencyOfText(document, names)};
}

std::string_view PlaceOf(const Document& document, const DocumentNames& names) {
  std::string_view told = PlaceOf(document.home.currency);
  return told.empty() ? PlaceOf(CurrencyOfText(document, names)) : told;
}

}  // namespace tally
