#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Counts by callgrind what the language core does for a word, and checks that this does not grow with the text or the
# sentence. Callgrind knows no AVX-512: what is counted is the AVX2 code. usage: cost.sh MASUDI_COST
set -eu
program="$1"
cd "$(dirname "$0")/../.."
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# cost ARGUMENT…: instructions for each word
cost() {
  words="$(valgrind --tool=callgrind --callgrind-out-file="$work/out" --toggle-collect='masudi::language::Core::analyse*' \
    "$program" models/english.model "$@" 2>"$work/log")" || { cat "$work/log" >&2; exit 1; }
  instructions="$(sed -n 's/^\(summary\|totals\): \([0-9]*\).*/\2/p' "$work/out" | head -1)"
  echo $((instructions / words))
}

failed=0
# at_most WHAT LESS MORE PERCENT: whether MORE is no more than PERCENT of LESS
at_most() {
  [ $(($3 * 100)) -le $(($2 * $4)) ] || { echo "cost: $1: $3 instructions a word, after $2" >&2; failed=1; }
}

one="$(cost news examples/dispatch.txt 5)"
many="$(cost news examples/dispatch.txt 20)"
short="$(cost sentence 200)"
long="$(cost sentence 2000)"
longer="$(cost sentence 8000)"
echo "instructions a word: news $one, four times as much news $many,"
echo "one sentence of 200 words $short, of 2,000 $long, of 8,000 $longer"
at_most "four times as much news" "$one" "$many" 105
at_most "a sentence of 2,000 words against one of 200" "$short" "$long" 125
at_most "a sentence of 8,000 words against one of 2,000" "$long" "$longer" 105
exit "$failed"
