"""Renders pictures of lots: see README.md."""

import os
import subprocess
import sys
import time

import bpy
import numpy as np

# Blender does not put the script's own folder on the path.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

# Importing a module of scenes registers them in scene_book.SCENES.
import scenes_electric
import scenes_furniture
import scenes_home
import scenes_masonry
import scenes_metal
import scenes_offcuts
import scenes_storage
import scenes_textile
import scenes_timber
import scenes_vessels
import scenes_weighing
from camera import camera
from tracing import traced
from develop import develop
from graph import forget_materials
from options import R, options
from scene_book import SCENES

# Glass and thin spokes are noisier than the rest.
NOISY = ("windows", "wheels")


def write_webp(img, path, quality):
    height, width, _ = img.shape
    ppm = b"P6 %d %d 255\n" % (width, height) + (img * 255 + 0.5).astype(np.uint8).tobytes()
    settings = ["-quality", str(quality), "-define", "webp:method=6"]
    subprocess.run(["convert", "ppm:-", *settings, path], input=ppm, check=True)


def render(name, seed, view, op):
    start = time.time()
    bpy.ops.wm.read_factory_settings(use_empty=True)
    forget_materials()
    bpy.context.scene.world = bpy.data.worlds.new("w")
    R.seed(f"{name}{seed}")
    shot = SCENES[name]()
    R.seed(f"{name}{seed}{view}")
    camera(shot, view)
    p = traced(op, int(op.samples * (1.5 if name in NOISY else 1)), seed)
    rs = np.random.RandomState(sum(map(ord, name)) * 7 + seed * 13 + ord(view))
    img = develop(p["colour"], p["albedo"], p["normal"], p["depth"][..., 0], rs)
    out = f"{op.out}/{name}-{seed}{view}.webp"
    write_webp(img, out, op.quality)
    print(f"DONE {out} {time.time() - start:.0f}s {os.path.getsize(out) // 1024} kB", flush=True)


def main():
    op = options()
    names = list(SCENES) if op.scenes == "all" else op.scenes.split(",")
    os.makedirs(op.out, exist_ok=True)
    for seed in op.seeds.split(","):
        for name in names:
            for view in op.views.split(","):
                render(name, int(seed), view, op)


if __name__ == "__main__":
    main()
