"""A coverage as arcs: each shared edge once, so that a page stays small and borders are drawn once."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

PRECISION = 5  # decimals of a degree, about 1 m

Vertex = tuple[int, int]


def encode_coverage(polygons: Iterable[Any]) -> dict[str, Any]:
    """
    Cut the rings of a coverage into arcs where neighbours change.

    Polygons and MultiPolygons are in EPSG:4326 and share their edges exactly. Gives `arcs`: encoded
    polylines; and `rings`: for each polygon its rings, exteriors and holes alike (they are filled even-odd),
    each a list of arcs in order; arc ~i is arc i backwards.
    """
    shapes = [_integer_rings(polygon) for polygon in polygons]
    junctions = _junctions(ring for rings in shapes for ring in rings)
    arcs: dict[tuple[Vertex, ...], int] = {}

    def reference(path: tuple[Vertex, ...]) -> int:
        if path in arcs:
            return arcs[path]
        if path[::-1] in arcs:
            return ~arcs[path[::-1]]
        return arcs.setdefault(path, len(arcs))

    rings = [[[reference(path) for path in _cut(ring, junctions)] for ring in shape] for shape in shapes]
    return {"arcs": [encode_polyline(path) for path in arcs], "rings": rings}


def encode_polyline(path: Iterable[Vertex]) -> str:
    """
    Encode vertices as text: differences, zigzag, five bits a character.

    This is Google's Encoded Polyline Algorithm Format, longitude first.
    """
    text: list[str] = []
    last = (0, 0)
    for vertex in path:
        for now, before in zip(vertex, last, strict=True):
            delta = now - before
            value = ~(delta << 1) if delta < 0 else delta << 1
            while value >= 0x20:
                text.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            text.append(chr(value + 63))
        last = vertex
    return "".join(text)


def _integer_rings(polygon: Any) -> list[list[Vertex]]:
    """Rings as integer vertices, without the closing one and without repeats; collapsed ones drop out."""
    rings = []
    for part in shapely.get_parts(polygon):
        for ring in (part.exterior, *part.interiors):
            xy = np.rint(shapely.get_coordinates(ring) * 10**PRECISION).astype(int)
            kept = xy[:-1][np.any(xy[:-1] != xy[1:], axis=1)]
            if len(kept) > 2:
                rings.append(list(map(tuple, kept.tolist())))
    return rings


def _junctions(rings: Iterable[list[Vertex]]) -> set[Vertex]:
    """Vertices at which some rings go on to another neighbour than others do."""
    neighbours: dict[Vertex, frozenset[Vertex]] = {}
    junctions = set()
    for ring in rings:
        for before, vertex, after in zip([ring[-1], *ring], ring, [*ring[1:], ring[0]], strict=False):
            pair = frozenset((before, after))
            if neighbours.setdefault(vertex, pair) != pair:
                junctions.add(vertex)
    return junctions


def _cut(ring: list[Vertex], junctions: set[Vertex]) -> list[tuple[Vertex, ...]]:
    """Cut a ring at its junctions; without one it starts at its least vertex, whoever draws it."""
    starts = [i for i, vertex in enumerate(ring) if vertex in junctions]
    if not starts:
        i = ring.index(min(ring))
        ring = ring[i:] + ring[:i]
        forward, backward = (*ring, ring[0]), (ring[0], *reversed(ring))
        return [min(forward, backward)]
    ring = ring[starts[0] :] + ring[: starts[0]] + [ring[starts[0]]]
    cuts = [i for i, vertex in enumerate(ring) if vertex in junctions]
    return [tuple(ring[a : b + 1]) for a, b in pairwise(cuts)]
