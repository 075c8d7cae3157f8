// Names in Latin letters that no table has: runs of capitalised words.
#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "mentions/mention_reader.h"

namespace tally {
namespace {

constexpr std::size_t kLongestDateline = 80;  // bytes, its dash with it
// An English name with its links has at most this many words.
constexpr std::size_t kLongestLatinName = 8;

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

// KSC.L, 0700.HK: how Reuters writes a share behind the name of its company.
bool IsShareCode(std::string_view word) {
  std::size_t dot = word.find('.');
  auto capital = [](char c) { return IsAsciiUpper(c) || IsAsciiDigit(c); };
  return dot != std::string_view::npos && dot >= 2 && word.size() - dot - 1 >= 1 &&
         word.size() - dot - 1 <= 2 && std::ranges::all_of(word.substr(0, dot), capital) &&
         std::ranges::all_of(word.substr(dot + 1), IsAsciiUpper);
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

// A run of capitalised words, with "of" and "&" between them (Ministry of Health). One word alone at the head
// of a sentence, or one of the stop words, is no name.
std::size_t MentionReader::LatinName(const Block& block, std::size_t at, std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  std::size_t word_end = LatinWordEnd(text, at);
  // 02877.HK is the code of a share.
  if (at > 1 && text[at - 1] == '.' && IsAsciiDigit(text[at - 2])) return word_end;
  if (!StartsUpper(text, at) && !IsCamel(text.substr(at, word_end - at))) return word_end;
  if (IsShareCode(text.substr(at, word_end - at))) return word_end;
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
    if (RoleEnd(text, next) > next) break;                       // Federal Reserve | Chair Powell
    if (IsShareCode(text.substr(next, next_end - next))) break;  // Kestrel Copper | KSC.L
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
  // "the Spanish club", and "Young French voters" at the head of a sentence, name no one.
  bool goes_on = end + 1 < text.size() && text[end] == ' ' && text[end + 1] >= 'a' && text[end + 1] <= 'z';
  bool described = words == 1 || (words == 2 && head && goes_on);
  if (described && rules_.Words("demonyms_en").lexicon.Find(text.substr(last, end - last))) return resume;
  // World Blood Donor Day
  auto ending = endings.lexicon.Find(text.substr(last, end - last));
  if (words > 2 && ending && endings.values[*ending] == "none") return resume;
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
  bool kind = ending && endings.values[*ending] != "none" && !endings.values[*ending].ends_with('?');
  if (kind && words > 1) return endings.values[*ending];
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

}  // namespace tally
