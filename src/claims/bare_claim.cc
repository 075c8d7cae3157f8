#include "claims/bare_claim.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/sha256.h"
#include "claims/context.h"

namespace tally {
namespace {

constexpr int kLowestConfidence = 5;

}  // namespace

Claim BareClaim(const Document& document, const Sentence& sentence, const Quantity& quantity) {
  Claim claim;
  claim.doc = document.path;
  claim.doc_sha256 = document.sha256;
  claim.span = document.bytes.ToFile(quantity.span);
  claim.begin = document.Locate(quantity.span.start);
  claim.end = document.Locate(quantity.span.end);
  claim.quote = std::string(document.Cut(quantity.span));
  ClaimContext context = ContextOf(document, sentence, quantity);
  claim.context = std::move(context.text);
  claim.quote_in_context = context.quote;
  claim.field = sentence.block->field;
  claim.value = quantity.value;
  if (claim.value.converts) claim.value.converts = document.bytes.ToFile(*claim.value.converts);
  claim.as_of = document.publication.date;
  claim.as_of_estimated = document.publication.date_estimated;
  return claim;
}

void FinishClaim(Claim& claim) {
  // An age is a time: ISO 8601 writes it as one (P28Y).
  if (claim.value.dimension == Dimension::kCount && claim.value.unit == "age") {
    claim.value.dimension = Dimension::kDuration;
    claim.value.unit = "year";
  }
  claim.confidence = std::clamp(claim.confidence, claim.claimed() ? kLowestConfidence : 0, 100);
  std::string value =
      claim.value.dimension == Dimension::kDate ? claim.value.date.ToString() : claim.value.stated.ToString();
  claim.id = Sha256Hex(fmt::format("{}\n{}-{}\n{}\n{}\n{}", claim.doc_sha256, claim.span.start,
                                   claim.span.end, claim.predicate, value, claim.value.unit.value_or("")))
                 .substr(0, 16);
}

DocumentInfo InfoOf(const Document& document) {
  DocumentInfo info;
  info.path = document.path;
  info.sha256 = document.sha256;
  info.title = document.title;
  info.source = document.publication.source;
  info.url = document.publication.url;
  info.published = document.publication.date;
  info.published_estimated = document.publication.date_estimated;
  info.published_time = document.publication.time;
  info.language = document.language;
  info.origin = document.publication.origin;
  return info;
}

}  // namespace tally
