#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks that a step includes only itself and the steps it may know (docs and ARCHITECTURE.md), that JSON is read and
# written in read/ and format/ alone, that net/ alone fetches, and that HTTP is served by the server alone.
set -eu
cd "$(dirname "$0")/.."

# What each folder of src/ may include of the others.
allowed() {
  case "$1" in
    base) echo "" ;;
    document | net) echo "base" ;;
    knowledge | read | language | record) echo "base document" ;;
    store | format) echo "base document record" ;;
    query) echo "base document record store" ;;
    alert) echo "base document record store query format net" ;;
    coding) echo "base document knowledge" ;;
    pipeline) echo "base document knowledge read language coding record format store query" ;;
    feed) echo "base net document read store pipeline" ;;
    serve) echo "base document record store query format alert" ;;
    *) echo "UNKNOWN" ;;
  esac
}

status=0
complain() {
  echo "$1" >&2
  status=1
}

for folder in src/*/; do
  step="$(basename "$folder")"
  may="$(allowed "$step")"
  if [ "$may" = UNKNOWN ]; then
    complain "$folder: scripts/check_layers.sh does not know this step; say what it may include"
    continue
  fi
  for file in $(find "$folder" -type f \( -name '*.h' -o -name '*.cpp' \) | sort); do
    for included in $(sed -n 's|^ *# *include "\([a-z_]*\)/.*|\1|p' "$file" | sort -u); do
      case " $step $may " in
        *" $included "*) ;;
        *) complain "$file: includes $included/, but $step/ may know only itself and: ${may:-nothing}" ;;
      esac
    done
  done
done

# Tools are on their own; nothing of the program includes them.
for file in $(grep -rlE '# *include "(tools|train|evaluate)/' src apps 2>/dev/null || true); do
  complain "$file: the program must not include tools/"
done
for file in $(grep -rlE '# *include <(nlohmann|rapidjson|simdjson)' src apps | grep -vE '^src/(read|format)/' || true); do
  complain "$file: JSON belongs into src/read/ and src/format/"
done
for file in $(grep -rlE '# *include <curl/' src apps | grep -v '^src/net/' || true); do
  complain "$file: fetching belongs into src/net/"
done
for file in $(grep -rlE '# *include <httplib' src apps | grep -v '^src/serve/' || true); do
  complain "$file: HTTP belongs into src/serve/"
done
exit "$status"
