"""Points that were read in one VN-2000 zone and lie where they should only if read in another."""

from typing import NamedTuple

import numpy as np
from pyproj import CRS

from bk_gis.geo.coverages import GEOD
from bk_gis.geo.crs import WGS84, transformer
from bk_gis.geo.locator import Array, Locator
from bk_gis.geo.zones import meridian_text, zones

_MOST = 0.9  # share of points that another zone has to bring into communes
_AHEAD = 0.1  # by which share it has to bring more
_SAMPLE = 2000  # points that decide
_FEW = 5  # points below which the polygons' own zone is not doubted: they may lie just across the border


class OtherZone(NamedTuple):
    """A zone in which points lie in communes, and how far that is from where they were read."""

    crs: str
    said: str  # "EPSG:9213 (106°30′)"
    inside: int  # of 100 points
    metres: int


def other_zone(crs: CRS, xy: Array, lon_lat: Array, locator: Locator, own: str) -> OtherZone | None:
    """
    Find the zone that brings most points into polygons, where it brings clearly more than that read in.

    `xy` are metres as they stand in the table, shape (n, 2), `lon_lat` where they were read to be, in
    EPSG:4326 as the polygons of the locator. Nothing is found where `crs`, in which they were read, cannot be
    a zone: these are all transverse Mercator. The polygons' `own` zone is taken where several bring as many.
    """
    operation = crs.coordinate_operation
    if operation is None or operation.method_name != "Transverse Mercator":
        return None
    rows = np.flatnonzero(np.isfinite(xy).all(axis=1) & np.isfinite(lon_lat).all(axis=1))
    rows = rows[:: max(len(rows) // _SAMPLE, 1)]
    xy, lon_lat = xy[rows], lon_lat[rows]
    now = np.count_nonzero(locator.positions(*lon_lat.T) >= 0)
    if len(rows) - now < _AHEAD * max(len(rows), 1) or (len(rows) < _FEW and crs == CRS(own)):
        return None
    count, best, there = _best(xy, locator, own)
    if count < _MOST * len(rows) or count - now < _AHEAD * len(rows):
        return None
    metres = GEOD.inv(*lon_lat.T, *there.T)[2]
    meridian = next(zone.meridian_degree for zone in zones() if zone.crs == best)
    said = f"{best} ({meridian_text(meridian)})"
    return OtherZone(best, said, round(100 * count / len(rows)), round(float(np.median(metres))))


def zone_that_fits(xy: Array, locator: Locator, own: str) -> str:
    """Find the zone in which most metres lie in polygons; the polygons' own one where none does."""
    return _best(xy[np.isfinite(xy).all(axis=1)][:_SAMPLE], locator, own)[1]


def _best(xy: Array, locator: Locator, own: str) -> tuple[int, str, Array]:
    found: list[tuple[int, str, Array]] = []
    for crs in dict.fromkeys([own, *(zone.crs for zone in zones())]):
        there = np.column_stack(transformer(crs, WGS84).transform(*xy.T))
        found.append((int(np.count_nonzero(locator.positions(*there.T) >= 0)), crs, there))
    return max(found, key=lambda read: read[0])
