"""Shader node trees written as expressions."""

import bpy
from options import srgb


class Graph:
    """A material under construction; each method adds a node and returns its output socket."""

    def __init__(s, name):
        s.mat = bpy.data.materials.new(name)
        s.mat.use_nodes = True
        s.t = s.mat.node_tree
        s.t.nodes.clear()
        s.out = s.t.nodes.new("ShaderNodeOutputMaterial")

    def n(s, typ, ins=None, **props):
        nd = s.t.nodes.new("ShaderNode" + typ)
        for k, v in props.items():
            setattr(nd, k, v)
        for k, v in (ins or {}).items():
            sock = nd.inputs[k]
            if isinstance(v, bpy.types.NodeSocket):
                s.t.links.new(v, sock)
            else:
                sock.default_value = v
        return nd

    def math(s, op, a, b=0.0, clamp=False):
        return s.n("Math", {0: a, 1: b}, operation=op, use_clamp=clamp).outputs[0]

    def vmath(s, op, a, b=(0, 0, 0)):
        return s.n("VectorMath", {0: a, 1: b}, operation=op).outputs[0]

    def scale(s, v, k):
        return s.vmath("MULTIPLY", v, k if isinstance(k, tuple) else (k, k, k))

    def noise(s, v, sc=1, det=4, ro=0.55, dist=0, col=False):
        nd = s.n("TexNoise", {"Vector": v, "Scale": sc, "Detail": det, "Roughness": ro, "Distortion": dist})
        return nd.outputs["Color" if col else "Fac"]

    def voro(s, v, sc=1, feature="F1", out="Distance", rnd=1):
        return s.n("TexVoronoi", {"Vector": v, "Scale": sc, "Randomness": rnd}, feature=feature).outputs[out]

    def ramp(s, f, stops, interp="LINEAR"):
        nd = s.n("ValToRGB", {"Fac": f})
        cr = nd.color_ramp
        cr.interpolation = interp
        while len(cr.elements) < len(stops):
            cr.elements.new(0.5)
        for e, (p, c) in zip(cr.elements, stops):
            e.position = p
            e.color = (c, c, c, 1) if isinstance(c, (int, float)) else c
        return nd.outputs["Color"]

    def mix(s, f, a, b, mode="MIX"):
        return s.n("MixRGB", {"Fac": f, "Color1": a, "Color2": b}, blend_type=mode).outputs[0]

    def step(s, f, lo, hi):
        return s.n("MapRange", {0: f, 1: lo, 2: hi}, interpolation_type="SMOOTHSTEP").outputs[0]

    def bump(s, h, dist=0.002, strength=1.0, normal=None):
        i = {"Height": h, "Distance": dist, "Strength": strength}
        if normal is not None:
            i["Normal"] = normal
        return s.n("Bump", i).outputs[0]

    def co(s, shift=True):
        """Object coordinates in metres, moved per object so that copies differ."""
        c = s.n("TexCoord").outputs["Object"]
        s.rnd = s.n("ObjectInfo").outputs["Random"]
        if not shift:
            return c
        off = s.n(
            "CombineXYZ",
            {
                0: s.math("MULTIPLY", s.rnd, 37),
                1: s.math("MULTIPLY", s.rnd, 91),
                2: s.math("MULTIPLY", s.rnd, 53),
            },
        ).outputs[0]
        return s.vmath("ADD", c, off)

    def world(s):
        return s.n("NewGeometry").outputs["Position"]

    def objnormal(s):
        nn = s.n("NewGeometry").outputs["Normal"]
        return s.n(
            "SeparateXYZ",
            {
                0: s.n(
                    "VectorTransform",
                    {0: nn},
                    vector_type="NORMAL",
                    convert_from="WORLD",
                    convert_to="OBJECT",
                ).outputs[0]
            },
        ).outputs

    def up(s):
        return s.math("MAXIMUM", s.n("SeparateXYZ", {0: s.n("NewGeometry").outputs["Normal"]}).outputs[2], 0)

    def var(s, col, amt=0.25):
        """Varies the brightness per object."""
        k = s.math("ADD", s.math("MULTIPLY", s.rnd, amt), 1 - amt / 2)
        return s.mix(1, col, s.n("CombineXYZ", {0: k, 1: k, 2: k}).outputs[0], "MULTIPLY")

    def dust(s, col, amt=0.4, dustcol="#b5aa98", sc=6):
        f = s.math(
            "MULTIPLY",
            s.math(
                "MULTIPLY", s.math("POWER", s.up(), 3), s.step(s.noise(s.world(), sc, 6, 0.65), 0.35, 0.75)
            ),
            amt,
        )
        return s.mix(f, col, srgb(dustcol))

    def grime(s, col, amt=0.5, sc=3, lo=0.35, hi=0.7):
        f = s.math("MULTIPLY", s.step(s.noise(s.world(), sc, 7, 0.65, 0.4), lo, hi), amt)
        return s.mix(f, col, s.mix(1, col, (0.32, 0.27, 0.22, 1), "MULTIPLY"))

    def end(s, avg=None, **ins):
        """Principled shader. Indirect rays see only the flat colour avg: three times faster."""
        p = s.n("BsdfPrincipled", {k.replace("_", " "): v for k, v in ins.items()}).outputs[0]
        if avg is not None:
            lp = s.n("LightPath")
            f = s.math("MAXIMUM", lp.outputs["Is Camera Ray"], lp.outputs["Is Singular Ray"])
            p = s.n(
                "MixShader", {0: f, 1: s.n("BsdfDiffuse", {"Color": tuple(avg[:3]) + (1,)}).outputs[0], 2: p}
            ).outputs[0]
        s.t.links.new(p, s.out.inputs[0])
        return s.mat


MADE = {}


def M(fn, *a, **k):
    """The material fn(*a, **k), made once per picture."""
    key = (fn.__name__, a, tuple(sorted(k.items())))
    if key not in MADE:
        MADE[key] = fn(*a, **k)
    return MADE[key]


def forget_materials():
    MADE.clear()
