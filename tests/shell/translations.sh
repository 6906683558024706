#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts of app/ into copies of the translation files: none may be new, unfinished or gone.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
"$root/translations/collect" "$copy" --keep-vanished
bad=0
# A text that lupdate can't see is in no file and stays English for ever.
for file in $(grep -rl --include='*.cpp' 'QCoreApplication::translate(' "$root/app"); do
  if ! grep -q 'QT_TRANSLATE_NOOP\|QCoreApplication::translate("[^"]*", *"' "$file"; then
    echo "${file#"$root"/}: translates texts that are nowhere marked to be collected; use a class's tr()" >&2
    bad=1
  fi
done
for file in "$copy"/*.ts; do
  if grep -nE 'type="(unfinished|vanished|obsolete)"' -B 4 "$file" | grep -E '<source>|type=' >&2; then
    echo "${file##*/}: the texts above have no translation, or are no longer in the program;" \
      "run translations/collect and fill in what is unfinished" >&2
    bad=1
  fi
done
exit $bad
