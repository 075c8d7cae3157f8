#include "cli/check_inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "cli/check_policy.h"
#include "cli/read_cache.h"
#include "cli/stored_claims.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// The same for every name of a file.
std::string Identity(const std::string& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(path, error);
  return error ? path : real.string();
}

class Gatherer {
 public:
  Gatherer(const CheckOptions& options, const Toolkit& toolkit, const Invocation& invocation, Intake& intake)
      : options_(options),
        toolkit_(toolkit),
        invocation_(invocation),
        intake_(intake),
        policy_(options.config),
        reading_(options.reading) {
    reading_.home = [this](const std::string& path) { return policy_.HomeOf(path); };
  }

  CheckInputs Gather() {
    options_.change ? ReadChange() : ReadFiles();
    ReadOthers();
    AddStored();
    return std::move(inputs_);
  }

 private:
  void ReadFiles() {
    InputSource source(options_.paths, reading_);
    inputs_.documents = intake_.AllCompared(source);
    inputs_.checked = inputs_.documents.size();
    for (const std::string& path : inputs_.Focus()) checked_.insert(Identity(path));
    // A file of JSON Lines is another name than those of its documents.
    for (const std::string& path : source.files()) checked_.insert(Identity(path));
  }

  void ReadChange() {
    change_.emplace(*options_.change, options_.paths, reading_);
    if (change_->changed_files().empty())
      invocation_.console.Warning(fmt::format("no article was added or changed {}", change_->what()));
    InputSource changed = change_->Changed();
    inputs_.documents = intake_.AllCompared(changed);
    inputs_.checked = inputs_.documents.size();
    InputSource before = change_->Before();
    inputs_.before = intake_.Quietly(before);
    SetChangedLines();
    InputSource unchanged = change_->Unchanged();
    std::ranges::move(intake_.AllCompared(unchanged), std::back_inserter(inputs_.documents));
    inputs_.contents = change_->ContentsOfChanged();
    for (const std::string& path : inputs_.Focus()) checked_.insert(Identity(path));
  }

  // A file of several documents may have changed in some of them only. Their lines are not the file's.
  void SetChangedLines() {
    std::set<std::pair<std::string, std::string>> as_before;
    for (const ComparedDocument& document : inputs_.before)
      as_before.emplace(document.info.path, document.info.sha256);
    ChangedDocuments documents;
    for (const std::string& name : inputs_.Focus()) {
      auto file = change_->lines().find(name);
      if (file != change_->lines().end()) {
        documents.insert(*file);
        continue;
      }
      documents[name] = {name, true, {}};
    }
    for (std::size_t i = 0; i < inputs_.checked; ++i) {
      const DocumentInfo& info = inputs_.documents[i].info;
      ChangedDocument& document = documents[info.path];
      if (as_before.contains({document.old_name, info.sha256})) document.whole = false;
    }
    inputs_.changed = std::move(documents);
  }

  // The articles of --against that are not under check themselves, nor copies of those that are: of copies
  // the one under check speaks.
  void ReadOthers() {
    if (options_.against_paths.empty()) return;
    InputSource source(options_.against_paths, reading_);
    source.Drop([&](const std::string& path) {
      return checked_.contains(Identity(path)) || (change_ && change_->Holds(path));
    });
    std::set<std::string> contents;
    for (const ComparedDocument& document : inputs_.documents) contents.insert(document.info.sha256);
    for (ComparedDocument& other : intake_.AllCompared(source)) {
      if (!contents.contains(other.info.sha256)) inputs_.documents.push_back(std::move(other));
    }
  }

  // Claims of databases; what is stored of a file that was read is an older state of it, or the same once
  // more.
  void AddStored() {
    if (options_.against_databases.empty()) return;
    std::set<std::string> contents;
    for (const ComparedDocument& document : inputs_.documents) contents.insert(document.info.sha256);
    std::vector<Claim> claims;
    for (const ComparedDocument* document : MetBy(inputs_.documents, inputs_.checked, inputs_.before)) {
      ComparedDocument::Claims own = document->claims();
      claims.insert(claims.end(), own->begin(), own->end());
    }
    for (const std::string& path : options_.against_databases) {
      for (Extraction& stored :
           LoadComparable(ClaimStore::Open(path, OpenMode::kReadOnly), claims, toolkit_.rules)) {
        bool known = checked_.contains(Identity(stored.info.path)) ||
                     (change_ && change_->Holds(stored.info.path)) ||
                     !contents.insert(stored.info.sha256).second;
        if (known) continue;
        inputs_.documents.push_back(Compared(std::move(stored), toolkit_));
        intake_.proof().AddStored(inputs_.documents.back());
      }
    }
  }

  const CheckOptions& options_;
  const Toolkit& toolkit_;
  const Invocation& invocation_;
  Intake& intake_;
  CheckPolicy policy_;
  ReadingOptions reading_;
  std::optional<ChangeSource> change_;
  std::set<std::string> checked_;
  CheckInputs inputs_;
};

}  // namespace

std::vector<std::string> CheckInputs::Focus() const {
  std::vector<std::string> focus;
  for (std::size_t i = 0; i < checked; ++i) focus.push_back(documents[i].info.path);
  return focus;
}

CheckInputs GatherCheckInputs(const CheckOptions& options, const Toolkit& toolkit,
                              const Invocation& invocation, Intake& intake) {
  if (options.cache.empty()) return Gatherer(options, toolkit, invocation, intake).Gather();
  ReadCache cache(options.cache, toolkit, kCheckExtras);
  intake.UseCache(&cache);
  CheckInputs inputs = Gatherer(options, toolkit, invocation, intake).Gather();
  intake.UseCache(nullptr);
  cache.Save(invocation.console);
  return inputs;
}

}  // namespace tally
