# SPDX-License-Identifier: Apache-2.0
"""Teaches the encoder to guess hidden words of raw news. usage: pretrain.py DATA OUT.pt [--epochs N]"""
import argparse
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from batches import mask_of, padded, plan
from features import Extractor, form_key
from lazy_adam import TABLE_RATE, LazyAdam
from network import SIDE, Encoder
from raw_text import read_raw
from treebank import read_conllu
from vocabulary import choose, count_forms

HIDDEN_SHARE = 0.2
WORD_GROUPS = 8  # the groups that tell the word: all but place and spacing


def title(form):
    return form[:1].upper() + form[1:]


def sentences(data, treebank, extractor, rng):
    """Rows of all sentences, some of them in other cases."""
    ids = []
    texts = list(read_raw(data / "text")) + [(s.forms, s.after) for s in treebank]
    for forms, after in texts:
        if len(forms) < 3:
            continue
        draw = rng.random()
        case = str.lower if draw < 0.06 else title if draw < 0.11 else str.upper if draw < 0.13 else None
        rows = np.array(extractor.sentence([case(f) for f in forms] if case else forms, [1] + after[:-1], after)[0],
                        dtype=np.int32)
        ids.append(rows)
    return ids


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path), parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=3), parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2e-3), parser.add_argument("--words", type=int, default=2400)
    parser.add_argument("--vocabulary", type=int, default=20000), parser.add_argument("--answers", type=int, default=8000)
    args = parser.parse_args()
    torch.set_num_threads(1), torch.manual_seed(args.seed)
    rng, start = np.random.default_rng(args.seed), time.time()
    treebank = read_conllu(args.data / "ud/en-train.conllu")
    vocabulary = choose(count_forms(treebank, read_raw(args.data / "text")), args.vocabulary)
    extractor = Extractor([form_key(w) for w in vocabulary])
    ids = sentences(args.data, treebank, extractor, rng)
    lengths = np.array([len(i) for i in ids])
    print(f"{len(ids)} sentences, {lengths.sum()} words, {time.time() - start:.0f} s", flush=True)

    encoder, guess = Encoder(extractor.rows), nn.Linear(2 * SIDE, args.answers)
    parameters = list(encoder.parameters()) + list(guess.parameters())
    optimizer, learner = torch.optim.Adam(parameters, lr=args.rate, betas=(0.9, 0.98)), LazyAdam(encoder.table)
    steps, step, shown, right, asked = int(args.epochs * len(plan(lengths, args.words, rng))), 0, 0.0, 0, 0
    while step < steps:
        for batch in plan(lengths, args.words, rng):
            if step >= steps:
                break
            rows = [ids[i] for i in batch]
            batch_ids, mask = padded(rows, 0), mask_of(rows)
            hidden = torch.from_numpy(rng.random(mask.shape[:2]) < HIDDEN_SHARE) & (mask[:, :, 0] > 0)
            answers = batch_ids[:, :, 0][hidden]
            batch_ids[:, :, :WORD_GROUPS][hidden] = extractor.rows
            rate = args.rate * min(1.0, (step + 1) / 300) * max(1 - step / steps, 0.02)
            for group in optimizer.param_groups:
                group["lr"] = rate
            y = encoder(batch_ids, mask, learner=learner)[hidden]
            known = answers < args.answers
            if not known.any():
                continue
            logits = guess(y[known])
            loss = F.cross_entropy(logits, answers[known])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 2.0)
            optimizer.step()
            learner.step(rate * TABLE_RATE)
            step += 1
            shown += float(loss.detach())
            right, asked = right + int((logits.argmax(1) == answers[known]).sum()), asked + int(known.sum())
            if step % 200 == 0:
                print(f"step {step}/{steps} loss {shown / 200:.3f} right {100 * right / asked:.1f} % "
                      f"{time.time() - start:.0f} s", flush=True)
                shown, right, asked = 0.0, 0, 0
            if step % 1000 == 0 or step == steps:
                torch.save({"encoder": encoder.state_dict(), "vocabulary": vocabulary, "guess": guess.state_dict()},
                           args.out)


if __name__ == "__main__":
    main()
