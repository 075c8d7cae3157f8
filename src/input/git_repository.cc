// By git's plumbing, whose output no setting of the user changes: rev-parse, merge-base, ls-tree, ls-files,
// diff-tree, diff-index, cat-file.
#include "input/git_repository.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/error.h"
#include "input/child_process.h"
#include "input/git_output.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// Nothing is written: neither the index, which git refreshes in passing, nor anything else. Messages are
// looked at.
const std::vector<std::string> kEnvironment = {"GIT_OPTIONAL_LOCKS=0", "LC_ALL=C"};

constexpr std::string_view kFetchMore =
    "fetch the rest with git fetch --unshallow (actions/checkout: fetch-depth: 0; GitLab CI: GIT_DEPTH: 0)";

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

ProcessResult RunGit(std::vector<std::string> arguments, std::string_view input = {}) {
  arguments.insert(arguments.begin(), "git");
  ProcessResult result = RunProcess(arguments, input, kEnvironment);
  if (!result.found) throw UserError("git is not installed, or not on the PATH; --since and --staged run it");
  return result;
}

[[noreturn]] void ThrowGit(const std::string& command, const ProcessResult& result) {
  std::string reason = FirstLine(result.err);
  throw UserError(fmt::format("git {} failed: {}", command,
                              reason.empty() ? fmt::format("exit status {}", result.status) : reason));
}

std::string RefProblem(const std::string& ref, bool shallow) {
  std::string problem = fmt::format("'{}' is no commit of this repository", ref);
  if (shallow) return fmt::format("{}, of which only the newest part was cloned; {}", problem, kFetchMore);
  return problem + "; git branch -a and git log show what there is, git fetch gets what is missing";
}

// "<id> blob <size>", the content and a line end; "<id> missing" without any.
std::string_view NextContent(std::string_view& text) {
  std::size_t line_end = std::min(text.find('\n'), text.size());
  std::string_view head = text.substr(0, line_end);
  std::size_t size = 0;
  std::string_view digits = head.substr(head.rfind(' ') + 1);
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (error != std::errc() || text.size() < line_end + size + 2)
    throw UserError(fmt::format("git cat-file failed: {}", head));
  std::string_view content = text.substr(line_end + 1, size);
  text.remove_prefix(line_end + size + 2);
  return content;
}

}  // namespace

std::string GitState::Name() const {
  constexpr std::size_t kShort = 9;
  return index ? "the index" : commit.substr(0, kShort);
}

GitRepository GitRepository::Open() {
  ProcessResult found = RunGit({"rev-parse", "--show-toplevel"});
  if (found.status != 0 && found.err.find("not a git repository") != std::string::npos) {
    throw UserError(
        "the working directory is in no git repository; run tally in one, or name the files to check without "
        "--since and --staged");
  }
  if (found.err.find("dubious ownership") != std::string::npos) {
    throw UserError(
        "git refuses this repository, which belongs to another user; allow it with git config --global --add "
        "safe.directory \"$PWD\"");
  }
  if (found.status != 0) ThrowGit("rev-parse", found);
  GitRepository repository;
  repository.root_ = FirstLine(found.out);
  repository.prefix_ = FirstLine(RunGit({"rev-parse", "--show-prefix"}).out);
  return repository;
}

std::string GitRepository::NameOf(const std::string& path) const {
  if (prefix_.empty()) return path;
  return fs::path(path).lexically_relative(prefix_).generic_string();
}

std::string GitRepository::PathOf(const std::string& typed) const {
  std::error_code error;
  fs::path from_root = fs::path(prefix_) / typed;
  // The folders above may be links.
  if (fs::path(typed).is_absolute()) {
    fs::path real = fs::weakly_canonical(typed, error);
    from_root = (error ? fs::path(typed) : real).lexically_relative(root_);
  }
  std::string path = from_root.lexically_normal().generic_string();
  while (path.ends_with('/')) path.pop_back();
  if (path == ".." || path.starts_with("../") || path.empty())
    throw UserError(fmt::format("{}: outside of the git repository at {}", typed, root_));
  return path == "." ? "" : path;
}

std::string GitRepository::Run(std::vector<std::string> arguments, std::string_view input) const {
  std::string command = arguments.front();
  arguments.insert(arguments.begin(), {"-C", root_});
  ProcessResult result = RunGit(std::move(arguments), input);
  if (result.status != 0) ThrowGit(command, result);
  return std::move(result.out);
}

bool GitRepository::IsShallow() const {
  return FirstLine(Run({"rev-parse", "--is-shallow-repository"})) == "true";
}

std::string GitRepository::Resolve(const std::string& ref) const {
  // Else it would be read as an option.
  bool typo = ref.empty() || ref.starts_with('-');
  ProcessResult found;
  if (!typo) found = RunGit({"-C", root_, "rev-parse", "--verify", "--quiet", ref + "^{commit}"});
  if (typo || found.status != 0) throw UserError("--since: " + RefProblem(ref, IsShallow()));
  return FirstLine(found.out);
}

GitState GitRepository::Head() const { return {Resolve("HEAD"), false}; }

GitState GitRepository::HeadOrNothing() const {
  ProcessResult head = RunGit({"-C", root_, "rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (head.status == 0) return {FirstLine(head.out), false};
  return {FirstLine(Run({"hash-object", "-t", "tree", "--stdin"})), false};
}

GitState GitRepository::BaseOf(const std::string& ref) const {
  std::string since = Resolve(ref);
  ProcessResult base = RunGit({"-C", root_, "merge-base", since, Head().commit});
  if (base.status == 0) return {FirstLine(base.out), false};
  std::string problem = fmt::format("--since: no commit that '{}' and HEAD have in common is known", ref);
  throw UserError(IsShallow() ? fmt::format("{}, since only the newest part of the repository was cloned; {}",
                                            problem, kFetchMore)
                              : problem + "; name a commit that HEAD was made from");
}

std::vector<GitFile> GitRepository::Files(const GitState& state) const {
  if (state.index) return ReadGitFiles(Run({"ls-files", "--stage", "-z"}));
  return ReadGitFiles(Run({"ls-tree", "-r", "-z", "--full-tree", state.commit}));
}

std::vector<std::string> GitRepository::Difference(const GitState& from, const GitState& to) const {
  std::vector<std::string> arguments = {to.index ? "diff-index" : "diff-tree", "-r", "-M"};
  if (to.index) arguments.emplace_back("--cached");
  arguments.push_back(from.commit);
  if (!to.index) arguments.push_back(to.commit);
  return arguments;
}

std::vector<GitChange> GitRepository::Changes(const GitState& from, const GitState& to) const {
  std::vector<std::string> arguments = Difference(from, to);
  arguments.insert(arguments.begin() + 1, {"-z", "--raw", "--no-abbrev"});
  return ReadGitChanges(Run(std::move(arguments)));
}

std::map<std::pair<std::string, std::string>, GitLines> GitRepository::ChangedLines(
    const GitState& from, const GitState& to) const {
  std::vector<std::string> arguments = Difference(from, to);
  arguments.insert(arguments.begin() + 1,
                   {"-p", "-U0", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv"});
  return ReadGitHunks(Run(std::move(arguments)));
}

std::vector<std::string> GitRepository::Contents(const std::vector<std::string>& blobs) const {
  if (blobs.empty()) return {};
  std::string request;
  for (const std::string& blob : blobs) request += blob + '\n';
  std::string answer = Run({"cat-file", "--batch"}, request);
  std::string_view rest = answer;
  std::vector<std::string> contents;
  for (std::size_t i = 0; i < blobs.size(); ++i) contents.emplace_back(NextContent(rest));
  return contents;
}

}  // namespace tally
