"""Things that happen to stand near a lot; wy is where the back wall is."""

from math import cos, radians as rad, sin
from geometry import box, curve, lathe
from graph import M
from material_plain import plain
from material_wood import wood
from options import R, U
from pieces import carton


def stray_boards(wy):
    m = M(wood, R.choice(["spruce", "grey", "chestnut"]), weather=0.4)
    x = U(0.9, 1.5) * R.choice([-1, 1])
    for i in range(R.randint(2, 4)):
        box(
            U(1.5, 2.3),
            U(0.08, 0.2),
            0.025,
            m,
            (x + U(-0.2, 0.2), wy - U(0.24, 0.3) - i * 0.02, 0),
            (0, -rad(90 - U(1, 6)), rad(90 + U(-4, 4))),
            base=False,
        ).location.z = 1.0


def stray_box(wy):
    x = U(0.85, 1.5) * R.choice([-1, 1])
    h = U(0.2, 0.4)
    carton(U(0.3, 0.5), U(0.25, 0.4), h, (x, wy - U(0.3, 0.5), 0), U(-0.4, 0.4), R.random() < 0.4)


def stray_bucket(wy):
    x = U(0.8, 1.4) * R.choice([-1, 1])
    lathe(
        [
            (0, 0.004),
            (0.115, 0.004),
            (0.12, 0.01),
            (0.15, 0.27),
            (0.157, 0.272),
            (0.157, 0.28),
            (0.147, 0.28),
            (0.116, 0.012),
            (0, 0.012),
        ],
        M(plain, "bucket", R.choice(["#2e2c2a", "#b8b4a8", "#3a5674", "#a13f2c"]), 0.45),
        loc=(x, wy - U(0.3, 0.6), 0),
    )


def stray_broom(wy):
    x = U(0.7, 1.5) * R.choice([-1, 1])
    tx = x + U(-0.2, 0.2)
    curve([(x, wy - 0.3, 0.08), (tx, wy - 0.02, 1.45)], 0.011, M(wood, "spruce", saw=0), smooth=False)
    box(0.32, 0.06, 0.05, M(wood, "beech"), (x, wy - 0.31, 0.06), (-0.2, 0, 0))
    box(
        0.31, 0.05, 0.07, M(plain, "bristle", "#33302a", 0.9, 0, 0.004, 300), (x, wy - 0.315, 0), (-0.1, 0, 0)
    )


def stray_cable(wy):
    x, y = (U(0.5, 1.2) * R.choice([-1, 1]), U(-0.2, 0.4))
    pts = [
        (
            x + (0.15 + 0.03 * sin(i * 1.7)) * cos(i * 0.5),
            y + (0.15 + 0.02 * cos(i)) * sin(i * 0.5),
            0.008 + i * 0.0006,
        )
        for i in range(60)
    ]
    curve(
        pts + [(x + 0.5, y - 0.2, 0.006), (x + 1.2, y + 0.1, 0.006)],
        0.005,
        M(plain, "cable", R.choice(["#c65a1e", "#1c1c1c", "#d6d3cc"]), 0.5),
    )


STRAY = [stray_boards, stray_box, stray_bucket, stray_broom, stray_cable, stray_boards, stray_box]
