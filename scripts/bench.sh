#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every benchmark of a build. usage: bench.sh BUILD_FOLDER
set -eu
found=0
for program in $(find "$1/bench" -maxdepth 1 -type f -name '*_bench' | sort); do
  found=1
  "$program"
done
[ "$found" -eq 1 ] || echo "bench: there are no benchmarks yet"
