#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every file of code and every source of knowledge says its licence in its first lines.
set -eu
cd "$(dirname "$0")/.."
status=0
for file in $(find apps src tools tests bench cmake knowledge scripts web/src web/test .ci -type f \
    \( -name '*.h' -o -name '*.cpp' -o -name '*.S' -o -name '*.sh' -o -name '*.py' -o -name '*.ts' -o -name '*.tsx' -o -name '*.mjs' -o -name '*.css' -o -name '*.cmake' \
       -o -name CMakeLists.txt -o -path 'knowledge/*.txt' -o -path '.ci/*' \) | sort) CMakeLists.txt Makefile; do
  if ! head -n 12 "$file" | grep -q 'SPDX-License-Identifier: '; then
    echo "$file: has no SPDX line; begin it with \"SPDX-License-Identifier: Apache-2.0\" (or the licence of its data)" >&2
    status=1
  fi
done
exit "$status"
