"""The map of the sheet: polygons on the ground at a round scale, discs, names, legend."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from matplotlib.path import Path

from bk_gis.geo.crs import metric_crs
from bk_gis.maps.sheet.canvas import GREY, INK, Box, Page, Scene
from bk_gis.maps.sheet.legend import BORDERS, RED, draw_legend, legend_size, uncovered
from bk_gis.maps.sheet.words import roman
from bk_gis.maps.spreading import Array, Label, Taken, place_inside, place_labels, spread
from bk_gis.maps.symbols import TINTS, WHOLE_SIDE, crowd_scale, marker_scale, ring_radii
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.model import Plan

MOST_NAMES = 60  # clusters; with more, those whose name finds no place go without
_NAME, _FIGURES, _DISTRICT = 9.0, 7.5, 8.5  # points on A3
_LAND_MARGIN, _FRAME_MARGIN = 2.0, 5.0  # millimetres on A3


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


@dataclass(frozen=True)
class Mark:
    """A cluster as it is drawn: hectares by phase, and the radius of each phase's ring in millimetres."""

    id: str
    name: str
    hectares: list[float]
    scale: float

    @property
    def radii(self) -> list[float]:
        """Outer radius of each phase, the founding disc first."""
        return ring_radii(self.hectares, self.scale)


def draw_map(scene: Scene, frame: Box) -> list[str]:
    """
    Draw the map with its legend into a frame.

    Returns the clusters that could not be drawn, since they have no point.
    """
    page, plan = scene.page, scene.plan
    crs = metric_crs(plan.communes)
    units = {name: getattr(plan, name).to_crs(crs) for name in ("communes", "districts", "subregions")}
    west, south, east, north = units["subregions"].total_bounds
    longest = max(east - west, north - south)
    inner = frame.shrunk(_FRAME_MARGIN * page.unit)
    # At a scale no smaller than the map's, so that the legend's discs have room enough.
    largest = disc_scale(plan, max(inner.width, inner.height), longest)
    ground, corner = _fit(units["subregions"], inner, legend_size(scene, largest), page.unit)
    scale = disc_scale(plan, longest * 1000 / ground.denominator, longest)
    polygons = {name: ground.to_sheet(unit.geometry.to_numpy()) for name, unit in units.items()}
    _draw_ground(page, polygons)
    taken = Taken(frame.shrunk(page.unit))
    taken.add(corner)
    draw_legend(scene, corner, scale, ground.denominator)
    borders = shapely.union_all(shapely.boundary(polygons["districts"]))
    _draw_clusters(scene, scale, ground, taken, borders)
    without = uncovered(scene)
    for name, area in zip(plan.districts["district"], polygons["districts"], strict=True):
        _draw_district(page, str(name), area, taken, missing=name in without)
    page.box(frame, edge=1.2, z=12)
    left_out = ~is_placed(plan.clusters) & _exists(scene)
    return [str(name) for name in plan.clusters["name"][left_out]]


def disc_scale(plan: Plan, side: float, longest: float) -> float:
    """Find the millimetres of radius for the square root of a hectare, where `longest` metres are `side`."""
    share = float(plan.subregions["area_ha"].sum()) * 1e4 / longest**2
    most = marker_scale(float(plan.clusters["ha"].max()))
    crowd = crowd_scale(float(plan.clusters["ha"].sum()), share)
    return min(most, crowd) * side / WHOLE_SIDE


def _exists(scene: Scene) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    return (scene.plan.clusters[scene.columns].sum(axis=1) > 0).to_numpy()


def _fit(land: gpd.GeoDataFrame, inner: Box, legend: tuple[float, float], unit: float) -> tuple[Ground, Box]:
    """Find the largest round scale at which the land leaves a corner for the legend."""
    width, height = legend
    west, south, east, north = land.total_bounds
    whole = shapely.union_all(land.geometry.to_numpy())
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
                ground = Ground(
                    land.crs, west, south, x, inner.bottom + (inner.height - high) / 2, denominator
                )
                apart = _LAND_MARGIN * unit
                zone = shapely.box(
                    corner.left - apart, corner.bottom - apart, corner.right + apart, corner.top + apart
                )
                if not shapely.intersects(ground.to_sheet(whole), zone):
                    return ground, corner
    raise AssertionError  # a map that is small enough leaves a corner


def _round_up(denominator: float) -> float:
    """Two digits: 1:410 000 is easier to reckon with than 1:403 217."""
    unit = 10.0 ** (math.floor(math.log10(denominator)) - 1)
    return math.ceil(round(denominator / unit, 6)) * unit


def path_of(geometry: Any) -> Path:
    """Make one path of a polygon's rings, holes the other way round so that they stay open."""
    parts = shapely.get_parts(shapely.orient_polygons(geometry))
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Path.make_compound_path(*(Path(shapely.get_coordinates(ring), closed=True) for ring in rings))


def _draw_ground(page: Page, polygons: dict[str, Any]) -> None:
    for i, polygon in enumerate(polygons["subregions"]):
        page.path(path_of(polygon), fill=TINTS[i % len(TINTS)], z=1)
    for polygon in polygons["communes"]:
        page.path(path_of(polygon), edge=0.5, colour="white", z=2)
    for z, (name, (edge, colour, dash)) in enumerate(reversed(BORDERS.items()), start=3):
        page.path(_borders(polygons[f"{name}s"]), edge=edge, colour=colour, dash=dash, z=z)


def _borders(polygons: Any) -> Path:
    """Make one path of all borders; what two polygons share is there once, or its dashes would fill up."""
    lines = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(polygons))))
    return Path.make_compound_path(*(Path(shapely.get_coordinates(line)) for line in lines))


def _draw_clusters(scene: Scene, scale: float, ground: Ground, taken: Taken, borders: Any) -> None:
    page, clusters = scene.page, scene.plan.clusters
    shown = clusters[is_placed(clusters) & _exists(scene)]
    shown = shown.sort_values(["ha", "id"], ascending=[False, True], kind="stable")
    points = ground.to_sheet(shown.geometry.to_crs(ground.crs).to_numpy())
    centres: Array = shapely.get_coordinates(points)
    marks = [
        Mark(str(row["id"]), str(row["name"]), [float(row[column]) for column in scene.columns], scale)
        for row in shown.to_dict("records")
    ]
    outer = np.array([mark.radii[-1] for mark in marks])
    spots = [(x, y) for x, y in spread(centres, outer, 1.2 * page.unit).tolist()]
    for mark, centre, spot in zip(marks, centres.tolist(), spots, strict=True):
        _draw_disc(scene, mark, centre, spot)
        taken.add_disc(*spot, mark.radii[-1] + 0.5 * page.unit)
    _draw_names(scene, marks, spots, taken, borders)


def _draw_disc(scene: Scene, mark: Mark, centre: tuple[float, float], spot: tuple[float, float]) -> None:
    """Paint the founding disc and its rings; whatever is around them is outside of what they paint."""
    page, (x, y), radius = scene.page, spot, mark.radii[-1]
    if math.dist(centre, spot) >= radius:
        page.line(centre, spot, width=0.8, z=5)
        page.disc(*centre, 0.6 * page.unit, fill=INK, z=5)
    page.disc(x, y, radius + 0.45 * page.unit, fill="white", z=5.5)
    for phase, ring, hectares in reversed(list(zip(scene.phases, mark.radii, mark.hectares, strict=True))):
        if hectares > 0:
            page.disc(x, y, ring, fill=phase.colour, name=f"cluster {mark.id} {phase.id}", z=6)


def _draw_names(
    scene: Scene,
    marks: Sequence[Mark],
    spots: Sequence[tuple[float, float]],
    taken: Taken,
    borders: Any,
) -> None:
    """Write each cluster's name beside it, and under it its hectares with the numeral of their phase."""
    page = scene.page
    blocks = [
        (
            page.wrap(mark.name, 46 * page.unit, _NAME),
            " · ".join(
                f"{roman(i)} {scene.number(ha)}" for i, ha in enumerate(mark.hectares, start=1) if ha > 0
            ),
        )
        for mark in marks
    ]
    step, low = page.leading(_NAME) * 0.94, page.leading(_FIGURES) * 0.94
    labels = [
        Label(
            x,
            y,
            mark.radii[-1],
            width=max(page.wide(figures, _FIGURES), *(page.wide(line, _NAME) for line in lines)),
            height=step * len(lines) + low,
        )
        for (lines, figures), mark, (x, y) in zip(blocks, marks, spots, strict=True)
    ]
    boxes = place_labels(labels, taken, page.unit, borders=borders, all_of_them=len(marks) <= MOST_NAMES)
    for (lines, figures), label, box in zip(blocks, labels, boxes, strict=True):
        if box is None:
            continue
        _leader(page, label, box)
        # A block that stands to the left of its disc, or over it, keeps to it.
        middle = (box.left + box.right) / 2 - label.x
        align = "right" if middle < -label.radius else "left" if middle > label.radius / 2 else "center"
        x = {"left": box.left, "right": box.right, "center": (box.left + box.right) / 2}[align]
        y = box.top
        for line in lines:
            y -= step
            page.text(x, y + 0.25 * step, line, size=_NAME, align=align, halo=0.45)
        page.text(x, y - low + 0.3 * low, figures, size=_FIGURES, align=align, halo=0.45)


def _leader(page: Page, label: Label, box: Box) -> None:
    """Join a name to its disc where it stands further off."""
    x, y = min(max(label.x, box.left), box.right), min(max(label.y, box.bottom), box.top)
    away = math.dist((x, y), (label.x, label.y))
    if away > label.radius + 2 * page.unit:
        share = label.radius / away
        edge = label.x + (x - label.x) * share, label.y + (y - label.y) * share
        page.line(edge, (x, y), width=0.5, colour=GREY, z=5)


def _draw_district(page: Page, name: str, area: Any, taken: Taken, *, missing: bool) -> None:
    colour = RED if missing else GREY
    lines = page.wrap(("✗ " if missing else "") + name.upper(), 40 * page.unit, _DISTRICT, bold=True)
    step = page.leading(_DISTRICT)
    wide = max(page.wide(line, _DISTRICT, bold=True) for line in lines)
    box = place_inside(area, wide, step * len(lines), taken, page.unit)
    for i, line in enumerate(lines, start=1):
        middle = (box.left + box.right) / 2
        y = box.top - (i - 0.25) * step
        page.text(middle, y, line, size=_DISTRICT, bold=True, colour=colour, align="center", halo=0.5, z=7.5)
