#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests the program from outside: exit codes, messages, bad input, streams. usage: run.sh PROGRAM
set -u
masudi="$1"
root="$(cd "$(dirname "$0")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
[ -x "$masudi" ] || { echo "usage: run.sh PROGRAM"; exit 2; }

. "$root/tests/outside.sh"
# expect NAME CODE [TEXT ON STDERR…]
expect() {
  local name="$1" wanted="$2" text
  shift 2
  if [ "$code" -ne "$wanted" ]; then fail "$name: exit code $wanted was expected"; fi
  for text in "$@"; do
    if ! grep -qF -- "$text" err; then fail "$name: standard error should say: $text"; fi
  done
}
lines() { wc -l <out; }

cp "$root/examples/dispatch.txt" good.txt
good='{"id":"a","date":"2024-03-12","text":"Israel attacked Lebanon on Sunday."}'

run code good.txt --format jsonl
expect "a good text" 0
[ "$(lines)" -ge 1 ] || fail "a good text: events were expected"
cp out good.out

mkfifo pipe
cat pipe >piped &
run code good.txt --format jsonl --output pipe
wait
expect "output into a pipe" 0
cmp -s piped good.out || fail "output into a pipe: everything should come out of it"
[ -p pipe ] || fail "output into a pipe: the pipe should stay one"

run code absent.txt good.txt
expect "a file that is not there" 2 "absent.txt: cannot be read: No such file" "check the name"
cmp -s out good.out || fail "a file that is not there: the rest of the batch should be coded"

mkdir folder
run code folder
expect "a folder" 2 "this is a folder"

: >empty.txt
run code empty.txt good.txt
expect "an empty file" 2 "empty.txt: the file is empty"
cmp -s out good.out || fail "an empty file: the rest of the batch should be coded"

printf 'date 2024-02-30 Troops left.' >day.txt
run code day.txt
expect "an impossible date" 2 'day.txt: there is no day "2024-02-30"' "YYYY-MM-DD"

printf 'Israel attacked Lebanon.' >undated.txt
run code undated.txt
expect "a missing date" 2 "undated.txt: the text has no date" "--date"
run code undated.txt --date 2024-03-12
expect "a date from the command line" 0
grep -q '"date":"2024-03-12"' out || fail "a date from the command line: it should be used"
run code undated.txt --date tomorrow
expect "a wrong --date" 2 '--date: there is no day "tomorrow"'

printf '%s\n{"id": oops}\n\n%s\n{"id":"c","date":"2024-03-12"}\n' "$good" "${good/\"a\"/\"b\"}" >mixed.jsonl
run code mixed.jsonl
expect "broken JSON" 2 "mixed.jsonl:2: not valid JSON" 'mixed.jsonl:5: the field "text" is missing'
grep -q '"doc_id":"b"' out || fail "broken JSON: the lines after it should be coded"

printf '%s\n%s\n' "$good" "$good" >twice.jsonl
run code twice.jsonl
expect "an id that comes twice" 0 'twice.jsonl:2: the id "a" was used before, at twice.jsonl:1'

printf 'date 2024-03-12 Israel attacked\xff\xfe Lebanon.\0 Egypt met Jordan.' >bytes.txt
run code bytes.txt
expect "bytes that are not UTF-8" 0 "bytes.txt: 3 byte sequences were not UTF-8"
head -c 3000000 /dev/zero >zeros.txt
run code zeros.txt --date 2024-03-12
[ "$code" -le 2 ] || fail "NUL bytes: no crash was expected"
head -c 300000 /dev/urandom >noise.txt
run code noise.txt --date 2024-03-12
[ "$code" -le 2 ] || fail "noise: no crash was expected"

{ printf '{"id":"long","date":"2024-03-12","text":"'; head -c 100000000 /dev/zero | tr '\0' 'x'; printf '"}\n%s\n' "$good"; } >long.jsonl
run code long.jsonl
expect "a line of 100 MB" 2 "long.jsonl:1: the line is larger than 32 MB" "--max-size"
grep -q '"doc_id":"a"' out || fail "a line of 100 MB: the next line should be coded"
rm long.jsonl

run code - --date 2024-03-12
expect "an empty standard input" 2 "standard input: the file is empty"
"$masudi" code - <good.txt >out 2>err
code=$?
expect "standard input" 0
[ "$(lines)" -eq "$(wc -l <good.out)" ] || fail "standard input: the same events were expected"

printf 'date 2024-03-12 The lake was calm.' >calm.txt
run code calm.txt
expect "nothing found" 1 "no events found"

run
expect "no command" 2 "masudi --help"
run code
expect "no file" 2 "FILE"
run code good.txt --format xml
expect "an unknown format" 2 "--format"
run code good.txt --model absent.model
expect "a model that is not there" 2 "absent.model"
run code good.txt --knowledge good.txt
expect "knowledge that is none" 2 "good.txt"
run --help
expect "help" 0
grep -q "Examples:" out || fail "help: examples were expected"
run version
expect "version" 0

run code good.txt --output written.jsonl
expect "--output" 0
cmp -s written.jsonl good.out || fail "--output: the same bytes were expected"
cp good.txt same.txt
run code same.txt --output same.txt
expect "output over input" 2 "would be overwritten"
cmp -s same.txt good.txt || fail "output over input: the input should be left alone"
run code good.txt --output /nowhere/out.jsonl
expect "an output that cannot be written" 2 "/nowhere/out.jsonl: cannot be written"

for i in $(seq 60); do sed "s/^date .*/date 2024-03-$((i % 28 + 1))/; s/-\([0-9]\)$/-0\1/" good.txt >"batch-$i.txt"; done
for format in jsonl csv table; do
  run code batch-*.txt mixed.jsonl --format "$format" --threads 1
  cp out one.out
  for threads in 2 5; do
    run code batch-*.txt mixed.jsonl --format "$format" --threads "$threads"
    cmp -s out one.out || fail "$format: the same bytes were expected with 1 and $threads threads"
  done
done

NO_COLOR=1 run code good.txt --format table
grep -q $'\x1b' out && fail "NO_COLOR: no colours were expected"
run code good.txt --format table
grep -q $'\x1b' out && fail "no terminal: no colours were expected"
if command -v script >/dev/null; then
  TERM=xterm script -qec "$masudi code good.txt" /dev/null </dev/null >out 2>err
  grep -q $'\x1b' out || fail "a terminal: colours were expected"
  TERM=xterm NO_COLOR=1 script -qec "$masudi code good.txt" /dev/null </dev/null >out 2>err
  grep -q $'\x1b' out && fail "NO_COLOR on a terminal: no colours were expected"
fi

run code good.txt --format csv
[ "$(head -n 1 out | cut -d, -f1-5)" = "id,doc_id,date,enddate,event" ] || fail "csv: a header was expected"
run explain good.txt
expect "explain" 0
run parse good.txt
expect "parse" 0
awk -F '\t' 'NF && !/^#/ && NF != 10 { bad = 1 } END { exit bad }' out || fail "parse: ten columns were expected"
printf 'Troops left the town.\n' >undated.txt
run parse undated.txt
expect "parse of a text without a day" 0

[ "$failures" -eq 0 ] && echo "all passed"
exit "$((failures > 0))"
