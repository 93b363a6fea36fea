#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of a list that are missing. Says nothing and changes nothing when all are there; one whose
# command is there by another way, as npm often is, counts as there. Not being root, it asks sudo; without sudo it prints the
# command and stops. usage: setup.sh [LIST]
set -eu

list="${1:-$(dirname "$0")/packages.txt}"

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: this is no Debian system; please install what is listed in $list, and go on." >&2
  exit 0
fi

wanted="$(grep -v '^#' "$list")"
# shellcheck disable=SC2086  # one word a package
present="$(dpkg-query --show --showformat='${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^ii *//p' || true)"
missing=""
for package in $wanted; do
  printf '%s\n' "$present" | grep -qx -- "$package" || command -v "$package" >/dev/null || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "setup: masudi needs these Debian packages, which are not installed:$missing"
if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1; then
  as_root="sudo"
  echo "setup: installing them with sudo, which may ask for your password."
else
  echo "setup: only root can install them. Please run as root, then try again:" >&2
  echo "  apt-get update && apt-get install --yes --no-install-recommends$missing" >&2
  exit 1
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing
