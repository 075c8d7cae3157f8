// The stage's entrance: the bytes of a file to a Document. The format is told by document/format.h.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "document/document_words.h"
#include "document/encoding.h"

namespace tally {

// Pure: no disk, no clock, and any bytes are a document. Nothing is thrown for bad input; what had to be
// passed over is said in Document::problems. The encoding is found (document/source_text.h) unless it is
// given; malformed bytes are read as U+FFFD each. Time and memory are linear in raw.size().
Document ReadDocument(std::string path, std::string raw, const DocumentWords& words,
                      std::optional<Encoding> encoding = {});

}  // namespace tally
