"""The ground on paper: at which scale it fits, its tints and borders."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path

from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import Canvas
from bk_gis.maps.symbols import TABLE, TINTS

# Of each level that a plan may have, outermost first: points, colour, dashed.
BORDERS = {"subregion": (1.5, "#465059", False), "district": (0.9, "#8a939b", True)}
LATER = (0.6, "#8a939b", False)  # of communes of later boundaries
HATCH = TABLE["hatch"]
_LAND_MARGIN = 2.0  # millimetres on A3


@dataclass(frozen=True)
class Ground:
    """From metres on the ground, in the province's own CRS, to millimetres on the sheet."""

    crs: Any
    west: float
    south: float
    left: float
    bottom: float
    denominator: float

    def to_sheet(self, geometries: Any) -> Any:
        """Move geometries in the metric CRS onto the sheet."""
        origin, corner = np.array([self.west, self.south]), np.array([self.left, self.bottom])
        return shapely.transform(geometries, lambda xy: (xy - origin) * 1000 / self.denominator + corner)


def fit(land: Any, crs: Any, inner: Box, legend: tuple[float, float], unit: float) -> tuple[Ground, Box]:
    """Find the largest round scale at which the land leaves a corner for the legend."""
    width, height = legend
    west, south, east, north = shapely.bounds(land)
    least = 1000 * max((east - west) / inner.width, (north - south) / inner.height)
    for step in count():
        denominator = _round_up(least * 1.02**step)
        wide, high = (east - west) * 1000 / denominator, (north - south) * 1000 / denominator
        for at_left, at_bottom in ((True, True), (False, True), (True, False), (False, False)):
            left = inner.left if at_left else inner.right - width
            bottom = inner.bottom if at_bottom else inner.top - height
            corner = Box(left, bottom, left + width, bottom + height)
            away = inner.right - wide if at_left else inner.left
            for x in ((inner.left + inner.right - wide) / 2, away):
                ground = Ground(crs, west, south, x, inner.bottom + (inner.height - high) / 2, denominator)
                apart = _LAND_MARGIN * unit
                zone = shapely.box(
                    corner.left - apart, corner.bottom - apart, corner.right + apart, corner.top + apart
                )
                if not shapely.intersects(ground.to_sheet(land), zone):
                    return ground, corner
    raise AssertionError  # a map that is small enough leaves a corner


def _round_up(denominator: float) -> float:
    """Two digits: 1:410 000 is easier to reckon with than 1:403 217."""
    unit = 10.0 ** (math.floor(math.log10(denominator)) - 1)
    return math.ceil(round(denominator / unit, 6)) * unit


def draw_ground(
    canvas: Canvas, units: dict[str, Any], land: Any, borders: Sequence[str], later: Sequence[Any] = ()
) -> None:
    """
    Paint tints, and over them borders of these levels; land without sub-regions has one tint.

    Borders of `later` communes stand in the place of those of the plan's.
    """
    units = units if len(units["subregion"]) else {**units, "subregion": np.array([land])}
    for i, polygon in enumerate(units["subregion"]):
        canvas.path(_path(polygon), fill=TINTS[i % len(TINTS)], z=1)
    for polygon in () if len(later) else units["commune"]:
        canvas.path(_path(polygon), edge=0.5, colour="white", z=2)
    if len(later):
        edge, colour, dash = LATER
        canvas.path(_borders(later), edge=edge, colour=colour, dash=dash, z=2)
    for z, (level, (edge, colour, dash)) in enumerate(reversed(BORDERS.items()), start=3):
        if level == "subregion" or level in borders:
            canvas.path(_borders(units[level]), edge=edge, colour=colour, dash=dash, z=z)


def hatching(area: Any, pixel: float) -> Path:
    """Make one path of slanting lines over an area."""
    west, south, east, north = shapely.bounds(area)
    step = HATCH["step"] * pixel * math.sqrt(2)
    high = north - south
    starts = np.arange(west - high, east, step)
    lines = np.stack(
        [np.column_stack([starts, starts + high]), np.tile([south, north], (len(starts), 1))], -1
    )
    kept = shapely.get_parts(shapely.intersection(shapely.multilinestrings(list(lines)), area))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(line)) for line in kept))


def draw_hatching(canvas: Canvas, area: Any, *, z: float = 1.5) -> None:
    """Hatch what has no cluster."""
    style = {"edge": 72 / 25.4 * canvas.pixel / canvas.unit * HATCH["width"], "colour": HATCH["colour"]}
    canvas.path(hatching(area, canvas.pixel), z=z, name="without", **style)


def _path(geometry: Any) -> Path:
    """Make one path of a polygon's rings, holes the other way round so that they stay open."""
    parts = shapely.get_parts(shapely.orient_polygons(geometry))
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def _borders(polygons: Any) -> Path:
    """Make one path of all borders; what two polygons share is there once, or its dashes would fill up."""
    lines = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(polygons))))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(line)) for line in lines))
