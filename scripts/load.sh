#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Starts the server over a store and asks it as fast as wrk can, over 64 connections: incidents and events by many
# filters, pages, single incidents, series, the board. Prints requests a second, p99, errors, the share of answers that
# were kept ready, and the server's memory before and after.
# usage: load.sh PROGRAM STORE [SECONDS]   (needs wrk and curl)
set -eu
masudi="$(realpath "$1")"
store="$(realpath "$2")"
seconds="${3:-30}"
cd "$(dirname "$0")"
work="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

for tool in wrk curl; do
  command -v "$tool" >/dev/null || { echo "load: $tool is needed (apt-get install $tool)" >&2; exit 1; }
done
ask() { "$masudi" query --store "$store" --format csv "$1" | tail -n +2 | tr -d '\r'; }

# What is asked, in the shares of a day's work: mostly single incidents, then lists, then series.
queries="$work/queries"
ask "SELECT '/api/v1/incidents/' || id FROM incident ORDER BY incident_id % 7919, incident_id LIMIT 1500" >"$queries"
countries="$(ask "SELECT country FROM incident WHERE country <> '' GROUP BY 1 ORDER BY count(*) DESC LIMIT 25")"
for country in $countries; do
  echo "/api/v1/incidents?country=$country&order=newest"
  echo "/api/v1/events?country=$country&limit=20"
  echo "/api/v1/index?country=$country&by=month"
  echo "/api/v1/actors?country=$country&limit=20"
  for type in ASSAULT PROTEST CONSULT ACCUSE; do
    echo "/api/v1/incidents?country=$country&type=$type"
    echo "/api/v1/incidents?type=$type&order=newest&limit=25&min-confidence=0.5"
  done
done >>"$queries"
for year in $(seq 2004 2023); do
  echo "/api/v1/incidents?from=$year-03-01&to=$year-03-31"
  echo "/api/v1/events?from=$year-06-01&to=$year-06-07"
  echo "/api/v1/timeline?dyad=USA,IRN&by=week&from=$year-01-01&to=$year-12-31"
  echo "/api/v1/incidents?text=ceasefire&from=$year-01-01&to=$year-12-31"
done >>"$queries"
sort -u "$queries" -o "$queries"

"$masudi" serve --store "$store" --listen 127.0.0.1:0 2>"$work/log" &
server=$!
for _ in $(seq 100); do
  address="$(sed -n 's|.*shown at \(http://[^ ]*\)/ .*|\1|p' "$work/log")"
  [ -n "$address" ] && break
  sleep 0.1
done
memory() { awk '/VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$server/status"; }
metric() { curl -s "$address/metrics" | awk -v name="$1" '$1 == name { print $2 }'; }

echo "load: $(wc -l <"$queries") different questions"
# Each is asked once before, so that what is measured is the state that lasts; how long that takes is said.
begin=$(date +%s%N)
sed "s|^|url = $address|; s|\$|\noutput = /dev/null|" "$queries" >"$work/curl"
curl -s --no-progress-meter -K "$work/curl" -H 'Accept-Encoding: gzip' --parallel --parallel-max 16
echo "load: all asked once, not kept ready, in $((($(date +%s%N) - begin) / 1000000)) ms"
LOAD_QUERIES="$queries" wrk -t 2 -c 64 -d 3 -s load.lua "$address" >/dev/null
before="$(memory)" hits=$(metric masudi_cache_hits_total) misses=$(metric masudi_cache_misses_total)
LOAD_QUERIES="$queries" wrk -t 2 -c 64 -d "$seconds" -s load.lua --latency "$address" | grep -E '^load:'
hits=$(($(metric masudi_cache_hits_total) - hits)) misses=$(($(metric masudi_cache_misses_total) - misses))
echo "load: kept ready $hits, worked out $misses; memory before $before, after $(memory)"
