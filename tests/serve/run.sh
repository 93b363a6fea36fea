#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests the server from outside, over a real small store. usage: run.sh PROGRAM
set -u
masudi="$(realpath "$1")"
outside="$(cd "$(dirname "$0")/.." && pwd)/outside.sh"
work="$(mktemp -d)"
server=""
listener=""
trap 'kill $server $listener 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
code=0
touch out err

. "$outside"
# start ARGUMENTS…: a server on a free port; sets $server, $root and $api.
start() {
  : >log
  "$masudi" serve --store masudi.db --listen 127.0.0.1:0 "$@" 2>log &
  server=$!
  root=""
  for _ in $(seq 200); do
    root="$(sed -n 's|.*shown at \(http://[^ ]*\)/ .*|\1|p' log)"
    [ -n "$root" ] && break
    sleep 0.05
  done
  api="$root/api/v1"
}
# get PATH [CURL OPTIONS…]: keeps the status in $code, headers in head, the body in out.
get() {
  local path="$1"
  shift
  : >out
  code="$(curl -s --max-time 20 -o out -D head -w '%{http_code}' "$@" "$root$path")"
  tr -d '\r' <head >head.lf
}
is() { [ "$code" = "$2" ] || fail "$1: status $2 was expected"; }
says() { grep -qF -- "$2" out || fail "$1: the body should say: $2"; }
lacks() { grep -qF -- "$2" out && fail "$1: the body should not say: $2"; }
heads() { grep -qiF -- "$2" head.lf || fail "$1: a header should say: $2"; }

cat >news.jsonl <<'JSON'
{"id":"a","date":"2024-03-12","source":"Kyo Times","title":"<script>alert(1)</script>","text":"Israel attacked Lebanon in Beirut on Sunday, </script><img src=x onerror=alert(1)> the army said."}
{"id":"b","date":"2024-03-13","source":"Sana Post","url":"https://sana.example/1","text":"Iran threatened the United States on Wednesday, the foreign ministry said."}
{"id":"c/d e","date":"2024-03-20","source":"Kyo Times","text":"Egypt met with Jordan in Cairo on Tuesday."}
{"id":"d","date":"2024-03-14","source":"Aden Star","text":"Israel attacked Lebanon in Beirut on Sunday, Kyo Times reported."}
JSON
"$masudi" ingest --store masudi.db news.jsonl 2>err || fail "ingest"
start
[ -n "$root" ] || { cat log; fail "start: the server should say where it is"; exit 1; }

# Every route.
get /healthz; is healthz 200; says healthz ok
get /; is page 200; heads page "content-type: text/html"
get /api/v1/openapi.json; is openapi 200; says openapi '"openapi"'
get /api/v1/board; is board 200; says board '"count":'; says board '"day":['
heads board "content-type: application/json"; heads board "x-content-type-options: nosniff"
heads board "content-security-policy: default-src 'none'; script-src 'self'"; heads board "referrer-policy: no-referrer"
get "/api/v1/board?country=EGY"; says "board of a country" '"count":1,'; says "board of a country" 'EGY'; lacks "board of a country" LBN
get "/api/v1/board/rows?country=EGY"; is "rows of a country" 200; says "rows of a country" '"rows":['; lacks "rows of a country" '"rows":[]'
get "/api/v1/board/rows?country=FRA"; says "rows of nowhere" '"rows":[]'
get "/api/v1/board/rows?nothing=1"; is "rows of an unknown parameter" 400
get /api/v1/incidents; is incidents 200; says incidents '"next":null'
id="$(grep -o '"id":"[0-9a-f]\{16\}","date":"2024-03-10"' out | head -n 1 | cut -c 7-22)"
get "/api/v1/incidents/$id"; is incident 200
for word in '"statements":' '"citations":' '"voices":' '"mentions":' '"role":"trigger"' '"reasoning":' 'Kyo Times'; do says incident "$word"; done
get /api/v1/incidents/0000000000000000; is "no incident" 404; says "no incident" '"error":'
get /api/v1/events; is events 200
event="$(grep -o '"event":"[0-9a-f]*"' out | head -n 1 | cut -d '"' -f 4)"
get "/api/v1/events/$event"; is event 200; says event "$event"
get /api/v1/events/nothing; is "no event" 404
get /api/v1/documents/c%2Fd%20e; is document 200; says document 'Egypt met with Jordan'; says document '"incidents":["'
get /api/v1/documents/nothing; is "no document" 404
get /api/v1/actors; says actors '"code":"ISR"'
get /api/v1/sources; says sources '"source":"Kyo Times"'
get "/api/v1/timeline?dyad=USA,IRN&by=year"; says timeline '"period":"2024","events":1'
get "/api/v1/index?country=LBN&by=month"; says index '"periods":['
get "/api/v1/incidents.atom?type=CONSULT"; is atom 200; heads atom "application/atom+xml"; says atom "<title>CONSULT"
get /metrics; says metrics 'masudi_http_requests_total{route="/api/v1/board",code="200"} 2'; says metrics 'masudi_store_documents 4'
get /nothing; is nothing 404; says nothing '"error":'
for format in jsonl csv tsv table gdelt gdelt-mentions polecat icews phoenix geojson graphml stix; do
  get "/api/v1/events.$format"; is "events.$format" 200; heads "events.$format" 'content-disposition: attachment; filename="events.'
  "$masudi" events --store masudi.db --format "$format" >expected 2>err
  [ "$format" = table ] || cmp -s out expected || fail "events.$format: the download should be what the command line gives"
done
for format in jsonl csv tsv geojson; do get "/api/v1/incidents.$format"; is "incidents.$format" 200; done
"$masudi" incidents --store masudi.db --format csv >expected
get /api/v1/incidents.csv; cmp -s out expected || fail "incidents.csv: the download should be what the command line gives"
get /api/v1/events.xml; is "no format" 404

# Filters mean what they mean on the command line, and err with the same words.
for filter in "type=ASSAULT" "actor=ISR&recipient=LBN" "from=2024-03-13&to=2024-03-31" "source=Kyo%20Times" "text=%22foreign+ministry%22" "near=33.9,35.5,50" "status=actual&country=EGY" "min-origins=2" "min-confidence=0.99"; do
  get "/api/v1/events.jsonl?$filter"
  options="$(printf '%s' "--$filter" | sed 's/&/\n--/g; s/%20/ /g; s/+/ /g; s/%22/"/g')"
  mapfile -t words < <(printf '%s\n' "$options")
  "$masudi" events --store masudi.db --format jsonl "${words[@]}" >expected 2>err
  cmp -s out expected || fail "filter $filter: the server and the command line should agree"
done
for wrong in "type=WAR" "near=here" "from=yesterday" "status=maybe"; do
  get "/api/v1/incidents?$wrong"; is "$wrong" 400
  "$masudi" incidents --store masudi.db "--${wrong%%=*}" "${wrong#*=}" 2>err
  message="$(sed 's/^masudi: error: //' err | sed 's/["\\]/\\&/g')"
  says "$wrong" "$message"
done
for wrong in "limit=0" "limit=1001" "limit=x" "cursor=x" "order=up" "min-confidence=2" "colour=red" "type=%zz" "text=$(printf 'x%.0s' $(seq 600))"; do
  get "/api/v1/incidents?$wrong"; is "$wrong" 400; says "$wrong" '"error":'
done
get "/api/v1/timeline?by=day&from=0001-01-01&to=9999-01-01"; is "too many periods" 400; says "too many periods" "fewer days"

# Pages of one are together the whole list, in its order; with filters that are walked through and that are gathered.
ids() { grep -oE '\{"(id|event)":"[0-9a-f]{16}","(date|type)"' out | cut -d '"' -f 4; }
for list in "incidents?" "incidents?type=ASSAULT&" "incidents?actor=ISR&" "events?" "events?actor=ISR&"; do
  for order in newest oldest; do
    get "/api/v1/${list}limit=100&order=$order"
    ids >whole
    cursor="" : >pages
    for _ in $(seq 10); do
      get "/api/v1/${list}limit=1&order=$order${cursor:+&cursor=$cursor}"
      ids >>pages
      cursor="$(sed -n 's/.*"next":"\([^"]*\)".*/\1/p' out)"
      [ -n "$cursor" ] || break
    done
    [ -s whole ] && cmp -s whole pages || fail "$list $order: the pages should make up the list"
  done
done

# Unchanged, compressed, head, other methods.
get /api/v1/board
cp out plain
etag="$(sed -n 's/^[Ee][Tt]ag: //p' head.lf)"
get /api/v1/board -H "If-None-Match: $etag"; is "not modified" 304; [ ! -s out ] || fail "not modified: no body was expected"
get /api/v1/board -H "If-None-Match: \"other\""; is "modified" 200
get /api/v1/board -H "Accept-Encoding: gzip"; heads gzip "content-encoding: gzip"; gunzip -c <out | cmp -s - plain || fail "gzip: should unpack to the same"
get /api/v1/board -H "Accept-Encoding: gzip;q=0"; cmp -s out plain || fail "no gzip: should not be compressed"
get /api/v1/board -H "Range: bytes=0-5"; is range 200; cmp -s out plain || fail "range: the whole was expected"
get /api/v1/board -I; is head 200; heads head "content-length: $(wc -c <plain)"
for method in POST PUT DELETE PATCH OPTIONS; do get /api/v1/board -X "$method" -d x; is "$method" 405; done

# Hostile text comes out as text.
get /api/v1/documents/a; says "hostile text" '<script>alert(1)</script>'; heads "hostile text" "content-type: application/json"; heads "hostile text" nosniff
get /api/v1/incidents.atom; lacks "hostile text in XML" '<img'; lacks "hostile text in XML" '<script'
get "/%3Cscript%3Ealert(1)%3C/script%3E"; is "hostile path" 404; heads "hostile path" "content-type: application/json"
get "/api/v1/incidents/%3Cscript%3E"; is "hostile id" 404; heads "hostile id" "content-type: application/json"

# Who may ask.
get / -H "Host: evil.example"; is "another name" 421
get / -H "Host: 127.0.0.1.evil.example"; is "a longer name" 421
get / -H "Host: localhost"; is "its own name" 200
get /api/v1/board -X POST -H "Origin: http://evil.example" -d x; is "another page" 403
run serve --store masudi.db --listen 0.0.0.0:0
[ "$code" -eq 2 ] && grep -q "token" err || fail "listening to all: a token should be asked for"
run serve --store none.db
[ "$code" -eq 2 ] && grep -q "no such store" err || fail "no store: an error was expected"
run serve --store masudi.db --listen nowhere
[ "$code" -eq 2 ] || fail "no address: an error was expected"
run serve --store masudi.db --listen "${root#http://}"
[ "$code" -eq 2 ] && grep -q "cannot be listened on" err || fail "a port in use: an error was expected"

# What is no request, or too much of one.
printf 'nonsense\r\n\r\n' >/dev/tcp/127.0.0.1/"${root##*:}"
get "/$(printf 'x%.0s' $(seq 9000))"; is "a long address" 414; says "a long address" '"error":'
head -c 300000 /dev/zero | tr '\0' a >long
get /api/v1/board -X POST --data-binary @long; [ "$code" = 413 ] || [ "$code" = 000 ] || fail "a long body: 413 was expected"
curl -s --max-time 20 -o out -H "X-Long: $(head -c 100000 long)" "$root/healthz"
(head -c 3000000 /dev/zero | tr '\0' a >/dev/tcp/127.0.0.1/"${root##*:}") 2>/dev/null # a line without end
get /healthz; is "after it" 200

# What is new is told, and nothing old is served after it.
curl -sN --max-time 60 "$api/changes" >changes &
listener=$!
for _ in $(seq 100); do grep -q "is watched" changes && break; sleep 0.05; done
echo '{"id":"e","date":"2024-03-25","source":"Sana Post","text":"Turkey attacked Greece in Athens on Monday."}' >more.jsonl
"$masudi" ingest --store masudi.db more.jsonl 2>err
for _ in $(seq 200); do grep -q "event: changed" changes && break; sleep 0.05; done
code=0 && cp changes out
says changes "event: changed"
new="$(sed -n 's/^data: .*"incidents":\["\([0-9a-f]*\)"\].*/\1/p' changes)"
get "/api/v1/incidents/$new"; is "the new incident" 200; says "the new incident" Athens
get /api/v1/board; cmp -s out plain && fail "board: should be new"
says "board" "$(sed -n 's/^id: //p' changes | head -n 1)"
cp out board.json
kill "$listener" && wait "$listener" 2>/dev/null
listener=""

# Reading and a killed ingestion do each other no harm.
awk 'BEGIN { for (i = 0; i < 3000; ++i) printf "{\"id\":\"k%d\",\"date\":\"2024-04-01\",\"text\":\"Israel attacked Lebanon on Sunday, killing %d soldiers.\"}\n", i, i }' >many.jsonl
"$masudi" ingest --acknowledge --store masudi.db many.jsonl >reported 2>err &
writer=$!
(while curl -s "$api/events?actor=ISR" "$api/board" "$api/incidents?order=newest" >/dev/null; do :; done) &
asker=$!
for _ in $(seq 200); do [ -s reported ] && break; sleep 0.05; done
kill -9 "$writer" "$server" 2>/dev/null
wait "$writer" "$server" "$asker" 2>/dev/null
[ "$("$masudi" query --store masudi.db 'PRAGMA integrity_check' --format csv | tail -n 1 | tr -d '\r')" = ok ] || fail "kill: the store should be sound"
"$masudi" query --store masudi.db "SELECT id FROM document" --format csv | tr -d '\r' | sort >there
sort reported | comm -23 - there | grep -q . && fail "kill: what was reported as stored should be there"

# A token, and an end in good order.
echo "correct-horse-battery" >token
start --token-file token
get /api/v1/board; is "no token" 401; heads "no token" "www-authenticate: Basic"
get /api/v1/board -H "Authorization: Bearer correct-horse-batterx"; is "a wrong token" 401
get /api/v1/board -H "Authorization: Bearer correct-horse-battery"; is "the token" 200
get /api/v1/board -u "anyone:correct-horse-battery"; is "the token as a password" 200
get /metrics; is "metrics without token" 401
get /healthz; is "healthz without token" 200
curl -sN --max-time 60 -H "Authorization: Bearer correct-horse-battery" "$api/changes" >changes &
listener=$!
for _ in $(seq 100); do grep -q "is watched" changes && break; sleep 0.05; done
kill "$server"
wait "$server"
code=$?
[ "$code" -eq 0 ] || fail "end: exit code 0 was expected"
grep -q ended log || fail "end: the server should say that it ended"
wait "$listener" || fail "end: the stream should end in good order"
server="" listener=""

[ "$failures" -eq 0 ] && echo "all server tests passed"
exit "$((failures > 0))"
