// The two kinds of errors. A UserError is about the user's file or command line: it says where, what, and
// what to do, and ends the run with status 2. Anything else thrown is a bug of ours and is caught once, in
// main.
#pragma once

#include <stdexcept>
#include <string>

namespace tally {

class UserError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace tally
