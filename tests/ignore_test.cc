// What .gitignore leaves out, beside git itself.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "input/ignore_rules.h"
#include "input/list_inputs.h"

namespace tally {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

void WriteFile(const fs::path& path, std::string_view content) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// A repository with files, removed at the end.
class Repository {
 public:
  explicit Repository(const std::string& name)
      : root_(fs::path(testing::TempDir()) / ("tally_" + name + "_" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_);
    Git("init -q");
  }
  ~Repository() { fs::remove_all(root_); }

  const fs::path& root() const { return root_; }

  std::string Git(const std::string& arguments) const {
    // Nothing of the user who runs the test.
    std::string command = "cd '" + root_.string() +
                          "' && HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 git -c core.excludesFile=/dev/null " +
                          arguments + " 2>/dev/null";
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return "";
    char part[4096];
    for (std::size_t count = 0; (count = fread(part, 1, sizeof part, pipe)) > 0;) output.append(part, count);
    pclose(pipe);
    return output;
  }

  // The files that git would add, sorted.
  Names FilesOfGit(const std::string& below = "") const {
    Names names;
    std::string output = Git("ls-files --others --exclude-standard -z " + below);
    for (std::size_t at = 0; at < output.size();) {
      std::string name = output.substr(at, output.find('\0', at) - at);
      at += name.size() + 1;
      if (name.ends_with(".md") || name.ends_with(".txt")) names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
  }

  // The files that we would read.
  Names OurFiles(const std::string& below = "", const ListOptions& options = {}) const {
    Names problems;
    Names names;
    for (const std::string& path : ListInputs({(root_ / below).string()}, problems, options))
      names.push_back(fs::path(path).lexically_relative(root_).generic_string());
    EXPECT_EQ(problems, Names());
    std::ranges::sort(names);
    return names;
  }

 private:
  fs::path root_;
};

const Names kTree = {"a.md",
                     "b.md",
                     "ab.md",
                     "a.txt",
                     "drafts/a.md",
                     "drafts/x/b.md",
                     "posts/a.md",
                     "posts/2024/a.md",
                     "posts/2024/drafts/c.md",
                     "posts/#a.md",
                     "posts/!b.md",
                     "posts/a b.md",
                     "posts/a .md",
                     "posts/[x].md",
                     "posts/1.md",
                     "posts/12.md",
                     "posts/-.md",
                     "posts/é.md",
                     "posts/稿.md",
                     "posts/b/b.md",
                     "x/posts/a.md",
                     "x/y/z/a.md",
                     "x/y/a.txt",
                     "posts/a\\b.md"};

void ExpectAsGit(const Repository& repository, const std::string& ignore) {
  WriteFile(repository.root() / ".gitignore", ignore);
  EXPECT_EQ(repository.OurFiles(), repository.FilesOfGit()) << "--- .gitignore\n" << ignore;
}

TEST(IgnoreTest, PatternsMeanWhatGitTakesThemFor) {
  Repository repository("ignore");
  ASSERT_NE(repository.Git("--version"), "") << "git is not installed";
  for (const std::string& name : kTree) WriteFile(repository.root() / name, "x");
  ASSERT_EQ(repository.FilesOfGit().size(), kTree.size());
  // Without "x**/a.md": git strips the x first and takes the rest for "**/a.md", against its manual.
  const Names patterns = {
      "*.txt",
      "a.md",
      "/a.md",
      "drafts",
      "drafts/",
      "/drafts/",
      "posts/drafts",
      "**/drafts",
      "posts/**",
      "posts/**/a.md",
      "**/a.md",
      "posts/*/a.md",
      "posts/*",
      "*/a.md",
      "/*/a.md",
      "?.md",
      "??.md",
      "[ab].md",
      "[!a].md",
      "[^a].md",
      "[a-b]*.md",
      "[[:digit:]].md",
      "posts/[0-9][0-9].md",
      "[]-].md",
      "[a",
      "a[",
      "[[:nope:]].md",
      "\\#a.md",
      "#a.md",
      "\\!b.md",
      "!b.md",
      "a .md",
      "a\\ .md",
      "a b.md ",
      "a b.md\\ ",
      "posts/\\[x\\].md",
      "posts/[[]x].md",
      "a.md\\",
      "é.md",
      "稿.md",
      "[é].md",
      "???.md",
      "x/**/a.md",
      "x/**/z",
      "x/*/z",
      "x/y/z/",
      "**",
      "*",
      "/",
      "//",
      "**/",
      "/**",
      "posts/",
      "po*s",
      "posts/**/",
      "***/a.md",
      "x/**a.md",
      "x/y**",
      "**b.md",
      "\\a.md",
      "a\\\\b.md",
      "*.md\n!a.md",
      "*.md\n!/a.md",
      "posts/\n!posts/a.md",
      "posts/*\n!posts/a.md",
      "posts/**\n!posts/2024/",
      "*\n!*/\n!*.txt",
      "# a\n\n  \na.md\r\nb.md",
      "a.md\n!a.md\na.md",
      "[a-]*.md",
      "[--0].md",
      "[\\]x].md",
      "posts/[!/]a.md",
      "posts[/]a.md",
      "posts?a.md",
      "./a.md",
      "posts/../a.md",
      "a.md/",
      "\xEF\xBB\xBF"
      "a.md",
      "\t*.txt",
      "*.txt\t",
  };
  for (const std::string& pattern : patterns) ExpectAsGit(repository, pattern + "\n");
}

TEST(IgnoreTest, RandomPatternsMeanWhatGitTakesThemFor) {
  Repository repository("random_ignore");
  for (const std::string& name : kTree) WriteFile(repository.root() / name, "x");
  const Names parts = {"*",    "**",   "/", "a",  "b", "?", "posts", "drafts", ".md",
                       "[ab]", "[!a]", "!", "\\", "x", "y", "\n",    "#"};
  std::mt19937 random(20250320);
  for (int round = 0; round < 150; ++round) {
    std::string ignore;
    for (std::size_t count = 1 + random() % 7; count > 0; --count) ignore += parts[random() % parts.size()];
    ExpectAsGit(repository, ignore + "\n");
  }
}

TEST(IgnoreTest, NestedFilesAndTheRepositoryAboveAreHonoured) {
  Repository repository("nested_ignore");
  for (const std::string& name : kTree) WriteFile(repository.root() / name, "x");
  WriteFile(repository.root() / ".gitignore", "*.txt\n/posts/12.md\n2024/drafts\n");
  WriteFile(repository.root() / "posts/.gitignore", "a.md\n/b.md\n!2024/a.md\n");
  WriteFile(repository.root() / "posts/2024/.gitignore", "!drafts\n");
  WriteFile(repository.root() / "x/y/.gitignore", "!*.txt\nz/\n");
  WriteFile(repository.root() / ".git/info/exclude", "/b.md\n");
  EXPECT_EQ(repository.OurFiles(), repository.FilesOfGit());
  EXPECT_EQ(repository.OurFiles("posts"), repository.FilesOfGit("posts"));
  EXPECT_EQ(repository.OurFiles("x/y"), repository.FilesOfGit("x/y"));
  EXPECT_EQ(repository.OurFiles("", {.exclude = {}, .git_ignore = false}).size(), kTree.size());
}

TEST(IgnoreTest, ExcludedPathsAreLinesOfTheSameKind) {
  Repository repository("exclude");
  for (const char* name : {"a.md", "drafts/b.md", "old/c.md", "old/keep.md", "posts/old/d.md"})
    WriteFile(repository.root() / name, "x");
  EXPECT_EQ(repository.OurFiles("", {.exclude = {"drafts/", "/old/*.md", "!keep.md"}}),
            (Names{"a.md", "old/keep.md", "posts/old/d.md"}));
  EXPECT_EQ(repository.OurFiles("", {.exclude = {"*.md"}}), Names());
}

// A pattern of many stars takes a backtracking matcher years.
TEST(IgnoreTest, MatchingIsLinear) {
  std::string stars;
  for (int i = 0; i < 60; ++i) stars += "*a";
  EXPECT_FALSE(Glob(stars + "b").Matches(std::string(100000, 'a')));
  EXPECT_TRUE(Glob(stars).Matches(std::string(100000, 'a')));
}

class FolderTest : public testing::Test {
 protected:
  void SetUp() override {
    old_ = fs::current_path();
    root_ = fs::path(testing::TempDir()) / ("tally_folders_" + std::to_string(getpid()));
    fs::remove_all(root_);
    fs::create_directories(root_);
    fs::current_path(root_);
  }
  void TearDown() override {
    fs::current_path(old_);
    fs::remove_all(root_);
  }
  Names List(const Names& paths, const ListOptions& options = {}) {
    problems_.clear();
    return ListInputs(paths, problems_, options);
  }

  fs::path old_;
  fs::path root_;
  Names problems_;
};

TEST_F(FolderTest, GiveEveryArticleOnceAndSorted) {
  for (const char* name :
       {"p/b.md", "p/a.markdown", "p/c.txt", "p/d.html", "p/e.htm", "p/f.xhtml", "p/g.jsonl", "p/h.ndjson",
        "p/i.MD", "p/j.md.gz", "p/k.html.zst", "p/l.json", "p/m.gz", "p/n.pdf", "p/README.md",
        "p/LICENSE.txt.gz", "p/.hidden.md", "p/.git/x.md", "p/q/r.md"}) {
    WriteFile(name, "x");
  }
  fs::create_symlink("b.md", "p/link.md");
  fs::create_directory_symlink("..", "p/loop");
  EXPECT_EQ(List({"p", "./p/b.md", "p/"}),
            (Names{"p/a.markdown", "p/b.md", "p/c.txt", "p/d.html", "p/e.htm", "p/f.xhtml", "p/g.jsonl",
                   "p/h.ndjson", "p/i.MD", "p/j.md.gz", "p/k.html.zst", "p/q/r.md"}));
  EXPECT_EQ(problems_, Names());
  EXPECT_EQ(List({"p/n.pdf", "p/link.md"}), (Names{"p/link.md", "p/n.pdf"}));
}

TEST_F(FolderTest, GlobsThatTheShellLeftAreExpanded) {
  for (const char* name :
       {"p/a.md", "p/b.text", "p/2024/c.md", "p/2024/d.md", "p/2025/e.md", "p/2025/f.png", "q[1].md"})
    WriteFile(name, "x");
  struct {
    std::string glob;
    Names files;
  } cases[] = {
      {"p/**/*.md", {"p/2024/c.md", "p/2024/d.md", "p/2025/e.md", "p/a.md"}},
      {"p/*.md", {"p/a.md"}},
      {"p/*.text", {"p/b.text"}},
      {"p/*", {"p/2024/c.md", "p/2024/d.md", "p/2025/e.md", "p/a.md"}},
      {"p/202[45]/[ce].md", {"p/2024/c.md", "p/2025/e.md"}},
      {"p/20?4", {"p/2024/c.md", "p/2024/d.md"}},
      {"*/2025/**", {"p/2025/e.md"}},
      {"q[1].md", {"q[1].md"}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(List({c.glob}), c.files) << c.glob;
    EXPECT_EQ(problems_, Names()) << c.glob;
  }
  EXPECT_EQ(List({"p/**/*.rst"}), Names());
  EXPECT_EQ(problems_, Names{"p/**/*.rst: no file matches"});
  EXPECT_EQ(List({"p/2024/c.md", "p/a.md"}, {.exclude = {"2024/"}}), Names{"p/a.md"});
}

TEST_F(FolderTest, WhatCannotBeReadIsNamed) {
  fs::create_symlink("loop.md", "loop.md");
  EXPECT_EQ(List({"loop.md", "missing.md"}), Names());
  EXPECT_EQ(problems_, (Names{"loop.md: cannot be read: Too many levels of symbolic links",
                              "missing.md: no such file or folder"}));
  if (geteuid() == 0) return;  // root may read anything
  fs::create_directories("shut");
  fs::permissions("shut", fs::perms::none);
  EXPECT_EQ(List({"shut"}), Names());
  EXPECT_EQ(problems_, Names{"shut: cannot read this folder: Permission denied"});
  fs::permissions("shut", fs::perms::owner_all);
}

}  // namespace
}  // namespace tally
