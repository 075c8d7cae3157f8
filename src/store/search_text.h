// Search by text: which grams of a sentence the table `sentence_search` holds, and how it is asked. A run of
// Han (or kana, or hangul) gives at each character that one and the next, a run of other letters and digits
// each three that follow each other, and at their ends what is left; so any piece of a text, two Chinese
// characters or one, is found by grams that it has whole and by the beginnings of grams. The grams say which
// sentences may hold the words, never that they do:
//
//   SELECT … FROM claims c JOIN sentences x ON x.id = c.sentence_id
//   WHERE c.sentence_id IN (SELECT rowid FROM sentence_search WHERE sentence_search MATCH :expression)
//     AND instr(tally_fold(x.text || char(10) || c.quote), :folded) > 0
//
// with SearchExpression(words) and FoldForSearch(words). Where there is no expression (only marks and
// blanks), the first condition is left out, and every sentence is looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tally {

// One writing of Han, small letters: what both the text and what is looked for are brought to.
std::string FoldForSearch(std::string_view text);

// The grams of a text with blanks between, as `sentence_search` is fed. What is fed once must be taken out in
// the same form, so a change of the grams is a change of the schema.
std::string SearchGrams(std::string_view text);

// The expression for MATCH that every text with `words` in it satisfies; nullopt where any text may.
std::optional<std::string> SearchExpression(std::string_view words);

}  // namespace tally
