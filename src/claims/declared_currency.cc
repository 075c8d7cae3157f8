#include "claims/declared_currency.h"

#include <algorithm>
#include <string>

namespace tally {
namespace {

// Longer ones hold more than a word on the currency.
constexpr std::size_t kLongestBracket = 80;

// What stands between a currency and the word behind it.
constexpr std::string_view kBetween = " ,;(";

std::string_view CodeOf(const RuleSet::UnitTable& currencies, const std::optional<Lexicon::Hit>& hit) {
  if (!hit) return "";
  const Unit& unit = currencies.units[hit->value];
  // Rows of no currency in particular, and hundredths.
  bool open = unit.id.starts_with("XX") || unit.factor != Decimal(1);
  return open ? std::string_view() : std::string_view(unit.id);
}

class Declarations {
 public:
  explicit Declarations(const RuleSet& rules)
      : marks_(rules.Words("currency_marks")), currencies_(rules.UnitsOf("currencies")) {}

  // Looks at a bracket, or the head of a paragraph, that begins at `at`.
  void Look(std::string_view text, std::size_t at) {
    if (auto mark = marks_.lexicon.Longest(text, at); mark && marks_.values[mark->value] == "before") {
      std::size_t next = text.find_first_not_of(' ', at + mark->length);
      if (next != std::string_view::npos)
        Take({CodeOf(currencies_, currencies_.lexicon.Longest(text, next)), true});
      return;
    }
    std::size_t end = text.substr(0, at + kLongestBracket).find(')', at);
    if (end == std::string_view::npos) return;
    for (std::size_t i = 0; i < marks_.spellings.size(); ++i) {
      const std::string& mark = marks_.spellings[i];
      if (marks_.values[i] != "behind" || !text.substr(at, end - at).ends_with(mark)) continue;
      // In the bracket, or before it: 18.6億元(新台幣,下同), 486亿元人民币(下同).
      std::string_view before = text.substr(0, end - mark.size());
      while (!before.empty() && (before.ends_with("、") || kBetween.find(before.back()) != kBetween.npos))
        before.remove_suffix(before.ends_with("、") ? std::string_view("、").size() : 1);
      Take({CodeOf(currencies_, currencies_.lexicon.LongestEndingAt(before, before.size(), 0)), false});
    }
  }

  std::optional<DeclaredCurrency> Only() const { return several_ ? std::nullopt : found_; }

 private:
  void Take(const DeclaredCurrency& declared) {
    if (declared.code.empty()) return;
    several_ = several_ || (found_ && found_->code != declared.code);
    if (!found_) found_ = declared;
  }

  const WordList& marks_;
  const RuleSet::UnitTable& currencies_;
  std::optional<DeclaredCurrency> found_;
  bool several_ = false;
};

}  // namespace

std::optional<DeclaredCurrency> DeclaredCurrencyOf(const Document& document, const RuleSet& rules) {
  Declarations declarations(rules);
  for (const Block& block : document.blocks) {
    std::string_view text = block.text.str();
    if (!text.empty()) declarations.Look(text, 0);
    for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1))
      if (at + 1 < text.size()) declarations.Look(text, at + 1);
  }
  return declarations.Only();
}

}  // namespace tally
