// The first load of a new file: rows in the order of their arrival are written several times as fast as rows
// that each index wants elsewhere, so the indexes of `claims` are made when the rows are there. What is asked
// meanwhile is answered rightly, if slowly. Whatever ends the program, whoever opens the file next for
// writing makes them.
#pragma once

#include "store/database.h"

namespace tally {

class BulkLoad {
 public:
  // Postpones the indexes where the database has no claims yet; does nothing to others.
  explicit BulkLoad(const Database& database);
  // Makes the indexes.
  void Finish();

 private:
  const Database& database_;
};

bool HasPostponedIndexes(const Database& database);
void MakePostponedIndexes(const Database& database);

}  // namespace tally
