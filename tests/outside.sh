# SPDX-License-Identifier: Apache-2.0
# What the tests of the program from outside share; to be sourced. Needs $masudi, and $failures set to 0; they stand in a
# working folder of their own, where the last run left out, err, and $code.

fail() {
  echo "FAILED: $1"
  echo "  exit code $code"
  sed 's/^/  stdout: /' out | cut -c 1-200 | head -n 5
  sed 's/^/  stderr: /' err | cut -c 1-300 | head -n 10
  failures=$((failures + 1))
}
# run ARGUMENTS…: keeps exit code, out, err.
run() {
  "$masudi" "$@" >out 2>err </dev/null
  code=$?
}
