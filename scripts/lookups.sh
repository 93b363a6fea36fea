#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Which share of the work per document the look-ups of names, places and lexicon entries are, in instructions that
# callgrind counts (the same on every machine): looking up against analysing and coding.
# usage: lookups.sh MASUDI TEXTS.jsonl [DOCUMENTS] (40)   needs the Debian package valgrind
set -eu
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
head -n "${3:-40}" "$2" >"$work/texts.jsonl"
valgrind --tool=callgrind --callgrind-out-file="$work/out" "$1" code "$work/texts.jsonl" --threads 1 >/dev/null 2>"$work/log" ||
  { cat "$work/log" >&2; exit 1; }
callgrind_annotate --inclusive=yes --threshold=100 "$work/out" | awk '
  { count = $1; gsub(",", "", count) }
  /masudi::language::Core::analyse\(/ { whole += count }
  /masudi::coding::Coder::code\(/ { whole += count; coding = count }
  /lambda|operator\(\)/ { next }
  match($0, /(Names|PlaceFinder|Triggers)::find\(/) { sum += count; part[substr($0, RSTART, RLENGTH - 1)] = count }
  END {
    if (!whole) { print "lookups: callgrind saw no analysis" > "/dev/stderr"; exit 1 }
    printf "look-ups %.1f %% of the instructions per document", 100 * sum / whole
    for (p in part) printf ", %s %.1f %%", p, 100 * part[p] / whole
    printf "; all of coding %.1f %%\n", 100 * coding / whole
  }'
