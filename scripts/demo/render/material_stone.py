"""Brick, terracotta and marble."""


from graph import Graph
from options import srgb, tint


def brick(col="#a4543a", pale=0.3, mortar=True):
    g = Graph("brick")
    v = g.co()
    c = srgb(col)
    k = g.mix(g.noise(v, 18, 7, 0.7), tint(c, 0.6), tint(c, 1.35))
    k = g.var(k, 0.55)
    hue = g.math("FRACT", g.math("MULTIPLY", g.rnd, 13.7))
    k = g.mix(g.math("MULTIPLY", hue, 0.5), k, srgb("#c08a5e"))
    k = g.mix(g.step(g.noise(v, 60, 5, 0.7), 0.66, 0.76), k, tint(c, 0.3))
    h = g.math("ADD", g.noise(v, 35, 8, 0.7), g.math("MULTIPLY", g.step(g.voro(v, 70), 0.12, 0.3), 0.7))
    if mortar:
        m = g.step(
            g.math("ADD", g.noise(v, 7, 6, 0.65), g.math("MULTIPLY", g.noise(v, 90, 3), 0.15)),
            0.66 - pale * 0.12,
            0.72 - pale * 0.1,
        )
        k = g.mix(g.math("MULTIPLY", m, 0.85), k, g.mix(g.noise(v, 80, 4), srgb("#8f8779"), srgb("#c9c0b0")))
        h = g.math("ADD", h, g.math("MULTIPLY", m, 0.9))
    k = g.grime(k, 0.35, 6)
    k = g.dust(k, 0.5)
    return g.end(avg=tint(c, 0.9), Base_Color=k, Roughness=0.9, Specular=0.2, Normal=g.bump(h, 0.004, 0.8))


def terracotta(lichen=0.5, col="#b8714a"):
    g = Graph("terracotta")
    v = g.co()
    c = srgb(col)
    k = g.var(g.mix(g.noise(v, 9, 7, 0.65), tint(c, 0.65), tint(c, 1.3)), 0.5)
    hue = g.math("FRACT", g.math("MULTIPLY", g.rnd, 13.7))
    k = g.mix(g.math("MULTIPLY", hue, 0.55), k, srgb("#c9a077"))
    if lichen:
        n1 = g.noise(v, 26, 9, 0.75, 0.3)
        k = g.mix(g.math("MULTIPLY", g.step(n1, 0.6 - 0.04 * lichen, 0.68), lichen), k, srgb("#4a453a"))
        k = g.mix(
            g.math("MULTIPLY", g.step(g.noise(g.scale(v, 1.7), 20, 8, 0.7), 0.62, 0.68), lichen),
            k,
            srgb("#b4ac88"),
        )
    k = g.dust(g.grime(k, 0.3, 6), 0.3)
    return g.end(
        avg=tint(c, 0.9),
        Base_Color=k,
        Roughness=0.88,
        Specular=0.2,
        Normal=g.bump(g.noise(v, 60, 8, 0.7), 0.0022, 0.7),
    )


def marble(base="#dcd9d3", vein="#77757a", sc=3.0, polish=0.12):
    g = Graph("marble")
    v = g.co()
    w = g.vmath("ADD", v, g.scale(g.noise(v, sc * 0.8, 5, 0.6, col=True), 0.55))
    a = g.math("ABSOLUTE", g.math("SUBTRACT", g.noise(w, sc, 6, 0.55), 0.5))
    b = g.math("ABSOLUTE", g.math("SUBTRACT", g.noise(w, sc * 2.6, 7, 0.6), 0.52))
    k = g.mix(g.noise(v, 4, 6, 0.6), srgb(base), tint(srgb(base), 0.75))
    k = g.mix(g.math("MULTIPLY", g.math("SUBTRACT", 1, g.step(b, 0, 0.035)), 0.35), k, srgb(vein))
    k = g.mix(g.math("MULTIPLY", g.math("SUBTRACT", 1, g.step(a, 0, 0.05)), 0.75), k, srgb(vein))
    raw = g.step(g.math("ABSOLUTE", g.objnormal()[2]), 0.6, 0.5)
    k = g.dust(g.mix(g.math("MULTIPLY", raw, 0.4), k, tint(srgb(base), 0.8)), 0.35, "#cfc8bd")
    ro = g.math(
        "ADD",
        polish,
        g.math("ADD", g.math("MULTIPLY", raw, 0.6), g.math("MULTIPLY", g.noise(v, 15, 5), 0.22)),
    )
    return g.end(
        avg=srgb(base),
        Base_Color=k,
        Roughness=ro,
        Specular=0.5,
        Normal=g.bump(g.noise(v, 120, 3), 0.0006, g.math("MULTIPLY", raw, 0.8)),
    )
