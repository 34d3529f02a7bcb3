"""One Cycles render, read back as arrays."""

import tempfile

import bpy
import numpy as np

# Buffer name -> Blender's pass.
PASSES = {
    "colour": "Image",
    "albedo": "Denoising Albedo",
    "normal": "Denoising Normal",
    "depth": "Denoising Depth",
}


def set_quality(sc, op, samples, seed):
    sc.render.engine = "CYCLES"
    sc.render.resolution_x, sc.render.resolution_y = (op.width, op.height)
    sc.render.threads_mode = "FIXED"
    sc.render.threads = op.threads
    cy = sc.cycles
    cy.samples = samples
    cy.seed = seed
    cy.use_denoising = False
    cy.use_adaptive_sampling = True
    cy.adaptive_threshold = 0.08
    cy.adaptive_min_samples = 8
    cy.max_bounces = 6
    cy.diffuse_bounces = 2
    cy.glossy_bounces = 3
    cy.transmission_bounces = 6
    cy.transparent_max_bounces = 8
    cy.caustics_reflective = cy.caustics_refractive = False
    cy.sample_clamp_indirect = 3
    cy.sample_clamp_direct = 12
    cy.blur_glossy = 1


def store_passes(sc, folder):
    sc.view_layers[0].cycles.denoising_store_passes = True
    sc.use_nodes = True
    t = sc.node_tree
    t.nodes.clear()
    layers = t.nodes.new("CompositorNodeRLayers")
    files = t.nodes.new("CompositorNodeOutputFile")
    files.base_path = folder
    files.format.file_format = "OPEN_EXR"
    files.format.color_depth = "32"
    files.format.color_mode = "RGB"
    files.file_slots.clear()
    for i, (name, source) in enumerate(PASSES.items()):
        files.file_slots.new(name)
        t.links.new(layers.outputs[source], files.inputs[i])


def read_pass(path, op):
    im = bpy.data.images.load(path)
    im.colorspace_settings.name = "Non-Color"
    a = np.empty(op.width * op.height * 4, np.float32)
    im.pixels.foreach_get(a)
    return a.reshape(op.height, op.width, 4)[::-1, :, :3]


def traced(op, samples, seed):
    """Renders the scene that is open; gives (height, width, 3) linear arrays by the names in PASSES."""
    sc = bpy.context.scene
    set_quality(sc, op, samples, seed)
    with tempfile.TemporaryDirectory() as folder:
        store_passes(sc, folder)
        bpy.ops.render.render()
        return {name: read_pass(f"{folder}/{name}{sc.frame_current:04d}.exr", op) for name in PASSES}
