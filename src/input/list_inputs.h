// From what was typed to the files that are read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct ListOptions {
  // Globs (input/glob.h) as lines of a .gitignore, of files and folders that are left out: "drafts/",
  // "/old/*.md", "!keep.md".
  std::vector<std::string> exclude;
  bool git_ignore = true;
};

// What a folder is read for: "*.md, *.markdown, *.txt, …", for messages.
std::string ArticleEndings();
// True for the name of a file that a folder is read for; README, LICENSE and the like are none.
bool IsArticleName(std::string_view name);

// The files below the paths, sorted, each once. A folder gives the files with an ending of an article (also
// with .gz or .zst behind it), without hidden ones, README, LICENSE and the like, and without what .gitignore
// leaves out; links in it are not followed. A glob that the shell left as it is ("posts/**/*.md") gives what
// it matches: folders, and files with the ending that it names or one of an article. A file that is named is
// taken whatever it is called, unless it is excluded; "-" is standard input. What cannot be read is added to
// `problems`
// ("missing.md: no such file or folder").
std::vector<std::string> ListInputs(const std::vector<std::string>& paths, std::vector<std::string>& problems,
                                    const ListOptions& options = {});

// True where the folder `typed` gives the file at `below` in it ("2024/may.md"), .gitignore apart: by the
// ending, by what is hidden, by what is excluded.
bool IsListed(const std::string& typed, const std::string& below, const ListOptions& options);

// What the paths of the files that `folder` gives begin with: "posts/", and nothing for ".".
std::string FolderPrefix(const std::string& folder);

}  // namespace tally
