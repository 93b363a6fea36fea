#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every fuzzer below BUILD for SECONDS each and stops at the first finding. Inputs are kept in BUILD/corpus.
# Usage: scripts/fuzz.sh BUILD [SECONDS]
set -eu
cd "$(dirname "$0")/.."
build="$1"
seconds="${2:-600}"

for fuzzer in "$build"/tests/fuzz/*_fuzzer; do
  name="$(basename "$fuzzer")"
  corpus="$build/corpus/$name"
  mkdir -p "$corpus"
  echo "fuzz: $name for $seconds s"
  case "$name" in
    segmenter_fuzzer) cp examples/*.txt "$corpus"/ ;;
    request_fuzzer) cp tests/fuzz/requests/* "$corpus"/ ;;
    dictionary_fuzzer) cp tests/fuzz/dictionaries/*.txt "$corpus"/ ;;
    feed_fuzzer) cp tests/fuzz/feeds/* "$corpus"/ ;;
    page_fuzzer) cp tests/pages/*.html "$corpus"/ ;;
  esac
  "$fuzzer" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -artifact_prefix="$build/" -print_final_stats=1 \
    "$corpus"
done
