#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Kills an ingestion at random moments, again and again, and checks after each kill that the store is sound, that nothing
# is lost that was reported as stored, and that nothing is there twice; at the end, that the store is equal to one that
# was filled in peace. usage: kills.sh PROGRAM KILLS [JSONL]   (without a file, on made-up reports)
set -eu
masudi="$(realpath "$1")"
kills="$2"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
input="$work/input.jsonl"
if [ -n "${3:-}" ]; then
  cp "$3" "$input"
else
  awk 'BEGIN {
    split("Kenya Somalia Egypt Jordan Iraq Turkey Greece Poland France Spain", who, " ");
    split("attacked|met with|accused|threatened|signed an agreement with|imposed sanctions on", did, "|");
    for (i = 0; i < 1500; ++i)
      printf "{\"id\":\"made-%d\",\"date\":\"2024-%02d-%02d\",\"source\":\"Outlet %d\",\"text\":\"%s %s %s on Monday, killing %d soldiers, officials said.\"}\n",
             i, i / 150 + 1, i % 28 + 1, i % 7, who[i % 10 + 1], did[i % 6 + 1], who[int(i / 10) % 10 + 1], i % 50 + 2
  }' >"$input"
fi

complain() {
  echo "kills: $1" >&2
  exit 1
}
ask() { "$masudi" query --store "$work/store.db" --format csv "$1" | tail -n +2 | tr -d '\r'; }
# Everything that is in a store, in the order of its keys.
dump() {
  for table in coding document author event event_mode event_context trigger_word quantity force evidence actor party \
    party_sector place place_area report story copy incident incident_mention incident_party incident_figure \
    incident_statement incident_statement_report citation; do
    echo "== $table"
    order="1, 2"
    [ "$table" != incident_statement_report ] || order="1, 2, 3"
    "$masudi" query --store "$1" --format csv "SELECT * FROM $table ORDER BY $order" || test $? -eq 1
  done
}
check() {
  [ -s "$work/store.db" ] || return 0
  local found
  found="$(ask "PRAGMA integrity_check" 2>&1)" || { echo "$found" | grep -q "must be brought to" && return 0; }
  [ "$found" = ok ] || complain "the store is damaged: $found"
  ask "SELECT id FROM document" | sort >"$work/there" || true
  # A line that the kill cut short reports nothing.
  [ -z "$(tail -c 1 "$work/reported")" ] || { sed -i '$d' "$work/reported"; }
  sort -u "$work/reported" >"$work/reported.sorted"
  [ -z "$(comm -23 "$work/reported.sorted" "$work/there")" ] || complain "a document is lost that was reported as stored"
  [ -z "$(uniq -d "$work/there")" ] || complain "a document is there twice"
}

begin=$(date +%s%N)
"$masudi" ingest --store "$work/peace.db" "$input" 2>/dev/null
span=$(($(date +%s%N) - begin)) # nanoseconds that it takes
dump "$work/peace.db" >"$work/peace.dump"

done_kills=0
tries=0
: >"$work/reported"
while [ "$done_kills" -lt "$kills" ]; do
  tries=$((tries + 1))
  [ "$tries" -le $((kills * 10 + 100)) ] || complain "the program ends before it can be killed; give it more to read"
  "$masudi" ingest --acknowledge --store "$work/store.db" "$input" >>"$work/reported" 2>/dev/null &
  victim=$!
  # Up to as long as the whole takes, short spans more often: kills fall into start, coding, commits and clustering.
  share=$((RANDOM * RANDOM / 32768))
  sleep "$(printf '%d.%09d' $((span * share / 32768 / 1000000000)) $((span * share / 32768 % 1000000000)))"
  if kill -9 "$victim" 2>/dev/null && ! wait "$victim" 2>/dev/null; then
    done_kills=$((done_kills + 1))
    check
  else
    wait "$victim" 2>/dev/null || true
    check
    rm -f "$work"/store.db*
    : >"$work/reported"
  fi
done

"$masudi" ingest --store "$work/store.db" "$input" 2>/dev/null
check
dump "$work/store.db" >"$work/store.dump"
cmp -s "$work/peace.dump" "$work/store.dump" || complain "the resumed store differs from one that was filled in peace"
echo "kills: $done_kills kills: store sound, nothing lost, nothing twice, and equal to one filled in peace"
