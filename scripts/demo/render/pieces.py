"""Pieces that several scenes place: cartons, pallets, tables, rolls."""


from math import cos, pi, sin
from mathutils import Vector, noise as mnoise
from geometry import box, curve, group, lathe, pipe, sheet
from graph import M
from material_plain import cardboard, paper, plain
from material_wood import wood
from options import R, U


def carton(w, d, h, loc, rz=0, openb=False, mat=None):
    m = mat or M(cardboard)

    def f():
        if not openb:
            box(w, d, h, m, bev=0.004, rough=0.003, sub=4)
            box(
                w + 0.002, 0.05, h + 0.0012, M(plain, "tape", "#b48c56", 0.25, dust=0.1), (0, 0, 0), bev=0.003
            )
            if R.random() < 0.6:
                box(0.09, 0.001, 0.06, M(paper), (U(-w / 3, w / 3), -d / 2 - 0.001, h * U(0.35, 0.6)), bev=0)
        else:
            t = 0.004
            for sx in (-1, 1):
                box(t, d, h, m, (sx * w / 2, 0, 0), bev=0.001)
                box(w, t, h, m, (0, sx * d / 2, 0), bev=0.001)
            box(w, d, t, m)
            for sx in (-1, 1):
                box(
                    d * 0.48,
                    d - 0.006,
                    t,
                    m,
                    (sx * (w / 2 + d * 0.2), 0, h - 0.07),
                    (0, sx * U(0.2, 0.9), 0),
                    bev=0.001,
                )
                box(
                    w - 0.006,
                    d * 0.48,
                    t,
                    m,
                    (0, sx * (d / 2 + d * 0.2), h - 0.06),
                    (-sx * U(0.3, 1.0), 0, 0),
                    bev=0.001,
                )

    return group(f, loc, (0, 0, rz))


def pallet(m):
    """EPAL pallet, 1200 x 800 x 144 mm."""
    bl = M(wood, "spruce", weather=0.5, dirt=0.7)
    for y in (-0.35, 0, 0.35):
        w = 0.145 if y == 0 else 0.1
        box(1.2, w, 0.022, m, (0, y, 0), rough=0.001, sub=2)
        for x in (-0.5275, 0, 0.5275):
            box(0.145, w, 0.078, bl, (x, y, 0.022), rough=0.0015)
    for x in (-0.5275, 0, 0.5275):
        box(0.8, 0.145, 0.022, m, (x, 0, 0.1), (0, 0, pi / 2), rough=0.001, sub=2)
    for y, w in ((-0.3275, 0.145), (-0.17, 0.1), (0, 0.145), (0.17, 0.1), (0.3275, 0.145)):
        box(
            1.2 + U(-0.004, 0.002),
            w,
            0.022,
            m,
            (0, y + U(-0.004, 0.004), 0.122),
            (0, 0, U(-0.004, 0.004)),
            rough=0.0012,
            sub=2,
            warp=0.001,
        )
        nm = M(plain, "nail", "#5b5048", 0.5, 1)
        for x in (-0.5275, 0, 0.5275):
            for dx in (-0.04, 0.035):
                lathe(
                    [(0, 0.0008), (0.004, 0.0008), (0.0045, 0)],
                    nm,
                    10,
                    (x + dx + U(-0.01, 0.01), y + U(-0.03, 0.03), 0.144),
                )


def table(w=1.5, d=0.75, h=0.76, m=None, top=None, y=0.25, leg=0.06, loc=(0, 0, 0), rz=0):
    m = m or M(wood, "oak", 170, saw=0, knots=0.15, rough=0.42, dirt=0.45)
    y0 = y

    def f():
        n = 5
        for i in range(n):
            box(
                w,
                d / n - 0.001,
                0.035,
                top or m,
                (0, -d / 2 + d / n * (i + 0.5), h - 0.035),
                bev=0.002,
                seg=2,
            )
        for sx in (-1, 1):
            for sy in (-1, 1):
                box(
                    h - 0.035,
                    leg,
                    leg,
                    m,
                    (sx * (w / 2 - 0.07), sy * (d / 2 - 0.07), (h - 0.035) / 2),
                    (0, pi / 2, 0),
                    bev=0.004,
                    base=False,
                )
        for sy in (-1, 1):
            box(w - 0.2, 0.022, 0.09, m, (0, sy * (d / 2 - 0.07), h - 0.13))
        for sx in (-1, 1):
            box(d - 0.2, 0.022, 0.09, m, (sx * (w / 2 - 0.07), 0, h - 0.13), (0, 0, pi / 2))

    return group(f, (loc[0], loc[1] + y0, loc[2]), (0, 0, rz))


def cloth_roll(L, r, mat, flap=0.12, core=True, turns=5):
    """Roll along x, showing the spiral at its ends."""

    def fn(u, v):
        a = v * turns * 2 * pi
        rr = r * (0.28 + 0.72 * v) + 0.0022 * sin(a * 1.7 + u * 4)
        x = (u - 0.5) * L + 0.006 * sin(a * 1.3) * (1 if u > 0.5 else -1)
        if v > 0.985:
            rr += (v - 0.985) * flap * 4
        return (x, rr * cos(a), rr * sin(a))

    sheet(fn, 10, turns * 44, mat, 0.0025, (L, 2 * pi * r * turns * 0.6))
    if core:
        pipe(r * 0.26, L + 0.04, M(cardboard), 0.004, loc=(-L / 2 - 0.02, 0, 0))


def folded(w, d, n, t, mat):
    """folded cloth: n layers joined by rounded folds, slightly irregular"""
    ph = U(0, 9)

    def fn(u, v):
        k = u * n
        i = min(n - 1, int(k))
        q = k - i
        x = (q - 0.5) * (1 if i % 2 == 0 else -1)
        edge = max(0, abs(q - 0.5) - 0.42) / 0.08
        z = i * t + t * 0.5
        if q > 0.92 and i < n - 1:
            z += edge**2 * t * 0.5
        if q < 0.08 and i > 0:
            z -= edge**2 * t * 0.5
        X = x * w * (1 - 0.02 * sin(i * 2.3 + ph)) + 0.006 * sin(i * 5.1 + ph)
        Y = (v - 0.5) * d * (1 - 0.02 * cos(i * 3.1)) + 0.005 * sin(i * 7 + ph)
        side = abs(2 * v - 1) ** 5
        X += 0.006 * mnoise.noise(Vector((Y * 14, i * 3.0, ph)))
        Y += 0.007 * mnoise.noise(Vector((X * 12, i * 3.0, ph + 9)))
        z += (
            0.9 * t * mnoise.noise(Vector((X * 6, Y * 6, i * 0.3 + ph)))
            + 0.35 * t * mnoise.noise(Vector((X * 18, Y * 18, i * 0.8 + ph)))
            - (t * 0.55 * side + t * 0.5 * edge**2) * (i / n)
        )
        return (X, Y, z)

    sheet(fn, n * 26, 24, mat, t * 0.62, (w * n, d))


def coil(x, y, z, R0, r, n, col, tilt=(0, 0, 0)):
    """Cable of radius r wound n times around radius R0 and tied in three places."""
    m = M(plain, "cable", col, 0.45, 0, 0.0002, dust=0.25, scratch=0)

    def f():
        pts = []
        w = max(2, int(n**0.5))
        for i in range(n * 20):
            k = i // 20
            a = i * 2 * pi / 20
            rr = R0 + k % w * r * 1.9 + mnoise.noise(Vector((i * 0.09, x * 9, k))) * r * 2.2
            pts.append(
                (
                    rr * cos(a),
                    rr * sin(a),
                    r + k // w * r * 1.75 + mnoise.noise(Vector((i * 0.07, 5, k))) * r * 1.3 + r * 0.4,
                )
            )
        a = pts[-1]
        curve(pts + [(a[0] + 0.05, a[1] + 0.1, a[2]), (a[0] + 0.18, a[1] + 0.12, 0.01)], r, m, res=3, bres=3)
        tm = M(plain, "tie", "#e8e6df", 0.4)
        for q in (0.6, 2.7, 4.8):
            lathe(
                [(r * w * 1.35, -0.005), (r * w * 1.42, 0), (r * w * 1.35, 0.005)],
                tm,
                20,
                ((R0 + w * r * 0.9) * cos(q), (R0 + w * r * 0.9) * sin(q), r * w * 0.95),
                (pi / 2, 0, q),
            )

    return group(f, (x, y, z), tilt)
