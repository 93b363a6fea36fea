// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

namespace masudi::store {
namespace {

constexpr int kPatience = 5000;  // milliseconds to wait for another program that writes

std::string_view advice(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is writing to the store; try again when it is done";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return "the store may only be read here; check the rights of the file and of its folder";
    case SQLITE_FULL:
      return "the disk is full; everything that was reported as stored is safe: make room and run the command again";
    case SQLITE_IOERR:
      return "the disk could not be read or written; everything that was reported as stored is safe: check the disk "
             "and its free space, and run the command again";
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT: return "the store is damaged; restore a copy, or ingest the documents into a new store";
    case SQLITE_NOTADB: return "this is not a store; name another file with --store";
    case SQLITE_CANTOPEN: return "cannot be opened; check the name, the folder and the rights";
    case SQLITE_INTERRUPT: return "the question took too long and was given up; ask for less, or raise the limit";
    case SQLITE_NOMEM: return "there is not enough memory";
    default: return "";
  }
}

int flags_of(Connection::Mode mode) {
  switch (mode) {
    case Connection::Mode::read: return SQLITE_OPEN_READONLY;
    case Connection::Mode::write: return SQLITE_OPEN_READWRITE;
    case Connection::Mode::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return 0;
}

// Source: https://www.sqlite.org/uri.html
std::string frozen_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '?' || c == '#' || c == '%') {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Statement::bind(int at, std::int64_t value) { sqlite3_bind_int64(handle_.get(), at, value); }
void Statement::bind(int at, double value) { sqlite3_bind_double(handle_.get(), at, value); }
void Statement::bind(int at, std::nullopt_t) { sqlite3_bind_null(handle_.get(), at); }
void Statement::bind(int at, std::string_view value) {
  sqlite3_bind_text64(handle_.get(), at, value.data() != nullptr ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
}

void Statement::bind(int at, Blob value) {
  sqlite3_bind_blob64(handle_.get(), at, value.bytes.data(), value.bytes.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    sqlite3_reset(handle_.get());
    return false;
  }
  Error error = connection_->error();
  sqlite3_reset(handle_.get());
  return tl::make_unexpected(std::move(error));
}

Result<void> Statement::finish() {
  for (;;) {
    auto row = step();
    if (!row) return tl::make_unexpected(std::move(row.error()));
    if (!*row) return {};
  }
}

void Statement::reset() { sqlite3_reset(handle_.get()); }
int Statement::columns() const { return sqlite3_column_count(handle_.get()); }
std::string_view Statement::column_name(int column) const { return sqlite3_column_name(handle_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }
bool Statement::is_integer(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_INTEGER; }
bool Statement::is_number(int column) const {
  return is_integer(column) || sqlite3_column_type(handle_.get(), column) == SQLITE_FLOAT;
}
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }
bool Statement::is_read_only() const { return sqlite3_stmt_readonly(handle_.get()) != 0; }

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<Date> Statement::date(int column) const { return parse_date(text(column)); }

void Connection::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Error Connection::error(int code, std::string_view detail) const {
  const std::string_view words = advice(code);
  if (words.empty()) return {fmt::format("{}: {}", path_, detail)};
  return {fmt::format("{}: {} ({})", path_, words, detail)};
}

bool Connection::has_failed() const {
  const int code = sqlite3_errcode(handle_.get());
  return code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
}

Error Connection::error() const {
  return error(sqlite3_extended_errcode(handle_.get()), sqlite3_errmsg(handle_.get()));
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Mode mode) {
  std::error_code ignored;
  if (mode != Mode::create && !std::filesystem::exists(path, ignored)) {
    return fail(fmt::format("{}: there is no such store; masudi ingest makes one, --store FILE names another", path));
  }
  return open(path, path, flags_of(mode));
}

Result<std::unique_ptr<Connection>> Connection::open_frozen(const std::string& path) {
  return open(path, frozen_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, const std::string& name, int flags) {
  std::unique_ptr<Connection> connection(new Connection(path));
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  connection->handle_.reset(handle);
  if (handle == nullptr) return fail(fmt::format("{}: there is not enough memory", path));
  if (code != SQLITE_OK) return tl::make_unexpected(connection->error());
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kPatience);
  return connection;
}

Result<void> Connection::run(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return tl::make_unexpected(error());
}

Result<Statement> Connection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return tl::make_unexpected(error());
  return Statement(*this, statement);
}

Result<std::int64_t> Connection::integer(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return tl::make_unexpected(std::move(statement.error()));
  auto row = statement->step();
  if (!row) return tl::make_unexpected(std::move(row.error()));
  return *row ? statement->integer(0) : 0;
}

std::int64_t Connection::last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }

Result<void> Connection::begin() { return run("BEGIN IMMEDIATE"); }
Result<void> Connection::commit() { return run("COMMIT"); }
void Connection::roll_back() {
  if (sqlite3_get_autocommit(handle_.get()) == 0) sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

int Connection::count_step(void* connection) { return --static_cast<Connection*>(connection)->millions_left_ < 0; }

void Connection::limit_steps(int millions) {
  constexpr int kMillion = 1'000'000;
  millions_left_ = millions;
  sqlite3_progress_handler(handle_.get(), kMillion, millions > 0 ? count_step : nullptr, this);
}

}  // namespace masudi::store
