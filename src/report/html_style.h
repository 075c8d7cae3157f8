// The style sheet of the page.
#pragma once

#include <string_view>

namespace tally {

std::string_view HtmlStyle();

}  // namespace tally
