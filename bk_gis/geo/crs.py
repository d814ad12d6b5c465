"""Coordinate reference systems: degrees that can be degrees, and the VN-2000 zone of a province."""

from functools import lru_cache
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS, Transformer

from bk_gis.errors import CrsError, InputError
from bk_gis.language.words import both

WGS84 = "EPSG:4326"

_SLACK = 0.01  # degrees
_UTM = (-80, 84)  # degrees north, between which there are zones
_WIDEST = 90  # degrees from west to east, of any country; more lies across 180°
# EPSG code, west, south, east, north: areas of use of the VN-2000 / TM-3 zones, the smallest first, of the
# registry in PROJ, where looking one up takes a tenth of what a command does.
_ZONES = (
    (5898, 108.23, 14.53, 109.2, 15.49),
    (9213, 105.43, 21.32, 106.25, 22.75),
    (9215, 106.09, 21.32, 107.37, 22.47),
    (9216, 107.33, 13.92, 108.55, 15.42),
    (9206, 103.21, 20.57, 105.03, 22.04),
    (9217, 108.55, 11.25, 109.53, 14.71),
    (9205, 102.14, 20.89, 103.99, 22.82),
    (9207, 103.4, 8.33, 105.54, 10.55),
    (9212, 106.41, 11.3, 107.43, 17.22),
    (9218, 107.2, 10.43, 109.52, 14.61),
    (9211, 104.83, 16.92, 107.03, 22.7),
    (9214, 105.88, 15.99, 108.24, 21.63),
    (5896, 102.14, 9.2, 103.51, 22.82),
    (5897, 104.37, 8.97, 106.19, 21.58),
    (9208, 103.53, 10.18, 105.86, 22.85),
    (5899, 106.43, 8.57, 108.76, 21.67),
    (9209, 104.33, 9.19, 106.69, 23.4),
    (9210, 105.26, 9.75, 107.8, 23.12),
    (5898, 106.5, 8.57, 109.53, 22.95),
    (5897, 103.5, 8.33, 106.51, 23.4),
)

# Viet Nam without its far islands: EPSG registry, area of use of EPSG:4756.
_LAND = (102.14, 8.33, 109.53, 23.4)


def require_wgs84(frame: gpd.GeoDataFrame) -> None:
    """
    Refuse a frame that is not in EPSG:4326 or whose coordinates cannot be degrees.

    It has no CRS, another one, or latitudes beyond 90: swapped axes or metres labelled as degrees.
    """
    if frame.crs is None:
        raise CrsError(both("fault_geo.no crs", expected=WGS84))
    if not is_wgs84(frame):
        raise CrsError(both("fault_geo.other crs", name=CRS(frame.crs).name, expected=WGS84))
    require_degrees(frame)


def is_wgs84(frame: gpd.GeoDataFrame) -> bool:
    """Say whether a frame is in EPSG:4326, with heights or without."""
    return frame.crs is not None and CRS(frame.crs).to_2d().equals(CRS(WGS84), ignore_axis_order=True)


def require_degrees(frame: gpd.GeoDataFrame) -> None:
    """Refuse coordinates that a geographic CRS does not allow."""
    if not frame.crs.is_geographic:
        return
    west, south, east, north = frame.total_bounds
    if max(abs(south), abs(north)) > 90 and max(abs(west), abs(east)) <= 90:
        raise CrsError(both("fault_geo.swapped"))
    if max(abs(south), abs(north)) > 90 or max(abs(west), abs(east)) > 180:
        raise CrsError(both("fault_geo.no degrees", most=f"{max(abs(east), abs(north)):.0f}"))


def is_of_a_map(crs: CRS) -> bool:
    """Whether a CRS is of a plane or of longitude and latitude: not of a building site, nor of heights."""
    return bool(crs.is_projected or (crs.is_geographic and len(crs.axis_info) > 1))


def require_map_crs(crs: Any) -> None:
    """Refuse a CRS that no map is in."""
    if crs is not None and not is_of_a_map(CRS.from_user_input(crs)):
        raise CrsError(both("fault_crs.no map", name=CRS(crs).name, example=WGS84))


@lru_cache
def transformer(crs: Any, to: Any) -> Transformer:
    """From one CRS to another, longitude or easting first; to make one takes some milliseconds."""
    return Transformer.from_crs(crs, to, always_xy=True)


def moved(shapes: Any, crs: Any, to: Any) -> Any:
    """Move shapes from one CRS to another."""
    move: Any = transformer(crs, to).transform
    return shapely.transform(shapes, move, interleaved=False)


def to_wgs84(crs: Any, x: Any, y: Any) -> tuple[Any, Any]:
    """
    Give longitudes and latitudes of coordinates.

    Those that cannot be transformed become infinite, which is outside of everything; NaN stays NaN.
    """
    if _is_wgs84(crs.srs if isinstance(crs, CRS) else crs):
        return x, y
    lon, lat = transformer(crs, WGS84).transform(x, y)
    empty = np.isnan(x) | np.isnan(y)
    return np.where(empty, np.nan, lon), np.where(empty, np.nan, lat)


@lru_cache
def _is_wgs84(crs: Any) -> bool:
    return bool(CRS(crs).equals(CRS(WGS84), ignore_axis_order=True))


def is_beyond_zones(bounds: Any) -> bool:
    """Whether no zone of a plane holds these bounds: near a pole, or across 180°."""
    west, south, east, north = bounds
    return bool(south < _UTM[0] or north > _UTM[1] or east - west > _WIDEST)


def metric_crs(polygons: gpd.GeoDataFrame) -> CRS:
    """
    Find the VN-2000 / TM-3 zone of a province: the smallest whose area of use holds its polygons.

    Areas of use are the EPSG registry's, as PROJ ships it, in hundredths of a degree; the outer
    boundary may cross one by that. Outside of Vietnam the UTM zone is taken; without a polygon, or where
    there is no zone, it is an InputError.
    """
    west, south, east, north = polygons.total_bounds
    if np.isnan(west):
        raise InputError(both("fault_geo.no polygon"))
    if is_beyond_zones(polygons.total_bounds):
        raise CrsError(both("fault_crs.beyond"))
    # PROJ aborts the process where west is east of east, so a small area is shrunk by less.
    dx, dy = min(_SLACK, (east - west) / 4), min(_SLACK, (north - south) / 4)
    west, south, east, north = west + dx, south + dy, east - dx, north - dy
    holding = (code for code, w, s, e, n in _ZONES if w <= west and s <= south and e >= east and n >= north)
    zone = next(holding, None)
    return polygons.estimate_utm_crs() if zone is None else CRS.from_epsg(zone)


def is_in_vietnam(lon: float, lat: float) -> bool:
    """Whether a place is within the bounds of the land of Viet Nam."""
    west, south, east, north = _LAND
    return west <= lon <= east and south <= lat <= north


def zones_around(x: float, y: float) -> list[str]:
    """List the VN-2000 / TM-3 zones in which metres lie inside of the zone's own area of use."""
    found = []
    for code, west, south, east, north in _ZONES:
        lon, lat = to_wgs84(f"EPSG:{code}", x, y)
        if west <= lon <= east and south <= lat <= north:
            found.append(f"EPSG:{code}")
    return sorted(set(found))
