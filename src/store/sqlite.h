// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace masudi::store {

class Connection;

// One SQL statement, compiled once and run often. Parameters are counted from 1, columns from 0. Must not outlive its
// connection; one thread at a time.
class Statement {
 public:
  Statement() = default;

  void bind(int at, std::int64_t value);
  void bind(int at, double value);
  void bind(int at, std::string_view value);  // copied
  void bind(int at, const char* value) { bind(at, std::string_view(value)); }
  void bind(int at, const std::string& value) { bind(at, std::string_view(value)); }
  void bind(int at, int value) { bind(at, std::int64_t{value}); }
  void bind(int at, std::uint32_t value) { bind(at, std::int64_t{value}); }
  void bind(int at, Date value) { bind(at, to_string(value)); }
  void bind(int at, std::nullopt_t);
  template <class T>
  void bind(int at, const std::optional<T>& value) {
    value ? bind(at, *value) : bind(at, std::nullopt);
  }
  struct Blob {
    std::string_view bytes;
  };
  void bind(int at, Blob value);  // copied
  template <class... Values>
  void bind_all(const Values&... values) {
    int at = 0;
    (bind(++at, values), ...);
  }

  // True: there is a row to look at. False: the statement is done (and reset).
  Result<bool> step();
  // Binds, runs to the end and resets.
  template <class... Values>
  Result<void> run(const Values&... values) {
    bind_all(values...);
    return finish();
  }
  Result<void> finish();
  // Calls `look` at every row that is left.
  template <class Look>
  Result<void> each(Look look) {
    for (;;) {
      auto row = step();
      if (!row) return tl::make_unexpected(std::move(row.error()));
      if (!*row) return {};
      look();
    }
  }
  void reset();

  int columns() const;
  std::string_view column_name(int column) const;
  bool is_null(int column) const;
  bool is_number(int column) const;  // as it is kept in this row: an integer or a real
  bool is_integer(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // valid until the next step or reset; empty for NULL
  std::string_view blob(int column) const;  // as text()
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::int64_t> optional_integer(int column) const;
  std::optional<Date> date(int column) const;  // of "YYYY-MM-DD"
  bool is_read_only() const;
  bool is_empty() const { return handle_ == nullptr; }  // the SQL held nothing but blanks and comments

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(const Connection& connection, sqlite3_stmt* statement) : connection_(&connection), handle_(statement) {}

  const Connection* connection_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// An open SQLite file. One thread at a time. Errors name the file and say in plain words what to do. Stays where it is:
// statements point to it.
class Connection {
 public:
  enum class Mode { read, write, create };  // create: make the file where there is none
  static Result<std::unique_ptr<Connection>> open(const std::string& path, Mode mode);
  // Reads a file that nobody writes to, without the files that SQLite keeps beside one that changes.
  static Result<std::unique_ptr<Connection>> open_frozen(const std::string& path);

  Result<void> run(const std::string& sql);  // one or several statements without parameters
  Result<Statement> prepare(std::string_view sql) const;
  Result<std::int64_t> integer(std::string_view sql) const;  // the first column of the first row; 0 where there is none
  std::int64_t last_row() const;                             // the number that the last insertion made

  Result<void> begin();  // a transaction that writes; waits a few seconds for another program that does
  Result<void> commit();
  void roll_back();  // does nothing outside a transaction

  // Ends what runs on it when so many million steps of SQLite's machine are done; 0: never.
  void limit_steps(int millions);
  // Whether something was ended so since the limit was set.
  bool gave_up() const { return millions_left_ < 0; }

  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_.get(); }
  // What the last failure was, for the person at the terminal.
  Error error() const;
  Error error(int code, std::string_view detail) const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  explicit Connection(std::string path) : path_(std::move(path)) {}
  static Result<std::unique_ptr<Connection>> open(const std::string& path, const std::string& name, int flags);

  static int count_step(void* connection);

  std::string path_;
  int millions_left_ = 0;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace masudi::store
