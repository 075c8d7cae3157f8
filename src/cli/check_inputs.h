// What `tally check` compares: the articles under check and those beside them, from the disk, from git and
// from databases.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/check_options.h"
#include "cli/intake.h"
#include "compare/change_role.h"

namespace tally {

struct CheckInputs {
  // The first `checked` are under check, the others are compared with.
  std::vector<ComparedDocument> documents;
  std::size_t checked = 0;
  // With --since and --staged: the changed and deleted articles as they were, and what became of them.
  std::vector<ComparedDocument> before;
  std::optional<ChangedDocuments> changed;
  // The bytes of what was read from git of the articles under check, by name.
  std::map<std::string, std::string> contents;

  std::vector<std::string> Focus() const;
};

// What is read of the articles beside their claims.
inline constexpr Extras kCheckExtras{.identifiers = false};

// With the cache that the options name. Problems go to the intake, notes on an empty change to the error
// stream.
CheckInputs GatherCheckInputs(const CheckOptions& options, const Toolkit& toolkit,
                              const Invocation& invocation, Intake& intake);

}  // namespace tally
