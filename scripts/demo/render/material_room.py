"""Floors and walls, textured in world coordinates (metres)."""


from graph import Graph
from options import R, U, srgb, tint


def floor_concrete(col="#8a8376"):
    crack = R.choice([0, 0, 0.5])
    g = Graph("floor")
    v = g.world()
    c = srgb(col)
    k = g.mix(g.noise(v, 1.3, 9, 0.62, 0.3), tint(c, 0.6), tint(c, 1.3))
    k = g.mix(g.step(g.noise(v, 3, 8, 0.7), 0.55, 0.68), k, tint(c, 0.75))
    k = g.mix(g.math("MULTIPLY", g.step(g.noise(v, 140, 4, 0.7), 0.55, 0.75), 0.5), k, tint(c, 0.55))
    sp = g.step(g.voro(v, 5.5), 0.035, 0.0)
    k = g.mix(g.math("MULTIPLY", sp, 0.6), k, srgb("#d8d4ca"))
    oil = g.step(g.noise(g.vmath("ADD", v, (3, U(0, 9), 0)), 1.1, 5, 0.55, 0.6), 0.66, 0.74)
    k = g.mix(g.math("MULTIPLY", oil, 0.55), k, tint(c, 0.25))
    e = g.voro(
        g.vmath("ADD", g.vmath("ADD", v, (U(0, 9), 0, 0)), g.scale(g.noise(v, 4, 6, 0.7, col=True), 0.25)),
        0.55,
        "DISTANCE_TO_EDGE",
    )
    cr = g.math("SUBTRACT", 1, g.step(e, 0.0, 0.0035))
    k = g.mix(g.math("MULTIPLY", cr, crack), k, tint(c, 0.3))
    k = g.mix(g.math("MULTIPLY", g.step(g.noise(v, 2, 6, 0.7), 0.5, 0.8), 0.5), k, srgb("#b3a994"))
    ro = g.math(
        "SUBTRACT",
        g.math("ADD", 0.5, g.math("MULTIPLY", g.noise(v, 6, 6, 0.7), 0.4)),
        g.math("MULTIPLY", oil, 0.3),
    )
    h = g.math("ADD", g.noise(v, 90, 4, 0.75), g.noise(v, 9, 2))
    return g.end(avg=tint(c, 0.9), Base_Color=k, Roughness=ro, Specular=0.4, Normal=g.bump(h, 0.0022, 0.5))


def floor_tiles(c1="#a4614a", c2="#8f5340", size=0.2):
    g = Graph("floortiles")
    v = g.world()
    b = g.n(
        "TexBrick",
        {
            "Vector": v,
            "Color1": srgb(c1),
            "Color2": srgb(c2),
            "Mortar": srgb("#8b857a"),
            "Scale": 1,
            "Mortar Size": 0.0035,
            "Mortar Smooth": 0.15,
            "Brick Width": size,
            "Row Height": size,
        },
        offset=0.0,
    )
    k = g.mix(g.noise(v, 8, 8, 0.7), b.outputs[0], g.mix(1, b.outputs[0], (0.5, 0.47, 0.44, 1), "MULTIPLY"))
    k = g.mix(g.math("MULTIPLY", g.step(g.noise(v, 3, 7, 0.7), 0.5, 0.75), 0.4), k, srgb("#ab9f8c"))
    h = g.math("ADD", g.math("SUBTRACT", 1, b.outputs[1]), g.math("MULTIPLY", g.noise(v, 30, 5), 0.2))
    return g.end(
        avg=srgb(c1),
        Base_Color=k,
        Roughness=g.math("ADD", 0.3, g.math("MULTIPLY", g.noise(v, 7, 7, 0.7), 0.45)),
        Normal=g.bump(h, 0.002, 0.7),
    )


def wall_plaster(col="#cfc8ba", dado=None, dh=1.2):
    g = Graph("plaster")
    v = g.world()
    c = srgb(col)
    z = g.n("SeparateXYZ", {0: v}).outputs[2]
    k = g.mix(g.noise(v, 1.2, 8, 0.6, 0.3), tint(c, 0.78), tint(c, 1.08))
    if dado:
        k = g.mix(
            g.step(g.math("ADD", z, g.math("MULTIPLY", g.noise(v, 12, 3), 0.012)), dh + 0.003, dh - 0.003),
            k,
            g.mix(g.noise(v, 2.2, 8, 0.65), tint(srgb(dado), 0.7), srgb(dado)),
        )
    chip = g.step(g.noise(g.vmath("ADD", v, (U(0, 9), 0, 0)), 2.6, 10, 0.7, 0.2), 0.68, 0.69)
    k = g.mix(chip, k, g.mix(g.noise(v, 40, 6), srgb("#8c8273"), srgb("#b9ad9a")))
    damp = g.math(
        "MULTIPLY", g.step(g.math("ADD", z, g.math("MULTIPLY", g.noise(v, 3, 6, 0.65), 0.5)), 0.62, 0.2), 0.5
    )
    k = g.mix(damp, k, tint(c, 0.42))
    scuff = g.step(g.noise(g.scale(v, (5, 5, 60)), 1, 4, 0.7), 0.68, 0.76)
    k = g.mix(g.math("MULTIPLY", scuff, 0.25), k, tint(c, 0.4))
    h = g.math(
        "SUBTRACT",
        g.math("ADD", g.noise(v, 40, 7, 0.7), g.math("MULTIPLY", g.noise(v, 3, 3), 2)),
        g.math("MULTIPLY", chip, 1.2),
    )
    return g.end(avg=tint(c, 0.92), Base_Color=k, Roughness=0.85, Specular=0.2, Normal=g.bump(h, 0.004, 0.55))


def wall_brick(c1="#94503a", c2="#7a4331", white=False):
    g = Graph("wallbrick")
    p = g.world()
    s3 = g.n("SeparateXYZ", {0: p}).outputs
    v = g.n("CombineXYZ", {0: g.math("ADD", s3[0], s3[1]), 1: s3[2], 2: 0.0}).outputs[0]
    v = g.vmath(
        "ADD", v, g.scale(g.vmath("SUBTRACT", g.noise(p, 9, 4, 0.6, col=True), (0.5, 0.5, 0.5)), 0.012)
    )
    if white:
        c1, c2 = ("#d3cec3", "#c2bcb0")
    b = g.n(
        "TexBrick",
        {
            "Vector": v,
            "Color1": srgb(c1),
            "Color2": srgb(c2),
            "Mortar": srgb("#a59c8c" if not white else "#b8b2a6"),
            "Scale": 1,
            "Mortar Size": 0.006,
            "Mortar Smooth": 0.35,
            "Brick Width": 0.26,
            "Row Height": 0.068,
            "Bias": 0.0,
        },
    )
    k = g.mix(g.noise(p, 22, 8, 0.7), b.outputs[0], g.mix(1, b.outputs[0], (0.45, 0.42, 0.4, 1), "MULTIPLY"))
    k = g.mix(g.math("MULTIPLY", g.step(g.noise(p, 3.5, 8, 0.7), 0.53, 0.68), 0.5), k, srgb("#b5aa98"))
    h = g.math("ADD", g.math("MULTIPLY", g.math("SUBTRACT", 1, b.outputs[1]), 2), g.noise(p, 45, 7, 0.7))
    return g.end(avg=srgb(c1), Base_Color=k, Roughness=0.9, Specular=0.2, Normal=g.bump(h, 0.006, 0.8))


def wall_block():
    g = Graph("block")
    p = g.world()
    s3 = g.n("SeparateXYZ", {0: p}).outputs
    v = g.n("CombineXYZ", {0: g.math("ADD", s3[0], s3[1]), 1: s3[2], 2: 0.0}).outputs[0]
    b = g.n(
        "TexBrick",
        {
            "Vector": v,
            "Color1": srgb("#99958d"),
            "Color2": srgb("#86827b"),
            "Mortar": srgb("#75716a"),
            "Scale": 1,
            "Mortar Size": 0.007,
            "Mortar Smooth": 0.3,
            "Brick Width": 0.5,
            "Row Height": 0.2,
        },
    )
    k = g.mix(g.noise(p, 30, 8, 0.75), b.outputs[0], g.mix(1, b.outputs[0], (0.5, 0.49, 0.47, 1), "MULTIPLY"))
    k = g.mix(g.math("MULTIPLY", g.step(g.noise(p, 2, 7, 0.65), 0.5, 0.75), 0.4), k, srgb("#bcb6aa"))
    h = g.math(
        "ADD",
        g.math("MULTIPLY", g.math("SUBTRACT", 1, b.outputs[1]), 2),
        g.math("MULTIPLY", g.noise(p, 110, 6, 0.8), 2),
    )
    return g.end(
        avg=srgb("#8c8880"), Base_Color=k, Roughness=0.92, Specular=0.15, Normal=g.bump(h, 0.005, 0.8)
    )
