#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests masudi alert from outside: rules over a growing store, programs and a webhook of the test's own as receivers, and
# a check that is killed between giving an alert and hearing that it arrived. usage: run.sh PROGRAM
set -u
masudi="$(realpath "$1")"
outside="$(cd "$(dirname "$0")/.." && pwd)/outside.sh"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0
. "$outside"
expect() {
  local name="$1" wanted="$2" text
  shift 2
  [ "$code" -eq "$wanted" ] || fail "$name: exit code $wanted was expected"
  for text in "$@"; do grep -qF -- "$text" err || fail "$name: standard error should say: $text"; done
}
says() { grep -qF -- "$2" out || fail "$1: standard output should say: $2"; }
lines() { [ "$(wc -l <out)" -eq "$2" ] || fail "$1: $2 lines were expected"; }
count() { grep -c "$1" "$2" 2>/dev/null || true; }
report() { printf '{"id":"%s","date":"%s","source":"%s","text":"%s"}\n' "$@" | "$masudi" ingest - 2>err || fail "ingest $1"; }

run alert list
expect "no store" 2 "there is no such store"
report a 2024-02-13 "Kyo Times" "Israel attacked Lebanon in Beirut on Monday."

# Receivers: one keeps what it gets, one fails until it is told not to, one kills masudi when it has got it.
printf '#!/bin/sh\ncat >>got\n' >keep
printf '#!/bin/sh\n[ -e well ] || { echo "not well" >&2; exit 7; }\ncat >>late\n' >fail-first
printf '#!/bin/sh\ncat >>killed\n[ -e tame ] || kill -9 "$PPID"\n' >kill-it
chmod +x keep fail-first kill-it

run alert add beirut --type ASSAULT --near 33.9,35.5,50 --command ./keep
expect "add" 0 "beirut: tells each new incident"
run alert add beirut
expect "a name twice" 2 'a search "beirut" already'
run alert add "a b"
expect "no name" 2 "is no name for a search"
run alert add broken --type WAR
expect "an unknown type" 2 "WAR"
run alert add broken --count some
expect "no number" 2 "--count"
run alert add broken --command ./absent
expect "no program" 2 "--command: ./absent"
run alert add broken --webhook file:///etc/passwd
expect "no web address" 2 "--webhook"
run alert check
expect "nothing is new" 0 "0 alerts; 0 delivered"
[ ! -e got ] || fail "nothing is new: nothing should be delivered"

report b 2024-03-02 "Kyo Times" "Israel attacked Lebanon in Beirut again on Saturday, killing three people."
run alert test beirut
expect "test" 0 "beirut: 1 new incident: an alert"
run alert check
expect "check" 0 "1 alerts; 1 delivered"
says "check" '"search":"beirut"'
lines "check" 1
run alert check
expect "no alert twice" 0 "0 alerts; 0 delivered"
lines "no alert twice" 0
[ "$(count '"title":"1 new incident"' got)" -eq 1 ] || fail "the program should have got it once"
run alert test beirut
expect "test of what was told" 1 "no alert"

# A receiver that fails gets it again, under the same id.
run alert add late --actor IRN --command ./fail-first
report c 2024-03-03 "Sana Post" "Iran threatened the United States on Sunday."
run alert check
expect "a receiver that fails" 2 "exit code 7: not well" "1 alerts; 0 delivered, 1 to be tried again"
id="$(sed -n 's/^{"id":"\([0-9a-f]*\)".*/\1/p' out)"
touch well
run alert check
expect "its time has not come" 0 "0 alerts; 0 delivered"
run alert check --retry
expect "tried again" 0 "0 alerts; 1 delivered"
grep -qF "\"id\":\"$id\"" late || fail "tried again: the id should be the same"

# Killed after the alert was given and before its delivery was noted: it arrives once more under its id, and no other.
run alert add killer --actor IRN --type THREATEN --command ./kill-it
report d 2024-03-04 "Sana Post" "Iran threatened Israel on Monday."
"$masudi" alert check >out 2>err </dev/null
code=$?
[ "$code" -ne 0 ] || fail "the check should have been killed"
touch tame
run alert check --retry
expect "after the kill" 0 "0 alerts"
run alert check --retry
[ "$(count '"search":"killer"' killed)" -eq 2 ] || fail "after the kill: it should have arrived twice"
[ "$(sed 's/.*"id":"\([0-9a-f]*\)","search".*/\1/' killed | sort -u | wc -l)" -eq 1 ] || fail "after the kill: under one id"
run query "SELECT count(*) AS n FROM alert WHERE search = 'killer'" --format csv
says "after the kill" 1

# A window is reckoned from the newest report, or from the day that is given; no clock is asked.
run alert add many --count 2 --within 3d
run alert check --as-of 2024-03-10
expect "a day of quiet" 0 "0 alerts"
run alert check
expect "a count" 0 "1 alerts"
says "a count" "incidents in 3 days to 2024-03-04"
run alert add more --times 2 --against 4w --of conflict
run alert test more
expect "no past" 1 "does not reach"

run alert list --format csv
says "list" "many,at least 2 incidents within 3 days,yes,2024-03-04,--count 2 --within 3d"
run alert show late --format csv
says "show" "command $work/fail-first: delivered"
run alert atom -o alerts.xml
expect "atom" 0
grep -qF "<id>urn:masudi:alert:$id</id>" alerts.xml || fail "atom: the alert should be in it"
run alert add gulf --near "Strait of Hormuz,150"
expect "a place by its name" 0
run alert list --format csv
says "a place by its name" "--near 26."
run alert add nowhere --near "Xyzzyville,150"
expect "a place that is not known" 2 'no place "Xyzzyville"'
run alert remove many
expect "remove" 0
run alert remove many
expect "remove again" 1 "no search"

if python3 -c 'import http.server, xml.dom.minidom' 2>/dev/null; then
  python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("alerts.xml")' || fail "atom: it should be XML"
  python3 - >port <<'PY' &
import http.server, json, threading
seen = open("posted", "w")
class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        json.loads(body)
        print(self.headers["Content-Type"], self.path, body.decode(), file=seen, flush=True)
        self.send_response(204)
        self.end_headers()
    def log_message(self, *_): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
server.serve_forever()
PY
  receiver=$!
  until [ -s port ]; do kill -0 "$receiver" || break; done
  run alert add hook --dyad EGY,JOR --webhook "http://127.0.0.1:$(cat port)/hook?key=1"
  report e 2024-03-05 "Kyo Times" "Egypt met with Jordan in Cairo on Tuesday."
  run alert check
  expect "a private address" 2 "private"
  run alert check --retry --allow-private
  expect "a webhook" 0 "1 delivered"
  grep -q '^application/json /hook?key=1 {"id":' posted || fail "a webhook: JSON should have been posted"
  kill "$receiver"
else
  echo "alerts: python3 is not there; no webhook is tried"
fi

[ "$failures" -eq 0 ] && echo "all alert tests passed"
exit "$((failures > 0))"
