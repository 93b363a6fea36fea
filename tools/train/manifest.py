# SPDX-License-Identifier: Apache-2.0
"""Writes what a model was made of, how well it does, and its checksum. usage: manifest.py DATA MODEL OUT [EVALUATE]"""
import hashlib
import json
import subprocess
import sys
from pathlib import Path

SOURCES = [
    {"name": "UD English EWT 2.16, train", "licence": "CC BY-SA 4.0", "for": "segmenter, lemmas, tags, trees",
     "url": "https://github.com/UniversalDependencies/UD_English-EWT"},
    {"name": "UD English GUM 2.16, 107 documents of train", "licence": "annotation CC BY 4.0; texts CC BY 2.5, CC BY-SA 3.0, "
     "CC BY 4.0 or public domain, by document", "for": "segmenter, lemmas, tags, trees, names",
     "url": "https://github.com/UniversalDependencies/UD_English-GUM"},
    {"name": "re3d, 52 documents", "licence": "by source: public domain, OGL v3.0, CC BY 3.0 AU, CC BY-SA 3.0",
     "for": "names", "url": "https://github.com/dstl/re3d"},
    {"name": "WordNet 3.0, lemmas by part of speech and instances", "licence": "WordNet 3.0 licence",
     "for": "classes of words", "url": "https://wordnet.princeton.edu"},
    {"name": "SCOWL 2020.12.07, which words have capitals", "licence": "permissive, by Kevin Atkinson and others",
     "for": "classes of words", "url": "https://wordlist.sourceforge.net"},
    {"name": "knowledge/ of masudi: actors, places, countries", "licence": "as its files and NOTICE say",
     "for": "classes of words, names by rule", "url": "https://www.geonames.org"},
    {"name": "Wikipedia Portal:Current events", "licence": "CC BY-SA 4.0", "for": "word classes, encoder, names by rule",
     "url": "https://en.wikipedia.org/wiki/Portal:Current_events"},
    {"name": "English Wikinews 2019-2021", "licence": "CC BY 2.5", "for": "word classes, encoder, names by rule",
     "url": "https://en.wikinews.org"},
    {"name": "US Department of State and White House, statements 2021-2022", "licence": "public domain",
     "for": "word classes, encoder, names by rule", "url": "https://www.state.gov"},
]


def scores(evaluate, model, *arguments):
    lines = subprocess.run([evaluate, "--model", model, *map(str, arguments)], check=True, capture_output=True,
                           text=True).stdout.splitlines()[1:]
    rows = [line.rsplit(None, 4) for line in lines if line.strip()]
    return {r[0].strip(): float(r[3]) for r in rows if len(r) == 5}


def main():
    data, model, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    evaluate = sys.argv[4] if len(sys.argv) > 4 else "build/tools/evaluate/masudi-evaluate"
    ewt, gum = data / "ud/ewt-dev.conllu", data / "ud/gum-dev.conllu"
    manifest = {
        "model": "english-1",
        "sha256": hashlib.sha256(Path(model).read_bytes()).hexdigest(),
        "bytes": Path(model).stat().st_size,
        "licence": "CC BY-SA 4.0, as of the trees it was learnt from",
        "sources": SOURCES,
        "scores": {
            "how": "F1 in per cent from raw text, masudi-evaluate (the measures of the CoNLL 2018 shared task)",
            "ewt-dev": scores(evaluate, model, ewt),
            "gum-dev": scores(evaluate, model, gum),
            "gum-dev news": scores(evaluate, model, "--genre", "news", gum),
            "gum-dev names": scores(evaluate, model, "--names", data / "ner/gum-dev.jsonl", gum),
        },
    }
    out.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
