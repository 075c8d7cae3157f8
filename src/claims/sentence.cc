#include "claims/sentence.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace tally {
namespace {

bool EndsClause(char32_t c) {
  switch (c) {
    case U',':
    case U'，':
    case U';':
    case U'；':
    case U':':
    case U'：':
    case U'(':
    case U')':
    case U'—':
    case U'。':
      return true;
    default:
      return false;
  }
}

// The element of a list, sorted by place and without overlaps, that overlaps a span; nullptr where none does.
// Binary search: a block of a million figures must not become quadratic.
template <class T>
const T* Overlapping(const std::vector<T>& sorted, TextSpan span) {
  auto after = std::ranges::lower_bound(sorted, span.start, {}, [](const T& t) { return t.text.end; });
  while (after != sorted.end() && after->text.end <= span.start) ++after;
  return after != sorted.end() && after->text.Overlaps(span) ? &*after : nullptr;
}

// A mention by shape gives way to a quantity, one of the tables takes the quantity away; but a date may be
// told by a name in it (2024年春节), and what a figure counts may be one or have one before it (4,000 Nvidia
// chips, 300 名微软员工, 500 iPhones).
void SettleOverlaps(std::vector<Quantity>& quantities, std::vector<Mention>& mentions) {
  std::erase_if(quantities, [&](const Quantity& q) {
    const Mention* m = Overlapping(mentions, q.text);
    // “云雀3”: a plain number inside a name
    bool inside = m != nullptr && m->text.start < q.text.start && q.text.end <= m->text.end;
    if (inside && q.value.dimension == Dimension::kNumber) return true;
    if (m == nullptr || !m->from_table) return false;
    bool holds = q.text.start <= m->text.start && m->text.end <= q.text.end && q.text.size() > m->text.size();
    bool counted = holds && q.text.start < m->text.start;
    return !(holds && q.value.dimension == Dimension::kDate) &&
           !(counted && q.value.dimension == Dimension::kCount);
  });
  std::erase_if(mentions, [&](const Mention& m) { return Overlapping(quantities, m.text) != nullptr; });
}

// Llama 4, Windows 3, iPhone 15: a bare small number right behind a name.
void DropVersions(std::vector<Quantity>& quantities, const std::vector<Mention>& mentions,
                  std::string_view text, const RowCells* row) {
  std::erase_if(quantities, [&](const Quantity& q) {
    // A figure that opens its cell stands behind the head of it.
    const RowCell* cell = row == nullptr ? nullptr : row->At(q.text.start);
    if (cell != nullptr && cell->text.start == q.text.start) return false;
    if (q.value.dimension != Dimension::kNumber || q.value.bare_magnitude || q.text.start == 0) return false;
    // Dow Jones 41,368: no version has a thousand
    if (!q.value.stated.lo || *q.value.stated.lo >= Decimal(1000)) return false;
    std::size_t before = text[q.text.start - 1] == ' ' ? q.text.start - 1 : q.text.start;
    if (before == 0) return false;
    const Mention* m = Overlapping(mentions, {before - 1, before});
    bool versioned = m != nullptr && (m->kind == "product" || m->kind == "company" || m->kind == "name" ||
                                      m->kind == "event");
    return versioned && m->text.end == before;
  });
}

}  // namespace

// What may follow a noun that is a subject: a mark, a figure, a capital, a verb or a word of the list.
bool IsNounModifier(std::string_view text, std::size_t end, const RuleSet& rules) {
  auto is_small = [&](std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
  if (end + 1 >= text.size() || text[end] != ' ' || !is_small(end + 1)) return false;
  std::size_t word_end = end + 1;
  while (is_small(word_end)) ++word_end;
  std::string_view word = text.substr(end + 1, word_end - end - 1);
  if (word.ends_with("ed") || word.ends_with("ly")) return false;
  return !rules.Words("noun_followers_en").lexicon.Find(word) &&
         !rules.Words("past_verbs_en").lexicon.Find(word);
}

namespace {

// 台风「蓮霧」: the name in quotation marks is the subject, not the noun before it.
bool NamedInQuotes(const Sentence& sentence, std::size_t end) {
  std::string_view rest = std::string_view(sentence.block->text.str()).substr(end);
  for (std::string_view mark : {"「", "『", "“", "《", "\""}) {
    if (rest.starts_with(mark))
      return Overlapping(sentence.mentions, {end + mark.size(), end + mark.size() + 1}) != nullptr;
  }
  return false;
}

// "storms" for storm: the list has English nouns in the singular.
std::optional<Lexicon::Hit> PluralAt(const WordList& list, std::string_view text, std::size_t at) {
  if (!IsAsciiAlpha(text[at]) || (at > 0 && IsAsciiAlpha(text[at - 1]))) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && IsAsciiAlpha(text[end])) ++end;
  if (end - at < 4 || text[end - 1] != 's') return std::nullopt;
  auto singular = list.lexicon.Find(text.substr(at, end - at - 1));
  bool noun = singular && list.values[*singular].find(' ') != std::string::npos;
  if (!noun) return std::nullopt;
  return Lexicon::Hit{.length = end - at, .value = *singular};
}

// Pronouns and the common nouns of the same list. 集团 right behind a name belongs to it.
// `start`: the first place in the sentence or behind it; moved to the first one behind.
void AddPronouns(Sentence& sentence, const RuleSet& rules,
                 std::vector<LexiconFilter::Place>::const_iterator& start,
                 std::vector<LexiconFilter::Place>::const_iterator end) {
  std::string_view text = sentence.block->text.str();
  const WordList& list = rules.Words("generic_subjects");
  bool figures = !sentence.quantities.empty();
  std::size_t free_from = sentence.text.start;
  for (; start != end && start->at < sentence.text.end; ++start) {
    std::size_t at = start->at;
    // A plural begins with the three letters of its singular.
    if (at < free_from || (start->lexicons & RuleSet::kGenericSubject) == 0) continue;
    auto hit = list.lexicon.Longest(text, at);
    if (!hit) hit = PluralAt(list, text, at);
    TextSpan span{at, at + (hit ? hit->length : 0)};
    bool free = hit && list.values[hit->value] != "none" &&
                Overlapping(sentence.quantities, span) == nullptr &&
                Overlapping(sentence.mentions, span) == nullptr;
    if (free) {
      const std::string& value = list.values[hit->value];
      std::size_t blank = value.find(' ');
      const Mention* before = at > 0 ? Overlapping(sentence.mentions, {at - 1, at}) : nullptr;
      if (blank != std::string::npos) {
        std::string_view noun = value;
        bool verb = IsAsciiAlpha(text[at]) && text.substr(0, at).ends_with("to ");
        if (NamedInQuotes(sentence, span.end) || verb ||
            (IsAsciiAlpha(text[at]) && IsNounModifier(text, span.end, rules))) {
          free_from = span.end;
          continue;
        }
        if (figures) sentence.named.push_back({Item::Type::kNoun, span, sentence.nouns.size()});
        sentence.nouns.push_back({span, noun.substr(0, blank), noun.substr(blank + 1)});
      } else if (figures && (before == nullptr || IsAsciiAlpha(text[at]))) {
        sentence.items.push_back({Item::Type::kPronoun, span, 0});
      }
    }
    if (hit) free_from = span.end;
  }
}

// "has released 5 million euros in aid and the UN needs 22 million": behind a figure, "and" or "while" before
// a name begins a clause of its own.
bool BeginsClause(const Sentence& sentence, std::size_t at, std::size_t clause_start) {
  std::string_view rest = std::string_view(sentence.block->text.str()).substr(at, 16);
  // The letters that the words below begin with.
  if (rest.size() < 2 || (rest[1] != 'a' && rest[1] != 'w' && rest[1] != 'b' && rest[1] != 't')) return false;
  std::size_t lead = 0;
  for (std::string_view word : {" and ", " while ", " but ", " whereas "}) {
    if (rest.starts_with(word)) lead = word.size();
  }
  for (std::string_view word : {" that he ", " that she ", " that it ", " that they "}) {
    if (rest.starts_with(word)) return true;
  }
  if (lead == 0) return false;
  if (rest.substr(lead).starts_with("the ")) lead += 4;
  const Mention* next = Overlapping(sentence.mentions, {at + lead, at + lead + 1});
  if (next == nullptr) return false;
  // "618 shops in Britain and Ireland"
  const Mention* last = at == 0 ? nullptr : Overlapping(sentence.mentions, {at - 1, at});
  if (last != nullptr && last->kind == next->kind) return false;
  auto figure = std::ranges::lower_bound(sentence.quantities, clause_start, {},
                                         [](const Quantity& q) { return q.text.start; });
  return figure != sentence.quantities.end() && figure->text.end <= at;
}

// Marks in a head are its own: "Amount, $bn", "Halcyon (US)".
bool IsInHead(const Sentence& sentence, std::size_t at) {
  if (!sentence.row) return false;
  const RowCell* cell = sentence.row->At(at);
  return (cell != nullptr && at < cell->head.end) || at < sentence.row->name().end;
}

// Whether a character that begins with this byte may end a clause, or be the blank or bar before one: the
// marks of EndsClause, and these.
bool MayEndClause(char c) {
  static constexpr auto kMay = [] {
    std::array<bool, 256> may{};
    for (char32_t mark : U",，;；:：()—。 |") {
      if (mark != 0) may[mark < 0x80 ? mark : 0xE0 | mark >> 12] = true;
    }
    return may;
  }();
  return kMay[static_cast<unsigned char>(c)];
}

void FindClauses(Sentence& sentence) {
  std::string_view text = sentence.block->text.str();
  std::size_t clause_start = sentence.text.start;
  std::size_t note_end = sentence.row ? sentence.row->note().end : 0;
  sentence.clause_ends.reserve(8);
  for (std::size_t at = sentence.text.start; at < sentence.text.end;) {
    if (!MayEndClause(text[at])) {
      at += LengthByLead(text[at]);
      continue;
    }
    CodePoint c = DecodeUtf8(text, at);
    if (note_end > 0 && at >= note_end && c.value == '|') {
      sentence.clause_ends.push_back(at);
      note_end = 0;
    }
    if (EndsClause(c.value) && !IsInHead(sentence, at) &&
        Overlapping(sentence.quantities, {at, at + c.length}) == nullptr) {
      sentence.clause_ends.push_back(at);
      clause_start = at;
    } else if (c.value == ' ' && BeginsClause(sentence, at, clause_start)) {
      sentence.clause_ends.push_back(at);
      clause_start = at;
    }
    at += c.length;
  }
  sentence.clause_ends.push_back(sentence.text.end);
}

char32_t SymbolOf(const Sentence& sentence, const Item& item) {
  if (item.type == Item::Type::kPronoun) return kPronounSymbol;
  if (item.type == Item::Type::kMention) return MentionSymbol(sentence.mentions[item.index].kind);
  const Value& value = sentence.quantities[item.index].value;
  if (value.bare_magnitude) return kBareMagnitudeSymbol;
  return kFirstQuantitySymbol + static_cast<char32_t>(value.dimension);
}

void BuildSkeleton(Sentence& sentence) {
  std::string_view text = sentence.block->text.str();
  std::size_t at = sentence.text.start;
  // Folded text is well-formed: a symbol or a replacement character begins with EE or EF.
  auto copy = [&](std::size_t end) {
    std::size_t copied = at;
    while (at < end) {
      if (static_cast<unsigned char>(text[at]) < 0xEE) {
        ++at;
        continue;
      }
      CodePoint c = DecodeUtf8(text, at);
      bool symbol = (c.value >= 0xE000 && c.value <= 0xF8FF) || c.value == kReplacement;
      if (symbol) {
        sentence.skeleton.append(text.substr(copied, at - copied));
        copied = at + c.length;
      }
      at += c.length;
    }
    if (at > copied) sentence.skeleton.append(text.substr(copied, at - copied));
  };
  sentence.skeleton.reserve(sentence.text.size());
  sentence.skeleton_offsets.reserve(sentence.items.size());
  for (const Item& item : sentence.items) {
    copy(item.text.start);
    sentence.skeleton_offsets.push_back(sentence.skeleton.size());
    char32_t symbol = SymbolOf(sentence, item);
    sentence.symbols |= SymbolBit(symbol);
    AppendUtf8(symbol, sentence.skeleton);
    at = item.text.end;
  }
  copy(sentence.text.end);
}

// Moves the elements of a list from `next` on that begin before `end`.
template <class T>
void MoveUpTo(std::size_t end, std::vector<T>& from, std::size_t& next, std::vector<T>& to) {
  std::size_t last = next;
  while (last < from.size() && from[last].text.start < end) ++last;
  to.assign(std::make_move_iterator(from.begin() + static_cast<std::ptrdiff_t>(next)),
            std::make_move_iterator(from.begin() + static_cast<std::ptrdiff_t>(last)));
  next = last;
}

void AddItems(Sentence& s) {
  constexpr std::size_t kPronouns = 4;  // room for these
  s.items.reserve(s.quantities.size() + s.mentions.size() + kPronouns);
  s.named.reserve(s.mentions.size() + 2 * kPronouns);
  for (std::size_t i = 0; i < s.quantities.size(); ++i)
    s.items.push_back({Item::Type::kQuantity, s.quantities[i].text, i});
  for (std::size_t i = 0; i < s.mentions.size(); ++i)
    s.items.push_back({Item::Type::kMention, s.mentions[i].text, i});
}

}  // namespace

char32_t MentionSymbol(std::string_view kind) {
  auto found = std::ranges::find(kMentionKinds, kind);
  return kFirstMentionSymbol + static_cast<char32_t>(found - std::begin(kMentionKinds));
}

TextSpan Sentence::ClauseAt(std::size_t at) const {
  auto end = std::ranges::upper_bound(clause_ends, at);
  std::size_t start = end == clause_ends.begin() ? text.start : *(end - 1);
  return {start, end == clause_ends.end() ? text.end : *end};
}

std::size_t Sentence::ClausesBetween(std::size_t from, std::size_t to) const {
  if (from > to) std::swap(from, to);
  auto first = std::ranges::lower_bound(clause_ends, from);
  auto last = std::ranges::lower_bound(clause_ends, to);
  return static_cast<std::size_t>(last - first);
}

std::optional<std::size_t> Sentence::ItemAtSkeleton(std::size_t at) const {
  auto found = std::ranges::lower_bound(skeleton_offsets, at);
  if (found == skeleton_offsets.end() || *found != at) return std::nullopt;
  return static_cast<std::size_t>(found - skeleton_offsets.begin());
}

std::vector<Sentence> MakeSentences(const Block& block, std::vector<Quantity> quantities,
                                    std::vector<Mention> mentions,
                                    const std::vector<LexiconFilter::Place>& starts, const RuleSet& rules) {
  SettleOverlaps(quantities, mentions);
  std::shared_ptr<const RowCells> row;
  if (block.table != TablePart::kNone) row = std::make_shared<const RowCells>(block);
  DropVersions(quantities, mentions, block.text.str(), row.get());
  std::vector<Sentence> sentences;
  std::size_t q = 0;
  std::size_t m = 0;
  auto start = starts.begin();
  sentences.reserve(block.sentences.size());
  for (const TextSpan& span : block.sentences) {
    Sentence& s = sentences.emplace_back();
    s.block = &block;
    s.text = span;
    s.row = row;
    MoveUpTo(span.end, quantities, q, s.quantities);
    MoveUpTo(span.end, mentions, m, s.mentions);
    bool figures = !s.quantities.empty();
    if (figures) AddItems(s);
    AddPronouns(s, rules, start, starts.end());
    if (figures) {
      std::ranges::sort(s.items, {}, [](const Item& i) { return i.text.start; });
      std::ranges::copy_if(s.items, std::back_inserter(s.named),
                           [](const Item& i) { return i.type != Item::Type::kQuantity; });
      std::ranges::sort(s.named, {}, [](const Item& i) { return i.text.start; });
    }
    FindClauses(s);
    if (figures) BuildSkeleton(s);
  }
  return sentences;
}

}  // namespace tally
