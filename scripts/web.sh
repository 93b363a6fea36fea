#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the dashboard (web/) into a folder, from where it is built into the program; does nothing where its sources are
# as they were. Without npm or its registry the program is built without the dashboard. usage: web.sh FOLDER
set -eu
folder="$1"
mkdir -p "$folder"
folder="$(cd "$folder" && pwd)"
cd "$(dirname "$0")/../web"

# A script of more than this many bytes (gzip -9) is too much to wait for.
most=204800

without() {
  echo "web: $1; masudi is built without the dashboard" >&2
  exit 0
}

stamp() {
  { find src public -type f; echo index.html package.json package-lock.json tsconfig.json vite.config.ts; } |
    tr ' ' '\n' | sort | xargs sha256sum | sha256sum
}

now="$(stamp)"
if [ -f "$folder/index.html" ] && [ "$(cat "$folder.stamp" 2>/dev/null)" = "$now" ]; then exit 0; fi
command -v node >/dev/null && command -v npm >/dev/null || without "there is no node or npm"

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
if ! cmp -s package-lock.json node_modules/.lock; then
  echo "web: npm fetches what the dashboard is built with"
  npm ci --no-audit --no-fund --prefer-offline --fetch-retries 1 --fetch-timeout 60000 >"$log" 2>&1 ||
    without "npm could not fetch what package-lock.json names ($(grep -m1 -i 'error' "$log" || echo 'no reason given'))"
  cp package-lock.json node_modules/.lock
fi
if ! { node_modules/.bin/tsc --noEmit && MASUDI_WEB_OUT="$folder" node_modules/.bin/vite build --logLevel warn; } >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
size="$(find "$folder" -name '*.js' -exec gzip -9c {} + | wc -c)"
if [ "$size" -gt "$most" ]; then
  echo "web: the scripts of the dashboard are $size bytes compressed; $most are allowed" >&2
  exit 1
fi
echo "web: the dashboard is built, $size bytes of script compressed"
echo "$now" >"$folder.stamp"
