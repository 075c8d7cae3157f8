// Texts written from a phrase, to see whether anything that looks like it is matched by it: a phrase whose
// own form it does not match can never match (a word of it is a name or part of a figure, or a longer word
// of another rule hides it).
#pragma once

#include <string>
#include <vector>

#include "claims/extractor.h"
#include "document/document_words.h"
#include "rules/rule_set.h"

namespace tally {

class PhraseSampler {
 public:
  // Keeps references to its arguments.
  PhraseSampler(const std::vector<RuleFile>& files, const RuleSet& rules, const Extractor& extractor,
                const DocumentWords& words);

  // Whether the phrase matches one of the texts written from it, with Chinese or English names and figures.
  bool MatchesItself(const PredicateRule& rule, const std::string& phrase) const;
  // The first of those texts, for the message.
  std::string Sample(const PredicateRule& rule, const std::string& phrase) const;

 private:
  struct Writing {
    bool han;
    bool blanks;              // where the phrase has a blank
    std::size_t alternative;  // of each group, as far as it has so many
    std::size_t name;         // which of the names known of a kind
  };
  std::string Write(const PredicateRule& rule, const std::vector<std::string>& pieces,
                    const std::string& figure, const Writing& writing) const;
  std::string Name(const std::vector<std::string>& kinds, const Writing& writing) const;
  std::vector<std::string> Figures(const PredicateRule& rule, bool han) const;
  std::vector<std::string> Texts(const PredicateRule& rule, const std::string& phrase) const;
  bool Matches(const PredicateRule& rule, const std::string& phrase, const std::string& text) const;

  const RuleSet& rules_;
  const Extractor& extractor_;
  const DocumentWords& words_;
  // By unit id, a spelling in each writing.
  std::map<std::string, std::vector<std::string>> spellings_;
};

}  // namespace tally
