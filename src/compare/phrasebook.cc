#include "compare/phrasebook.h"

#include <algorithm>
#include <array>

#include "base/figure_text.h"
#include "base/fold.h"

namespace tally {
namespace {

struct NamedLanguage {
  std::string_view name;
  Language language;
};
constexpr std::array<NamedLanguage, 8> kLanguages = {{{"en", Language::kEnglish},
                                                      {"zh", Language::kSimplifiedChinese},
                                                      {"zh-hans", Language::kSimplifiedChinese},
                                                      {"zh-cn", Language::kSimplifiedChinese},
                                                      {"zh-sg", Language::kSimplifiedChinese},
                                                      {"zh-hant", Language::kTraditionalChinese},
                                                      {"zh-tw", Language::kTraditionalChinese},
                                                      {"zh-hk", Language::kTraditionalChinese}}};

}  // namespace

std::optional<Language> LanguageFromName(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  auto found = std::ranges::find(kLanguages, std::string_view(lower), &NamedLanguage::name);
  return found == kLanguages.end() ? std::nullopt : std::optional(found->language);
}

Phrasebook::Phrasebook(Language language, const RuleSet* rules) : language_(language) {
  if (rules == nullptr || language == Language::kEnglish) return;
  bool simplified = language == Language::kSimplifiedChinese;
  messages_ = &rules->Words(std::string(simplified ? "messages_zh_hans" : "messages_zh_hant"));
}

std::string Phrasebook::Fill(std::string_view english, fmt::format_args args) const {
  std::string_view pattern = english;
  if (messages_ != nullptr) {
    auto found = messages_->lexicon.Find(Fold(english));
    if (found) pattern = messages_->values[*found];
  }
  try {
    return fmt::vformat(pattern, args);
  } catch (const fmt::format_error&) {
    return fmt::vformat(english, args);  // a translation that asks for parts that there are not
  }
}

std::string Phrasebook::Figure(const Decimal& figure) const {
  return chinese() ? HanFigureText(figure, language_ == Language::kTraditionalChinese) : FigureText(figure);
}

std::string Phrasebook::Days(const DateRange& range) const {
  if (!chinese()) return DaysText(range);
  if (!range.first && !range.last) return (*this)("an unknown day");
  if (!range.first) return (*this)("until {}", FormatDay(*range.last));
  if (!range.last) return (*this)("since {}", FormatDay(*range.first));
  std::string text = DaysText(range);
  if (text.find(" to ") == std::string::npos) return text;
  return (*this)("{} to {}", FormatDay(*range.first), FormatDay(*range.last));
}

const std::string& Phrasebook::NameOf(const PredicateRule& rule) const {
  const std::string& name = Choose(rule.name_en, rule.name_zh, rule.name_zh_hant);
  return name.empty() ? rule.id : name;
}

}  // namespace tally
