#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Works on a store that another program holds locked, and on one that may only be read: a clear error and exit code 2,
# the old data intact, and questions answered where they can be. usage: hindered.sh PROGRAM
set -u
masudi="$(realpath "$1")"
outside="$(cd "$(dirname "$0")/.." && pwd)/outside.sh"
work="$(mktemp -d)"
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
. "$outside"

expect() {
  local name="$1" wanted="$2" text="${3:-}"
  [ "$code" -eq "$wanted" ] || fail "$name: exit code $wanted was expected"
  [ -z "$text" ] || grep -qF -- "$text" err || fail "$name: standard error should say: $text"
  [ "$wanted" -ne 2 ] || [ "$(wc -l <err)" -eq 1 ] || fail "$name: one line on standard error was expected"
}
documents() { "$masudi" query --store "$1" 'SELECT count(*) FROM document' --format csv | tail -n 1 | tr -d '\r'; }

printf 'date 2024-03-12 Israel attacked Lebanon in Beirut on Sunday.\n' >a.txt
printf 'date 2024-03-13 Iran threatened the United States on Wednesday.\n' >b.txt
run ingest --store s.db a.txt
expect "ingest" 0

# hold PRAGMA…: another process locks s.db until release is called.
hold() {
  coproc holder {
    exec python3 -c '
import sqlite3, sys
store = sqlite3.connect("s.db", isolation_level=None)
for sql in sys.argv[1:]:
    store.execute(sql).fetchall()
print("held", flush=True)
sys.stdin.readline()' "$@"
  }
  holder_id=$holder_PID
  read -r _ <&"${holder[0]}"
}
release() {
  echo >&"${holder[1]}"
  wait "$holder_id"
}

if python3 -c 'import sqlite3' 2>/dev/null; then
  hold "BEGIN IMMEDIATE"
  run events --store s.db
  expect "asking while another program writes" 0
  run ingest --store s.db b.txt
  expect "ingest while another program writes" 2 "another program is writing to the store"
  run recode --store s.db
  expect "recode while another program writes" 2 "another program is writing to the store"
  release
  [ "$(documents s.db)" -eq 1 ] || fail "ingest while another program writes: nothing should change"

  hold "PRAGMA locking_mode = EXCLUSIVE" "BEGIN EXCLUSIVE"
  run events --store s.db
  expect "asking while another program holds it alone" 2 "another program is writing to the store"
  run ingest --store s.db b.txt
  expect "ingest while another program holds it alone" 2 "another program is writing to the store"
  release
  [ "$(documents s.db)" -eq 1 ] || fail "ingest while another program holds it alone: nothing should change"

  run ingest --store s.db b.txt
  expect "ingest when the lock is gone" 0 "1 document added"
else
  echo "hindered: python3 with sqlite3 is not there; locked stores are not tried"
  run ingest --store s.db b.txt
fi

# What may only be read is so for the owner, unless that is root, who may write everywhere: then another user tries.
mkdir readonly && cp s.db readonly/s.db && cp b.txt readonly/
printf 'date 2024-03-14 Egypt met with Jordan in Cairo on Tuesday.\n' >readonly/c.txt
chmod a-w readonly/s.db && chmod a+rx,a-w readonly && chmod a+x "$work"
as_reader=()
if [ "$(id -u)" -eq 0 ]; then
  cp "$masudi" reader && chmod a+rx reader
  as_reader=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  masudi="$work/reader"
fi
run_as_reader() {
  "${as_reader[@]}" "$masudi" "$@" >out 2>err </dev/null
  code=$?
}
if "${as_reader[@]}" "$masudi" --version >/dev/null 2>&1; then
  before="$(md5sum <readonly/s.db)"
  run_as_reader events --store readonly/s.db --format csv
  expect "asking a read-only store" 0
  grep -q Beirut out || fail "asking a read-only store: its events should be there"
  run_as_reader ingest --store readonly/s.db readonly/c.txt
  expect "ingest into a read-only store" 2 "check the rights of the file and of its folder"
  run_as_reader recode --store readonly/s.db
  expect "recode of a read-only store" 2 "check the rights of the file and of its folder"
  [ "$(md5sum <readonly/s.db)" = "$before" ] || fail "a read-only store: nothing should change"
  [ "$(ls readonly)" = "$(printf 'b.txt\nc.txt\ns.db')" ] || fail "a read-only store: nothing should lie beside it"
  chmod a+w readonly/s.db
  run_as_reader ingest --store readonly/s.db readonly/c.txt
  expect "ingest in a read-only folder" 2 "readonly/s.db: "
  [ "$(md5sum <readonly/s.db)" = "$before" ] || fail "a read-only folder: nothing should change"
else
  echo "hindered: no other user can be had here; read-only stores are not tried"
fi

[ "$failures" -eq 0 ] && echo "all tests of hindered stores passed"
exit "$((failures > 0))"
