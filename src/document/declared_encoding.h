// What a page says of its own encoding.
#pragma once

#include <string>
#include <string_view>

namespace tally {

// The label in <?xml encoding="…"?>, <meta charset="…"> or <meta http-equiv="Content-Type" content="…;
// charset=…"> at the beginning of a file that begins with a tag, as it is written; empty where there is none.
std::string DeclaredEncoding(std::string_view bytes);

}  // namespace tally
