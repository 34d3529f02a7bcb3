"""Lots of metal: tubes, profiles, pipes, radiators, shelving."""

import math
from math import cos, pi, radians as rad, sin
from geometry import box, circle, curve, extrude, group, lathe, pipe, rtube
from graph import M
from material_plain import alu, copper, plain, steel
from material_wood import wood
from options import R, U
from pieces import carton
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def steel_tubes():
    setting(R.choice(["block", "plaster", "green"]), R.choice(["dark", "concrete"]), wy=0.8, clutter=2)
    ms = [
        M(steel, 0.15, 0.4),
        M(steel, 0.55, 0.45),
        M(steel, 0.8, 0.5),
        M(plain, "primer", "#7c3b2d", 0.6, 0, 0.0003, rust=0.3),
    ]
    st = M(wood, "grey", 150, 0.6)
    for x in (-0.55, 0.55):
        box(0.7, 0.09, 0.08, st, (x, 0.15, 0), (0, 0, pi / 2), rough=0.002, sub=2)
    z = 0.08
    for row in range(6):
        y = -0.14
        while y < 0.42 - row * 0.03:
            k = R.choice([0, 1, 2, 3])
            s = (0.03, 0.04, 0.05, 0.06)[k] if row else 0.05
            L = U(1.3, 2.0)
            x0 = -0.95 + U(-0.1, 0.15)
            if row % 2:
                pipe(s / 2, L, R.choice(ms[:3]), 0.002, loc=(x0, y + s / 2, z + 0.025))
                y += s + 0.001
            else:
                rtube(s, 0.05, L, R.choice(ms), 0.002, loc=(x0, y + s / 2, z + 0.025))
                y += s + 0.002
        z += 0.0505 if row % 2 == 0 else 0.056
    for i in range(3):
        box(
            1.0 - i * 0.15,
            0.7,
            0.003,
            ms[i],
            (0.45 + i * 0.1, 0.66 - i * 0.012, 0.35),
            (rad(80 - i), 0, 0),
            0.0005,
            1,
            base=False,
        )
    return shot((-0.4, 0.1, 0.22), 1.9, 1.1, -40, close=(-0.95, 0.1, 0.25), cd=0.6, ch=0.5)


@scene
def alu_profiles():
    setting(any_wall(), R.choice(["concrete", "light"]), wy=0.8, clutter=2)
    m = M(alu)
    st = M(wood, "grey", 150, 0.5)
    blk = M(plain, "anod", "#2d2e30", 0.35, 1, 0.0001)
    for x in (-0.5, 0.6):
        box(0.6, 0.07, 0.06, st, (x, 0.15, 0), (0, 0, pi / 2), rough=0.001)

    def slot(s, L, mm, **k):
        q = s / 2
        a, b, c = (q * 0.2, q * 0.52, q * 0.55)
        side = [
            (-q, -q + 0),
            (-a, -q),
            (-a, -q + 0.3 * q),
            (-b, -q + 0.3 * q),
            (-a * 0.9, -q + 0.62 * q),
            (a * 0.9, -q + 0.62 * q),
            (b, -q + 0.3 * q),
            (a, -q + 0.3 * q),
            (a, -q),
        ]
        pts = []
        for r in range(4):
            pts += [
                (x * cos(r * pi / 2) - y * sin(r * pi / 2), x * sin(r * pi / 2) + y * cos(r * pi / 2))
                for x, y in side
            ]
        return extrude(pts, L, mm, **k)

    z = 0.06
    for row in range(5):
        y = -0.1
        while y < 0.38 - row * 0.04:
            k = R.randint(0, 4)
            L = U(1.1, 1.9)
            x0 = -0.8 + U(-0.12, 0.1)
            h = 0.04
            if k <= 1:
                slot(0.04, L, m, loc=(x0, y + 0.02, z + 0.02))
                y += 0.041
            elif k == 2:
                rtube(0.06, 0.04, L, m, 0.002, loc=(x0, y + 0.03, z + 0.02))
                y += 0.061
            elif k == 3:
                extrude(
                    [(0, 0), (0.04, 0), (0.04, 0.003), (0.003, 0.003), (0.003, 0.04), (0, 0.04)],
                    L,
                    m,
                    loc=(x0, y, z),
                )
                y += 0.042
            else:
                extrude(
                    [
                        (0, 0),
                        (0.05, 0),
                        (0.05, 0.04),
                        (0.047, 0.04),
                        (0.047, 0.003),
                        (0.003, 0.003),
                        (0.003, 0.04),
                        (0, 0.04),
                    ],
                    L,
                    blk,
                    loc=(x0, y, z),
                )
                y += 0.052
        z += 0.0415
    return shot((-0.35, 0.1, 0.15), 1.6, 1.0, -42, close=(-0.8, 0.1, 0.16), cd=0.5, ch=0.42)


@scene
def copper_pipes():
    setting(any_wall(), wy=0.7, clutter=2)
    m = M(copper)
    for i in range(26):
        r = R.choice([0.009, 0.011, 0.014, 0.0075])
        L = U(0.9, 1.7)
        row = i // 11
        x0 = -0.75 + U(-0.15, 0.2)
        pipe(
            r,
            L,
            m,
            0.001,
            24,
            loc=(x0, -0.05 + i % 11 * 0.031 + row * 0.012, 0.014 + row * 0.026),
            rot=(0, U(-0.008, 0.0), U(-0.05, 0.05)),
        )
    for k in range(2):
        pts = []
        n = 9 - 3 * k
        for i in range(n * 24):
            a = i * 2 * pi / 24
            rr = 0.21 + 0.012 * sin(i * 0.11) + 0.013 * (i // 24 % 2)
            pts.append((0.55 + k * 0.1 + rr * cos(a), 0.36 - k * 0.36 + rr * sin(a), 0.012 + i / 24 * 0.0105))
        curve(pts + [(pts[-1][0] + 0.12, pts[-1][1] + 0.1, pts[-1][2] + 0.05)], 0.0085, m, res=3, bres=4)
    for i in range(6):
        x, y = (U(-0.4, 0.3), U(-0.35, -0.16))
        extrude(
            circle(0.0125, 24),
            0.05,
            m,
            circle(0.011, 24),
            loc=(x, y, 0.0125),
            rot=(0, 0, U(0, 6)),
            smooth=True,
        )
    return shot((0, 0.12, 0.05), 1.45, 1.0, 20, close=(-0.6, 0.08, 0.05), cd=0.55, ch=0.42)


@scene
def radiators():
    setting(R.choice(["plaster", "grey", "brick"]), R.choice(["concrete", "tiles"]), wy=0.7, clutter=2)
    m = R.choice(
        [
            lambda: M(plain, "rad", "#d5cfc0", 0.4, 0, 0.0008, 60, 0.5, 0.4, rust=0.35),
            lambda: M(plain, "rad", "#8d8a84", 0.5, 0.6, 0.0008, 60, 0.5, 0.4, rust=0.5),
        ]
    )()

    def column(n=3):
        for i in range(n):
            y = (i - (n - 1) / 2) * 0.07
            pr = [
                (0, 0),
                (0.012, 0.0),
                (0.024, 0.02),
                (0.027, 0.05),
                (0.022, 0.09),
                (0.021, 0.3),
                (0.022, 0.5),
                (0.027, 0.55),
                (0.024, 0.585),
                (0.012, 0.6),
                (0, 0.6),
            ]
            o = lathe(pr, m, 20)
            o.location = (0, y, 0.07)
        for z in (0.12, 0.62):
            curve([(0, -0.07, z), (0, 0.07, z)], 0.024, m, smooth=False)

    def rad_(n):
        for i in range(n):
            group(column, (i * 0.06, 0, 0))
        for z in (0.12, 0.62):
            curve([(-0.035, 0, z), (n * 0.06 - 0.025, 0, z)], 0.026, m, smooth=False)
            lathe(
                [(0, 0.02), (0.022, 0.02), (0.03, 0.012), (0.03, 0)],
                M(steel, 0.5),
                8,
                (-0.035, 0, z),
                (0, -pi / 2, 0),
                False,
            )
        for i in (0, n - 1):
            for y in (-0.07, 0.07):
                lathe([(0.018, 0), (0.014, 0.04), (0.022, 0.09)], m, 16, (i * 0.06, y, 0))

    group(lambda: rad_(12), (-0.6, 0.42, 0), (0, 0, U(-0.06, 0.06)))
    group(lambda: rad_(7), (0.35, 0.5, 0), (0, 0, U(-0.1, 0.1)))
    if R.random() < 0.6:
        group(lambda: rad_(5), (-0.3, 0.0, 0.1), (pi / 2, 0, U(0.2, 0.5)))
    return shot((0, 0.3, 0.33), 1.9, 1.15, 28, close=(-0.35, 0.3, 0.5), cd=0.7, ch=0.85)


@scene
def shelving():
    setting(R.choice(["block", "plaster", "grey"]), wy=0.7, clutter=1)
    m = M(
        plain,
        "shelf",
        R.choice(["#8f9496", "#5e6b74", "#6b7a68"]),
        0.42,
        0.3,
        0.0003,
        60,
        0.4,
        0.35,
        rust=0.3,
    )

    def rack(w, d, h):
        for x in (-w / 2, w / 2):
            for y in (-d / 2, d / 2):
                box(0.035, 0.003, h, m, (x - math.copysign(0.0175, x), y, 0), bev=0.0008, seg=1)
                box(0.003, 0.035, h, m, (x, y - math.copysign(0.0175, y), 0), bev=0.0008, seg=1)
        dk = M(plain, "hole", "#111111", 0.9)
        for x in (-w / 2, w / 2):
            for i in range(int(h / 0.05)):
                box(
                    0.011,
                    0.001,
                    0.018,
                    dk,
                    (x - math.copysign(0.018, x), -d / 2 - 0.0018, 0.02 + i * 0.05),
                    bev=0,
                )
        for z in [0.08 + i * (h - 0.12) / 4 for i in range(5)]:
            box(w - 0.006, d - 0.006, 0.002, m, (0, 0, z), bev=0.0005, seg=1)
            for y in (-d / 2 + 0.004, d / 2 - 0.004):
                box(w - 0.01, 0.002, 0.032, m, (0, y, z - 0.03), bev=0.0005, seg=1)

    group(lambda: rack(0.95, 0.4, 1.8), (-0.2, 0.46, 0), (0, 0, 0.02))
    zs = [0.082 + i * (1.8 - 0.12) / 4 for i in range(4)]
    for z in zs[:3]:
        x = -0.5
        while x < 0.05:
            w = U(0.16, 0.3)
            if R.random() < 0.7:
                carton(w, 0.3, U(0.14, 0.3), (x + w / 2, 0.45, z), U(-0.1, 0.1))
            x += w + 0.03
    return shot((-0.15, 0.35, 0.85), 2.45, 1.5, 26, close=(-0.2, 0.2, 0.8), cd=0.95, ch=1.1)
