// Joins quantities and mentions into claims: the rules of rules/predicates/ over each sentence of a document.
#pragma once

#include <memory>
#include <vector>

#include "claims/certainty.h"
#include "claims/claim.h"
#include "claims/cue_index.h"
#include "claims/identifiers.h"
#include "claims/salience.h"
#include "claims/sentence.h"
#include "document/document.h"
#include "mentions/mention_reader.h"
#include "quantities/quantity_reader.h"
#include "rules/rule_set.h"

namespace tally {

// A waiver with its place in the file.
struct PlacedWaiver {
  Waiver waiver;
  std::string doc_sha256;
  Span span;  // bytes of the file
  LineColumn begin;
  LineColumn end;
  std::string quote;  // as UTF-8, of long ones the beginning
};

struct Extraction {
  DocumentInfo info;  // its sketch is left to the caller of Extractor::Read, who has the document
  // Every quantity that was read, in the order of the text; those that no rule claimed have no predicate.
  std::vector<Claim> claims;
  // Words with digits that are no numbers, in the order of the text; left to the caller likewise.
  std::vector<Identifier> identifiers = {};
  // Document::furniture.
  std::size_t furniture = 0;
  // Document::problems, where the caller has kept them.
  std::vector<std::string> problems = {};
  // Document::waivers, likewise.
  std::vector<PlacedWaiver> waivers = {};
};

class Extractor {
 public:
  // Keeps a reference to the rules. Throws UserError where a rule's value or phrase is not of its form.
  explicit Extractor(const RuleSet& rules);

  // Thread-safe. Same document, same claims.
  Extraction Read(const Document& document) const;
  // What the rules see of a block of the document, for `explain`. Keeps a pointer to the block.
  std::vector<Sentence> Sentences(const Document& document, const Block& block) const;
  // The cues and phrases that it reads by.
  const CueIndex& cues() const { return cues_; }

 private:
  const RuleSet& rules_;
  QuantityReader quantities_;
  MentionReader mentions_;
  CueIndex cues_;
  CertaintyWords certainty_;
  SubjectPoints points_;
};

}  // namespace tally
