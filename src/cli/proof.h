// The line that proves the silence: a run without findings says how much it has looked at.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "claims/extractor.h"
#include "compare/compared_document.h"
#include "rules/rule_set.h"

namespace tally {

class Proof {
 public:
  // An Extraction or a ComparedDocument.
  template <class Document>
  void Add(const Document& document) {
    ++files_;
    Count(document);
  }
  // The same of one whose claims come from a database.
  template <class Document>
  void AddStored(const Document& document) {
    ++stored_;
    Count(document);
  }
  std::size_t numbers() const { return numbers_; }
  std::size_t claims() const { return claims_; }

  // A file whose content is in the database already.
  void AddUnchanged() {
    ++files_;
    ++unchanged_;
  }

  std::size_t files() const { return files_; }
  // "5 files read, 412 numbers seen, 37 not understood, 160 claims, 88 compared; 3 of 25 rules never fired";
  // without `compared` where nothing was compared, and without the rules where nothing was extracted.
  std::string Line(const RuleSet& rules, std::optional<std::size_t> compared = {}) const;

 private:
  void Count(const Extraction& extraction);
  void Count(const ComparedDocument& document);
  void CountNumbers(const DocumentInfo& info);

  std::size_t files_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t stored_ = 0;
  std::size_t numbers_ = 0;
  std::size_t unread_numbers_ = 0;
  std::size_t claims_ = 0;
  std::set<std::string, std::less<>> fired_;  // predicates
};

}  // namespace tally
