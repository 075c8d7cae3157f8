// What a command talks to: the three streams, what is known of them, and the clock. Tests may put other
// streams in.
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

namespace tally {

struct Console {
  std::istream& in;
  std::ostream& out;  // data
  std::ostream& err;  // everything else
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;  // the environment says NO_COLOR (https://no-color.org)

  // Of this process. Makes a broken pipe an error of the stream rather than a signal that ends us without a
  // word.
  static Console Standard();

  // "tally: error: …" on `err`, further lines of the message as "tally: …"; control characters in the text
  // are spelled out, and what the runner of a CI job would take for a command.
  void Error(std::string_view message) const;
  void Warning(std::string_view message) const;
  void Note(std::string_view message) const;
  // Throws UserError where the data did not get out (a full disk, a closed pipe). To be called after each
  // large part, so that work for nobody stops, and at the end.
  void CheckOutput() const;

 private:
  void Say(std::string_view kind, std::string_view message) const;
};

// "2025-05-08T09:30:00Z"; the time of $SOURCE_DATE_EPOCH, in seconds since 1970, where that is set.
std::string UtcNow();

}  // namespace tally
