// The lines that a scrape brings along from its site: share buttons, menus, 责任编辑, 上一篇, copyright,
// lists of related articles, counts of comments.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/document_words.h"

namespace tally {

// True where a line of folded text says of itself that it is one.
bool IsFurniture(std::string_view line, const DocumentWords& words);

// Gives such blocks Field::kByline, as publication lines have it: their figures are counted as seen, and no
// claim is made of them. Only lines of the body; what has a sentence in it stays. To be called after
// ReadPublication, because an editor's line may hold the date too. Returns their indexes, ascending.
std::vector<std::size_t> MarkFurniture(Document& document, const DocumentWords& words);

}  // namespace tally
