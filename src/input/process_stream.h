// Another program, run without a shell, so that no name of a file or a branch can be a command. Its standard
// input and output are pipes; what it says on its error stream is kept. Of one thread.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

class ChildProcess {
 public:
  // `arguments`: the program, looked up on the path, and what it is given. Throws UserError where no process
  // can be made.
  explicit ChildProcess(const std::vector<std::string>& arguments);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  // Ends the program where it still runs.
  ~ChildProcess();

  // Throws UserError where the program no longer reads.
  void Write(std::string_view text);
  // The next line without its end; empty at the end of the output.
  std::string ReadLine();
  // So many bytes, fewer at the end of the output.
  std::string Read(std::size_t size);
  std::string ReadAll();

  // Waits for the end of the program; its exit status, 127 where it could not be run.
  int Wait();
  // Its error stream, after Wait; without blanks at the end.
  std::string ErrorText() const;

 private:
  bool Fill();
  void CloseInput();

  std::string name_;
  pid_t child_ = -1;
  int input_ = -1;   // we write
  int output_ = -1;  // we read
  int error_ = -1;   // a file in memory
  std::string read_;
  std::size_t at_ = 0;  // of read_
};

}  // namespace tally
