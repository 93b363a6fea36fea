#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How well the parties of hand-coded events are known, given the words that name them.

usage: parties.py GOLD.jsonl MASUDI_PARTIES MODEL KNOWLEDGE [--errors N] [--only WORD]

Every party of every event is looked for in its sentence by its entity_text; masudi-parties says who it is; the country
code and the first sector are compared. Parties whose words the sentence lacks are left out.
"""
import argparse
import json
import random
import subprocess
from collections import Counter


def questions(documents):
    """The lines to ask, and for each phrase its document, event, field and party (several share one phrase)."""
    lines, asked = [], []
    for document in documents:
        text = document["text"]
        raw = text.encode()
        source = (document.get("source") or "-").replace(" ", "_")
        lines.append(f"D {document['date'][:10]} {source} {len(raw)}\n".encode() + raw + b"\n")
        phrases = {}
        for event in document["events"]:
            begin, end = document["sentences"][event["sentence"]]
            for field in ("actor", "recipient", "via"):
                for party in event.get(field) or []:
                    words = party.get("entity_text") or ""
                    at = nearest(text, words, begin, end, event.get("start", begin))
                    if at is not None:
                        phrases.setdefault((at, at + len(words), event["sentence"], event.get("start"), field), []).append(party)
        for (begin, end, sentence, _, field), parties in phrases.items():
            lines.append(f"P {len(text[:begin].encode())} {len(text[:end].encode())}\n".encode())
            asked.append((document, sentence, field, text[begin:end], parties))
    return b"".join(lines), asked


def nearest(text, words, begin, end, start):
    """Where `words` stand whole in the sentence, nearest to the trigger."""
    if not words:
        return None
    best, at = None, text.find(words, begin, end)
    while at >= 0:
        whole = not (at and text[at - 1].isalnum() and words[0].isalnum()) and not (
            at + len(words) < len(text) and text[at + len(words)].isalnum() and words[-1].isalnum())
        if whole and (best is None or abs(at - start) < abs(best - start)):
            best = at
        at = text.find(words, at + 1, end)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("program")
    parser.add_argument("model")
    parser.add_argument("knowledge")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    with open(args.gold, encoding="utf-8") as handle:
        documents = [json.loads(line) for line in handle if line.strip()]
    lines, asked = questions(documents)
    run = subprocess.run([args.program, args.model, args.knowledge], input=lines, capture_output=True, check=True)
    answers = {}
    for line in run.stdout.decode().rstrip("\n").split("\n"):
        number, *fields = line.split("\t")
        answers.setdefault(int(number), []).append(fields)
    count = Counter()
    wrong = []
    for number, (document, sentence, field, words, parties) in enumerate(asked):
        found = answers.get(number, [])
        codes = [f[0] for f in found]
        sectors = {}
        for f in found:
            sectors.setdefault(f[0], f[1].split(";")[0])
        for party in parties:
            code, sector = party.get("code") or "", (party.get("sector") or [""])[0]
            count["all"] += 1
            if codes == ["-"]:
                count["nobody"] += 1
            right = code in codes
            right_sector = right and sectors[code] in ([sector] if sector else [""]) or not sector
            count["code"] += right
            count["sector"] += right_sector
            count["sector in list"] += right and (not sector or sectors[code] in party.get("sector", []))
            if not right or not right_sector:
                wrong.append((right, document, sentence, field, words, code, party.get("sector"), found))
    n = max(count["all"], 1)
    print(f"{n} parties: code {count['code'] / n:.3f}, first sector {count['sector'] / n:.3f}, "
          f"sector among the coder's {count['sector in list'] / n:.3f}, nobody found {count['nobody'] / n:.3f}")
    random.Random(1).shuffle(wrong)
    wrong = [w for w in wrong if args.only.lower() in (w[4] + " " + str(w[7])).lower()]
    for right, document, sentence, field, words, code, sector, found in wrong[:args.errors]:
        begin, end = document["sentences"][sentence]
        got = "; ".join(f"{f[0]} {f[1]} {f[2]} [{f[4]}: {f[7]} @{f[6]}]" for f in found)
        print(f"{'sector' if right else 'CODE  '} «{words}» {code} {sector} got {got}\n         {document['date']}: "
              f"{document['text'][begin:end][:230]!r}")


if __name__ == "__main__":
    main()
