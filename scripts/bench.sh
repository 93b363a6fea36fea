#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every benchmark of a build, and counts the instructions that the language core needs for a word. usage: bench.sh BUILD_FOLDER
set -eu
cd "$(dirname "$0")/.."
found=0
for program in $(find "$1/bench" -maxdepth 1 -type f -name '*_bench' | sort); do
  found=1
  "$program"
done
[ "$found" -eq 1 ] || echo "bench: there are no benchmarks yet"
tests/cost/cost.sh "$1/bench/masudi-cost"
