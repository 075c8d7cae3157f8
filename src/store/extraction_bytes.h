// What was read of a document as bytes, for a cache. The form belongs to one version of the program and is
// read by no other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/extractor.h"
#include "claims/outline.h"

namespace tally {

// A document without its claims.
struct CachedDocument {
  DocumentInfo info;
  Outline outline;
  std::vector<PlacedWaiver> waivers;
  std::vector<std::string> problems;
};

std::string DocumentBytes(const CachedDocument& document);
// Without their traces, which only `explain` shows.
std::string ClaimBytes(const std::vector<Claim>& claims);

// nullopt where the bytes are not of that form. Never read outside of them.
std::optional<CachedDocument> ReadDocumentBytes(std::string_view bytes);
// `info`: of the document that the claims are of.
std::optional<std::vector<Claim>> ReadClaimBytes(std::string_view bytes, const DocumentInfo& info);

}  // namespace tally
