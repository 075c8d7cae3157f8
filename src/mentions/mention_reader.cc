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
// An English name with its links has at most this many words.
constexpr std::size_t kLongestDateline = 80;  // bytes, its dash with it
constexpr std::size_t kLongestLatinName = 8;

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

// Lower case, letters and digits kept, everything else one '-'.
Mention Unknown(const Block& block, TextSpan span, std::string kind) {
  Mention m;
  m.text = span;
  m.span = block.text.ToOriginal(span);
  m.name = block.text.str().substr(span.start, span.size());
  m.id = NameId(m.name);
  m.kind = std::move(kind);
  return m;
}

bool IsLetterAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsAlphabetic(DecodeUtf8(text, at).value);
}

std::size_t LatinWordEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    CodePoint c = DecodeUtf8(text, at);
    bool inside = IsAlphabetic(c.value) || (c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value)));
    // D.A., U.S., Coca-Cola, O'Neill
    bool joint =
        (c.value == '.' || c.value == '-' || c.value == '\'' || c.value == '&') && IsLetterAt(text, at + 1);
    // YL-7, LB-301: the figure belongs to the name
    joint = joint || (c.value == '-' && at + 1 < text.size() && IsAsciiDigit(text[at + 1]) && at > 0 &&
                      IsAsciiUpper(text[at - 1]));
    if (!inside && !joint) break;
    at += c.length;
  }
  return at;
}

bool StartsUpper(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  char32_t c = DecodeUtf8(text, at).value;
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// eVolt, iRobot: one or two small letters, a capital, small ones.
bool IsCamel(std::string_view word) {
  auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t lead : {std::size_t{1}, std::size_t{2}}) {
    if (word.size() < lead + 3 || !small(word[0]) || !small(word[lead - 1]) || !IsAsciiUpper(word[lead]))
      continue;
    return small(word[lead + 1]) && small(word[lead + 2]);
  }
  return false;
}

bool IsPossessive(std::string_view word) { return word.size() > 3 && word.ends_with("'s"); }

// "Milford's council", not "Women's wages".
bool IsOwnerAtHead(const RuleSet& rules, std::string_view text, TextSpan name) {
  std::string word = AsciiLower(text.substr(name.start, name.size()));
  return text.substr(name.end).starts_with("'s ") && !rules.Words("name_stops").lexicon.Find(word) &&
         !rules.Words("generic_subjects").lexicon.Find(word) && !rules.Words("name_leads").lexicon.Find(word);
}

bool IsAllCapitals(std::string_view text) {
  for (char c : text) {
    if (IsAsciiAlpha(c) && !IsAsciiUpper(c)) return false;
  }
  return true;
}

// Westfield-style, Tokyo-listed: a capital word and one that says in what way.
bool IsLikeOne(std::string_view word) {
  constexpr std::string_view kWays[] = {"-style", "-like", "-led", "-backed", "-owned", "-listed"};
  return std::ranges::any_of(kWays, [&](std::string_view way) { return word.ends_with(way); });
}

}  // namespace

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

// A run of capitalised words, with "of" and "&" between them (Ministry of Health). One word alone at the head
// of a sentence, or one of the stop words, is no name.
std::size_t MentionReader::LatinName(const Block& block, std::size_t at, std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  std::size_t word_end = LatinWordEnd(text, at);
  // 02877.HK is the code of a share.
  if (at > 1 && text[at - 1] == '.' && IsAsciiDigit(text[at - 2])) return word_end;
  if (!StartsUpper(text, at) && !IsCamel(text.substr(at, word_end - at))) return word_end;
  const WordList& stops = rules_.Words("name_stops");
  if (stops.lexicon.Find(text.substr(at, word_end - at))) return word_end;
  if (std::size_t role = RoleEnd(text, at); role > at) return role;
  const WordList& endings = rules_.Words("name_endings");
  std::size_t words = 1;
  std::size_t end = word_end;
  std::size_t last = at;  // where the last word begins
  while (words < kLongestLatinName && end < text.size() && text[end] == ' ' &&
         !IsPossessive(text.substr(last, end - last))) {
    std::size_t next = end + 1;
    bool body = endings.lexicon.Find(text.substr(last, end - last)).has_value();
    for (std::string_view link :
         {"of the ", "of ", "& ", "van der ", "van ", "von ", "de la ", "de ", "bin "}) {
      bool of = link.starts_with("of");
      if (!text.substr(next).starts_with(link) || (of && !body)) continue;
      next += link.size();
      break;
    }
    if (!StartsUpper(text, next)) break;
    std::size_t next_end = LatinWordEnd(text, next);
    if (stops.lexicon.Find(text.substr(next, next_end - next))) break;
    if (RoleEnd(text, next) > next) break;  // Federal Reserve | Chair Powell
    // "Ministry of Health of Japan" ends before a name of the tables; "City of London" does not.
    if (next == end + 1 && rules_.entity_aliases.Longest(text, next)) break;
    last = next;
    end = next_end;
    ++words;
  }
  // Marland's Liberal Party is two names.
  std::size_t resume = end;
  bool owner = IsPossessive(text.substr(last, end - last));
  if (owner) end -= 2;
  bool head = at == 0;
  auto behind = std::ranges::upper_bound(block.sentences, at, {}, &TextSpan::start);
  if (behind != block.sentences.begin()) {
    // Also behind the quotation marks that open it.
    std::size_t start = (behind - 1)->start;
    std::string_view before = text.substr(start, at - start);
    head = head || before.empty() || before == "\"" || before == "“" || before == "'" || before == "‘";
    // HUALIEN, Taiwan - Rescue teams…: what follows the dash of a dateline is a head as well.
    head = head || (before.ends_with("- ") && before.size() <= kLongestDateline);
  }
  // "Castlelake-style investor": like one, not one.
  if (words == 1 && IsLikeOne(text.substr(at, end - at))) return word_end;
  // An owner is somebody also at the head of a sentence.
  if (words == 1 && head && StartsUpper(text, at) && !(owner && IsOwnerAtHead(rules_, text, {at, end})))
    return word_end;
  // 净利润(Net profit): a word in another language, no name.
  bool gloss = words == 1 && at > 1 && text[at - 1] == '(' && end + 1 < text.size() && text[end] == ' ' &&
               IsHan(DecodeUtf8(text, PreviousCodePoint(text, at - 1)).value) && !StartsUpper(text, end + 1);
  if (gloss) return word_end;
  // "the Spanish club" names no one.
  if (words == 1 && rules_.Words("demonyms_en").lexicon.Find(text.substr(at, end - at))) return resume;
  bool paper_size = word_end - at == 2 && IsAsciiDigit(text[at + 1]);  // A4, G7, Q3
  if (word_end - at < 2 || (words == 1 && paper_size)) return word_end;
  // BASEL, May 12 - …: the place of a dateline.
  if (at == 0 && end < text.size() && text[end] == ',' && IsAllCapitals(text.substr(at, end - at)))
    return end;
  found.push_back(Unknown(block, {at, end}, LatinKind(text, at, {last, end}, words)));
  return resume;
}

// Prime Minister Anna Weir, Rival Delmar Auto: where the words of a role end that stand before a name; `at`
// where there are none.
std::size_t MentionReader::RoleEnd(std::string_view text, std::size_t at) const {
  auto role = rules_.Words("name_leads").lexicon.Longest(text, at);
  if (!role) return at;
  std::size_t next = at + role->length;
  if (next < text.size() && text[next] == '.') ++next;
  return next + 1 < text.size() && text[next] == ' ' && StartsUpper(text, next + 1) ? next : at;
}

// "..." said Lennart Quist; Denise Ruiz, 52, has hung doors.
bool MentionReader::IsToldAsPerson(std::string_view text, std::size_t at, std::size_t end) const {
  const Lexicon& quoting = rules_.Words("quoting").lexicon;
  auto verb = at > 1 && text[at - 1] == ' ' ? quoting.LongestEndingAt(text, at - 1, 0) : std::nullopt;
  bool said = verb && !text.substr(0, at - 1 - verb->length).ends_with("according ");
  std::string_view rest = text.substr(end);
  auto digit = [&](std::size_t i) { return i < rest.size() && IsAsciiDigit(rest[i]); };
  bool aged = rest.starts_with(", ") && digit(2) && digit(3) && rest.substr(4).starts_with(",");
  return said || aged;
}

// What a run of capitalised words is: by its last word (Bank, Council), by a role before it or a given name
// at its head; otherwise "name".
std::string MentionReader::LatinKind(std::string_view text, std::size_t at, TextSpan last,
                                     std::size_t words) const {
  const WordList& endings = rules_.Words("name_endings");
  auto ending = endings.lexicon.Find(text.substr(last.start, last.size()));
  if (ending && words > 1 && !endings.values[*ending].ends_with('?')) return endings.values[*ending];
  const WordList& leads = rules_.Words("name_leads");
  auto lead = at > 1 && text[at - 1] == ' ' ? leads.lexicon.LongestEndingAt(text, at - 1, 0) : std::nullopt;
  std::string_view first = text.substr(at, LatinWordEnd(text, at) - at);
  // "the investor Lars Heim"
  if (lead && words > 1 && rules_.Words("given_names_en").lexicon.Find(first)) return "person";
  if (lead) return leads.values[lead->value];
  if (words == 1 && IsAsciiDigit(text[last.end - 1])) return "product";
  // Ministry of Harbours
  auto head = endings.lexicon.Find(first);
  if (words > 1 && head && text.substr(at + first.size()).starts_with(" of ")) return endings.values[*head];
  if (words > 1 && rules_.Words("given_names_en").lexicon.Find(first)) return "person";
  if (words > 1 && words < 4 && IsToldAsPerson(text, at, last.end)) return "person";
  // Cyclone Tamar, Hurricane Milton
  const WordList& nouns = rules_.Words("generic_subjects");
  auto noun = words > 1 ? nouns.lexicon.Find(AsciiLower(first)) : std::nullopt;
  if (noun && nouns.values[*noun].starts_with("event ")) return "event";
  return "name";
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
