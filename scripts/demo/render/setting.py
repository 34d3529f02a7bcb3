"""The room a lot stands in: floor, walls, window light and clutter."""

import bpy
from mathutils import Vector
from clutter import STRAY
from geometry import box, curve
from graph import M
from material_plain import plain
from material_room import floor_concrete, floor_tiles, wall_block, wall_brick, wall_plaster
from material_wood import wood
from options import R, U, srgb, tint

FLOORS = {
    "concrete": floor_concrete,
    "tiles": floor_tiles,
    "grestiles": lambda: floor_tiles("#b8b1a4", "#aca598", 0.3),
    "light": lambda: floor_concrete("#a39d92"),
    "dark": lambda: floor_concrete("#625f5b"),
}
WALLS = {
    "plaster": lambda: wall_plaster(R.choice(["#cfc8ba", "#d8d2c4", "#c5bfae"])),
    "green": lambda: wall_plaster("#d6d1c2", "#7d8f7e", U(1.1, 1.5)),
    "grey": lambda: wall_plaster("#cfcabf", "#8a8d8f", U(0.9, 1.4)),
    "ochre": lambda: wall_plaster("#c9a873"),
    "brick": wall_brick,
    "white": lambda: wall_brick(white=True),
    "block": wall_block,
}


def planks(wy):
    m = M(wood, "oak", 160, saw=0, knots=0.2, rough=0.35, dirt=0.5)
    for i in range(34):
        x = U(-2, 0) - 3
        while x < 5:
            L = U(1.2, 2.4)
            box(L - 0.002, 0.118, 0.02, m, (x + L / 2, wy - 0.06 - i * 0.12, -0.02), bev=0.0015, seg=1)
            x += L


def socket_and_conduit(wy):
    x = U(-1.3, 1.3)
    m = M(plain, "conduit", "#c9c6bd", 0.5)
    curve([(x, wy - 0.012, U(0.3, 0.5)), (x, wy - 0.012, 3)], 0.011, m, smooth=False)
    box(0.09, 0.05, 0.09, m, (x, wy - 0.025, 0.28), bev=0.006)


def room(wall, floor, wy, side):
    if floor == "wood":
        planks(wy)
    else:
        box(16, 16, 0.1, FLOORS[floor](), (0, -4, -0.1), bev=0)
    m = WALLS[wall]()
    box(16, 0.2, 4, m, (0, wy + 0.1, 0), bev=0)
    box(0.2, 12, 4, m, (-side * 3.2, -3, 0), bev=0)
    if R.random() < 0.7 and wall != "brick":
        height = U(0.06, 0.1)
        m = M(plain, "skirt", R.choice(["#6d6259", "#8d8a84", "#4f4a45"]), 0.6)
        box(16, 0.012, height, m, (0, wy - 0.006, 0), bev=0.002)
    if R.random() < 0.6:
        socket_and_conduit(wy)


def ambient(colour, strength):
    """A blotchy sky, so that polished things have something to mirror."""
    w = bpy.context.scene.world
    w.use_nodes = True
    t = w.node_tree
    t.nodes.clear()
    out, back, co, noise, ramp = (
        t.nodes.new("ShaderNode" + n)
        for n in ("OutputWorld", "Background", "TexCoord", "TexNoise", "ValToRGB")
    )
    noise.inputs["Scale"].default_value = 2.2
    noise.inputs["Detail"].default_value = 3
    dark, light = ramp.color_ramp.elements
    dark.position, dark.color = (0.38, (0.12, 0.11, 0.1, 1))
    light.position, light.color = (0.68, tint(srgb(colour), 1.2))
    t.links.new(co.outputs["Generated"], noise.inputs["Vector"])
    t.links.new(noise.outputs["Fac"], ramp.inputs[0])
    t.links.new(ramp.outputs[0], back.inputs[0])
    t.links.new(back.outputs[0], out.inputs[0])
    back.inputs[1].default_value = strength * 0.95


def area_light(loc, to, width, height, watts, colour):
    light = bpy.data.lights.new("l", "AREA")
    light.shape = "RECTANGLE"
    light.size = width
    light.size_y = height
    light.energy = watts
    light.color = srgb(colour)[:3]
    o = bpy.data.objects.new("l", light)
    bpy.context.scene.collection.objects.link(o)
    o.location = loc
    o.rotation_euler = (Vector(to) - Vector(loc)).to_track_quat("-Z", "Y").to_euler()


def setting(wall="plaster", floor="concrete", wy=0.9, side=-1, key=1.0, sky="#e3e8ee", amb=0.35, clutter=2):
    """Room corner with the back wall at y = wy (metres) and a window on one side (-1 left, 1 right)."""
    room(wall, floor, wy, side)
    ambient(sky, amb)
    area_light((side * 2.9, U(-1.3, -0.5), U(1.5, 1.9)), (0, 0.1, 0.3), 1.0, 1.1, 210 * key, sky)
    if R.random() < 0.4:
        area_light((-side * 0.8, -1.0, 2.9), (0, 0, 0), 1.2, 0.12, 32 * key, "#ffd9a8")
    for _ in range(clutter):
        R.choice(STRAY)(wy)
