#include "claims/text_setting.h"

namespace tally {

Setting SettingOf(const Document& document, const DocumentNames& names) {
  if (!document.home.currency.empty()) return {document.publication.date, document.home.currency, true};
  std::string_view currency;
  if (document.script == Script::kSimplified) currency = "CNY";
  if (document.script == Script::kTraditional) currency = names.HomeCurrency();
  return {document.publication.date, currency};
}

std::string_view HomeOf(std::string_view currency) {
  if (currency == "CNY") return "china";
  if (currency == "TWD") return "taiwan";
  return currency == "HKD" ? "hong-kong" : "";
}

}  // namespace tally
