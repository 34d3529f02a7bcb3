"""The register of scenes and what each of them returns."""

from options import R

SCENES = {}


def scene(f):
    SCENES[f.__name__] = f
    return f


def shot(t, d, h=1.35, az=25, lens=28, close=None, cd=0.55, ch=None):
    """How to photograph a lot: target, distance, camera height (metres), azimuth (degrees), lens (mm);
    close, cd and ch are the target, distance and height of the detail."""
    return dict(t=t, d=d, h=h, az=az, lens=lens, close=close or t, cd=cd, ch=ch)


def any_wall():
    return R.choice(["plaster", "block", "grey", "white", "green", "plaster"])
