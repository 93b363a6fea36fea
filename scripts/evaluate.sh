#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Codes the seed story and the development stories, and scores the events. usage: evaluate.sh DATA_FOLDER
set -eu
cd "$(dirname "$0")/.."
data="$1"
scorer="$data/tools/score_events.py"
if [ ! -f "$scorer" ]; then
  echo "evaluate: $scorer is not there; name the folder with the gold stories: make evaluate DATA=FOLDER" >&2
  exit 1
fi
coded="$(mktemp)"
trap 'rm -f "$coded"' EXIT
for gold in "$data"/seed/*.jsonl "$data"/gold/*.jsonl; do
  [ -f "$gold" ] || continue
  echo "== $gold"
  # Code 1 (nothing found) is a result as well; 2 is told on standard error.
  build/masudi code "$gold" --format jsonl >"$coded" || true
  python3 "$scorer" "$gold" "$coded"
done
