"""
What lies far out of a province, brought near in a box: one rule for page and sheet.

Land that hangs together is one part; the largest stays. Parts are far where the map of the others would
be `_GAIN` times as large: the fewest, the farthest first. All that are far move as they lie to each
other, made smaller where they would take more than `_MOST` of the map's larger side, into a box that
covers no land: where it makes the map least larger, and there as near as it can to where they are. The
box is no smaller than `_LEAST`, so that a disc has room in it. Discs keep their size. The legend says
what is in it, by how much nearer and smaller.
"""

from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from bk_gis.errors import Lang
from bk_gis.language.formats import number
from bk_gis.language.words import say
from bk_gis.plan.model import Plan

_GAIN, _MOST, _LEAST = 1.3, 0.35, 0.16
_MARGIN, _APART = 0.03, 0.03  # of the larger side: around what is in the box, around the box
_STEPS = 24  # places that are tried along each side


@dataclass(frozen=True)
class Inset:
    """A box with what is far, in metres of the CRS of the plan to draw."""

    box: tuple[float, float, float, float]
    names: tuple[str, ...]
    nearer: float  # metres
    smaller: float  # times, 1 of the map's own scale

    def words(self, lang: Lang) -> str:
        """Say what the legend says of it."""
        names = ", ".join([*self.names[:3], *(["…"] if len(self.names) > 3 else [])])
        times = number(round(self.smaller, 1), lang)
        scale = say(f"map.inset {'scale' if self.smaller == 1 else 'smaller'}", lang, times=times)
        return say("map.inset", lang, names=names, km=number(round(self.nearer / 1000), lang), scale=scale)


def brought_near(plan: Plan) -> tuple[Plan, Inset | None]:
    """Give the plan to draw, with what is far moved, and the box; a plan without is given as it is."""
    parts = shapely.get_parts(shapely.coverage_union_all(plan.land))
    rest, far = _far(parts)
    if not len(far):
        return plan, None
    side, lands = _side(rest), (shapely.union_all(rest), shapely.union_all(far))
    west, south, east, north = shapely.total_bounds(far)
    smaller = max(1.0, _side(far) / (_MOST * side))
    wide, high = (
        max(span / smaller + 2 * _MARGIN * side, _LEAST * side) for span in (east - west, north - south)
    )
    centre = np.array([west + east, south + north]) / 2
    box = _placed(lands[0], side, (wide, high), centre)
    if box is None or _GAIN * _side([*rest, shapely.box(*box)]) > _side(parts):
        return plan, None
    to = np.array([box[0] + box[2], box[1] + box[3]]) / 2
    for land in lands:
        shapely.prepare(land)

    def moved(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        shapes = frame.geometry.to_crs(plan.crs).to_numpy()
        pieces, of = shapely.get_parts(shapes, return_index=True)
        inner = shapely.point_on_surface(pieces)
        is_far = shapely.distance(lands[1], inner) < shapely.distance(lands[0], inner)
        if not is_far.any():
            return frame
        pieces[is_far] = shapely.transform(pieces[is_far], lambda xy: (xy - centre) / smaller + to)
        touched = np.unique(of[is_far])
        near = [shapely.union_all(pieces[of == i]) for i in touched]
        geometry = frame.geometry.to_numpy().copy()
        geometry[touched] = gpd.GeoSeries(near, crs=plan.crs).to_crs(frame.crs).to_numpy()
        return frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))

    units = plan.districts if len(plan.districts) else plan.communes
    is_there = shapely.intersects(lands[1], units.geometry.to_crs(plan.crs).to_numpy())
    names = units["district" if len(plan.districts) else "name"][is_there]
    frames = ("communes", "districts", "subregions", "clusters")
    near = replace(plan, **{name: moved(getattr(plan, name)) for name in frames})
    # What is near may lie in another zone than the middle of all.
    edges = gpd.GeoSeries([shapely.box(*box)], crs=plan.crs).to_crs(near.crs).total_bounds
    west, south, east, north = (float(edge) for edge in edges)
    return near, Inset((west, south, east, north), tuple(names), float(np.hypot(*(to - centre))), smaller)


def _far(parts: Any) -> tuple[Any, Any]:
    """Split parts into those that stay and those that are far."""
    main = parts[np.argmax(shapely.area(parts))]
    parts = parts[np.argsort(shapely.distance(parts, main), kind="stable")]
    stay = len(parts)
    for count in range(len(parts) - 1, 0, -1):
        if _GAIN * _side(parts[:count]) <= _side(parts[:stay]):
            stay = count
    return parts[:stay], parts[stay:]


def _side(parts: Any) -> float:
    """Larger side of what holds all parts."""
    west, south, east, north = shapely.total_bounds(parts)
    return float(max(east - west, north - south))


def _placed(
    land: Any, side: float, size: tuple[float, float], centre: Any
) -> tuple[float, float, float, float] | None:
    """Find where a box covers no land, makes the map least larger, and is as near to a point as it can."""
    (wide, high), apart = size, _APART * side
    west, south, east, north = shapely.bounds(land)
    lefts = np.linspace(west - wide - apart, east + apart, _STEPS)
    bottoms = np.linspace(south - high - apart, north + apart, _STEPS)
    boxes = np.array([(x, y, x + wide, y + high) for x, y in product(lefts, bottoms)])
    around = shapely.box(*(boxes + apart * np.array([-1, -1, 1, 1])).T)
    shapely.prepare(land)
    boxes = boxes[~shapely.intersects(land, around)]
    if not len(boxes):
        return None
    larger = np.maximum(
        np.maximum(boxes[:, 2], east) - np.minimum(boxes[:, 0], west),
        np.maximum(boxes[:, 3], north) - np.minimum(boxes[:, 1], south),
    )
    away = np.hypot((boxes[:, 0] + boxes[:, 2]) / 2 - centre[0], (boxes[:, 1] + boxes[:, 3]) / 2 - centre[1])
    best = np.lexsort((away, np.round(larger / side, 2)))[0]
    left, bottom, right, top = (float(edge) for edge in boxes[best])
    return left, bottom, right, top
