// Patterns of paths as git has them in .gitignore.
#pragma once

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace tally {

// `*` and `?` stand for anything but a slash, `[a-z]`, `[!a]` and `[[:digit:]]` for a byte of a class, `**`
// between slashes or at an end for any number of folders, and a backslash takes the next character as it is.
// Bytes are compared, as git does. Matching is linear in the path.
class Glob {
 public:
  // A pattern that git would not match with anything (an open class, a backslash at the end) matches nothing.
  explicit Glob(std::string_view pattern);
  bool Matches(std::string_view path) const;

  // True where a path has characters that a glob gives a meaning to.
  static bool IsGlob(std::string_view path);

 private:
  std::shared_ptr<const re2::RE2> pattern_;  // nullptr: matches nothing
};

}  // namespace tally
