"""Which polygon of a coverage holds each point: exact, and without geometry for nearly all points."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from bk_gis.errors import InputError
from bk_gis.language.words import both

Array = np.ndarray[Any, np.dtype[Any]]

OUTSIDE = -1
_MIXED = -2  # an edge runs through the cell
_FEW = 2_000  # points for which a grid is not worth building
_CHUNK = 1 << 16  # points at a time: what they need stays in the processor's cache
_PAD = 1e-6  # cells; rounding moves a point by less than 1e-11 cells
_ONE = 1 << 24  # in a sum of polygons: one polygon more, beside its number
# Shewchuk, Adaptive precision floating-point arithmetic (1997): ccwerrboundA, (3 + 16 e) e, e = 2**-53.
_ROUNDING = 3.3306690738754716e-16
_TINY = 1e-290  # below it products underflow and the bound above does not hold


class Locator:
    """
    Finds the polygon that holds a point.

    A grid is laid over the polygons. A cell without an edge lies in one polygon, or outside, and
    answers by a lookup; within a cell that edges run through, the way from its centre to the point
    is followed across these edges. Signs that floating point cannot be sure of are left to GEOS, so
    that the answer is exact for every point.

    The polygons are valid Polygons or MultiPolygons, shape (n,), in a plane CRS or in degrees; others are an
    InputError. A point that several hold, on a shared boundary or where they overlap, belongs to the first of
    them. Missing and empty ones hold no point.
    """

    def __init__(self, polygons: Iterable[shapely.Geometry | None]) -> None:
        self.polygons = np.asarray(polygons, dtype=object)
        used = ~(shapely.is_missing(self.polygons) | shapely.is_empty(self.polygons))
        areal = np.isin(shapely.get_type_id(self.polygons), (3, 6))
        if (bad := np.flatnonzero(used & ~(areal & shapely.is_valid(self.polygons)))).size:
            raise InputError(both("fault_geo.bad polygons", positions=bad[:20].tolist()))
        self.polygons[~used] = None

    def positions(self, x: Array, y: Array) -> Array:
        """
        Find the position of the polygon that holds each point, -1 where none does.

        Coordinates are in the CRS of the polygons, shape (m,). NaN and infinity are outside.
        """
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if len(x) <= _FEW or self._grid is None:
            return self._by_geometry(x, y)
        found = np.empty(len(x), dtype=np.intp)
        for start in range(0, len(x), _CHUNK):
            part = slice(start, start + _CHUNK)
            found[part] = self._by_grid(self._grid, x[part], y[part])
        return found

    def _by_geometry(self, x: Array, y: Array) -> Array:
        found = np.full(len(x), len(self.polygons), dtype=np.intp)
        finite = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        points = shapely.points(x[finite], y[finite])
        index, polygon = self._tree.query(points, predicate="intersects")
        np.minimum.at(found, finite[index], polygon)
        found[found == len(self.polygons)] = OUTSIDE
        return found

    def _by_grid(self, grid: "_Grid", x: Array, y: Array) -> Array:
        cells = grid.cells(x, y)
        found = grid.labels[cells].astype(np.intp)
        mixed = np.flatnonzero(found == _MIXED)
        if mixed.size:
            known, sure = grid.cross(cells[mixed], x[mixed], y[mixed])
            found[mixed] = known
            if (unsure := mixed[~sure]).size:
                found[unsure] = self._by_geometry(x[unsure], y[unsure])
        return found

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.polygons)

    @cached_property
    def _grid(self) -> "_Grid | None":
        return _build(self.polygons)

    def __getstate__(self) -> dict[str, Any]:
        """Leave the tree behind: it cannot travel to another process, and is rebuilt there."""
        return {name: value for name, value in self.__dict__.items() if name != "_tree"}


@dataclass(frozen=True)
class _Grid:
    """
    Cells over the polygons, with a margin of one cell that no polygon reaches: points beyond go there.

    A sum of polygons is kept as `_ONE` for each plus its number: the sum says whether there is
    exactly one, and which. Walking over an edge adds or takes away what lies on its left.
    """

    size: int
    origin: tuple[float, float]
    per_unit: tuple[float, float]  # cells in a unit of x and of y
    labels: Array  # by cell: position, OUTSIDE or _MIXED
    slot: Array  # by cell: which mixed cell it is, counted from 0
    centre: Array  # by slot: x, y
    holding: Array  # by slot: sum of the polygons that hold the centre
    trusted: Array  # by slot: no edge is so near the centre that rounding could move it across
    first: Array  # by slot: where its edges begin in `edges`; one more at the end
    edges: Array  # cell after cell: ax, ay, bx, by
    left: Array  # by edge: the polygon on its left, as a sum of one
    of_centre: Array  # by edge: whether the cell's centre lies left of it

    def cells(self, x: Array, y: Array) -> Array:
        """Cell of each point; NaN goes to the margin."""
        return self._axis(y, 1) * np.int32(self.size) + self._axis(x, 0)

    def _axis(self, values: Array, axis: int) -> Array:
        with np.errstate(over="ignore"):
            scaled = values - self.origin[axis]
            scaled *= self.per_unit[axis]
        np.fmax(scaled, 0, out=scaled)  # fmax and fmin, since they drop NaN
        np.fmin(scaled, self.size - 1, out=scaled)
        return scaled.astype(np.int32)

    def cross(self, cells: Array, x: Array, y: Array) -> tuple[Array, Array]:
        """Follow the way from the cell's centre to the point; say where the answer is sure."""
        slots = self.slot[cells]
        counts = self.first[slots + 1] - self.first[slots]
        owner, index = _ranges(self.first[slots], counts)
        of_point, sure_point = _side(self.edges[index].T, x[owner], y[owner])
        separated = np.flatnonzero(of_point != self.of_centre[index])
        by, edge = owner[separated], index[separated]
        way = np.vstack([x[by], y[by], self.centre[slots[by]].T])
        of_a, sure_a = _side(way, *self.edges[edge, :2].T)
        of_b, sure_b = _side(way, *self.edges[edge, 2:].T)
        crossed = of_a != of_b
        step = np.where(of_point[separated], self.left[edge], -self.left[edge])[crossed]
        # Sums stay far below 2**53, so that floats hold them exactly.
        total = self.holding[slots] + np.bincount(by[crossed], step, len(x)).astype(np.int64)
        sure = self.trusted[slots] & (total < 2 * _ONE)
        sure[owner[~sure_point]] = False
        sure[by[~(sure_a & sure_b)]] = False
        return np.where(total == 0, OUTSIDE, total - _ONE), sure


def _side(line: Array, px: Array, py: Array) -> tuple[Array, Array]:
    """Whether p lies left of the line from a to b, and whether that is beyond rounding."""
    ax, ay, bx, by = line
    one = (bx - ax) * (py - ay)
    other = (by - ay) * (px - ax)
    size = np.abs(one) + np.abs(other)
    return one > other, np.abs(one - other) > np.maximum(_ROUNDING * size, _TINY)


def _ranges(first: Array, counts: Array) -> tuple[Array, Array]:
    """Run from each `first` over `counts` integers: whose run it is, and the integers."""
    owner = np.repeat(np.arange(len(counts)), counts)
    offset = np.repeat(first - np.cumsum(counts) + counts, counts)
    return owner, offset + np.arange(len(owner))


def _build(polygons: Array) -> _Grid | None:
    """Lay the grid; None where there is nothing to lay it over, or a coverage too small for where it lies."""
    edges, left = _edges(polygons)
    if not len(edges):
        return None
    low, high = edges.reshape(-1, 2).min(axis=0), edges.reshape(-1, 2).max(axis=0)
    size = int(np.clip(4 * np.sqrt(len(edges)), 32, 4096))
    with np.errstate(all="ignore"):
        per_unit = (size - 3) / (high - low)
        origin = low - 1.5 / per_unit
        scaled = ((edges.reshape(-1, 2) - origin) * per_unit).reshape(-1, 4)
        rounding = np.spacing(np.abs(edges).max()) * per_unit.max()
    if not rounding < _PAD / 100:
        return None

    holding = _sums_at_centres(scaled, left, size)
    pair_edge, pair_cell = _touched(scaled, size)
    order = np.argsort(pair_cell, kind="stable")
    pair_edge, pair_cell = pair_edge[order], pair_cell[order]
    mixed, first = np.unique(pair_cell, return_index=True)

    labels = np.where(holding == 0, OUTSIDE, holding - _ONE)
    overlapping = np.setdiff1d(np.flatnonzero(holding >= 2 * _ONE), mixed)  # without an edge: left to GEOS
    mixed = np.append(mixed, overlapping)
    first = np.append(first, np.full(len(overlapping) + 1, len(pair_cell)))
    labels[mixed] = _MIXED
    slot = np.zeros(size * size, dtype=np.int32)
    slot[mixed] = np.arange(len(mixed))
    middle = np.column_stack([mixed % size, mixed // size]) + 0.5
    of_centre, trusted = _centre_sides(scaled[pair_edge], middle, slot[pair_cell])
    return _Grid(
        size=size,
        origin=tuple(origin),
        per_unit=tuple(per_unit),
        labels=labels.astype(np.int32),
        slot=slot,
        centre=middle / per_unit + origin,
        holding=holding[mixed],
        trusted=trusted,
        first=first,
        edges=edges[pair_edge],
        left=left[pair_edge],
        of_centre=of_centre,
    )


def _edges(polygons: Array) -> tuple[Array, Array]:
    """Directed edges with the polygon on their left: ax, ay, bx, by, shape (k, 4), and the sums (k,)."""
    present = np.flatnonzero(~shapely.is_missing(polygons))
    parts, of_part = shapely.get_parts(polygons[present], return_index=True)
    rings, of_ring = shapely.get_rings(shapely.orient_polygons(parts, exterior_cw=False), return_index=True)
    points, of_point = shapely.get_coordinates(rings, return_index=True)
    same_ring = of_point[:-1] == of_point[1:]
    edges = np.hstack([points[:-1], points[1:]])[same_ring]
    position = present[of_part[of_ring[of_point[:-1][same_ring]]]]
    return edges, position.astype(np.int64) + _ONE


def _sums_at_centres(scaled: Array, left: Array, size: int) -> Array:
    """Sum of the polygons that hold each cell's centre, row by row from the west; shape (size**2,)."""
    ax, ay, bx, by = scaled.T
    low, high = np.minimum(ay, by), np.maximum(ay, by)
    # Centres j + 0.5 with low <= j + 0.5 < high: an end that two edges share counts once.
    start = np.ceil(low - 0.5).astype(np.int64)
    edge, row = _ranges(start, np.ceil(high - 0.5).astype(np.int64) - start)
    share = (row + 0.5 - ay[edge]) / (by[edge] - ay[edge])
    across = ax[edge] + share * (bx[edge] - ax[edge])
    column = np.ceil(across - 0.5).astype(np.int64)
    step = np.where(by < ay, left, -left)[edge]  # southward, the left is in the east
    flat = np.bincount(row * size + column, step, size * size)
    return np.cumsum(flat.astype(np.int64))


def _touched(scaled: Array, size: int) -> tuple[Array, Array]:
    """Pairs of an edge and a cell that it touches or passes within `_PAD`."""
    ax, ay, bx, by = scaled.T
    first = np.floor(np.minimum(ax, bx) - _PAD).astype(np.int64)
    last = np.floor(np.maximum(ax, bx) + _PAD).astype(np.int64)
    edge, column = _ranges(first, last - first + 1)
    xs, ys, dx, dy = ax[edge], ay[edge], (bx - ax)[edge], (by - ay)[edge]
    steep = dx == 0
    run = np.where(steep, 1, dx)
    enter = np.where(steep, 0, np.clip((column - _PAD - xs) / run, 0, 1))
    leave = np.where(steep, 1, np.clip((column + 1 + _PAD - xs) / run, 0, 1))
    one, other = ys + enter * dy, ys + leave * dy
    first = np.floor(np.minimum(one, other) - _PAD).astype(np.int64)
    last = np.floor(np.maximum(one, other) + _PAD).astype(np.int64)
    pair, row = _ranges(first, last - first + 1)
    return edge[pair], row * size + column[pair]


def _centre_sides(scaled: Array, middle: Array, slots: Array) -> tuple[Array, Array]:
    """
    Whether each cell's centre is left of each of its edges; which cells can be trusted.

    A cell is not where a line through an edge passes so near its centre that rounding could move it
    to the other side, nor where there is no edge at all.
    """
    ax, ay, bx, by = scaled.T
    rx, ry = middle[slots].T
    beside = (bx - ax) * (ry - ay) - (by - ay) * (rx - ax)
    near = np.abs(beside) <= _PAD * (np.hypot(bx - ax, by - ay) + _PAD)
    trusted = np.bincount(slots, minlength=len(middle)) > 0
    trusted[slots[near]] = False
    return beside > 0, trusted
