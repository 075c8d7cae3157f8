// tally rules new: the file that a predicate begins with.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/rules_actions.h"
#include "report/visible_text.h"
#include "rulecheck/new_predicate.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// The folder of a clone of the project, for whoever works in it.
constexpr std::string_view kDefaultFolder = "rules";

void CheckName(const std::string& name) {
  if (!IsPredicateName(name)) {
    throw UserError(fmt::format(
        "rules new: '{}' is no name of a predicate: lower-case letters, digits and '_', a letter first",
        name));
  }
  std::vector<RuleFile> ours = CollectRuleFiles("");
  std::string file = fmt::format("predicates/{}.json", name);
  if (std::ranges::find(ours, file, &RuleFile::name) != ours.end()) {
    throw UserError(fmt::format(
        "rules new: there is a predicate '{}' already, which a file of this name would replace; take another "
        "name, or look at 'tally rules show {}'",
        name, name));
  }
}

// Never over a file that is there: the system refuses that, so that no one can come between.
void WriteNewFile(const fs::path& path, const std::string& content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error)
    throw UserError(
        fmt::format("{}: cannot make the folder: {}", path.parent_path().string(), error.message()));
  std::FILE* file = std::fopen(path.c_str(), "wx");
  if (file == nullptr) {
    throw UserError(errno == EEXIST
                        ? fmt::format("{}: is there already; nothing was written", path.string())
                        : fmt::format("{}: cannot write: {}", path.string(), std::strerror(errno)));
  }
  bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  written = std::fclose(file) == 0 && written;
  if (written) return;
  fs::remove(path, error);
  throw UserError(fmt::format("{}: cannot write the whole file", path.string()));
}

}  // namespace

int NewRule(const Invocation& invocation, const std::vector<std::string>& operands) {
  if (operands.size() != 2) throw UserError("rules new: say what and its name: rules new predicate NAME");
  Choice("rules new", operands[0], {"predicate"});
  const std::string& name = operands[1];
  CheckName(name);
  std::string folder =
      invocation.global.rules.empty() ? std::string(kDefaultFolder) : invocation.global.rules;
  fs::path path = fs::path(folder) / "predicates" / (name + ".json");
  WriteNewFile(path, NewPredicateText(name));
  std::string shown = VisiblePath(folder);
  invocation.console.out << fmt::format(
      "wrote {0}\n"
      "Its two examples that are to fire fail. Next:\n"
      "  1. write examples of your own, in Simplified, Traditional and English, and one that must not fire\n"
      "  2. say which figures, words and names make the claim, until they pass:\n"
      "       tally --rules {1} rules test {2}\n"
      "       tally --rules {1} explain 'a sentence that is not read as it should'\n"
      "  3. see what no example exercises, and what is likely to go wrong:\n"
      "       tally --rules {1} rules test --coverage {2}\n"
      "       tally --rules {1} rules lint {2}\n"
      "  4. see what it changes in real articles:\n"
      "       tally rules diff - {1} ARTICLES\n"
      "  5. take \"draft\" out: claims of a draft are read, but never compared\n",
      VisiblePath(path.generic_string()), shown, name);
  return kExitClean;
}

}  // namespace tally
