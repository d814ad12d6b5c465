"""The map of the sheet: discs and names on the ground, and the legend in a corner that it leaves."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import shapely

from bk_gis.errors import InputError
from bk_gis.language.formats import roman
from bk_gis.language.words import both
from bk_gis.maps.naming import area_spots, place_in_area, place_labels
from bk_gis.maps.placing import DISC, Box, Label, Taken, leader, side_by_side
from bk_gis.maps.sheet.canvas import GREY, INK, RED, Canvas
from bk_gis.maps.sheet.drawing import Drawing
from bk_gis.maps.sheet.ground import (
    Ground,
    Land,
    draw_grid,
    draw_ground,
    draw_hatching,
    draw_outside,
    fit,
    land_of,
)
from bk_gis.maps.sheet.layout import BAND
from bk_gis.maps.sheet.legend import draw_legend, legend_size
from bk_gis.maps.sheet.marks import draw_mark, draw_surveyed
from bk_gis.maps.symbols import WHOLE_SIDE, disc_scales, ring_radii
from bk_gis.places.geocoding import is_placed
from bk_gis.plan.statuses import is_surveyed

_NAME, _FIGURES, _DISTRICT = 9.0, 7.5, 8.5  # points on A3
_FRAME_MARGIN = 3.0  # millimetres on A3
_TRIES = 5  # until no disc leaves the frame


@dataclass(frozen=True)
class Marker:
    """A cluster as it is drawn: its point and its place on the sheet, hectares and rings by phase."""

    id: str
    name: str
    hectares: list[float]
    radii: list[float]  # outer radius of each phase, the founding disc first
    point: tuple[float, float]
    x: float
    y: float
    status: str
    surveyed: bool


class Placed(NamedTuple):
    """A map in its frame: at which scale, where its legend and its discs stand."""

    frame: Box
    inner: Box  # without the figures of the grid
    ground: Ground
    corner: Box
    scale: float  # millimetres of radius for the square root of a hectare
    markers: list[Marker]


def place_map(drawing: Drawing, land: Land, frame: Box, *, band: float = BAND) -> Placed | None:
    """Find the largest scale for a map and its legend in a frame, if there is room; no disc leaves it."""
    unit, scales = drawing.canvas.unit, disc_scales(drawing.whole, *drawing.beside)
    edge = frame.shrunk(band * unit)
    inner = edge.shrunk(_FRAME_MARGIN * unit)
    per_side = min(scales) / WHOLE_SIDE  # millimetres of radius, for each of the map's larger side
    # At a scale no smaller than the map's, so that the legend's discs have room enough.
    scale = per_side * max(inner.width, inner.height) if drawing.part is None else drawing.part.scale
    width, height = legend_size(drawing, scale)
    for _ in range(_TRIES):
        found = fit(land.extent, land.crs, inner, (width, height), unit)
        if found is None:
            return None
        ground, corner = found
        if drawing.part is None:
            scale = per_side * land.side * 1000 / ground.denominator
        markers = _markers(drawing, scale, scale / scales[0], ground)
        placed = Placed(frame, edge, ground, corner, scale, markers)
        beyond, hidden = _conflicts(placed, unit)
        if not beyond and not hidden:
            break
        inner = inner.shrunk(beyond)
        width, height = width + hidden, height + hidden
    return placed


def draw_alone(drawing: Drawing, width: float, height: float) -> Ground:
    """Draw a map of so many millimetres without a sheet; letters stay readable where it is small."""
    drawing = drawing.on(replace(drawing.canvas, unit=0.55 + width / 800))
    land = land_of(drawing.plan, drawing.inset)
    placed = place_map(drawing, land, Box(1, 1, width - 1, height - 1), band=0)
    if placed is None:
        raise InputError(both("fault_output.no room", paper=f"{width:.0f} × {height:.0f} mm"))
    draw_map(drawing, land, placed)
    return placed.ground


def _conflicts(placed: Placed, unit: float) -> tuple[float, float]:
    """Measure how far discs reach beyond the frame, and into the legend."""
    frame, corner, beyond, hidden = placed.inner.shrunk(unit), placed.corner, 0.0, 0.0
    for x, y, radius in ((marker.x, marker.y, marker.radii[-1]) for marker in placed.markers):
        out = max(frame.left - x, x - frame.right, frame.bottom - y, y - frame.top) + radius
        into = min(x - corner.left, corner.right - x, y - corner.bottom, corner.top - y) + radius
        beyond, hidden = max(beyond, out), max(hidden, into)
    return beyond, hidden


def draw_map(drawing: Drawing, land: Land, placed: Placed) -> bool:
    """Draw the map with its legend into its frame. Returns whether names were left out."""
    canvas, ground = drawing.canvas, placed.ground
    units = {level: ground.to_sheet(polygons) for level, polygons in land.levels.items()}
    around = _draw_around(drawing, placed)
    draw_ground(drawing, land, ground)
    boxes = _draw_inset(drawing, ground)
    if placed.inner != placed.frame:
        draw_grid(drawing, ground, placed.frame, placed.inner, [placed.corner, *boxes])
    taken = Taken(placed.inner.shrunk(canvas.unit))
    taken.add(placed.corner)
    if drawing.part is not None:
        canvas.box(placed.corner.shrunk(-canvas.unit), fill="white", z=4.5)
    draw_legend(drawing, placed.corner, placed.scale, ground.denominator)
    for marker in placed.markers:
        _draw_marker(drawing, marker)
        taken.add_disc(marker.x, marker.y, marker.radii[-1] + DISC["outline"] * canvas.pixel)
    named = _name_all(drawing, placed.markers, units, taken)
    if drawing.later is not None:
        later = ground.to_sheet(drawing.later.geometry.to_crs(land.crs).to_numpy())
        around = [*zip(drawing.later["name"], later, strict=True), *around]
    for name, area in around:
        named &= _name_area(canvas, name, area, taken, strong=False)
    canvas.box(placed.frame, edge=1.2, z=12, name="map")
    return not named


def _name_all(drawing: Drawing, markers: Sequence[Marker], units: dict[str, Any], taken: Taken) -> bool:
    """Name what is missing, clusters, units, and on a part its communes; says whether there was room."""
    canvas, names, without = drawing.canvas, drawing.unit_names, drawing.without
    areas = dict(zip(names.index, units[drawing.level], strict=True))
    if drawing.hatched:
        draw_hatching(canvas, shapely.union_all([areas[code] for code in without]))
    for code in () if drawing.hatched else without:  # what is missing is marked before anything is named
        _name_area(canvas, f"✗ {names[code]}", areas[code], taken, missing=True)
    named = _name_markers(drawing, markers, taken, shapely.union_all(shapely.boundary(units["district"])))
    others = names.index.difference(without, sort=False) if drawing.level in drawing.borders[1:] else ()
    for code in (*others, *(without if drawing.hatched and drawing.names_without else ())):
        named &= _name_area(canvas, names[code], areas[code], taken)
    if drawing.part is not None and drawing.later is None:
        communes = drawing.plan.communes[["code", "name"]].to_numpy()
        for (code, name), area in zip(communes, units["commune"], strict=True):
            marked = code in areas and code in without and not drawing.hatched
            named &= marked or _name_area(canvas, name, area, taken, strong=False)
    return named


def _draw_inset(drawing: Drawing, ground: Ground) -> list[Box]:
    """Draw the box around what was brought near; gives it, if there is one."""
    if drawing.inset is None:
        return []
    box = ground.to_box(drawing.inset.box)
    drawing.canvas.box(box, edge=0.8, z=0.8)
    return [box]


def _draw_around(drawing: Drawing, placed: Placed) -> list[tuple[str, Any]]:
    """Draw districts, else communes, around the part that a page shows; gives names of districts there."""
    if drawing.part is None:
        return []
    whole, plan = drawing.whole, drawing.plan
    has = bool(len(whole.districts))
    around = whole.districts if has else whole.communes
    code, own = ("district_code", plan.districts) if has else ("code", plan.communes)
    around = around[~around[code].isin(own[code])]
    areas = around.geometry.to_crs(placed.ground.crs).to_numpy()
    shown = draw_outside(drawing.canvas, areas, placed.ground, placed.inner)
    kept = ~shapely.is_empty(shown)
    return list(zip(around["district"][kept], shown[kept], strict=True)) if has else []


def _markers(drawing: Drawing, scale: float, pixel: float, ground: Ground) -> list[Marker]:
    """Set the clusters of the horizon side by side, the largest first."""
    clusters = drawing.plan.clusters
    shown = clusters[is_placed(clusters) & drawing.counts]
    shown = shown.sort_values(["ha", "id"], ascending=[False, True], kind="stable")
    points = shapely.get_coordinates(ground.to_sheet(shown.geometry.to_crs(ground.crs).to_numpy()))
    hectares = shown[drawing.columns].to_numpy(float).tolist()
    radii = [ring_radii(phases, scale) for phases in hectares]
    spots = side_by_side(points, np.array([rings[-1] for rings in radii]), pixel)
    rows = zip(shown["id"], shown["name"], hectares, radii, points.tolist(), spots.tolist(), strict=True)
    became = zip(shown["status"], is_surveyed(shown), strict=True)
    return [
        Marker(str(id_), str(name), ha, rings, tuple(point), x, y, status, bool(surveyed))
        for (id_, name, ha, rings, point, (x, y)), (status, surveyed) in zip(rows, became, strict=True)
    ]


def _draw_marker(drawing: Drawing, marker: Marker) -> None:
    """Paint the founding disc and its rings; whatever is around them is outside of what they paint."""
    canvas, spot, radius = drawing.canvas, (marker.x, marker.y), marker.radii[-1]
    if math.dist(marker.point, spot) >= radius:
        canvas.line(marker.point, spot, width=0.8, z=5)
        canvas.disc(*marker.point, 0.6 * canvas.unit, fill=INK, z=5)
    if marker.surveyed:
        draw_surveyed(canvas, *spot, radius)
    draw_mark(canvas, *spot, radius, marker.status)
    canvas.disc(*spot, radius + DISC["outline"] * canvas.pixel, fill=DISC["edge"], z=5.5)
    phases = list(zip(drawing.phases, marker.radii, marker.hectares, strict=True))
    for phase, ring, hectares in reversed(phases):
        if hectares > 0:
            canvas.disc(*spot, ring, fill=phase.colour, name=f"cluster {marker.id} {phase.id}", z=6)


def _name_markers(drawing: Drawing, markers: Sequence[Marker], taken: Taken, borders: Any) -> bool:
    """
    Write each cluster's name beside it, and under it its hectares with the numeral of their phase.

    Says whether there was room for all.
    """
    canvas = drawing.canvas
    step, low = canvas.leading(_NAME) * 0.94, canvas.leading(_FIGURES) * 0.94
    names, figures, labels = [], [], []
    for marker in markers:
        hectares = [
            f"{roman(i)} {drawing.number(ha)}" for i, ha in enumerate(marker.hectares, start=1) if ha > 0
        ]
        figures.append(" · ".join(hectares))
        names.append(canvas.wrap(marker.name, 46 * canvas.unit, _NAME))
        widths = [canvas.wide(figures[-1], _FIGURES), *(canvas.wide(line, _NAME) for line in names[-1])]
        labels.append(Label(marker.x, marker.y, marker.radii[-1], max(widths), step * len(names[-1]) + low))
    shapely.prepare(borders)

    def crosses(box: Box) -> bool:
        return bool(shapely.intersects(borders, shapely.box(box.left, box.bottom, box.right, box.top)))

    boxes = place_labels(labels, taken, canvas.pixel, paper=True, crosses=crosses)
    for marker, lines, below, label, box in zip(markers, names, figures, labels, boxes, strict=True):
        if box is None:
            continue
        line = leader(label, box, canvas.pixel)
        name = f"cluster|{marker.id}|{'joined' if line else 'beside'}"
        if line:
            canvas.line(*line, width=0.5, colour=GREY, z=5)
        # A block that stands to the left of its disc, or over it, keeps to it.
        middle = (box.left + box.right) / 2
        align = (
            "right"
            if middle < label.x - label.radius
            else "left"
            if middle > label.x + label.radius / 2
            else "center"
        )
        x = {"left": box.left, "right": box.right, "center": middle}[align]
        for i, words in enumerate(lines, start=1):
            canvas.text(x, box.top - (i - 0.25) * step, words, size=_NAME, align=align, halo=0.45, name=name)
        canvas.text(x, box.bottom + 0.3 * low, below, size=_FIGURES, align=align, halo=0.45, name=name)
    return None not in boxes


def _name_area(
    canvas: Canvas, name: str, area: Any, taken: Taken, *, missing: bool = False, strong: bool = True
) -> bool:
    """Write the name of a unit where there is room, and the mark of what is missing in the end by itself."""
    colour, kind = RED if missing else GREY, f"{'missing' if missing else 'unit'}|{name}|beside"
    rings = [shapely.get_coordinates(part) for part in shapely.get_rings(shapely.get_parts(area))]
    spots, step = area_spots(rings, around=True), canvas.leading(_DISTRICT)
    text = name.upper() if strong else name  # what a plan counts; later communes are as the page has them
    for words, always in ((text, False), *((("✗", False), ("✗", True)) if missing else ())):
        lines = canvas.wrap(words, 40 * canvas.unit, _DISTRICT, bold=strong)
        size = max(canvas.wide(line, _DISTRICT, bold=strong) for line in lines), step * len(lines)
        if box := place_in_area(spots, size, taken, canvas.pixel, always=always):
            break
    else:
        return False
    style: dict[str, Any] = {"size": _DISTRICT, "bold": strong, "colour": colour, "align": "center"}
    for i, line in enumerate(lines, start=1):
        at = (box.left + box.right) / 2, box.top - (i - 0.25) * step
        canvas.text(*at, line, halo=0.5, z=7.5, name=kind, **style)
    return words == name.upper()
