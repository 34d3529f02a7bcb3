"""Fabric, carpet, leather and foam."""


from graph import Graph
from options import srgb, tint


def fabric(col, weave=900, col2=None, sheen=0.4, stripes=0, fuzz=0.5):
    g = Graph("fabric")
    v = g.co()
    c = srgb(col)
    uv = g.n("TexCoord").outputs["UV"]
    a = g.n("TexWave", {"Vector": uv, "Scale": weave / 4}, bands_direction="X").outputs["Fac"]
    b = g.n("TexWave", {"Vector": uv, "Scale": weave / 4}, bands_direction="Y").outputs["Fac"]
    wv = g.math("MULTIPLY", a, b)
    k = g.mix(wv, tint(c, 0.62), tint(c, 1.12))
    if stripes:
        s_ = g.math("FRACT", g.math("MULTIPLY", g.n("SeparateXYZ", {0: uv}).outputs[0], stripes))
        k = g.mix(
            g.ramp(s_, [(0, 0), (0.3, 1), (0.34, 0), (0.46, 1), (0.5, 0)], "CONSTANT"),
            k,
            g.mix(wv, tint(srgb(col2 or "#e9e2d2"), 0.7), srgb(col2 or "#e9e2d2")),
        )
    k = g.mix(g.math("MULTIPLY", g.noise(v, 200, 4, 0.7), 0.3), k, tint(c, 0.7))
    k = g.grime(k, 0.15, 5)
    h = g.math("ADD", g.math("MULTIPLY", wv, 0.4), g.math("MULTIPLY", g.noise(v, 420, 3, 0.7), fuzz))
    return g.end(
        avg=tint(c, 0.9),
        Base_Color=k,
        Roughness=0.92,
        Specular=0.12,
        Sheen=sheen,
        Normal=g.bump(h, 0.0008, 0.7),
    )


def carpet(col, col2):
    g = Graph("carpet")
    v = g.co()
    n1 = g.voro(v, 260, "F1", "Color")
    d = g.voro(v, 260)
    f = g.n("SeparateRGB", {0: n1}).outputs[0]
    k = g.mix(g.math("MULTIPLY", f, 0.5), srgb(col), srgb(col2))
    k = g.mix(g.step(d, 0.3, 0.7), k, tint(srgb(col), 0.35))
    k = g.grime(k, 0.35, 4)
    return g.end(
        avg=srgb(col),
        Base_Color=k,
        Roughness=0.98,
        Specular=0.05,
        Sheen=0.5,
        Normal=g.bump(g.math("SUBTRACT", 1, d), 0.006, 0.9),
    )


def leather(col):
    g = Graph("leather")
    v = g.co()
    d = g.voro(g.vmath("ADD", v, g.scale(g.noise(v, 60, 3, col=True), 0.004)), 330, "DISTANCE_TO_EDGE")
    c = srgb(col)
    k = g.var(g.mix(g.noise(v, 7, 6, 0.6), tint(c, 0.7), tint(c, 1.2)), 0.25)
    k = g.mix(g.math("MULTIPLY", g.math("SUBTRACT", 1, g.step(d, 0, 0.08)), 0.35), k, tint(c, 0.4))
    back = g.n("NewGeometry").outputs["Backfacing"]
    k = g.mix(back, k, srgb("#a58661"))
    return g.end(
        avg=c,
        Base_Color=k,
        Roughness=g.math("ADD", 0.42, g.math("MULTIPLY", back, 0.5)),
        Specular=0.4,
        Normal=g.bump(g.math("ADD", g.step(d, 0, 0.15), g.noise(v, 12, 4)), 0.0008, 0.7),
    )


def foam(col):
    g = Graph("foam")
    v = g.co()
    c = srgb(col)
    d = g.voro(v, 900)
    d2 = g.voro(v, 420)
    k = g.mix(g.step(d, 0.2, 0.6), tint(c, 1.05), tint(c, 0.9))
    k = g.mix(g.math("MULTIPLY", g.step(d2, 0.12, 0.02), 0.3), k, tint(c, 0.5))
    k = g.grime(g.var(k, 0.15), 0.2, 5)
    return g.end(
        avg=c,
        Base_Color=k,
        Roughness=1,
        Specular=0.05,
        Normal=g.bump(g.math("ADD", d, d2), 0.0012, 0.5),
    )
