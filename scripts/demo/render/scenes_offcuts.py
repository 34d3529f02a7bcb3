"""Lots of sheets and offcuts: steel, plywood, foam, leather."""

from math import pi, radians as rad
from geometry import box, group
from graph import M
from material_plain import plain, steel
from material_soft import foam, leather
from material_wood import plywood, wood
from options import R, U
from pieces import cloth_roll, table
from scene_book import any_wall, scene, shot
from setting import setting


@scene
def steel_sheets():
    setting(R.choice(["block", "plaster", "green"]), R.choice(["dark", "concrete"]), wy=0.85, clutter=2)
    zinc = M(plain, "zinc", "#b4b8ba", 0.34, 1, 0.0001, 120, 0.4, 0.2, 0.12, scratch=0.6)
    metals = [zinc, M(steel, 0.1, 0.35), M(steel, 0.3, 0.4), zinc]
    bearer = M(wood, "grey", 150, 0.6)
    for x in (-0.55, 0, 0.55):
        box(0.9, 0.09, 0.08, bearer, (x, 0.15, 0), (0, 0, pi / 2), rough=0.002, sub=2)
    z = 0.08
    for k in range(R.randint(14, 18)):
        t = R.choice([0.0015, 0.002, 0.003])
        at = (U(-0.05, 0.05), 0.15 + U(-0.03, 0.03), z)
        box(U(1.3, 1.5), U(0.72, 0.85), t, R.choice(metals), at, (0, 0, U(-0.025, 0.025)), 0.0004, 1)
        z += t + U(0.002, 0.006)
    box(0.5, 0.35, 0.003, metals[1], (0.25, 0.1, z), (0, 0, 0.4), 0.0004, 1)
    for i in range(3):
        at = (-0.3 + i * 0.25, 0.76 - i * 0.012, 0.4)
        box(0.9 - i * 0.15, 0.8, 0.003, metals[i], at, (rad(80 - i), 0, 0), 0.0005, 1, base=False)
    return shot((-0.1, 0.15, 0.18), 2.1, 1.25, -32, close=(-0.5, -0.1, 0.15), cd=0.75, ch=0.5)


@scene
def plywood_offcuts():
    setting(any_wall(), R.choice(["concrete", "light", "grestiles"]), wy=0.75, clutter=2)
    species = [M(plywood, "beech"), M(plywood, "spruce", 0.0022), M(plywood, "larch", 0.0018)]
    for x, y, n, w, d in ((-0.5, 0.3, 11, 0.55, 0.4), (0.12, 0.32, 15, 0.42, 0.36), (0.6, 0.3, 8, 0.3, 0.32)):
        z = 0
        for k in range(n):
            t = R.choice([0.012, 0.015, 0.018, 0.021])
            at = (x + U(-0.02, 0.02), y + U(-0.02, 0.02), z)
            size = (w * U(0.7, 1), d * U(0.7, 1))
            box(*size, t, R.choice(species), at, (0, 0, U(-0.08, 0.08)), 0.0008, 1)
            z += t
    for i in range(5):
        at = (-0.45 + i * 0.24, U(-0.22, -0.08), 0)
        box(U(0.1, 0.3), U(0.06, 0.15), 0.018, R.choice(species), at, (0, 0, U(0, 3)), 0.0008, 1)
    return shot((0, 0.2, 0.12), 1.6, 1.0, 24, close=(0.1, 0.15, 0.18), cd=0.6, ch=0.5)


@scene
def foam_sheets():
    setting(any_wall(), R.choice(["light", "wood", "grestiles"]), wy=0.75, clutter=1)
    foams = [M(foam, c) for c in R.sample(["#d9c98a", "#8f9aa2", "#c7d3c0", "#5d6166", "#e2dcc8"], 3)]
    for x, n in ((-0.42, 6), (0.4, 4)):
        z = 0
        for k in range(n):
            t = R.choice([0.05, 0.08, 0.1])
            at = (x + U(-0.03, 0.03), 0.38 + U(-0.03, 0.03), z)
            box(
                U(0.66, 0.76),
                U(0.5, 0.56),
                t,
                R.choice(foams),
                at,
                (0, 0, U(-0.06, 0.06)),
                0.008,
                3,
                0.003,
                8,
            )
            z += t
    for i in range(3):
        at = (-0.45 + i * 0.38, -0.12 + U(-0.05, 0.05), 0)
        box(0.3, 0.2, 0.06, R.choice(foams), at, (0, 0, U(0, 3)), 0.006, 3, 0.002, 6)
    return shot((0, 0.25, 0.2), 1.8, 1.15, 22, close=(-0.2, 0.15, 0.3), cd=0.7, ch=0.65)


@scene
def leather_rolls():
    setting(R.choice(["plaster", "brick", "white"]), R.choice(["wood", "concrete"]), wy=0.75, clutter=1)
    table(1.4, 0.75, 0.76, y=0.25, m=M(wood, "beech", 170, saw=0, knots=0.1, rough=0.45, dirt=0.6))
    hides = R.sample(["#7a4526", "#3a2218", "#a8683a", "#1f1d1c", "#6e2a22", "#b08a5c", "#4b5340"], 6)
    y = 0.02
    for i in range(4):
        r = U(0.05, 0.07)
        m = M(leather, hides[i])
        at = (U(-0.06, 0.06), y + r, 0.76 + r + 0.004)
        group(lambda: cloth_roll(U(0.85, 1.1), r, m, core=False, turns=4), at, (U(0, 6), 0, U(-0.04, 0.04)))
        y += 2 * r + 0.008
    for i in range(2):
        m = M(leather, hides[4 + i])
        at = (U(-0.05, 0.05), 0.16 + i * 0.13, 0.94)
        group(lambda: cloth_roll(0.9, 0.055, m, core=False, turns=4), at, (U(0, 6), 0, U(-0.05, 0.05)))
    return shot((-0.1, 0.2, 0.82), 1.45, 1.4, -32, close=(-0.45, 0.15, 0.84), cd=0.6, ch=1.05)
