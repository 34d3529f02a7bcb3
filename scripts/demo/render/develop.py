"""From a linear render to the look of a phone picture."""

import numpy as np
from denoise import nlm


def blur(a, r):
    for ax in (0, 1):
        for _ in range(2):
            pad = [(0, 0)] * a.ndim
            pad[ax] = (r + 1, r)
            c = np.cumsum(np.pad(a, pad, mode="edge"), ax, dtype=np.float64)
            n = a.shape[ax]
            window = np.take(c, range(2 * r + 1, 2 * r + 1 + n), ax) - np.take(c, range(0, n), ax)
            a = (window / (2 * r + 1)).astype(np.float32)
    return a


def denoised(col, alb, nor, dep):
    """Filters the light alone (colour divided by albedo), so that textures stay sharp."""
    A = np.clip(alb, 0.02, 2)
    light = np.log1p(np.clip(np.nan_to_num(col), 0, 60) / A * 4)
    dep = np.clip(dep, 0, 50)
    first = nlm(light, light, nor, dep, alb, 4, 2, 0.3, 0.5, 0.03, 0.35)
    second = nlm(light, first, nor, dep, alb, 7, 1, 0.07, 0.35, 0.03, 0.3)
    return np.expm1(second) / 4 * A


def exposed(img, rs):
    """Automatic exposure, white balance a little off, local tone mapping, film curve, sRGB, levels."""
    lum = img.mean(2) + 0.0001
    img = img * (0.19 * rs.uniform(0.92, 1.15) / np.exp(np.mean(np.log(lum))))
    wb = rs.uniform(-1, 1)
    img *= np.array([1 + 0.045 * wb, 1, 1 - 0.06 * wb], np.float32)
    base = blur(np.log(img.mean(2) + 0.001), 40)
    img *= np.exp(-0.12 * (base - base.mean()))[..., None]
    img = np.clip(img * (2.3 * img + 0.05) / (img * (2.1 * img + 0.62) + 0.12), 0, 1)
    img = np.where(img <= 0.0031308, img * 12.92, 1.055 * np.power(np.maximum(img, 1e-06), 1 / 2.4) - 0.055)
    lo, hi = np.percentile(img, (0.4, 99.3))
    img = np.clip((img - lo) / max(hi - lo, 0.3), 0, 1.05) * 0.95 + 0.012
    return img + 0.24 * (img - 0.5) * img * (1.06 - img)


def without_steps(img, dep):
    """Softens outlines, where few samples leave steps: an outline is a jump of the depth."""
    d = np.clip(dep, 0.05, 50)
    p = np.pad(d, 1, mode="edge")
    bend = np.abs(p[:-2, 1:-1] + p[2:, 1:-1] - 2 * d) + np.abs(p[1:-1, :-2] + p[1:-1, 2:] - 2 * d)
    edge = blur(np.clip(bend / d * 60, 0, 1), 1)[..., None]
    return img + np.clip(edge * 1.6, 0, 0.85) * (blur(img, 1) - img)


def develop(col, alb, nor, dep, rs):
    """sRGB picture, 0..1, with the vignette, tame colours, over-sharpening and chroma noise of a phone."""
    img = without_steps(exposed(denoised(col, alb, nor, dep), rs), dep)
    H, W = dep.shape
    yy, xx = np.mgrid[0:H, 0:W]
    rr = ((xx / W - 0.5) ** 2 + (yy / H - 0.5) ** 2 * 0.8) * 2
    img *= (1 - 0.2 * rr**1.4)[..., None]
    m = img.mean(2, keepdims=True)
    sat = (img.max(2) - img.min(2))[..., None]
    img = m + (img - m) * (rs.uniform(0.8, 0.92) - 0.25 * sat)
    img = img + 0.45 * (img - blur(img, 1))
    n = rs.normal(0, 1, (H, W, 1)) * 0.011 + blur(rs.normal(0, 1, (H, W, 3)).astype(np.float32), 1) * 0.022
    return np.clip(img + n * (1.15 - m), 0, 1)
