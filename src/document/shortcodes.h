// What the templates of site generators say to the reader: captions and descriptions of pictures in
// {{< figure caption="…" >}} (Hugo) and {% include figure.html caption="…" %} (Jekyll).
#pragma once

#include <string_view>
#include <vector>

#include "document/passage.h"

namespace tally {

// The captions inside the templates (document/skips.h), in order, each a passage of Field::kCaption.
std::vector<Passage> ShortcodeCaptions(std::string_view raw, const Skips& templates);

// The templates without the pieces of the passages, so that these can be read. Both sorted by place.
Skips SkipsAround(const Skips& templates, const std::vector<Passage>& captions);

}  // namespace tally
