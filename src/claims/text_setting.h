// When and where a text was written: what its relative dates, its bare 元 and its 全国 mean.
#pragma once

#include <string_view>

#include "document/document.h"
#include "mentions/document_names.h"
#include "quantities/quantity_reader.h"

namespace tally {

// A bare 元 is yuan in a text of Simplified characters; in Traditional ones it is that of the place the text
// is about, and stays open where the names do not agree on one. What the document's home says outranks both,
// and what the text notes of all its amounts (新台币，下同) outranks that.
Setting SettingOf(const Document& document, const DocumentNames& names, const RuleSet& rules);

// The id of the entity that 我国, 国内 and 全国 mean, by the currency of the document's home, else of its
// text; empty where that is open.
std::string_view PlaceOf(const Document& document, const DocumentNames& names);

}  // namespace tally
