#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures the language core and the record of incidents, and counts the instructions that the core needs for a word.
# usage: bench.sh BUILD_FOLDER [COLLECTION.jsonl] (the record is made of the collection; the examples where none is named)
set -eu
cd "$(dirname "$0")/.."
"$1/bench/core_bench"
"$1/bench/record_bench" "${2:-examples/news.jsonl}"
tests/cost/cost.sh "$1/bench/masudi-cost"
