"""Repair polygons into a valid coverage: nothing lost, every vertex rounded alike, what moved is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from bk_gis.errors import InputError
from bk_gis.geo.coverages import GEOD, area_ha
from bk_gis.geo.crs import WGS84, is_wgs84, require_degrees
from bk_gis.geo.gaps import find_clefts, find_gaps, narrow, outside_of, overlay, without_gaps
from bk_gis.language.words import both

SNAP_M = 1.0  # far less than such maps are off by, and more than rounding leaves
GAP_M = 50.0
DECIMALS = 7  # of degrees: a centimetre
_ROUNDS = 5  # rounding may undo what cleaning did; twice has always been enough
_LOOKED = 4  # times the width: what is wider and open to the outside is taken for a bay
_LESS = 0.99  # of a width: what is closed once is not seen again, though rounding changes it
_SEEN_HA = 1e-4  # a square metre


@dataclass(frozen=True)
class Repair:
    """Polygons that are a valid coverage now, and what that took."""

    polygons: gpd.GeoDataFrame  # all rows and columns in their order, in EPSG:4326, vertices rounded alike
    areas: pd.DataFrame  # by row `before_ha`, once valid, `after_ha`, both geodesic, and `change`, a share
    crossings: int  # polygons that crossed themselves
    overlaps: int  # pairs that overlapped
    overlaps_ha: float
    gaps: int  # between polygons, that are closed; those that are open to the outside too
    gaps_ha: float
    left: int  # gaps that are wider and stay
    left_ha: float


def repair_coverage(
    polygons: gpd.GeoDataFrame, *, snap: float = SNAP_M, gap: float = GAP_M, enough: float = 0.02
) -> Repair:
    """
    Make polygons a valid coverage: no overlaps, no narrow gaps, neighbours with the same vertices.

    Polygons that already are one are only rounded, so that a repair of a repair changes nothing.

    Polygons may be in any CRS. `snap` are metres on the ground within which vertices become one; a gap that
    is nowhere wider than `gap` metres is closed. Where the area of a polygon changes by more than the share
    `enough`, it is tried with less snapping, which takes longer. The result may still exceed it: that is the
    caller's to refuse. It is an error where coordinates cannot be in their CRS, where there is no polygon, or
    what is left after all is still no coverage.
    """
    require_degrees(polygons)
    shapes = shapely.force_2d(polygons.geometry.to_numpy())
    crossings = int((~shapely.is_valid(shapes)).sum())
    valid = gpd.GeoSeries(_valid(shapes), crs=polygons.crs)
    before = valid.to_numpy() if is_wgs84(polygons) else _valid(valid.to_crs(WGS84).to_numpy())
    pairs, pieces = _overlaps(before)
    metres = _metres_of_degrees(before)
    tried: list[tuple[gpd.GeoDataFrame, pd.DataFrame]] = []
    for after in _attempts(_with_holes(before, pairs, pieces), metres, snap=snap, gap=gap):
        tried.append(_tried(polygons, before, after))
        if _most_changed(tried[-1]) <= enough:
            break
    if not tried:
        raise InputError(both("fault_geo.still overlap", snap=f"{snap:g}", gap=f"{gap:g}"))
    fixed, areas = min(tried, key=_most_changed)
    holes = np.append(find_gaps(overlay(shapely.union_all, before)), _clefts(before, metres, gap * _LESS))
    inside = shapely.STRtree(fixed.geometry.to_numpy()).query(shapely.point_on_surface(holes), "within")[0]
    after = fixed.geometry.to_numpy()
    left = np.append(find_gaps(shapely.coverage_union_all(after)), _clefts(after, metres, _LOOKED * gap))
    closed = holes[np.unique(inside)]
    return Repair(
        polygons=fixed,
        areas=areas,
        crossings=crossings,
        overlaps=len(pieces),
        overlaps_ha=_hectares(pieces),
        gaps=len(closed),
        gaps_ha=_hectares(closed),
        left=len(left),
        left_ha=_hectares(left),
    )


def _tried(polygons: gpd.GeoDataFrame, before: Any, after: Any) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    hectares = [area_ha(gpd.GeoSeries(shapes)) for shapes in (before, after)]
    areas = pd.DataFrame(dict(zip(("before_ha", "after_ha"), hectares, strict=True)), index=polygons.index)
    areas["change"] = areas["after_ha"] / areas["before_ha"] - 1
    name = polygons.geometry.name
    columns = polygons.drop(columns=name)
    series = gpd.GeoSeries(after, index=polygons.index, crs=WGS84)
    return gpd.GeoDataFrame(columns.assign(**{name: series}), geometry=name)[list(polygons.columns)], areas


def _most_changed(tried: tuple[gpd.GeoDataFrame, pd.DataFrame]) -> float:
    return float(tried[1]["change"].abs().max())


def _attempts(shapes: Any, metres: Any, *, snap: float, gap: float) -> Iterator[Any]:
    """Clean with less and less snapping: where many vertices are near, GEOS may lose a polygon by it."""
    for distance in dict.fromkeys((snap, snap / 2, 0.0)):
        found = _settled(_valid(_rounded(shapes)), metres, snap=distance, gap=gap)
        if found is not None:
            yield found


def _settled(found: Any, metres: Any, *, snap: float, gap: float) -> Any:
    """Clean until nothing is left to do; None where that does not come to an end, or GEOS gives up."""
    try:
        for _ in range(_ROUNDS):
            if not _sound(found, metres, gap):
                found = _cleaned(found, metres, snap=snap, gap=gap)
                continue
            closed = _without_clefts(found, metres, snap=snap, gap=gap)
            if closed is None:
                break
            found = closed
        return found if _sound(found, metres, gap) else None
    except shapely.errors.GEOSException:
        return None


def _cleaned(shapes: Any, metres: Any, *, snap: float, gap: float, outside: Sequence[Any] = ()) -> Any:
    cleaned = shapely.coverage_clean(  # type: ignore[attr-defined]  # types-shapely is behind
        [*_scaled(shapes, metres), *outside], snapping_distance=snap
    )
    filled = without_gaps(cleaned, gap, len(shapes))[: len(shapes)]
    return _valid(_rounded(_scaled(filled, 1 / metres)))


def _without_clefts(shapes: Any, metres: Any, *, snap: float, gap: float) -> Any:
    """Close what is open to the outside, by a polygon around that makes gaps of it; None for nothing."""
    scaled = _scaled(shapes, metres)
    clefts = find_clefts(scaled, gap * _LESS)
    if not len(clefts):
        return None
    closed = _cleaned(shapes, metres, snap=snap, gap=gap, outside=[outside_of(scaled, clefts)])
    grown = shapely.area(_scaled(closed, metres)).sum() - shapely.area(scaled).sum()
    return closed if grown > shapely.area(clefts).sum() / 2 else None


def _sound(shapes: Any, metres: Any, gap: float) -> bool:
    """Say whether shapes are a coverage without gaps to close, and stay so when they are written."""
    if not (shapely.coverage_is_valid(shapes) and (shapely.equals_exact(_rounded(shapes), shapes)).all()):
        return False
    gaps = _scaled(find_gaps(shapely.coverage_union_all(shapes)), metres)
    return not narrow(gaps, _LESS * gap).any()


def _metres_of_degrees(shapes: Any) -> Any:
    """
    Measure how long a degree is in the middle of the shapes, eastwards and northwards.

    Degrees that are stretched so are metres to a hundredth within a province, and a line that is straight in
    degrees stays so. In a zone of VN-2000 it bows by metres: a vertex on a neighbour's edge would lie off it.
    """
    west, south, east, north = shapely.total_bounds(shapes)
    x, y = (west + east) / 2, (south + north) / 2
    return np.array([GEOD.inv(x, y, x + 1, y)[2], GEOD.inv(x, y - 0.5, x, y + 0.5)[2]])


def _scaled(shapes: Any, factors: Any) -> Any:
    return shapely.transform(shapes, lambda xy: xy * factors)


def _valid(shapes: Any) -> Any:
    """Untie polygons that cross themselves, less the lines and points in them; others stay as they are."""
    for _ in range(_ROUNDS):  # what was untied may cross itself once more, by a rounding
        valid = shapely.is_valid(shapes)
        if valid.all():
            break
        untied = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
        shapes = np.where(valid, shapes, [_polygon(shape) for shape in untied])
    return shapes


def _polygon(shape: Any) -> Any:
    """Take the polygons out of a collection."""
    if shape is None or shape.geom_type != "GeometryCollection":
        return shape
    parts = shapely.get_parts(shapely.get_parts(shape))  # of which some may be multipolygons
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def _rounded(shapes: Any) -> Any:
    return shapely.transform(shapes, lambda xy: np.round(xy, DECIMALS))


def _overlaps(shapes: Any) -> tuple[Any, Any]:
    """Find the pairs of polygons that overlap, and their common pieces."""
    faulty = np.flatnonzero(~shapely.is_empty(shapely.coverage_invalid_edges(shapes)))
    one, other = shapely.STRtree(shapes).query(shapes[faulty], "intersects")
    pairs = np.unique(np.sort(np.column_stack([faulty[one], other])), axis=0)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    pieces = _valid(overlay(shapely.intersection, *shapes[pairs.T]))
    seen = area_ha(gpd.GeoSeries(pieces)) >= _SEEN_HA if len(pieces) else np.zeros(0, bool)
    return pairs[seen], pieces[seen]


def _with_holes(shapes: Any, pairs: Any, pieces: Any) -> Any:
    """Cut a polygon that lies in another, such as a town within a commune, out of the other."""
    shapes = shapes.copy()
    areas = shapely.area(shapes)
    for pair, piece in zip(pairs, pieces, strict=True):
        small, large = pair[np.argsort(areas[pair], kind="stable")]
        if piece.area > areas[small] / 2:
            shapes[[large]] = _valid(overlay(shapely.difference, shapes[[large]], shapes[small]))
    return shapes


def _clefts(shapes: Any, metres: Any, width: float) -> Any:
    return _scaled(find_clefts(_scaled(shapes, metres), width), 1 / metres)


def _hectares(shapes: Any) -> float:
    return float(area_ha(gpd.GeoSeries(shapes, crs=WGS84)).sum()) if len(shapes) else 0.0
