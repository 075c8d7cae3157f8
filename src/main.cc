// Parse, run, print, exit status. Everything else is in the library.
#include <exception>
#include <iostream>

#include "base/error.h"
#include "cli/console.h"
#include "cli/run.h"

int main(int argc, char** argv) {
  tally::Console console = tally::Console::Standard();
  try {
    return tally::RunCommandLine({argv + 1, argv + argc}, console);
  } catch (const tally::UserError& error) {
    console.Error(error.what());
  } catch (const std::exception& error) {
    console.Error(std::string("this is a bug in tally; please report it with the command line: ") +
                  error.what());
  } catch (...) {
    console.Error("this is a bug in tally; please report it with the command line");
  }
  return 2;
}
