"""Gaps between polygons: finding them, and sharing the narrow ones out among their neighbours."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

_SEEN_M2 = 100
_GRID = 1e-9  # of degrees or metres
_LONG = 50  # times as long as wide

_Vertex = tuple[float, float]
_Edge = frozenset[_Vertex]


def overlay(operation: Callable[..., Any], *shapes: Any) -> Any:
    """Overlay shapes exactly; where lines are too near to each other for that, on a fine grid."""
    try:
        return operation(*shapes)
    except shapely.errors.GEOSException:
        return operation(*shapes, grid_size=_GRID)


def find_gaps(union: Any) -> Any:
    """List the holes of what polygons cover together, without what lies as an island in them."""
    parts = shapely.get_parts(union)
    rings = [ring for part in parts for ring in part.interiors]
    if not rings:
        return np.array([], dtype=object)
    holes = shapely.polygons(rings)
    for hole, island in zip(*shapely.STRtree(parts).query(holes, "contains"), strict=True):
        holes[hole] = overlay(shapely.difference, holes[hole], parts[island])
    return shapely.get_parts(holes)


def find_clefts(shapes: Any, width: float) -> Any:
    """
    List the narrow spaces between two or more polygons that are open to the outside; shapes are in metres.

    Each is what closes when the outline is made wider and narrower again. `width` is that of the crossing of
    two clefts, which is wider than they are. What is not much longer than wide is a bay of the outline.
    """
    if not width:
        return np.array([], dtype=object)
    parts = shapely.get_parts(overlay(shapely.union_all, shapes))
    outline = overlay(shapely.union_all, shapely.polygons(shapely.get_exterior_ring(parts)))
    half = width / np.sqrt(8)
    closed = outline.buffer(half, quad_segs=2).buffer(-half, quad_segs=2)
    pieces = shapely.get_parts(overlay(shapely.difference, closed, outline))
    areas, lengths = shapely.area(pieces), shapely.length(pieces) / 2
    pieces = pieces[(areas > _SEEN_M2) & (lengths**2 > _LONG * areas)]
    piece, _ = shapely.STRtree(shapes).query(pieces, "dwithin", distance=0.01)
    return pieces[np.bincount(piece, minlength=len(pieces)) > 1]


def outside_of(shapes: Any, clefts: Any) -> Any:
    """Make a polygon of what lies around: beside it, clefts are gaps like any other."""
    around = shapely.box(*shapely.total_bounds(shapes)).buffer(1000, join_style="mitre")
    covered = overlay(shapely.union_all, [*shapes, *clefts])
    parts = shapely.get_parts(overlay(shapely.difference, around, covered))
    return parts[np.argmax(shapely.area(parts))]  # the rest are gaps within


def narrow(gaps: Any, width: float) -> Any:
    """Say which gaps are nowhere wider, by the largest circle within; shapes are in metres."""
    return 2 * shapely.length(shapely.maximum_inscribed_circle(gaps)) <= width


def without_gaps(shapes: Any, width: float, count: int) -> Any:
    """
    Share the narrow gaps of a coverage out among the first `count` of the polygons around them.

    One gap may run along the borders of many communes: it is cut into triangles of its own vertices, so that
    neighbours keep theirs. All that lies between two communes goes to the one with the longer border there,
    and what lies between more goes with the nearest border.
    """
    gaps = find_gaps(shapely.coverage_union_all(shapes))
    gaps = gaps[narrow(gaps, width)]
    around = np.unique(shapely.STRtree(shapes[:count]).query(gaps, "intersects")[1])
    owners: dict[_Edge, int] = {}
    corners: dict[_Vertex, set[int]] = defaultdict(set)
    for index in around:
        for edge in _edges(shapes[index]):
            owners[edge] = int(index)
            for vertex in edge:
                corners[vertex].add(int(index))
    given: dict[int, list[Any]] = defaultdict(list)
    for gap in gaps:
        triangles = shapely.get_parts(shapely.constrained_delaunay_triangles(gap))
        sides = [list(_edges(triangle)) for triangle in triangles]
        for i, owner in _with_neighbours(sides, _by_borders(sides, owners, corners)).items():
            given[owner].append(triangles[i])
    shapes = shapes.copy()
    for index, pieces in given.items():
        shapes[index] = shapely.coverage_union_all([shapes[index], *pieces])
    return shapes


def _edges(shape: Any) -> Iterable[_Edge]:
    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors):
            yield from map(frozenset, pairwise(ring.coords))


def _by_borders(
    triangles: list[list[_Edge]], owners: dict[_Edge, int], corners: dict[_Vertex, set[int]]
) -> dict[int, int]:
    """Find the polygon of each triangle that has a side on a border, or lies between two polygons."""
    around = [
        frozenset[int]().union(*(corners[vertex] for edge in sides for vertex in edge)) for sides in triangles
    ]
    own = [_lengths((owners[edge], edge) for edge in sides if edge in owners) for sides in triangles]
    borders: dict[frozenset[int], Counter[int]] = defaultdict(Counter)
    for communes, lengths in zip(around, own, strict=True):
        borders[communes].update(lengths)
    pairs = enumerate(zip(around, own, strict=True))
    best = {i: borders[communes] if len(communes) == 2 else lengths for i, (communes, lengths) in pairs}
    return {i: _longest(lengths) for i, lengths in best.items() if lengths}


def _with_neighbours(triangles: list[list[_Edge]], found: dict[int, int]) -> dict[int, int]:
    """Let each other triangle go with the neighbour at its longest side, from the borders inwards."""
    beside: dict[_Edge, list[int]] = defaultdict(list)
    for i, sides in enumerate(triangles):
        for edge in sides:
            beside[edge].append(i)
    found = dict(found)
    rest = [i for i in range(len(triangles)) if i not in found]
    while rest:
        near = {
            i: _lengths((found[j], edge) for edge in triangles[i] for j in beside[edge] if j in found)
            for i in rest
        }
        more = {i: _longest(lengths) for i, lengths in near.items() if lengths}
        if not more:
            break
        found |= more
        rest = [i for i in rest if i not in more]
    return found


def _lengths(edges: Iterable[tuple[int, _Edge]]) -> "Counter[int]":
    """Add up the lengths of each polygon's edges, in hundredths of a millimetre."""
    lengths: Counter[int] = Counter()
    for owner, edge in edges:
        (x, y), (u, v) = edge
        lengths[owner] += max(1, round(1e5 * float(np.hypot(x - u, y - v))))
    return lengths


def _longest(lengths: "Counter[int]") -> int:
    return max(sorted(lengths), key=lambda index: lengths[index])
