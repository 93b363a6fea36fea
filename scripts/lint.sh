#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks the format of the code, the layers, the licence lines, and the code itself with clang-tidy.
set -eu
cd "$(dirname "$0")/.."

files="$(git ls-files 'src/*.h' 'src/*.cpp' 'apps/*.h' 'apps/*.cpp' 'tools/*.h' 'tools/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.cpp')"
status=0
scripts/check_layers.sh || status=1
scripts/check_spdx.sh || status=1
# shellcheck disable=SC2086
clang-format --dry-run --Werror $files || status=1
sources="$(printf '%s\n' $files | grep '\.cpp$')"
printf '%s\n' $sources | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build --warnings-as-errors='*' 2>/dev/null || status=1
[ "$status" -eq 0 ] && echo "lint: fine"
exit "$status"
