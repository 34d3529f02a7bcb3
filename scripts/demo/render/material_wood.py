"""Wood and wood-based boards."""


from graph import Graph
from material_plain import plain
from options import srgb, tint

SPECIES = {
    "larch": ("#c9925a", "#8d5530"),
    "oak": ("#b8935f", "#7c5a35"),
    "spruce": ("#dcbd86", "#b98c52"),
    "walnut": ("#7a5539", "#43291a"),
    "chestnut": ("#a97c4c", "#6a4727"),
    "cherry": ("#b9774a", "#874a2a"),
    "beech": ("#d2a676", "#b58456"),
    "grey": ("#82796c", "#574e44"),
}


def wood(sp="spruce", rings=180, weather=0.0, saw=0.5, knots=0.6, rough=0.6, dirt=0.4, coat=0.0, cracks=0.0):
    g = Graph("wood_" + sp)
    light, dark = (srgb(c) for c in SPECIES[sp])
    c = g.co(False)
    r = g.rnd
    r2 = g.math("FRACT", g.math("MULTIPLY", r, 17.31))
    r3 = g.math("FRACT", g.math("MULTIPLY", r, 71.7))
    off = g.n(
        "CombineXYZ",
        {
            0: g.math("MULTIPLY", r, 60),
            1: g.math("MULTIPLY", g.math("SUBTRACT", r2, 0.5), 0.16),
            2: g.math("SUBTRACT", -0.03, g.math("MULTIPLY", r3, 0.12)),
        },
    ).outputs[0]
    v = g.vmath("ADD", c, off)
    kd = g.voro(g.scale(g.vmath("ADD", c, g.scale(off, 3.0)), (2.2, 7, 7)), 1)
    knot = g.math("SUBTRACT", 1, g.step(kd, 0.06, 0.2))
    wob = g.scale(
        g.vmath("SUBTRACT", g.noise(g.scale(v, (0.9, 4, 4)), 1, 2, 0.5, col=True), (0.5, 0.5, 0.5)), 0.06
    )
    w2 = g.scale(
        g.vmath("SUBTRACT", g.noise(g.scale(v, (6, 30, 30)), 1, 2, 0.5, col=True), (0.5, 0.5, 0.5)), 0.004
    )
    vv = g.vmath("ADD", g.vmath("ADD", v, wob), w2)
    yz = g.scale(vv, (0, 1, 1))
    rad_ = g.n("VectorMath", {0: yz}, operation="LENGTH").outputs["Value"]
    rad_ = g.math("ADD", rad_, g.math("MULTIPLY", g.math("MULTIPLY", knot, knots), 0.02))
    rg = g.math("FRACT", g.math("MULTIPLY", rad_, rings))
    ring = g.ramp(rg, [(0, 0.1), (0.55, 0.35), (0.85, 0.85), (0.93, 1), (1, 0.1)])
    fib = g.noise(g.scale(v, (5, 420, 420)), 1, 3, 0.6)
    fib2 = g.noise(g.scale(v, (2.5, 90, 90)), 1, 4, 0.6)
    col = g.mix(g.math("MULTIPLY", ring, 0.75), light, dark)
    col = g.mix(g.math("MULTIPLY", g.step(fib, 0.35, 0.75), 0.35), col, dark)
    col = g.mix(g.math("MULTIPLY", g.step(fib2, 0.4, 0.7), 0.3), col, tint(dark, 0.8))
    col = g.mix(
        g.math("MULTIPLY", g.math("SUBTRACT", 1, g.step(kd, 0.05, 0.11)), knots), col, tint(dark, 0.38)
    )
    col = g.var(col, 0.45)
    if weather:
        f = g.math(
            "MULTIPLY",
            g.step(g.math("ADD", g.noise(v, 5, 6, 0.6), g.math("MULTIPLY", fib2, 0.35)), 0.45, 0.85),
            weather,
        )
        col = g.mix(f, col, g.mix(fib, srgb("#514a42"), srgb("#857d72")))
    nx = g.math("ABSOLUTE", g.objnormal()[0])
    endf = g.step(nx, 0.75, 0.9)
    col = g.mix(g.math("MULTIPLY", endf, 0.55), col, g.mix(1, col, (0.42, 0.36, 0.3, 1), "MULTIPLY"))
    h = g.math("ADD", g.math("MULTIPLY", fib, 0.35), g.math("MULTIPLY", ring, 0.25))
    h = g.math("ADD", h, g.math("MULTIPLY", fib2, 0.5))
    if saw:
        wv = g.n(
            "TexWave",
            {
                "Vector": g.n("Mapping", {"Vector": v, "Rotation": (0, 0.05, 0.25)}).outputs[0],
                "Scale": 26,
                "Distortion": 6,
                "Detail": 3,
                "Detail Scale": 0.6,
            },
        ).outputs["Fac"]
        side = g.math("SUBTRACT", 1, endf)
        h = g.math("ADD", h, g.math("MULTIPLY", g.math("MULTIPLY", wv, side), saw))
        col = g.mix(g.math("MULTIPLY", g.math("MULTIPLY", wv, side), saw * 0.22), col, tint(dark, 0.75))
    if cracks:
        cr = g.voro(g.scale(g.vmath("ADD", v, g.scale(wob, 0.5)), (1.3, 26, 26)), 1, "DISTANCE_TO_EDGE")
        m = g.math(
            "MULTIPLY",
            g.math("SUBTRACT", 1, g.step(cr, 0.0, 0.035)),
            g.step(g.noise(g.scale(v, (2, 6, 6)), 1, 3), 0.5, 0.6),
        )
        col = g.mix(g.math("MULTIPLY", m, cracks), col, (0.012, 0.008, 0.005, 1))
        h = g.math("SUBTRACT", h, g.math("MULTIPLY", m, 3 * cracks))
    col = g.grime(col, dirt, 4)
    col = g.dust(col, 0.35 * dirt)
    ro = g.math("ADD", rough, g.math("MULTIPLY", fib2, 0.25))
    return g.end(
        avg=light,
        Base_Color=col,
        Roughness=ro,
        Normal=g.bump(h, 0.0012, 0.7),
        Specular=0.3,
        Clearcoat=coat,
        Clearcoat_Roughness=0.25,
    )


def osb():
    g = Graph("osb")
    v = g.co()
    out = None
    hs = None
    for i, a in enumerate((0.2, 1.0, 1.9, 2.7)):
        m = g.n("Mapping", {"Vector": v, "Rotation": (0, 0, a), "Location": (i * 3.1, i, 0)}).outputs[0]
        m = g.scale(m, (11, 42, 8))
        d = g.voro(m, 1, "F1", "Color")
        e = g.voro(m, 1, "DISTANCE_TO_EDGE")
        ch = g.n("SeparateRGB", {0: d}).outputs
        fibre = g.noise(g.scale(m, (0.6, 22, 8)), 1, 3)
        k = g.ramp(
            g.math("ADD", g.math("MULTIPLY", ch[0], 0.75), g.math("MULTIPLY", fibre, 0.25)),
            [(0.1, srgb("#8a5f33")), (0.35, srgb("#b98d55")), (0.6, srgb("#d2aa70")), (0.9, srgb("#e2c490"))],
        )
        k = g.mix(g.math("SUBTRACT", 1, g.step(e, 0, 0.07)), k, srgb("#7a5530"))
        out = k if out is None else g.mix(g.step(ch[1], 0.58, 0.6), out, k)
        hs = ch[2] if hs is None else g.mix(g.step(ch[1], 0.58, 0.6), hs, ch[2])
    out = g.grime(out, 0.3, 4)
    return g.end(
        avg=srgb("#b98d55"), Base_Color=out, Roughness=0.6, Normal=g.bump(hs, 0.0012, 0.6), Specular=0.35
    )


def plywood(sp="beech", ply=0.0016):
    g = Graph("plywood")
    light, dark = (srgb(c) for c in SPECIES[sp])
    v = g.co()
    o = g.co(False)
    wv = g.noise(g.scale(v, (1.1, 9, 1)), 1, 4, 0.5, 1.2)
    rg = g.math("FRACT", g.math("MULTIPLY", wv, 14))
    face = g.mix(g.math("MULTIPLY", g.ramp(rg, [(0, 0), (0.7, 0.5), (0.95, 1), (1, 0)]), 0.5), light, dark)
    face = g.mix(g.math("MULTIPLY", g.noise(g.scale(v, (6, 300, 6)), 1, 3), 0.35), face, dark)
    z = g.math("FRACT", g.math("DIVIDE", g.n("SeparateXYZ", {0: o}).outputs[2], ply * 2))
    edge = g.mix(g.step(z, 0.48, 0.52), tint(light, 0.95), tint(dark, 0.7))
    edge = g.mix(g.math("MULTIPLY", g.noise(g.scale(v, (120, 120, 900)), 1, 3), 0.5), edge, tint(dark, 0.45))
    col = g.mix(g.step(g.math("ABSOLUTE", g.objnormal()[2]), 0.5, 0.6), edge, face)
    col = g.grime(g.var(col, 0.2), 0.3, 4)
    return g.end(
        avg=light,
        Base_Color=col,
        Roughness=0.55,
        Specular=0.3,
        Normal=g.bump(g.noise(g.scale(v, (6, 300, 6)), 1, 3), 0.0004, 0.5),
    )


def mdf():
    return plain("mdf", "#9b7550", 0.75, 0, 0.0003, 500, 0.25, 0.3, 0.1, 0.2, 0.1)


def chipped(col, wood_sp="grey"):
    """Old flaking paint on wood."""
    g = Graph("chipped")
    v = g.co()
    c = srgb(col)
    n1 = g.noise(v, 6, 8, 0.72, 0.5)
    m = g.step(n1, 0.6, 0.615)
    fib = g.noise(v, 120, 4, 0.6)
    k = g.mix(
        m, g.mix(g.noise(v, 7, 5), tint(c, 0.78), tint(c, 1.05)), g.mix(fib, srgb("#6c5a47"), srgb("#a48b6a"))
    )
    k = g.dust(g.grime(k, 0.5, 4), 0.35)
    return g.end(
        avg=c,
        Base_Color=k,
        Roughness=g.math("ADD", 0.38, g.math("MULTIPLY", m, 0.45)),
        Normal=g.bump(g.math("SUBTRACT", g.math("MULTIPLY", fib, 0.3), m), 0.0015, 0.8),
    )
