// The labels of publication lines: "发布时间: …", "来源:…", "作者 | …", "本文转载自…", "Published …", "By …".
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document_words.h"

namespace tally {

struct Label {
  enum class Kind { kPublished, kUpdated, kSource, kAuthor, kUrl };
  Kind kind = Kind::kPublished;
  std::size_t start = 0;
  TextSpan value;  // up to the next label or separator, without blanks, quotes and brackets around it; may be
                   // empty. For kUrl all of it
  bool colon = false;    // a colon, a bar or a slash stands between
  bool generic = false;  // 日期, 时间, date: says when the article is from only near its top
};

// The labels of one line of folded text, in order. Empty where the line does not begin with a label, or hold
// one of those that may stand anywhere ("转载自"). `line` must be short: every position is tried.
std::vector<Label> FindLabels(std::string_view line, const DocumentWords& words);
// As FindLabels, but any label with a colon after it counts, wherever it stands: for a line that begins with
// a date.
std::vector<Label> FindLabelsAnywhere(std::string_view line, const DocumentWords& words);
// True where FindLabels would find something at the line's beginning; cheap on long lines.
bool BeginsWithLabel(std::string_view line, const DocumentWords& words);

}  // namespace tally
