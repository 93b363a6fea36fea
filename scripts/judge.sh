#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Learns what the coder has learnt from hand-coded stories, and builds with it: whose a phrase is that does not say so
# (knowledge/events/whose_weights.txt), then the weights of the chooser (role_weights.txt), which sees those parties, then
# those of the judge (weights.txt), which sees what was chosen.
# usage: judge.sh DATA_FOLDER (with gold/news-train.jsonl, and data/text/ for the readings of tools/readings)
set -eu
cd "$(dirname "$0")/.."
train="$1/gold/news-train.jsonl"
[ -f "$train" ] || { echo "judge: $train is not there; name the folder with the gold stories: make judge DATA=FOLDER" >&2; exit 1; }
if ! /usr/bin/python3 -c 'import numpy, scipy' 2>/dev/null; then
  echo "judge: needs the Debian packages python3-numpy and python3-scipy" >&2
  exit 1
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
build="${BUILD:-build}"
export PYTHONDONTWRITEBYTECODE=1
gold="$work/stories.jsonl"
cp "$train" "$gold"
for readings in learning quick; do
  python3 tools/readings/join.py "$1/data" "tools/readings/$readings.jsonl" >>"$gold"
done
python3 tools/readings/written.py tools/readings/written/*.txt >>"$gold"

"$build/tools/judge/masudi-drafts" --owners "$gold" >"$work/owners.jsonl"
/usr/bin/python3 tools/judge/train_whose.py "$gold" "$work/owners.jsonl" "$work/whose_weights.txt"
cp "$work/whose_weights.txt" knowledge/events/
cmake --build "$build" --target masudi-drafts >/dev/null

"$build/tools/judge/masudi-drafts" --roles "$gold" >"$work/roles.jsonl"
"$build/tools/judge/masudi-drafts" --pairs "$gold" >"$work/pairs.jsonl"
/usr/bin/python3 tools/judge/train_sides.py "$gold" "$work/roles.jsonl" "$work/pairs.jsonl" "$work/role_weights.txt"
cp "$work/role_weights.txt" knowledge/events/
cmake --build "$build" --target masudi-drafts >/dev/null
"$build/tools/judge/masudi-drafts" "$gold" >"$work/drafts.jsonl"
/usr/bin/python3 tools/judge/train_judge.py "$gold" "$work/drafts.jsonl" "$work/weights.txt"
cp "$work/weights.txt" knowledge/events/
cmake --build "$build" >/dev/null
