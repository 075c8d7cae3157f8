// Claims of a database in the form in which the pipeline hands on what it has just read.
#pragma once

#include <string>
#include <vector>

#include "claims/extractor.h"
#include "rules/rule_set.h"
#include "store/claim_store.h"

namespace tally {

// Current versions of all documents with all claims, by path.
std::vector<Extraction> LoadAll(const ClaimStore& store);

// Of the stored claims those that may share a key with one of `claims`, each with its document: one article
// is checked against any number of stored ones without reading them all.
std::vector<Extraction> LoadComparable(const ClaimStore& store, const std::vector<Claim>& claims,
                                       const RuleSet& rules);

// True for an SQLite file, by its first bytes, and for a name that ends in ".db".
bool IsDatabase(const std::string& path);

}  // namespace tally
