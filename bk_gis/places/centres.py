"""The points that stand for communes: centroids on the ground, and what each is."""

from functools import cached_property

import geopandas as gpd
import shapely
from pyproj import CRS

from bk_gis.geo.crs import WGS84, metric_crs, moved, transformer
from bk_gis.language.reasons import Reason, reason


class Centres:
    """Centroids of communes on the ground, by code, and what they are."""

    def __init__(self, communes: gpd.GeoDataFrame) -> None:
        self._communes = communes
        self._known: dict[tuple[tuple[str, ...], ...], tuple[shapely.Point, Reason]] = {}

    def point(self, units: tuple[tuple[str, ...], ...]) -> tuple[shapely.Point, Reason]:
        """
        Find the point for one unit or several, in EPSG:4326, and what it is.

        A unit is the codes of a commune, or of those that a later commune is made of.
        """
        if units not in self._known:
            self._known[units] = self._compute(units)
        return self._known[units]

    @cached_property
    def _shapes(self) -> dict[str, shapely.Geometry]:
        return dict(zip(self._communes["code"], self._communes.geometry.to_numpy(), strict=True))

    @cached_property
    def _plane(self) -> CRS:
        """The zone in which centroids are measured."""
        return metric_crs(self._communes)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names with their units, where those are known: "thị trấn Bằng Lũng"."""
        codes, names = self._communes["code"], self._communes["name"]
        if "unit_type" not in self._communes:
            return dict(zip(codes, names, strict=True))
        rows = zip(codes, names, self._communes["unit_type"].fillna("").str.lower(), strict=True)
        return {
            code: name if name.lower().startswith(unit) else f"{unit} {name}" for code, name, unit in rows
        }

    def _compute(self, units: tuple[tuple[str, ...], ...]) -> tuple[shapely.Point, Reason]:
        own, plane = self._communes.crs, self._plane
        parts = [[moved(self._shapes[code], own, plane) for code in codes] for codes in units]
        polygons = [shapely.union_all(each) for each in parts]
        names = ", ".join(" + ".join(self._names[code] for code in codes) for codes in units)
        centre = shapely.centroid(shapely.multipoints([shapely.centroid(p) for p in polygons]))
        area = polygons[0] if len(polygons) == 1 else shapely.union_all(polygons)
        what = reason("reason.centroid" if len(units) == 1 else "reason.midway", names=names)
        if not area.contains_properly(centre):
            centre = shapely.point_on_surface(area)
            what = reason("reason.surface", names=names, centre=what)
        return shapely.Point(*transformer(plane, WGS84).transform(centre.x, centre.y)), what
