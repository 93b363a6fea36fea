#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests the commands that work on a store from outside. usage: run.sh PROGRAM
set -u
masudi="$(realpath "$1")"
outside="$(cd "$(dirname "$0")/.." && pwd)/outside.sh"
work="$(mktemp -d)"
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

. "$outside"
# expect NAME CODE [TEXT ON STDERR…]; errors are one line.
expect() {
  local name="$1" wanted="$2" text
  shift 2
  [ "$code" -eq "$wanted" ] || fail "$name: exit code $wanted was expected"
  for text in "$@"; do grep -qF -- "$text" err || fail "$name: standard error should say: $text"; done
  [ "$wanted" -ne 2 ] || [ "$(grep -c "masudi: error: " err)" -eq 1 ] || fail "$name: one line on standard error was expected"
}
says() { grep -qF -- "$2" out || fail "$1: standard output should say: $2"; }
lines() { [ "$(wc -l <out)" -eq "$2" ] || fail "$1: $2 lines were expected"; }

cat >news.jsonl <<'JSON'
{"id":"a","date":"2024-03-12","source":"Kyo Times","text":"Israel attacked Lebanon in Beirut on Sunday."}
{"id":"b","date":"2024-03-13","source":"Sana Post","text":"Iran threatened the United States on Wednesday, the foreign ministry said."}
{"id":"c","date":"2024-03-20","source":"Kyo Times","text":"Egypt met with Jordan in Cairo on Tuesday."}
JSON

run events
expect "no store" 2 "masudi.db: there is no such store" "masudi ingest"
run ingest --acknowledge news.jsonl
expect "ingest" 0 "3 documents added"
lines "ingest acknowledges" 3
run ingest --acknowledge news.jsonl
expect "ingest again" 0 "0 documents added, 0 changed, 3 known"
lines "ingest again" 0
run ingest - --store stream.db
expect "an empty stream" 2 "empty"

"$masudi" code news.jsonl --format jsonl >coded
run events --format jsonl
expect "events" 0
sort coded | cmp -s - <(sort out) || fail "events: what is stored should be what was coded"
run events --actor ISR --format csv
lines "one actor" 2
run events --recipient "LBN" --type ASSAULT --from 2024-03-01 --to 2024-03-31 --format csv
lines "several filters" 2
run events --near 33.9,35.5,50 --format csv
says "near Beirut" Beirut
run events --text '"foreign ministry"' --format jsonl
says "a phrase" '"doc_id":"b"'
run events --source "Sana Post" --format csv
lines "one source" 2
run events --text nothinglikethis
expect "nothing found" 1
run events --type WAR
expect "an unknown type" 2 'no type "WAR"' ASSAULT
run events --near here
expect "no place" 2 "--near"
run events --from yesterday
expect "no day" 2 "--from"

run timeline --by week --from 2024-03-11 --to 2024-03-24 --format csv
lines "timeline" 3
run timeline --dyad USA,IRN --by year --format csv
says "dyad" "2024,1,0,1"
run actors --format csv
says "actors" "ISR,,1,0"
run sources --format csv
says "sources" "Kyo Times,2,2"
run index --country LBN --by month --format table
says "index" "index = 100"
run incidents --format jsonl
expect "incidents" 0
id="$(sed -n '1s/.*"id":"\([0-9a-f]*\)".*/\1/p' out)"
run show "$id"
says "show" "The words"
run show a
says "show a document" "Israel attacked Lebanon in Beirut"

# A and B cite each other; three outlets go back to one official without a name.
cat >told.jsonl <<'JSON'
{"id":"c1","date":"2024-05-02","source":"Aden Times","text":"Rebels attacked an army base in Ibb on Wednesday, the Sana Post reported."}
{"id":"c2","date":"2024-05-02","source":"Sana Post","text":"Rebels attacked the army base in Ibb on Wednesday, the Aden Times reported."}
{"id":"u1","date":"2024-06-06","source":"Kyo Times","text":"Israel attacked Iran in Isfahan on Wednesday, killing four soldiers, a senior U.S. official said."}
{"id":"u2","date":"2024-06-06","source":"Sana Post","text":"Four soldiers were killed when Israel attacked Iran in Isfahan on Wednesday, according to a senior U.S. official."}
{"id":"u3","date":"2024-06-06","source":"Aden Times","text":"A senior U.S. official said Israel attacked Iran in Isfahan on Wednesday, killing four soldiers."}
JSON
run ingest --store told.db told.jsonl
run citations --store told.db --format csv
says "citations" "Aden Times,Sana Post,cites,1,1,1,2024-05-02,2024-05-02"
says "citations" "Sana Post,Aden Times,cites,1,1,1,2024-05-02,2024-05-02"
run citations --store told.db --origins circle --format csv
says "a circle" "Aden Times and Sana Post,circle,1,1,2,2,"
lines "one circle" 2
run citations --store told.db --origins unnamed-voice --format csv
says "one unnamed official" ",unnamed-voice,1,1,3,3,"
lines "one unnamed official" 2
run citations --store told.db --source "Kyo Times" --format csv
lines "citations under a filter" 5
run citations --store told.db --text nothinglikethis
expect "no citation" 1
run citations --store told.db --origins everybody
expect "an unknown kind of origin" 2 "--origins"

run query "SELECT count(*) AS n FROM document" --format csv
says "query" 3
for sql in "DELETE FROM document" "CREATE TABLE x (y)" "ATTACH 'y.db' AS y" "PRAGMA user_version = 7"; do
  run query "$sql"
  [ "$code" -eq 2 ] || [ "$("$masudi" query 'PRAGMA user_version' --format csv | tail -n 1 | tr -d '\r')" != 7 ] ||
    fail "query: $sql should be refused"
done
[ ! -e y.db ] || fail "query: no other file should be made"
run query --patience 10 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
expect "a question without end" 2 "took too long"

sed 's/on Sunday/on Monday/' news.jsonl >changed.jsonl
run ingest changed.jsonl
expect "a new version" 0 "0 documents added, 1 changed, 2 known"
run ingest news.jsonl
expect "the old version again" 0 "0 changed, 3 known"
run events --actor ISR --format jsonl
says "the current version alone" '"date":"2024-03-11"'
lines "the current version alone" 1
run recode --diff
expect "recode" 0 "4 documents coded again; events: 0 gone, 0 come, 0 changed"

# Damage and hindrance: one clear line, exit code 2, the old data intact.
cp masudi.db good.db
head -c 20000 good.db >cut.db
run events --store cut.db
expect "a store that was cut off" 2 "damaged"
run ingest --store cut.db news.jsonl
expect "ingest into a store that was cut off" 2 "damaged"
[ "$(wc -c <cut.db)" -eq 20000 ] || fail "a store that was cut off: it should be left alone"
head -c 9000 /dev/urandom >noise.db
run events --store noise.db
expect "noise" 2 "not a store"
cp good.db full.db
before="$("$masudi" query --store full.db 'SELECT count(*) FROM document' --format csv)"
awk 'BEGIN { for (i = 0; i < 900; ++i) printf "{\"id\":\"f%d\",\"date\":\"2024-04-01\",\"text\":\"Israel attacked Lebanon on Sunday, killing %d soldiers. %s\"}\n", i, i, sprintf("%900s", "x") }' >big.jsonl
(
  trap '' XFSZ
  ulimit -f 600
  "$masudi" ingest --store full.db big.jsonl >out 2>err </dev/null
)
code=$?
expect "a full disk" 2 "reported as stored is safe"
[ "$("$masudi" query --store full.db 'PRAGMA integrity_check' --format csv | tail -n 1 | tr -d '\r')" = ok ] || fail "a full disk: the store should be sound"
[ "$("$masudi" query --store full.db 'SELECT count(*) FROM document' --format csv)" = "$before" ] || fail "a full disk: the old data should be intact"

[ "$failures" -eq 0 ] && echo "all store tests passed"
exit "$((failures > 0))"
