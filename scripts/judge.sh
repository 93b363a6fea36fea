#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Learns the weights of the judge anew and writes knowledge/events/weights.txt; build again to use them.
# usage: judge.sh DATA_FOLDER
set -eu
cd "$(dirname "$0")/.."
gold="$1/gold/news-train.jsonl"
if [ ! -f "$gold" ]; then
  echo "judge: $gold is not there; name the folder with the gold stories: make judge DATA=FOLDER" >&2
  exit 1
fi
drafts="$(mktemp)"
trap 'rm -f "$drafts"' EXIT
build/tools/judge/masudi-drafts "$gold" >"$drafts"
/usr/bin/python3 tools/judge/train_judge.py "$gold" "$drafts" knowledge/events/weights.txt
