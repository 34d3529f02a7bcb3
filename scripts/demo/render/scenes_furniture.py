"""Lots of furniture."""


from math import cos, pi, sin
from geometry import box, curve, group, sheet
from graph import M
from material_plain import plain
from material_wood import wood
from options import R, U
from pieces import table
from scene_book import scene, shot
from setting import setting


@scene
def chairs():
    setting(
        R.choice(["plaster", "green", "ochre", "brick"]),
        R.choice(["wood", "tiles", "concrete"]),
        wy=0.9,
        clutter=1,
    )
    ms = [
        M(
            wood,
            R.choice(["beech", "walnut", "cherry"]),
            170,
            saw=0,
            knots=0.05,
            rough=0.36,
            dirt=0.35,
            coat=0.3,
        ),
        M(wood, "oak", 170, saw=0, knots=0.1, rough=0.4),
    ]
    straw = M(plain, "straw", "#b79a62", 0.8, 0, 0.003, 120, 0.4, 0.2)

    def chair(m):
        def f():
            for x in (-0.19, 0.19):
                curve([(x, -0.19, 0), (x, -0.185, 0.25), (x * 0.98, -0.18, 0.45)], 0.018, m)
                curve(
                    [
                        (x, 0.22, 0),
                        (x, 0.19, 0.25),
                        (x, 0.19, 0.46),
                        (x * 0.98, 0.22, 0.7),
                        (x * 0.96, 0.27, 0.92),
                    ],
                    0.017,
                    m,
                )
            for z, y in ((0.18, -0.185), (0.27, -0.185), (0.22, 0.195)):
                curve([(-0.19, y, z), (0.19, y, z)], 0.011, m, smooth=False)
            for x in (-0.19, 0.19):
                for z in (0.15, 0.26):
                    curve([(x, -0.185, z), (x, 0.195, z)], 0.011, m, smooth=False)
            for z, y, h in ((0.6, 0.205, 0.07), (0.73, 0.232, 0.07), (0.85, 0.258, 0.08)):
                sheet(
                    lambda u, v: (
                        (u - 0.5) * 0.37,
                        y + 0.03 * (1 - (2 * u - 1) ** 2) + (v - 0.5) * h * 0.3,
                        z + (v - 0.5) * h * (0.75 + 0.25 * (1 - (2 * u - 1) ** 2)),
                    ),
                    16,
                    4,
                    m,
                    0.014,
                )
            if R.random() < 0.6:
                for k in range(4):

                    def tri(u, v, k=k):
                        a = k * pi / 2
                        t = (u - 0.5) * v
                        x, y = (t * 0.4, -v * 0.2)
                        z = 0.455 + 0.006 * (1 - v) + 0.0035 * abs(sin(v * 42))
                        return (x * cos(a) - y * sin(a), x * sin(a) + y * cos(a), z)

                    sheet(tri, 8, 90, straw, 0.018)
            else:
                box(0.42, 0.41, 0.022, m, (0, 0, 0.445), bev=0.01)

        return f

    k = R.randint(3, 4)
    for i in range(k):
        group(
            chair(ms[0 if i < 3 else 1]),
            (-0.62 + i * 0.5 + U(-0.05, 0.05), 0.3 + U(-0.18, 0.2), 0),
            (0, 0, U(-0.6, 0.7)),
        )
    return shot((0, 0.2, 0.42), 2.3, 1.35, 24, close=(-0.1, 0.1, 0.55), cd=0.95, ch=1.0)


@scene
def dining_table():
    setting(R.choice(["plaster", "ochre", "brick", "green"]), R.choice(["wood", "tiles"]), wy=1.0, clutter=2)
    table(
        1.6,
        0.8,
        0.76,
        M(
            wood,
            R.choice(["oak", "walnut", "chestnut", "cherry"]),
            170,
            saw=0,
            knots=0.25,
            rough=0.35,
            dirt=0.45,
            coat=0.25,
        ),
        y=0.25,
        leg=0.075,
        rz=U(-0.08, 0.08),
    )
    return shot((0, 0.2, 0.5), 2.4, 1.5, 30, close=(0.5, 0.05, 0.74), cd=0.75, ch=1.05)
