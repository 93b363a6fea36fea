#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Keeps the examples in a store and says how to look at it. usage: example.sh PROGRAM STORE
set -eu
program="$1"
store="$2"
cd "$(dirname "$0")/.."

"$program" ingest --store "$store" examples/*.txt examples/*.jsonl 2>/dev/null
echo
echo "The same as a picture: run"
echo "  $program serve --store $store"
echo "and open http://127.0.0.1:7070/"
