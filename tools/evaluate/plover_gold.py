#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Turns PLOVER gold standard records into the gold format of score_events.py, one sentence a document.

usage: plover_gold.py RECORDS.jsonl OUT.jsonl

A side whose code is unknown (***) counts as a party of no code. What a record calls reciprocal has both as actors.
"""
import json
import sys


def parties(side):
    out = []
    for party in side or []:
        code = (party.get("code") or "").strip("*")
        sector = (party.get("sector") or "").strip("*")[:3]
        if code or sector or party.get("text"):
            out.append({"code": code, "sector": [sector] if sector else ["UNK"], "entity_text": party.get("text", "")})
    return out


def main():
    source, target = sys.argv[1:3]
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            record = json.loads(line)
            events = []
            for event in record["events"]:
                status = "actual"
                events.append({"sentence": 0, "event": event["type"], "event_text": [event.get("event_text") or ""], "status": status,
                               "actor": parties(event.get("source")), "recipient": parties(event.get("target")), "attribution": []})
            text = record["text"]
            out.write(json.dumps({"id": record["id"], "date": record["date"], "text": text, "sentences": [[0, len(text) + 1]],
                                  "events": events}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
