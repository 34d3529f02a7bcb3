"""Lots of fabric and carpet."""


from math import cos, pi, radians as rad, sin
from geometry import box, group, sheet
from graph import M
from material_soft import carpet, fabric
from options import R, U
from pieces import cloth_roll, folded, table
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def fabric_rolls():
    setting(any_wall(), R.choice(["wood", "light", "grestiles"]), wy=0.7, clutter=1)
    pal = R.sample(
        ["#2d3f5c", "#8c2f2a", "#c9a24a", "#5b6b4a", "#d8cfc0", "#7b5a78", "#b7664a", "#3b3b3d", "#8aa3ad"], 7
    )

    def roll(i, r, L):
        return lambda: cloth_roll(L, r, M(fabric, pal[i], R.choice([700, 1100]), stripes=R.choice([0, 0, 9])))

    xs = -0.2
    y = -0.02
    for i in range(4):
        r = U(0.065, 0.09)
        group(roll(i, r, U(1.0, 1.3)), (U(-0.06, 0.06), y + r, r + 0.005), (U(0, 6), 0, U(-0.04, 0.04)))
        y += 2 * r + 0.008
    for i in range(2):
        r = 0.07
        group(
            roll(4 + i, r, U(1.0, 1.2)),
            (U(-0.08, 0.08), 0.15 + i * 0.16, 0.235),
            (U(0, 6), 0, U(-0.06, 0.06)),
        )
    for i in range(2):
        group(roll(5 + i, 0.06, 1.2), (0.78 + i * 0.16, 0.5, 0.6), (0, rad(83 + i * 2), rad(80)))
    return shot((-0.1, 0.15, 0.2), 1.75, 1.1, -35, close=(-0.55, 0.12, 0.2), cd=0.6, ch=0.5)


@scene
def folded_cloths():
    setting(R.choice(["plaster", "white", "grey"]), R.choice(["wood", "tiles"]), wy=0.7, clutter=1)
    table(1.3, 0.7, 0.76, y=0.25)
    pal = R.sample(
        [
            "#2f4a68",
            "#a4453a",
            "#d2b16a",
            "#66785a",
            "#ddd6c8",
            "#7c6480",
            "#c07a58",
            "#46464a",
            "#93aab0",
            "#e6ddd0",
        ],
        9,
    )
    i = 0
    for x, y, n in ((-0.38, 0.27, 4), (-0.02, 0.3, 5), (0.36, 0.26, 3)):
        z = 0.76
        for k in range(n):
            t = U(0.009, 0.017)
            nl = R.choice([4, 4, 6])
            i += 1
            mt = M(fabric, pal[i % 9], R.choice([500, 900]), stripes=R.choice([0, 0, 0, 14]), sheen=0.5)
            group(
                lambda: folded(U(0.29, 0.32), U(0.36, 0.4), nl, t, mt),
                (x + U(-0.01, 0.01), y + U(-0.012, 0.012), z),
                (0, 0, U(-0.06, 0.06) + pi / 2),
            )
            z += nl * t * 0.96
    return shot((0, 0.2, 0.86), 1.35, 1.38, 18, close=(-0.05, 0.1, 0.86), cd=0.6, ch=1.05)


@scene
def carpet_roll():
    setting(any_wall(), R.choice(["wood", "concrete", "grestiles"]), wy=0.7, clutter=1)
    for k, (c, d) in enumerate(
        R.sample(
            [("#6d6a66", "#8c8780"), ("#3f4f66", "#5f6f82"), ("#7c3a33", "#96564b"), ("#8a7a5e", "#a8977a")],
            2,
        )
    ):
        r, turns, m = (0.13, 7, M(carpet, c, d)) if k == 0 else (0.1, 5, M(carpet, c, d))
        L = 1.5 - k * 0.35

        def f():
            def fn(u, v):
                a = v * turns * 2 * pi
                rr = r * (0.18 + 0.82 * v)
                return ((u - 0.5) * L + 0.004 * sin(a * 3), rr * cos(a), rr * sin(a))

            sheet(fn, 14, turns * 48, m, 0.009, (L, 3))

        group(f, (-0.1 + k * 0.15, 0.12 + k * 0.26, r + 0.006), (U(0, 6), 0, U(-0.05, 0.05) - k * 0.08))
    m = M(carpet, c, d)
    for i in range(5):
        box(
            0.5,
            0.5,
            0.007,
            m,
            (0.55 + U(-0.01, 0.01), -0.15 + U(-0.01, 0.01), i * 0.0075),
            (0, 0, U(-0.05, 0.05)),
            0.001,
            1,
        )
    return shot((-0.2, 0.15, 0.12), 1.5, 1.0, -42, close=(-0.75, 0.15, 0.12), cd=0.6, ch=0.45)
