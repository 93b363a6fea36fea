#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Trains the language model from nothing and writes models/english.model and its manifest. Everything is seeded and each
# training runs on one thread, so that the same machine kind gives the same bytes; trainings that do not wait for one
# another run side by side, two at a time. usage: train.sh DATA (the folder with data/ud, …)
set -eu
cd "$(dirname "$0")/.."
data="$1/data"
build="${BUILD:-build}"
work="$build/train"
tools="$build/tools/train"
[ -f "$data/ud/en-train.conllu" ] || { echo "train: $data/ud/en-train.conllu is missing; say make train DATA=…" >&2; exit 1; }
if ! /usr/bin/python3 -c 'import torch, numpy' 2>/dev/null || [ ! -d /usr/share/wordnet ] || [ ! -d /usr/share/dict/scowl ]; then
  echo "train: needs the Debian packages of scripts/train-packages.txt" >&2
  exit 1
fi
mkdir -p "$work"

# One thread, and memory that is kept: the C library would give it back and fault it in again at every step.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=200000000
export MASUDI_RECURRENCE="$PWD/$tools/libmasudi_recurrence.so"
python() { script="$1"; shift; /usr/bin/python3 "tools/train/$script" "$@"; }
both() {  # two processes in the background: waits for both, and ends with the first that failed
  wait "$1" || { kill "$2" 2>/dev/null; exit 1; }
  wait "$2" || exit 1
}

echo "train: segmenter and lemmas"
"$tools/masudi-train-segmenter" "$data/ud/en-train.conllu" "$work/segmenter" "$data"/text/*.jsonl
"$tools/masudi-train-lemmas" "$data/ud/en-train.conllu" "$work/lemmas"
teacher() {  # SEED EPOCHS DROPOUT
  echo "train: teacher $1, on trees and names"
  [ -f "$work/teacher$1.pt" ] ||
    python train_network.py "$data" "$work/teacher$1.pt" --teacher --seed "$1" --epochs "$2" --dropout "$3"
}
teacher 1 12 0.33 & one=$!
teacher 2 12 0.33 & two=$!
both "$one" "$two"
echo "train: the teachers read raw news"
# Of the program's analysis the sentences and words are used alone; they come from the same segmenter as above.
if [ ! -f "$work/parsed.pt" ]; then
  python plain_text.py "$data" >"$work/raw.txt"
  "$build/masudi" parse --date 2020-01-01 "$work/raw.txt" >"$work/raw.conllu"
  python silver_trees.py "$data" "$work/raw.conllu" "$work/parsed.pt" "$work"/teacher[12].pt
fi
echo "train: the network, on trees, names and what the teachers have read"
[ -f "$work/first.pt" ] ||
  python train_network.py "$data" "$work/first.pt" --parsed "$work/parsed.pt" --epochs 15 --dropout 0.2
echo "train: the network four epochs more, with names that all of the news agrees on; the mean of four such"
python settle_names.py "$work/parsed.pt" "$work/settled.pt"
second() {  # SEED TAG_WEIGHT NAMELESS
  [ -f "$work/second$1.pt" ] ||
    python train_network.py "$data" "$work/second$1.pt" --parsed "$work/settled.pt" --from "$work/first.pt" \
      --epochs 4 --dropout 0.2 --rate 1.5e-3 --seed "$1" --tag-weight "$2" --nameless "$3"
}
second 6 2 0.5 & one=$!
second 7 3 0.4 & two=$!
both "$one" "$two"
second 8 2 0.4 & one=$!
second 9 3 0.5 & two=$!
both "$one" "$two"
python average_networks.py "$work/network.pt" "$work"/second[6789].pt
python network_file.py "$data" "$work/network.pt" "$work/network"
"$tools/masudi-pack-model" english-1 models/english.model \
  segmenter="$work/segmenter" lemmas="$work/lemmas" network="$work/network"
python manifest.py "$data" models/english.model models/english.json "$build/tools/evaluate/masudi-evaluate"
