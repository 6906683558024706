#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A throw-away PostgreSQL for tests and measurements, on loopback only, one per folder.
#
#   postgres.sh start DIR [--keep] [--holder PID] [--set NAME=VALUE]...
#                                                   starts it, or joins the one that runs; DIR/port holds its port
#   postgres.sh stop DIR [--holder PID]             leaves it; the last holder stops it and removes the data
#   postgres.sh crash DIR                           stops it as a crash does, in the middle of everything, and starts
#                                                   it again on its port: it recovers from its log
#   postgres.sh url DIR [NAME]                      prints the URL of its database NAME (default postgres)
#
# A holder is a process (by default the caller, which is ctest). When no holder is alive any more, the cluster
# stops by itself within seconds, so a killed test run leaves nothing behind. --keep keeps the data for the next
# start; --set is a setting of the server from this start to its stop. PostgreSQL refuses to run as root: root
# runs it as the user `postgres`.
set -euo pipefail

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
user=simrs

fail() { echo "postgres.sh: $*" >&2; exit 1; }
[ -n "$bin" ] || fail "PostgreSQL is not installed; run ./dev setup"

usage() { sed -n '3,15s/^# \{0,1\}//p' "$0" >&2; exit 64; }

# Runs a command as a user that PostgreSQL accepts, from a folder that this user can enter. Without the lock's
# file, which a server would keep open, and locked, for as long as it runs.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec runuser -u postgres -- "$@") 9>&-
  else
    (cd / && exec "$@") 9>&-
  fi
}

# Where the cluster lives: below DIR, or below the temporary folder where its owner cannot enter DIR.
choose_home() {
  local home
  home=$dir/cluster
  mkdir -p "$home"
  [ "$(id -u)" -ne 0 ] || chown postgres "$home"
  if ! as_owner test -w "$home" -a -x "$home" || [ ${#home} -gt 80 ]; then
    rmdir "$home" 2>/dev/null || true
    home=$(mktemp -d "${TMPDIR:-/tmp}/simrs-postgres.XXXXXX")
    [ "$(id -u)" -ne 0 ] || chown postgres "$home"
  fi
  chmod 700 "$home"
  echo "$home" >"$dir/home"
}

home() { cat "$dir/home" 2>/dev/null || true; }

# True if the postmaster of this very cluster answers on the recorded port.
is_running() {
  [ -n "$(home)" ] && [ -s "$dir/port" ] || return 1
  local answer
  answer=$(PGCONNECT_TIMEOUT=3 "$bin/psql" -h 127.0.0.1 -p "$(cat "$dir/port")" -U "$user" -d postgres -Atqc \
    'SHOW data_directory' 2>/dev/null) || return 1
  [ "$answer" = "$(home)/data" ]
}

# Ends a postmaster of this cluster, if the pid in its file still belongs to one.
halt() {
  local pid
  pid=$(head -n 1 "$(home)/data/postmaster.pid" 2>/dev/null || true)
  if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$(home)/data"; then
    as_owner "$bin/pg_ctl" -D "$(home)/data" -m "$1" -w -t 30 stop >>"$dir/log" 2>&1 ||
      as_owner "$bin/pg_ctl" -D "$(home)/data" -m immediate -w -t 30 stop >>"$dir/log" 2>&1 || true
  fi
  rm -f "$dir/port"
}

remove_data() {
  local at
  at=$(home)
  [ -z "$at" ] || rm -rf "$at"
  rm -f "$dir/home"
}

create_data() {
  choose_home
  as_owner "$bin/initdb" -D "$(home)/data" -U "$user" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >>"$dir/log" 2>&1 || fail "initdb failed, see $dir/log"
  # Durable as a real server is, since tests kill it and measurements count its commits.
  as_owner tee -a "$(home)/data/postgresql.conf" >/dev/null <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$(home)'
max_connections = 200
shared_buffers = 256MB
fsync = on
synchronous_commit = on
full_page_writes = on
jit = off
log_min_messages = warning
timezone = 'UTC'
log_timezone = 'UTC'
EOF
  as_owner tee "$(home)/data/pg_hba.conf" >/dev/null <<EOF
local all all trust
host all all 127.0.0.1/32 trust
EOF
}

# Tries random ports below the range the kernel hands out, until one is free.
start_server() {
  local port
  for _ in 1 2 3 4 5 6 7 8; do
    port=$((15000 + (RANDOM * 32768 + RANDOM) % 15000))
    if as_owner "$bin/pg_ctl" -D "$(home)/data" -l "$(home)/log" -w -t 60 -o "-p $port$settings" start \
      >>"$dir/log" 2>&1 </dev/null; then
      echo "$port" >"$dir/port"
      is_running && return 0
    fi
    grep -q 'could not bind' "$(home)/log" 2>/dev/null || break
  done
  tail -n 20 "$(home)/log" >&2 2>/dev/null || true
  fail "PostgreSQL did not start, see $dir/log and $(home)/log"
}

crash() {
  [ -s "$dir/port" ] || fail "no cluster runs in $dir"
  as_owner "$bin/pg_ctl" -D "$(home)/data" -m immediate -w -t 30 stop >>"$dir/log" 2>&1 || fail "it does not stop"
  as_owner "$bin/pg_ctl" -D "$(home)/data" -l "$(home)/log" -w -t 60 -o "-p $(cat "$dir/port")" start \
    >>"$dir/log" 2>&1 </dev/null || fail "it does not come back, see $(home)/log"
}

# A holder file is named by pid and start time, so that a reused pid is not taken for the holder.
birth() { awk '{sub(/.*\) /, ""); print $20}' "/proc/$1/stat" 2>/dev/null || true; }

live_holders() {
  local file pid count=0
  for file in "$dir"/holders/*; do
    [ -e "$file" ] || continue
    pid=${file##*/}
    if [ -n "$(birth "$pid")" ] && [ "$(birth "$pid")" = "$(cat "$file")" ]; then
      count=$((count + 1))
    else
      rm -f "$file"
    fi
  done
  echo "$count"
}

end_if_alone() {
  [ "$(live_holders)" -eq 0 ] || return 1
  halt fast
  [ -e "$dir/keep" ] || remove_data
}

# Waits beside the cluster until no holder is left, then ends it.
watch_holders() {
  exec </dev/null >/dev/null 2>&1
  while sleep 3; do
    [ -e "$dir/port" ] || exit 0
    [ "$(live_holders)" -eq 0 ] || continue
    exec 9>"$dir/lock"
    flock 9
    end_if_alone && exit 0
    exec 9>&-
  done
}

start() {
  if [ "$(live_holders)" -eq 0 ] && [ ! -e "$dir/keep" ] && [ "$keep" = no ]; then
    halt immediate
    remove_data
  fi
  [ "$keep" = no ] || touch "$dir/keep"
  mkdir -p "$dir/holders"
  birth "$holder" >"$dir/holders/$holder"
  if ! is_running; then
    halt fast
    [ -s "$(home)/data/PG_VERSION" ] || { remove_data && create_data; }
    start_server
    setsid "$0" watch "$dir" 9>&- </dev/null >/dev/null 2>&1 &
  fi
  echo "PostgreSQL on 127.0.0.1:$(cat "$dir/port")"
}

[ $# -ge 2 ] || usage
verb=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
shift 2
keep=no
holder=$PPID
name=postgres
settings=''
while [ $# -gt 0 ]; do
  case $1 in
    --keep) keep=yes ;;
    --holder) holder=$2 && shift ;;
    --set) settings="$settings -c $2" && shift ;;
    -*) usage ;;
    *) name=$1 ;;
  esac
  shift
done

case $verb in
  watch) watch_holders ;;
  url) [ -s "$dir/port" ] && echo "postgresql://$user@127.0.0.1:$(cat "$dir/port")/$name" ;;
  crash)
    exec 9>"$dir/lock"
    flock -w 120 9 || fail "$dir is locked"
    crash
    ;;
  start | stop)
    exec 9>"$dir/lock"
    flock -w 120 9 || fail "$dir is locked"
    if [ "$verb" = start ]; then
      start
    else
      rm -f "$dir/holders/$holder"
      end_if_alone || echo "others still use it"
    fi
    ;;
  *) usage ;;
esac
