// Who or what a clause is about where no name tells; in English: the words before its verb, by their place
// alone
// ("Prosecutors had asked for 15 years", "where the river rose 2.3 metres"). The words that tell where they
// end stand in rules/words/clause_heads_en.txt.
#pragma once

#include <optional>

#include "base/span.h"
#include "claims/sentence.h"
#include "mentions/mention_reader.h"
#include "rules/rule_set.h"

namespace tally {

// The words of the subject without its article and without what a preposition adds ("Millers" of "Millers in
// Egypt"), as a part of the block's folded text; nullopt where the clause begins otherwise, where a name or a
// pronoun stands there, or where the words only say what is measured (turnout, "the share of voters").
std::optional<TextSpan> HeadPhrase(const Sentence& sentence, TextSpan clause, const MentionReader& names,
                                   const RuleSet& rules);

// The same of a Chinese clause: the characters before an adverb (rules/words/clause_adverbs.txt) at its head,
// where none of them begins another word: 小家电 of 但小家电只微增2%.
std::optional<TextSpan> HanHeadPhrase(const Sentence& sentence, TextSpan clause, const MentionReader& names,
                                      const RuleSet& rules);

// Behind the word at `at` that joins a Chinese clause to the one before (但, 而, 其中); `at` where none
// stands.
std::size_t SkipHanLink(std::string_view text, std::size_t at);

}  // namespace tally
