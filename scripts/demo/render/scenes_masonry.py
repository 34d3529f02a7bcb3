"""Lots of bricks, tiles, stone and sanitary ware."""


from math import cos, pi, radians as rad, sin
from mathutils import Vector, noise as mnoise
from geometry import box, copy, curve, extrude, group, lathe, sheet
from graph import M
from material_plain import ceramic, plain
from material_stone import brick, marble, terracotta
from material_wood import wood
from options import R, U
from pieces import carton, pallet
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def bricks():
    setting(R.choice(["plaster", "block", "ochre"]), R.choice(["dark", "concrete"]), wy=0.8, clutter=2)
    group(lambda: pallet(M(wood, "spruce", weather=0.6, dirt=0.7)), (0, 0.15, 0))
    m = M(brick, R.choice(["#a4543a", "#9c4c35", "#b06a48"]))
    vs = [box(0.25, 0.12, 0.055, m, (0, 0, -5), bev=0.004, rough=0.0035, sub=5) for _ in range(10)]
    nl = R.randint(7, 9)
    for k in range(nl):
        for i in range(4):
            for j in range(6):
                if k == nl - 1 and R.random() < 0.45 + 0.1 * i:
                    continue
                if k % 2 == 0:
                    x, y, a = (-0.39 + i * 0.26, -0.19 + j * 0.132, 0)
                else:
                    x, y, a = (-0.46 + (i * 6 + j) % 8 * 0.132, -0.16 + (i * 6 + j) // 8 * 0.262, pi / 2)
                copy(
                    R.choice(vs),
                    (x + U(-0.006, 0.006), y + 0.02 + U(-0.006, 0.006), 0.145 + k * 0.0575),
                    (0, 0, a + U(-0.03, 0.03) + R.choice([0, pi])),
                )
    for i in range(5):
        copy(R.choice(vs), (U(-0.5, 0.6), U(-0.6, -0.45), 0.0), (0, 0, U(0, 6)))
    return shot((0, 0.05, 0.33), 1.85, 1.25, 30, close=(0.1, -0.15, 0.5), cd=0.6, ch=0.85)


@scene
def coppi():
    setting(R.choice(["plaster", "brick", "ochre"]), R.choice(["dark", "concrete"]), wy=0.8, clutter=2)
    m = M(terracotta, 0.7)
    vs = []

    def tile(u, v):
        r = 0.088 - 0.024 * u
        a = pi * (1.04 * v - 0.02)
        return (r * cos(a), (u - 0.5) * 0.46, r * sin(a) * 1.02)

    for _ in range(5):
        sd = U(0, 99)
        o = sheet(
            lambda u, v: tuple(
                Vector(tile(u, v)) + mnoise.noise_vector(Vector(tile(u, v)) * 8 + Vector((sd, 0, 0))) * 0.004
            ),
            12,
            18,
            m,
            0.013,
        )
        o.location.z = -5
        vs.append(o)
    group(lambda: pallet(M(wood, "spruce", weather=0.6, dirt=0.7)), (0, 0.15, 0))
    for lay in range(2):
        for row in range(3):
            for i in range(20 if lay == 0 else 16 - 4 * row):
                c = copy(
                    R.choice(vs),
                    (-0.52 + i * 0.052 + U(-0.004, 0.004), -0.1 + row * 0.235, 0.375 + lay * 0.455),
                    (pi / 2 + U(-0.02, 0.02), 0, -pi / 2),
                )
                c.rotation_euler = (rad(90) + U(-0.03, 0.03), U(-0.05, 0.05) + 0, rad(90) + U(-0.08, 0.08))
    for i in range(3):
        c = copy(R.choice(vs), (U(-0.5, 0.7), U(-0.62, -0.45), 0.006), (0, 0, U(0, 6)))
    return shot((0, 0.05, 0.42), 2.1, 1.35, 28, close=(-0.1, -0.1, 0.75), cd=0.7, ch=1.1)


@scene
def ceramic_tiles():
    setting(any_wall(), R.choice(["concrete", "grestiles"]), wy=0.75, clutter=2)
    cm = [
        M(ceramic, c)
        for c in R.choice([("#d8d2c6", "#cfc8ba"), ("#8fa6a3", "#d9d6cd"), ("#a8674a", "#b77a58")])
    ]
    edge = M(plain, "bisque", "#b98f70", 0.85, 0, 0.0008)

    def t(sz, th, x, y, z, a, m):
        box(sz, sz, th * 0.7, edge, (x, y, z), (0, 0, a), 0.0008, 1)
        box(sz, sz, th * 0.3, m, (x, y, z + th * 0.7), (0, 0, a), 0.0012, 2)

    for sx, sy, n, sz, m in (
        (-0.42, 0.2, R.randint(14, 20), 0.3, 0),
        (-0.05, 0.3, R.randint(9, 14), 0.3, 0),
        (-0.1, -0.12, R.randint(6, 9), 0.2, 1),
    ):
        for i in range(n):
            t(sz, 0.009, sx + U(-0.006, 0.006), sy + U(-0.006, 0.006), i * 0.0093, U(-0.03, 0.03), cm[m])
    for k, (x, y, z) in enumerate(((0.42, 0.3, 0), (0.45, 0.28, 0.115), (0.4, 0.3, 0.23))):
        carton(0.42, 0.33, 0.11, (x, y, z), U(-0.1, 0.1))
    for i in range(4):
        a = rad(76 + 2 * i)
    for i in range(3):
        t(0.2, 0.008, U(0.1, 0.5), U(-0.35, -0.15), i * 0.0085, U(0, 3), cm[1])
    return shot((0.05, 0.12, 0.12), 1.32, 1.0, 25, close=(-0.3, 0.1, 0.12), cd=0.65, ch=0.6)


@scene
def marble_slabs():
    setting(any_wall(), R.choice(["concrete", "dark"]), wy=0.7, clutter=1)
    ms = [
        M(marble),
        M(marble, "#3a3d3b", "#b9b8b0", 2.4),
        M(marble, "#c8b79c", "#8a6a4a", 3.5),
        M(marble, "#b9b5ae", "#6b6662", 9.0),
    ]
    st = M(wood, "grey", 150, 0.6)
    for x in (-0.45, 0.45):
        box(0.55, 0.07, 0.05, st, (x, 0.4, 0), (0, 0, pi / 2), rough=0.002, sub=2)
    y = 0.66
    for i in range(9):
        w, h, th = (
            U(0.55, 1.3) * (1 - i * 0.05),
            U(0.45, 1.0) * (1 - i * 0.055),
            R.choice([0.02, 0.02, 0.03]),
        )
        a = rad(8 + i * 0.7)
        x = U(-0.35, 0.3)
        y0 = y - h * sin(a) * 0.5 - i * 0.006
        pts = [(-w / 2, 0), (w / 2, 0)]
        k = R.randint(0, 2)
        pts += (
            [(w / 2, h * U(0.5, 0.95)), (w * U(0.1, 0.35), h)]
            if k == 0
            else [(w / 2, h)]
            if k == 1
            else [(w / 2 + U(-0.02, 0.0), h * 0.9), (w * 0.2, h * U(0.9, 1)), (-w * 0.1, h * U(0.92, 1))]
        )
        pts += [(-w / 2, h * U(0.8, 1.0))]
        o = extrude(
            pts,
            th,
            ms[(i * 3 + R.randint(0, 1)) % 4],
            axis="z",
            loc=(x, y - h * sin(a), 0.052),
            rot=(pi / 2 - a, 0, U(-0.01, 0.01)),
        )
        md = o.modifiers.new("b", "BEVEL")
        md.width = 0.002
        md.segments = 2
        md.limit_method = "ANGLE"
        y -= th * 1.05
    return shot((-0.05, 0.25, 0.42), 1.75, 1.15, 25, close=(0.1, 0.15, 0.5), cd=0.75, ch=0.85)


@scene
def basin():
    setting(R.choice(["plaster", "grey"]), R.choice(["grestiles", "concrete", "tiles"]), wy=0.7, clutter=2)
    c = M(ceramic)
    ch = M(plain, "chrome", "#d0d2d4", 0.09, 1, 0, dirt=0.1, dust=0.15)

    def bas():
        def fn(u, v):
            a = u * 2 * pi
            n = 3.2
            ca, sa = (cos(a), sin(a))
            k = (abs(ca) ** n + abs(sa) ** n) ** (-1 / n)
            w, d = (0.3 * k * ca, 0.23 * k * sa)
            prof = [
                (0.35, 0),
                (0.6, 0.02),
                (0.9, 0.12),
                (1.0, 0.165),
                (1.0, 0.18),
                (0.985, 0.186),
                (0.86, 0.186),
                (0.8, 0.175),
                (0.72, 0.1),
                (0.5, 0.05),
                (0.1, 0.04),
            ]
            q = v * (len(prof) - 1)
            i = min(len(prof) - 2, int(q))
            f = q - i
            s = prof[i][0] * (1 - f) + prof[i + 1][0] * f
            z = prof[i][1] * (1 - f) + prof[i + 1][1] * f
            off = 0.03 * (1 - s) if v > 0.5 else 0
            return (w * s, d * s - off, z)

        o = sheet(fn, 80, 60, c)
        o.modifiers.new("s", "SUBSURF").render_levels = 1
        lathe([(0.0, 0.044), (0.022, 0.044), (0.028, 0.041)], ch, 32, (0, -0.02, 0.003))
        lathe([(0.026, 0), (0.024, 0.03), (0.018, 0.09), (0, 0.095)], ch, 32, (0, 0.185, 0.186))
        curve([(0, 0.18, 0.27), (0, 0.12, 0.285), (0, 0.07, 0.265), (0, 0.065, 0.25)], 0.011, ch)
        lathe([(0, 0.0), (0.02, 0.0), (0.014, 0.02), (0, 0.022)], ch, 24, (0, 0.185, 0.28))

    a = rad(0)
    box(1.1, 0.5, 0.04, M(wood, "grey", 150, 0.5), (0, 0.3, 0.36))
    for x in (-0.42, 0.42):
        box(0.36, 0.4, 0.06, M(wood, "grey", 150, 0.5), (x, 0.3, 0.18), (0, pi / 2, 0), base=False)
    group(bas, (-0.25, 0.28, 0.4), (0, 0, U(-0.15, 0.15)))
    group(bas, (0.42, 0.3, 0.4), (0, 0, U(2.9, 3.4)))
    lathe(
        [(0.1, 0), (0.105, 0.02), (0.085, 0.3), (0.1, 0.6), (0.115, 0.66), (0.1, 0.66)],
        c,
        40,
        (0.85, 0.45, 0),
    )
    return shot((0, 0.25, 0.45), 1.6, 1.2, 22, close=(-0.2, 0.25, 0.52), cd=0.7, ch=0.98)
