// The action for GitHub, the hook for pre-commit and the job for GitLab do what they say: their steps are run
// on a repository here. And every kind of finding has its page.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

#include "compare/finding.h"
#include "git_fixture.h"
#include "report/kind_help.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

const std::string kSource = TALLY_SOURCE_DIR;

// A repository of two articles that agree, and a branch with a third that does not.
class WaysIn : public testing::Test {
 protected:
  WaysIn() : git("ways") {
    git.Write("content/a.md", "Microsoft invested $13 billion in OpenAI.\n");
    git.Write("content/b.md", "微软向OpenAI投资了130亿美元。\n");
    git.Commit("one");
    git.Git("checkout -q -b change");
  }
  void Stage(const std::string& figure) {
    git.Write("content/c.md", "Microsoft invested " + figure + " in OpenAI.\n");
    git.Git("add .");
  }

  GitFixture git;
};

// "${{ inputs.since || github.event.before }}": the first that is not empty.
std::string Expanded(const std::string& text, const std::map<std::string, std::string>& values) {
  std::string out = text;
  std::regex expression(R"(\$\{\{\s*(.*?)\s*\}\})");
  for (std::smatch match; std::regex_search(out, match, expression);) {
    std::string value;
    std::string names = match[1].str();
    for (std::smatch name; value.empty() && std::regex_search(names, name, std::regex(R"([\w.-]+)"));
         names = name.suffix().str()) {
      auto known = values.find(name[0].str());
      EXPECT_NE(known, values.end()) << name[0];
      if (known != values.end()) value = known->second;
    }
    out = match.prefix().str() + value + match.suffix().str();
  }
  return out;
}

// Runs the steps of action.yml one after the other, as the runner does: until one fails.
ProgramRun RunAction(const GitFixture& git, std::map<std::string, std::string> inputs,
                     const std::string& before) {
  YAML::Node action = YAML::LoadFile(kSource + "/action.yml");
  std::map<std::string, std::string> values = {{"github.event.pull_request.base.sha", ""},
                                               {"github.event.before", before}};
  for (const auto& input : action["inputs"]) {
    std::string name = input.first.as<std::string>();
    values["inputs." + name] =
        inputs.contains(name) ? inputs[name] : input.second["default"].as<std::string>();
    inputs.erase(name);
  }
  EXPECT_TRUE(inputs.empty()) << "an input that the action does not have";
  EXPECT_EQ(action["runs"]["using"].as<std::string>(), "composite");
  ProgramRun run;
  for (const auto& step : action["runs"]["steps"]) {
    EXPECT_EQ(step["shell"].as<std::string>(), "bash");
    std::string script = "export GITHUB_ACTION_PATH='" + kSource + "'\n";
    for (const auto& variable : step["env"]) {
      script += "export " + variable.first.as<std::string>() + "='" +
                Expanded(variable.second.as<std::string>(), values) + "'\n";
    }
    std::string text = step["run"].as<std::string>();
    EXPECT_EQ(text.find("${{"), std::string::npos) << "an input must reach a script by its environment alone";
    run = git.Shell(script + "set -eo pipefail\n" + text);
    if (run.status != 0) break;
  }
  return run;
}

TEST_F(WaysIn, TheActionForGitHubFailsOnWhatAChangeIntroduces) {
  Stage("$13 billion");
  git.Commit("agrees");
  EXPECT_EQ(RunAction(git, {}, "main").status, 0);
  Stage("$1.3 billion");
  git.Commit("does not");
  ProgramRun run =
      RunAction(git, {{"sarif", "found.sarif"}, {"cache", ".tally-cache"}, {"paths", "content\n"}}, "main");
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_NE(run.out.find("::error file=content/c.md,line=1"), std::string::npos) << run.out;
  EXPECT_NE(git.Read("found.sarif").find("magnitude_conflict"), std::string::npos);
  EXPECT_TRUE(fs::exists(git.folder() / ".tally-cache"));
  EXPECT_EQ(RunAction(git, {{"since", "main"}, {"fail-level", "none"}}, "no-such-commit").status, 0);
  EXPECT_EQ(RunAction(git, {}, "no-such-commit").status, 2);
}

TEST_F(WaysIn, TheHookForPreCommitChecksWhatIsStaged) {
  YAML::Node hook = YAML::LoadFile(kSource + "/.pre-commit-hooks.yaml")[0];
  EXPECT_FALSE(hook["pass_filenames"].as<bool>());
  EXPECT_EQ(hook["language"].as<std::string>(), "system");
  std::regex files(hook["files"].as<std::string>());
  EXPECT_TRUE(std::regex_search("content/c.md", files));
  EXPECT_FALSE(std::regex_search("content/c.png", files));
  std::string entry = hook["entry"].as<std::string>();
  EXPECT_EQ(git.Shell(entry).status, 0) << "nothing is staged";
  Stage("$13 billion");
  EXPECT_EQ(git.Shell(entry).status, 0);
  Stage("$1.3 billion");
  EXPECT_EQ(git.Shell(entry).status, 1);
  // As git runs it.
  git.Write(".git/hooks/pre-commit", "#!/bin/sh\n" + entry + "\n");
  git.Shell("chmod +x .git/hooks/pre-commit");
  EXPECT_NE(git.Shell("git commit -qm refused").status, 0);
  Stage("$13 billion");
  EXPECT_EQ(git.Shell("git commit -qm taken").status, 0);
}

TEST_F(WaysIn, TheJobForGitLabLeavesItsReports) {
  Stage("$1.3 billion");
  git.Commit("a change");
  YAML::Node job = YAML::LoadFile(kSource + "/packaging/ci/tally.gitlab-ci.yml")["tally"];
  EXPECT_EQ(job["variables"]["GIT_DEPTH"].as<std::string>(), "0");
  std::string script = "set -e\nexport CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse main)\n";
  for (const auto& line : job["script"]) script += line.as<std::string>() + "\n";
  ProgramRun run = git.Shell(script);
  EXPECT_EQ(run.status, 1) << run.err;
  EXPECT_EQ(job["artifacts"]["when"].as<std::string>(), "always");
  for (const auto& report : job["artifacts"]["reports"]) {
    EXPECT_NE(git.Read(report.second.as<std::string>()).find("content/c.md"), std::string::npos)
        << report.second.as<std::string>();
  }
}

TEST(FindingPages, EveryKindHasAPageThatSaysWhatWhyAndHow) {
  std::set<std::string> pages;
  for (const auto& entry : fs::directory_iterator(kSource + "/docs/findings"))
    pages.insert(entry.path().filename().string());
  for (FindingKind kind : AllFindingKinds()) {
    std::string name = std::string(FindingKindName(kind));
    EXPECT_EQ(pages.erase(name + ".md"), 1u) << "docs/findings/" << name << ".md is missing";
    std::ifstream in(kSource + "/docs/findings/" + name + ".md");
    std::string page{std::istreambuf_iterator<char>(in), {}};
    EXPECT_TRUE(page.starts_with("# " + name + ": ")) << name;
    for (const char* part :
         {"## What it says", "## Why it matters", "## Example", "## What to do", "## How to waive it"})
      EXPECT_NE(page.find(part), std::string::npos) << name << ": " << part;
  }
  EXPECT_TRUE(pages.empty()) << "a page of no kind: " << *pages.begin();
}

// What a page shows as an example is found.
TEST(FindingPages, TheExamplesAreFound) {
  const std::set<FindingKind> shown = {FindingKind::kValueConflict,   FindingKind::kMagnitudeConflict,
                                       FindingKind::kDateConflict,    FindingKind::kDerivedConflict,
                                       FindingKind::kStatusConflict,  FindingKind::kCorroboration,
                                       FindingKind::kCurrencyConflict};
  for (FindingKind kind : shown) {
    std::string name = std::string(FindingKindName(kind));
    GitFixture git("page");
    std::ifstream in(kSource + "/docs/findings/" + name + ".md");
    std::string page{std::istreambuf_iterator<char>(in), {}};
    std::regex line("\n([a-z]+\\.md): ([^\n]+)");
    for (std::sregex_iterator at(page.begin(), page.end(), line), end; at != end; ++at)
      git.Write((*at)[1].str(), "---\ndate: 2025-03-20\n---\n\n" + (*at)[2].str() + "\n");
    ProgramRun run = git.Shell("tally check . --all");
    EXPECT_NE(run.out.find("[" + name + "]"), std::string::npos) << name << "\n" << run.out << run.err;
  }
}

}  // namespace
}  // namespace tally
