// The names that nothing but their place in the text tells: what opens clause after clause and acts
// (远桥供应链宣布 … 远桥供应链成立于 …), and what a Latin name or the code of a share stands behind
// (赫尔曼(Hellmann AG), 宁川新材(603977.SH)).
#include <algorithm>

#include "base/utf8.h"
#include "mentions/document_names.h"

namespace tally {
namespace {

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestGlossed = 8;  // characters of a name before its gloss
constexpr std::size_t kShortestGloss = 3;   // letters of a Latin name, digits of a code
constexpr std::size_t kMostGloss = 60;      // bytes
constexpr int kMostBeforeVerb = 3;          // times and adverbs: 去年上半年已

bool IsHanBefore(std::string_view text, std::size_t at) {
  return at > 0 && IsHan(DecodeUtf8(text, PreviousCodePoint(text, at)).value);
}

bool IsOfWord(char32_t c) {
  return IsHan(c) || IsAlphabetic(c) || (c < 0x80 && IsAsciiDigit(static_cast<char>(c))) || c == U'%';
}

// "Hellmann AG", 603977.SH: not GDP, which is no one's name.
bool IsGloss(std::string_view gloss, bool& code) {
  std::size_t digits = 0;
  std::size_t small = 0;
  for (char c : gloss) {
    digits += IsAsciiDigit(c);
    small += c >= 'a' && c <= 'z';
  }
  code = digits >= kShortestGloss && digits <= 6 && IsAsciiDigit(gloss.front()) &&
         (digits == gloss.size() || gloss[digits] == '.');
  return code || (IsAsciiUpper(gloss.front()) && small + 1 >= kShortestGloss);
}

// 2月26日; `at` where no date stands there.
std::size_t BehindNumberedDate(std::string_view text, std::size_t at) {
  constexpr std::string_view kOfDates = "0123456789年月日";
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    std::size_t unit = kOfDates.find(text.substr(end, kHanBytes), 10);
    if (unit == std::string_view::npos || end + kHanBytes > text.size()) return at;
    end += kHanBytes;
  }
  return end;
}

}  // namespace

bool DocumentNames::HoldsOrdinaryWord(std::string_view name) const {
  const WordList& ordinary = rules_.Words("common_nouns");
  for (std::size_t at = 0; at < name.size(); at += DecodeUtf8(name, at).length) {
    if (ordinary.lexicon.Longest(name, at)) return true;
    auto verb = verbs_.lexicon.Longest(name, at);
    if (verb && !verbs_.values[verb->value].empty() && verb->length > kHanBytes) return true;
  }
  return rules_.Words("quoting").lexicon.Find(name) || reader_.IsCue(name);
}

void DocumentNames::LearnOpening(std::size_t block_index) {
  std::string_view text = document_.blocks[block_index].text.str();
  bool edge = true;
  for (std::size_t at = 0; at < text.size();) {
    auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xE5 && lead <= 0xE9) {  // U+5000 to U+9FFF: Han
      if (edge) {
        LearnIntroducedAt(text, at, "name");
        LearnSpeaker(text, at);
      }
      at += 3;
      edge = false;
      continue;
    }
    CodePoint c = DecodeUtf8(text, at);
    if (edge && IsHan(c.value)) LearnIntroducedAt(text, at, "name");
    at += c.length;
    edge = !IsOfWord(c.value);
  }
}

void DocumentNames::LearnGlossed(std::size_t block_index) {
  std::string_view text = document_.blocks[block_index].text.str();
  for (std::size_t open = text.find('('); open != std::string_view::npos; open = text.find('(', open + 1)) {
    if (!IsHanBefore(text, open)) continue;
    std::size_t length = text.substr(open + 1, kMostGloss).find_first_of(",;)");
    bool code = false;
    if (length == std::string_view::npos || length < kShortestGloss ||
        !IsGloss(text.substr(open + 1, length), code))
      continue;
    // As many characters before it as the text has elsewhere too.
    std::size_t start = open;
    std::size_t repeated = open;
    for (std::size_t n = 0; n < kLongestGlossed && IsHanBefore(text, start); ++n) {
      if (stops_.lexicon.LongestEndingAt(text, start, 0)) break;
      start -= kHanBytes;
      if (n > 0 && CountOf(text.substr(start, open - start)) >= 2) repeated = start;
    }
    std::string_view name = text.substr(repeated, open - repeated);
    if (name.empty() || HoldsOrdinaryWord(name) || stops_.lexicon.Find(name)) continue;
    Mention m;
    m.name = name;
    // By the Latin name texts in other languages know it too.
    m.id = code ? NameId(m.name) : NameId(text.substr(open + 1, length));
    m.kind = code ? "company" : "name";
    Add(m.name, m);
  }
}

// What a word of name_verbs.txt says that somebody does.
bool DocumentNames::IsDeed(std::string_view value) {
  return value == "act" || value == "body" || value == "say";
}

// Behind the times and adverbs that stand between who acts and what is done: 芯源科技2月26日公布,
// 芯源科技去年上半年亏损.
std::size_t DocumentNames::BehindDate(std::string_view text, std::size_t at) const {
  for (int words = 0; words < kMostBeforeVerb; ++words) {
    auto when = verbs_.lexicon.Longest(text, at);
    std::size_t end =
        when && verbs_.values[when->value] == "when" ? at + when->length : BehindNumberedDate(text, at);
    if (end == at) break;
    at = end;
  }
  return at;
}

// An ordinary ending makes a name where the name comes up again and somewhere acts or is led in; once is
// enough where it does at the head of a clause what only a body does (宣布, 表示).
bool DocumentNames::IsConfirmed(const std::string& name) const {
  std::size_t count = 0;
  bool acts = false;
  bool introduced = false;
  occurrences_.ForEach(name, [&](std::string_view text, std::size_t at) {
    ++count;
    std::size_t end = at + name.size();
    auto verb = verbs_.lexicon.Longest(text, end);
    if (std::size_t behind = BehindDate(text, end); behind != end)
      verb = verbs_.lexicon.Longest(text, behind);
    std::string_view does = verb ? std::string_view(verbs_.values[verb->value]) : std::string_view();
    bool head = !IsHanBefore(text, at);
    bool led = leads_.lexicon.LongestEndingAt(text, at, 0).has_value();
    // 宏鼎营造负责人某某
    auto role = leads_.lexicon.Longest(text, end);
    bool employs = role && leads_.values[role->value] == "person";
    bool acts_here = IsDeed(does);
    acts = acts || acts_here || led || employs || (head && does == "has");
    introduced = introduced || (acts_here && led);  // 加工企业X表示
    introduced = introduced || (head && (does == "say" || does == "body"));
  });
  return introduced || (acts && count >= 2);
}

}  // namespace tally
