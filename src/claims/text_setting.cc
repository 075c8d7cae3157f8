#include "claims/text_setting.h"

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

Setting SettingOf(const Document& document, const DocumentNames& names) {
  const std::optional<Day>& published = document.publication.date;
  if (!document.home.currency.empty()) return {published, document.home.currency, true};
  return {published, CurrencyOfText(document, names)};
}

std::string_view PlaceOf(const Document& document, const DocumentNames& names) {
  std::string_view told = PlaceOf(document.home.currency);
  return told.empty() ? PlaceOf(CurrencyOfText(document, names)) : told;
}

}  // namespace tally
