"""The points of whatever a caller has: a GeoDataFrame, a GeoSeries, a table with coordinates."""

from collections.abc import Callable
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from bk_gis.errors import CrsError, InputError
from bk_gis.geo.locator import Array
from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.headers import require_table
from bk_gis.language.words import both

_SHOWN = 5  # rows that a message names
_POINT = 0  # shapely's type ids
_MISSING = -1


def points_in(
    given: Any, x: str | None, y: str | None, crs: str | None, *, zone: Callable[[], str]
) -> gpd.GeoDataFrame:
    """Take the points of whatever has some; in a fault the first row is row 2, as in a file."""
    from bk_gis.io.tables import find_coordinates

    frame = given.to_frame("geometry") if isinstance(given, gpd.GeoSeries) else given
    require_table(frame)
    if not isinstance(frame, gpd.GeoDataFrame) and "geometry" in list(frame.select_dtypes("geometry")):
        frame = gpd.GeoDataFrame(frame)
    if isinstance(frame, gpd.GeoDataFrame) and (crs is None or not _has_geometry(frame)):
        return frame
    batch = Batch(frame, range(2, len(frame) + 2), TableFile("points"))
    return find_coordinates(batch, x=x, y=y, crs=crs, zone=zone).points(batch)


def require_points(points: Any) -> Array:
    """Give the coordinates of points; refuse what is no GeoDataFrame of points with a CRS."""
    if not isinstance(points, gpd.GeoDataFrame) or not _has_geometry(points):
        raise InputError(both("fault_places.no points"))
    if points.crs is None:
        raise CrsError(both("fault_places.no crs"))
    return require_point_shapes(points.geometry.to_numpy())


def require_point_shapes(shapes: Any) -> Array:
    """Give the coordinates of geometries; refuse others than points."""
    xy = coordinates(shapes)
    others = np.flatnonzero(np.isnan(xy[:, 0]))  # as of what is no point
    kinds = shapely.get_type_id(shapes[others])
    rows = others[(kinds != _POINT) & (kinds != _MISSING)]
    if rows.size:
        found = sorted({str(shapes[i].geom_type) for i in rows[:1000]})
        said = {"count": len(rows), "total": len(shapes), "kinds": found, "rows": rows[:_SHOWN].tolist()}
        raise InputError(both("fault_places.other shapes", **said))
    return xy


def _has_geometry(frame: gpd.GeoDataFrame) -> bool:
    """Whether a frame has the geometry that it says it has."""
    return frame._geometry_column_name in frame  # noqa: SLF001 - what is public raises an error


def coordinates(geometry: Any) -> Array:
    """Take the coordinates of points, shape (n, 2); NaN for no point."""
    try:
        return np.column_stack([shapely.get_x(geometry), shapely.get_y(geometry)])
    except shapely.errors.GEOSException:  # GEOS knows none of an empty point
        present = np.where(shapely.is_empty(geometry), None, geometry)
        return np.column_stack([shapely.get_x(present), shapely.get_y(present)])
