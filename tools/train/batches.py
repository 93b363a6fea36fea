# SPDX-License-Identifier: Apache-2.0
"""Sentences of like length, as tensors [time, sentence, …]."""
import numpy as np
import torch


def plan(lengths, words, rng):
    """Index lists of about `words` words each, in random order."""
    order = np.lexsort((rng.random(len(lengths)), lengths))
    out, at = [], 0
    while at < len(order):
        end, longest = at, 0
        while end < len(order) and (end == at or max(longest, lengths[order[end]]) * (end - at + 1) <= words):
            longest = max(longest, lengths[order[end]])
            end += 1
        out.append(order[at:end])
        at = end
    rng.shuffle(out)
    return out


def padded(rows, fill, dtype=torch.long):
    """Stacks arrays [length, …] into [longest, count, …]."""
    longest = max(len(r) for r in rows)
    out = np.full((longest, len(rows)) + rows[0].shape[1:], fill, dtype=np.int64)
    for i, r in enumerate(rows):
        out[: len(r), i] = r
    return torch.from_numpy(out).to(dtype)


def mask_of(rows):
    longest = max(len(r) for r in rows)
    lengths = np.array([len(r) for r in rows])
    return torch.from_numpy((np.arange(longest)[:, None] < lengths[None, :]).astype(np.float32))[:, :, None]
