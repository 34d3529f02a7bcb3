"""The camera of a view: a the whole lot, b another side, c a detail."""

import bpy
import math
from math import cos, radians as rad, sin
from mathutils import Vector
from options import U


def camera(v, view):
    t = Vector(v["t"])
    d, h, az = (v["d"] * 0.86, v["h"], v["az"] + U(-5, 5))
    if view == "b":
        az = -az * U(0.5, 0.8)
        t.x = -t.x
        d *= U(0.8, 0.95)
        h += U(-0.25, 0.2)
    if view == "c":
        t = Vector(v["close"])
        d = v["cd"]
        h = v["ch"] or t.z + d * 0.45
        az = az * U(0.5, 0.9)
    t = t + Vector((U(-0.05, 0.05), 0, U(-0.04, 0.05))) * d * 0.7
    hd = math.sqrt(max(0.04, d * d - (h - t.z) ** 2))
    p = Vector((t.x + hd * sin(rad(az)), t.y - hd * cos(rad(az)), h))
    c = bpy.data.cameras.new("cam")
    o = bpy.data.objects.new("cam", c)
    bpy.context.scene.collection.objects.link(o)
    o.location = p
    e = (t - p).to_track_quat("-Z", "Y").to_euler()
    e.rotate_axis("Z", rad(U(-1.8, 1.8)))
    o.rotation_euler = e
    c.lens = v["lens"] * (1.05 if view == "c" else 1)
    c.sensor_width = 36
    c.clip_start = 0.02
    c.dof.use_dof = True
    c.dof.focus_distance = (t - p).length
    c.dof.aperture_fstop = 4.5 if view == "c" else 9
    bpy.context.scene.camera = o
