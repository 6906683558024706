#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench_runs.sh PROGRAM FOLDER: runs every gauge quickly on both engines and checks the table it writes. The
# figures mean nothing: neither does "no" in the last column fail, nor "yes" prove anything.
set -euo pipefail

program=$1
folder=$2
table=$folder/bench.tsv
rm -rf "$folder"
mkdir -p "$folder"
"$program" --patients 2000 --quick --engine both --out "$table"

fail() { echo "bench_runs: $*" >&2; exit 1; }
header=$(printf 'gauge\tvalue\tfloor\tratio\tgoal\tmet')
[ "$(head -n 1 "$table")" = "$header" ] || fail "the header is wrong"
awk -F '\t' '
  function number(text) { return text ~ /^[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$/ }
  function bad(what) { print "line " NR ": " what ": " $0; wrong = 1 }
  NR > 1 && NF != 6 { bad("six columns") }
  NR > 1 && !number($2) { bad("no value") }
  NR > 1 && $3 != "-" && !number($3) { bad("no floor") }
  NR > 1 && $4 != "-" && !number($4) { bad("no ratio") }
  NR > 1 && $5 != "-" && $5 !~ /^[<>]=[0-9.]+$/ { bad("no goal") }
  NR > 1 && $6 !~ /^(yes|no|-)$/ { bad("met is yes or no") }
  NR > 1 && ($5 == "-") != ($6 == "-") { bad("met without goal, or goal without met") }
  NR > 1 && $6 == "yes" && $4 + 0 == 0 { bad("met by nothing") }
  END { exit wrong }' "$table" || fail "the table is not well-formed"
for gauge in "register-visit" "search p50 ms" "search p99 ms" "search recall by year" \
  "typo p50 ms" "typo recall" "sqlite typo p50 ms" \
  "register-visit round trips each" "register-visit rows written each" "fdatasync 8 kB a second" \
  "register-visit sqlite" "feed" "submit to durable us" "rebase of 2000 CPU s" "bootstrap s" \
  "bootstrap CPU us a row" "sqlite search recall by year" "import rows a second" \
  "desk beside import register p99 ms" "sqlite import rows a second" "sqlite desk beside import search p99 ms"; do
  cut -f 1 "$table" | grep -qxF "$gauge" || fail "there is no gauge \"$gauge\""
done
