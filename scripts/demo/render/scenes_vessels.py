"""Lots of drums, pots and tins."""


from math import pi, radians as rad
from geometry import curve, group, lathe
from graph import M
from material_plain import plain, steel
from material_stone import terracotta
from options import R, U
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def barrels():
    setting(R.choice(["block", "plaster", "brick"]), R.choice(["dark", "concrete"]), wy=0.9, clutter=2)

    def drum(c, ru=0.35):
        m = M(plain, "drum", c, 0.42, 0, 0.0006, 40, 0.5, 0.45, rust=ru, scratch=0.7)
        r, h = (0.29, 0.88)
        p = [(0, 0.015), (r - 0.01, 0.015), (r - 0.006, 0), (r + 0.006, 0.003), (r, 0.02)]
        for z in (0.3, 0.585):
            p += [(r, z - 0.02), (r + 0.011, z - 0.006), (r + 0.011, z + 0.006), (r, z + 0.02)]
        p += [
            (r, h - 0.02),
            (r + 0.006, h - 0.004),
            (r, h),
            (r - 0.008, h - 0.002),
            (r - 0.012, h - 0.02),
            (0, h - 0.02),
        ]

        def f():
            lathe(p, m, 72, wob=0.002)
            lathe(
                [(0, 0.014), (0.032, 0.014), (0.034, 0.01), (0.036, 0)],
                M(steel, 0.4),
                24,
                (0.19, 0, h - 0.02),
            )
            lathe([(0, 0.01), (0.016, 0.01), (0.018, 0)], M(steel, 0.4), 24, (-0.2, 0.03, h - 0.02))

        return f

    for i, (x, y) in enumerate(((-0.62, 0.5), (0.02, 0.55), (0.66, 0.5), (-0.25, 0.0))):
        group(
            drum(R.choice(["#2f4f7f", "#7f2b24", "#3d5c46", "#2b2c2d", "#b58b2c"]), U(0.25, 0.6)),
            (x + U(-0.03, 0.03), y + U(-0.03, 0.03), 0),
            (0, 0, U(0, 6)),
        )
    return shot((0, 0.3, 0.45), 2.5, 1.45, 22, close=(-0.2, 0.05, 0.75), cd=0.85, ch=1.15)


@scene
def pots():
    setting(R.choice(["ochre", "brick", "plaster"]), R.choice(["concrete", "tiles"]), wy=0.7, clutter=1)
    m = [M(terracotta, 0.25), M(terracotta, 0.5, "#b06a44")]

    def pot(r, h):
        return lambda: lathe(
            [
                (0.012, 0.004),
                (r * 0.66, 0.0),
                (r * 0.68, 0.006),
                (r * 0.93, h * 0.78),
                (r * 1.03, h * 0.79),
                (r * 1.06, h * 0.985),
                (r * 1.03, h),
                (r * 0.97, h),
                (r * 0.94, h * 0.97),
                (r * 0.87, h * 0.76),
                (r * 0.6, 0.018),
                (0.012, 0.016),
            ],
            R.choice(m),
            56,
            wob=0.004,
        )

    for x, y, r, h, n in (
        (-0.5, 0.45, 0.16, 0.29, 3),
        (-0.1, 0.48, 0.13, 0.24, 4),
        (0.28, 0.45, 0.18, 0.32, 2),
        (0.05, 0.18, 0.1, 0.18, 3),
        (-0.32, 0.12, 0.085, 0.15, 5),
        (0.4, 0.1, 0.11, 0.2, 1),
    ):
        for k in range(n):
            group(
                pot(r, h),
                (x + U(-0.004, 0.004), y + U(-0.004, 0.004), k * h * 0.24),
                (U(-0.02, 0.02), U(-0.02, 0.02), U(0, 6)),
            )
    group(pot(0.1, 0.18), (0.1, -0.12, 0.1), (rad(88), 0, U(-0.5, 0.5)))
    return shot((-0.05, 0.25, 0.2), 1.6, 1.05, 20, close=(-0.2, 0.2, 0.2), cd=0.6, ch=0.55)


@scene
def tins():
    setting(any_wall(), "concrete", wy=0.7, clutter=1)
    m = M(plain, "tinplate", "#b3b1ab", 0.3, 1, 0.0003, 80, 0.4, 0.2, rust=0.28)

    def tin(r, h, lab):
        lathe(
            [
                (0, 0.002),
                (r - 0.004, 0.002),
                (r, 0),
                (r + 0.0015, 0.002),
                (r, 0.005),
                (r, h * 0.3),
                (r + 0.0008, h * 0.31),
                (r, h * 0.32),
                (r, h - 0.006),
                (r + 0.002, h - 0.003),
                (r, h),
                (r - 0.003, h),
                (r - 0.006, h - 0.006),
                (0, h - 0.006),
            ],
            m,
            48,
        )
        if lab:
            lathe(
                [(r + 0.0006, h * 0.1), (r + 0.0006, h * 0.88)],
                M(plain, "lab", lab, 0.5, 0, 0.0005, 20, 0.4, 0.1),
                48,
            )
        if h > 0.15:
            curve(
                [
                    (-r - 0.002, 0, h * 0.8),
                    (-r * 0.9, -r * 0.9, h * 0.45),
                    (r * 0.9, -r * 0.9, h * 0.42),
                    (r + 0.002, 0, h * 0.8),
                ],
                0.002,
                m,
            )

    lab = ["#d9d4c8", "#a33a2c", "#3d5f86", None, None, "#c9a545"]
    x = -0.55
    for row in range(3):
        x = -0.6 + U(0, 0.06)
        while x < 0.55:
            r, h = R.choice([(0.05, 0.11), (0.08, 0.19), (0.055, 0.13), (0.09, 0.24), (0.04, 0.1)])
            group(
                lambda: tin(r, h, R.choice(lab)),
                (x + r, 0.45 - row * 0.2 + U(-0.02, 0.02), 0),
                (0, 0, U(-0.6, 0.6)),
            )
            x += 2 * r + U(0.01, 0.03)
    for i in range(3):
        group(
            lambda: tin(0.05, 0.11, R.choice(lab)),
            (U(-0.5, 0.5), U(-0.25, -0.15), 0.05),
            (pi / 2, 0, U(0, 6)),
        )
    return shot((0, 0.2, 0.1), 1.45, 0.95, 20, close=(0.05, 0.15, 0.12), cd=0.5, ch=0.45)


@scene
def plastic_drums():
    setting(
        R.choice(["block", "plaster", "grey"]), R.choice(["dark", "concrete", "grestiles"]), wy=0.9, clutter=2
    )
    colour = R.choice(["#2c5796", "#3b6fae", "#2f3a44"])
    blue = M(plain, "drum", colour, 0.5, 0, 0.0004, 50, 0.45, 0.4, scratch=0.6)
    black = M(plain, "cap", "#1c1d1f", 0.5)
    r, h = (0.26, 0.8)
    wall = [(0, 0.012), (r * 0.85, 0.012), (r * 0.93, 0), (r, 0.05)]
    for z in (0.27, 0.53):
        wall += [(r, z - 0.03), (r + 0.012, z - 0.012), (r + 0.012, z + 0.012), (r, z + 0.03)]
    shoulder = [(r, h - 0.1), (r * 0.96, h - 0.03), (r * 0.86, h), (r * 0.82, h - 0.012), (0, h - 0.012)]

    def drum():
        lathe(wall + shoulder, blue, 72, wob=0.003)
        for x, y in ((0.14, 0), (-0.14, 0.03)):
            lathe([(0, 0.022), (0.03, 0.022), (0.034, 0.015), (0.034, 0)], black, 24, (x, y, h - 0.014))
        lathe([(r * 0.6, 0), (r * 0.62, 0.012), (r * 0.64, 0)], blue, 48, (0, 0, h - 0.013))

    for x, y in ((-0.58, 0.5), (0.0, 0.56), (0.58, 0.5), (-0.28, 0.02), (0.32, 0.05)):
        group(drum, (x + U(-0.03, 0.03), y + U(-0.03, 0.03), 0), (0, 0, U(0, 6)))
    return shot((0, 0.3, 0.42), 2.4, 1.4, 22, close=(-0.2, 0.05, 0.7), cd=0.85, ch=1.1)
