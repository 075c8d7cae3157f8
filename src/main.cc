// Parse, run, print, exit status. Everything else is in the library.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "base/error.h"
#include "cli/console.h"
#include "cli/run.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// Memory that one batch of documents gave back is what the next one takes: not to be returned to the system
// and asked for again page by page.
void KeepMemory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  KeepMemory();
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
