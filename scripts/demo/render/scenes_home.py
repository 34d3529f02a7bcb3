"""Lots from offices and homes: desks, wardrobes, sofas, washing machines."""

from math import cos, pi, sin
from geometry import box, curve, group, lathe
from graph import M
from material_plain import alu, plain
from material_soft import fabric
from material_wood import wood
from options import R, U
from scene_book import scene, shot
from setting import setting


@scene
def desks():
    setting(
        R.choice(["plaster", "grey", "white"]), R.choice(["grestiles", "wood", "light"]), wy=1.0, clutter=1
    )
    top = M(plain, "laminate", R.choice(["#cbb68e", "#b9b8b2", "#d9d6cd"]), 0.4, 0, 0.0002, 90, 0.3, 0.3)
    frame = M(plain, "frame", R.choice(["#34373b", "#9a9da0"]), 0.45, 0.2, 0.0002, rust=0.08)
    handle = M(alu)

    def desk():
        box(1.4, 0.7, 0.026, top, (0, 0, 0.714), bev=0.003)
        for x in (-0.62, 0.62):
            box(0.05, 0.03, 0.69, frame, (x, 0, 0.024), bev=0.003)
            box(0.05, 0.6, 0.024, frame, (x, 0, 0), bev=0.004)
            box(0.05, 0.6, 0.024, frame, (x, 0, 0.69), bev=0.003)
        box(1.24, 0.015, 0.32, top, (0, 0.14, 0.36), bev=0.002)

    def drawers():
        box(0.42, 0.55, 0.52, top, (0, 0, 0.05), bev=0.003)
        for k in range(3):
            box(0.4, 0.018, 0.158, top, (0, -0.284, 0.062 + k * 0.167), bev=0.003)
            box(0.13, 0.02, 0.012, handle, (0, -0.302, 0.16 + k * 0.167), bev=0.003)
        for x in (-0.17, 0.17):
            for y in (-0.2, 0.2):
                lathe([(0, 0), (0.02, 0), (0.024, 0.025), (0.02, 0.05), (0, 0.05)], frame, 20, (x, y, 0))

    group(desk, (-0.1, 0.42, 0), (0, 0, U(-0.05, 0.05)))
    group(drawers, (0.28, 0.36, 0), (0, 0, U(-0.06, 0.06)))
    group(drawers, (0.95, 0.1, 0), (0, 0, U(-0.5, -0.2)))
    return shot((0.08, 0.2, 0.42), 2.5, 1.5, -24, close=(0.3, 0.05, 0.5), cd=0.95, ch=1.1)


@scene
def wardrobe():
    setting(R.choice(["plaster", "ochre", "green"]), R.choice(["wood", "tiles"]), wy=0.85, clutter=2)
    sp = R.choice(["walnut", "cherry", "chestnut", "beech"])
    m = M(wood, sp, 150, saw=0, knots=0.1, rough=0.38, dirt=0.4, coat=0.3)
    brass = M(plain, "brass", "#a58a4e", 0.3, 1, 0.0002)
    W, D, H = (1.15, 0.55, 1.9)

    def upright(width, depth, height, at):
        """A board with its grain along z."""
        x, y, z = at
        box(height, width, depth, m, (x, y, z + height / 2), (pi / 2, pi / 2, 0), 0.003, base=False)

    def leaf(x, hinge):
        upright(W / 2 - 0.012, 0.022, H - 0.27, (x, -D / 2 - 0.012, 0.17))
        for z, h in ((0.25, 0.62), (0.97, 0.75)):
            upright(W / 2 - 0.17, 0.02, h, (x, -D / 2 - 0.026, z))
        lathe(
            [(0, 0.03), (0.014, 0.026), (0.008, 0), (0, 0)],
            brass,
            24,
            (x - hinge * 0.25, -D / 2 - 0.024, 1.0),
            (pi / 2, 0, 0),
        )

    def body():
        for x in (-W / 2, W / 2):
            box(H - 0.1, D, 0.025, m, (x, 0, H / 2), (0, pi / 2, 0), 0.003, base=False)
        box(W + 0.08, D + 0.06, 0.035, m, (0, -0.01, H - 0.06), bev=0.008)
        box(W + 0.04, D + 0.03, 0.09, m, (0, -0.005, 0.07), bev=0.006)
        box(W, 0.012, H - 0.15, m, (0, D / 2, 0.08))
        for x in (-W / 2 + 0.04, W / 2 - 0.04):
            for y in (-D / 2 + 0.04, D / 2 - 0.04):
                lathe([(0, 0), (0.022, 0), (0.034, 0.07), (0, 0.07)], m, 20, (x, y, 0))
        leaf(-W / 4, -1)
        leaf(W / 4, 1)

    group(body, (-0.05, 0.5, 0), (0, 0, U(-0.06, 0.06)))
    return shot((0, 0.35, 0.9), 2.75, 1.5, 26, close=(0.05, 0.2, 1.05), cd=0.95, ch=1.3)


@scene
def sofa():
    setting(
        R.choice(["plaster", "ochre", "white", "grey"]), R.choice(["wood", "grestiles"]), wy=1.0, clutter=1
    )
    m = M(fabric, R.choice(["#5b6b4a", "#7b4a3a", "#4a5a6e", "#8a7f70"]), 700, sheen=0.5)
    leg = M(wood, "walnut", 170, saw=0, knots=0.05, rough=0.4)

    def cushion(w, d, h, at, rot=(0, 0, 0)):
        o = box(w, d, h, m, at, rot, bev=min(w, d, h) * 0.42, seg=6, rough=0.006, sub=4)
        for p in o.data.polygons:
            p.use_smooth = True

    def body():
        box(1.75, 0.78, 0.2, m, (0, 0, 0.14), bev=0.03, seg=4)
        for x in (-0.9, 0.9):
            box(0.18, 0.82, 0.5, m, (x, 0, 0.12), bev=0.07, seg=6)
        box(1.75, 0.2, 0.68, m, (0, 0.34, 0.14), (-0.1, 0, 0), bev=0.07, seg=6)
        for x in (-0.41, 0.41):
            cushion(0.8, 0.62, 0.17, (x, -0.08, 0.33))
            cushion(0.78, 0.2, 0.42, (x, 0.2, 0.46), (-0.2 + U(-0.03, 0.03), 0, U(-0.03, 0.03)))
        for x in (-0.85, 0.85):
            for y in (-0.33, 0.33):
                lathe([(0, 0), (0.018, 0), (0.028, 0.13), (0, 0.13)], leg, 20, (x, y, 0))

    group(body, (0, 0.4, 0), (0, 0, U(-0.06, 0.06)))
    return shot((0, 0.25, 0.4), 2.7, 1.4, 26, close=(-0.4, 0.1, 0.5), cd=0.95, ch=1.0)


@scene
def washing_machines():
    setting(
        R.choice(["plaster", "grey", "white"]), R.choice(["grestiles", "tiles", "light"]), wy=0.8, clutter=2
    )
    white = M(plain, "enamel", "#e4e4e0", 0.28, 0, 0.0001, dirt=0.3, dust=0.3, clear=0.3)
    trim = M(plain, "trim", "#b9bcbd", 0.35, 0.2, 0.0001)
    dark = M(plain, "drumglass", "#15181b", 0.08, 0, 0, dirt=0.15, dust=0.1, scratch=0.1)

    def machine():
        box(0.6, 0.56, 0.83, white, (0, 0, 0.02), bev=0.008)
        box(0.598, 0.02, 0.11, trim, (0, -0.285, 0.735), bev=0.004)
        box(0.16, 0.006, 0.075, white, (-0.2, -0.297, 0.752), bev=0.003)
        box(0.1, 0.004, 0.03, dark, (0.04, -0.297, 0.775), bev=0)
        knob = [(0, 0.03), (0.026, 0.028), (0.03, 0), (0, 0)]
        lathe(knob, white, 32, (0.19, -0.29, 0.79), (pi / 2, 0, 0))
        ring = [(0.13, 0.0), (0.13, 0.03), (0.15, 0.042), (0.185, 0.03), (0.19, 0)]
        lathe(ring, trim, 64, (0, -0.28, 0.42), (pi / 2, 0, 0))
        bowl = [(0, 0.005), (0.07, 0.01), (0.12, 0.025), (0.134, 0.03)]
        lathe(bowl, dark, 64, (0, -0.28, 0.42), (pi / 2, 0, 0))
        box(0.025, 0.02, 0.08, trim, (0.165, -0.318, 0.38), bev=0.006)
        box(0.13, 0.004, 0.06, trim, (0.2, -0.281, 0.06), bev=0.002)

    for i in range(R.randint(2, 3)):
        group(machine, (-0.7 + i * 0.68 + U(-0.03, 0.03), 0.42 + U(-0.06, 0.04), 0), (0, 0, U(-0.12, 0.12)))
    hose = M(plain, "hose", "#8d8f8f", 0.5)
    turn = [(0.5 + 0.14 * cos(i * 0.5), -0.15 + 0.12 * sin(i * 0.5), 0.015 + i * 0.0009) for i in range(30)]
    curve(turn, 0.012, hose)
    return shot((-0.05, 0.25, 0.42), 2.2, 1.25, 24, close=(-0.05, 0.15, 0.55), cd=0.9, ch=0.95)
