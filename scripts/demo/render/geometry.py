"""Meshes and curves; lengths in metres."""

import bmesh
import bpy
from math import cos, pi, radians as rad, sin
from mathutils import Vector, noise as mnoise
from options import U


def add(me, mat=None, loc=(0, 0, 0), rot=(0, 0, 0), smooth=False):
    o = bpy.data.objects.new("o", me)
    bpy.context.scene.collection.objects.link(o)
    o.location = loc
    o.rotation_euler = rot
    if mat:
        me.materials.clear()
        me.materials.append(mat)
    if smooth:
        for p in me.polygons:
            p.use_smooth = True
        me.use_auto_smooth = True
        me.auto_smooth_angle = rad(40)
    return o


def mesh(verts, faces, mat=None, smooth=False, **k):
    me = bpy.data.meshes.new("m")
    me.from_pydata(verts, [], faces)
    me.update()
    bm = bmesh.new()
    bm.from_mesh(me)
    bmesh.ops.recalc_face_normals(bm, faces=bm.faces)
    bm.to_mesh(me)
    bm.free()
    return add(me, mat, smooth=smooth, **k)


def box(sx, sy, sz, mat, loc=(0, 0, 0), rot=(0, 0, 0), bev=0.002, seg=2, rough=0, sub=0, warp=0, base=True):
    """Box with its base (or its centre, base=False) at loc; rough is the surface irregularity in metres."""
    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1)
    for v in bm.verts:
        v.co = Vector((v.co.x * sx, v.co.y * sy, (v.co.z + (0.5 if base else 0)) * sz))
    if bev:
        bmesh.ops.bevel(
            bm,
            geom=bm.edges[:],
            offset=min(bev, 0.45 * min(sx, sy, sz)),
            segments=seg,
            affect="EDGES",
            profile=0.5,
        )
    if sub:
        long = [e for e in bm.edges if e.calc_length() > max(sx, sy, sz) / 3]
        bmesh.ops.subdivide_edges(bm, edges=long, cuts=sub, use_grid_fill=True)
    if rough or warp:
        o = Vector((U(0, 99), U(0, 99), U(0, 99)))
        a, b = (U(-1, 1) * warp, U(-1, 1) * warp)
        for v in bm.verts:
            t = v.co.x / sx * 2
            v.co += (
                mnoise.noise_vector(v.co * 9 + o) * rough + mnoise.noise_vector(v.co * 30 + o) * rough * 0.4
            )
            v.co.y += a * (t * t - 0.3)
            v.co.z += b * (t * t - 0.3)
    me = bpy.data.meshes.new("box")
    bm.to_mesh(me)
    bm.free()
    return add(me, mat, loc, rot)


def extrude(outer, length, mat, inner=None, axis="x", loc=(0, 0, 0), rot=(0, 0, 0), smooth=False):
    """Prism of a 2D outline, hollow if inner is given (it must have as many points as outer)."""
    n = len(outer)
    vs = []
    fs = []

    def P(p, t):
        return (t, p[0], p[1]) if axis == "x" else (p[0], p[1], t)

    for ring in [outer] if inner is None else [outer, inner]:
        for t in (0, length):
            vs += [P(p, t) for p in ring]
    for k in range(1 if inner is None else 2):
        b = k * 2 * n
        for i in range(n):
            j = (i + 1) % n
            fs.append((b + i, b + j, b + n + j, b + n + i))
    if inner is None:
        fs += [tuple(range(n)), tuple(range(n, 2 * n))]
    else:
        for i in range(n):
            j = (i + 1) % n
            fs += [(i, j, 2 * n + j, 2 * n + i), (n + i, n + j, 3 * n + j, 3 * n + i)]
    return mesh(vs, fs, mat, smooth, loc=loc, rot=rot)


def circle(r, n=32):
    return [(r * cos(2 * pi * i / n), r * sin(2 * pi * i / n)) for i in range(n)]


def rrect(w, h, r=0.003, n=4):
    pts = []
    for cx, cy, a0 in (
        (w / 2 - r, h / 2 - r, 0),
        (-w / 2 + r, h / 2 - r, 90),
        (-w / 2 + r, -h / 2 + r, 180),
        (w / 2 - r, -h / 2 + r, 270),
    ):
        pts += [
            (cx + r * cos(rad(a0 + 90 * i / n)), cy + r * sin(rad(a0 + 90 * i / n))) for i in range(n + 1)
        ]
    return pts


def pipe(r, length, mat, t=0.0015, n=28, **k):
    return extrude(circle(r, n), length, mat, circle(r - t, n), smooth=True, **k)


def rtube(w, h, length, mat, t=0.002, **k):
    return extrude(rrect(w, h, 0.004), length, mat, rrect(w - 2 * t, h - 2 * t, 0.003), **k)


def lathe(profile, mat, n=48, loc=(0, 0, 0), rot=(0, 0, 0), smooth=True, wob=0):
    vs = []
    fs = []
    m = len(profile)
    ph = U(0, 6)
    for i in range(n):
        a = 2 * pi * i / n
        k = 1 + wob * sin(2 * a + ph)
        vs += [(r * k * cos(a), r * k * sin(a), z) for r, z in profile]
    for i in range(n):
        for j in range(m - 1):
            a, b = (i * m + j, (i + 1) % n * m + j)
            fs.append((a, b, b + 1, a + 1))
    o = mesh(vs, fs, mat, smooth, loc=loc, rot=rot)
    bm = bmesh.new()
    bm.from_mesh(o.data)
    bmesh.ops.remove_doubles(bm, verts=bm.verts, dist=1e-05)
    bm.to_mesh(o.data)
    bm.free()
    return o


def curve(pts, r, mat, cyclic=False, res=6, bres=5, smooth=True):
    cu = bpy.data.curves.new("c", "CURVE")
    cu.dimensions = "3D"
    cu.bevel_depth = r
    cu.bevel_resolution = bres
    cu.resolution_u = res
    cu.use_fill_caps = True
    sp = cu.splines.new("NURBS" if smooth else "POLY")
    sp.points.add(len(pts) - 1)
    sp.use_cyclic_u = cyclic
    if smooth:
        sp.order_u = 3
        sp.use_endpoint_u = not cyclic
    for p, q in zip(sp.points, pts):
        p.co = (*q, 1)
    cu.materials.append(mat)
    o = bpy.data.objects.new("c", cu)
    bpy.context.scene.collection.objects.link(o)
    return o


def sheet(fn, nu, nv, mat, thick=0, uvs=(1, 1), **k):
    """Surface of fn(u, v) -> (x, y, z) with u and v in 0..1; uvs is its size in metres for the texture."""
    vs = [fn(i / nu, j / nv) for i in range(nu + 1) for j in range(nv + 1)]
    fs = [
        (i * (nv + 1) + j, (i + 1) * (nv + 1) + j, (i + 1) * (nv + 1) + j + 1, i * (nv + 1) + j + 1)
        for i in range(nu)
        for j in range(nv)
    ]
    me = bpy.data.meshes.new("s")
    me.from_pydata(vs, [], fs)
    uv = me.uv_layers.new()
    for l in me.loops:
        q = l.vertex_index
        uv.data[l.index].uv = (q // (nv + 1) / nu * uvs[0], q % (nv + 1) / nv * uvs[1])
    o = add(me, mat, smooth=True, **k)
    me.auto_smooth_angle = rad(80)
    if thick:
        md = o.modifiers.new("t", "SOLIDIFY")
        md.thickness = thick
        md.offset = 0
    return o


def copy(o, loc, rot=(0, 0, 0)):
    c = o.copy()
    bpy.context.scene.collection.objects.link(c)
    c.location = loc
    c.rotation_euler = rot
    return c


def group(fn, loc=(0, 0, 0), rot=(0, 0, 0)):
    """Runs fn, then moves everything it made as one body."""
    before = set(bpy.data.objects)
    fn()
    e = bpy.data.objects.new("grp", None)
    bpy.context.scene.collection.objects.link(e)
    for o in bpy.data.objects:
        if o not in before and o is not e and (o.parent is None):
            o.parent = e
    e.location = loc
    e.rotation_euler = rot
    return e
