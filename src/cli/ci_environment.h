// What the environment of a CI job says: where the repository lies, and where the job's summary goes.
#pragma once

#include <string>

namespace tally {

struct CiEnvironment {
  std::string folder;        // where the program runs
  std::string root;          // the checkout that code hosts count paths from; the folder where none is named
  std::string step_summary;  // the file that GitHub shows as the step's summary; empty outside of GitHub

  // Of this process: GITHUB_WORKSPACE or CI_PROJECT_DIR (GitLab), where the program runs below it, and
  // GITHUB_STEP_SUMMARY.
  static CiEnvironment Current();
};

}  // namespace tally
