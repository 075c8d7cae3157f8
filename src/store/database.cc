// Connections are opened without a mutex (each belongs to one thread) and hardened against files made by
// strangers: no functions called from their schema, no writing to SQLite's own tables.
#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <new>
#include <stdexcept>

#include "base/error.h"
#include "base/utf8.h"

namespace tally {
namespace {

namespace fs = std::filesystem;

// How long a writer waits for the lock. A document is stored in well under a second, but SQLite's waiting is
// a lottery without a queue, so that one of many writers may lose several draws.
constexpr int kBusyMilliseconds = 30'000;
// SQLite does not wait by itself when two connections switch a new file to WAL at once; we try again this
// often.
constexpr int kRetryMilliseconds = 10;

struct Failure {
  int code;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::string_view kNameAnother = "name another file with --db";
constexpr std::string_view kMakeWritable =
    "make the file and its directory writable, or name another with --db";
constexpr std::string_view kRestore = "restore a copy, or ingest into a new file";
constexpr std::string_view kWait = "wait until that has ended and run again";

// Primary result codes that say something about the user's file (https://sqlite.org/rescode.html).
constexpr Failure kFailures[] = {
    {SQLITE_NOTADB, "not a tally database", kNameAnother},
    {SQLITE_CORRUPT, "the database is damaged", kRestore},
    {SQLITE_BUSY, "the database is locked by another program", kWait},
    {SQLITE_LOCKED, "the database is locked by another program", kWait},
    {SQLITE_READONLY, "the database cannot be written", kMakeWritable},
    {SQLITE_PERM, "no permission to use the database", kMakeWritable},
    {SQLITE_CANTOPEN, "the database cannot be opened", "check the permissions of the file and its directory"},
    {SQLITE_FULL, "the disk is full", "free some space and run again; what was reported as stored is kept"},
    {SQLITE_IOERR, "the database cannot be read or written (disk error)", "check the disk and run again"},
    {SQLITE_TOOBIG, "a text is too long for the database", "split the document"},
};

int PrimaryCode(int code) { return code & 0xff; }

// A path as SQLite takes it literally: ":memory:" is a file of that name.
std::string LiteralPath(const std::string& path) { return path.front() == ':' ? "./" + path : path; }

// "file:///home/a%20b.db?immutable=1" (https://sqlite.org/uri.html).
std::string ImmutableUri(const std::string& path) {
  std::string uri = "file://";
  for (char c : fs::absolute(path).string()) {
    bool plain = IsAsciiAlnum(c) || c == '/' || c == '.' || c == '-' || c == '_';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri + "?immutable=1";
}

void SetResult(sqlite3_context* context, const std::string& text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}
void SetResult(sqlite3_context* context, std::int64_t integer) { sqlite3_result_int64(context, integer); }

// Calls the function that DefineFunction registered. No exception may pass through SQLite, which is C.
template <class Result>
void CallFunction(sqlite3_context* context, int, sqlite3_value** arguments) {
  auto* function = reinterpret_cast<Result (*)(std::string_view)>(sqlite3_user_data(context));
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
  if (text == nullptr) return;  // NULL gives NULL
  try {
    SetResult(context, function({text, static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]))}));
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

std::string SqliteVersion() { return sqlite3_libversion(); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::Bind(std::int64_t value) {
  database_->Check(sqlite3_bind_int64(statement_.get(), next_parameter_++, value));
  return *this;
}

Statement& Statement::Bind(std::string_view text) {
  // SQLite takes a null pointer for NULL, and an empty view may have one.
  const char* data = text.data() == nullptr ? "" : text.data();
  database_->Check(sqlite3_bind_text64(statement_.get(), next_parameter_++, data, text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::BindNull() {
  database_->Check(sqlite3_bind_null(statement_.get(), next_parameter_++));
  return *this;
}

bool Statement::Step() {
  int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  database_->ThrowCode(code);
}

void Statement::Reset() {
  // The result repeats the failure of the last step, which has been thrown already.
  sqlite3_reset(statement_.get());
  next_parameter_ = 1;
}

void Statement::Run() {
  while (Step()) {
  }
  Reset();
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::IsInteger(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

std::int64_t Statement::Integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::string Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Statement::ThrowDamaged(std::string_view what) const {
  database_->Throw(fmt::format("the database is damaged ({})", what), kRestore);
}

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Database::Database(std::string path, OpenMode mode) : path_(std::move(path)), mode_(mode) {
  CheckPath();
  int code = Connect(false);
  // A write-ahead log needs a writable directory even for reading. Where there is no log, nobody is writing,
  // and the file can be read as it stands.
  std::error_code ignored;
  bool reading = mode_ == OpenMode::kReadOnly && !fs::exists(path_ + "-wal", ignored);
  bool refused = PrimaryCode(code) == SQLITE_CANTOPEN || PrimaryCode(code) == SQLITE_READONLY;
  if (refused && reading) code = Connect(true);
  Check(code);
  Harden();
}

Database::~Database() = default;

// Says plainly what SQLite would report as "unable to open database file".
void Database::CheckPath() const {
  if (path_.empty()) throw UserError("the database has no name; name a file with --db");
  std::error_code ignored;
  fs::file_status status = fs::status(path_, ignored);
  if (fs::exists(status) && !fs::is_regular_file(status)) Throw("not a file", kNameAnother);
  if (fs::exists(status)) return;
  if (mode_ != OpenMode::kCreate)
    Throw("no such database", "make it with tally ingest, or name another with --db");
  fs::path directory = fs::path(path_).parent_path();
  if (!directory.empty() && !fs::is_directory(directory, ignored)) {
    Throw(fmt::format("there is no directory {}", directory.string()), "make it first");
  }
}

int Database::Connect(bool immutable) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (immutable ? SQLITE_OPEN_URI : 0);
  flags |= mode_ == OpenMode::kReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  flags |= mode_ == OpenMode::kCreate ? SQLITE_OPEN_CREATE : 0;
  std::string name = immutable ? ImmutableUri(path_) : LiteralPath(path_);
  sqlite3* connection = nullptr;
  int code = sqlite3_open_v2(name.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (code != SQLITE_OK) return code;
  sqlite3_busy_timeout(connection, kBusyMilliseconds);
  // SQLite opens lazily: only a read tells whether the file can be used.
  code = sqlite3_exec(connection, "PRAGMA schema_version", nullptr, nullptr, nullptr);
  // Where a file cannot be written, SQLite quietly opens it for reading.
  bool demoted = mode_ != OpenMode::kReadOnly && sqlite3_db_readonly(connection, "main") == 1;
  return code == SQLITE_OK && demoted ? SQLITE_READONLY : code;
}

void Database::Harden() const {
  for (int option : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY}) {
    Check(sqlite3_db_config(connection_.get(), option, 1, nullptr));
  }
  Check(sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
}

void Database::UseWriteAheadLog() const {
  // What was reported as stored must survive a power cut too, which in WAL mode needs a sync for each commit.
  Execute("PRAGMA synchronous = FULL");
  for (int waited = 0;; waited += kRetryMilliseconds) {
    int code = sqlite3_exec(connection_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    if (PrimaryCode(code) != SQLITE_BUSY || waited >= kBusyMilliseconds) ThrowCode(code);
    sqlite3_sleep(kRetryMilliseconds);
  }
}

Statement Database::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  Check(sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  return Statement(this, statement);
}

void Database::Execute(const std::string& script) const {
  Check(sqlite3_exec(connection_.get(), script.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::QueryInteger(std::string_view sql) const {
  Statement statement = Prepare(sql);
  return statement.Step() ? statement.Integer(0) : 0;
}

std::int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(connection_.get()); }

std::int64_t Database::ChangedRows() const { return sqlite3_changes64(connection_.get()); }

bool Database::InTransaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }

namespace {

template <class Result>
int Register(sqlite3* connection, const char* name, Result (*function)(std::string_view)) {
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  return sqlite3_create_function_v2(connection, name, 1, flags, reinterpret_cast<void*>(function),
                                    CallFunction<Result>, nullptr, nullptr, nullptr);
}

}  // namespace

void Database::DefineFunction(const char* name, std::string (*function)(std::string_view)) const {
  Check(Register(connection_.get(), name, function));
}

void Database::DefineFunction(const char* name, std::int64_t (*function)(std::string_view)) const {
  Check(Register(connection_.get(), name, function));
}

void Database::BackUp(const std::string& target) const {
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(target, ignored))) {
    throw UserError(fmt::format("{}: is there already; name another file", target));
  }
  try {
    Database copy(target, OpenMode::kCreate);
    sqlite3_backup* backup = sqlite3_backup_init(copy.connection_.get(), "main", connection_.get(), "main");
    if (backup == nullptr) copy.ThrowCode(sqlite3_errcode(copy.connection_.get()));
    // All pages in one step: a step that others interrupt begins anew.
    int code = sqlite3_backup_step(backup, -1);
    int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) copy.ThrowCode(code);
    copy.Check(finished);
    copy.Execute("PRAGMA journal_mode = DELETE");
  } catch (...) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(target + ending, ignored);
    throw;
  }
}

void Database::Throw(std::string_view what, std::string_view remedy) const {
  throw UserError(fmt::format("{}: {}; {}", path_, what, remedy));
}

void Database::ThrowCode(int code) const {
  for (const Failure& failure : kFailures) {
    if (failure.code == PrimaryCode(code)) Throw(failure.what, failure.remedy);
  }
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  throw std::logic_error(fmt::format("{}: SQLite: {}", path_, sqlite3_errmsg(connection_.get())));
}

void Database::Check(int code) const {
  if (code != SQLITE_OK) ThrowCode(code);
}

Transaction::Transaction(const Database& database) : database_(database) {
  database_.Execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // Nothing is open after Commit, nor where SQLite has rolled back by itself (a full disk).
  if (database_.InTransaction())
    sqlite3_exec(database_.connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::Commit() { database_.Execute("COMMIT"); }

Snapshot::Snapshot(const Database& database) : database_(database) { database_.Execute("BEGIN"); }

Snapshot::~Snapshot() { sqlite3_exec(database_.connection_.get(), "COMMIT", nullptr, nullptr, nullptr); }

}  // namespace tally
