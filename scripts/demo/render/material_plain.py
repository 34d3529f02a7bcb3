"""Paint, plastic, metal, card, glazed ceramic and window glass."""


from graph import Graph
from options import srgb, tint


def plain(
    name,
    col,
    rough=0.5,
    metal=0.0,
    bump=0.0,
    bsc=60,
    dirt=0.3,
    dust=0.35,
    var=0.1,
    spec=0.5,
    scratch=0.3,
    rust=0.0,
    clear=0.0,
):
    """Paint, plastic or metal with wear."""
    g = Graph(name)
    v = g.co()
    c = srgb(col) if isinstance(col, str) else col
    k = g.var(g.mix(0, c, c), var)
    k = g.mix(g.math("MULTIPLY", g.noise(v, 9, 5, 0.6), 0.12), k, tint(c, 0.6))
    ro = g.math("ADD", rough - 0.1, g.math("MULTIPLY", g.noise(v, 22, 6, 0.65), 0.22))
    me = metal
    if scratch:
        a = g.noise(g.scale(v, (400, 9, 9)), 1, 2)
        b = g.noise(g.scale(v, (11, 330, 14)), 1, 2)
        sc = g.math("MULTIPLY", g.math("MAXIMUM", g.step(a, 0.68, 0.73), g.step(b, 0.68, 0.73)), scratch)
        k = g.mix(g.math("MULTIPLY", sc, 0.6), k, tint(c, 1.5) if not metal else tint(c, 0.55))
        ro = g.math("ADD", ro, g.math("MULTIPLY", sc, 0.25))
    h = g.math("MULTIPLY", g.noise(v, bsc, 4, 0.6), 1.0)
    if rust:
        n1 = g.noise(g.world(), 13, 9, 0.75, 0.3)
        m = g.step(n1, 0.66 - 0.3 * rust, 0.8 - 0.24 * rust)
        rc = g.ramp(
            g.noise(v, 55, 6, 0.7), [(0.3, srgb("#2b1a10")), (0.5, srgb("#5c3a1e")), (0.7, srgb("#8a5a30"))]
        )
        k = g.mix(m, k, rc)
        ro = g.mix(m, ro, (0.88, 0.88, 0.88, 1))
        me = g.math("MULTIPLY", g.math("SUBTRACT", 1, m), metal)
        h = g.math("ADD", h, g.math("MULTIPLY", m, 0.8))
        bump = max(bump, 0.0006)
    if dirt:
        k = g.grime(k, dirt, 5)
    if dust:
        k = g.dust(k, dust)
    ins = dict(avg=tint(c, 0.9), Base_Color=k, Roughness=ro, Metallic=me, Specular=spec, Clearcoat=clear)
    if bump:
        ins["Normal"] = g.bump(h, bump, 0.6)
    return g.end(**ins)


def steel(rust=0.3, rough=0.38):
    return plain("steel", "#8b8a88", rough, 1, 0.0002, 90, 0.35, 0.25, 0.12, rust=rust, scratch=0.5)


def alu():
    return plain("alu", "#c3c5c7", 0.3, 1, 0.0001, 200, 0.15, 0.15, 0.06, scratch=0.6)


def copper():
    return plain("copper", "#b86d48", 0.27, 1, 0.0001, 80, 0.6, 0.15, 0.25, scratch=0.4)


def cardboard(col="#a98d6b"):
    g = Graph("cardboard")
    v = g.co()
    c = srgb(col)
    k = g.var(g.mix(g.noise(v, 300, 4, 0.7), tint(c, 0.85), tint(c, 1.1)), 0.2)
    wv = g.n("TexWave", {"Vector": v, "Scale": 70, "Distortion": 0.4}, bands_direction="X").outputs["Fac"]
    k = g.mix(g.math("MULTIPLY", wv, 0.07), k, tint(c, 0.5))
    k = g.grime(k, 0.35, 5)
    k = g.dust(k, 0.3)
    return g.end(
        avg=c,
        Base_Color=k,
        Roughness=0.85,
        Specular=0.15,
        Normal=g.bump(g.math("ADD", g.math("MULTIPLY", wv, 0.25), g.noise(v, 8, 4)), 0.003, 0.35),
    )


def paper(col="#eceae2"):
    return plain("paper", col, 0.75, 0, 0.0006, 12, 0.1, 0.2, 0.05, 0.25, 0)


def ceramic(col="#eeece6"):
    return plain("ceramic", col, 0.14, 0, 0, 40, 0.18, 0.25, 0.04, 0.5, 0.05, clear=0.6)


def pane():
    """Thin window glass: no refraction, so little noise."""
    g = Graph("pane")
    tr = g.n("BsdfTransparent", {"Color": (0.86, 0.92, 0.9, 1)}).outputs[0]
    gl = g.n("BsdfGlossy", {"Roughness": 0.02}).outputs[0]
    d = g.n("BsdfDiffuse", {"Color": srgb("#a8a397")}).outputs[0]
    fr = g.n("Fresnel", {"IOR": 1.5}).outputs[0]
    a = g.n("MixShader", {0: g.math("ADD", g.math("MULTIPLY", fr, 0.9), 0.04), 1: tr, 2: gl}).outputs[0]
    dirt = g.math("MULTIPLY", g.step(g.noise(g.world(), 9, 8, 0.7), 0.4, 0.8), 0.22)
    g.t.links.new(g.n("MixShader", {0: dirt, 1: a, 2: d}).outputs[0], g.out.inputs[0])
    return g.mat


def emit(col, k):
    g = Graph("emit")
    g.t.links.new(g.n("Emission", {"Color": srgb(col), "Strength": k}).outputs[0], g.out.inputs[0])
    return g.mat
