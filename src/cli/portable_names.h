// Names of documents that are the same on every machine, for reports that are kept or compared byte by byte.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/extractor.h"

namespace tally {

// Absolute paths get relative names: from the working directory for what is below it, else from the folder
// that holds all of them ("/data/seeds/a.md" and "/data/seeds/b.md" are "seeds/a.md" and "seeds/b.md").
// Relative paths stay. A name that would then stand for two documents is not given.
std::map<std::string, std::string> PortableNames(const std::vector<std::string>& paths,
                                                 const std::string& working_directory);

// Renames the documents, in their claims too. The names that they had, with those that they have.
std::map<std::string, std::string> UsePortableNames(std::vector<Extraction>& extractions);

}  // namespace tally
