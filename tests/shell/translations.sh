#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts of app/ into copies of the translation files: none may be new, unfinished or gone.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
"$root/translations/collect" "$copy" --keep-vanished
bad=0
for file in "$copy"/*.ts; do
  if grep -nE 'type="(unfinished|vanished|obsolete)"' -B 4 "$file" | grep -E '<source>|type=' >&2; then
    echo "${file##*/}: the texts above have no translation, or are no longer in the program;" \
      "run translations/collect and fill in what is unfinished" >&2
    bad=1
  fi
done
exit $bad
