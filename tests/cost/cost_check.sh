#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a change costs, as a check: applies patches to a copy of the tree, counts what they touch, builds the targets
# that must know of them and runs the generic tests on them.
#
#   cost_check.sh count NAME BUILD CODE_FILES CODE_LINES
#   cost_check.sh build NAME BUILD PATCHES TARGET…
#
# NAME.patch lies beside this script. CODE_FILES and CODE_LINES are the budget outside tests/ (lines added, none
# removed but those of a list that is continued). PATCHES are names with spaces between them: changes that make the
# same files be compiled anew are built together. Each TARGET is built and, where ctest knows it, run.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
verb=$1 name=$2 build=$3
shift 3
copy=$build/cost/$verb-$name/tree

fail() { echo "cost of a $name: $*" >&2; exit 1; }

# The working tree as it is, without what is ignored. The build folder stays, so that a second run is short.
copy_tree() {
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
  cd "$source"
  { git ls-files -co --exclude-standard -z 2>/dev/null ||
    find . -path ./build -prune -o -path ./.git -prune -o -type f -print0; } |
    while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done |
    tar --null -T - -cf - | tar -xf - -C "$copy"
}

# Without the ceiling git would take the copy for a part of this checkout and touch nothing.
apply_patch() {
  export GIT_CEILING_DIRECTORIES=$build
  cd "$copy"
  git apply -C1 "$here/$1.patch" || fail "$1.patch does not apply any more; make the same change by hand and renew it"
}

# Sums added lines and files, outside tests/ and inside.
count() {
  git apply --numstat "$here/$name.patch" | awk -v name="$name" -v max_files="$1" -v max_lines="$2" '
    $3 ~ /^tests\// { test_files++; test_lines += $1; next }
    { files++; lines += $1; removed += $2 }
    END {
      printf "one more %s: %d files, %d lines added, %d changed; beside it %d files, %d lines of tests\n",
             name, files, lines - removed, removed, test_files, test_lines
      printf "budget: %d files, %d lines\n", max_files, max_lines
      exit files > max_files || lines > max_lines
    }' || fail "above its budget"
}

build_and_test() {
  local began=$SECONDS pattern
  cmake --preset dev >configure.log 2>&1 || { cat configure.log; fail "the changed tree does not configure"; }
  cmake --build build/dev -j "$(nproc)" --target "$@" >build.log 2>&1 ||
    { tail -n 40 build.log; fail "the changed tree does not build"; }
  pattern="^($(IFS='|' && echo "$*"))\$"
  ctest --test-dir build/dev -R "$pattern" --no-tests=error --output-on-failure >test.log 2>&1 ||
    { tail -n 60 test.log; fail "the changed tree does not pass"; }
  grep -E 'tests passed' test.log
  echo "built and tested in $((SECONDS - began)) s"
}

copy_tree
case $verb in
  count)
    apply_patch "$name"
    count "$@"
    rm -rf "$copy"
    ;;
  build)
    for patch in $1; do apply_patch "$patch"; done
    build_and_test "${@:2}"
    ;;
  *) fail "count or build" ;;
esac
