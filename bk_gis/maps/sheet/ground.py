"""The ground on paper: at which scale it fits, tints and borders, the grid of its VN-2000 zone in metres."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import shapely
from matplotlib.path import Path

from bk_gis.maps.insets import Inset
from bk_gis.maps.placing import Box
from bk_gis.maps.sheet.canvas import GREY, Canvas
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.layout import NOTE
from bk_gis.maps.symbols import TABLE
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.model import Plan

# Of each level that a plan may have, outermost first: points, colour, dashed.
BORDERS = {"subregion": (1.5, "#465059", False), "district": (0.9, "#8a939b", True)}
LATER = (0.6, "#8a939b", False)  # of communes of later boundaries
HATCH = TABLE["hatch"]
_FINEST = 0.05  # millimetres
OUTSIDE = "#f4f5f5"
_LAND_MARGIN = 2.0  # millimetres on A3
_STEPS = 60  # of 2 %: land a third as large as its frame is too small
_APART, _TICK, _CROSS = 40.0, 1.5, 1.5  # millimetres on A3: least between lines, a tick, half a cross


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

    def to_box(self, edges: tuple[float, float, float, float]) -> Box:
        """Move a rectangle, from west, south, east, north, onto the sheet."""
        return Box(*(float(edge) for edge in shapely.bounds(self.to_sheet(shapely.box(*edges)))))

    def to_metres(self, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
        """Find from where to where a rectangle of the sheet reaches on the ground, to the east and north."""
        per_mm = self.denominator / 1000
        east = [(x - self.left) * per_mm + self.west for x in (box.left, box.right)]
        north = [(y - self.bottom) * per_mm + self.south for y in (box.bottom, box.top)]
        return (east[0], east[1]), (north[0], north[1])

    def to_land(self, box: Box) -> Any:
        """Find what of the ground a rectangle of the sheet covers."""
        (west, east), (south, north) = self.to_metres(box)
        return shapely.box(west, south, east, north)


@dataclass(frozen=True)
class Land:
    """A plan's units in metres on the ground, by level, and what has to be on the map: land and points."""

    crs: Any
    levels: dict[str, Any]
    whole: Any
    extent: Any

    @property
    def side(self) -> float:
        """The larger side, in metres."""
        west, south, east, north = shapely.bounds(self.extent)
        return float(max(east - west, north - south))


def land_of(plan: Plan, inset: Inset | None = None, crs: Any = None) -> Land:
    """Move a plan into its own CRS, a part into that of the whole; the box of an inset is on the map too."""
    crs = plan.crs if crs is None else crs
    frames = {"commune": plan.communes, "district": plan.districts, "subregion": plan.subregions}
    levels = {level: units.geometry.to_crs(crs).to_numpy() for level, units in frames.items()}
    whole = shapely.coverage_union_all(levels["commune"])
    points = plan.clusters.geometry[is_placed(plan.clusters)].to_crs(crs)
    boxes = [] if inset is None else [shapely.box(*inset.box)]
    return Land(crs, levels, whole, shapely.union_all([whole, *points, *boxes]))


def fit(
    land: Any, crs: Any, inner: Box, legend: tuple[float, float], unit: float
) -> tuple[Ground, Box] | None:
    """Find the largest round scale at which the land leaves a corner for the legend, if there is one."""
    width, height = legend
    if width > inner.width or height > inner.height:
        return None
    west, south, east, north = shapely.bounds(land)
    shapely.prepare(land)
    apart = _LAND_MARGIN * unit
    least = 1000 * max((east - west) / inner.width, (north - south) / inner.height)
    for step in range(_STEPS):
        denominator = _round_up(least * 1.02**step)
        per_mm = denominator / 1000
        wide, high = (east - west) / per_mm, (north - south) / per_mm
        for at_left, at_bottom in ((True, True), (False, True), (True, False), (False, False)):
            left = inner.left if at_left else inner.right - width
            bottom = inner.bottom if at_bottom else inner.top - height
            corner = Box(left, bottom, left + width, bottom + height)
            away = inner.right - wide if at_left else inner.left
            for x in ((inner.left + inner.right - wide) / 2, away):
                ground = Ground(crs, west, south, x, inner.bottom + (inner.height - high) / 2, denominator)
                if not shapely.intersects(land, ground.to_land(corner.shrunk(-apart))):
                    return ground, corner
    return None


def _round_up(denominator: float) -> float:
    """Two digits, or 1 and another and a 5: 1:410 000 is easier to reckon with than 1:403 217."""
    unit = 10.0 ** (math.floor(math.log10(denominator)) - 1)
    unit /= 2 if denominator < 20 * unit else 1
    return math.ceil(round(denominator / unit, 6)) * unit


def draw_ground(drawing: Drawing, land: Land, ground: Ground) -> None:
    """
    Paint tints, and over them borders; land without sub-regions has one tint.

    Borders of later communes stand in the place of those of the plan's.
    """
    canvas, later = drawing.canvas, drawing.later
    units = {level: _drawable(ground, polygons) for level, polygons in land.levels.items()}
    if not len(units["subregion"]):
        units["subregion"] = _drawable(ground, np.array([land.whole]))
    for polygon, tint in zip(units["subregion"], drawing.tints, strict=True):
        canvas.path(polygon_path(polygon), fill=tint, z=1)
    if later is not None:
        edge, colour, dash = LATER
        communes = later.geometry.to_crs(land.crs).to_numpy()
        canvas.path(_borders(_drawable(ground, communes)), edge=edge, colour=colour, dash=dash, z=2)
    else:
        canvas.path(_borders(units["commune"]), edge=0.5, colour="white", z=2)
    for z, (level, (edge, colour, dash)) in enumerate(reversed(BORDERS.items()), start=3):
        if level == "subregion" or level in drawing.borders:
            canvas.path(_borders(units[level]), edge=edge, colour=colour, dash=dash, z=z)


def draw_outside(canvas: Canvas, units: Any, ground: Ground, frame: Box) -> Any:
    """Paint what of other units lies in the frame, around the part that a page shows; gives that."""
    inside = shapely.clip_by_rect(_drawable(ground, units), frame.left, frame.bottom, frame.right, frame.top)
    for polygon in inside[~shapely.is_empty(inside)]:
        canvas.path(polygon_path(polygon), fill=OUTSIDE, edge=0.5, colour="#b9c0c5", z=0.5)
    return inside


def _drawable(ground: Ground, polygons: Any) -> Any:
    """Move a coverage onto the sheet, without vertices that no eye can tell apart."""
    moved = ground.to_sheet(polygons)
    return shapely.coverage_simplify(moved, _FINEST) if len(moved) else moved


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


def polygon_path(geometry: Any) -> Path:
    """Make one path of a polygon's rings, holes the other way round so that they stay open."""
    parts = shapely.get_parts(shapely.orient_polygons(geometry))
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def _borders(polygons: Any) -> Path:
    """Make one path of all borders; what two polygons share is there once, or its dashes would fill up."""
    lines = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(polygons))))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(line)) for line in lines))


def grid_step(ground: Ground, unit: float) -> float:
    """Choose a round distance of grid lines, in metres."""
    least = _APART * unit * ground.denominator / 1000
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def draw_grid(drawing: Drawing, ground: Ground, frame: Box, inner: Box, blank: Sequence[Box]) -> None:
    """Draw ticks and figures between the frame and the map's edge, and a cross where grid lines meet."""
    canvas, u = drawing.canvas, drawing.canvas.unit
    canvas.box(inner, edge=0.6, z=12)
    step = grid_step(ground, u)
    east, north = ground.to_metres(inner)
    across, up = (
        [(zero + (m - origin) * 1000 / ground.denominator, m) for m in _multiples(span, step)]
        for span, origin, zero in ((east, ground.west, ground.left), (north, ground.south, ground.bottom))
    )
    band = inner.left - frame.left
    _draw_axis(drawing, across, (inner.bottom, inner.top), (frame.left, frame.right), band)
    _draw_axis(drawing, up, (inner.left, inner.right), (frame.bottom, frame.top), band, upright=True)
    cross = _CROSS * u
    blank = [box.shrunk(-cross) for box in blank]
    for (x, _), (y, _) in product(across, up):
        if not any(box.left <= x <= box.right and box.bottom <= y <= box.top for box in blank):
            canvas.line((x - cross, y), (x + cross, y), width=0.35, colour=GREY, z=4.2)
            canvas.line((x, y - cross), (x, y + cross), width=0.35, colour=GREY, z=4.2)


def _multiples(span: tuple[float, float], step: float) -> list[int]:
    first, last = math.ceil(span[0] / step), math.floor(span[1] / step)
    return [round(i * step) for i in range(first, last + 1)]


def _draw_axis(
    drawing: Drawing,
    lines: Sequence[tuple[float, int]],
    edges: tuple[float, float],
    ends: tuple[float, float],
    band: float,
    *,
    upright: bool = False,
) -> None:
    """
    Draw ticks out of the map's edges, and beside each its metres where they have room.

    Lines of one direction are where they are on the sheet, and their metres; no figure passes the ends.
    """
    canvas, tick = drawing.canvas, _TICK * drawing.canvas.unit
    low = canvas.leading(NOTE) * 0.3
    for (at, metres), (edge, way) in product(lines, zip(edges, (-1, 1), strict=True)):
        far = edge + way * tick
        canvas.line(
            *(((edge, at), (far, at)) if upright else ((at, edge), (at, far))),
            width=0.5,
            z=12,
            name=f"grid|{'N' if upright else 'E'}|{metres}",
        )
        words, middle = drawing.number(metres), edge + way * (band + tick) / 2
        if canvas.wide(words, NOTE) / 2 < min(at - ends[0], ends[1] - at):
            x, y = (middle + low, at) if upright else (at, middle - low)
            canvas.text(x, y, words, size=NOTE, align="center", upright=upright)
