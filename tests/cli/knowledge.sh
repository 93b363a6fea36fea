#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Tests masudi knowledge and --dictionary from outside. usage: knowledge.sh PROGRAM
set -u
masudi="$1"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

# expect NAME CODE FILE TEXT ARGUMENTS…: exit code, and a text that FILE (out or err) has.
expect() {
  local name="$1" wanted="$2" file="$3" text="$4"
  shift 4
  "$masudi" "$@" >out 2>err </dev/null
  local code=$?
  if [ "$code" -ne "$wanted" ] || ! grep -qF -- "$text" "$file"; then
    echo "FAILED: $name: exit code $code, $wanted was expected; $file should say: $text"
    head -n 5 out err
    failures=$((failures + 1))
  fi
}

expect "a person on a day" 0 out "on 2018-01-01: USA (United States), ELI" knowledge show "Barack Obama" --date 2018-01-01
expect "a person's source" 0 out "from actors/people_officials.txt, line " knowledge show "Barack Obama"
expect "a sponsor" 0 out "backed by IRN (Iran)" knowledge show Hezbollah
expect "a role" 0 out "role word, MIL (military)" knowledge show troops
expect "a place" 0 out "city in TUR" knowledge show Gaziantep
expect "a name that is not known" 1 err "nothing is known of" knowledge show "Qwxz Vbnm"
expect "a day that is none" 2 err "there is no day" knowledge show Hezbollah --date 2018-02-30

printf 'GHOST_RIDERS_ [KENREB >20100101]\n' >actors.txt
printf 'GHOST_RIDERS_ [KENREB >2010010]\nNO_CODE_\n' >wrong.txt
printf -- '--- ZAP [190] ---\nZAP {ZAPPED}\n- * + WITH MISSILES [195]\n' >verbs.txt
printf 'Ghost Riders | KEN | REB | GR; ?the Riders | kind=group; years=2010..\n' >ours.txt
printf 'Ghost Riders | KEN | XYZ |  | kind=group\n' >ours_wrong.txt
expect "a good dictionary" 0 out "actors.txt: actor dictionary, 1 entries, all good" knowledge check actors.txt
expect "a wrong dictionary" 2 err "wrong.txt:1: no such days" knowledge check wrong.txt
expect "a name without a code" 2 err "wrong.txt:2: no code for" knowledge check wrong.txt
expect "a source of ours" 0 out "all good" knowledge check ours.txt
expect "a wrong source of ours" 2 err "ours_wrong.txt:1: no such sector: 'XYZ'" knowledge check ours_wrong.txt
expect "a file that is not there" 2 err "absent.txt" knowledge check absent.txt

printf 'date 2012-03-12\nGhost Riders shelled Nairobi.\n' >text.txt
expect "an own actor" 0 out '"country":"KEN"' code text.txt --dictionary actors.txt
expect "an own actor's sector" 0 out '"REB"' code text.txt --dictionary actors.txt
expect "an own actor's source" 0 out "of your own dictionary" knowledge show "Ghost Riders" --dictionary actors.txt
expect "wrong lines are left out" 2 err "wrong.txt:1" code text.txt --dictionary wrong.txt
expect "a dictionary that is not there" 2 err "absent.txt" code text.txt --dictionary absent.txt
printf 'date 2012-03-12\nFrance zapped Germany with missiles.\n' >text.txt
expect "an own verb" 0 out '"ASSAULT"' code text.txt --dictionary actors.txt --dictionary verbs.txt

[ "$failures" -eq 0 ] && echo "all passed"
exit "$failures"
