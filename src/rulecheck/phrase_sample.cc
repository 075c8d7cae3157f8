#include "rulecheck/phrase_sample.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "claims/phrase.h"
#include "rulecheck/check_examples.h"
#include "rules/table_file.h"

namespace tally {
namespace {

// How many of each are tried: a phrase that no example fires is rare, and each try reads one sentence.
constexpr std::size_t kNames = 3;
constexpr std::size_t kAlternatives = 3;

bool HasHan(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (IsHan(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "[a|b|]": the alternative of a number, the last where it has fewer.
std::string Alternative(std::string_view group, std::size_t number) {
  group = group.substr(1, group.size() - 2);
  std::string_view word;
  for (std::size_t i = 0, start = 0; i <= number && start <= group.size(); ++i) {
    std::size_t end = std::min(group.find('|', start), group.size());
    word = group.substr(start, end - start);
    start = end + 1;
  }
  return std::string(word);
}

}  // namespace

PhraseSampler::PhraseSampler(const std::vector<RuleFile>& files, const RuleSet& rules,
                             const Extractor& extractor, const DocumentWords& words)
    : rules_(rules), extractor_(extractor), words_(words) {
  for (const RuleFile& file : files) {
    if (!file.name.starts_with("units/")) continue;
    for (const TableRow& row : ReadTable(file.content)) {
      if (row.cells.size() != 3) continue;
      for (const std::string& spelling : SplitList(row.cells[1], '|'))
        spellings_[row.cells[0]].push_back(spelling);
    }
  }
}

std::vector<std::string> PhraseSampler::Figures(const PredicateRule& rule, bool han) const {
  std::vector<std::string> figures;
  for (const std::string& unit : rule.units) {
    auto known = spellings_.find(unit);
    if (known == spellings_.end()) continue;
    for (const std::string& spelling : known->second) {
      if (HasHan(spelling) == han)
        figures.push_back(fmt::format(fmt::runtime(han ? "5{}" : "5 {}"), spelling));
      if (figures.size() > kNames) break;
    }
  }
  auto add = [&](const char* dimension, std::vector<std::string> some) {
    if (std::ranges::find(rule.dimensions, dimension) != rule.dimensions.end())
      figures.insert(figures.end(), some.begin(), some.end());
  };
  add("money", han ? std::vector<std::string>{"5亿美元", "5亿"} : std::vector<std::string>{"$5 million"});
  add("percent", {"5%"});
  add("ratio",
      han ? std::vector<std::string>{"三分之一", "3倍"} : std::vector<std::string>{"a third", "three times"});
  if (rule.units.empty())
    add("count", han ? std::vector<std::string>{"5万人", "5家公司"} : std::vector<std::string>{"500 people"});
  add("duration", han ? std::vector<std::string>{"5年"} : std::vector<std::string>{"five years"});
  add("date", han ? std::vector<std::string>{"2024年5月"} : std::vector<std::string>{"May 2024"});
  add("rate", han ? std::vector<std::string>{"5公里/小时"} : std::vector<std::string>{"5 km/h"});
  add("number", {"5"});
  return figures;
}

std::string PhraseSampler::Name(const std::vector<std::string>& kinds, const Writing& writing) const {
  auto fits = [&](const Entity& entity) {
    return kinds.empty() || std::ranges::find(kinds, entity.kind) != kinds.end();
  };
  auto spelled = [&](const Entity& entity) {
    auto alias =
        std::ranges::find_if(entity.aliases, [&](const std::string& a) { return HasHan(a) == writing.han; });
    return alias == entity.aliases.end() ? std::string() : *alias;
  };
  // Names that everyone knows make the samples readable.
  const Entity* known = rules_.FindEntity(writing.name < kNames ? "microsoft" : "openai");
  if (writing.name % kNames == 0 && known != nullptr && fits(*known)) {
    std::string name = spelled(*known);
    return name.empty() ? known->name : name;
  }
  std::size_t left = writing.name;
  for (const Entity& entity : rules_.entities) {
    if (!fits(entity)) continue;
    std::string name = spelled(entity);
    if (!name.empty() && left-- == 0) return name;
  }
  return writing.han ? "华光公司" : "Harrow Systems";
}

std::string PhraseSampler::Write(const PredicateRule& rule, const std::vector<std::string>& pieces,
                                 const std::string& figure, const Writing& writing) const {
  std::string text;
  for (const std::string& piece : pieces) {
    if (piece == "{value}") {
      text += figure;
    } else if (piece == "{subject}") {
      text += Name(rule.subject.kinds, writing);
    } else if (piece == "{object}") {
      // Not the name that the subject has.
      Writing other = writing;
      other.name += kNames;
      text += Name(rule.object.kinds, other);
    } else if (piece == "{period}") {
      text += writing.han ? "2023年" : "2023";
    } else if (piece == "{speaker}") {
      text += Name({"person"}, writing);
    } else if (piece.starts_with("[")) {
      text += Alternative(piece, writing.alternative);
    } else if (piece == " ") {
      if (writing.blanks) text += " ";
    } else if (piece != "...") {
      text += piece;
    }
  }
  return text + (writing.han ? "。" : ".");
}

std::vector<std::string> PhraseSampler::Texts(const PredicateRule& rule, const std::string& phrase) const {
  Phrase compiled(phrase, rule);
  std::vector<std::string> pieces;
  for (const Phrase::Piece& piece : compiled.pieces()) pieces.push_back(piece.source);
  std::vector<std::string> texts;
  for (bool han : {HasHan(phrase), !HasHan(phrase)}) {
    for (const std::string& figure : Figures(rule, han)) {
      for (std::size_t i = 0; i < kNames * kAlternatives; ++i) {
        Writing writing{han, !han, i % kAlternatives, i / kAlternatives};
        texts.push_back(Write(rule, pieces, figure, writing));
      }
    }
  }
  return texts;
}

bool PhraseSampler::Matches(const PredicateRule& rule, const std::string& phrase,
                            const std::string& text) const {
  Document document = ExampleDocument(text, words_);
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : extractor_.Sentences(document, block)) {
      for (const CueHit& hit : extractor_.cues().Find(block.text.str(), sentence.text)) {
        if (hit.phrase == nullptr || hit.rule->id != rule.id || hit.phrase->source() != phrase) continue;
        if (!hit.phrase->Match(sentence).empty()) return true;
      }
    }
  }
  return false;
}

bool PhraseSampler::MatchesItself(const PredicateRule& rule, const std::string& phrase) const {
  return std::ranges::any_of(Texts(rule, phrase),
                             [&](const std::string& text) { return Matches(rule, phrase, text); });
}

std::string PhraseSampler::Sample(const PredicateRule& rule, const std::string& phrase) const {
  std::vector<std::string> texts = Texts(rule, phrase);
  return texts.empty() ? "" : texts.front();
}

}  // namespace tally
