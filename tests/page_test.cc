// The page in a real browser: nothing wider than the screen, every discrepancy a card, no script that runs.
// The copy that is measured has its Content-Security-Policy taken out and a measuring script put in; it
// stands in a frame, because a window of Chromium is never narrower than 500 pixels.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

#include "report/html_report.h"
#include "report_sample.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kChromium =
    "timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars";

// Reported to the frame's parent: width of the content, width of the window, cards, and whether a quote's
// script ran.
constexpr std::string_view kMeasure = R"(<script>
window.addEventListener('load', () => {
  document.querySelectorAll('details').forEach(d => d.open = true);
  const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1]);
  const jumps = levels.filter((level, i) => level > (i ? levels[i - 1] : 0) + 1).length;
  parent.postMessage(['width', document.documentElement.scrollWidth, 'of', innerWidth, 'cards',
    document.querySelectorAll('article').length, 'scripts', document.scripts.length, 'jumps', jumps].join(' '), '*');
});
</script>)";

class PageTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "tally-page-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  // The measuring page after its scripts have run.
  std::string Dump(const std::string& name, bool dark) {
    std::string command = fmt::format(
        "{} --user-data-dir={}/profile --window-size=1600,1200 --virtual-time-budget=4000 {} "
        "--dump-dom file://{}/{} 2>/dev/null",
        kChromium, folder_.string(), dark ? "--force-dark-mode" : "", folder_.string(), name);
    FILE* pipe = popen(command.c_str(), "r");
    std::string out;
    std::array<char, 4096> buffer{};
    while (std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
      out.append(buffer.data(), got);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
  }

  std::string Measure(int width, bool dark) {
    Write("frame.html",
          fmt::format(
              "<!DOCTYPE html><body><p id=result></p><script>onmessage = e => result.textContent = e.data"
              "</script><iframe src=page.html width={} height=900 style='border:0'></iframe>",
              width));
    std::string dom = Dump("frame.html", dark);
    std::smatch match;
    return std::regex_search(dom, match, std::regex("<p id=\"result\">([^<]*)</p>")) ? match[1].str() : dom;
  }

  fs::path folder_;
};

std::string Instrumented(std::string page) {
  page = std::regex_replace(page, std::regex("<meta http-equiv=[^>]*>"), "");
  return page.insert(page.find("</body>"), kMeasure);
}

// A path and a number that have no place to break, as scraped sources do.
ReportInput WideReport() {
  ReportInput input = SampleReport();
  std::string path = "sources/" + std::string(200, 'x') + ".html";
  input.documents[0].path = input.findings[3].members[0].doc = path;
  input.findings[3].members[2].context += std::string(300, '9');
  return input;
}

TEST_F(PageTest, FitsThePhoneAndTheDesk) {
  Write("page.html", Instrumented(HtmlReport(WideReport())));
  EXPECT_EQ(Measure(360, false), "width 360 of 360 cards 2 scripts 1 jumps 0");
  EXPECT_EQ(Measure(1400, true), "width 1400 of 1400 cards 2 scripts 1 jumps 0");
}

}  // namespace
}  // namespace tally
