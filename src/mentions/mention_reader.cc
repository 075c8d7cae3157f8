#include "mentions/mention_reader.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace tally {
namespace {

// What a mention in Han characters begins with, or ends in.
constexpr LexiconFilter::Mask kStarts = RuleSet::kAlias | RuleSet::kNotAlias | RuleSet::kNameEnding;
// A name before 公司 or 集团 has at most this many characters.
constexpr std::size_t kLongestHanName = 8;
constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kLongestTown = 3;
// 国际 between 香港 and 机场: bytes.
constexpr std::size_t kLongestNamedAfter = 18;

bool SameCase(std::string_view text, std::string_view alias) {
  // The writing with a blank between Han and Latin is longer than the alias: compare letter by letter over
  // blanks.
  std::size_t t = 0;
  bool all_upper = true;
  bool same_first = true;
  bool first = true;
  for (char a : alias) {
    if (a == ' ') continue;
    while (t < text.size() && text[t] == ' ') ++t;
    if (t >= text.size()) break;
    if (IsAsciiAlpha(a)) {
      if (!IsAsciiUpper(text[t])) all_upper = false;
      if (first) same_first = text[t] == a || !IsAsciiUpper(a);
      first = false;
    }
    ++t;
  }
  return same_first || all_upper;
}

}  // namespace

// Lower case, letters and digits kept, everything else one '-'.
std::string NameId(std::string_view words) {
  std::string slug;
  for (char c : words) {
    bool keep = IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80;
    if (keep) {
      slug.push_back(AsciiLower(c));
    } else if (!slug.empty() && slug.back() != '-') {
      slug.push_back('-');
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

Mention MentionReader::Unknown(const Block& block, TextSpan span, std::string kind) {
  Mention m;
  m.text = span;
  m.span = block.text.ToOriginal(span);
  m.name = block.text.str().substr(span.start, span.size());
  m.id = NameId(m.name);
  m.kind = std::move(kind);
  return m;
}

MentionReader::MentionReader(const RuleSet& rules) : rules_(rules) {
  for (const PredicateRule& rule : rules.predicates) {
    for (const CueRule& cue : rule.cues) {
      for (const std::string& word : cue.words) cues_.Add(word, 0);
    }
  }
  cues_.Freeze();
}

std::vector<Mention> MentionReader::Read(const Block& block,
                                         const std::vector<LexiconFilter::Place>& starts) const {
  std::vector<Mention> found;
  std::string_view text = block.text.str();
  std::size_t floor = 0;
  std::size_t at = 0;
  for (const LexiconFilter::Place& place : starts) {
    auto lead = static_cast<unsigned char>(text[place.at]);
    bool plain = (place.lexicons & kStarts) == 0;
    // A Han character, a mark.
    if (place.at < at || (plain && (lead >= 0xE0 || (lead < 0x80 && !IsAsciiAlnum(text[place.at])))))
      continue;
    at = place.at;
    CodePoint c = DecodeUtf8(text, at);
    bool letter = IsAlphabetic(c.value);
    bool digit = c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value));
    if (!letter && !digit && !IsHan(c.value)) {
      at += c.length;
      continue;
    }
    std::size_t next = at;
    if ((place.lexicons & (RuleSet::kAlias | RuleSet::kNotAlias)) != 0)
      next = TableMention(block, place, found);
    if (next == at && letter) next = LatinName(block, at, found);
    if (next == at && IsHan(c.value)) {
      if ((place.lexicons & RuleSet::kNameEnding) != 0) HanName(block, at, floor, found);
      next = at + c.length;
    }
    if (!found.empty()) floor = found.back().text.end;
    if (next == at && digit) {
      // A number is passed over as a whole: the 7 inside 2017 begins no name.
      next = at;
      while (next < text.size() && IsAsciiAlnum(text[next])) ++next;
    }
    at = next > at ? next : at + c.length;
  }
  return found;
}

bool StartsUpper(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  char32_t c = DecodeUtf8(text, at).value;
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// Lotte de Wit is not the Lotte of the tables.
bool MentionReader::IsPartOfLonger(std::string_view text, std::size_t end) {
  if (end >= text.size() || text[end] != ' ') return false;
  for (std::string_view link : {" de ", " van ", " von ", " bin ", " van der ", " de la ", " di ", " al-"}) {
    if (text.substr(end).starts_with(link) && StartsUpper(text, end + link.size())) return true;
  }
  return false;
}

// Returns where to go on; `at` where no table knows the place.
std::size_t MentionReader::TableMention(const Block& block, const LexiconFilter::Place& place,
                                        std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  std::size_t at = place.at;
  auto look_up = [&](const Lexicon& table, LexiconFilter::Mask bit) {
    return (place.lexicons & bit) != 0 ? table.Longest(text, at) : std::nullopt;
  };
  auto hit = look_up(rules_.entity_aliases, RuleSet::kAlias);
  auto blocked = look_up(rules_.entity_not, RuleSet::kNotAlias);
  if (blocked && (!hit || blocked->length > hit->length)) return at + blocked->length;
  if (!hit) return at;
  const Alias& alias = rules_.aliases[hit->value];
  if (!SameCase(text.substr(at, hit->length), alias.spelling)) return at;
  if (IsPartOfLonger(text, at + hit->length)) return at;
  const Entity& entity = rules_.entities[alias.entity];
  Mention m;
  m.text = {at, at + hit->length};
  m.span = block.text.ToOriginal(m.text);
  m.id = entity.id;
  m.name = entity.name;
  m.kind = entity.kind;
  m.from_table = true;
  if (!found.empty() && found.back().text.end > at) found.pop_back();  // a name by shape gives way
  found.push_back(std::move(m));
  return at + hit->length;
}

// 某某公司: endings of the list that begin at `at`, with up to kLongestHanName characters before them that
// are in no other mention. The name begins at the edge of a word: at a mark, or behind one of the stop words
// or of the words that lead a name in.
void MentionReader::HanName(const Block& block, std::size_t at, std::size_t floor,
                            std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  const WordList& endings = rules_.Words("name_endings");
  auto ending = endings.lexicon.Longest(text, at);
  if (!ending || endings.values[ending->value] == "none") return;
  // 股市, 社区: a longer word that only ends so
  auto longest = endings.lexicon.LongestEndingAt(text, at + ending->length, floor);
  if (longest && endings.values[longest->value] == "none") return;
  const WordList& stops = rules_.Words("name_stops");
  const WordList& leads = rules_.Words("name_leads");
  std::size_t start = at;
  std::size_t characters = 0;
  bool led = false;  // 中国家电大厂东禾集团: the name begins behind the word for what it is
  while (start > floor) {
    std::size_t previous = PreviousCodePoint(text, start);
    if (!IsHan(DecodeUtf8(text, previous).value)) break;
    if (stops.lexicon.LongestEndingAt(text, start, floor)) break;
    led = characters > 0 && leads.lexicon.LongestEndingAt(text, start, floor).has_value();
    if (led) break;
    if (characters == kLongestHanName) return;
    start = previous;
    ++characters;
  }
  bool named_after = false;
  if (!found.empty() && found.back().kind == "place") {
    // 香港国际机场, 中国疾控中心: a body or a place named after its country or town, ordinary words between.
    const std::string& kind = endings.values[ending->value];
    std::string_view between = text.substr(found.back().text.end, at - found.back().text.end);
    bool near = between.size() <= kLongestNamedAfter && found.back().text.end == floor;
    for (std::size_t i = 0; near && i < between.size(); i += DecodeUtf8(between, i).length)
      near = IsHan(DecodeUtf8(between, i).value) && !between.substr(i).starts_with("的") &&
             !between.substr(i).starts_with("到") && !between.substr(i).starts_with("至");
    // 福州大学, 温州银行 and 洛阳玻璃集团, but not 广东企业.
    std::string_view word = text.substr(at, ending->length);
    bool general = word == "公司" || word == "企业" || word == "集团" || word == "机构" || word == "供应链";
    if (near && between.ends_with("一")) return;  // 里昂一博物馆: some museum there
    bool named = kind == "organization" || kind == "place" || (kind == "company" && word != "公司");
    if (near && named && !led && (!between.empty() || !general)) {
      named_after = true;
      start = found.back().text.start;
    }
  }
  if (characters < 2 && !named_after) return;
  // 法官|区乐瑶, 水库大坝: the word for a role or an ordinary noun is no name before the ending.
  std::string_view stem = text.substr(start, at - start);
  bool placed = endings.values[ending->value] == "place";
  if (placed && !named_after &&
      (leads.lexicon.Find(stem) || rules_.Words("generic_subjects").lexicon.Find(stem)))
    return;
  // 青溪市, 云岚县: two or three characters before one; more are no name of a town.
  bool town = ending->length == kHanBytes && endings.values[ending->value] == "place";
  if (town && (named_after || characters > kLongestTown)) return;
  // 生物 + 科技, 半导体 + 有限公司: the last ending says what it is.
  std::size_t end = at + ending->length;
  std::string kind = endings.values[ending->value];
  while (auto more = town ? std::nullopt : endings.lexicon.Longest(text, end)) {
    if (endings.values[more->value] == "none") break;
    end += more->length;
    kind = endings.values[more->value];
  }
  if (named_after) found.pop_back();
  found.push_back(Unknown(block, {start, end}, std::move(kind)));
}

}  // namespace tally
