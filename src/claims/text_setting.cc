#include "claims/text_setting.h"

#include "claims/declared_currency.h"

namespace tally {
namespace {

std::string_view CurrencyOfText(const Document& document, const DocumentNames& names) {
  if (document.script == Script::kSimplified) return "CNY";
  return document.script == Script::kTraditional ? names.HomeCurrency() : "";
}

std::string_view PlaceOf(std::string_view currency) {
  if (currency == "CNY") return "china";
  if (currency == "TWD") return "taiwan";
  return currency == "HKD" ? "hong-kong" : "";
}

}  // namespace

Setting SettingOf(const Document& document, const DocumentNames& names, const RuleSet& rules) {
  const std::optional<Day>& published = document.publication.date;
  if (auto declared = DeclaredCurrencyOf(document, rules))
    return {published, declared->code, declared->dollars};
  if (!document.home.currency.empty()) return {published, document.home.currency, true};
  return {published, CurrencyOfText(document, names)};
}

std::string_view PlaceOf(const Document& document, const DocumentNames& names) {
  std::string_view told = PlaceOf(document.home.currency);
  return told.empty() ? PlaceOf(CurrencyOfText(document, names)) : told;
}

}  // namespace tally
