#include "mentions/mention_reader.h"

#include <string_view>

#include "base/utf8.h"

namespace tally {
namespace {

// A name before 公司 or 集团 has at most this many characters.
constexpr std::size_t kLongestHanName = 6;

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

std::vector<Mention> MentionReader::Read(const Block& block) const {
  std::vector<Mention> found;
  std::string_view text = block.text.str();
  std::size_t floor = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    CodePoint c = DecodeUtf8(text, at);
    bool letter = IsAlphabetic(c.value);
    bool digit = c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value));
    if (!letter && !digit && !IsHan(c.value)) {
      at += c.length;
      continue;
    }
    std::size_t next = TableMention(block, at, found);
    if (next == at && letter) next = LatinName(block, at, found);
    if (next == at && IsHan(c.value)) {
      HanName(block, at, floor, found);
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

// Returns where to go on; `at` where no table knows the place.
std::size_t MentionReader::TableMention(const Block& block, std::size_t at,
                                        std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  auto hit = rules_.entity_aliases.Longest(text, at);
  auto blocked = rules_.entity_not.Longest(text, at);
  if (blocked && (!hit || blocked->length > hit->length)) return at + blocked->length;
  if (!hit) return at;
  const Alias& alias = rules_.aliases[hit->value];
  if (!SameCase(text.substr(at, hit->length), alias.spelling)) return at;
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

// A run of capitalised words. One word alone at the head of a sentence, or one of the stop words, is no name.
std::size_t MentionReader::LatinName(const Block& block, std::size_t at, std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  std::size_t word_end = LatinWordEnd(text, at);
  if (!StartsUpper(text, at)) return word_end;
  const WordList& stops = rules_.Words("name_stops");
  if (stops.lexicon.Find(text.substr(at, word_end - at))) return word_end;
  std::size_t words = 1;
  std::size_t end = word_end;
  while (end < text.size() && text[end] == ' ' && StartsUpper(text, end + 1)) {
    std::size_t next_end = LatinWordEnd(text, end + 1);
    if (stops.lexicon.Find(text.substr(end + 1, next_end - end - 1))) break;
    if (rules_.entity_aliases.Longest(text, end + 1)) break;
    end = next_end;
    ++words;
  }
  bool head = at == 0;
  for (const TextSpan& sentence : block.sentences) head = head || sentence.start == at;
  if (words == 1 && head) return word_end;
  if (word_end - at < 2) return word_end;
  found.push_back(Unknown(block, {at, end}, "name"));
  return end;
}

// 某某公司: an ending of the list that begins at `at`, with up to kLongestHanName characters before it that
// are in no other mention and hold none of the stop words.
void MentionReader::HanName(const Block& block, std::size_t at, std::size_t floor,
                            std::vector<Mention>& found) const {
  std::string_view text = block.text.str();
  const WordList& endings = rules_.Words("name_endings");
  auto ending = endings.lexicon.Longest(text, at);
  if (!ending) return;
  const WordList& stops = rules_.Words("name_stops");
  std::size_t start = at;
  std::size_t characters = 0;
  while (start > floor && characters < kLongestHanName) {
    std::size_t previous = PreviousCodePoint(text, start);
    if (!IsHan(DecodeUtf8(text, previous).value)) break;
    bool stopped = stops.lexicon.LongestEndingAt(text, start, floor).has_value();
    if (stopped) break;
    start = previous;
    ++characters;
  }
  if (characters < 2) return;
  found.push_back(Unknown(block, {start, at + ending->length}, endings.values[ending->value]));
}

}  // namespace tally
