#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures the program that stands in build/ and writes docs/scores.md. usage: scores.sh DATA_FOLDER
# DATA_FOLDER holds gold/, seed/, data/ and tools/score_events.py; docs/scores.md names where the public parts are had.
set -eu
cd "$(dirname "$0")/.."
data="$1"
[ -f "$data/tools/score_events.py" ] || {
  echo "scores: $data/tools/score_events.py is not there; name the folder with the gold stories: make scores DATA=FOLDER" >&2
  exit 1
}
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# score TITLE GOLD.jsonl
score() {
  echo "### $1"
  echo '```'
  build/masudi code "$2" >"$work/coded.jsonl" 2>"$work/log" || [ $? -eq 1 ]
  python3 "$data/tools/score_events.py" "$2" "$work/coded.jsonl"
  echo '```'
  echo
}

# trees TITLE GOLD.conllu [ARGUMENT…]
trees() {
  echo "### $1"
  echo '```'
  shift
  build/tools/evaluate/masudi-evaluate "$@"
  echo '```'
  echo
}

{
  echo "# Scores"
  echo
  echo "Written by \`make scores\`; what is measured with, and how the figures are reckoned, is said at the end."
  echo
  echo '```'
  build/masudi version
  echo '```'
  echo
  echo "## Events"
  echo
  score "the story that masudi began with" "$data/seed/gold.jsonl"
  score "hand-coded news, development half (nothing is learnt from it)" "$data/gold/news-dev.jsonl"
  python3 tools/readings/join.py "$data/data" tools/readings/check.jsonl >"$work/check.jsonl"
  score "news read for a check (tools/readings; nothing is learnt from it, its errors were not looked at)" "$work/check.jsonl"
  python3 tools/evaluate/plover_gold.py "$data/data/events/plover-gsr-dev.jsonl" "$work/plover.jsonl"
  score "PLOVER gold standard records, development half" "$work/plover.jsonl"
  echo "## Language core, from raw text"
  echo
  trees "EWT" "$data/data/ud/ewt-dev.conllu"
  trees "GUM" "$data/data/ud/gum-dev.conllu"
  trees "GUM, news alone" "$data/data/ud/gum-dev.conllu" --genre news
  trees "GUM, names" "$data/data/ud/gum-dev.conllu" --names "$data/data/ner/gum-dev.jsonl"
  cat <<'END'
## What it is measured with

- Hand-coded news and the scorer: level *type* asks for the same sentence and type, *actor* and *dyad* for the same codes
  as well, *full* for the status too. The weights of the judge (knowledge/events/weights.txt) are learnt from the training
  half and from further readings (tools/readings: learning.jsonl, quick.jsonl, written/); the development half is only measured on.
- PLOVER gold standard records: https://github.com/openeventdata/PLOVER (CC BY-SA 4.0).
- UD English EWT and GUM 2.16: https://universaldependencies.org (licences in NOTICE). Scores as in the CoNLL 2018 shared task.
END
} >"$work/scores.md"
mv "$work/scores.md" docs/scores.md
cat docs/scores.md
