"""Lots of boxes, paper, crates and wheels."""


from math import cos, pi, radians as rad, sin
from geometry import box, curve, group, lathe
from graph import M
from material_plain import alu, cardboard, paper, plain, steel
from material_wood import wood
from options import R, U
from pieces import carton, table
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def boxes():
    setting(any_wall(), R.choice(["concrete", "light"]), wy=0.8, clutter=1)
    m = [M(cardboard), M(cardboard, "#a67f52")]
    y = 0.2
    for x, w, d, hs in (
        (-0.45, 0.6, 0.42, (0.4, 0.36, 0.3)),
        (0.15, 0.5, 0.4, (0.35, 0.3)),
        (0.62, 0.4, 0.35, (0.3,)),
    ):
        z = 0
        for h in hs:
            carton(
                w * U(0.85, 1),
                d * U(0.9, 1),
                h,
                (x + U(-0.02, 0.02), 0.4 + U(-0.03, 0.03), z),
                U(-0.06, 0.06),
                mat=R.choice(m),
            )
            z += h + 0.003
    carton(0.45, 0.35, 0.28, (0.25, -0.12, 0), U(-0.3, 0.3), True, m[0])
    for i in range(9):
        a = rad(76 - i * 0.3)
        box(
            0.75 - i * 0.01,
            0.006,
            0.55 + U(-0.05, 0.02),
            m[i % 2],
            (-0.55 + U(-0.03, 0.03), -0.02 - i * 0.009, 0),
            (-0.18, 0, U(-0.03, 0.03)),
            0.0015,
            1,
            0.002,
            8,
        )
    return shot((0, 0.2, 0.4), 2.1, 1.35, 24, close=(0.2, -0.1, 0.3), cd=0.8, ch=0.8)


@scene
def paper_reams():
    setting(R.choice(["plaster", "grey", "white"]), R.choice(["wood", "light"]), wy=0.7, clutter=1)
    table(1.3, 0.7, 0.74, y=0.28, m=M(wood, "beech", 170, saw=0, knots=0.05, rough=0.4))
    z0 = 0.74
    wr = M(plain, "wrap", R.choice(["#dfe4ea", "#c9d6e4", "#e6e2d6"]), 0.28, 0, 0.0012, 14, 0.15, 0.1)
    st = M(plain, "label", R.choice(["#2f5f94", "#3f7d57", "#b5532f"]), 0.3)
    for x, y, n in ((-0.4, 0.3, 5), (-0.12, 0.32, 4)):
        for i in range(n):

            def f():
                box(0.3, 0.212, 0.05, wr, bev=0.004, rough=0.0012, sub=5)
                box(0.06, 0.2135, 0.051, st, (0.09, 0, -0.0003), bev=0.003)

            group(
                f,
                (x + U(-0.006, 0.006), y + U(-0.006, 0.006), z0 + i * 0.0512),
                (0, 0, U(-0.04, 0.04) + pi / 2),
            )
    pg = [M(paper), M(paper, "#e9e2cf"), M(paper, "#dfe6ea")]
    for i in range(60):
        box(
            0.297,
            0.21,
            0.0024,
            R.choice(pg),
            (0.25 + U(-0.004, 0.004) + i * 0.0003, 0.28 + U(-0.004, 0.004), z0 + i * 0.0026),
            (0, 0, U(-0.02, 0.02) + (0.5 if 30 < i < 33 else 0) + pi / 2),
            0.0003,
            1,
        )
    return shot((-0.05, 0.22, 0.83), 1.05, 1.25, 20, close=(-0.2, 0.15, 0.85), cd=0.5, ch=1.05)


@scene
def crates():
    setting(any_wall(), wy=0.8, clutter=2)
    cols = R.sample(["#3a5f94", "#a5362b", "#4c7d4f", "#3b3c3e", "#c98a2c"], 3)

    def crate(c):
        m = M(plain, "crate", c, 0.45, 0, 0.0003, 60, 0.45, 0.45, scratch=0.6)

        def f():
            w, d, h = (0.6, 0.4, 0.3)
            box(w - 0.02, d - 0.02, 0.006, m)
            for z, hh in ((0, 0.03), (0.095, 0.025), (0.18, 0.025), (h - 0.04, 0.04)):
                for y in (-d / 2, d / 2):
                    box(w, 0.006 if z < 0.25 else 0.016, hh, m, (0, y, z), bev=0.002)
                for x in (-w / 2, w / 2):
                    if z < 0.17 or z > 0.25:
                        box(0.006 if z < 0.25 else 0.016, d, hh, m, (x, 0, z), bev=0.002)
            for i in range(9):
                x = -w / 2 + 0.02 + i * (w - 0.04) / 8
                for y in (-d / 2, d / 2):
                    box(0.012 if 0 < i < 8 else 0.035, 0.008, h - 0.02, m, (x, y, 0.005), bev=0.002)
            for i in range(6):
                y = -d / 2 + 0.02 + i * (d - 0.04) / 5
                for x in (-w / 2, w / 2):
                    box(
                        0.008,
                        0.012 if 0 < i < 5 else 0.035,
                        h - 0.02 if i in (0, 1, 4, 5) else 0.17,
                        m,
                        (x, y, 0.005),
                        bev=0.002,
                    )

        return f

    for x, n in ((-0.5, 4), (0.13, 3), (0.72, 2)):
        for k in range(n):
            group(
                crate(R.choice(cols)),
                (x + U(-0.01, 0.01), 0.4 + U(-0.01, 0.01), k * 0.302),
                (0, 0, U(-0.03, 0.03) + R.choice([0, pi])),
            )
    group(crate(cols[0]), (0.25, -0.15, 0), (0, 0, U(-0.4, 0.4)))
    return shot((0, 0.25, 0.45), 2.3, 1.45, 25, close=(-0.1, 0.1, 0.6), cd=0.8, ch=0.95)


@scene
def wheels():
    setting(R.choice(["brick", "plaster", "block"]), wy=0.6, clutter=2)
    rub = M(plain, "rubber", "#1d1c1b", 0.8, 0, 0.0008, 150, 0.3, 0.4, scratch=0)
    al = M(alu)
    stl = M(steel, 0.3, 0.3)

    def wheel(r=0.33):
        def ring(rr, rt, mat, n=96):
            curve(
                [(rr * cos(2 * pi * i / n), 0, rr * sin(2 * pi * i / n)) for i in range(n)],
                rt,
                mat,
                True,
                2,
                4,
            )

        ring(r - 0.016, 0.016, rub)
        lathe(
            [
                (r - 0.045, -0.011),
                (r - 0.03, -0.012),
                (r - 0.024, -0.011),
                (r - 0.028, 0),
                (r - 0.024, 0.011),
                (r - 0.03, 0.012),
                (r - 0.045, 0.011),
                (r - 0.048, 0),
                (r - 0.045, -0.011),
            ],
            al,
            96,
            rot=(pi / 2, 0, 0),
        )
        lathe(
            [
                (0, -0.05),
                (0.006, -0.05),
                (0.006, -0.033),
                (0.022, -0.03),
                (0.022, -0.026),
                (0.012, -0.022),
                (0.012, 0.022),
                (0.022, 0.026),
                (0.022, 0.03),
                (0.006, 0.033),
                (0.006, 0.05),
                (0, 0.05),
            ],
            al,
            32,
            rot=(pi / 2, 0, 0),
        )
        for i in range(36):
            a = 2 * pi * i / 36
            s = 1 if i % 2 else -1
            b = a + (0.9 if i // 2 % 2 else -0.9)
            curve(
                [(0.02 * cos(b), s * 0.028, 0.02 * sin(b)), ((r - 0.046) * cos(a), 0, (r - 0.046) * sin(a))],
                0.001,
                stl,
                smooth=False,
                bres=2,
            )

    for i in range(R.randint(3, 4)):
        r = R.choice([0.33, 0.34, 0.31])
        a = rad(9 + i * 3)
        group(
            lambda: wheel(r),
            (-0.5 + i * 0.33 + U(-0.05, 0.05), 0.5 - r * sin(a) - i * 0.05, r * cos(a)),
            (-a, 0, U(-0.1, 0.1)),
        )
    for i in range(2):
        curve(
            [
                (
                    0.2 + (0.3 + 0.012 * sin(3 * k)) * cos(k * 0.2),
                    -0.1 + i * 0.03 + 0.3 * sin(k * 0.2),
                    0.014 + i * 0.03,
                )
                for k in range(32)
            ],
            0.015,
            rub,
            True,
            6,
        )
    return shot((0.0, 0.25, 0.3), 1.65, 0.95, 24, close=(-0.1, 0.3, 0.33), cd=0.6, ch=0.6)
