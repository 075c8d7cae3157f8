// A sentence as the rules see it: quantities and mentions as items, clauses, and the skeleton in which each
// item stands as one typed symbol.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/row_cells.h"
#include "mentions/mention.h"
#include "quantities/quantity.h"
#include "rules/rule_set.h"

namespace tally {

struct Item {
  enum class Type { kQuantity, kMention, kPronoun, kNoun } type = Type::kQuantity;
  TextSpan text;
  std::size_t index =
      0;  // into Sentence::quantities or Sentence::mentions; nouns; unused for pronouns (该公司, it)
};

// A common noun that can be a subject (火灾, the drug): no symbol in the skeleton, phrases see its letters.
struct Noun {
  TextSpan text;
  std::string_view kind;  // of the list of words, which outlives the sentence
  std::string_view id;
};

struct Sentence {
  const Block* block = nullptr;
  TextSpan text;  // of the block's folded text
  std::vector<Quantity> quantities;
  std::vector<Mention> mentions;
  std::vector<Noun> nouns;
  // Of a sentence without a figure the next two are empty: no rule looks at it.
  std::vector<Item> items;               // quantities, mentions and pronouns by place, without overlaps
  std::vector<Item> named;               // mentions, pronouns and nouns by place: what a slot may hold
  std::vector<std::size_t> clause_ends;  // places where a clause ends, the sentence's end last

  std::shared_ptr<const RowCells> row;  // of a table; nullptr outside

  // Items as symbols, the rest as it stands; only where there is a figure, without which no rule looks at it.
  std::string skeleton;
  std::vector<std::size_t> skeleton_offsets;  // where each item's symbol begins, by item
  std::uint32_t symbols = 0;                  // a bit for each symbol that stands in it (SymbolBit)

  std::string_view str() const { return std::string_view(block->text.str()).substr(text.start, text.size()); }
  // The clause that holds `at` (a place in the block's text).
  TextSpan ClauseAt(std::size_t at) const;
  // Number of clause ends between two places.
  std::size_t ClausesBetween(std::size_t from, std::size_t to) const;
  // The item whose symbol begins at a byte of the skeleton.
  std::optional<std::size_t> ItemAtSkeleton(std::size_t at) const;
};

// The symbols of the skeleton: private-use characters, so that no text can hold them by itself (the reader
// drops those).
inline constexpr char32_t kFirstQuantitySymbol = 0xE000;  // + Dimension
inline constexpr char32_t kBareMagnitudeSymbol = 0xE00F;
inline constexpr char32_t kFirstMentionSymbol = 0xE010;  // + index into kMentionKinds
inline constexpr char32_t kPronounSymbol = 0xE01F;
inline constexpr std::string_view kMentionKinds[] = {
    "company", "organization", "person", "product", "event", "programme", "place", "media", "name"};
char32_t MentionSymbol(std::string_view kind);

// All symbols are within 32 of the first.
inline constexpr std::uint32_t SymbolBit(char32_t symbol) {
  return std::uint32_t{1} << (symbol - kFirstQuantitySymbol);
}

// Whether an English noun that ends at a place only says which of another one ("the flood wall").
bool IsNounModifier(std::string_view text, std::size_t end, const RuleSet& rules);

// Cuts a block into sentences with their items. Where a quantity and a mention overlap, a mention of the
// tables wins (7-Eleven, Windows 3.1), a name by shape gives way; a bare number right behind a product or
// company is its version.
// `starts`: the places of RuleSet::starts in the block's text.
std::vector<Sentence> MakeSentences(const Block& block, std::vector<Quantity> quantities,
                                    std::vector<Mention> mentions,
                                    const std::vector<LexiconFilter::Place>& starts, const RuleSet& rules);

}  // namespace tally
