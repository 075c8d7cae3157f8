// What is printed to the log of a CI job must not be taken for a command. Runners read their log line by
// line: GitHub's takes a line that begins with "::", blanks aside, and "##[" anywhere in a line (the runner's
// ActionCommand), Azure Pipelines "##vso[", TeamCity "##teamcity[".
#pragma once

#include <string>
#include <string_view>

namespace tally {

// One visible line (visible_text.h) in which no such mark stands: its colon or its "#" are spelled out, as
// "[U+003A]:error".
std::string LogLine(std::string_view line);

// JSON and XML text in which "##" is written with an escape: the same values, and no mark. In JSON "<" is
// too, so that the text may stand in a page.
std::string LogJson(std::string_view json);
std::string LogXml(std::string_view xml);

}  // namespace tally
