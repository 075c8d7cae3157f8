#include "claims/table_names.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace tally {
namespace {

// A longer cell is a sentence. Bytes.
constexpr std::size_t kLongestName = 60;

// The word of the list that a cell is, without what stands in brackets: "Company (HQ)"; its value.
std::optional<std::string_view> HeadWord(std::string_view cell, const WordList& heads) {
  cell = cell.substr(0, std::min(cell.find('('), cell.size()));
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == ':')) cell.remove_suffix(1);
  if (cell.empty()) return std::nullopt;
  auto word = heads.lexicon.Find(cell);
  return word ? std::optional<std::string_view>(heads.values[*word]) : std::nullopt;
}

bool IsKind(std::string_view value) { return value != "date" && value != "sum"; }

bool IsName(std::string_view text) {
  if (text.empty() || text.size() > kLongestName) return false;
  bool letters = false;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = DecodeUtf8(text, at);
    if (c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value)) && !letters) return false;
    letters = letters || IsHan(c.value) || IsAlphabetic(c.value);
    at += c.length;
  }
  return letters;
}

// Without a bracket or the mark of a footnote behind it: "Halcyon (US)", "Halcyon*".
TextSpan NameIn(std::string_view text, TextSpan cell) {
  std::string_view said = text.substr(cell.start, cell.size());
  std::size_t end = std::min(said.find_first_of("([*"), said.size());
  while (end > 0 && said[end - 1] == ' ') --end;
  return {cell.start, cell.start + end};
}

}  // namespace

std::vector<std::string_view> RowKinds(const Document& document, const RuleSet& rules) {
  const WordList& heads = rules.Words("table_heads");
  std::vector<std::string_view> kinds(document.blocks.size());
  std::string_view kind;
  TablePart before = TablePart::kNone;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.table == TablePart::kHeads) {
      if (before != TablePart::kHeads) kind = {};
      std::string_view text = block.text.str();
      auto word = HeadWord(text.substr(0, std::min(text.find('|'), text.size())), heads);
      if (kind.empty() && word && IsKind(*word)) kind = *word;
    } else if (block.table == TablePart::kNone) {
      kind = {};
    } else {
      kinds[i] = kind;
    }
    before = block.table;
  }
  return kinds;
}

void SettleRowMentions(const Block& block, std::string_view kind, const RuleSet& rules,
                       const MentionReader& reader, std::vector<Mention>& mentions) {
  if (block.table == TablePart::kNone) return;
  RowCells row(block);
  std::string_view text = block.text.str();
  const WordList& heads = rules.Words("table_heads");
  TextSpan name = NameIn(text, row.name());
  std::string_view said = text.substr(name.start, name.size());
  bool measure = kind.empty() && reader.IsCue(AsciiLower(std::string(said)));
  std::erase_if(mentions, [&](const Mention& mention) {
    if (mention.from_table) return false;
    if (block.table == TablePart::kHeads) return true;
    const RowCell* cell = row.At(mention.text.start);
    if (cell == nullptr) return false;
    bool names_row = row.name().start <= mention.text.start && mention.text.end <= row.name().end;
    if ((mention.text.start < cell->head.end && !names_row) || (names_row && measure)) return true;
    return HeadWord(text.substr(cell->text.start, cell->text.size()), heads).has_value();
  });
  const RowCell* named = row.At(name.start);
  if (named != nullptr && !named->head.empty()) {
    auto word = HeadWord(text.substr(named->head.start, named->head.size()), heads);
    kind = word && IsKind(*word) ? *word : std::string_view();
  }
  // "Company | Acme" over "Revenue | 5": what stands below is no company.
  bool head = HeadWord(said, heads) || HeadWord(said, rules.Words("table_ratios"));
  if (kind.empty() || !IsName(said) || head) return;
  // A name of the tables in it is whom it names; a part that only looks like a name is not all of it.
  auto inside = [&](const Mention& mention) { return mention.text.Overlaps(name); };
  if (std::ranges::any_of(mentions, [&](const Mention& m) { return inside(m) && m.from_table; })) return;
  std::erase_if(mentions, inside);
  Mention whole;
  whole.text = name;
  whole.span = block.text.ToOriginal(name);
  whole.name = std::string(said);
  whole.id = NameId(said);
  whole.kind = std::string(kind);
  mentions.insert(
      std::ranges::lower_bound(mentions, name.start, {}, [](const Mention& m) { return m.text.start; }),
      std::move(whole));
}

}  // namespace tally
