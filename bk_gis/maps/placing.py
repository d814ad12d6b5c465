"""
Where discs and names stand, so that none hides another: one rule for page, sheet and exports.

page/src/placing.js is the same rule in JavaScript; a browser test holds the two equal. Its numbers are in
symbols.json, in pixels; `unit` is what a pixel is to whoever asks.

**Discs.** The largest chooses first. One that is alone at its point stands on it. Of those that share a
point the first stands to the left of it and the second to the right, `open` away, so that the point is
seen. Where that is taken, a disc goes outwards on a sunflower's spiral around its point, to the first spot
that is `gap` away from every disc that stands, and from there as near to the point as it can. Of more than
`crowd` discs only those of one point make way for each other, which is the same at every scale. A line
joins a disc that does not cover its point to it.

**Names** hit something where they cover a disc with its outline, or another name, or leave the frame. They
choose in this order: marks of what is missing; clusters, the largest first; districts; communes.
A cluster's name stands to the right of its disc, below, to the left, above, or at a corner: below right,
above right, below left, above left; at the first of these where it hits nothing, no other disc is nearer to
it than its own and, on paper, it crosses no border if there is one. Otherwise, on paper with no more than
`all_up_to` names, it goes further off, to where a line that hits nothing joins it to its disc. The others are
left out.
A unit's name stands within it, as far from its edges as it can, where it hits nothing for `clear` around it,
or else where it hits nothing; what finds no place is left out. On paper the name of a district may then stand
to its left or right, as a mark of what is missing may anywhere; without room for its name that mark stands
alone, where it hits nothing or in the end where it does. What lies over the map counts as standing on it.
More than `most_marked` are hatched instead, and named on demand.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from bk_gis.maps.symbols import TABLE

Array = np.ndarray[Any, np.dtype[np.float64]]
DISC, NAME, AREA = TABLE["disc"], TABLE["name"], TABLE["area"]
_GOLDEN = math.pi * (3 - math.sqrt(5))
_TOUCH = 1 - 1e-6  # of a distance: discs may touch, whatever the last digits are
_AT_ONCE = 64  # spots that are tried in one step
_CELLS = 24  # of the grid, to a side of the frame


@dataclass(frozen=True)
class Box:
    """A rectangle: its edges from the lower left corner of what it lies on."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def shrunk(self, by: float) -> "Box":
        """Move all edges inwards."""
        return Box(self.left + by, self.bottom + by, self.right - by, self.top - by)


def side_by_side(points: Array, radii: Array, unit: float, *, crowd: bool = False) -> Array:
    """
    Find where discs stand so that none covers another; points and result have the shape (n, 2).

    In a `crowd` only those of one point make way for each other, as always where there are very many.
    """
    spots = np.array(points, dtype=float)
    if not len(points):
        return spots
    places, place, size = np.unique(spots, axis=0, return_inverse=True, return_counts=True)
    place = place.ravel()
    crowd = crowd or len(points) > DISC["crowd"]
    gap, apart = DISC["gap"] * unit, DISC["open"] * unit
    # x, y and radius of what stands; a shared point is kept open as a disc is.
    open_points = np.column_stack([places, np.full(len(places), apart - gap)])
    shared = size > 1
    rooms = [open_points[i : i + shared[i]] for i in range(len(places))] if crowd else [open_points[shared]]
    tried = np.zeros(len(places), dtype=int)
    for i in sorted(range(len(points)), key=lambda i: (-radii[i], i)):
        here, radius = place[i], radii[i]
        room = here if crowd else 0
        near = radius + apart if shared[here] else 0.0
        standing, k = rooms[room], tried[here]
        while True:
            spiral = np.arange(k, k + _AT_ONCE)
            away = near + DISC["step"] * (radius + gap) * np.sqrt(np.maximum(spiral - 1, 0))
            free = _free(_around(points[i], spiral, away), standing, radius + gap)
            if free.any():
                break
            k += _AT_ONCE
        k += int(free.argmax())
        start, end = near, float(away[free.argmax()])
        for _ in range(DISC["halves"] if end > start else 0):
            middle = (start + end) / 2
            back = _free(_around(points[i], np.array([k]), np.array([middle])), standing, radius + gap)[0]
            start, end = (start, middle) if back else (middle, end)
        spots[i] = _around(points[i], np.array([k]), np.array([end]))[0]
        rooms[room] = np.vstack([standing, [*spots[i], radius]])
        tried[here] = k
    return spots


def _around(point: Array, spiral: Any, away: Array) -> Array:
    """Find spots of the spiral, so far away from its middle: left, right, then by golden angles."""
    turn = np.where(spiral < 2, math.pi * (1 - spiral), _GOLDEN * spiral)
    return point + np.column_stack([away * np.cos(turn), away * np.sin(turn)])


def _free(spots: Array, standing: Array, reach: float) -> Any:
    """Say of each spot whether a disc there, with the gap around it, covers nothing that stands."""
    distance = np.hypot(*(spots[:, None] - standing[:, :2]).transpose(2, 0, 1))
    return np.all(distance >= _TOUCH * (reach + standing[:, 2]), axis=1)


class Taken:
    """Boxes and discs on a grid, to ask quickly whether a box would cover any of them."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self._cell = max(frame.width, frame.height) / _CELLS
        self._cells: dict[tuple[int, int], list[tuple[Box, Disc | None]]] = {}

    def add(self, box: Box, disc: "Disc | None" = None) -> None:
        """Take the place of a box, or of the disc in it."""
        for key in self._keys(box):
            self._cells.setdefault(key, []).append((box, disc))

    def add_disc(self, x: float, y: float, radius: float) -> None:
        """Take the place of a disc."""
        self.add(Box(x - radius, y - radius, x + radius, y + radius), Disc(x, y, radius))

    def hits(self, box: Box) -> bool:
        """Say whether a box covers something or leaves the frame."""
        return not self.frames(box) or any(_covers(box, *other) for other in self._near(box))

    def frames(self, box: Box) -> bool:
        """Say whether a box lies in the frame."""
        frame = self.frame
        inside = frame.left <= box.left and box.right <= frame.right
        return inside and frame.bottom <= box.bottom and box.top <= frame.top

    def is_nearest(self, label: "Label", box: Box) -> bool:
        """Say whether no other disc is nearer to the box of a label than its own."""
        reach = _away(label, box) - label.radius
        discs = (disc for _, disc in self._near(box.shrunk(-reach)) if disc)
        return all(_away(disc, box) - disc.radius >= reach for disc in discs if disc[:2] != label[:2])

    def is_joined(self, label: "Label", box: Box, unit: float) -> bool:
        """Say whether the line from a label's disc to its box hits nothing else."""
        points = joints(label, box, unit)
        if not points:
            return self.is_nearest(label, box)
        return not any(
            _covers(point, *other)
            for point in points
            for other in self._near(point)
            if not other[1] or other[1][:2] != label[:2]
        )

    def _near(self, box: Box) -> Iterator[tuple[Box, "Disc | None"]]:
        return (other for key in self._keys(box) for other in self._cells.get(key, ()))

    def _keys(self, box: Box) -> Iterator[tuple[int, int]]:
        left, right, bottom, top = (
            math.floor(edge / self._cell) for edge in (box.left, box.right, box.bottom, box.top)
        )
        return product(range(left, right + 1), range(bottom, top + 1))


class Disc(NamedTuple):
    """A disc that stands."""

    x: float
    y: float
    radius: float


class Label(NamedTuple):
    """A block of text that belongs to a disc."""

    x: float
    y: float
    radius: float
    width: float
    height: float


def _covers(box: Box, other: Box, disc: Disc | None) -> bool:
    beside = box.left >= other.right or box.right <= other.left
    if beside or box.bottom >= other.top or box.top <= other.bottom:
        return False
    return disc is None or _away(disc, box) < disc.radius


def _away(disc: Disc | Label, box: Box) -> float:
    """Measure from the middle of a disc to a box."""
    near = min(max(disc.x, box.left), box.right), min(max(disc.y, box.bottom), box.top)
    return math.dist(near, disc[:2])


def leader(label: Label, box: Box, unit: float) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Find the line from the edge of a disc to its name, where that stands further off."""
    x, y = min(max(label.x, box.left), box.right), min(max(label.y, box.bottom), box.top)
    away = math.dist((x, y), (label.x, label.y))
    if away <= label.radius + NAME["leader"] * unit:
        return None
    share = label.radius / away
    return (label.x + (x - label.x) * share, label.y + (y - label.y) * share), (x, y)


def joints(label: Label, box: Box, unit: float) -> list[Box]:
    """Cover the line from a disc to its name, if there is one, with small boxes."""
    line, half = leader(label, box, unit), NAME["line"] * unit
    if line is None:
        return []
    (xa, ya), (xb, yb) = line
    shares = [i / NAME["joints"] for i in range(1, NAME["joints"])]
    spots = [(xa + (xb - xa) * share, ya + (yb - ya) * share) for share in shares]
    return [Box(x - half, y - half, x + half, y + half) for x, y in spots]
