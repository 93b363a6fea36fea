#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds a preset; says little where there is nothing to do. usage: build.sh PRESET
set -eu
cd "$(dirname "$0")/.."

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
# One dashboard for all kinds of builds.
scripts/web.sh build/web
if ! cmake --preset "$1" -DMASUDI_WEB_DIST="$PWD/build/web" >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
cmake --build --preset "$1"
