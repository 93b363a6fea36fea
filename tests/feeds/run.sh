#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests masudi feed from outside. Nothing beyond this machine is asked. usage: run.sh PROGRAM
set -u
masudi="$(realpath "$1")"
outside="$(cd "$(dirname "$0")/.." && pwd)/outside.sh"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

. "$outside"
# expect NAME CODE [TEXT ON STDERR…]
expect() {
  local name="$1" wanted="$2" text
  shift 2
  [ "$code" -eq "$wanted" ] || fail "$name: exit code $wanted was expected"
  for text in "$@"; do grep -qF -- "$text" err || fail "$name: standard error should say: $text"; done
}
says() { grep -qF -- "$2" out || fail "$1: standard output should say: $2"; }

run feed list
expect "no store" 2 "there is no such store"
run feed add nonsense
expect "no address" 2 "neither an address"
run feed add http://me:secret@news.example/
expect "a password" 2 "user's name or password"
run feed add http://127.0.0.1:1/feed.xml --every never
expect "no length of time" 2 "write 90s, 15m, 2h or 1d"
mkdir inbox
echo "date 2024-03-12 Israel attacked Lebanon in Beirut on Sunday, the ministry said." >inbox/a.txt
touch -d '1 hour ago' inbox/a.txt
run feed add inbox HTTP://127.0.0.1:1/feed.xml --name "Kyo Times" --every 2h
expect "add" 0 "2 added, 0 known before"
run feed add http://127.0.0.1:1/feed.xml
expect "add again" 0 "0 added, 1 known before"
cat >list.opml <<'OPML'
<opml version="2.0"><body><outline text="World"><outline text="Sana Post" xmlUrl="https://192.168.0.1/feed"/></outline>
<outline text="Wrong" xmlUrl="news"/></body></opml>
OPML
run feed import list.opml
expect "import" 2 "no address of the web" "1 added"
run feed import list.opml nosuch.opml
expect "import of nothing" 2 "cannot be read"

run feed run --once
expect "run" 2 "http://127.0.0.1:1/feed.xml: it leads to 127.0.0.1" "it leads to 192.168.0.1" "1 of 3 feeds read" "1 added"
run feed run --once
expect "run again" 1 "nothing is due"
run feed list --format csv
expect "list" 0
says "list" "/inbox,Kyo Times,good,1,0,0"
says "list" "Sana Post,failed 1×"
says "list" "only --allow-private fetches from there"
run events --format jsonl
expect "events" 0
says "events" '"type":"ASSAULT"'
run feed remove http://127.0.0.1:1/feed.xml 3
expect "remove" 0
run feed remove 3
expect "remove again" 2 "there is no such feed"

"$masudi" feed run >out 2>err </dev/null &
pid=$!
while [ ! -e masudi.db-shm ] && kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
kill -TERM "$pid"
wait "$pid"
code=$?
expect "SIGTERM" 0

[ "$failures" -eq 0 ] && echo "all feed tests passed"
exit "$((failures > 0))"
