"""Lots on the platform of a scale, with the reading: evidence of a weighing."""

from math import pi
from geometry import box, group, pipe
from graph import M
from material_plain import copper, paper, plain
from material_soft import fabric
from material_stone import brick
from material_wood import wood
from options import R, U
from pieces import coil, folded
from scale import PLATFORM_TOP, platform_scale
from scene_book import any_wall, scene, shot
from setting import setting


def weighed(kilograms, load, floor="concrete"):
    setting(any_wall(), R.choice([floor, "grestiles"]), wy=0.85, clutter=1)

    def f():
        platform_scale(kilograms)
        group(load, (0, -0.02, PLATFORM_TOP))

    group(f, (0, 0.2, 0), (0, 0, U(-0.08, 0.08)))
    return shot((0, 0.2, 0.44), 1.52, 1.2, 14, close=(0, 0.42, 0.68), cd=0.72, ch=1.08)


@scene
def scale_cables():
    def load():
        for i, (R0, r, n, colour) in enumerate(
            ((0.17, 0.007, 20, "#1b1b1c"), (0.16, 0.006, 18, "#c75a1c"), (0.14, 0.005, 18, "#d9d6cf"))
        ):
            coil(U(-0.02, 0.02), U(-0.02, 0.02), 0.064 * i, R0, r, n, colour)

    return weighed("23.40", load)


@scene
def scale_bricks():
    def load():
        m = M(brick, R.choice(["#a4543a", "#b06a48"]))
        places = [(x, y, 0) for x in (-0.13, 0.13) for y in (-0.19, -0.063, 0.063, 0.19)]
        places += [(x, 0.05, 1) for x in (-0.19, -0.063, 0.063, 0.19)]
        for x, y, layer in places:
            at = (x + U(-0.004, 0.004), y + U(-0.004, 0.004), layer * 0.057)
            box(0.25, 0.12, 0.055, m, at, (0, 0, layer * pi / 2 + U(-0.04, 0.04)), 0.004, 2, 0.0035, 5)

    return weighed("38.60", load)


@scene
def scale_cloths():
    def load():
        palette = R.sample(["#2f4a68", "#a4453a", "#d2b16a", "#66785a", "#ddd6c8", "#7c6480", "#c07a58"], 6)
        for i, colour in enumerate(palette):
            x, layer = (-0.15 if i % 2 else 0.15, i // 2)
            t = U(0.011, 0.015)
            m = M(fabric, colour, 700, sheen=0.5)
            at = (x, U(-0.01, 0.01), layer * 0.062)
            group(lambda: folded(U(0.36, 0.4), U(0.26, 0.28), 4, t, m), at, (0, 0, U(-0.05, 0.05) + pi / 2))

    return weighed("07.85", load)


@scene
def scale_copper():
    def load():
        m = M(copper)
        for i in range(34):
            r = R.choice([0.009, 0.011, 0.014])
            row, place = (i // 12, i % 12)
            at = (-0.36 + U(-0.06, 0.06), -0.19 + place * 0.032 + row * 0.012, 0.015 + row * 0.026)
            pipe(r, U(0.6, 0.78), m, 0.001, 24, loc=at, rot=(0, 0, U(-0.05, 0.05)))

    return weighed("16.25", load)


@scene
def scale_boards():
    def load():
        m = M(wood, R.choice(["larch", "oak", "chestnut"]), 170, 0.15, 0.5, 0.5, dirt=0.35, cracks=0.5)
        for k in range(4):
            for i in range(3):
                at = (U(-0.03, 0.03), (i - 1) * 0.155 + U(-0.008, 0.008), k * 0.032)
                box(U(0.72, 0.86), U(0.12, 0.145), 0.03, m, at, (0, 0, U(-0.02, 0.02)), 0.0015, 1, 0.0006, 6)

    return weighed("19.05", load)


@scene
def scale_paper():
    def load():
        wrap = M(plain, "wrap", "#dfe4ea", 0.28, 0, 0.0012, 14, 0.15, 0.1)
        label = M(plain, "label", R.choice(["#2f5f94", "#3f7d57", "#b5532f"]), 0.3)

        def ream():
            box(0.3, 0.212, 0.05, wrap, bev=0.004, rough=0.0012, sub=5)
            box(0.06, 0.2135, 0.051, label, (0.09, 0, -0.0003), bev=0.003)

        for x, n in ((-0.13, 4), (0.13, 3)):
            for k in range(n):
                group(ream, (x, U(-0.01, 0.01), k * 0.0512), (0, 0, pi / 2 + U(-0.04, 0.04)))
        box(0.21, 0.297, 0.02, M(paper), (0.13, 0, 3 * 0.0512), (0, 0, 0.1), 0.0003, 1)

    return weighed("17.70", load)
