#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Gives out a small store in every format and loads it with the programs that people use: python3 (csv, json, xml),
# SQLite and, where they can be had, sqlite3 and ogrinfo. usage: formats.sh PROGRAM
set -eu
masudi="$(realpath "$1")"
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >news.jsonl <<'JSON'
{"id":"a","date":"2024-03-12","source":"Kyo \"Daily\" Times","url":"https://k.example/1?a=1&b=2","text":"Süd report: Israel attacked Lebanon in Beirut on Sunday, killing three soldiers, officials said."}
{"id":"b","date":"2024-03-13","text":"Iran threatened the United States on Wednesday; \"we will strike\", the foreign ministry said."}
{"id":"c","date":"2024-03-20","source":"Kyo Times","text":"Egypt met with Jordan in Cairo on Tuesday.\n\nHamas fired rockets at Israel, the army said."}
JSON
"$masudi" ingest --store s.db news.jsonl 2>/dev/null
for format in jsonl csv tsv table gdelt gdelt-mentions polecat icews phoenix geojson graphml stix; do
  "$masudi" events --store s.db --format "$format" --output "out.$format"
done
for format in geojson graphml gdelt gdelt-mentions; do
  "$masudi" incidents --store s.db --format "$format" --output "incidents.$format"
done
"$masudi" citations --store s.db --format graphml --output citations.graphml
"$masudi" citations --store s.db --origins all --format jsonl --output origins.jsonl
for kind in incidents citations actors sources timeline; do
  for format in jsonl csv tsv; do "$masudi" "$kind" --store s.db --format "$format" --output "$kind.$format"; done
done

if command -v python3 >/dev/null 2>&1; then
  python3 "$here/formats.py"
else
  echo "formats: python3 is not there; its loaders are not tried"
fi
if command -v sqlite3 >/dev/null 2>&1; then
  count="$(wc -l <out.jsonl)"
  [ "$(sqlite3 s.db "SELECT count(*) FROM event_row")" -eq "$count" ]
  [ "$(printf '.mode csv\n.import out.csv t\nSELECT count(*) FROM t;\n' | sqlite3 :memory:)" -eq "$count" ]
  [ "$(printf '.mode tabs\n.import out.polecat t\nSELECT count(*) FROM t;\n' | sqlite3 :memory:)" -eq "$count" ]
else
  echo "formats: sqlite3 is not there; it is not tried"
fi
if command -v ogrinfo >/dev/null 2>&1; then
  mv out.geojson events.geojson && mv out.jsonl events.jsonl
  for kind in events incidents; do
    ogrinfo -so -al "$kind.geojson" >"$kind.ogr"
    grep -q "Feature Count: $(wc -l <"$kind.jsonl")" "$kind.ogr"
    grep -q "Geometry: Point" "$kind.ogr"
  done
  grep -q "reports: Integer" incidents.ogr
else
  echo "formats: ogrinfo is not there; it is not tried"
fi
echo "formats: all loaded"
