"""Lots of cables, lamps and computers."""


from math import cos, pi, radians as rad, sin
from mathutils import Vector, noise as mnoise
from geometry import box, curve, group, lathe
from graph import M
from material_plain import alu, plain
from material_wood import wood
from options import R, U
from pieces import coil, table
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def cables():
    setting(any_wall(), R.choice(["concrete", "tiles"]), wy=0.75, clutter=1)
    cols = ["#1b1b1c", "#c75a1c", "#d9d6cf", "#2f4f86", "#8b8d8c", "#a62c22"]
    coil(-0.38, 0.2, 0, 0.13, 0.006, 22, cols[R.randint(0, 1)])
    coil(0.08, 0.32, 0, 0.14, 0.0045, 26, R.choice(cols[2:4]))
    coil(0.0, -0.08, 0, 0.1, 0.004, 16, R.choice(cols))
    coil(0.45, 0.1, 0, 0.12, 0.0075, 15, cols[0])
    coil(0.42, 0.58, 0.17, 0.12, 0.005, 18, R.choice(cols), (rad(76), 0, 0))
    coil(-0.36, 0.22, 0.075, 0.11, 0.004, 14, R.choice(cols[2:]))
    return shot((0.02, 0.2, 0.08), 1.2, 0.95, 18, close=(-0.2, 0.1, 0.05), cd=0.5, ch=0.45)


@scene
def lamps():
    setting(R.choice(["plaster", "grey"]), "grestiles", wy=0.7, clutter=1, key=0.8)
    table(1.4, 0.7, 0.76, y=0.28, m=M(wood, "beech", 170, saw=0, knots=0.05, rough=0.4))
    wh = M(plain, "lampw", "#e6e3da", 0.35, 0, 0.0002, dirt=0.2)
    fr = M(plain, "tube", "#f2f1ea", 0.25, 0, 0, dirt=0.1, dust=0.2, scratch=0)
    al = M(alu)
    yel = M(plain, "led", "#d8a83a", 0.3)
    z0 = 0.76
    for i in range(9):
        L = R.choice([0.9, 1.0])
        y = 0.12 + i * 0.03
        lathe(
            [(0, 0), (0.013, 0), (0.013, L), (0, L)],
            fr,
            24,
            (-0.62, y, z0 + 0.0135 + i % 2 * 0.003),
            (0, pi / 2, U(-0.02, 0.02)),
        )
        [
            lathe(
                [(0, 0), (0.0133, 0), (0.0133, 0.02), (0, 0.021)],
                al,
                24,
                (-0.622 + e * (L - 0.018), y, z0 + 0.0135 + i % 2 * 0.003),
                (0, pi / 2, 0),
            )
            for e in (0, 1)
        ]
    for k in range(3):

        def reel():
            for z in (0, 0.014):
                lathe(
                    [(0.03, z), (0.09, z), (0.09, z + 0.0015), (0.03, z + 0.0015)],
                    M(plain, "reel", "#d8dadb", 0.2),
                    48,
                )
            lathe([(0.03, 0.0), (0.03, 0.014)], wh, 40)
            lathe([(0.08, 0.002), (0.08, 0.013)], M(plain, "pcb", "#efe9da", 0.4), 60)
            for i in range(60):
                a = i * 2 * pi / 60
                box(
                    0.004,
                    0.0015,
                    0.004,
                    yel,
                    (0.0805 * cos(a), 0.0805 * sin(a), 0.006),
                    (0, 0, a + pi / 2),
                    0.0004,
                    1,
                )

        group(reel, (0.42, 0.15 + 0.02 * k, z0 + k * 0.0165), (0, 0, U(0, 6)))
    pts = [
        (
            0.45 + 0.5 * (0.13 + i * 0.0012) * cos(i * 0.33),
            0.15 + 0.5 * (0.13 + i * 0.0012) * sin(i * 0.33) + 0.28,
            z0 + 0.004,
        )
        for i in range(70)
    ]
    o = curve(pts, 0.004, M(plain, "strip", "#efe9da", 0.4))
    for i in range(3):
        group(
            lambda: (
                lathe(
                    [
                        (0.02, 0),
                        (0.025, 0.03),
                        (0.07, 0.11),
                        (0.11, 0.14),
                        (0.106, 0.14),
                        (0.066, 0.112),
                        (0.02, 0.034),
                    ],
                    M(plain, "shade", R.choice(["#2d2e30", "#a8382c", "#d8d4c8", "#4d6b62"]), 0.3, 0, 0.0002),
                    56,
                ),
                lathe([(0, 0.06), (0.012, 0.062), (0.03, 0.1), (0.028, 0.13), (0, 0.145)], fr, 32),
            ),
            (-0.4 + i * 0.28, 0.5, z0 + 0.14),
            (pi + U(-0.05, 0.05), 0, U(0, 6)),
        )
    return shot((-0.05, 0.22, 0.8), 1.2, 1.3, 18, close=(0.3, 0.15, 0.79), cd=0.5, ch=1.02)


@scene
def computers():
    setting(R.choice(["plaster", "grey", "white"]), R.choice(["grestiles", "light"]), wy=0.75, clutter=1)
    bk = [M(plain, "pc", c, 0.42, 0, 0.0002, 300, 0.25, 0.4) for c in ("#1c1d1f", "#2b2c2e", "#b9b7ae")]
    vent = M(plain, "vent", "#0b0b0c", 0.7)
    key = [M(plain, "key", c, 0.5, 0, 0.0002, 200, 0.25, 0.2) for c in ("#232425", "#d6d3c8")]

    def pc(m):
        def f():
            box(0.18, 0.42, 0.4, m, bev=0.006)
            box(0.176, 0.02, 0.396, M(plain, "front", "#161718", 0.3), (0, -0.215, 0.002), bev=0.008)
            for i in range(2):
                box(0.15, 0.004, 0.042, m, (0, -0.226, 0.33 - i * 0.05), bev=0.002)
            for i in range(14):
                box(0.12, 0.004, 0.004, vent, (0, -0.2262, 0.06 + i * 0.008), bev=0)
            for i in range(4):
                box(0.014, 0.003, 0.006, vent, (-0.04 + i * 0.025, -0.2262, 0.2), bev=0)
            lathe([(0, 0.004), (0.009, 0.004), (0.011, 0)], M(alu), 20, (0.05, -0.225, 0.235), (pi / 2, 0, 0))

        return f

    for i in range(R.randint(3, 4)):
        group(pc(R.choice(bk)), (-0.55 + i * 0.23, 0.42 + U(-0.03, 0.03), 0), (0, 0, U(-0.06, 0.06)))

    def kb(m):
        def f():
            box(0.44, 0.14, 0.018, m, bev=0.006)
            for r in range(5):
                for c in range(15):
                    if r == 0 and 3 < c < 10:
                        continue
                    box(
                        0.0165,
                        0.0165,
                        0.009,
                        m,
                        (-0.2 + c * 0.0192 + r * 0.002, -0.05 + r * 0.0205, 0.017),
                        bev=0.0025,
                    )
                for c in range(4):
                    box(0.0165, 0.0165, 0.009, m, (0.135 + c * 0.0192, -0.05 + r * 0.0205, 0.017), bev=0.0025)
            box(0.1, 0.0165, 0.009, m, (-0.075, -0.05, 0.017), bev=0.0025)

        return f

    for i in range(5):
        group(
            kb(R.choice(key)),
            (0.12 + U(-0.04, 0.04) - 0.25, 0.0 + U(-0.05, 0.03) - 0.05, i * 0.027),
            (U(-0.02, 0.02), U(-0.02, 0.02), U(-0.12, 0.12)),
        )

    def mon():
        box(0.52, 0.03, 0.33, bk[0], (0, 0, 0.12), bev=0.006)
        box(
            0.49,
            0.002,
            0.295,
            M(plain, "scr", "#050607", 0.12, 0, 0, dirt=0.1, dust=0.0, scratch=0.02),
            (0, -0.0155, 0.14),
            bev=0,
        )
        box(0.05, 0.02, 0.16, bk[0], (0, 0.03, 0))
        lathe([(0, 0.012), (0.1, 0.008), (0.11, 0)], bk[0], 40)

    group(mon, (0.58, 0.45, 0), (0, 0, -0.25))
    return shot((0.02, 0.2, 0.2), 1.6, 1.05, 20, close=(-0.1, -0.05, 0.1), cd=0.55, ch=0.5)
