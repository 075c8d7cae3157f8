// The names of one document: what the reader of mentions finds block by block, and what only the whole text
// tells: a short name for the long one used elsewhere (云岭芯智 for 云岭芯智科技, Halcyon for Halcyon
// Therapeutics), a name that a title or a role introduces (制造商X宣布), a name at the head of a sentence, an
// ordinary ending (科技) that is part of a name only where the name comes up again.
//
// Names are learned from the first kLearned bytes of a document, where they are introduced, so that the cost
// stays linear; they hold for all of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "mentions/mention.h"
#include "mentions/mention_reader.h"
#include "mentions/occurrences.h"

namespace tally {

class DocumentNames {
 public:
  static constexpr std::size_t kLearned = 64 * 1024;

  // Keeps references to all three.
  DocumentNames(const MentionReader& reader, const RuleSet& rules, const Document& document);

  using Starts = std::vector<LexiconFilter::Place>;

  // The mentions of a block of the document, in order, without overlaps. The blocks that were learned from
  // are read once only: each may be asked for again.
  std::vector<Mention> Read(std::size_t block) const;
  // The places of RuleSet::starts in a block of the document; found into `room` where the block was not
  // learned from.
  const Starts& StartsOf(std::size_t block, Starts& room) const;
  // As Read, of a block whose places are known.
  std::vector<Mention> Read(std::size_t block, const Starts& starts) const;

  // The currency of the place that a text in Traditional characters is about (ISO 4217: TWD, HKD, MOP), by
  // the home currency of whom it names; empty where they do not agree.
  std::string_view HomeCurrency() const;

 private:
  struct Known {
    std::string spelling;  // folded
    std::string id;
    std::string name;
    std::string kind;
    bool is_short = false;   // of two characters: stands only between words that can stand beside a name
    std::uint16_t next = 0;  // one more than the index of the next name of the same beginning; 0 at the end
  };

  void DropDescriptions();
  void LearnLatin();
  Mention CompanyOfShares(Mention shares, const std::vector<const Mention*>& names) const;
  void LearnHan();
  void LearnIntroduced(std::size_t block);
  std::size_t PersonEnd(std::string_view text, std::size_t at) const;
  std::size_t EventEnd(std::string_view text, std::size_t at) const;
  std::size_t DottedEnd(std::string_view text, std::size_t at) const;
  bool OpensTitle(std::string_view name) const;
  void LearnIntroducedAt(std::string_view text, std::size_t at, std::string_view kind);
  void AddPerson(std::string_view text, std::size_t at, bool aged);
  void LearnSpeaker(std::string_view text, std::size_t at);
  void LearnAged(std::size_t block);
  void LearnMasked(std::size_t block);
  void LearnBrackets();
  void LearnOpening(std::size_t block);
  void LearnGlossed(std::size_t block);
  bool HoldsOrdinaryWord(std::string_view name) const;
  void LearnQuoted(std::size_t block);
  bool IsWork(std::string_view text, std::size_t at, std::string_view name) const;
  void Add(std::string spelling, const Mention& of);
  void Index();
  std::size_t CountOf(std::string_view spelling) const { return occurrences_.Count(spelling); }
  const Known* KnownAt(std::string_view text, std::size_t at) const;
  bool MayStand(const Known& known, std::string_view text, std::size_t at) const;
  static bool IsDeed(std::string_view value);
  std::size_t BehindDate(std::string_view text, std::size_t at) const;
  bool IsConfirmed(const std::string& name) const;
  void Trim(const Block& block, Mention& mention) const;
  void Settle(const Block& block, std::vector<Mention>& mentions) const;
  void AddKnown(const Block& block, std::vector<Mention>& mentions) const;

  const MentionReader& reader_;
  const RuleSet& rules_;
  const WordList& verbs_;
  const WordList& stops_;
  const WordList& nouns_;
  const WordList& leads_;
  const Document& document_;
  std::vector<std::vector<Mention>> raw_;  // of the blocks that were learned from
  std::vector<Starts> starts_;             // of these blocks
  Occurrences occurrences_;                // in these blocks
  std::vector<std::string> repeated_;      // names that stand inside longer readings of them
  std::vector<Known> known_;               // by spelling, the longest of one beginning first
  // By the low bits of the first character of a known name, one more than the index of the first of these; 0
  // where there is none.
  std::array<std::uint16_t, 4096> begins_{};
};

}  // namespace tally
