# SPDX-License-Identifier: Apache-2.0
"""The mean of networks that were trained on from the same one: mostly better than each of them.

usage: average_networks.py OUT.pt NETWORK.pt…
After Izmailov et al. 2018 (https://arxiv.org/abs/1803.05407) and Wortsman et al. 2022 (https://arxiv.org/abs/2203.05482).
"""
import sys

import torch


def main():
    states = [torch.load(path) for path in sys.argv[2:]]
    mean = states[0]
    assert all(s["vocabulary"] == mean["vocabulary"] for s in states), "networks of one vocabulary"
    for name, values in mean["network"].items():
        mean["network"][name] = sum((s["network"][name] for s in states[1:]), values) / len(states)
    torch.save(mean, sys.argv[1])


if __name__ == "__main__":
    main()
