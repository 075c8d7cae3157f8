// Looks at the clause of the figure: names behind a word that leads a place in, from the cue on to shortly
// behind the figure, in Chinese also right before the cue; districts of a place that is named; words right
// before the cue, which tell the part; what the noun of the figure is of; the place that a relative clause
// tells of; and words for the whole, anywhere in the clause or in the one that opens the sentence.
#include "claims/narrowing.h"

#include <algorithm>

#include "base/utf8.h"

namespace tally {
namespace {

// "450 jobs at its main factory in Leeds": bytes between the figure and the name.
constexpr std::size_t kReachBehind = 40;
// 在台湾造成 10 人死亡: two characters between the place and the cue or figure.
constexpr std::size_t kReachBefore = 6;
// How far from the figure a word for what was left out is looked for, and how many names are looked at: the
// bounds keep long clauses linear.
constexpr std::size_t kReachOfWords = 120;
constexpr std::size_t kNamesLookedAt = 16;
// 运输碳排放减少: bytes of Han from the part to the cue.
constexpr std::size_t kReachOfParts = 18;
// "prices of used cars": words between "of" and what is told of them.
constexpr int kWordsOfNoun = 3;
// 北屯区, 永康区: Han characters before the ending of a small place. One alone says something else: 地区,
// 市区.
constexpr int kLeastOfPlace = 2;
constexpr int kMostOfPlace = 3;
// "its Leeds plant, which": bytes from the place to the clause that tells of it.
constexpr std::size_t kReachOfRelative = 24;
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kHanBytes = 3;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Narrowing {
 public:
  Narrowing(const Sentence& sentence, const ClaimPlace& place, const Claim& claim, const RuleSet& rules)
      : sentence_(sentence),
        text_(sentence.block->text.str()),
        anchor_(place.anchor),
        place_(place),
        clause_(sentence.ClauseAt(anchor_.start)),
        claim_(claim),
        rule_(rules.FindPredicate(claim.rule_id())),
        words_(rules.Words("narrowing")),
        segments_(rules.Words("segments")),
        reporting_(rules.Words("reporting")) {}

  std::vector<std::string> Read() {
    AddPlaces();
    AddDistricts();
    AddParts();
    AddWhatItIsOf();
    AddSegment();
    TextSpan opening = sentence_.ClauseAt(sentence_.text.start);
    if (rule_ != nullptr && rule_->time == TimeKind::kPeriod) {
      AddPartOfYear(clause_);
      if (opening.start != clause_.start) AddPartOfYear(opening);
    }
    AddMargin();
    AddAnywhere(clause_);
    if (opening.start != clause_.start) AddAnywhere(opening);
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  bool IsParty(const std::string& id) const {
    auto is = [&](const std::optional<EntityRef>& entity) { return entity && entity->id == id; };
    return is(claim_.subject) || is(claim_.object) || is(claim_.speaker);
  }

  bool Is(const std::optional<Lexicon::Hit>& word, std::string_view kind) const {
    return word && words_.values[word->value] == kind;
  }

  // Names from a place of the text on, by place.
  template <class Look>
  void ForNamesFrom(std::size_t from, Look look) {
    auto next = std::ranges::lower_bound(sentence_.mentions, from, {},
                                         [](const Mention& mention) { return mention.text.start; });
    std::size_t left = kNamesLookedAt;
    for (; next != sentence_.mentions.end() && left > 0; ++next, --left) look(*next);
  }

  static bool MayBePlace(const Mention& mention) { return mention.kind == "place" || mention.kind == "name"; }

  void AddPlaces() {
    ForNamesFrom(Back(anchor_.start, kReachBehind), [&](const Mention& mention) {
      if (!MayBePlace(mention) || IsParty(mention.id)) return;
      if (IsLedIn(mention.text.start) && IsNear(mention.text)) found_.push_back(mention.id);
    });
    // "its plant in Leeds, which has 320 workers"
    if (!Is(words_.lexicon.Longest(text_, FirstLetter(clause_.start)), "relative")) return;
    ForNamesFrom(Back(clause_.start, kReachOfRelative), [&](const Mention& mention) {
      bool before = mention.text.end <= clause_.start;
      if (before && MayBePlace(mention) && !IsParty(mention.id)) found_.push_back(mention.id);
    });
  }

  std::size_t FirstLetter(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == ',')) ++at;
    return at;
  }

  static std::size_t Back(std::size_t at, std::size_t reach) { return at - std::min(at, reach); }

  // 台中市北屯区 and 在永康区: a small place that no table knows, before the figure.
  void AddDistricts() {
    std::size_t from = std::max(clause_.start, Back(anchor_.start, kReachOfWords));
    ForNamesFrom(from, [&](const Mention& mention) {
      if (mention.kind == "place" && mention.text.end <= anchor_.start) AddDistrict(mention.text.end);
    });
    for (std::size_t at = Back(anchor_.start, kReachBehind); at < anchor_.start; ++at) {
      auto lead = at >= clause_.start ? words_.lexicon.Longest(text_, at) : std::nullopt;
      if (Is(lead, "lead")) AddDistrict(at + lead->length);
    }
  }

  void AddDistrict(std::size_t start) {
    std::size_t at = start;
    for (int letters = 0; letters <= kMostOfPlace && at < anchor_.start; ++letters) {
      auto ending = words_.lexicon.Longest(text_, at);
      if (Is(ending, "district") && (letters >= kLeastOfPlace || ending->length > kHanBytes)) {
        found_.emplace_back(text_.substr(start, at + ending->length - start));
        return;
      }
      CodePoint c = DecodeUtf8(text_, at);
      if (!IsHan(c.value)) return;
      at += c.length;
    }
  }

  // Behind the figure or between it and its cue, in one clause; before both only where hardly a word stands
  // between that is not of someone speaking there.
  bool IsNear(TextSpan place) const {
    if (place.start >= anchor_.start) {
      TextSpan last = sentence_.ClauseAt(anchor_.end - 1);
      return place.end <= last.end && place.start <= anchor_.end + kReachBehind;
    }
    if (place.end > anchor_.start || anchor_.start - place.end > kReachBefore) return false;
    for (std::size_t at = place.end; at < anchor_.start; ++at) {
      if (reporting_.lexicon.Longest(text_, at)) return false;
    }
    return true;
  }

  bool IsLedIn(std::size_t start) const {
    std::size_t end = start;
    for (std::string_view article : {"the ", " "}) {
      if (text_.substr(0, end).ends_with(article)) end -= article.size();
    }
    return Is(words_.lexicon.LongestEndingAt(text_, end, clause_.start), "lead");
  }

  void AddParts() {
    std::size_t end = anchor_.start;
    for (std::string_view link : {" ", "的"}) {
      if (text_.substr(0, end).ends_with(link)) end -= link.size();
    }
    auto word = words_.lexicon.LongestEndingAt(text_, end, clause_.start);
    if (Is(word, "part")) Add(word->value);
    // Chinese sets the part before the noun, and the noun before what is said of it.
    for (std::size_t at = std::max(clause_.start, Back(end, kReachOfParts)); at < end; ++at) {
      if (static_cast<unsigned char>(text_[at]) < 0x80) continue;
      word = words_.lexicon.Longest(text_, at);
      if (Is(word, "part") && !IsInName({at, at + word->length})) Add(word->value);
    }
  }

  // 云谷农业 is no part that is farming.
  bool IsInName(TextSpan word) const {
    auto next = std::ranges::lower_bound(sentence_.mentions, word.end, {},
                                         [](const Mention& mention) { return mention.text.end; });
    return next != sentence_.mentions.end() && next->text.start <= word.start;
  }

  // "Emissions from transport", "prices of milk", "cases of juice".
  void AddWhatItIsOf() {
    if (place_.cue.size() > 0 && place_.cue.end < place_.figure.start) {
      AddOf(place_.cue.end);
      // The cue "sales of" has it in itself.
      if (Is(words_.lexicon.LongestEndingAt(text_, place_.cue.end, place_.cue.start), "of"))
        AddLedWord(place_.cue.end);
    }
    if (Is(words_.lexicon.LongestEndingAt(text_, place_.figure.end, place_.figure.start), "measure"))
      AddOf(place_.figure.end);
    std::size_t at = anchor_.start;
    for (int words = 0; words <= kWordsOfNoun && at > clause_.start; ++words) {
      if (text_[at - 1] != ' ') return;
      --at;
      if (Is(words_.lexicon.LongestEndingAt(text_, at, clause_.start), "of")) {
        if (words > 0) AddLedWord(at);
        return;
      }
      while (at > clause_.start && IsLetter(text_[at - 1])) --at;
    }
  }

  // Where "of" or "from" stands right behind a noun that ends at `end`.
  void AddOf(std::size_t end) {
    if (end >= text_.size() || text_[end] != ' ') return;
    auto lead = words_.lexicon.Longest(text_, end + 1);
    if (Is(lead, "of")) AddLedWord(end + 1 + lead->length);
  }

  // The first word behind "of", articles left out; or the name that stands there.
  void AddLedWord(std::size_t at) {
    for (;;) {
      if (at >= text_.size() || text_[at] != ' ') return;
      auto article = words_.lexicon.Longest(text_, ++at);
      if (!Is(article, "article")) break;
      at += article->length;
    }
    auto named = std::ranges::find(sentence_.mentions, at, [](const Mention& m) { return m.text.start; });
    if (named != sentence_.mentions.end()) {
      if (!IsParty(named->id)) found_.push_back(named->id);
      return;
    }
    if (std::ranges::any_of(sentence_.quantities, [&](const Quantity& q) { return q.text.start == at; }))
      return;
    // "$11 billion of revenue" is no part of it.
    if (at >= place_.cue.start && at < place_.cue.end) return;
    std::size_t end = at;
    while (end < text_.size() && IsLetter(text_[end])) ++end;
    bool figure_next = at < place_.figure.start && place_.figure.start <= end + 1;
    auto known = words_.lexicon.Longest(text_, at);
    if (end - at < kLeastLetters || figure_next || (known && !Is(known, "part"))) return;
    found_.push_back(AsciiLower(text_.substr(at, end - at)));
  }

  // "Bakery revenue", "as frozen sales top", "iPhone sales".
  void AddSegment() {
    std::size_t noun = place_.cue.start;
    if (place_.cue.size() == 0 || noun <= clause_.start) return;
    auto known = segments_.lexicon.Longest(text_, noun);
    if (!known || segments_.values[known->value] != "noun" || text_[noun - 1] != ' ') return;
    std::size_t end = noun - 1;
    auto named = std::ranges::find(sentence_.mentions, end, [](const Mention& m) { return m.text.end; });
    if (named != sentence_.mentions.end()) {
      if (!IsParty(named->id)) found_.push_back(named->id + ' ' + segments_.spellings[known->value]);
      return;
    }
    std::size_t start = end;
    while (start > clause_.start && (IsLetter(text_[start - 1]) || text_[start - 1] == '-')) --start;
    std::string word = AsciiLower(text_.substr(start, end - start));
    bool figure = std::ranges::any_of(sentence_.quantities, [&](const Quantity& quantity) {
      return quantity.text.start < end && start < quantity.text.end;
    });
    // "posted revenue", but "Chilled sales fell"
    bool verb = word.ends_with("ed") && start != FirstLetter(clause_.start);
    bool part = word.size() >= kLeastLetters && !verb && !word.ends_with("ly");
    if (part && !figure && !segments_.lexicon.Find(word))
      found_.push_back(word + ' ' + segments_.spellings[known->value]);
  }

  // 销量赢特斯拉 10.8 万辆: by how many more, right before the figure or with a name between.
  void AddMargin() {
    std::size_t at = place_.figure.start;
    auto other = std::ranges::find(sentence_.mentions, at, [](const Mention& m) { return m.text.end; });
    if (other != sentence_.mentions.end()) at = other->text.start;
    if (Is(words_.lexicon.LongestEndingAt(text_, at, clause_.start), "margin"))
      found_.emplace_back("a margin");
  }

  // "Sales for the six months were", 截至9月底的六个月: half a year is no year, and no nine months.
  void AddPartOfYear(TextSpan clause) {
    std::size_t left = kNamesLookedAt;
    for (const Quantity& quantity : sentence_.quantities) {
      if (left-- == 0) return;
      const Value& value = quantity.value;
      bool part = value.dimension == Dimension::kDuration && value.unit && *value.unit == "month";
      bool here = quantity.text.start >= clause.start && quantity.text.end <= clause.end;
      if (!part || !here || !value.stated.IsPoint()) continue;
      std::string_view before = text_.substr(0, quantity.text.start);
      if (before.ends_with("the ") || before.ends_with("的"))
        found_.push_back(value.stated.lo->ToString() + " month");
    }
  }

  void AddAnywhere(TextSpan clause) {
    std::size_t end = std::min(clause.end, anchor_.end + kReachOfWords);
    std::size_t at = std::max(clause.start, Back(anchor_.start, kReachOfWords));
    for (; at < end; ++at) {
      auto word = words_.lexicon.Longest(text_, at);
      if (!word) continue;
      if (Is(word, "anywhere")) Add(word->value);
      if (Is(word, "to_date")) found_.emplace_back("to date");
      if (Is(word, "half_year")) found_.emplace_back("6 month");
      at += word->length - 1;
    }
  }

  void Add(std::uint32_t index) { found_.push_back(words_.spellings[index]); }

  const Sentence& sentence_;
  std::string_view text_;
  TextSpan anchor_;
  ClaimPlace place_;
  TextSpan clause_;
  const Claim& claim_;
  const PredicateRule* rule_;
  const WordList& words_;
  const WordList& segments_;
  const WordList& reporting_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> NarrowedTo(const Sentence& sentence, const ClaimPlace& place, const Claim& claim,
                                    const RuleSet& rules) {
  return Narrowing(sentence, place, claim, rules).Read();
}

std::string StageByWords(const Sentence& sentence, const ClaimPlace& place, const RuleSet& rules) {
  std::string_view text = sentence.block->text.str();
  const WordList& words = rules.Words("narrowing");
  TextSpan clause = sentence.ClauseAt(place.anchor.start);
  for (TextSpan part : {clause, sentence.ClauseAt(sentence.text.start)}) {
    std::size_t start = place.anchor.start;
    std::size_t at = std::max(part.start, start - std::min(start, kReachOfWords));
    std::size_t end = std::min(part.end, place.anchor.end + kReachOfWords);
    for (; at < end; ++at) {
      auto word = words.lexicon.Longest(text, at);
      if (!word) continue;
      const std::string& kind = words.values[word->value];
      if (kind == "adjusted" || (kind == "base" && part.start == clause.start)) return kind;
      at += word->length - 1;
    }
  }
  return "";
}

}  // namespace tally
