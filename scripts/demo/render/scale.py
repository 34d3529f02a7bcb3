"""A platform scale with a seven-segment display, and the digits on it."""

from math import radians as rad
from geometry import box, curve, group, lathe
from graph import M
from material_plain import alu, plain, steel

# Segments lit for each sign: top, top right, bottom right, bottom, bottom left, top left, middle.
SEGMENTS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}
PLATFORM_TOP = 0.135


def digit(sign, x, z, w, h, ink):
    """One digit, w x h metres, its lower left corner at (x, z) on the plane y = 0."""
    t = w * 0.23
    half = (h - 3 * t) / 2
    flat = {"a": h - t, "g": (h - t) / 2, "d": 0}
    upright = {"b": (w - t, t + half + t), "c": (w - t, t), "e": (0, t), "f": (0, t + half + t)}
    for s in SEGMENTS[sign]:
        if s in flat:
            box(w - 2 * t, 0.001, t * 0.9, ink, (x + w / 2, -0.001, z + flat[s]), bev=0)
        else:
            dx, dz = upright[s]
            box(t * 0.9, 0.001, half, ink, (x + dx + t / 2, -0.001, z + dz), bev=0)


def unit(x, z, h, ink):
    """The letters kg, h metres high."""
    t = h * 0.16
    box(t, 0.001, h, ink, (x, -0.001, z), bev=0)
    for turn in (1, -1):
        at = (x + h * 0.24, -0.001, z + h * (0.27 + turn * 0.15))
        box(t, 0.001, h * 0.5, ink, at, (0, turn * rad(48), 0), bev=0, base=False)
    gx = x + h * 0.85
    for dx, dz, w, hh in (
        (0, 0.56, 0.5, 0.16),
        (0, 0.02, 0.5, 0.16),
        (0, -0.3, 0.5, 0.16),
        (-0.17, 0.02, 0.16, 0.6),
        (0.17, -0.3, 0.16, 0.92),
    ):
        box(w * h, 0.001, hh * h, ink, (gx + dx * h, -0.001, z + dz * h), bev=0)


def reading(text):
    """The lit window of the display, 0.24 x 0.085 m, with its base in the middle at the origin."""
    window = M(plain, "lcd", "#b4c69a", 0.3, 0, 0, dirt=0.05, dust=0, var=0, scratch=0)
    ink = M(plain, "lcdink", "#10160f", 0.4, 0, 0, dirt=0, dust=0, var=0, scratch=0)
    box(0.24, 0.002, 0.085, window, (0, 0, 0), bev=0)
    w, h, gap = (0.027, 0.058, 0.0085)
    x = 0.062
    for sign in reversed(text):
        if sign == ".":
            box(0.009, 0.001, 0.009, ink, (x + gap * 0.1, -0.001, 0.012), bev=0)
            x -= gap * 0.8
            continue
        digit(sign, x - w, 0.013, w, h, ink)
        x -= w + gap
    unit(0.083, 0.02, 0.024, ink)


def indicator(text):
    shell = M(plain, "shell", "#d3d4d1", 0.4, 0, 0.0002, 200, 0.25, 0.3)
    dark = M(plain, "bezel", "#1d1f21", 0.35, 0, 0, dust=0.15)
    keys = [M(plain, "key", c, 0.45) for c in ("#3c5f8f", "#8d8f90", "#8d8f90", "#a8392c")]
    box(0.3, 0.05, 0.19, shell, bev=0.012)
    box(0.264, 0.006, 0.108, dark, (0, -0.026, 0.068), bev=0.003)
    group(lambda: reading(text), (0, -0.0302, 0.0795))
    for i, m in enumerate(keys):
        box(0.044, 0.008, 0.028, m, (-0.099 + i * 0.066, -0.026, 0.02), bev=0.004)


def platform_scale(text, loc=(0, 0, 0), rz=0):
    """Platform 0.62 x 0.52 m with its top at PLATFORM_TOP and the indicator on a column behind it."""

    def f():
        frame = M(plain, "frame", "#4b5a68", 0.45, 0, 0.0003, 60, 0.4, 0.4, rust=0.12)
        box(0.6, 0.5, 0.07, frame, (0, 0, 0.025), bev=0.008)
        box(0.62, 0.52, 0.04, M(alu), (0, 0, PLATFORM_TOP - 0.04), bev=0.006)
        for x in (-0.25, 0.25):
            for y in (-0.2, 0.2):
                lathe(
                    [(0, 0), (0.028, 0), (0.03, 0.008), (0.012, 0.014), (0.012, 0.03)],
                    M(steel),
                    20,
                    (x, y, 0),
                )
        box(0.1, 0.09, 0.03, frame, (0, 0.285, 0.03), bev=0.004)
        lathe([(0.021, 0.05), (0.021, 0.68), (0, 0.68)], M(alu), 32, (0, 0.29, 0))
        group(lambda: indicator(text), (0, 0.27, 0.66), (rad(-24), 0, 0))
        cable = M(plain, "lead", "#1c1c1d", 0.5)
        curve([(0.03, 0.3, 0.72), (0.07, 0.33, 0.5), (0.05, 0.33, 0.2), (0.06, 0.27, 0.07)], 0.004, cable)

    return group(f, loc, (0, 0, rz))
