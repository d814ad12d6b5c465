"""A coverage as arcs: each shared edge once, so that a page stays small and borders are drawn once."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

PRECISION = 5  # decimals of a degree, about 1 m

Array = np.ndarray[Any, np.dtype[Any]]


def encode_coverage(polygons: Iterable[Any]) -> dict[str, Any]:
    """
    Cut the rings of a coverage into arcs where neighbours change.

    Polygons and MultiPolygons are in EPSG:4326 and share their edges exactly. Gives `arcs`: encoded
    polylines; and `rings`: for each polygon its rings, exteriors and holes alike (they are filled even-odd),
    each a list of arcs in order; arc ~i is arc i backwards.
    """
    shapes = np.array(list(polygons), dtype=object)
    rings, owners = _integer_rings(shapes)
    arcs: dict[bytes, int] = {}
    paths: list[Array] = []

    def reference(path: Array) -> int:
        known = arcs.get(path.tobytes())
        if known is None:
            known = arcs.get(path[::-1].tobytes())
            if known is not None:
                return ~known
            known = arcs[path.tobytes()] = len(paths)
            paths.append(path)
        return known

    found: list[list[list[int]]] = [[] for _ in shapes]
    for owner, ring, junctions in zip(owners, rings, _junctions(rings), strict=True):
        found[owner].append([reference(path) for path in _cut(ring, junctions)])
    return {"arcs": _encode(paths), "rings": found}


def encode_polyline(path: Iterable[tuple[int, int]]) -> str:
    """
    Encode vertices as text: differences, zigzag, five bits a character.

    This is Google's Encoded Polyline Algorithm Format, longitude first.
    """
    return _encode([np.array(list(path), dtype=np.int64).reshape(-1, 2)])[0]


def _encode(paths: Sequence[Array]) -> list[str]:
    """Encode all at once: a value has up to seven characters; all but its last say that one follows."""
    if not paths:
        return []
    filled = [path for path in paths if len(path)]
    xy, starts = np.concatenate(paths), np.cumsum([0, *map(len, filled)])[:-1]
    deltas = np.diff(xy, axis=0, prepend=0)
    deltas[starts] = xy[starts]
    deltas = deltas.ravel()
    values = np.where(deltas < 0, ~(deltas << 1), deltas << 1)
    left = values[:, None] >> np.arange(0, 35, 5)
    there = left > 0
    there[:, 0] = True
    letters = ((left & 31) | np.where(left > 31, 32, 0)) + 63
    text = letters[there].astype(np.uint8).tobytes().decode("ascii")
    until = np.cumsum([0, *there.sum(axis=1)])[np.cumsum([0, *(path.size for path in paths)])]
    return [text[start:end] for start, end in pairwise(until.tolist())]


def _integer_rings(polygons: Array) -> tuple[list[Array], list[int]]:
    """Rings as integer vertices, and whose; without the closing one and repeats; collapsed ones drop out."""
    parts, polygon = shapely.get_parts(polygons, return_index=True)
    lines, part = shapely.get_rings(parts, return_index=True)
    corners, line = shapely.get_coordinates(lines, return_index=True)
    xy = np.rint(corners * 10**PRECISION).astype(np.int64)
    kept = np.zeros(len(xy), dtype=bool)
    kept[:-1] = (line[:-1] == line[1:]) & (xy[:-1] != xy[1:]).any(axis=1)
    rings = np.split(xy[kept], np.cumsum(np.bincount(line[kept], minlength=len(lines)))[:-1])
    whole = [i for i, ring in enumerate(rings) if len(ring) > 2]
    return [rings[i] for i in whole], polygon[part[whole]].tolist() if whole else []


def _junctions(rings: Sequence[Array]) -> list[Array]:
    """Mark the vertices at which some rings go on to another neighbour than others do."""
    if not rings:
        return []
    x, y = np.concatenate(rings).T
    vertex, ends = (x << 32) + y, np.cumsum([len(ring) for ring in rings])
    starts, neighbours = np.concatenate([[0], ends[:-1]]), np.array([[-1], [1]]) + np.arange(len(vertex))
    neighbours[0, starts], neighbours[1, ends - 1] = ends - 1, starts
    sides = vertex[neighbours]
    order = np.argsort(vertex, kind="stable")
    lower, upper = sides.min(axis=0)[order], sides.max(axis=0)[order]
    same = vertex[order][1:] == vertex[order][:-1]
    other = same & ((lower[1:] != lower[:-1]) | (upper[1:] != upper[:-1]))
    found = np.isin(vertex, vertex[order][1:][other])
    return np.split(found, ends[:-1])


def _cut(ring: Array, junctions: Array) -> list[Array]:
    """Cut a ring at its junctions; without one it starts at its least vertex, whoever draws it."""
    cuts = np.flatnonzero(junctions)
    start = cuts[0] if len(cuts) else np.lexsort(ring.T[::-1])[0]
    closed = np.concatenate([ring[start:], ring[: start + 1]])
    if not len(cuts):
        backwards = closed[::-1]
        return [min(closed, backwards, key=lambda path: path.tolist())]
    return [closed[a : b + 1] for a, b in pairwise([*(cuts - start).tolist(), len(ring)])]
