// The clause is read word by word: what leads it in, an article, the words of the subject, a preposition with
// its own, a verb. Only a verb proves that the words before it are a subject; at the head of a sentence also
// a comma with a relative clause or an apposition behind it.
#include "claims/head_phrase.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace tally {
namespace {

constexpr std::size_t kLongestHead = 5;     // words of a subject
constexpr std::size_t kLongestPhrase = 14;  // with what prepositions add to it

struct Word {
  TextSpan text;
  std::string_view value;  // of the list; empty where it is not there
};

class PhraseReader {
 public:
  PhraseReader(const Sentence& sentence, TextSpan clause, const RuleSet& rules)
      : text_(sentence.block->text.str()),
        heads_(rules.Words("clause_heads_en")),
        at_(clause.start),
        end_(clause.end) {}

  std::size_t at() const { return at_; }
  bool Done() const { return at_ >= end_; }
  void Skip(std::size_t bytes) { at_ = std::min(end_, at_ + bytes); }
  std::string_view rest() const { return text_.substr(at_, end_ - at_); }

  // Marks and blanks, and what leads in a clause: "and ", "from which ".
  void SkipLead() {
    SkipMarks();
    for (bool more = true; more;) {
      more = false;
      for (std::string_view lead :
           {"and ",        "but ",      "while ",    "whereas ",  "that ",      "where ", "because ",
            "although ",   "though ",   "since ",    "until ",    "unless ",    "if ",    "when ",
            "from which ", "of which ", "in which ", "to which ", "for which ", "so "}) {
        bool capital = rest().size() > lead.size() && AsciiLower(rest()[0]) == lead[0] &&
                       rest().substr(1).starts_with(lead.substr(1));
        if (!capital) continue;
        Skip(lead.size());
        more = true;
      }
    }
  }

  // The next word, of letters with hyphens and apostrophes within; nullopt at a mark or a digit.
  std::optional<Word> Next() {
    if (!Done() && text_[at_] == ' ') ++at_;
    std::size_t start = at_;
    while (!Done() &&
           (IsAsciiAlpha(text_[at_]) || ((text_[at_] == '-' || text_[at_] == '\'') && at_ > start)))
      ++at_;
    if (at_ == start && !Done() && IsAsciiDigit(text_[at_])) {
      while (!Done() && (IsAsciiDigit(text_[at_]) || text_[at_] == ',' || text_[at_] == '.')) ++at_;
      return Word{{start, at_}, "number"};
    }
    if (at_ == start) return std::nullopt;
    std::string lower = AsciiLower(std::string(text_.substr(start, at_ - start)));
    auto found = heads_.lexicon.Find(lower);
    return Word{{start, at_}, found ? std::string_view(heads_.values[*found]) : std::string_view()};
  }

  std::string_view Cut(TextSpan span) const { return text_.substr(span.start, span.size()); }

 private:
  void SkipMarks() {
    while (!Done() && !IsAsciiAlpha(text_[at_])) {
      // A figure or a letter of another script begins something else.
      if (IsAsciiDigit(text_[at_]) || static_cast<unsigned char>(text_[at_]) >= 0xE0) return;
      ++at_;
    }
  }

  std::string_view text_;
  const WordList& heads_;
  std::size_t at_;
  std::size_t end_;
};

bool IsArticle(std::string_view word) {
  constexpr std::string_view kArticles[] = {"the",   "a",     "an",   "some", "many", "several",
                                            "two",   "three", "four", "five", "six",  "seven",
                                            "eight", "nine",  "ten",  "all",  "most"};
  return std::ranges::find(kArticles, AsciiLower(std::string(word))) != std::end(kArticles);
}

bool IsVerb(const Word& word, std::string_view spelling, bool behind_article) {
  if (word.value == "verb") return true;
  return word.value.empty() && !behind_article && spelling.size() > 4 && spelling.ends_with("ed");
}

// A noun of the list that ends the words has been looked at; "wheat" of "wheat futures" only says which.
bool IsNamed(const Sentence& sentence, TextSpan span) {
  return std::ranges::any_of(sentence.named, [&](const Item& i) {
    return i.text.Overlaps(span) && (i.type != Item::Type::kNoun || i.text.end == span.end);
  });
}

// "The Dutch company": one that was named before.
bool MeansKnownCompany(std::string_view head, const RuleSet& rules) {
  std::size_t blank = head.find(' ');
  return blank != std::string_view::npos && rules.Words("demonyms_en").lexicon.Find(head.substr(0, blank)) &&
         rules.Words("company_nouns_en").lexicon.Find(head.substr(blank + 1));
}

}  // namespace

std::size_t SkipHanLink(std::string_view text, std::size_t at) {
  for (std::string_view link : {"但", "而", "不过", "其中", "此外", "另外", "同时", "至于"}) {
    if (text.substr(at).starts_with(link)) at += link.size();
  }
  return at;
}

std::optional<TextSpan> HanHeadPhrase(const Sentence& sentence, TextSpan clause, const MentionReader& names,
                                      const RuleSet& rules) {
  constexpr std::size_t kCharacters = 6;
  std::string_view text = sentence.block->text.str();
  std::size_t at = clause.start;
  while (at < clause.end && !IsHan(DecodeUtf8(text, at).value)) {
    CodePoint c = DecodeUtf8(text, at);
    if (IsAlphabetic(c.value) || (c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value))))
      return std::nullopt;
    at += c.length;
  }
  at = SkipHanLink(text, at);
  const Lexicon& adverbs = rules.Words("clause_adverbs").lexicon;
  const Lexicon& stops = rules.Words("name_stops").lexicon;
  std::size_t end = at;
  for (std::size_t n = 0; end < clause.end; ++n) {
    if (n > 1 && adverbs.Longest(text, end)) break;
    CodePoint c = DecodeUtf8(text, end);
    if (n == kCharacters || !IsHan(c.value) || stops.Longest(text, end) || adverbs.Longest(text, end))
      return std::nullopt;
    end += c.length;
  }
  TextSpan head{at, end};
  std::string_view words = text.substr(at, end - at);
  auto item = std::ranges::lower_bound(sentence.items, at, {}, [](const Item& i) { return i.text.end; });
  auto noun = std::ranges::lower_bound(sentence.named, at, {}, [](const Item& i) { return i.text.end; });
  bool taken = (item != sentence.items.end() && item->text.Overlaps(head)) ||
               (noun != sentence.named.end() && noun->text.Overlaps(head));
  if (end >= clause.end || taken || names.HoldsCue(words) ||
      rules.Words("common_nouns").lexicon.Find(words) || rules.Words("clause_openers").lexicon.Find(words))
    return std::nullopt;
  return head;
}

std::optional<TextSpan> HeadPhrase(const Sentence& sentence, TextSpan clause, const MentionReader& names,
                                   const RuleSet& rules) {
  PhraseReader reader(sentence, clause, rules);
  reader.SkipLead();
  std::optional<TextSpan> head;
  bool ended = false;     // behind a preposition: the words are no longer of the head
  bool article = false;   // the word before is one
  bool definite = false;  // "the" begins the clause
  std::size_t words = 0;  // of the head
  for (std::size_t n = 0; n < kLongestPhrase; ++n) {
    auto word = reader.Next();
    if (!word) break;
    std::string_view spelling = reader.Cut(word->text);
    // How many, not who: "some 1,900 of the jobs", "seventeen of them".
    std::string_view tens = spelling.substr(0, spelling.find('-'));  // "Forty-seven structures"
    bool number = word->value == "number" || rules.Words("number_words").lexicon.Find(tens).has_value();
    if (n == 0 && IsArticle(spelling)) {
      article = true;
      definite = spelling == "the" || spelling == "The";
      continue;
    }
    if (number && !ended) return std::nullopt;
    if (IsVerb(*word, spelling, article) || (ended && word->value == "verb")) {
      bool fits = head && words <= kLongestHead && !IsNamed(sentence, *head) &&
                  !rules.Words("quoting").lexicon.Find(AsciiLower(std::string(spelling))) &&
                  !(definite && MeansKnownCompany(reader.Cut(*head), rules));
      return fits ? head : std::nullopt;
    }
    article = false;
    if (word->value == "none") {
      if (!head) return std::nullopt;
      ended = true;
    }
    if (ended) continue;
    if (word->value == "measure" || names.IsCue(AsciiLower(std::string(spelling)))) return std::nullopt;
    if (spelling.ends_with("ing") && !head) return std::nullopt;
    head = head ? TextSpan{head->start, word->text.end} : word->text;
    ++words;
  }
  // "Millers in Egypt, the biggest importer, bought …"
  bool first = clause.start == sentence.text.start && clause.end < sentence.text.end;
  std::string_view behind = std::string_view(sentence.block->text.str()).substr(clause.end);
  bool told = false;
  for (std::string_view opening : {", which ", ", who ", ", whose ", ", the ", ", a ", ", an "})
    told = told || behind.starts_with(opening);
  if (!first || !told || !head || words > kLongestHead || reader.at() < clause.end ||
      IsNamed(sentence, *head))
    return std::nullopt;
  return head;
}

}  // namespace tally
