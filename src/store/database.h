// An SQLite connection, its statements and transactions: the only place that knows sqlite3.h. A connection
// belongs to one thread; other threads and processes open their own. What goes wrong with the user's file is
// thrown as a UserError that names the file, what is wrong and the remedy; a mistake in our SQL is a
// std::logic_error.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tally {

class Database;

// The version of SQLite that runs: "3.40.1".
std::string SqliteVersion();

enum class OpenMode : std::uint8_t {
  kCreate,     // for writing; the file is made where there is none, its directory must exist
  kReadWrite,  // for writing; the file must exist
  kReadOnly,   // the file must exist; also from a directory that cannot be written
};

// A prepared statement: bind all parameters in order, step, read columns, reset. Must not outlive its
// Database.
class Statement {
 public:
  // Binds the next parameter. Text is copied, and may hold any bytes.
  Statement& Bind(std::int64_t value);
  Statement& Bind(std::string_view text);
  Statement& BindNull();
  template <class T>
  Statement& Bind(const std::optional<T>& value) {
    return value ? Bind(*value) : BindNull();
  }

  // True where a row came, false at the end.
  bool Step();
  // Back to the state before the first Bind.
  void Reset();
  // Steps to the end, then resets: for statements whose rows do not matter.
  void Run();

  bool IsNull(int column) const;
  bool IsInteger(int column) const;
  std::int64_t Integer(int column) const;
  std::string Text(int column) const;

  // Throws the UserError for contents that no tally has written.
  [[noreturn]] void ThrowDamaged(std::string_view what) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(const Database* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_parameter_ = 1;
};

class Database {
 public:
  // Throws UserError where the mode cannot be had. Changes nothing in an existing file: whether it is one of
  // ours is asked first by store/schema.h.
  Database(std::string path, OpenMode mode);
  // Statements point back to their Database, so it stays where it is.
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  const std::string& path() const { return path_; }
  OpenMode mode() const { return mode_; }

  // Switches the file to a write-ahead log, so that readers and one writer work at the same time.
  void UseWriteAheadLog() const;

  // One statement; `sql` never holds text of a user, which is bound instead.
  Statement Prepare(std::string_view sql) const;
  // A script of statements without parameters.
  void Execute(const std::string& script) const;
  // The integer in the first column of the first row; 0 where there is none.
  std::int64_t QueryInteger(std::string_view sql) const;
  std::int64_t LastInsertId() const;
  // Rows that the last statement added, changed or removed.
  std::int64_t ChangedRows() const;
  bool InTransaction() const;
  // Makes a function of one text known to the SQL of this connection; it must depend on nothing but its
  // argument.
  void DefineFunction(const char* name, std::string (*function)(std::string_view)) const;
  void DefineFunction(const char* name, std::int64_t (*function)(std::string_view)) const;

  // Copies the file as it is at one moment to `target`, which must not be there, while others read and write.
  // Throws UserError where that cannot be written; nothing is then left of it.
  void BackUp(const std::string& target) const;

  // Throws UserError "path: what; remedy".
  [[noreturn]] void Throw(std::string_view what, std::string_view remedy) const;

 private:
  friend class Statement;
  friend class Transaction;
  friend class SqlSession;
  friend class Snapshot;
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  void CheckPath() const;
  int Connect(bool immutable);
  void Harden() const;
  // Throws what a result code of SQLite other than success means.
  [[noreturn]] void ThrowCode(int code) const;
  void Check(int code) const;

  std::string path_;
  OpenMode mode_;
  std::unique_ptr<sqlite3, Close> connection_;
};

// All or nothing: what is written between the constructor and Commit is seen by others at once, or never.
// Takes the write lock at once, since two readers that both want to become writers would stop each other.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();  // rolls back what was not committed
  void Commit();

 private:
  const Database& database_;
};

// While it lives, all that is read is of one moment.
class Snapshot {
 public:
  explicit Snapshot(const Database& database);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  const Database& database_;
};

}  // namespace tally
