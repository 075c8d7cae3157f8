// What a text shares with copies of it: a small sample of its shingles, which are runs of a few words. A copy
// that was cut, that got another lead or a paragraph of its own still holds most shingles of the other;
// two reports of one event in words of their own share few.
//
// A. Broder, On the resemblance and containment of documents, 1997; the sample is the one with the smallest
// hashes, so that of two sketches all hashes up to the lower of their highest ones can be compared, and say
// how much of one text is contained in the other (E. Cohen, H. Kaplan, Summarizing data using bottom-k
// sketches, 2007).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/document.h"

namespace tally {

// Hashes of a sketch. 128 give the containment to about a twelfth where one text is thrice as long as the
// other, and cost a kilobyte a document.
inline constexpr std::size_t kSketchSize = 128;

// The kSketchSize smallest hashes of the shingles of the body, ascending, each once; all of them where there
// are fewer. Empty where the text is too short to tell a copy by. Bylines, captions, front matter and short
// lines, which are furniture more often than text, say nothing. The same text gives the same sketch on every
// machine and in every version that reads databases of this one. Linear in the text.
std::vector<std::uint64_t> SketchOf(const Document& document);

// What two sketches say of their texts: of the shingles that both sketches would hold if their texts had
// them, how many each text has, and how many both have.
struct SketchOverlap {
  std::size_t first = 0;
  std::size_t second = 0;
  std::size_t shared = 0;

  // True where the shorter text is contained in the longer one to `percent` of its shingles at least, by
  // `least` of them.
  bool Contains(std::size_t percent, std::size_t least) const;
};
SketchOverlap CompareSketches(const std::vector<std::uint64_t>& first,
                              const std::vector<std::uint64_t>& second);

}  // namespace tally
