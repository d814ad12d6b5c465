"""Where discs and names go, so that none hides another: millimetres in, millimetres out."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import shapely

from bk_gis.maps.sheet.canvas import Box

Array = np.ndarray[Any, np.dtype[np.float64]]
_ROUNDS = 200  # of pushing apart; a plan of twenty clusters is done after about ten
_CELL = 12.0  # millimetres
_GOLDEN = 3 - math.sqrt(5)  # of half a turn, as the seeds of a sunflower


def spread(points: Array, radii: Array, gap: float) -> Array:
    """
    Move discs apart until none covers another; those of one point stand around it, of two side by side.

    Points and the result have the shape (n, 2). Discs that are free stay on their point.
    """
    if len(points) < 2:
        return points.copy()
    spots = points + _beside(points, radii)
    reach = 2 * float(radii.max()) + gap
    for _ in range(_ROUNDS):
        discs: Any = shapely.points(spots)
        tree = shapely.STRtree(discs)
        first, second = tree.query(tree.geometries, predicate="dwithin", distance=reach)
        first, second = first[first < second], second[first < second]
        apart = spots[second] - spots[first]
        distance = np.hypot(*apart.T)
        overlap = radii[first] + radii[second] + gap - distance
        hit = overlap > gap / 50
        if not hit.any():
            break
        first, second = first[hit], second[hit]
        push = apart[hit] * (0.52 * overlap[hit] / np.maximum(distance[hit], 1e-9))[:, None]
        moves, pushed = np.zeros_like(spots), np.zeros(len(spots))
        np.add.at(moves, np.concatenate([first, second]), np.concatenate([-push, push]))
        np.add.at(pushed, np.concatenate([first, second]), 1)
        # Whoever is pushed from all sides goes a part of the way, so that a crowd stays together.
        spots = spots + moves / np.sqrt(np.maximum(pushed, 1))[:, None]
    return spots


def _beside(points: Array, radii: Array) -> Array:
    """First steps away from their common point for those that share one: left and right, or a spiral."""
    steps = np.zeros_like(points)
    _, group, size = np.unique(points, axis=0, return_inverse=True, return_counts=True)
    seen = np.zeros(len(size), dtype=int)
    for i, g in enumerate(group.ravel()):
        if size[g] > 1:
            pair = size[g] == 2  # the gap between two lies on their point
            turn = math.pi * (1 + seen[g] * (1 if pair else _GOLDEN))
            away = radii[i] * (1 if pair else 0.8 * math.sqrt(seen[g] + 0.2))
            steps[i] = away * math.cos(turn), away * math.sin(turn)
            seen[g] += 1
    return steps


class Taken:
    """Boxes and discs on a grid, to ask quickly whether a box would cover any of them."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self._cells: dict[tuple[int, int], list[tuple[Box, float]]] = {}

    def add(self, box: Box) -> None:
        """Take the place of a box."""
        self._put(box, 0)

    def add_disc(self, x: float, y: float, radius: float) -> None:
        """Take the place of a disc."""
        self._put(Box(x - radius, y - radius, x + radius, y + radius), radius)

    def hits(self, box: Box) -> bool:
        """Say whether a box covers something or leaves the frame."""
        frame = self.frame
        inside = frame.left <= box.left and box.right <= frame.right
        if not (inside and frame.bottom <= box.bottom and box.top <= frame.top):
            return True
        return any(_covers(box, *other) for key in _keys(box) for other in self._cells.get(key, ()))

    def _put(self, box: Box, radius: float) -> None:
        for key in _keys(box):
            self._cells.setdefault(key, []).append((box, radius))


def _covers(box: Box, other: Box, radius: float) -> bool:
    if (
        box.left >= other.right
        or box.right <= other.left
        or box.bottom >= other.top
        or box.top <= other.bottom
    ):
        return False
    if not radius:
        return True
    x, y = other.left + radius, other.bottom + radius
    near = min(max(x, box.left), box.right) - x, min(max(y, box.bottom), box.top) - y
    return math.hypot(*near) < radius


def _keys(box: Box) -> Iterator[tuple[int, int]]:
    across = range(math.floor(box.left / _CELL), math.floor(box.right / _CELL) + 1)
    return product(across, range(math.floor(box.bottom / _CELL), math.floor(box.top / _CELL) + 1))


@dataclass(frozen=True)
class Label:
    """A block of text that belongs to a disc."""

    x: float
    y: float
    radius: float
    width: float
    height: float


def place_labels(
    labels: Sequence[Label], taken: Taken, unit: float, *, borders: shapely.Geometry, all_of_them: bool
) -> list[Box | None]:
    """
    Place labels beside their discs so that none covers a disc or another label, nor a border if possible.

    The first ones choose first. One that fits nowhere beside its disc goes further off, and wants a leader;
    where there is no place at all it is left out, or set beside its disc if `all_of_them` have to be there.
    """
    shapely.prepare(borders)
    boxes: list[Box | None] = []
    for label in labels:
        near = list(_beside_disc(label, unit))
        free = [box for box in near if not taken.hits(box)]
        clear = (box for box in free if not shapely.intersects(borders, _as_polygon(box)))
        box = next(clear, free[0] if free else None)
        if box is None and all_of_them:
            box = next((box for box in _further_off(label, unit) if not taken.hits(box)), near[0])
        if box is not None:
            taken.add(box)
        boxes.append(box)
    return boxes


def _as_polygon(box: Box) -> shapely.Polygon:
    return shapely.box(box.left, box.bottom, box.right, box.top)


def _beside_disc(label: Label, unit: float) -> Iterator[Box]:
    w, h, x, y = label.width, label.height, label.x, label.y
    away = label.radius + 1.0 * unit
    d = label.radius * 0.7071 + 0.6 * unit
    corners = [
        (x + away, y - h / 2),
        (x - w / 2, y - away - h),
        (x - away - w, y - h / 2),
        (x - w / 2, y + away),
        (x + d, y - d - h),
        (x + d, y + d),
        (x - d - w, y - d - h),
        (x - d - w, y + d),
    ]
    return (Box(left, bottom, left + w, bottom + h) for left, bottom in corners)


def _further_off(label: Label, unit: float) -> Iterator[Box]:
    w, h = label.width, label.height
    for step, turn in product(range(1, 14), range(16)):
        away = label.radius + 3.5 * step * unit
        way = math.cos(turn * math.pi / 8), math.sin(turn * math.pi / 8)
        x = label.x + way[0] * (away + w / 2) - w / 2
        y = label.y + way[1] * (away + h / 2) - h / 2
        yield Box(x, y, x + w, y + h)


def place_inside(area: shapely.Geometry, width: float, height: float, taken: Taken, unit: float) -> Box:
    """Place a name in its area, as near its middle as nothing is in the way; or else close to it."""
    area = shapely.simplify(area, 0.5 * unit)
    middle = shapely.point_on_surface(area)
    wide = shapely.buffer(area, 8 * unit, quad_segs=2)
    left, bottom, right, top = shapely.bounds(wide)
    steps = np.meshgrid(np.arange(left, right, 2 * unit), np.arange(bottom, top, 2 * unit))
    xy = np.column_stack([axis.ravel() for axis in steps])
    xy = xy[shapely.intersects_xy(wide, *xy.T)]
    boxes = shapely.box(
        xy[:, 0] - width / 2, xy[:, 1] - height / 2, xy[:, 0] + width / 2, xy[:, 1] + height / 2
    )
    outside = shapely.area(shapely.difference(boxes, area))
    order = np.argsort(outside * 4 + shapely.distance(shapely.points(xy), middle), kind="stable")
    order = order[: max(1, int((outside <= 0.7 * width * height).sum()))]  # the rest would name a neighbour
    candidates = [
        Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in xy[order].tolist()
    ]
    # Not so near to a disc that it could be taken for its name.
    apart = (box for box in candidates if not taken.hits(box.shrunk(-2.5 * unit)))
    near = (box for box in candidates if not taken.hits(box))
    box = next(apart, None) or next(near, candidates[0])
    taken.add(box)
    return box
