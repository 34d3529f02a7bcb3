"""Command line, the random source and colours."""

import argparse
import random
import sys


def options():
    a = argparse.ArgumentParser()
    a.add_argument("--scenes", default="all", help="'all' or names with commas between")
    a.add_argument("--seeds", default="1")
    a.add_argument("--views", default="a", help="a = whole lot, b = another side, c = detail")
    a.add_argument("--out", default="photos")
    a.add_argument("--samples", type=int, default=10)
    a.add_argument("--width", type=int, default=960)
    a.add_argument("--height", type=int, default=720)
    a.add_argument("--quality", type=int, default=74)
    a.add_argument("--threads", type=int, default=1)
    argv = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    return a.parse_args(argv)


# Reseeded for every picture: the order of the draws in a scene decides what it looks like.
R = random.Random(1)


def U(a, b):
    return R.uniform(a, b)


def srgb(h):
    """'#c8a070' as linear RGBA, 0..1."""
    h = h.lstrip("#")
    v = [int(h[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return tuple([c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in v] + [1])


def tint(c, f):
    return (min(1, c[0] * f), min(1, c[1] * f), min(1, c[2] * f), 1)
