// --cache: what was read of articles, kept for the next run.
#pragma once

#include <memory>
#include <string>

#include "cli/console.h"
#include "input/input_file.h"
#include "pipeline.h"
#include "store/extraction_cache.h"

namespace tally {

class ReadCache {
 public:
  // `folder` need not be there.
  ReadCache(const std::string& folder, const Toolkit& toolkit, Extras extras);

  // As Compared of ExtractAll, but reads only what the cache does not hold. The documents may outlive the
  // object.
  std::vector<ComparedDocument> ReadAll(const std::vector<InputFile>& inputs, const Toolkit& toolkit,
                                        unsigned threads, const std::function<void(std::size_t)>& progress);

  // Writes what is new. A folder that cannot be written costs the next run its time, and no more: a warning.
  void Save(const Console& console) const;

 private:
  std::string folder_;
  Extras extras_;
  std::shared_ptr<ExtractionCache> cache_;  // shared with the documents, whose claims lie in it
};

}  // namespace tally
