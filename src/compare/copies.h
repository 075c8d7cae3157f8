// Which documents are copies of one text: equal files, near-duplicates (document/sketch.h), and documents
// that name another of them as where they are from. Copies support a figure once, however many there are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/claim.h"

namespace tally {

using DocumentList = std::vector<const DocumentInfo*>;
// Refers to the documents.
DocumentList ListOf(const std::vector<DocumentInfo>& documents);

// For each document the index of the one that stands for its copies: one that names no origin before one that
// does, then the earliest published, then by hash and path. A document without copies stands for itself. The
// clusters do not depend on the order of the documents. Time grows as n log n in the number of documents,
// since a sketch has a bounded size and a hash leads to two candidates only.
//
// What is joined is joined for all: a copy of a copy is one of the first, and a page that holds two articles
// whole makes one cluster of them.
std::vector<std::size_t> OriginalOf(const DocumentList& documents);

// The stable name of each document's cluster: the smallest SHA-256 of its documents, the path where there is
// none. `originals`: of OriginalOf.
std::vector<std::string> OriginClusters(const DocumentList& documents,
                                        const std::vector<std::size_t>& originals);

// A publication's name for comparison: folded, in lower case, without blanks at its ends.
std::string NormalizedName(const std::string& name);

}  // namespace tally
