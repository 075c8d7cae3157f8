// Runs another program: arguments as a list, so that no shell reads them; its standard input from memory, its
// output into memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tally {

struct ProcessResult {
  int status = 0;  // as a shell counts: 128 + n where signal n ended it
  std::string out;
  std::string err;
  bool found = true;  // false where there is no such program; nothing ran then
};

// `arguments`: the program, looked for on the PATH, and its arguments. The environment is ours with
// `environment` ("NAME=value") in front of it. Throws UserError where the system cannot start a process.
ProcessResult RunProcess(const std::vector<std::string>& arguments, std::string_view input = {},
                         const std::vector<std::string>& environment = {});

}  // namespace tally
