"""Polygon coverages: what keeps polygons from being one, their dissolving, geodesic areas."""

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Geod

from bk_gis.errors import CrsError, Text
from bk_gis.geo.crs import is_beyond_zones, require_wgs84
from bk_gis.language.words import both

GEOD = Geod(ellps="WGS84")
_MOST_VERTICES = 200_000  # of a commune: one every metre or so


def geometry_problems(polygons: gpd.GeoDataFrame, repair: str) -> list[tuple[int | None, Text]]:
    """
    Say everything that keeps polygons from being a valid coverage in EPSG:4326, feature by feature.

    `repair` is the command that makes them one.
    """
    try:
        require_wgs84(polygons)
    except CrsError as error:
        return [(None, error.text)]
    geometries = polygons.geometry.to_numpy()
    label = (polygons["code"] + " " + polygons["name"]).to_numpy()
    problems: list[tuple[int | None, Text]] = [
        (i + 1, both("fault_geo.of commune", commune=label[i], fault=fault))
        for i, g in enumerate(geometries)
        if (fault := polygon_fault(g) or _beyond(g.bounds) or _crossing(g, repair))
    ]
    if not problems and (beyond := _beyond(polygons.total_bounds)):
        problems = [(None, beyond)]
    if problems or shapely.coverage_is_valid(geometries):
        return problems
    edges = shapely.coverage_invalid_edges(geometries)
    faulty = sorted(label[~shapely.is_empty(edges)])
    return [(None, both("fault_geo.no coverage", names=faulty, repair=repair))]


def polygon_fault(geometry: Any) -> Text | None:
    """Say what keeps a geometry from being a polygon, even one that crosses itself; None for nothing."""
    if geometry is None or geometry.is_empty:
        return both("fault_geo.no geometry")
    if geometry.geom_type not in ("Polygon", "MultiPolygon"):
        return both("fault_geo.other geometry", kind=geometry.geom_type)
    if (count := shapely.get_num_coordinates(geometry)) > _MOST_VERTICES:
        return both("fault_geo.too fine", count=count, most=_MOST_VERTICES)
    return None


def _beyond(bounds: Any) -> Text | None:
    return both("fault_crs.beyond") if is_beyond_zones(bounds) else None


def _crossing(geometry: Any, repair: str) -> Text | None:
    if geometry.is_valid:
        return None
    place = shapely.is_valid_reason(geometry).partition("[")[2].rstrip("]")
    return both("fault_geo.crossing", place=place, repair=repair)


def area_ha(polygons: gpd.GeoSeries) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Geodesic areas in hectares on the WGS 84 ellipsoid; polygons in EPSG:4326."""
    # A hole counts against its polygon only where it runs the other way.
    oriented = shapely.orient_polygons(polygons.to_numpy())
    parts, of = shapely.get_parts(oriented, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    areas = [GEOD.polygon_area_perimeter(*shapely.get_coordinates(ring).T)[0] for ring in rings]
    return np.abs(np.bincount(of[part], areas, len(oriented))) / 1e4


def dissolve(communes: gpd.GeoDataFrame, by: Sequence[str]) -> gpd.GeoDataFrame:
    """Merge communes into larger units, edges untouched; adds `communes` (count) and `area_ha`."""
    rows: dict[tuple[Any, ...], list[int]] = {}
    for row, key in enumerate(zip(*(communes[name] for name in by), strict=True)):
        if all(part == part for part in key):  # noqa: PLR0124 - not NaN, a commune of no unit
            rows.setdefault(key, []).append(row)
    keys, shapes = sorted(rows), communes.geometry.to_numpy()
    merged = gpd.GeoSeries([shapely.coverage_union_all(shapes[rows[key]]) for key in keys], crs=communes.crs)
    columns = {name: [key[i] for key in keys] for i, name in enumerate(by)}
    units = {**columns, "communes": [len(rows[key]) for key in keys], "area_ha": area_ha(merged).round(1)}
    return gpd.GeoDataFrame(units, geometry=merged)
