"""The denoiser: denoise.c compiled once per run (Debian's Blender has no OpenImageDenoise)."""

import ctypes
import os
import subprocess
import tempfile
from functools import cache

import numpy as np


@cache
def compiled():
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "denoise.c")
    shared = os.path.join(tempfile.mkdtemp(), "denoise.so")
    flags = ["-O3", "-ffast-math", "-march=native", "-fopenmp", "-shared", "-fPIC"]
    subprocess.run(["cc", *flags, source, "-o", shared, "-lm"], check=True)
    return ctypes.CDLL(shared)


def nlm(src, guide, normal, depth, albedo, r, p, h, sn, sd, sa):
    """Joint non-local means over (height, width, 3) arrays; the parameters are those of denoise.c."""
    arrays = [np.ascontiguousarray(a, np.float32) for a in (src, guide, normal, depth, albedo)]
    height, width = arrays[3].shape
    arrays.append(np.empty_like(arrays[0]))
    pointers = [a.ctypes.data_as(ctypes.c_void_p) for a in arrays]
    compiled().nlm(*pointers, width, height, r, p, *[ctypes.c_float(v) for v in (h, sn, sd, sa)])
    return arrays[-1]
