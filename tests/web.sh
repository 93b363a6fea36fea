#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the tests of the dashboard. Exit code 77: something is missing that they need. usage: web.sh unit|browser OUTPUT MASUDI
set -eu
web="$(cd "$(dirname "$0")/../web" && pwd)"
skip() {
  echo "skipped: $1"
  exit 77
}
command -v node >/dev/null || skip "there is no node"
[ -d "$web/node_modules/esbuild" ] || skip "npm has not fetched what web/package-lock.json names"
case "$1" in
  unit) exec node "$web/test/unit.mjs" "$2/unit" ;;
  browser)
    [ -f "$2/../web/index.html" ] || [ -f "$web/../build/web/index.html" ] || skip "masudi is built without the dashboard"
    exec node "$web/test/browser.mjs" "$3" "$2"
    ;;
esac
