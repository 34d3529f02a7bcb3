"""Lots of timber, boards, doors and windows."""


from math import cos, pi, radians as rad, sin
from geometry import box, curve, group, lathe
from graph import M
from material_plain import pane, plain
from material_wood import chipped, mdf, osb, plywood, wood
from options import R, U
from pieces import pallet
from scene_book import scene, shot
from setting import setting


@scene
def boards():
    setting(R.choice(["brick", "plaster", "block"]), wy=0.75, clutter=2)
    sp = R.choice(["larch", "oak", "chestnut", "walnut", "spruce"])
    m = M(wood, sp, 170, 0.15, 0.5, 0.5, dirt=0.35, cracks=0.6)
    st = M(wood, "grey", 150, 0.6)
    for x in (-0.6, 0.55):
        box(0.5, 0.07, 0.07, st, (x, 0.2, 0), (0, 0, pi / 2 + U(-0.05, 0.05)), rough=0.001)
    z = 0.07
    for k in range(R.randint(6, 8)):
        y = -0.03
        t = U(0.028, 0.034)
        while y < 0.38:
            w = U(0.11, 0.19)
            L = U(1.55, 2.0)
            box(
                L,
                w,
                t,
                m,
                (U(-0.06, 0.06), y + w / 2, z),
                (0, 0, U(-0.012, 0.012)),
                0.0015,
                1,
                0.0006,
                6,
                0.002,
            )
            y += w + U(0.002, 0.03)
        z += t + 0.003
        if k % 2 == 0:
            for x in (-0.6, 0.02, 0.58):
                box(0.46, 0.022, 0.018, st, (x + U(-0.02, 0.02), 0.17, z), (0, 0, pi / 2 + U(-0.06, 0.06)))
            z += 0.02
    box(1.2, 0.14, 0.03, m, (0.1, 0.1, z + 0.005), (0, 0, 0.12), 0.0015, 1, 0.0006, 6)
    return shot((-0.25, 0.1, 0.2), 2.0, 1.25, -38, close=(-0.92, 0.0, z * 0.6), cd=0.75, ch=0.55)


@scene
def beams():
    setting(R.choice(["brick", "block", "plaster"]), "dark", wy=0.8, clutter=2)
    m = M(wood, R.choice(["chestnut", "oak", "grey"]), 150, 0.55, 0.15, 0.5, 0.75, 0.8, cracks=1.0)
    st = M(wood, "grey", 150, 0.6)
    for x in (-0.7, 0.7):
        box(0.8, 0.1, 0.08, st, (x, 0.1, 0), (0, 0, pi / 2 + U(-0.1, 0.1)), rough=0.003, sub=2)
    z = 0.08
    for n in (4, 3, 2):
        for i in range(n):
            s = U(0.15, 0.19)
            L = U(2.0, 2.5)
            b = box(
                L,
                s,
                s * U(0.9, 1.05),
                m,
                (U(-0.12, 0.12), 0.1 + (i - (n - 1) / 2) * 0.205, z),
                (U(-0.03, 0.03), 0, U(-0.015, 0.015)),
                0.014,
                2,
                0.006,
                14,
                0.008,
            )
        z += 0.185
    return shot((-0.3, 0.1, 0.28), 2.5, 1.3, -36, close=(-1.05, -0.1, 0.4), cd=0.8, ch=0.7)


@scene
def pallets():
    setting(R.choice(["block", "plaster", "brick"]), wy=0.85, clutter=2)
    n = R.randint(5, 8)
    m = M(wood, "spruce", 150, 0.45, 0.5, 0.6, 0.7, 0.7)
    for i in range(n):
        group(lambda: pallet(m), (U(-0.02, 0.02), 0.15 + U(-0.02, 0.02), i * 0.1445), (0, 0, U(-0.02, 0.02)))
    group(lambda: pallet(m), (0.95, 0.55, 0.6), (rad(80), rad(90), 0))
    return shot((0.05, 0.1, n * 0.06), 2.7, 1.55, 33, close=(0.35, -0.25, n * 0.13), cd=1.0, ch=1.35)


@scene
def panels():
    setting(R.choice(["plaster", "grey", "white", "green"]), wy=0.7, clutter=1)
    ms = [M(osb), M(plywood, "beech"), M(mdf), M(plywood, "spruce", 0.0022), M(osb)]
    y = 0.69
    for i in range(9):
        w, h, t = (
            U(0.5, 1.25) * (1 - i * 0.045),
            U(0.6, 1.15) * (1 - i * 0.06),
            R.choice([0.012, 0.015, 0.018, 0.021]),
        )
        a = rad(U(7, 10) + i * 0.8)
        x = U(-0.5, 0.4)
        dep = h * sin(a)
        y0 = y - dep - i * 0.012
        box(
            w,
            h,
            t,
            ms[R.choice([0, 1, 2, 3, 4])],
            (x, y0 + dep / 2, h / 2 * cos(a) + 0.003),
            (pi / 2 - a, 0, U(-0.01, 0.01)),
            0.0008,
            1,
            base=False,
        )
        y -= t * 0.6
    return shot((-0.05, 0.3, 0.45), 2.0, 1.25, 22, close=(0.1, 0.2, 0.5), cd=0.8, ch=0.9)


def sash(w, h, fm, mullion=True):
    s, d = (0.07, 0.055)
    for z in (0, h - s):
        box(w - 2 * s, d, s, fm, (0, 0, z), bev=0.004)
    if mullion:
        box(0.03, d * 0.8, h - 2 * s, fm, (0, 0, s), bev=0.004)
        box(w - 2 * s, d * 0.8, 0.03, fm, (0, 0, h * 0.5), bev=0.004)
    box(w - 2 * s, 0.004, h - 2 * s, M(pane), (0, 0, s), bev=0)
    box(
        0.02,
        0.02,
        0.1,
        M(plain, "brass", "#9b8350", 0.35, 1, 0.0002, rust=0.2),
        (w / 2 - s / 2, -d / 2 - 0.012, h * 0.45),
        bev=0.006,
    )


@scene
def windows():
    setting(R.choice(["brick", "plaster", "block"]), wy=0.7, clutter=2)
    fm = M(chipped, R.choice(["#d9d4c6", "#5f7f6d", "#7d96a3", "#e0dccf"]))
    for i, (x, w, h) in enumerate(((-0.35, 0.6, 1.25), (0.3, 0.62, 1.25), (0.1, 0.55, 0.95))):
        a = rad(9 + i * 2.5)
        group(
            lambda: sash(w, h, fm),
            (x + U(-0.04, 0.04), 0.66 - h * sin(a) - i * 0.06, 0.012),
            (-a, U(-0.01, 0.01), U(-0.05, 0.05)),
        )
    return shot((0, 0.35, 0.58), 2.1, 1.35, 25, close=(0.1, 0.2, 0.5), cd=0.8, ch=0.9)


@scene
def door():
    setting(
        R.choice(["plaster", "brick", "white"]), R.choice(["tiles", "concrete", "wood"]), wy=0.7, clutter=2
    )
    m = R.choice(
        [
            lambda: M(chipped, "#d8d2c3"),
            lambda: M(wood, "chestnut", 150, saw=0, rough=0.4, dirt=0.5, coat=0.3),
            lambda: M(chipped, "#6f8577"),
        ]
    )()
    br = M(plain, "brass", "#a58a4e", 0.3, 1, 0.0002)

    def one():
        W, H, T = (0.8, 2.05, 0.04)
        st = 0.12
        for x in (-W / 2 + st / 2, W / 2 - st / 2):
            box(H, st, T, m, (x, 0, H / 2), (pi / 2, pi / 2, 0), 0.003, base=False)
        for z, hh in ((0, 0.2), (0.86, 0.14), (H - st, st)):
            box(W - 2 * st, T, hh, m, (0, 0, z), bev=0.003)
        for z, hh in ((0.2, 0.66), (1.0, H - st - 1.0)):
            box(W - 2 * st, 0.014, hh, m, (0, 0, z), bev=0.001)
            box(W - 2 * st - 0.1, 0.03, hh - 0.1, m, (0, 0, z + 0.05), bev=0.013, seg=1)
        box(0.04, 0.006, 0.2, br, (W / 2 - 0.06, -T / 2 - 0.003, 0.95), bev=0.002)
        curve(
            [
                (W / 2 - 0.06, -T / 2, 1.08),
                (W / 2 - 0.06, -T / 2 - 0.05, 1.08),
                (W / 2 - 0.18, -T / 2 - 0.055, 1.078),
            ],
            0.009,
            br,
        )
        for z in (0.25, 1.0, 1.75):
            lathe([(0, 0), (0.009, 0), (0.009, 0.09), (0, 0.09)], br, 16, (-W / 2, -T / 2, z))

    for i in range(R.randint(1, 2)):
        a = rad(7 + 3 * i)
        group(one, (-0.1 + i * 0.3, 0.67 - 2.05 * sin(a) - i * 0.05, 0.012), (-a, 0, U(-0.03, 0.03)))
    return shot((0, 0.4, 0.95), 2.9, 1.45, 22, close=(0.2, 0.3, 1.05), cd=0.75, ch=1.25)
