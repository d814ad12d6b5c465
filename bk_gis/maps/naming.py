"""Where names stand, by the rule that is written in placing.py."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from bk_gis.maps.placing import AREA, NAME, Array, Box, Label, Taken, joints


class Spot(NamedTuple):
    """A point where the middle of an area's name may stand."""

    x: float
    y: float
    within: bool


def place_labels(
    labels: Sequence[Label],
    taken: Taken,
    unit: float,
    *,
    paper: bool,
    crosses: Callable[[Box], bool] = lambda _: False,
) -> list[Box | None]:
    """Place names by their discs, or leave them out; `crosses` says whether a box crosses a border."""
    boxes: list[Box | None] = []
    for label in labels:
        near = _beside(label, unit)
        free = [box for box in near if not taken.hits(box) and taken.is_nearest(label, box)]
        box = next((box for box in free if not crosses(box)), free[0] if free else None)
        if box is None and paper and len(labels) <= NAME["all_up_to"]:
            further = (box for box in _further_off(label, unit) if not taken.hits(box))
            box = next((box for box in further if taken.is_joined(label, box, unit)), None)
        if box is not None:
            for part in (box, *joints(label, box, unit)):
                taken.add(part)
        boxes.append(box)
    return boxes


def _beside(label: Label, unit: float) -> list[Box]:
    w, h, x, y = label.width, label.height, label.x, label.y
    beside, above = label.radius + NAME["beside"] * unit, label.radius + NAME["above"] * unit
    d = label.radius * 0.7071 + NAME["corner"] * unit
    corners = [
        (x + beside, y - h / 2),
        (x - w / 2, y - above - h),
        (x - beside - w, y - h / 2),
        (x - w / 2, y + above),
        (x + d, y - d - h),
        (x + d, y + d),
        (x - d - w, y - d - h),
        (x - d - w, y + d),
    ]
    return [Box(left, bottom, left + w, bottom + h) for left, bottom in corners]


def _further_off(label: Label, unit: float) -> Iterator[Box]:
    w, h = label.width, label.height
    for step, way in product(range(1, NAME["steps"] + 1), range(NAME["ways"])):
        away = label.radius + NAME["further"] * step * unit
        turn = 2 * math.pi * way / NAME["ways"]
        x = label.x + math.cos(turn) * (away + w / 2) - w / 2
        y = label.y - math.sin(turn) * (away + h / 2) - h / 2
        yield Box(x, y, x + w, y + h)


def area_spots(rings: Sequence[Array], *, around: bool = False) -> list[Spot]:
    """List spots of an area, the farthest within it first; names are wide, so that width counts less."""
    every = math.ceil(sum(map(len, rings)) / AREA["vertices"])
    rough = [ring[::every] for ring in rings]
    edge = np.concatenate(rough)
    (west, south), (east, north) = np.concatenate(rings).min(axis=0), np.concatenate(rings).max(axis=0)
    more = AREA["around"] if around else 0
    rows, columns = np.arange(1, AREA["spots"]), np.arange(1 - more, AREA["spots"] + more)
    x, y = np.meshgrid(
        west + (east - west) * (columns / AREA["spots"]), south + (north - south) * (rows / AREA["spots"])
    )
    within = np.zeros(x.shape, dtype=bool)
    for ring in rough:
        for (xa, ya), (xb, yb) in zip(ring, np.roll(ring, 1, axis=0), strict=True):
            across = (ya > y) != (yb > y)
            within[across] ^= x[across] < (xb - xa) * (y[across] - ya) / (yb - ya) + xa
    clear = np.hypot((x[..., None] - edge[:, 0]) / AREA["width"], y[..., None] - edge[:, 1]).min(axis=2)
    near = [within[:, max(0, j - more) : j + more + 1].any(axis=1) for j in range(len(columns))]
    # Rounded, so that spots that are as good stay in the order of the grid.
    order = np.argsort(-np.floor(np.where(within, clear, -clear) * 1e6 + 0.5), axis=None, kind="stable")
    return [
        Spot(float(x.flat[i]), float(y.flat[i]), bool(within.flat[i]))
        for i in order
        if near[i % len(columns)][i // len(columns)]
    ]


def place_in_area(
    spots: Sequence[Spot], size: tuple[float, float], taken: Taken, unit: float, *, always: bool = False
) -> Box | None:
    """Place a name of a width and height on one of the spots of its area, or leave it out."""
    width, height = size
    boxes = [Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y, _ in spots]
    within = [box for box, spot in zip(boxes, spots, strict=True) if spot.within]
    apart = (box for box in within if not taken.hits(box.shrunk(-AREA["clear"] * unit)))
    box = next(apart, None) or next((box for box in boxes if not taken.hits(box)), None)
    if box is None and always:
        box = next(filter(taken.frames, boxes), None)
    if box is not None:
        taken.add(box)
    return box
