// The language that findings are told in. A sentence is written in English where it is made, with {} for its
// parts; the phrasebook of another language gives its translation from rules/words/messages_<tag>.txt, where
// parts may stand in another order as {0}, {1}. What has no translation stays English. Immutable; thread-safe
// after construction; keeps a reference to the rules.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "rules/rule_set.h"

namespace tally {

// The tags of BCP 47: "en", "zh-Hans", "zh-Hant".
enum class Language { kEnglish, kSimplifiedChinese, kTraditionalChinese };
// Of "en", "zh", "zh-hans", "zh-cn", "zh-hant", "zh-tw", "zh-hk" in any case; nullopt for others.
std::optional<Language> LanguageFromName(std::string_view name);

class Phrasebook {
 public:
  explicit Phrasebook(Language language = Language::kEnglish, const RuleSet* rules = nullptr);

  template <class... Args>
  std::string operator()(std::string_view english, const Args&... args) const {
    return Fill(english, fmt::make_format_args(args...));
  }

  // "13 billion" (base/figure_text.h) or 130 亿, 130 億.
  std::string Figure(const Decimal& figure) const;
  // "2023-01-01 to 2023-03-31"; days are ISO 8601 in all languages.
  std::string Days(const DateRange& range) const;
  // The predicate's name.
  const std::string& NameOf(const PredicateRule& rule) const;
  // Of what is written in each language, that of this one.
  template <class T>
  const T& Choose(const T& english, const T& simplified, const T& traditional) const {
    if (language_ == Language::kTraditionalChinese) return traditional;
    return language_ == Language::kSimplifiedChinese ? simplified : english;
  }
  bool chinese() const { return language_ != Language::kEnglish; }
  // Between two clauses, and behind what a sentence is about.
  std::string_view semicolon() const { return chinese() ? "；" : "; "; }
  std::string_view colon() const { return chinese() ? "：" : ": "; }
  std::string_view period() const { return chinese() ? "。" : "."; }

 private:
  std::string Fill(std::string_view english, fmt::format_args args) const;

  Language language_;
  const WordList* messages_ = nullptr;
};

}  // namespace tally
